"""Group order in the menu: the desired position is posted, so a double click changes nothing
more."""

from flask import Blueprint, g, redirect, url_for

from board.extensions import db
from board.forms.newsroom.attachments import PositionForm
from board.http.flash import notice
from board.models import Group, Menu

bp = Blueprint("group_positions", __name__)


@bp.post("/groups/<int:group_id>/position")
def create(group_id):
    group = db.get_or_404(Group, group_id)
    form = PositionForm()
    if form.validate_on_submit():
        Menu.place(group, form.position.data, by=g.viewer)
        db.session.commit()
        notice(f"‘{group.name}’의 순서를 바꿨습니다.")
    return redirect(url_for("newsroom.boards.index") + f"#group-{group_id}", 303)

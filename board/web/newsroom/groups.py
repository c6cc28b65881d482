"""Group administration: the headings of the menu."""

from flask import Blueprint, g, make_response, redirect, render_template, url_for

from board.extensions import db
from board.forms.newsroom.boards import GroupForm
from board.http.flash import notice
from board.models import Group, Menu

bp = Blueprint("groups", __name__, url_prefix="/groups")


@bp.get("/new")
def new():
    return _page("newsroom/groups/new.html", GroupForm())


@bp.post("")
def create():
    form = GroupForm()
    if not form.validate_on_submit():
        return _page("newsroom/groups/new.html", form, 422)
    Menu.add(Group(**form.written), by=g.viewer)
    db.session.commit()
    notice("묶음을 만들었습니다.")
    return redirect(url_for("newsroom.boards.index"), 303)


@bp.get("/<int:group_id>/edit")
def edit(group_id):
    group = db.get_or_404(Group, group_id)
    return _page("newsroom/groups/edit.html", GroupForm(obj=group), group=group)


@bp.post("/<int:group_id>/edit")
def update(group_id):
    group = db.get_or_404(Group, group_id)
    form = GroupForm().about(group)
    if not form.validate_on_submit():
        return _page("newsroom/groups/edit.html", form, 422, group=group)
    Menu.revise(group, by=g.viewer, **form.written)
    db.session.commit()
    notice("묶음을 저장했습니다.")
    return redirect(url_for("newsroom.boards.index"), 303)


@bp.post("/<int:group_id>/removal")
def destroy(group_id):
    try:
        Menu.remove(db.get_or_404(Group, group_id), by=g.viewer)
        db.session.commit()
        notice("묶음을 지웠습니다.")
    except ValueError as error:
        notice(str(error), "danger")
    return redirect(url_for("newsroom.boards.index"), 303)


def _page(template: str, form: GroupForm, status: int = 200, **context):
    return make_response(render_template(template, form=form, **context), status)

"""Changing the name under which a member writes."""

from flask import Blueprint, g, make_response, redirect, render_template, url_for

from board.extensions import db
from board.forms.newsroom.users import NameForm, RoleForm
from board.http.flash import notice
from board.models import User

bp = Blueprint("user_names", __name__)


@bp.post("/users/<int:user_id>/name")
def update(user_id):
    user = db.get_or_404(User, user_id)
    form = NameForm.of(user)
    if not form.validate_on_submit():
        forms = {"form": RoleForm(formdata=None, obj=user), "naming": form}
        page = render_template("newsroom/users/edit.html", user=user, **forms)
        return make_response(page, 422)
    user.rename(form.name.data, by=g.viewer)
    db.session.commit()
    notice(f"이름을 {user.name}(으)로 바꾸었습니다.")
    return redirect(url_for("newsroom.users.edit", user_id=user.id), 303)

"""Password change."""

from flask import Blueprint, redirect, render_template, url_for

from board.access.doors import desk_of, members, open_to
from board.access.throttling import is_right, pace_tries
from board.current import member, sign_in
from board.extensions import db
from board.forms.registrations import PasswordForm
from board.http.flash import notice
from board.models.user.authenticated import PasswordCheck

bp = Blueprint("passwords", __name__)


@bp.get("/account/password")
@open_to(members)
def edit():
    return render_template("passwords/edit.html", form=PasswordForm(formdata=None, user=member()))


@bp.post("/account/password")
@open_to(members)
def update():
    user = member()
    onward = desk_of(user) if user.must_change_password else url_for("accounts.show")
    form = PasswordForm(user=user)
    if not (form.validate_on_submit() and _knows_current(user, form)):
        return render_template("passwords/edit.html", form=form), 422
    user.change_password(form.password.data)
    sign_in(user)
    db.session.commit()
    notice("비밀번호를 바꿨습니다. 다른 기기에서는 다시 로그인해 주세요.")
    return redirect(onward, 303)


def _knows_current(user, form: PasswordForm) -> bool:
    pace_tries("password", user.key)
    if is_right(PasswordCheck(user.password_hash, form.current.data), password=user.key):
        return True
    form.current.errors = ["지금 비밀번호가 맞지 않습니다."]
    return False

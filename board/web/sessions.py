"""Sign-in and sign-out."""

from flask import Blueprint, redirect, render_template, request

from board.access.doors import anyone, desk_of, open_to, safe_next
from board.access.sign_in_limits import pace_sign_in
from board.access.throttling import is_right
from board.current import sign_in, sign_out
from board.extensions import db
from board.forms.sessions import SessionForm
from board.http.flash import notice
from board.http.htmx import answer
from board.models import User

bp = Blueprint("sessions", __name__)

WRONG = "아이디나 비밀번호가 맞지 않습니다."


@bp.get("/session/new")
@open_to(anyone)
def new():
    form = SessionForm(formdata=None, next=safe_next(request.args.get("next")))
    return render_template("sessions/new.html", form=form, next=form.next.data)


@bp.post("/session/new")
@open_to(anyone)
def create():
    form = SessionForm()
    user = _authenticate(form) if form.validate_on_submit() else None
    back = safe_next(form.next.data)
    if user is None:
        said = {"form": form, "next": back}
        return answer("sessions/new.hx.html", otherwise="sessions/new.html", status=422, **said)
    sign_in(user)
    db.session.commit()
    return answer("sessions/create.hx.html", otherwise=desk_of(user) if back == "/" else back)


@bp.post("/session/end")
@open_to(anyone)
def destroy():
    sign_out()
    db.session.commit()
    notice("로그아웃했습니다.")
    return redirect("/", 303)


def _authenticate(form: SessionForm) -> User | None:
    """The member, or None with the error in the form; a 429 after too many wrong tries."""
    found, check = User.challenge(form.username.data, form.password.data)
    fits = is_right(check, **pace_sign_in(found, form.username.data))
    user = User.authenticated(found, check, fits=fits)
    if user is None:
        form.form_errors.append(WRONG)
    db.session.commit()
    return user

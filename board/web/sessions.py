"""Sign-in and sign-out."""

from flask import Blueprint, redirect, render_template, request

from board.access.doors import anyone, open_to, safe_next
from board.access.throttling import is_right, pace_tries
from board.current import origin, sign_in, sign_out
from board.extensions import db
from board.forms.sessions import SessionForm
from board.http.flash import notice
from board.http.htmx import answer
from board.models import Throttle, User

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
    return answer("sessions/create.hx.html", otherwise=back)


@bp.post("/session/end")
@open_to(anyone)
def destroy():
    sign_out()
    db.session.commit()
    notice("로그아웃했습니다.")
    return redirect("/", 303)


def _authenticate(form: SessionForm) -> User | None:
    """The member, or None with the error in the form; a 429 after ten wrong tries.

    Tries are counted for the account from this address, and for the address: a stranger elsewhere
    cannot lock a member out. During a distributed attack, only those can sign in at once who have
    signed in from their address before.
    """
    account = f"{form.username.data.lower()[:40]}@{origin()[0]}"
    pace_tries("session", account)
    if not Throttle.knows(account):
        pace_tries("stranger")
    found, check = User.challenge(form.username.data, form.password.data)
    fits = is_right(check, session=account, stranger=None)
    user = User.authenticated(found, check, fits=fits)
    if user is None:
        form.form_errors.append(WRONG)
    else:
        Throttle.forget("session", account)
        Throttle.know(account)
    db.session.commit()
    return user

"""Registration of members."""

from flask import Blueprint, redirect, render_template
from sqlalchemy.exc import IntegrityError

from board.access.doors import anyone, open_to
from board.access.throttling import pace
from board.current import sign_in
from board.extensions import db
from board.forms.registrations import RegistrationForm
from board.http.flash import notice
from board.models import User

bp = Blueprint("registrations", __name__)


@bp.get("/registration/new")
@open_to(anyone)
def new():
    return render_template("registrations/new.html", form=RegistrationForm(formdata=None))


@bp.post("/registration/new")
@open_to(anyone)
def create():
    form = RegistrationForm()
    user = _join(form) if form.validate_on_submit() else None
    if user is None:
        return render_template("registrations/new.html", form=form), 422
    sign_in(user)
    db.session.commit()
    notice(f"{user.name} 님, 가입했습니다.")
    return redirect("/", 303)


def _join(form: RegistrationForm) -> User | None:
    """The new member; None when somebody took the name between check and insert."""
    pace("registration", crowd="registrations")
    fields = (form.username, form.name, form.password, form.email)
    try:
        return User.join(*(field.data for field in fields))
    except IntegrityError:
        db.session.rollback()
        form.username.errors = ["방금 다른 분이 쓴 아이디나 이름입니다. 다른 것을 써 주세요."]
        return None

"""User administration: accounts and roles."""

from flask import Blueprint, g, make_response, redirect, render_template, url_for

from board.extensions import db
from board.forms.newsroom.users import NameForm, RoleForm, UserForm
from board.http.flash import notice
from board.http.params import page_number
from board.models import Sheet, User

bp = Blueprint("users", __name__, url_prefix="/users")


@bp.get("")
def index():
    sheet = Sheet(db.select(User).order_by(User.id), page=page_number())
    return render_template("newsroom/users/index.html", sheet=sheet)


@bp.get("/new")
def new():
    return render_template("newsroom/users/new.html", form=UserForm())


@bp.post("")
def create():
    """Create the account. Its first password is shown only in this response, hence no redirect."""
    form = UserForm()
    if not form.validate_on_submit():
        return make_response(render_template("newsroom/users/new.html", form=form), 422)
    db.session.commit()  # hashing takes its time, in which nothing may be locked
    user, password = User.appoint(form.username.data, form.name.data, form.role.data, by=g.viewer)
    db.session.commit()
    page = render_template("newsroom/users/create.html", user=user, password=password)
    return make_response(page, 201)


@bp.get("/<int:user_id>/edit")
def edit(user_id):
    user = db.get_or_404(User, user_id)
    forms = {"form": RoleForm(obj=user), "naming": NameForm.of(user)}
    return render_template("newsroom/users/edit.html", user=user, **forms)


@bp.post("/<int:user_id>/edit")
def update(user_id):
    user = db.get_or_404(User, user_id)
    form = RoleForm()
    try:
        if form.validate_on_submit():
            form.give_to(user, by=g.viewer)
            db.session.commit()
            notice(f"{user.name}님은 이제 {user.role_name}입니다.")
            return redirect(url_for("newsroom.users.index"), 303)
    except ValueError as error:
        form.role.errors = [str(error)]
    forms = {"form": form, "naming": NameForm.of(user, formdata=None)}
    page = render_template("newsroom/users/edit.html", user=user, **forms)
    return make_response(page, 422)

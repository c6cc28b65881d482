"""Group administration: the headings of the menu."""

from flask import Blueprint, g, redirect, render_template, url_for

from board.extensions import db
from board.forms.newsroom.boards import GroupForm
from board.http.flash import notice
from board.models import Group, Menu

bp = Blueprint("groups", __name__, url_prefix="/groups")


@bp.get("/new")
def new():
    return render_template("newsroom/groups/new.html", form=GroupForm())


@bp.post("")
def create():
    form = GroupForm()
    if not form.validate_on_submit():
        return render_template("newsroom/groups/new.html", form=form), 422
    form.add(by=g.viewer)
    db.session.commit()
    return _to_the_list("메뉴를 만들었습니다.")


@bp.get("/<int:group_id>/edit")
def edit(group_id):
    group = db.get_or_404(Group, group_id)
    form = GroupForm(obj=group)
    return render_template("newsroom/groups/edit.html", form=form, group=group)


@bp.post("/<int:group_id>/edit")
def update(group_id):
    group = db.get_or_404(Group, group_id)
    form = GroupForm(obj=group)
    if not form.validate_on_submit():
        return render_template("newsroom/groups/edit.html", form=form, group=group), 422
    form.revise(group, by=g.viewer)
    db.session.commit()
    return _to_the_list("메뉴를 저장했습니다.")


@bp.post("/<int:group_id>/removal")
def destroy(group_id):
    try:
        Menu.remove(db.get_or_404(Group, group_id), by=g.viewer)
    except ValueError as error:
        return _to_the_list(str(error), "danger")
    db.session.commit()
    return _to_the_list("메뉴를 지웠습니다.")


def _to_the_list(sentence: str, kind: str = "ok"):
    notice(sentence, kind)
    return redirect(url_for("newsroom.boards.index"), 303)

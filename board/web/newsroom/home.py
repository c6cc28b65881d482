"""The newsroom's own address leads to its list of articles."""

from flask import Blueprint, redirect, url_for

bp = Blueprint("home", __name__)


@bp.get("")
def index():
    return redirect(url_for("newsroom.articles.index"), 303)

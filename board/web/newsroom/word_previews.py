"""Wordlist preview: what new words would change."""

from flask import Blueprint

from board.forms.newsroom.words import WordsForm
from board.http.htmx import answer

bp = Blueprint("word_previews", __name__, url_prefix="/words/preview")


@bp.post("")
def create():
    form = WordsForm()
    good = form.validate_on_submit()
    return answer(
        "newsroom/word_previews/create.hx.html",
        otherwise="newsroom/word_previews/create.html",
        status=200 if good else 422,
        form=form,
        proposal=form.proposal if good else None,
    )

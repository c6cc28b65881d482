"""Wordlist trial: which listed words are found in a sentence, and what is allowed."""

from flask import Blueprint

from board.forms.newsroom.words import WordTrialForm
from board.http.htmx import answer
from board.models import wordlist_in_force
from board.text.words import pieces_of

bp = Blueprint("word_trials", __name__, url_prefix="/words/trial")


@bp.post("")
def create():
    form = WordTrialForm()
    good = form.validate_on_submit()
    hits = wordlist_in_force().explain(form.sentence.data) if good else []
    return answer(
        "newsroom/word_trials/create.hx.html",
        otherwise="newsroom/word_trials/create.html",
        status=200 if good else 422,
        trial=form,
        pieces=pieces_of(form.sentence.data, hits) if good else [],
    )

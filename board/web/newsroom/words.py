"""Wordlist administration: words that hold comments back."""

from flask import Blueprint, g, make_response, redirect, render_template, request, url_for

from board.extensions import db
from board.forms.newsroom.words import WordsForm, WordTrialForm
from board.http.flash import notice
from board.http.params import page_number
from board.models import (
    KIND_NAMES,
    OPTIONAL_NAMES,
    OptionalWordlist,
    Sheet,
    WordlistEntry,
    first_entries,
)
from board.text.plain import tidy
from board.text.words import default_words

MOST_FIRST = 300  # words of the first list shown where nobody searched

bp = Blueprint("words", __name__, url_prefix="/words")


@bp.get("")
def index():
    kind = "allowed" if request.args.get("kind") == "allowed" else "blocked"
    part = tidy(request.args.get("q", ""))[:100]
    first = _first(kind, part)
    return render_template(
        "newsroom/words/index.html",
        kind=kind,
        query=part,
        kinds=KIND_NAMES,
        sheet=Sheet(WordlistEntry.of_kind(kind, part), page=page_number()),
        first=first if part else first[:MOST_FIRST],
        first_count=len(first),
        optional=_optional(part),
        form=WordsForm(None, kind=kind),
        trial=WordTrialForm(None),
    )


@bp.post("")
def create():
    form = WordsForm()
    if not form.validate_on_submit():
        page = render_template("newsroom/word_previews/create.html", form=form, proposal=None)
        return make_response(page, 422)
    proposal = form.proposal
    added = WordlistEntry.add(proposal.accepted, proposal.kind, by=g.viewer)
    db.session.commit()
    notice(
        f"{KIND_NAMES[proposal.kind]} {added:,}개를 넣었습니다."
        if added
        else "새로 넣은 말이 없습니다."
    )
    return redirect(url_for("newsroom.words.index", kind=proposal.kind), 303)


@bp.post("/<int:word_id>/removal")
def destroy(word_id):
    entry = db.session.get(WordlistEntry, word_id)
    if entry is None:  # a second click, or another window
        notice("이미 뺀 말입니다.")
        return redirect(url_for("newsroom.words.index"), 303)
    entry.remove(by=g.viewer)
    db.session.commit()
    notice(f"{KIND_NAMES[entry.kind]}에서 ‘{entry.word}’ 하나를 뺐습니다.")
    return redirect(url_for("newsroom.words.index", kind=entry.kind), 303)


def _first(kind: str, part: str) -> list[tuple[str, str | None]]:
    """The words a paper starts with that have `part` in them, each once, and the kind of the same
    among ours."""
    known = WordlistEntry.known()
    found = {
        each.word: known.get(each.letters) for each in first_entries(kind) if part in each.word
    }
    return list(found.items())


def _optional(part: str) -> list[tuple[str, str, OptionalWordlist | None, list[str]]]:
    """Of each optional list its name, title, row if it is on, and words that have `part` in them."""
    on = OptionalWordlist.by_name()
    return [
        (name, title, on.get(name), [word for word in default_words(name) if part in word])
        for name, title in OPTIONAL_NAMES.items()
    ]

"""Wordlist administration: words that hold comments back."""

from flask import Blueprint, g, make_response, redirect, render_template, request, url_for

from board.extensions import db
from board.forms.newsroom.words import WordsForm, WordTrialForm
from board.http.flash import notice
from board.http.params import page_number
from board.models import KIND_NAMES, Sheet, WordlistEntry
from board.text.plain import tidy
from board.text.words import default_words, key_of

bp = Blueprint("words", __name__, url_prefix="/words")


@bp.get("")
def index():
    kind = "allowed" if request.args.get("kind") == "allowed" else "blocked"
    part = tidy(request.args.get("q", ""))[:100]
    known = WordlistEntry.known()
    return render_template(
        "newsroom/words/index.html",
        kind=kind,
        query=part,
        kinds=KIND_NAMES,
        sheet=Sheet(WordlistEntry.of_kind(kind, part), page=page_number()),
        first=[(word, known.get(key_of(word))) for word in default_words(kind) if part in word],
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

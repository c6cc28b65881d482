"""Form for filling the editor from an attached document, which can still be undone there."""

from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import HiddenField, RadioField

from board import clock
from board.forms.base import LONGEST_ONCE, Form, one_use
from board.forms.newsroom.articles import ArticleForm
from board.models import UNTITLED, Article, Board, PressRelease, User
from board.models.article.autosaved import FROM_DOCUMENT
from board.models.article.labelled import RELEASE
from board.models.intake.pictures import Placing
from board.text.figures import photos_in
from board.text.plain import is_blank, text_of

REPLACE, APPEND = "replace", "append"


class FillingForm(Form):
    """`version` and `manuscript` say which text the page showed, as in `Typed`."""

    how = RadioField(choices={REPLACE: "바꾸기", APPEND: "뒤에 붙이기"})
    version = HiddenField()
    manuscript = HiddenField()
    once = HiddenField(filters=[one_use])

    @classmethod
    def of(cls, article: Article) -> "FillingForm":
        editor = _editor(article)
        return cls(version=editor.version.data, manuscript=editor.manuscript.data)

    @property
    def window(self) -> str:
        return f"{FROM_DOCUMENT}{self.once.data}"[:LONGEST_ONCE]

    def is_done(self, article: Article) -> bool:
        """Whether this form was processed already, as by a double click."""
        kept = article.manuscript
        return kept is not None and kept.window == self.window

    def fill(
        self, article: Article, release: PressRelease, boards: list[Board], by: User
    ) -> list[str]:
        """Autosave the release as unsaved text; returns sentences about refused pictures.

        Raises `OtherWindowError`, and ValueError, in Korean, for what cannot be kept.
        """
        placing = Placing(article, release.pictures, by, release.stage)
        fields = _editor(article).sent
        fields |= self._written(fields, release, placing.body(release.body))
        if article.was_seen:  # the editor does not ask for it any more
            fields.pop("embargo_until", None)
        fields |= {name: [self[name].data or ""] for name in ("version", "manuscript")}
        typed = ArticleForm(formdata=MultiDict(fields | {"window": [self.window]}))
        typed.offer(boards).autosave(article, by=by)
        return placing.problems

    def _written(
        self, fields: dict[str, list[str]], release: PressRelease, body: str
    ) -> dict[str, list[str]]:
        before = "".join(fields["body"])
        if says_nothing(before):
            free = {
                name: value for name, value in _found(release).items() if _is_free(fields[name])
            }
            return free | {"body": [body]}
        if self.how.data == APPEND:
            return {"body": [before + body]}
        return {name: _found(release)[name] for name in ("title", "subtitles")} | {"body": [body]}


def has_no_body(article: Article) -> bool:
    """Whether the editor would show an empty body, unsaved words included."""
    return says_nothing(_editor(article).body.html)


def says_nothing(html: str) -> bool:
    return is_blank(text_of(html)) and not photos_in(html)


def _editor(article: Article) -> ArticleForm:
    """The editor's form as its page would show it now, ignoring posted values."""
    form = ArticleForm.of(article, article.manuscript, formdata=None)
    form.know(article)
    return form


def _found(release: PressRelease) -> dict[str, list[Any]]:
    day, embargo = release.released_on, release.embargo
    return {
        "title": [release.title],
        "subtitles": ["\n".join(release.subtitles)],
        "source": [release.organisation],
        "label": [RELEASE],
        "released_on": [day.isoformat() if day else ""],
        "embargo_until": [f"{clock.local(embargo):%Y-%m-%dT%H:%M}" if embargo else ""],
    }


def _is_free(values: list[str]) -> bool:
    return "".join(values).strip() in ("", UNTITLED)

"""Autosave of the editor's form: kept while typing, previewed, and checked against other
windows."""

from typing import TYPE_CHECKING, Any

from wtforms import BooleanField, Field, HiddenField, SelectField, SelectMultipleField

from board.forms.base import Form, one_use
from board.models import UNTITLED, Article, Board, Manuscript, User
from board.models.article.article import LONGEST_TITLE
from board.models.article.drafting import draft_once
from board.text.sanitising import release_html

if TYPE_CHECKING:
    from board.forms.newsroom.articles import Body
    from board.forms.newsroom.fields import Line
LONGEST_MANUSCRIPT = 500_000  # characters in all fields
# Fields about the page rather than the article: they are no part of what was typed.
OF_THE_PAGE = ("files", "once", "version", "manuscript", "window")
SHOWN = ("title", "subtitles", "body", "byline", "source", "label")


class Typed(Form):
    """Autosave fields: `version` and `manuscript` are what this window knows of the article and of
    its unsaved text; `window` identifies it."""

    version = HiddenField()
    manuscript = HiddenField()
    window = HiddenField(filters=[one_use])

    article: Article | None
    boards: dict[int, Board]

    if TYPE_CHECKING:  # of the article's form
        title: Line
        body: Body
        once: HiddenField

        @property
        def board(self) -> Board | None: ...
        @property
        def written(self) -> dict[str, Any]: ...

    def know(self, article: Article) -> None:
        """Accept the other windows' changes as seen."""
        kept = article.manuscript
        base = kept.base if kept and not self.is_submitted() else article.updated_at.isoformat()
        self.version.data = base
        self.manuscript.data = kept.version if kept else ""

    def is_stale(self, article: Article) -> bool:
        """Whether another window has saved or typed something since this form was opened.

        The same text sent twice by a double click is no conflict.
        """
        kept = article.manuscript
        known = kept is None or kept.is_known_to(self.manuscript.data, self.window.data)
        if known and self.version.data == article.updated_at.isoformat():
            return False
        same = all(
            str(getattr(article, name)) == str(value) for name, value in self.written.items()
        )
        return not (same and article.board is self.board)

    def was_autosaved_to(self, article: Article) -> bool:
        kept = article.manuscript
        return kept is not None and bool(kept.window) and kept.window == self.window.data

    def autosave(self, article: Article | None, by: User) -> Manuscript:
        """Store the form as unsaved text, valid or not; a new article becomes a draft.

        ValueError, in Korean, for a body that cannot be stored; `OtherWindowError`.
        """
        fields = {each.name: each.raw_data for each in self._typed if each.raw_data}
        if sum(len(value) for values in fields.values() for value in values) > LONGEST_MANUSCRIPT:
            raise ValueError("쓰신 글이 너무 길어 저장하지 못합니다. 나누어 써 주세요.")
        fields["body"] = [release_html(self.body.html)]
        base = self.version.data
        if article is None:
            article = self._first_draft(by)
            base = article.updated_at.isoformat()
        if article.is_draft and article.title == UNTITLED:
            article.title = self._working_title
        known = {"version": self.manuscript.data or "", "window": self.window.data or ""}
        return article.autosave(fields, by=by, base=base or "", **known)

    def shown(self, article: Article) -> Article:
        """The article with the typed values, for a preview only; it must not be saved."""
        written = {name: self.written[name] for name in SHOWN}
        written["byline"] = written["byline"] or article.byline
        return article.seen_with(**written)

    @property
    def sent(self) -> dict[str, list[str]]:
        """The form as a browser would send it: {name: [values]}."""
        return {field.name: _sent(field) for field in self._typed}

    @property
    def _typed(self) -> list:
        return [field for field in self if field.name not in OF_THE_PAGE]

    @property
    def _working_title(self) -> str:
        return (self.title.data or UNTITLED)[:LONGEST_TITLE]

    def _first_draft(self, by: User) -> Article:
        board = self.board or next(iter(self.boards.values()), None)
        if board is None:
            raise ValueError("글을 넣을 게시판을 먼저 만들어 주세요.")
        written = {"body": release_html(self.body.html), "once": self.once.data or None}
        article, _ = draft_once(
            self.once.data or "",
            lambda: Article.draft(board=board, by=by, title=self._working_title, **written),
        )
        return article


def _sent(field: Field) -> list[str]:
    if field.raw_data:
        return field.raw_data
    if isinstance(field, BooleanField):
        return ["y"] if field.data else []
    if isinstance(field, SelectMultipleField):
        return [str(value) for value in field.data or []]
    if isinstance(field, SelectField):
        return [str(field.data or "")]
    return [field._value()]

"""Origin of an article: where it came from, what was extracted and what was left out."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, ForeignKey, false
from sqlalchemy.orm import Mapped, backref, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model, db
from board.models.intake.mail import Mail
from board.text.extraction.cuts import LABELS
from board.text.korean import full_date
from board.text.plain_markup import paragraphs

if TYPE_CHECKING:
    from board.models.article.article import Article

FIELDS = {
    "board": "게시판",
    "title": "제목",
    "subtitles": "부제",
    "date": "자료 날짜",
    "organisation": "자료 제공",
    "byline": "작성자",
    "embargo": "엠바고",
    "contact": "담당자 연락처",
}
PASTE, FILE, MAIL = "paste", "file", "mail"


class Origin(Model):
    """An article's origin. `cut` are {"kind", "text", "place"}, `guesses` {"field", "value",
    "line"}, `problems` sentences about files that could not be read. `lacks_board`: nothing said on
    which board it belongs, and nobody has chosen one."""

    __tablename__ = "origins"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), unique=True
    )
    came_by: Mapped[str] = mapped_column(default=PASTE, server_default=PASTE)
    file_name: Mapped[str] = mapped_column(default="", server_default="")
    released_on: Mapped[date | None]
    cut: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    guesses: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list, server_default="[]")
    problems: Mapped[list[str]] = mapped_column(JSON, default=list, server_default="[]")
    lacks_board: Mapped[bool] = mapped_column(default=False, server_default=false())
    mail_id: Mapped[int | None] = mapped_column(
        ForeignKey("mails.id", ondelete="SET NULL"), index=True
    )
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    mail: Mapped[Mail | None] = relationship(backref="origins")
    article: Mapped["Article"] = relationship(
        backref=backref("origin", uselist=False, cascade="all, delete-orphan", passive_deletes=True)
    )

    @property
    def cut_by_kind(self) -> list[tuple[str, list[tuple[int, dict[str, Any]]]]]:
        """(kind of line in Korean, [(index in `cut`, cut)]), in order of appearance."""
        kinds: dict[str, list[tuple[int, dict[str, Any]]]] = {}
        for number, cut in enumerate(self.cut):
            label = LABELS.get(cut["kind"], "가져올 때 뺀 줄")
            kinds.setdefault(label, []).append((number, cut))
        return list(kinds.items())

    def put_back(self, number: int, body: str, *, wanted: bool) -> str:
        """The body with, or without, the cut line `number`, which is appended at the end."""
        cut = self.cut[number]
        words = paragraphs(cut["text"])
        if wanted == cut.get("restored", False):
            return body
        changed = dict(cut, restored=wanted)
        self.cut = [*self.cut[:number], changed, *self.cut[number + 1 :]]
        return body + words if wanted else "".join(body.rsplit(words, 1))

    @property
    def guessed(self) -> list[tuple[str, str, str]]:
        """(field in Korean, extracted value, the line it was read from)."""
        return [(FIELDS[each["field"]], _spoken(each), each["line"]) for each in self.guesses]

    @property
    def sender(self) -> str:
        """Who or what it came from, as the newsroom sees it."""
        return self.mail.sender if self.mail else self.file_name

    @property
    def parts(self) -> list[tuple[str, int]]:
        """The number of paragraphs, tables and so on: ("문단", 9), …"""
        article = self.article
        files = (("사진", len(article.photos)), ("첨부", len(article.attachments)))
        return counted(str(article.body), *files)

    @classmethod
    def keep(cls, article: "Article", released_on: date | None, **noted: Any) -> "Origin":
        """Record the origin; on a later call only the original's date is updated."""
        origin = article.origin or cls(article=article, **noted)
        origin.released_on = released_on
        db.session.add(origin)
        return origin


def counted(body: str, *more: tuple[str, int]) -> list[tuple[str, int]]:
    """(element in Korean, number) for each kind of element in a body; absent ones left out."""
    found = [
        ("문단", body.count("<p>")),
        ("목록", body.count("<ul>") + body.count("<ol>")),
        ("표", body.count("<table>")),
        *more,
    ]
    return [(name, count) for name, count in found if count]


def _spoken(guess: dict[str, Any]) -> str:
    """A guess's value in Korean notation; an embargo comes as ISO, or as a word."""
    if guess["field"] == "embargo" and guess["value"][:1].isdigit():
        return full_date(datetime.fromisoformat(guess["value"]))
    return guess["value"]

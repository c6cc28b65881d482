"""Press release: extracted from a pasted page or a file, saved as a draft."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from board import clock
from board.extensions import db
from board.files.staging import Stage
from board.models.article.article import (
    LONGEST_BYLINE,
    LONGEST_SOURCE,
    LONGEST_TITLE,
    MOST_SUBTITLES,
    Article,
)
from board.models.article.labelled import RELEASE
from board.models.intake.filing import Filing
from board.models.intake.origin import FILE, MAIL, PASTE, Origin, counted
from board.models.intake.pictures import Placing, stage_photos
from board.models.site.board import Board
from board.text import extraction
from board.text.documents import Document, Picture
from board.text.extraction import several
from board.text.plain import excerpt, text_of

if TYPE_CHECKING:
    from board.models.user.user import User

LONGEST_BEGINNING = 300
LONGEST_MADE_TITLE = 60  # characters of the first words that stand for a title


@dataclass(frozen=True)
class PressRelease:
    """The parts of a release. `body` is HTML; `cut`, `guesses` and `problems` are as in `Origin`;
    `pictures` are files that exist as long as the document is open, and become photos on `stage`."""

    title: str
    subtitles: list[str]
    released_on: date | None
    byline: str
    organisation: str
    body: str
    cut: list[dict[str, Any]]
    embargo: datetime | None = None
    contacts: Sequence[str] = ()
    guesses: Sequence[dict[str, Any]] = ()
    pictures: Sequence[Picture] = ()
    stage: Stage = field(default_factory=Stage)
    came_by: str = PASTE
    file_name: str = ""
    problems: Sequence[str] = ()

    @classmethod
    def read(cls, text: str) -> "PressRelease":
        """Extract from a pasted page or bare release; the first words are the title of one that has
        none. ValueError, in Korean, when it has no text."""
        page = extraction.read(text)
        if not page.html:
            raise ValueError(
                "본문을 찾지 못했습니다. 제목부터 본문 끝까지 다시 복사해서 붙여 주세요."
            )
        title = excerpt(page.paragraphs[0], LONGEST_MADE_TITLE)
        return cls._of(page, title, problems=_collected(text))

    @classmethod
    def each_in(cls, text: str) -> "list[PressRelease]":
        """Extract each release of a pasted text; one where it holds but one. ValueError as `read`."""
        parts = several.parts_of_text(text)
        return _counted([cls.read(part) for part in parts], "글")

    @classmethod
    def each_of(cls, document: Document, name: str = "") -> "list[PressRelease]":
        """Extract each release of a parsed document; one where it holds but one."""
        parts = several.parts(document.html)
        if len(parts) == 1:
            return [cls.of(document, name)]
        releases = [cls.of(replace(document, html=part, title=""), name) for part in parts]
        return _counted(releases, "메일" if document.mail else "파일")

    @classmethod
    def of(cls, document: Document, name: str = "") -> "PressRelease":
        """Extract from a parsed document; its file name or subject replaces a missing title."""
        mail = document.mail
        sent_on = clock.local(mail.sent_at).date() if mail and mail.sent_at else None
        called = (mail and mail.subject) or document.title or name
        page = extraction.read_document(document.html, document.kind, sent_on, called)
        if page.date is None and sent_on:
            told = extraction.Guess("date", sent_on.isoformat(), "메일을 보낸 날입니다.")
            page = replace(page, date=sent_on, guesses=(*page.guesses, told))
        sender = extraction.sender_in(mail.sender_name) if mail else None
        if page.organisation is None and mail and sender:
            told = extraction.Guess("organisation", sender, f"보낸 사람: {mail.sender_name}")
            page = replace(page, organisation=sender, guesses=(*page.guesses, told))
        title = (
            page.title
            or (mail and mail.subject)
            or document.title
            or name.rpartition(".")[0]
            or name
        )
        release = cls._of(
            page,
            title=title or "제목 없는 글",
            pictures=document.pictures,
            came_by=MAIL if mail else FILE,
            file_name=name,
            problems=[*_linked(document), *_collected(text_of(document.html))],
        )
        left = [
            {"kind": kind, "text": text, "place": 0} for kind, text in document.left_out if text
        ]
        cut = [*release.cut, *left]
        return replace(release, cut=cut)

    @classmethod
    def _of(cls, page: extraction.Pasted, title: str = "", **more: Any) -> "PressRelease":
        return cls(
            title=(page.title or title)[:LONGEST_TITLE],
            subtitles=list(page.subtitles)[:MOST_SUBTITLES],
            released_on=page.date,
            byline=(page.byline or "")[:LONGEST_BYLINE],
            organisation=(page.organisation or "")[:LONGEST_SOURCE],
            body=str(page.html),
            cut=[asdict(cut) for cut in page.cut],
            embargo=page.embargo,
            contacts=page.contacts,
            guesses=[asdict(guess) for guess in page.guesses],
            **more,
        )

    def staged(self, stage: Stage) -> "PressRelease":
        """The same with its pictures made ready, which takes seconds."""
        stage_photos(self.pictures, stage)
        return replace(self, stage=stage)

    @property
    def parts(self) -> list[tuple[str, int]]:
        """The number of paragraphs, tables and pictures: ("문단", 9), …"""
        return counted(self.body, ("사진", self.body.count("<img ")))

    @property
    def beginning(self) -> str:
        """The first words of the body."""
        return excerpt(text_of(self.body), LONGEST_BEGINNING)

    def draft(self, *, board: "Board | None", by: "User", once: str | None = None) -> "Article":
        """Create a draft; without a `board` it is filed by what speaks for one.

        The page's own date is kept as its origin's date, not as its date of publication: that is
        when readers get it, and comments count from there.
        """
        filing = Filing(board) if board else Filing.of(self)
        article = Article.draft(
            board=filing.board or db.session.scalars(Board.in_order().limit(1)).one(),
            by=by,
            title=self.title,
            subtitles=self.subtitles,
            byline=self.byline or by.name,
            source=self.organisation,
            label=RELEASE if self.organisation or self.came_by != PASTE else "",
            embargo_until=self.embargo,
            once=once,
        )
        placing = Placing(article, self.pictures, by, self.stage)
        article.body = placing.body(self.body)
        Origin.keep(
            article,
            self.released_on,
            came_by=self.came_by,
            file_name=self.file_name,
            cut=[*self.cut, *placing.cut],
            guesses=[*filing.guesses, *self.guesses],
            problems=[*self.problems, *placing.problems],
            lacks_board=filing.board is None,
        )
        return article


def _counted(releases: list[PressRelease], source: str) -> list[PressRelease]:
    """The releases; of several, each says how many came together."""
    number = len(releases)
    told = [f"보도자료 {number}건이 든 {source}이라 초안도 {number}개입니다."] if number > 1 else []
    return [replace(each, problems=[*told, *each.problems]) for each in releases]


def _collected(text: str) -> list[str]:
    number = several.short_news(text)
    told = f"짧은 소식 {number}건이 든 자료입니다. 따로 게재하려면 한 건씩 나누어 올려 주세요."
    return [told] if number else []


def _linked(document: Document) -> list[str]:
    told = f"큰 첨부 {document.linked}개는 링크로 왔습니다. 브라우저에서 받아 따로 올려 주세요."
    return [told] if document.mail and document.linked else []

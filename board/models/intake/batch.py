"""Batch import: of files uploaded together each document becomes a draft, and photos join the draft
they belong to. Sent twice, they are imported once."""

import unicodedata
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from board.extensions import db
from board.files.staging import Stage
from board.models.article.article import Article
from board.models.article.completable import UNTITLED
from board.models.article.drafting import draft_once
from board.models.intake.opening import Arriving
from board.models.intake.origin import FILE, Origin
from board.models.intake.press_release import PressRelease
from board.models.site.board import Board
from board.models.user.user import User
from board.text.documents import Enclosed

ALIKE = 4  # letters at the beginning of two names that say they belong together
PHOTOS = "photos"


@dataclass(frozen=True)
class Arrival:
    """Import result of a file: the article it is in, or the sentence that says why it is in
    none."""

    name: str
    article: Article | None = None
    problem: str = ""
    is_draft: bool = False  # the article is this file's own

    @property
    def parts(self) -> list[tuple[str, int]]:
        return self.article.origin.parts if self.article and self.article.origin else []


class Batch:
    """Files uploaded together, identified by `once`; a later request may add more of them.

    Without a `board` each is filed by what speaks for one.
    """

    def __init__(
        self, board: Board | None, by: User, once: str, *, originals: bool = False
    ) -> None:
        self.board, self.by, self.once, self.originals = board, by, once, originals

    def land(self, arriving: Arriving) -> Arrival:
        """Import one file. A refused file leaves nothing behind."""
        try:
            with db.session.begin_nested():
                if arriving.release:
                    article = self._draft(arriving, arriving.release)
                    return Arrival(arriving.name, article, is_draft=True)
                return Arrival(arriving.name, self._joined(arriving))
        except ValueError as error:
            return Arrival(arriving.name, problem=str(error))

    def _draft(self, arriving: Arriving, release: PressRelease) -> Article:
        once = f"{self.once}:{arriving.digest[:32]}"
        article, is_new = draft_once(
            once, lambda: release.draft(board=self.board, by=self.by, once=once)
        )
        if is_new:
            for file in arriving.beside:
                self._attach_or_tell(article, file, arriving.stage)
            if self.originals:
                self._attach_or_tell(article, arriving, arriving.stage)
        return article

    def _joined(self, arriving: Arriving) -> Article:
        if arriving.problem and not arriving.is_attachable:
            raise ValueError(arriving.problem)
        article = self._home_of(arriving)
        self._attach(article, arriving, arriving.stage)
        return article

    def _home_of(self, arriving: Arriving) -> Article:
        """The draft a photo belongs to: the only one, the one with the most similar name, or one of
        photos."""
        documents = {
            draft: draft.origin.file_name
            for draft in self._drafts()
            if draft.origin and draft.origin.file_name
        }
        alike = {draft: _alike(name, arriving.name) for draft, name in documents.items()}
        closest = max(alike, key=lambda draft: alike[draft], default=None)
        if closest and (len(documents) == 1 or alike[closest] >= ALIKE):
            return closest
        if not arriving.is_photo:
            raise ValueError(
                arriving.problem
                or f"‘{arriving.name}’을 어느 글에 붙일지 알 수 없습니다. 글을 열어 붙여 주세요."
            )
        return draft_once(f"{self.once}:{PHOTOS}", self._draft_of_photos)[0]

    def _drafts(self) -> list[Article]:
        ours = Article.once.startswith(f"{self.once}:", autoescape=True)
        question = select(Article).where(ours, Article.author_id == self.by.id)
        return [each for each in db.session.scalars(question.order_by(Article.id)) if each.origin]

    def _draft_of_photos(self) -> Article:
        once = f"{self.once}:{PHOTOS}"
        board = self.board or db.session.scalars(Board.in_order().limit(1)).one()
        article = Article.draft(board=board, by=self.by, title=UNTITLED, once=once)
        Origin.keep(article, None, came_by=FILE, lacks_board=self.board is None)
        return article

    def _attach_or_tell(self, article: Article, file: Enclosed | Arriving, stage: Stage) -> None:
        try:
            with db.session.begin_nested():
                self._attach(article, file, stage)
        except ValueError as error:
            _tell(article, file, str(error))

    def _attach(self, article: Article, file: Enclosed | Arriving, stage: Stage) -> None:
        upload = stage.take(file.path)
        article.enclose(upload, by=self.by)
        if upload.remark:
            _tell(article, file, upload.remark)


def _tell(article: Article, file: Enclosed | Arriving, sentence: str) -> None:
    origin = article.origin or Origin.keep(article, None, came_by=FILE)
    origin.problems = [*origin.problems, f"{file.name}: {sentence}"]


def _alike(*names: str) -> int:
    """Length of the common prefix of two names."""
    one, other = (unicodedata.normalize("NFKC", Path(each).stem).casefold() for each in names)
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))

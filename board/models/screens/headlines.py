"""Headlines: articles as the front page lists them, rows without bodies.

Statements are built once. A board's newest articles are read in index order, only as many as shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from sqlalchemy import Select, Text, bindparam, select, type_coerce, union_all

from board.extensions import db
from board.models.article.article import Article, summary
from board.models.article.labelled import LABELS
from board.models.article.pinnable import Notice
from board.models.article.posted import Standing
from board.models.attachment.attachment import PHOTO, Attachment
from board.models.newsroom.top_story import TopStory
from board.models.screens.listing import BY_DATE, merged

if TYPE_CHECKING:
    from board.models.site.board import Board
    from board.models.site.group import Group

LENGTH = 5
COLUMNS = (
    Article.id,
    Article.board_id,
    Article.title,
    Article.label,
    Article.published_at,
    Article.comments_count,
    Article.recommendations_count,
)
UP = Article.id.in_(select(Notice.article_id).where(Notice.is_up()))
ON_TOP = Article.id.in_(select(TopStory.article_id).where(TopStory.lasts()))
PINNED = select(*COLUMNS).where(UP, ~ON_TOP, Article.is_out()).order_by(*BY_DATE)
TOP = select(*COLUMNS).where(ON_TOP, Article.is_out())
LEADS = Article.id.in_(bindparam("leads", expanding=True))
TEXTS = select(Article.id, Article.subtitles, type_coerce(Article.body, Text)).where(LEADS)
PHOTOS = (
    select(Attachment)
    .join(Attachment.article)
    .where(LEADS, Attachment.kind == PHOTO)
    .order_by(Attachment.position.desc(), Attachment.id.desc())
)


@dataclass(slots=True)
class Headline:
    """What a list tells of an article. Its board, description and first photo are known where the
    front page shows them."""

    id: int
    board_id: int
    title: str
    label: str
    published_at: datetime
    comments_count: int
    recommendations_count: int
    board: "Board | None" = None
    description: str = ""
    lead_photo: Attachment | None = None

    @property
    def label_name(self) -> str:
        return LABELS.get(self.label, "")

    @classmethod
    def of(cls, question: Select) -> "list[Headline]":
        """The headlines a question for `COLUMNS` finds."""
        return [cls(*row) for row in db.session.connection().execute(question)]

    @classmethod
    def pinned(cls) -> "list[Headline]":
        """Articles pinned now, newest first, but for the top story."""
        return cls.of(PINNED)

    @classmethod
    def top(cls, groups: "list[Group]") -> "Headline | None":
        """The top story, while readers may read it. One query, or three."""
        boards = _boards_of(groups)
        found = [each for each in cls.of(TOP) if each.board_id in boards]
        for headline in found:
            headline.board = boards[headline.board_id]
            _introduce([headline])
        return found[0] if found else None

    @classmethod
    def latest_by_group(cls, groups: "list[Group]") -> "list[tuple[Group, list[Headline]]]":
        """(group, its newest articles) for every group that has any, without those that stand above
        as notices or top story. Three queries.

        The first group begins with the newest article of the paper's own among them, so that a
        release does not push it away.
        """
        boards = _boards_of(groups)
        if not boards:
            return []
        wanted = tuple(tuple(each.id for each in group.boards) for group in groups if group.boards)
        found: dict[int, list[Headline]] = {}
        for headline in cls.of(_newest_of_each(wanted)):
            headline.board = boards[headline.board_id]
            found.setdefault(headline.board.group_id, []).append(headline)
        shown = [(group, found[group.id]) for group in groups if group.id in found]
        if shown:
            _begin_with_own(shown[0][1])
        _introduce([headlines[0] for _, headlines in shown])
        return shown


def _boards_of(groups: "list[Group]") -> "dict[int, Board]":
    return {board.id: board for group in groups for board in group.boards}


def _begin_with_own(headlines: list[Headline]) -> None:
    own = next((place for place, each in enumerate(headlines) if not each.label), 0)
    headlines.insert(0, headlines.pop(own))


def _introduce(leads: Iterable[Headline]) -> None:
    """Add what is shown of a group's first article alone: its description and photo."""
    by_id = {each.id: each for each in leads}
    asked = {"leads": list(by_id)}
    for article_id, subtitles, body in db.session.connection().execute(TEXTS, asked):
        by_id[article_id].description = summary(subtitles, body)
    for photo in db.session.scalars(PHOTOS, asked):  # the first one last
        by_id[photo.article_id].lead_photo = photo


@lru_cache(maxsize=8)
def _newest_of_each(groups: tuple[tuple[int, ...], ...]) -> Select:
    """The newest articles of each group, given as the ids of its boards."""
    newest = (merged([_own(board) for board in boards], LENGTH) for boards in groups)
    ids = union_all(*(each.subquery().select() for each in newest))
    return select(*COLUMNS).where(Article.id.in_(ids)).order_by(*BY_DATE)


def _own(board: int) -> Standing:
    own = select(Article).where(Article.board_id == board, Article.is_out(), ~UP, ~ON_TOP)
    return Standing(own, Article.published_at, Article.id)

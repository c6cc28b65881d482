"""Newsroom dashboard: unfinished articles, problems, and today's numbers."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import joinedload, selectinload, undefer

from board import clock
from board.extensions import db
from board.models.article.article import Article
from board.models.attachment.attachment import PHOTO, Attachment
from board.models.comment.comment import Comment
from board.models.intake.fetch import Fetch
from board.models.intake.mail import Mail
from board.models.intake.origin import FILE, MAIL, Origin
from board.models.legal.correction.request import CorrectionRequest
from board.models.legal.takedown.request import TakedownRequest
from board.models.maintenance.retention_run import RetentionRun
from board.models.newsroom.top_story import TopStory
from board.models.traffic.views import Reading, VisitorCount

LENGTH = 5  # rows of a block; the list of articles shows the rest
MORNING = 20  # what came in is worked through on this very page


@dataclass(frozen=True)
class Panel:
    """A panel of the dashboard: its first rows, and how many there are in all."""

    rows: list[Article]
    total: int

    @classmethod
    def of(cls, question: Select, *order, length: int = LENGTH) -> "Panel":
        counted = select(func.count()).select_from(
            question.with_only_columns(Article.id).subquery()
        )
        rows = question.options(*Article.in_list()).order_by(*order).limit(length)
        return cls(list(db.session.scalars(rows)), db.session.scalar(counted) or 0)


@dataclass(frozen=True)
class Today:
    """Numbers since midnight in Seoul. `views` counts a person once per article."""

    published: int
    comments: int
    visitors: int
    views: int
    most_read: list[tuple[Article, int]]

    @classmethod
    def now(cls) -> "Today":
        midnight, day = clock.day_start(clock.today()), clock.today()
        since = (
            select(func.count()).where(Article.is_out(), Article.published_at >= midnight),
            select(func.count()).select_from(Comment).where(Comment.created_at >= midnight),
            select(VisitorCount.visitors).where(VisitorCount.day == day),
            select(func.count()).select_from(Reading).where(Reading.day == day),
        )
        numbers = db.session.execute(select(*(each.scalar_subquery() for each in since))).one()
        published, comments, visitors, views = (number or 0 for number in numbers)
        return cls(published, comments, visitors, views, cls._most_read(day))

    @staticmethod
    def _most_read(day: date) -> list[tuple[Article, int]]:
        readers = func.count().label("readers")
        of_today = select(Reading.article_id, readers).where(Reading.day == day)
        ranked = of_today.group_by(Reading.article_id).subquery()
        most = select(Article, ranked.c.readers).join(ranked, ranked.c.article_id == Article.id)
        rows = most.where(Article.is_out()).order_by(ranked.c.readers.desc(), Article.id.desc())
        return [tuple(row) for row in db.session.execute(rows.limit(LENGTH))]


class Overview:
    """The dashboard. Every panel takes one or two queries, whatever the paper's size."""

    def __init__(self) -> None:
        arrived = Article.drafts().where(_is_untouched())
        unfinished = Article.drafts().where(~_is_untouched())
        self.arrived = Panel.of(arrived.options(*_as_it_came()), Article.id.desc(), length=MORNING)
        self.unread_mails = db.session.scalars(Mail.unread().limit(MORNING)).all()
        self.fetch = db.session.scalar(Fetch.last())
        self.unfinished = Panel.of(unfinished, Article.updated_at.desc(), Article.id.desc())
        self.scheduled = Panel.of(Article.scheduled(), Article.published_at, Article.id)
        self.undescribed = Panel.of(_with_photos_nobody_described(), Article.published_at.desc())
        self.requests = list(db.session.scalars(CorrectionRequest.to_do().limit(LENGTH)))
        self.takedowns = list(db.session.scalars(TakedownRequest.waiting().limit(LENGTH)))
        self.overdue = RetentionRun.problem()
        self.top_story = db.session.scalar(TopStory.chosen())
        self.today = Today.now()


def _is_untouched() -> ColumnElement[bool]:
    """SQL condition: imported, and not saved or edited since."""
    came_in = Origin.came_by.in_((FILE, MAIL)) & (Article.updated_at <= Origin.created_at)
    return Article.origin.has(came_in) & ~Article.manuscript.has()


def _as_it_came() -> tuple:
    """Loader options for the rows of incoming articles."""
    mail = joinedload(Article.origin).joinedload(Origin.mail).joinedload(Mail.office)
    return (mail, selectinload(Article.enclosures), undefer(Article.body))


def _with_photos_nobody_described() -> Select:
    """Published or scheduled articles with a photo without alternative text."""
    wanting = select(Attachment.article_id).where(Attachment.kind == PHOTO, Attachment.alt == "")
    return select(Article).where(
        Article.published_at.is_not(None),
        ~Article.withdrawal.has(),
        Article.is_kept(),
        Article.id.in_(wanting),
    )

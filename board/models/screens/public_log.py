"""Public moderation log: what was done, why, when and in which role, never by whom.

It is a view of the audit log without rows of its own: nobody can edit it.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from board import clock
from board.extensions import db
from board.models.article.article import Article
from board.models.audit import AuditEntry
from board.models.audit.labels import PUBLIC_DEEDS
from board.models.audit.sealing import Head
from board.models.comment.comment import Comment
from board.models.comment.hold import Hold
from board.models.comment.reasons import REASONS
from board.models.screening.optional_wordlist import OPTIONAL_NAMES
from board.models.screens.paging import Sheet
from board.models.site.board import AUDIENCE_NAMES, Board
from board.models.user.roles import ADMIN, MODERATOR, ROLE_NAMES

KINDS = {"comment": "댓글", "article": "글", "board": "게시판"}
# What of an entry's detail is told, and how; nothing else is.
SAID: dict[str, Callable[[Any], str]] = {
    "days": lambda days: f"{days}일",
    "hours": lambda hours: f"{hours}시간",
    "count": lambda count: f"{count}개",
    "list": lambda name: OPTIONAL_NAMES.get(name, name),
    "commenting": lambda audience: f"댓글 쓰기: {AUDIENCE_NAMES[audience]}",
    "holds_newcomers": lambda held: f"처음 쓰는 댓글: {'확인한 뒤에' if held else '바로'} 보임",
    "comments_close_days": lambda days: f"댓글 받는 기간: {f'{days}일' if days else '끝없이'}",
}
MOST_TOTALS = 1000  # remembered
MINE = ("comment.remove", "comment.restore")  # deeds that writers do to their own words, too

# Joined to nothing, so that no index of actions is used: the log is read along its entries.
_action = AuditEntry.action.concat("")
_totals: dict[tuple[str | None, str | None, date | None], tuple[Head, int]] = {}


class PublicLog(Sheet):
    """One page of the log, newest first. `deed` is a key of `PUBLIC_DEEDS`, `reason` of `REASONS`,
    `month` any day of it; None means all."""

    def __init__(
        self,
        deed: str | None = None,
        reason: str | None = None,
        month: date | None = None,
        page: int = 1,
    ) -> None:
        self.deed, self.reason, self.month = deed, reason, month
        self.head = Head.now()
        question = select(AuditEntry).where(_is_public(), *self._asked())
        if deed:
            question = question.where(AuditEntry.action == deed)  # by its index
        super().__init__(question.order_by(AuditEntry.id.desc()), page)
        self._things = _still_there(self.rows)

    @property
    def is_filtered(self) -> bool:
        return bool(self.deed or self.reason or self.month)

    @property
    def months(self) -> dict[str, str]:
        """Months with entries, newest first: {"2026-11": Korean name}."""
        moments = select(AuditEntry.at).where(_is_public()).limit(1)
        first = db.session.scalar(moments.order_by(AuditEntry.number))
        if first is None:
            return {}
        last = db.session.scalar(moments.order_by(AuditEntry.number.desc())) or first
        counts = range(_counted(clock.local(last)), _counted(clock.local(first)) - 1, -1)
        months = [_month(count) for count in counts]
        return {f"{month:%Y-%m}": f"{month.year}년 {month.month}월" for month in months}

    @cached_property
    def held(self) -> dict[str, int]:
        """{source: number} of comments that are held now by the program, or for readers'
        reports."""
        waiting = select(Hold.source, func.count()).join(Hold.comment)
        waiting = waiting.where(Hold.ended_at.is_(None), ~Comment.removal.has())
        return dict(db.session.execute(waiting.group_by(Hold.source)).all())

    def sentence(self, entry: AuditEntry) -> str:
        """What was done: the deed, and in brackets how much of what kind."""
        said = [SAID[name](value) for name, value in entry.detail.items() if name in SAID]
        return PUBLIC_DEEDS[entry.action] + (f" ({', '.join(said)})" if said else "")

    def reason_of(self, entry: AuditEntry) -> str:
        """The reason in Korean; empty where none of `REASONS` was given."""
        return REASONS.get(entry.detail.get("reason") or "", "")

    def role_of(self, entry: AuditEntry) -> str:
        return ROLE_NAMES.get(entry.actor_role or "", "자동")

    def thing_of(self, entry: AuditEntry) -> Comment | Article | Board | None:
        """The comment, article or board concerned, if readers can still see it."""
        thing = self._things.get((entry.subject_type, entry.subject_id))
        # A later one may have been given the id of one that is gone.
        return thing if thing is not None and thing.created_at <= entry.at else None

    def kind_of(self, entry: AuditEntry) -> str:
        """A word for the thing concerned; empty if readers cannot see it."""
        return KINDS.get(entry.subject_type or "", "")

    def _count(self, _question: Select) -> int:
        """Count only what was sealed since the last time: the digest of an entry stands for all
        before it, which never change."""
        asked = self.deed, self.reason, self.month
        last, total = _totals.get(asked, (Head(), 0))
        if last.number and not last.is_kept():
            last, total = Head(), 0  # another log: the database came from a copy
        later = AuditEntry.number > last.number, AuditEntry.number <= self.head.number
        total += super()._count(select(AuditEntry).where(_is_public(), *self._asked(), *later))
        if len(_totals) >= MOST_TOTALS:
            _totals.clear()
        _totals[asked] = self.head, total
        return total

    def _asked(self) -> Iterator[ColumnElement[bool]]:
        if self.deed:
            yield _action == self.deed
        if self.reason:
            yield AuditEntry.detail["reason"].as_string() == self.reason
        if self.month:
            yield AuditEntry.at >= clock.day_start(self.month)
            yield AuditEntry.at < clock.day_start(_next(self.month))


def _is_public() -> ColumnElement[bool]:
    """SQL condition: actions of staff and of the program; not of writers on their own comments."""
    by_staff = or_(AuditEntry.actor_role.is_(None), AuditEntry.actor_role.in_((MODERATOR, ADMIN)))
    moderated = or_(
        AuditEntry.action.not_in(MINE),
        AuditEntry.detail["reason"].as_string().is_not(None),
        AuditEntry.detail["ruling"].as_string().is_not(None),
    )
    sealed = AuditEntry.number.is_not(None)
    return sealed & _action.in_(PUBLIC_DEEDS) & by_staff & moderated


def _still_there(entries: Sequence[AuditEntry]) -> dict[tuple, Comment | Article | Board]:
    """{(type, id): thing} of things that readers can see."""
    asked = {
        kind: {each.subject_id for each in entries if each.subject_type == kind} for kind in KINDS
    }
    comments = select(Comment).join(Comment.article).where(Comment.id.in_(asked["comment"]))
    articles = select(Article).where(Article.id.in_(asked["article"]))
    found: dict[str, Select[Any]] = {
        "comment": comments.where(Article.is_out()),
        "article": articles.where(Article.is_out()),
        "board": select(Board).where(Board.id.in_(asked["board"])),
    }
    return {
        (kind, thing.id): thing
        for kind, question in found.items()
        if asked[kind]
        for thing in db.session.scalars(question)
    }


def _next(month: date) -> date:
    return _month(_counted(month) + 1)


def _counted(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month(count: int) -> date:
    return date(count // 12, count % 12 + 1, 1)

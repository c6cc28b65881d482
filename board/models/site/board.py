"""Board: a named list of articles with its own rules on who may comment and recommend."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model
from board.models.site.comment_rules import HasCommentRules
from board.models.site.group import Group

# Who may comment, recommend or report: everyone, members only, or nobody.
GUEST, MEMBER, NOBODY = "guest", "member", "nobody"
AUDIENCE_NAMES = {GUEST: "누구나", MEMBER: "회원만", NOBODY: "아무도"}
COMMENTS_CLOSE_DAYS, MOST_CLOSE_DAYS = 90, 3650
# The comment rules of a new board of which nobody said otherwise.
FIRST_RULES: dict[str, Any] = {
    "commenting": GUEST,
    "holds_newcomers": False,
    "comments_close_days": COMMENTS_CLOSE_DAYS,
}
LONGEST_BOARD_NAME, LONGEST_SLUG, LONGEST_DESCRIPTION = 30, 40, 200  # characters


class Board(HasCommentRules, Model):
    """A board of the site, with its place in the menu and its rules."""

    __tablename__ = "boards"

    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), index=True)
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    commenting: Mapped[str] = mapped_column(default="guest")
    recommending: Mapped[str] = mapped_column(default="guest")
    reporting: Mapped[str] = mapped_column(default="guest", server_default="guest")
    # Whether a newcomer's first comments wait for a moderator.
    holds_newcomers: Mapped[bool] = mapped_column(default=False, server_default="0")
    comments_close_days: Mapped[int | None] = mapped_column(default=COMMENTS_CLOSE_DAYS)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    group: Mapped[Group] = relationship(back_populates="boards")

    @classmethod
    def at(cls, slug: str) -> Select["Board"]:
        return select(cls).options(joinedload(cls.group, innerjoin=True)).filter_by(slug=slug)

    @classmethod
    def in_order(cls) -> Select["Board"]:
        return select(cls).join(cls.group).order_by(cls._group_position(), cls.position, cls.id)

    @property
    def comment_rules(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in FIRST_RULES}

    @property
    def full_name(self) -> str:
        """The board's name with its group's, since boards of different groups may share a name."""
        return f"{self.group.name} › {self.name}"

    def closes_comments_at(self, published_at: datetime) -> datetime | None:
        """When comments close on an article published then; None means never."""
        if self.comments_close_days is None:
            return None
        return published_at + timedelta(days=self.comments_close_days)

    @classmethod
    def _group_position(cls):
        return Group.position

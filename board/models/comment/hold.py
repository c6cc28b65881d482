"""Hold: a comment hidden, not deleted, until a moderator has looked."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model, db
from board.models.user.authority import Authority

if TYPE_CHECKING:
    from board.models.comment.comment import Comment
    from board.models.moderation.ruling.ruling import Ruling

MACHINE, REPORTS, MODERATOR = "machine", "reports", "moderator"
NEWNESS = "newcomers"  # the phase that holds a comment for nothing in it
IN_FORCE = text("ended_at IS NULL")
UNDECIDED = text("ended_at IS NULL AND (source <> 'moderator' OR resubmitted_at IS NOT NULL)")
UNTOLD = ("guards", "spam")  # phases whose findings would teach machines and advertisers
SENTENCES = {
    MACHINE: "운영자가 확인하는 동안 가린 댓글입니다.",
    REPORTS: "신고가 들어와 확인하는 동안 가린 댓글입니다.",
}


class Hold(Authority, Model):
    """A hold. `source` is the screening, readers' reports or a moderator. `flags` are what was
    found, each {"phase", "why", "what": [words]}. `was_shown`: readers had seen the comment before,
    so a sentence replaces it; otherwise nothing does. It refers to the rulings that placed or ended
    it, so that undoing them restores it.
    """

    __tablename__ = "holds"
    __table_args__ = (
        Index(
            "uq_holds_comment_id",
            "comment_id",
            unique=True,
            sqlite_where=IN_FORCE,
            postgresql_where=IN_FORCE,
        ),
        Index(
            "ix_holds_undecided",
            "comment_id",
            sqlite_where=UNDECIDED,
            postgresql_where=UNDECIDED,
        ),
        Index("ix_holds_comment_id", "comment_id"),
        Index("ix_holds_created_at", "created_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    comment_id: Mapped[int] = mapped_column(ForeignKey("comments.id", ondelete="CASCADE"))
    source: Mapped[str]
    flags: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    was_shown: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    resubmitted_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    placed_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("rulings.id", ondelete="SET NULL"), index=True
    )
    ended_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("rulings.id", ondelete="SET NULL"), index=True
    )
    ended_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    comment: Mapped["Comment"] = relationship()
    placed_by: Mapped["Ruling | None"] = relationship(foreign_keys=[placed_by_id])
    ended_by: Mapped["Ruling | None"] = relationship(foreign_keys=[ended_by_id])

    @property
    def sentence(self) -> str:
        """The sentence shown in the thread instead of the comment."""
        return SENTENCES.get(self.source, f"{self.decider}가 가린 댓글입니다.")

    @property
    def reasons(self) -> str:
        """The reasons for its writer: `금지어(○○), 다른 사이트 링크(money.example)`. How a machine or
        an advert was detected is not told."""
        told = [
            f"{flag['why']}({', '.join(flag['what'])})"
            if flag["what"] and flag["phase"] not in UNTOLD
            else flag["why"]
            for flag in self.flags
        ]
        return ", ".join(told) or self.sentence

    @property
    def is_for_newness(self) -> bool:
        """Whether it waits only because its writer is new here."""
        return [flag["phase"] for flag in self.flags] == [NEWNESS]

    def end(self, ruling: "Ruling | None" = None) -> None:
        """End the hold; other decisions may still hide the comment."""
        self.ended_at, self.ended_by = clock.now(), ruling
        db.session.flush()

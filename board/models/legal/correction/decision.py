"""Decision on a correction request: what, by whom, and why."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model

if TYPE_CHECKING:
    from board.models.user.user import User

# The grounds on which article 15 ④ of the Press Arbitration Act lets a paper decline; the last is
# ours, for what the Act does not foresee. Not legal advice.
GROUNDS = {
    "no_interest": "청구할 정당한 이익이 없음",
    "untrue": "청구한 내용이 명백히 사실과 다름",
    "unlawful": "청구한 내용이 명백히 위법함",
    "advertising": "상업적인 광고만을 목적으로 함",
    "public_record": "공개회의나 공개재판의 사실 보도에 관한 것임",
    "late": "청구할 수 있는 기간이 지남",
    "other": "그 밖의 사유",
}


class Decision(Model):
    """A decision. `ground` is a key of `GROUNDS` if the request was declined, else empty."""

    __tablename__ = "decisions"

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(
        ForeignKey("correction_requests.id", ondelete="CASCADE"), unique=True
    )
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    ground: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    by: Mapped["User | None"] = relationship()

    @property
    def accepts(self) -> bool:
        return not self.ground

    @property
    def ground_name(self) -> str:
        return GROUNDS.get(self.ground, "")

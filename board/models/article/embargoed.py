"""Embargo: the moment before which an article cannot be published."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, mapped_column, validates

from board import clock
from board.columns import UTCDateTime
from board.text.korean import spoken_moment


class EmbargoError(ValueError):
    """A time of publication before the end of the embargo, `until`."""

    def __init__(self, until: datetime) -> None:
        super().__init__(
            f"엠바고가 {spoken_moment(until, clock.today())}까지입니다. 그때나 그 뒤로 예약해 주세요."
        )
        self.until = until


class Embargoed:
    """Mixin: `embargo_until` has a resolution of minutes; no article is published before it."""

    if TYPE_CHECKING:  # of the article
        published_at: Mapped[datetime | None]

        @property
        def was_seen(self) -> bool: ...

    embargo_until: Mapped[datetime | None] = mapped_column(UTCDateTime)

    @property
    def is_embargoed(self) -> bool:
        return self.embargo_until is not None and self.embargo_until > clock.now()

    def check_embargo(self, until: datetime | None) -> None:
        """ValueError, in Korean, when the embargo can no longer be changed to this."""
        if until == self.embargo_until:
            return
        if self.was_seen:
            raise ValueError("이미 게시한 글의 엠바고는 바꿀 수 없습니다.")
        if self.published_at is not None and until is not None and self.published_at < until:
            at = spoken_moment(self.published_at, clock.today())
            raise ValueError(f"{at}에 게시되도록 예약한 글입니다. 예약을 먼저 바꿔 주세요.")

    def refuse_before_embargo(self, at: datetime) -> None:
        if self.embargo_until is not None and at < self.embargo_until:
            raise EmbargoError(self.embargo_until)

    @validates("embargo_until")
    def _keep_to_the_minute(self, _key: str, until: datetime | None) -> datetime | None:
        until = until and until.replace(second=0, microsecond=0)
        self.check_embargo(until)
        return until

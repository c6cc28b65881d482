"""Optional wordlists: mild and political words, which an admin may switch on for the whole site."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model, db, insert_once
from board.models import audit

if TYPE_CHECKING:
    from board.models.user.user import User

MILD, POLITICAL = OPTIONAL = ("mild", "political")
OPTIONAL_NAMES = {MILD: "가벼운 욕", POLITICAL: "정치 비하 표현"}


class OptionalWordlist(Model):
    """A list that is on, and who switched it on when; a list without a row is off."""

    __tablename__ = "optional_wordlists"

    name: Mapped[str] = mapped_column(primary_key=True)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    added_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    added_by: Mapped["User | None"] = relationship()

    @classmethod
    def by_name(cls) -> dict[str, "OptionalWordlist"]:
        """Those that are on."""
        rows = db.session.scalars(select(cls).options(joinedload(cls.added_by)))
        return {row.name: row for row in rows}

    @classmethod
    def switch(cls, name: str, on: bool, by: "User") -> bool:
        """Switch a list on or off; whether that changed anything. ValueError for an unknown one."""
        if name not in OPTIONAL:
            raise ValueError(name)
        if on:
            row = {"name": name, "created_at": clock.now(), "added_by_id": by.id}
            changed = insert_once(cls, [row]) > 0
        else:
            deleted = db.session.execute(db.delete(cls).where(cls.name == name).returning(cls.name))
            changed = deleted.first() is not None
        if changed:
            audit.record(f"wordlist.{'enable' if on else 'disable'}", by=by, list=name)
        return changed

"""Group: a heading of the menu that holds boards."""

from typing import TYPE_CHECKING

from sqlalchemy import Select, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from board.extensions import Model

if TYPE_CHECKING:
    from board.models.site.board import Board

LONGEST_GROUP_NAME = 20  # characters


class Group(Model):
    """A group of boards in the menu."""

    __tablename__ = "groups"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    boards: Mapped[list["Board"]] = relationship(
        back_populates="group", order_by="(Board.position, Board.id)"
    )

    @classmethod
    def menu(cls) -> Select["Group"]:
        """All groups in menu order with their boards."""
        return select(cls).options(joinedload(cls.boards)).order_by(cls.position, cls.id)

"""Authority: the role in which a decision was made, and so who may undo it.

The role at that time counts, not today's: when an admin is demoted or leaves, the decision stays an
admin's. `Permitted.refusal_of` is the rule.
"""

from typing import TYPE_CHECKING, Protocol

from sqlalchemy.orm import Mapped, mapped_column, validates

from board.models.user.roles import ADMIN, MODERATOR, ROLE_NAMES

if TYPE_CHECKING:
    from board.models.user.user import User

OUTRANKED = "편집자가 정한 일이라 편집자만 바꾸거나 되돌릴 수 있습니다. 편집자에게 알려 주세요."
IN_CASE = (
    "게시중단 사건에서 지운 댓글입니다. 되돌리려면 편집자가 편집실의 ‘게시중단’에서 "
    "그 사건을 다시 열어야 합니다."
)


class OutrankedError(Exception):
    """Nothing was done: the asker may not undo the decision that stands. The text is Korean."""


class HasAuthority(Protocol):
    """What may be asked of any decision: whose it is to undo."""

    @property
    def by_role(self) -> str | None: ...
    @property
    def is_in_case(self) -> bool: ...


class Authority:
    """Mixin for decisions. `by_role` is the role of whoever made it; None for the program."""

    by_role: Mapped[str | None] = mapped_column()

    @property
    def decider(self) -> str:
        """Who decided, by role and on screen; a moderator where the role is not known."""
        return ROLE_NAMES[ADMIN if self.by_role == ADMIN else MODERATOR]

    @property
    def is_in_case(self) -> bool:
        """Whether it closed a takedown case (Network Act, art. 44-2)."""
        return False

    @validates("by")
    def _note_role(self, _key: str, by: "User | None") -> "User | None":
        if by is not None:
            self.by_role = by.role
        return by

"""Suspension: for a time somebody may read, but not comment, recommend or report."""

from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Index,
    Select,
    and_,
    bindparam,
    exists,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, column_property, joinedload, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime, present
from board.extensions import Model, db, take_turns
from board.models import audit
from board.models.comment.author import SAME_ADDRESS, Hand
from board.models.comment.comment import Comment
from board.models.comment.reasons import REASONS
from board.models.moderation.events import suspension_lifted, suspension_placed
from board.models.user.authority import Authority
from board.models.user.roles import ADMIN

if TYPE_CHECKING:
    from board.models.user.permitted import Permitted
    from board.models.user.user import User

LONGEST_MESSAGE = 300  # characters


class Suspension(Authority, Model):
    """A suspension of a member, or of a guest by the cookie, and for a week by the address too.

    `name` is the writer's name, `message` what they are told, `comment` the occasion. While a member
    is suspended whose suspension `holds_guests`, guests at the member's address wait for the desk.
    """

    __tablename__ = "suspensions"
    __table_args__ = (
        Index("ix_suspensions_user_id", "user_id"),
        Index("ix_suspensions_guest_key", "guest_key"),
        Index("ix_suspensions_address_hash", "address_hash"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    guest_key: Mapped[str | None]
    address_hash: Mapped[str | None]
    name: Mapped[str]
    comment_id: Mapped[int | None] = mapped_column(
        ForeignKey("comments.id", ondelete="SET NULL"), index=True
    )
    until: Mapped[datetime] = mapped_column(UTCDateTime)
    reason: Mapped[str]
    message: Mapped[str] = mapped_column(default="")
    holds_guests: Mapped[bool] = mapped_column(default=True, server_default="1")
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    lifted_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    lifted_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    user: Mapped["User | None"] = relationship(foreign_keys=user_id)
    comment: Mapped["Comment | None"] = relationship()
    by: Mapped["User | None"] = relationship(foreign_keys=by_id)
    lifted_by: Mapped["User | None"] = relationship(foreign_keys=lifted_by_id)

    @classmethod
    def place(
        cls,
        comment: "Comment",
        by: "User",
        until: datetime,
        reason: str,
        message: str = "",
        *,
        holds_guests: bool = True,
    ) -> "Suspension":
        """Suspend the comment's writer; replaces a suspension in force. Members are signed out
        everywhere. ValueError with a Korean sentence when that is not allowed, `OutrankedError`
        when an admin placed the one in force. Sends `suspension_placed`."""
        by.insist_on(*cls.standing_of(comment))
        if not by.can_suspend(comment):
            raise ValueError("운영자와 편집자, 그리고 나 자신은 정지할 수 없습니다.")
        if reason not in REASONS or until <= clock.now():
            raise ValueError("사유와 끝나는 때를 다시 살펴봐 주세요.")
        take_turns(f"suspension {comment.author_key}")
        hand, standing = Hand.of(comment), cls.standing_of(comment)
        by.insist_on(*standing)
        for each in standing:
            each.lifted_at, each.lifted_by = clock.now(), by
        suspension = cls(comment=comment, by=by, until=until, reason=reason, message=message)
        suspension.holds_guests = holds_guests
        suspension.user, suspension.name = comment.user, comment.author_name
        if comment.user is None:
            suspension.guest_key, suspension.address_hash = hand.key, hand.address
        else:
            comment.user.end_sessions()
        db.session.add(suspension)
        db.session.flush()
        db.session.expire(comment, ["writer_is_bound"])
        detail = {"reason": reason, "until": until.isoformat(), "comment": comment.id}
        audit.record("suspension.place", by=by, on=suspension, **detail)
        suspension_placed.send(suspension)
        return suspension

    @classmethod
    def standing_of(cls, comment: "Comment") -> "list[Suspension]":
        """Suspensions in force of the comment's writer, by account or cookie."""
        if comment.user_id is not None:
            person = cls.user_id == comment.user_id
        else:
            person = and_(cls.guest_key.is_not(None), cls.guest_key == comment.guest_key)
        return list(db.session.scalars(select(cls).where(cls.is_in_force(), person)))

    @classmethod
    def binds_moderators(cls, user_id, guest_key) -> ColumnElement[bool]:
        """SQL condition: an admin's suspension is in force for this account or cookie."""
        now = bindparam("now", callable_=clock.now, type_=UTCDateTime(), unique=True)
        of_them = or_(cls.user_id == user_id, cls.guest_key == guest_key)
        theirs = exists().where(cls.lifted_at.is_(None), cls.until > now, cls.by_role == ADMIN)
        return theirs.where(of_them).correlate_except(cls)

    @classmethod
    def of(cls, viewer: "Permitted", address: str | None = None) -> "Suspension | None":
        """The viewer's suspension in force that lasts longest. `address` is the hash of a guest's
        address."""
        asked = {"user_id": viewer.id, "guest_key": viewer.key, "address": address}
        return db.session.scalar(_longest(viewer.is_guest), asked)

    @classmethod
    def holds_guests_at(cls, address: str) -> bool:
        """Whether a suspended member wrote from this address lately, and guests there wait."""
        theirs = (Comment.user_id == cls.user_id, Comment.address_hash == address)
        lately = Comment.created_at > clock.now() - SAME_ADDRESS
        found = exists().where(cls.is_in_force(), cls.holds_guests, *theirs, lately)
        return db.session.scalar(select(found)) or False

    @classmethod
    def newest(cls) -> Select["Suspension"]:
        people = (joinedload(cls.by), joinedload(cls.lifted_by))
        return select(cls).options(*people, joinedload(cls.comment)).order_by(cls.id.desc())

    @classmethod
    def is_in_force(cls) -> ColumnElement[bool]:
        """SQL condition for `stands`."""
        return and_(cls.lifted_at.is_(None), cls.until > clock.now())

    @property
    def stands(self) -> bool:
        return self.lifted_at is None and clock.now() < self.until

    @property
    def reason_name(self) -> str:
        return REASONS[self.reason]

    def is_meant_for(self, viewer: "Permitted") -> bool:
        """Whether it is about this viewer, and not another one at the same address."""
        return self.user_id is not None or self.guest_key == viewer.key

    def lift(self, by: "User") -> None:
        """End it; a second time changes nothing. `OutrankedError` when an admin placed it and `by`
        is no admin. Sends `suspension_lifted` when it was in force."""
        if self.lifted_at is not None:
            return
        by.insist_on(self)
        was_in_force = self.stands
        self.lifted_at, self.lifted_by = clock.now(), by
        db.session.flush()
        audit.record("suspension.lift", by=by, on=self)
        if was_in_force:
            suspension_lifted.send(self)


@cache
def _longest(is_guest: bool) -> Select[Suspension]:
    """The suspension in force of this member, or of this guest, that lasts longest."""
    theirs = Suspension.user_id == bindparam("user_id")
    if is_guest:
        lately = Suspension.created_at > present(-SAME_ADDRESS)
        near = and_(Suspension.address_hash == bindparam("address"), lately)
        theirs = or_(Suspension.guest_key == bindparam("guest_key"), near)
    in_force = (Suspension.lifted_at.is_(None), Suspension.until > present())
    return select(Suspension).where(*in_force, theirs).order_by(Suspension.until.desc()).limit(1)


# Comments stand below suspensions and do not import them. Only staff ask for it: a list loads it,
# else the first asking does.
Comment.writer_is_bound = column_property(
    Suspension.binds_moderators(Comment.user_id, Comment.guest_key), deferred=True
)

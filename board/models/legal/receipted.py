"""Requests with a receipt: what correction and takedown requests have in common."""

import hashlib
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Self

from sqlalchemy import Select, delete, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, declared_attr, joinedload, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model, db, take_turns
from board.models import audit
from board.models.audit import AuditEntry
from board.models.legal.events import request_changed
from board.models.legal.receipt import contact_key, new_receipt, read_receipt
from board.models.outbox import OutgoingMail

if TYPE_CHECKING:
    from sqlalchemy.orm.interfaces import LoaderOption

LONGEST_ASKER, LONGEST_CONTACT, LONGEST_RELATION = 50, 100, 100  # characters
LONGEST_WORDS = 2000  # of what is asked, and of what is objected
LONGEST_ANSWER = 1000  # of what the newsroom tells the two sides
# How long the browser that sent a request may open it without saying the contact again.
OWN_BROWSER = timedelta(days=1)
# How long the words and the contact are kept after they came in; a request that still waits for
# the newsroom keeps them longer.
KEPT = timedelta(days=365)


class Receipted(Model):
    """Mixin; needs `done()`, `whole()`, `reckon()` (sets its deadlines) and `PERSONAL`."""

    __abstract__ = True

    PERSONAL: ClassVar[tuple[str, ...]]
    keeps_letters = False  # whether letters are written down even when no mail can carry them
    repeated = False  # True on the request found again when its form is sent twice

    if TYPE_CHECKING:  # of its class

        @property
        def state(self) -> str: ...
        @classmethod
        def done(cls) -> Select[Any]: ...
        @classmethod
        def whole(cls) -> tuple[LoaderOption, ...]: ...
        def concern(self, about: Any) -> None: ...

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int]
    number: Mapped[int]
    receipt: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    contact: Mapped[str]
    received_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    once: Mapped[str | None] = mapped_column(unique=True)
    sender_key: Mapped[str | None]
    erased_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    @declared_attr
    def mails(cls) -> Mapped[list[OutgoingMail]]:
        return relationship(passive_deletes=True, order_by=OutgoingMail.id)

    @classmethod
    def visible_to(cls, viewer) -> Select:
        """All requests for admins, who alone may know the requesters; none for others."""
        return select(cls).where(viewer.can_edit_articles).options(*cls.whole())

    @classmethod
    def found_by(cls, receipt: str, contact: str) -> Self | None:
        """The request with this number and contact, or None."""
        question = select(cls).filter_by(receipt=read_receipt(receipt), erased_at=None)
        request = db.session.scalar(question.options(*cls.whole()))
        if request is None or contact_key(contact) != contact_key(request.contact):
            return None
        return request

    @classmethod
    def sent_from(cls, receipt: str, key: str | None) -> Self | None:
        """The request with this number if this browser sent it recently, or None."""
        if key is None:
            return None
        since = clock.now() - OWN_BROWSER
        question = select(cls).filter_by(receipt=read_receipt(receipt), sender_key=key)
        recent = question.where(cls.received_at > since, cls.erased_at.is_(None))
        return db.session.scalar(recent.options(*cls.whole()))

    @classmethod
    def receive(cls, about, by, once: str = "", **told) -> Self:
        """Record a request; one receipt, however often its form is sent.

        The same text sent again gives the first request, marked `repeated`, now readable by the
        browser that sent it last.
        """
        cls.erase_old()
        key = _form_key(once, about, told)
        if first := cls._sent_before(key):
            first.sender_key = by.key
            return first
        request = cls(**told)
        request.once, request.sender_key, request.received_at = key, by.key, clock.now()
        request.concern(about)
        return request._add_once(None if by.is_guest else by)

    @classmethod
    def erase_old(cls) -> int:
        """Anonymise requests past their retention time; that something was asked is kept.

        Returns how many; their mails are deleted.
        """
        blank = {**dict.fromkeys(cls.PERSONAL, ""), "sender_key": None, "erased_at": clock.now()}
        forgotten = update(cls).where(cls.id.in_(cls.to_forget())).values(blank)
        number = db.change(forgotten.execution_options(synchronize_session="fetch"))
        letters = select(OutgoingMail.id).select_from(cls).join(cls.mails)
        theirs = letters.where(cls.erased_at.is_not(None))
        gone = delete(OutgoingMail).where(OutgoingMail.id.in_(theirs))
        db.session.execute(gone.execution_options(synchronize_session="fetch"))
        return number

    @classmethod
    def to_forget(cls) -> Select[int]:
        """Ids of requests past their retention time that still hold personal data."""
        old = cls.received_at < clock.now() - KEPT
        return (
            cls.done().with_only_columns(cls.id).order_by(None).where(old, cls.erased_at.is_(None))
        )

    @property
    def writer_contact(self) -> str:
        """The contact of the disputed comment's writer; empty when nobody is to be told."""
        return ""

    @property
    def log(self) -> list[AuditEntry]:
        """Its audit entries, oldest first; not who looked at it."""
        entries = select(AuditEntry).filter_by(
            subject_type=type(self).__name__.lower(), subject_id=self.id
        )
        entries = entries.where(AuditEntry.action != self.deed("view"))
        loaded = entries.options(joinedload(AuditEntry.actor)).order_by(AuditEntry.id)
        return list(db.session.scalars(loaded))

    @classmethod
    def deed(cls, name: str) -> str:
        """The name of one of its actions in the audit log."""
        return f"{cls.__tablename__.removesuffix('s')}.{name}"

    def _add_once(self, sender) -> Self:
        try:
            with db.session.begin_nested():
                self._take_number()
                db.session.add(self)
                db.session.flush()
        except IntegrityError:
            if (first := self._sent_before(self.once)) is None:
                raise
            return first
        audit.record(self.deed("receive"), by=sender, on=self, receipt=self.receipt)
        request_changed.send(self, deed="receive")
        return self

    def _take_number(self) -> None:
        """The next number of this year (in Seoul); concurrent requests take turns."""
        kind = type(self)
        take_turns(f"{kind.__tablename__}.number")
        self.year = clock.local(self.received_at).year
        last = db.session.scalar(select(func.max(kind.number)).filter_by(year=self.year))
        self.number = (last or 0) + 1
        self.receipt = new_receipt(self.year, self.number)

    @classmethod
    def _sent_before(cls, key: str | None) -> Self | None:
        first = db.session.scalar(select(cls).filter_by(once=key)) if key else None
        if first is not None:
            first.repeated = True
        return first


def _form_key(once: str, about, told: dict) -> str | None:
    """A key against double submission. Readers without a cookie share a form id, so it includes the
    text."""
    if not once:
        return None
    what = "\x1f".join([once, str(about.id), *(f"{told[name]}" for name in sorted(told))])
    return hashlib.sha256(what.encode()).hexdigest()

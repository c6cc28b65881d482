"""Corrections of an article, newest first."""

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Select, inspect, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, declared_attr, joinedload, relationship

from board import clock
from board.extensions import db
from board.models import audit
from board.models.legal.correction.correction import CORRECTION_KINDS, Correction
from board.models.legal.correction.request import CorrectionRequest
from board.models.legal.events import request_changed

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from board.models.site.board import Board
    from board.models.user.user import User

UNSEEN = "독자가 볼 수 있는 글에만 정정을 실을 수 있습니다. 먼저 글을 올려 주세요."


class Correctable:
    """Mixin: `corrections` are the published ones; `all_corrections` include retracted ones."""

    if TYPE_CHECKING:  # of the article
        published_at: Mapped[datetime | None]
        updated_at: Mapped[datetime]
        was_corrected: Mapped[bool]
        board: Mapped[Board]

        @classmethod
        def is_out(cls) -> ColumnElement[bool]: ...

        @property
        def is_published(self) -> bool: ...

    @declared_attr
    def all_corrections(cls) -> Mapped[list[Correction]]:
        newest = (Correction.published_at.desc(), Correction.id.desc())
        return relationship(
            back_populates="article",
            cascade="all, delete-orphan",
            passive_deletes=True,
            order_by=newest,
        )

    @classmethod
    def ever_out(cls) -> Select:
        """Articles that were ever published, withdrawn or not: somebody may object to them."""
        return select(cls).where(cls.published_at <= clock.now())

    @classmethod
    def latest_corrections(cls) -> Select[Correction]:
        """Corrections that readers see, newest first, each with its article's title."""
        article = joinedload(Correction.article)
        return (
            select(Correction)
            .join(Correction.article)
            .where(~Correction.retraction.has(), cls.is_out())
            .options(article.joinedload(cls.board))
            .order_by(Correction.published_at.desc(), Correction.id.desc())
        )

    @property
    def corrections(self) -> list[Correction]:
        if "all_corrections" in inspect(self).unloaded and not self.was_corrected:
            return []  # nearly every article: not worth a question of its own
        return [correction for correction in self.all_corrections if correction.stands]

    @property
    def corrected_at(self) -> datetime | None:
        return max((each.published_at for each in self.corrections), default=None)

    def correct(
        self,
        kind: str,
        text: str,
        by: "User",
        request: "CorrectionRequest | None" = None,
        at: datetime | None = None,
        once: str = "",
    ) -> Correction:
        """Publish a correction on top; the same form sent twice makes one.

        `kind` is one of `CORRECTION_KINDS`, `at` is when (now). It closes the `request` it answers.
        ValueError with a Korean sentence for an article that readers cannot see.
        """
        if kind not in CORRECTION_KINDS:
            raise ValueError("정정보도, 반론보도, 추후보도 가운데 하나를 골라 주세요.")
        if not self.is_published:
            raise ValueError(UNSEEN)
        correction = Correction(kind=kind, text=text, by=by, once=_key(once, text))
        correction.published_at = at or clock.now()
        return self._add_correction(correction, request)

    def request_correction(self, by, once: str = "", **typed) -> "CorrectionRequest":
        """Receive a correction request: `typed` holds kind, name, contact, relation, wrong, wanted
        and known_on. The same form sent twice gives the first request."""
        return CorrectionRequest.receive(self, by=by, once=once, **typed)

    def _add_correction(
        self, correction: Correction, request: "CorrectionRequest | None"
    ) -> Correction:
        try:
            with db.session.begin_nested():
                self.all_corrections.insert(0, correction)
                correction.request = request
                db.session.flush()
        except IntegrityError:
            first = db.session.scalar(select(Correction).filter_by(once=correction.once))
            if first is None:
                raise
            return first
        self.updated_at = correction.published_at
        audit.record(
            "correction.create", by=correction.by, on=correction, kind=correction.kind_name
        )
        if request is not None:
            request_changed.send(request, deed="publish")
        return correction


def _key(once: str, text: str) -> str | None:
    return hashlib.sha256(f"{once}\x1f{text}".encode()).hexdigest() if once else None

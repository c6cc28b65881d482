"""A request comes in: one receipt, however often its form is sent."""

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import IntegrityError

from board import clock
from board.extensions import db, take_turns
from board.models import audit
from board.models.correction.receipt import new_receipt
from board.models.correction.request import CorrectionRequest
from board.models.outgoing_mail import OutgoingMail

if TYPE_CHECKING:
    from board.models.article import Article

# How long the words and the contact are kept after they came in; a request that still waits for
# the newsroom keeps them longer.
KEPT = timedelta(days=365)
PERSONAL = ("name", "contact", "relation", "wrong", "wanted")


def receive(article: "Article", by, once: str = "", **typed) -> CorrectionRequest:
    """Write the request down. `typed` holds kind, name, contact, relation, wrong, wanted, known_on.

    The same words sent again give the first request, marked `repeated`, now readable by the browser
    that sent last.
    """
    erase_old()
    key = _form_key(once, article, typed)
    if first := _sent_before(key):
        first.sender_key = by.key
        first.repeated = True
        return first
    request = CorrectionRequest(article=article, once=key, sender_key=by.key, **typed)
    request.received_at = clock.now()
    request.published_on = clock.local(article.published_at).date()
    request.reckon()
    try:
        with db.session.begin_nested():
            _number(request)
            db.session.add(request)
            db.session.flush()
    except IntegrityError:
        if (first := _sent_before(key)) is None:
            raise
        first.repeated = True
        return first
    audit.record(
        "correction_request.receive",
        by=None if by.is_guest else by,
        on=request,
        receipt=request.receipt,
    )
    return request


def erase_old() -> None:
    """Forget who asked and what, once it is long done; that something was asked stays."""
    finished = CorrectionRequest.done().with_only_columns(CorrectionRequest.id).order_by(None)
    old = CorrectionRequest.received_at < clock.now() - KEPT
    db.session.execute(
        update(CorrectionRequest)
        .where(old, CorrectionRequest.erased_at.is_(None), CorrectionRequest.id.in_(finished))
        .values(**dict.fromkeys(PERSONAL, ""), sender_key=None, erased_at=clock.now()),
        execution_options={"synchronize_session": "fetch"},
    )
    long_ago = OutgoingMail.created_at < clock.now() - KEPT
    db.session.execute(delete(OutgoingMail).where(long_ago))


def _number(request: CorrectionRequest) -> None:
    """The next number of this year, in Seoul's calendar; those who come together take turns."""
    take_turns("correction_requests.number")
    request.year = request.received_on.year
    last = db.session.scalar(
        select(func.max(CorrectionRequest.number)).filter_by(year=request.year)
    )
    request.number = (last or 0) + 1
    request.receipt = new_receipt(request.year, request.number)


def _sent_before(key: str | None) -> CorrectionRequest | None:
    return db.session.scalar(select(CorrectionRequest).filter_by(once=key)) if key else None


def _form_key(once: str, article: "Article", typed: dict) -> str | None:
    """Readers without a cookie share one form: what was typed tells two of them apart."""
    if not once:
        return None
    what = "\x1f".join([once, str(article.id), *(f"{typed[name]}" for name in sorted(typed))])
    return hashlib.sha256(what.encode()).hexdigest()

"""Takedown ledger (대장): a line per case with dates and outcome, never the requester."""

from datetime import datetime
from typing import TYPE_CHECKING

from board import clock
from board.extensions import db
from board.models import audit
from board.models.legal.takedown.request import TakedownRequest

if TYPE_CHECKING:
    from board.models.user.user import User

HEADINGS = (
    "접수번호",
    "받은 때",
    "본인·대리인",
    "침해된 권리",
    "글",
    "댓글 번호",
    "댓글을 쓴 때",
    "상태",
    "가린 때",
    "가린 기한",
    "이의를 신청한 때",
    "이의 신청에 답한 때",
    "거절한 때",
    "거절한 근거",
    "마친 때",
)


def take_along(by: "User") -> list[list[str]]:
    """The whole ledger with headings, oldest case first, for export; the export is audited."""
    cases = db.session.scalars(TakedownRequest.in_ledger()).all()
    audit.record("takedown_ledger.export", by=by, cases=len(cases))
    return [list(HEADINGS), *(line(case) for case in reversed(cases))]


def line(case: TakedownRequest) -> list[str]:
    """The cells of a case under `HEADINGS`; times in Seoul."""
    takedown, refusal = case.takedown, case.refusal
    objection = takedown and takedown.objection
    return [
        case.receipt,
        _time(case.received_at),
        case.asker_name,
        case.right_name,
        case.title,
        str(case.comment_id or ""),
        _time(case.written_at),
        case.state_name,
        _time(takedown.since if takedown else None),
        _time(takedown.until if takedown else None),
        _time(objection.created_at if objection else None),
        _time(objection.answered_at if objection else None),
        _time(refusal.created_at if refusal else None),
        refusal.ground_name if refusal else "",
        _time(takedown.ended_at if takedown else None),
    ]


def _time(moment: datetime | None) -> str:
    return f"{clock.local(moment):%Y-%m-%d %H:%M}" if moment else ""

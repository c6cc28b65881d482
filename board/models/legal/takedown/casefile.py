"""Case file export: everything known about one takedown case."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from board import clock
from board.models import audit
from board.models.legal.takedown.refusal import Refusal
from board.models.legal.takedown.request import TakedownRequest
from board.models.legal.takedown.takedown import Takedown

if TYPE_CHECKING:
    from board.models.user.user import User


def take_along(case: TakedownRequest, by: "User") -> dict[str, Any]:
    """The case file for export; the export is audited."""
    file = case_file(case)
    audit.record(case.deed("export"), by=by, on=case)
    return file


def case_file(case: TakedownRequest) -> dict[str, Any]:
    """The case file as plain values; times are ISO 8601 in Seoul."""
    return {
        "receipt": case.receipt,
        "state": case.state_name,
        "made_at": _time(clock.now()),
        "request": _request(case),
        "comment": _comment(case),
        "refusal": _refusal(case.refusal),
        "takedown": _takedown(case.takedown),
        "letters": [
            {
                "kind": mail.kind,
                "written_at": _time(mail.created_at),
                "to": mail.to,
                "sent_at": _time(mail.sent_at),
                "subject": mail.subject,
                "body": mail.body,
            }
            for mail in case.mails
        ],
        "log": [
            {
                "at": _time(entry.at),
                "action": entry.action,
                "by": entry.actor.name if entry.actor else "",
                "role": entry.actor_role or "",
                "detail": entry.detail,
            }
            for entry in case.log
        ],
    }


def _request(case: TakedownRequest) -> dict[str, Any]:
    return {
        "received_at": _time(case.received_at),
        "asker": case.asker_name,
        "name": case.name,
        "contact": case.contact,
        "party": case.party,
        "right": case.right_name,
        "wrong": case.wrong,
        "explanation": case.explanation,
        "erased_at": _time(case.erased_at),
    }


def _comment(case: TakedownRequest) -> dict[str, Any]:
    """The comment as it was when the request came in, and as it is now."""
    return {
        "id": case.comment_id,
        "article_id": case.article_id,
        "article": case.title,
        "author": case.author_name,
        "written_at": _time(case.written_at),
        "words_then": case.body,
        "words_now": case.comment.body if case.comment else None,
        "removed_since": case.comment is None or case.comment.is_removed,
    }


def _refusal(refusal: Refusal | None) -> dict[str, Any] | None:
    if refusal is None:
        return None
    return {
        "at": _time(refusal.created_at),
        "by": refusal.by.name if refusal.by else "",
        "ground": refusal.ground_name,
        "reason": refusal.reason,
    }


def _takedown(takedown: Takedown | None) -> dict[str, Any] | None:
    if takedown is None:
        return None
    objection = takedown.objection
    return {
        "since": _time(takedown.since),
        "until": _time(takedown.until),
        "by": takedown.by.name if takedown.by else "",
        "notice": takedown.notice,
        "sentence": takedown.sentence,
        "objection": objection
        and {
            "at": _time(objection.created_at),
            "words": objection.words,
            "contact": objection.contact,
            "answered_at": _time(objection.answered_at),
            "answer": objection.answer,
        },
        "ended_at": _time(takedown.ended_at),
        "ended_by": takedown.ended_by.name if takedown.ended_by else "",
        "outcome": takedown.outcome,
        "words": takedown.words,
    }


def _time(moment: datetime | None) -> str | None:
    return clock.local(moment).isoformat(timespec="seconds") if moment else None

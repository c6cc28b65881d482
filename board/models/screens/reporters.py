"""Reporters of comments in the queue: from how many addresses, and who they are."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from board.extensions import db
from board.models.comment.comment import Comment
from board.models.comment.report import KNOWN_AFTER, Report
from board.models.user.user import User

MEMBER, NEW_MEMBER, GUEST = "회원", "새 회원", "손님"


@dataclass(frozen=True)
class Reporters:
    """Who stands behind a comment's open reports. `addresses` is 0 when one of them is not known;
    `kinds` are (name on screen, how many), most frequent first."""

    addresses: int = 0
    kinds: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of_comments(cls, comments: Iterable[Comment]) -> "dict[Comment, Reporters]":
        """{comment: reporters}; one query if members are among them, else none."""
        reports = {comment: comment.open_reports for comment in comments}
        joined = _joined(report for some in reports.values() for report in some)
        return {comment: cls._of(some, joined) for comment, some in reports.items()}

    @classmethod
    def _of(cls, reports: list[Report], joined: dict[str, datetime]) -> "Reporters":
        addresses = {each.address_hash for each in reports}
        kinds = Counter(_kind(each, joined) for each in reports)
        return cls(0 if None in addresses else len(addresses), tuple(kinds.most_common()))


def _kind(report: Report, joined: dict[str, datetime]) -> str:
    if not report.is_by_member:
        return GUEST
    since = joined.get(report.reporter)
    return NEW_MEMBER if since and report.created_at - since < KNOWN_AFTER else MEMBER


def _joined(reports: Iterable[Report]) -> dict[str, datetime]:
    """{key: when that member joined}."""
    ids = {int(each.reporter[2:]) for each in reports if each.is_by_member}
    if not ids:
        return {}
    rows = db.session.execute(select(User.id, User.created_at).where(User.id.in_(ids)))
    return {f"u:{member_id}": since for member_id, since in rows}

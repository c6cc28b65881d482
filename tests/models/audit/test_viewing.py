"""Viewing of personal data: recorded once for each viewer, case and day."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from board.extensions import db
from board.models import AuditEntry, Chain, Viewing

MORNING = datetime(2026, 11, 22, 0, 30, tzinfo=UTC)  # half past nine in Seoul


@pytest.fixture
def seen(admin) -> Viewing:
    db.session.commit()
    return Viewing("takedown_request.view", admin.id, "admin", "takedownrequest", 7, "x", MORNING)


def entries() -> list[tuple]:
    db.session.commit()
    mine = db.select(AuditEntry).filter_by(action="takedown_request.view").order_by(AuditEntry.id)
    return [(each.actor_id, each.subject_id, each.at) for each in db.session.scalars(mine)]


def test_a_case_seen_again_on_the_same_day_is_recorded_once(seen, admin):
    later = replace(seen, at=MORNING + timedelta(hours=14))  # half past eleven at night
    Viewing.record([seen, later])
    Viewing.record([later])
    assert entries() == [(admin.id, 7, MORNING)]
    assert Chain.walk().head.number == db.session.scalar(AuditEntry.newest()).number


def test_another_viewer_another_case_another_day_are_recorded(seen):
    midnight = MORNING + timedelta(hours=14, minutes=30)
    others = [replace(seen, actor_id=99), replace(seen, subject_id=8), replace(seen, at=midnight)]
    Viewing.record([seen, *others])
    assert len(entries()) == 4

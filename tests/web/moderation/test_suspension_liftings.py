"""Ending a suspension is audited; its effect is tested in test_suspensions."""

from datetime import timedelta

from board import clock
from board.extensions import db
from board.models import AuditEntry, Suspension


def test_who_lifted_it_is_written_down(visit, moderator, reader, article):
    comment = article.comment("싸게 팝니다.", by=reader)
    suspension = Suspension.place(comment, moderator, clock.now() + timedelta(days=1), "ad")
    answer = visit(moderator).submit(f"/moderation/suspensions/{suspension.id}/lifting")
    assert answer.location == "/moderation/suspensions"
    last = db.session.scalars(AuditEntry.newest()).first()
    assert (last.action, last.actor_id) == ("suspension.lift", moderator.id)

"""Ending attack mode early."""

from board.extensions import db
from board.models import Alarm


def test_it_is_over_for_readers_at_once(client, visit, admin, article):
    alarm = Alarm.rise(by=admin)
    visit(admin).submit(f"/newsroom/alarms/{alarm.id}/ending")
    db.session.refresh(alarm)
    assert alarm.ended_by is admin
    assert "proof" not in client.get(f"/articles/{article.id}").text

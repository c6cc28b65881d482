"""Thinking a refusal over."""

from board.extensions import db


def test_a_declined_request_is_opened_again_once(visit, admin, contested):
    contested.decline(by=admin, ground="other", reason="다른 말입니다.")
    for _ in range(2):
        place = f"/newsroom/takedown-requests/{contested.id}/reopening"
        assert visit(admin).submit(place).status_code == 303
    db.session.expire_all()
    assert contested.state == "open"
    assert [entry.action for entry in contested.log].count("takedown_request.reopen") == 1

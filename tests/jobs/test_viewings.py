"""Viewing of personal data: whichever page shows who asks, its viewer is on record."""

import pytest

from board.extensions import db
from board.models import AuditEntry

PERSONAL = ("문가온", "gaon@mail.example", "차표를", "정한별", "hanbyeol@mail", "일곱 시에 엽니다")


def views() -> set[tuple[str, int]]:
    seen = db.select(AuditEntry).where(AuditEntry.action.endswith(".view"))
    return {(entry.subject_type, entry.actor_id) for entry in db.session.scalars(seen)}


@pytest.fixture
def paths(app, contested, asked):
    """Every page of the newsroom about one case: {path: the kind of case}."""
    rules = [rule for rule in app.url_map.iter_rules() if "GET" in rule.methods]
    ids = {"case_id": contested.id, "request_id": asked.id}
    kinds = {"case_id": "takedownrequest", "request_id": "correctionrequest"}
    with app.test_request_context():
        adapter = app.url_map.bind("localhost")
        found = {
            adapter.build(rule.endpoint, {name: ids[name]}): kinds[name]
            for rule in rules
            for name in rule.arguments & ids.keys()
        }
    correcting = f"/newsroom/articles/{asked.article_id}/corrections/new?request={asked.id}"
    return found | {correcting: "correctionrequest"}


def test_every_page_that_shows_who_asks_records_its_viewer(visit, admin, contested, paths, settle):
    contested.accept(by=admin)
    desk, shown = visit(admin), 0
    for path, kind in paths.items():
        db.session.execute(db.delete(AuditEntry).where(AuditEntry.action.endswith(".view")))
        page = desk.get(path).text
        settle()
        personal = any(words in page for words in PERSONAL)
        assert views() == ({(kind, admin.id)} if personal else set()), path
        shown += personal
    assert shown == 5

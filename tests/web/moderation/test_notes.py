"""Moderator notes about a writer."""

import pytest

from board.extensions import db
from board.models import AuditEntry


@pytest.fixture
def comment(article, reader):
    comment = article.comment("다리가 언제 열리나요?", by=reader)
    db.session.commit()
    return comment


def test_a_remark_is_there_for_the_next_moderator(visit, moderator, admin, comment):
    address = f"/moderation/hands/{comment.id}"
    answer = visit(moderator).submit(f"{address}/remarks", body="지난주에 한 번 이야기했습니다.")
    assert answer.location == f"{address}#hand-{comment.id}-remarks"
    page = visit(admin).get(address).text
    assert "지난주에 한 번 이야기했습니다." in page and "박보라" in page
    deeds = [entry.action for entry in db.session.scalars(AuditEntry.newest())]
    assert deeds.count("remark.create") == 1


def test_with_htmx_the_writers_drawer_is_updated(visit, moderator, comment):
    desk = visit(moderator)
    answer = desk.submit(f"/moderation/hands/{comment.id}/remarks", htmx=True, body="살펴볼 것")
    assert "살펴볼 것" in answer.text and "<html" not in answer.text


@pytest.mark.parametrize(("body", "sentence"), [(" ", "메모를 써 주세요."), ("가" * 501, "501자")])
def test_an_empty_or_endless_remark_is_explained(visit, moderator, comment, body, sentence):
    desk = visit(moderator)
    answer = desk.submit(f"/moderation/hands/{comment.id}/remarks", body=body)
    assert answer.status_code == 422 and sentence in answer.text and body.strip() in answer.text

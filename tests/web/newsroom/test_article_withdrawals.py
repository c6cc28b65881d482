"""Withdrawal of an article."""

from board.extensions import db
from board.models import Article, AuditEntry


def test_an_article_is_taken_back_with_a_reason(visit, admin, client, article):
    desk = visit(admin)
    assert "게시 중단 사유" in desk.get(f"/newsroom/articles/{article.id}/withdrawal/new").text
    answer = desk.submit(f"/newsroom/articles/{article.id}/withdrawal", reason="날짜가 틀림")
    assert answer.status_code == 303
    assert client.get(f"/articles/{article.id}").status_code == 410
    entry = db.session.scalar(AuditEntry.newest())
    assert (entry.action, entry.detail["reason"]) == ("article.withdraw", "날짜가 틀림")
    assert "사유: 날짜가 틀림" in desk.get(f"/newsroom/articles/{article.id}/edit").text


def test_twice_is_once(visit, admin, article):
    desk = visit(admin)
    for _ in range(2):
        answer = desk.submit(f"/newsroom/articles/{article.id}/withdrawal", reason="날짜가 틀림")
        assert answer.status_code == 303


def test_without_a_reason_it_stays(visit, admin, client, article):
    answer = visit(admin).submit(f"/newsroom/articles/{article.id}/withdrawal", reason="")
    assert answer.status_code == 422 and "사유를 써 주세요" in answer.text
    assert client.get(f"/articles/{article.id}").status_code == 200


def test_a_moderator_takes_nothing_back(visit, moderator, article):
    answer = visit(moderator).submit(f"/newsroom/articles/{article.id}/withdrawal", reason="x")
    assert answer.status_code == 403
    assert db.session.get(Article, article.id).is_published

"""Republication of a withdrawn article."""

from board.extensions import db


def test_a_withdrawn_article_comes_back_with_its_comments(visit, admin, reader, client, article):
    article.comment("반가운 소식입니다.", by=reader)
    article.withdraw(by=admin, reason="날짜가 틀림")
    db.session.commit()
    desk = visit(admin)
    for _ in range(2):
        assert desk.submit(f"/newsroom/articles/{article.id}/reinstatement").status_code == 303
    assert "반가운 소식입니다." in client.get(f"/articles/{article.id}").text

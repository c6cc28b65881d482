"""Moderation queue counts: the number beside 「검토」, polled every minute."""

from board.extensions import db


def test_staff_pages_ask_again_by_themselves_and_readers_pages_do_not(
    visit, moderator, article, reader
):
    article.comment("좋은 상품 소개합니다.", by=reader).hold_back("machine", [])
    desk = visit(moderator)
    assert "every 60s" in desk.get("/moderation").text
    assert "every 60s" not in desk.get(f"/articles/{article.id}").text
    assert ">(1)</span>" in desk.get(f"/articles/{article.id}").text


def test_the_answer_is_the_number_and_for_the_queue_its_title_too(
    visit, moderator, article, reader
):
    article.comment("좋은 상품 소개합니다.", by=reader).hold_back("machine", [])
    db.session.commit()
    desk = visit(moderator)
    assert ">(1)</span>" in desk.htmx("/moderation/count").text
    assert "<title>" not in desk.htmx("/moderation/count").text
    assert "<title>검토 (1)" in desk.htmx("/moderation/count?titled=y").text
    assert desk.get("/moderation/count").location == "/moderation"

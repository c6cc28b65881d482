"""Writer page for moderators."""

import pytest

from board.extensions import db
from board.models import Guest, Report, Ruling
from board.models.screens import writer


@pytest.fixture
def comment(article, reader, moderator):
    first = article.comment("싸게 팝니다.", by=reader)
    second = article.comment("다리가 언제 열리나요?", by=reader)
    db.session.commit()
    Ruling.make(moderator, "remove", {first: first.seen}, reason="ad")
    db.session.commit()
    return second


@pytest.mark.parametrize("htmx", [True, False])
def test_record_and_decisions_are_told(visit, moderator, comment, htmx):
    desk, address = visit(moderator), f"/moderation/hands/{comment.id}"
    page = (desk.htmx(address) if htmx else desk.get(address)).text
    assert "2개 · 운영자가 지움 1 · 가려짐 0" in page
    assert "지움 (광고)" in page and "박보라" in page and "다리가 언제" in page


def test_what_became_of_their_reports_is_counted(
    visit, moderator, comment, article, other_reader, reader
):
    for words, verdict in (("욕입니다.", "hold"), ("멀쩡합니다.", "keep")):
        other = article.comment(words, by=other_reader)
        seen = {"revision": 1, "body": words, "weight": 1}
        other.reports.append(Report(reporter=reader.key, reason="abuse", **seen))
        db.session.commit()
        Ruling.make(moderator, verdict, {other: other.seen})
    page = visit(moderator).get(f"/moderation/hands/{comment.id}").text
    assert "2번 · 맞음 1 · 아님 1" in page


def test_a_guest_is_known_by_cookie_and_address(visit, moderator, article):
    guest = {"by": Guest("a"), "nickname": "강바람", "password": "0000!"}
    comment = article.comment("처음 왔습니다.", **guest)
    other = article.comment("저도 처음입니다.", **guest | {"by": Guest("b"), "nickname": "물안개"})
    for each in (comment, other):
        each.address_hash, each.address_mask = "abc", "192.0.2.*"
    page = visit(moderator).get(f"/moderation/hands/{comment.id}").text
    assert "192.0.2.*" in page and "2개 ·" in page and "물안개" in page


def test_an_unknown_comment_is_not_found(visit, moderator):
    assert visit(moderator).get("/moderation/hands/999").status_code == 404


def test_of_many_comments_the_newest_are_looked_at(visit, moderator, comment, monkeypatch):
    monkeypatch.setattr(writer, "MOST_COMMENTS", 1)
    page = visit(moderator).get(f"/moderation/hands/{comment.id}").text
    assert "2개 · 최근 1개 가운데 운영자가 지움 0 · 가려짐 0" in page
    assert "싸게 팝니다." in page and "지움 (광고)" not in page

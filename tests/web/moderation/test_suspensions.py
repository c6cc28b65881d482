"""Suspensions: the writer may read but not write until the end."""

import re
from datetime import timedelta

import pytest

from board import clock
from board.extensions import db
from board.models import Comment, Suspension


@pytest.fixture
def comment(article, reader):
    return article.comment("싸게 팝니다.", by=reader)


def suspend(visitor, comment, **more):
    fields = {"comment": comment.id, "period": "3", "reason": "ad"} | more
    return visitor.submit("/moderation/suspensions", **fields)


def suspensions():
    db.session.commit()
    return db.session.scalars(Suspension.newest()).all()


def test_a_member_is_signed_out_and_told_when_writing(visit, moderator, reader, article, comment):
    narae = visit(reader)
    bora = visit(moderator)
    page = bora.get(f"/moderation/suspensions/new?comment={comment.id}").text
    assert "싸게 팝니다." in page and "로그인이 모두 풀립니다" in page
    assert suspend(bora, comment, message="광고는 광고란에 내 주세요.").status_code == 303
    assert "로그인</a>" in narae.get("/").text
    narae.sign_in(reader)
    assert narae.get(f"/articles/{article.id}").status_code == 200
    refused = narae.submit(f"/articles/{article.id}/comments", body="다시 씁니다.")
    assert refused.status_code == 403
    for words in ("사유: 광고", "광고는 광고란에", "이의가 있으면", "다시 씁니다."):
        assert words in refused.text


@pytest.mark.parametrize("ticked", ["y", None])
def test_the_desk_says_whether_guests_at_the_same_address_wait(
    visit, moderator, reader, article, ticked
):
    written = {"body": "싸게 팝니다.", "once": "1"}
    visit(reader).submit(f"/articles/{article.id}/comments", **written)
    bora, comment = visit(moderator), db.session.scalars(db.select(Comment)).one()
    page = bora.get(f"/moderation/suspensions/new?comment={comment.id}").text
    assert re.search(r'name="holds_guests"[^>]* checked', page)
    suspend(bora, comment, holds_guests=ticked)
    goes_on = {"body": "저는 딴 사람인데 싸네요.", "nickname": "강바람", "password": "나무다리"}
    visit().submit(f"/articles/{article.id}/comments", **goes_on)
    shown = visit().get(f"/articles/{article.id}").text
    assert ("저는 딴 사람인데" not in shown) is (ticked == "y")
    queue = bora.get("/moderation").text
    assert ("글쓰기가 멈춘 회원과 같은 인터넷 주소" in queue) is (ticked == "y")


def test_recommending_reporting_and_editing_wait_too(
    visit, moderator, reader, admin, article, comment
):
    other = article.comment("알립니다.", by=admin)
    Suspension.place(comment, moderator, clock.now() + timedelta(days=1), "ad")
    narae = visit(reader)
    for path in (
        f"/articles/{article.id}/recommendation",
        f"/comments/{other.id}/recommendation",
        f"/comments/{other.id}/reports",
        f"/comments/{comment.id}/edit",
    ):
        assert narae.submit(path, body="바꿉니다.", reason="ad").status_code == 403, path
    assert other.recommendations_count == 0 and comment.body == "싸게 팝니다."


def test_a_guest_is_known_by_the_cookie_and_a_neighbour_hears_no_message(
    client, visit, moderator, article
):
    words = {"nickname": "강바람", "password": "나무다리"}
    client.submit(f"/articles/{article.id}/comments", body="싸게 팝니다.", **words)
    db.session.commit()
    comment = db.session.scalars(db.select(Comment)).one()
    suspend(visit(moderator), comment, message="그만 쓰세요.")
    for who, told in ((client, "그만 쓰세요."), (visit(), "같은 인터넷을 쓰는 다른 분")):
        refused = who.submit(f"/articles/{article.id}/comments", body="또 씁니다.", **words)
        assert refused.status_code == 403 and told in refused.text
    assert "그만 쓰세요." not in refused.text and article.comments_count == 1


def test_the_list_says_who_and_lifts(visit, moderator, reader, article, comment):
    bora = visit(moderator)
    assert "정지한 사람이 없습니다" in bora.get("/moderation/suspensions").text
    suspend(bora, comment)
    [suspension] = suspensions()
    assert "김나래" in bora.get("/moderation/suspensions").text
    for _twice in range(2):
        bora.submit(f"/moderation/suspensions/{suspension.id}/lifting")
    sent = visit(reader).submit(f"/articles/{article.id}/comments", body="고맙습니다.")
    assert sent.status_code == 303
    assert "박보라 님이 풂" in bora.get("/moderation/suspensions").text


def test_a_suspension_until_a_day_includes_that_day(visit, moderator, comment):
    day = clock.today() + timedelta(days=4)
    suspend(visit(moderator), comment, period="until", day=day.isoformat())
    [suspension] = suspensions()
    assert suspension.until == clock.day_start(day + timedelta(days=1))


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"reason": None}, "정지 사유를 골라"),
        ({"period": "999"}, "얼마 동안 정지할지 골라"),
        ({"period": "until"}, "마지막 날을 골라"),
        ({"period": "until", "day": "2020-01-01"}, "오늘부터 한 해 안의"),
        ({"period": "until", "day": "언젠가"}, "2025-06-13처럼"),
        ({"message": "가" * 301}, "300자까지"),
    ],
)
def test_missing_values_are_asked_for_again(visit, moderator, comment, fields, told):
    answer = suspend(visit(moderator), comment, **({"message": "광고란에 내 주세요."} | fields))
    assert answer.status_code == 422 and told in answer.text
    assert "싸게 팝니다." in answer.text and suspensions() == []


def test_staff_are_not_suspended(visit, moderator, admin, article):
    comment = article.comment("알립니다.", by=admin)
    bora = visit(moderator)
    assert suspend(bora, comment).status_code == 403
    assert bora.get(f"/moderation/suspensions/new?comment={comment.id}").status_code == 403
    assert bora.get("/moderation/suspensions/new").status_code == 404

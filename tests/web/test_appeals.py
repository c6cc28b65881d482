"""Appeals by writers."""

from datetime import timedelta

import pytest

from board.extensions import db
from board.models import Appeal, Comment, Ruling


@pytest.fixture
def removed(article, reader, moderator):
    comment = article.comment("다리 공사가 너무 늦습니다.", by=reader)
    Ruling.make(moderator, "remove", {comment: comment.seen}, reason="abuse")
    db.session.commit()
    return comment


def appeals():
    db.session.expire_all()
    return db.session.scalars(db.select(Appeal)).all()


def test_the_writer_sees_why_and_how_to_go_on(visit, reader, other_reader, article, removed):
    mine = visit(reader).get(f"/articles/{article.id}").text
    assert "사유: 욕설·혐오" in mine and f"/comments/{removed.id}/appeals/new" in mine
    others = visit(other_reader).get(f"/articles/{article.id}").text
    assert "이의 신청" not in others and "너무 늦습니다" not in others


def test_a_writer_appeals_once(visit, reader, removed):
    narae, place = visit(reader), f"/comments/{removed.id}/appeals"
    answer = narae.submit(place, htmx=True, body="욕한 적이 없습니다.")
    assert "이의 신청을 받았습니다" in answer.text and "이의 신청: 살피는 중" in answer.text
    assert narae.submit(place, body="한 번 더 보냅니다.").status_code == 303
    assert [each.body for each in appeals()] == ["욕한 적이 없습니다."]


def test_an_appeal_needs_words_and_keeps_the_page(visit, reader, removed):
    answer = visit(reader).submit(f"/comments/{removed.id}/appeals", body="  ")
    assert answer.status_code == 422 and "사유를 써 주세요." in answer.text
    assert appeals() == []


def test_a_guest_appeals_with_the_password(visit, article, moderator):
    someone = visit()
    words = {"body": "하천 산책로가 어둡습니다.", "nickname": "강가", "password": "나무다리"}
    someone.submit(f"/articles/{article.id}/comments", **words)
    comment = db.session.scalar(db.select(Comment))
    Ruling.make(moderator, "remove", {comment: comment.seen}, reason="false")
    place = f"/comments/{comment.id}/appeals"
    assert someone.submit(place, body="사실입니다.", password="딴 말").status_code == 422
    assert someone.submit(place, body="사실입니다.", password="나무다리").status_code == 303
    assert len(appeals()) == 1


def test_nobody_else_appeals_nor_when_there_is_nothing_to_appeal(
    visit, reader, other_reader, article, removed
):
    body = {"body": "제 글은 아니지만 말씀드립니다."}
    assert visit(other_reader).submit(f"/comments/{removed.id}/appeals", **body).status_code == 403
    shown = article.comment("잘 읽었습니다.", by=reader)
    assert visit(reader).submit(f"/comments/{shown.id}/appeals", **body).status_code == 403
    assert appeals() == []


def test_a_comment_held_back_shows_its_writer_words_and_reason(visit, reader, article, client):
    comment = article.comment("싸게 팝니다.", by=reader)
    flags = [{"phase": "links", "why": "다른 사이트 링크", "what": ["money.example"]}]
    comment.hold_back("machine", flags)
    mine = visit(reader).get(f"/articles/{article.id}").text
    assert "싸게 팝니다." in mine and "사유: 다른 사이트 링크(money.example)" in mine
    assert "확인 기다림" in visit(reader).get("/account").text
    assert "싸게 팝니다." not in client.get(f"/articles/{article.id}").text


def test_what_a_moderator_hid_comes_back_to_the_queue_once_when_it_is_put_right(
    visit, reader, moderator, article, later
):

    comment = article.comment("시장이 돈을 받았다던데요.", by=reader)
    Ruling.make(moderator, "hold", {comment: comment.seen})
    later(timedelta(hours=3))
    narae, place = visit(reader), f"/comments/{comment.id}/edit"
    assert narae.submit(place, body="시장님의 답을 듣고 싶습니다.").status_code == 303
    db.session.expire_all()
    assert comment.hold is not None and comment.revision == 2
    assert comment.last_judgement.revision == 1  # so it waits to be judged again
    assert narae.submit(place, body="또 고칩니다.").status_code == 403

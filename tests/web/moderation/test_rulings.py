"""Rulings on comments as they were seen, and the list of decisions."""

import pytest

from board.extensions import db
from board.models import OutgoingMail, Ruling


@pytest.fixture
def comments(article, reader):
    words = ("다리가 언제 열리나요?", "싸게 팝니다.", "저도 궁금합니다.")
    written = [article.comment(each, by=reader) for each in words]
    db.session.commit()
    return written


def seen(*comments):
    return [f"{each.id}:{each.seen}" for each in comments]


def test_a_comment_is_deleted_with_one_press_and_the_desk_offers_to_undo_it(
    visit, moderator, comments
):
    desk = visit(moderator)
    answer = desk.submit("/moderation/rulings?show=new", seen=seen(comments[1]), reason="ad")
    assert answer.location == "/moderation?show=new"
    queue, _, bar = desk.get(answer.location).text.partition('id="undo"')
    assert "싸게 팝니다." not in queue and "지웠습니다." in bar and "되돌리기" in bar
    assert comments[1].removal.reason == "ad"


def test_with_htmx_the_row_disappears_and_the_remaining_number_is_announced(
    visit, moderator, comments
):
    desk = visit(moderator)
    answer = desk.submit(
        "/moderation/rulings?show=new", htmx=True, seen=seen(comments[0]), verdict="keep"
    )
    target = f'data-hx-target="#comment-{comments[0].id}" data-hx-swap="delete"'
    assert target in answer.text and "<title>검토 (0)" in answer.text
    assert "보이게 두었습니다. 2개 남음. u를 누르면 되돌립니다." in answer.text


@pytest.mark.parametrize("htmx", [True, False])
def test_a_moderator_sees_an_edited_comment_before_deciding_on_it(visit, moderator, comments, htmx):
    desk, before = visit(moderator), seen(comments[0])
    comments[0].edit("다리는 다음 달에 열립니다.")
    answer = desk.submit("/moderation/rulings?show=new", htmx=htmx, seen=before, reason="false")
    assert answer.status_code == 409 and "글쓴이가 그사이 고쳤습니다" in answer.text
    assert answer.text.count("다리는 다음 달에 열립니다.") == 1
    assert seen(comments[0])[0] in answer.text and comments[0].is_shown


@pytest.mark.parametrize("htmx", [True, False])
def test_the_second_of_two_moderators_learns_who_was_first(visit, moderator, admin, comments, htmx):
    before = seen(comments[0])
    visit(admin).submit("/moderation/rulings", seen=before, reason="flood")
    answer = visit(moderator).submit("/moderation/rulings", htmx=htmx, seen=before, verdict="keep")
    assert answer.status_code == 409 and "이한결 님이 이미 정했습니다: 지움 (도배)." in answer.text
    assert comments[0].is_removed


@pytest.mark.parametrize("htmx", [True, False])
def test_a_double_click_is_one_deed(visit, moderator, comments, htmx):
    desk, before = visit(moderator), seen(comments[0])
    for _ in range(2):
        answer = desk.submit("/moderation/rulings", htmx=htmx, seen=before, reason="ad")
        assert answer.status_code in (200, 303)
    assert db.session.query(Ruling).count() == 1


def test_many_are_asked_about_once_more_and_the_changed_one_is_named(visit, moderator, comments):
    desk, chosen = visit(moderator), seen(*comments)
    query = "&".join(f"seen={each}" for each in chosen)
    asked = desk.get(f"/moderation/rulings/new?verdict=remove&{query}").text
    assert "댓글 3개를 지울까요?" in asked and "삭제 사유" in asked
    comments[2].edit("저도 몹시 궁금합니다.")
    desk.submit("/moderation/rulings", seen=chosen, verdict="remove", reason="ad", note="도배꾼")
    assert [each.is_removed for each in comments] == [True, True, False]
    page = desk.get("/moderation").text
    assert "댓글 2개를 지웠습니다." in page and "처리하지 않았습니다: 김나래" in page


def test_deleting_without_a_reason_asks_for_one(visit, moderator, comments):
    desk = visit(moderator)
    answer = desk.submit("/moderation/rulings", seen=seen(comments[0]), verdict="remove")
    assert answer.status_code == 422 and "삭제 사유를 골라 주세요." in answer.text


def test_nothing_ticked_is_said_kindly_and_nonsense_is_refused(visit, moderator, comments):
    desk = visit(moderator)
    assert "고른 댓글이 없습니다" in desk.get("/moderation/rulings/new?verdict=hold").text
    assert desk.submit("/moderation/rulings", seen="x:1", verdict="explode").status_code == 400
    answer = desk.submit("/moderation/rulings", seen=["x:1", "999999:1.0"], verdict="keep")
    assert answer.status_code == 409


def test_recent_decisions_are_listed_mine_first(visit, moderator, admin, comments):
    Ruling.make(admin, "hold", {comments[0]: comments[0].seen})
    Ruling.make(moderator, "remove", {comments[1]: comments[1].seen}, reason="ad", note="되풀이")
    desk = visit(moderator)
    mine, everybodys = (desk.get(f"/moderation/rulings{by}").text for by in ("", "?by=all"))
    assert "되풀이" in mine and "다리가 언제" not in mine
    assert "다리가 언제" in everybodys and everybodys.count("되돌리기<") == 1


def test_the_writer_hears_of_it_by_mail_once(visit, moderator, reader, comments, posting):
    reader.email = "narae@mail.example"
    desk, before = visit(moderator), seen(comments[0])
    for _ in range(2):
        desk.submit("/moderation/rulings", seen=before, reason="ad")
    letters = db.session.query(OutgoingMail).all()
    assert [letter.to for letter in letters] == ["narae@mail.example"]

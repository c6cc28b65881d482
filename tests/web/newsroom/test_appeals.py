"""Admins answer the writers' appeals."""

import pytest

from board.extensions import db
from board.models import Ruling, recount


@pytest.fixture
def appeal(article, reader, moderator):
    comment = article.comment("다리 공사가 너무 늦습니다.", by=reader)
    Ruling.make(moderator, "remove", {comment: comment.seen}, reason="abuse")
    made = comment.ask_again(by=reader, body="욕한 적이 없습니다.")
    db.session.commit()
    return made


def place(appeal):
    return f"/newsroom/appeals/{appeal.id}"


def test_an_admin_grants_an_appeal_and_the_comment_stands_again(visit, admin, reader, appeal):
    desk = visit(admin)
    assert "욕한 적이 없습니다." in desk.get("/newsroom/appeals").text
    assert desk.submit(place(appeal), verdict="grant").status_code == 303
    db.session.expire_all()
    assert appeal.comment.is_shown and appeal.comment.article.comments_count == 1
    assert (
        sum(recount()) == 0 and "답할 이의 신청이 없습니다." in desk.get("/newsroom/appeals").text
    )


def test_a_denial_tells_the_writer_why(visit, admin, reader, appeal):
    desk = visit(admin)
    answer = desk.submit(place(appeal), verdict="deny", answer=" ")
    assert answer.status_code == 422 and "사유를 글쓴이에게 알려" in answer.text
    desk.submit(place(appeal), verdict="deny", answer="이름을 부르며 욕한 대목이 있습니다.")
    mine = visit(reader).get(f"/articles/{appeal.comment.article_id}").text
    assert "이의 신청: 그대로 둠. 이름을 부르며 욕한 대목이 있습니다." in mine
    assert not appeal.comment.is_shown


def test_an_appeal_against_a_hold_ends_it(visit, admin, reader, article):
    comment = article.comment("읍내 소식입니다.", by=reader)
    comment.hold_back("machine", [])
    appeal = comment.ask_again(by=reader, body="보통 글입니다.")
    visit(admin).submit(place(appeal), verdict="grant", answer="기다리게 해 드려 미안합니다.")
    db.session.expire_all()
    assert comment.is_shown and article.comments_count == 1


def test_two_admins_answer_at_once_and_the_first_counts(visit, admin, appeal):
    appeal.deny(admin, "그대로 둡니다.")
    assert visit(admin).submit(place(appeal), verdict="grant").status_code == 303
    db.session.expire_all()
    assert appeal.granted is False and not appeal.comment.is_shown


def test_moderators_do_not_answer_appeals(visit, moderator, appeal):
    assert visit(moderator).get(place(appeal)).status_code == 403


def test_a_member_with_an_address_hears_by_mail(visit, admin, moderator, reader, article, posting):
    reader.email = "narae@reader.example"
    comment = article.comment("다리 공사가 너무 늦습니다.", by=reader)
    db.session.commit()
    visit(moderator).submit(f"/comments/{comment.id}/removal", reason="abuse")
    db.session.expire_all()
    appeal = comment.ask_again(by=reader, body="욕한 적이 없습니다.")
    visit(admin).submit(place(appeal), verdict="deny", answer="그대로 둡니다.")
    first, second = [each.get_content() for each in posting.letters]
    assert "사유: 욕설·혐오" in first and f"/comments/{comment.id}" in first
    assert "그대로 둡니다." in second

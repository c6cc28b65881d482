"""The newsroom's list of takedown requests, and one of them."""

from datetime import timedelta

from board.extensions import db

LIST = "/newsroom/takedown-requests"


def test_what_waits_is_listed_and_lateness_is_said_in_words(visit, admin, contested, later):
    page = visit(admin).get(LIST).text
    assert contested.receipt in page and contested.due_words in page and "기한 지남" not in page
    later(timedelta(days=2))
    assert "기한 지남" in visit(admin).get(LIST).text


def test_a_lapsed_takedown_asks_for_a_decision(visit, admin, contested, later):
    contested.accept(by=admin, days=3)
    assert "3일 남음" in visit(admin).get(LIST).text
    later(timedelta(days=4))
    page = visit(admin).get(f"{LIST}/{contested.id}").text
    assert "댓글이 다시 보입니다. 어떻게 마칠지" in page


def test_settled_requests_stand_apart(visit, admin, contested):
    contested.decline(by=admin, ground="unshown", reason="차표를 보내 주세요.")
    assert contested.receipt not in visit(admin).get(LIST).text
    assert contested.receipt in visit(admin).get(f"{LIST}?state=done").text


def test_one_request_shows_who_what_and_the_words_as_they_stood(visit, admin, contested):
    contested.comment.edit("고쳐 쓴 말입니다.")
    page = visit(admin).get(f"{LIST}/{contested.id}").text
    for words in ("문가온", "gaon@mail.example", "차표를", "의자를 가져갔습니다", "고쳐 쓴 말"):
        assert words in page
    assert "게시중단 요청이 들어옴" in page and "법률 자문이 아닙니다" in page


def test_nobody_but_an_admin_sees_who_asks(visit, client, reader, moderator, contested):
    for address in (
        LIST,
        f"{LIST}/{contested.id}",
        f"{LIST}/{contested.id}/file",
        f"{LIST}/ledger",
    ):
        for person in (reader, moderator):
            answer = visit(person).get(address)
            assert answer.status_code == 403 and "문가온" not in answer.text
        assert client.get(address).status_code == 303


def test_a_case_whose_comment_and_article_are_gone_can_be_read(visit, admin, contested, article):
    contested.accept(by=admin)
    db.session.commit()
    db.session.delete(article)
    db.session.commit()
    desk = visit(admin)
    for page in ("", f"/{contested.id}", f"/{contested.id}/file", "/ledger"):
        assert "지운 글" in desk.get(LIST + page).text
    assert "완전히 지운 댓글" in desk.get(f"{LIST}/{contested.id}").text

"""Takedown requests by readers."""

import re
from datetime import timedelta

import pytest

from board.extensions import db
from board.models import Comment, Ruling, TakedownRequest
from tests.web.test_hostile import at_once

TYPED = {
    "asker": "self",
    "right": "privacy",
    "wrong": "‘문 씨’라는 말",
    "explanation": "제 이름과 사는 곳을 알아볼 수 있습니다.",
    "name": "문가온",
    "contact": "gaon@mail.example",
    "consent": "y",
    "once": "form-1",
}


@pytest.fixture
def comment(article, reader) -> Comment:
    return article.comment("나루터 옆 문 씨를 조심하세요.", by=reader)


@pytest.fixture
def typed(comment) -> dict:
    db.session.flush()
    return {**TYPED, "comment": str(comment.id)}


def sent() -> list[TakedownRequest]:
    db.session.expire_all()
    return db.session.query(TakedownRequest).all()


def test_a_guest_asks_and_gets_a_receipt(client, comment, typed):
    address = f"/comments/{comment.id}/takedown-requests/new"
    assert address in client.get(f"/comments/{comment.id}/reports/new").text
    page = client.get(address).text
    assert "나루터 옆 문 씨" in page and "제44조의2" in page and "법률 자문이 아닙니다" in page
    assert f"/correction-requests/new?article={comment.article_id}" in page
    answer = client.submit("/takedown-requests", **typed)
    [request] = sent()
    assert answer.status_code == 303 and answer.location.endswith(request.receipt)
    receipt = client.get(answer.location)
    assert request.receipt in receipt.text and "살펴보고 있습니다" in receipt.text
    assert receipt.headers["Cache-Control"] == "private, no-store"
    assert [mail.kind for mail in request.mails] == ["received"]


@pytest.mark.parametrize("address", ["0", "/comments/0", "9999999999", "나루터 댓글"])
def test_what_is_no_address_is_asked_for_again(client, typed, address):
    page = client.get(f"/takedown-requests/new?comment={address}")
    assert page.status_code == 200 and "어느 댓글입니까" in page.text
    answer = client.submit("/takedown-requests", **(typed | {"comment": address}))
    assert answer.status_code == 422 and "그런 댓글을 찾지 못했습니다" in answer.text


def test_a_double_click_is_one_request(client, typed):
    first = client.submit("/takedown-requests", **typed)
    second = client.submit("/takedown-requests", **typed)
    [request] = sent()
    assert first.location == second.location and len(request.mails) == 1


def test_the_same_words_sent_by_many_hands_at_once_are_one_request(app, typed):
    at_once(app, *((None, "/takedown-requests", typed) for _ in range(4)))
    [request] = sent()
    assert len(request.mails) == 1


def test_two_people_with_the_same_form_are_two_requests(client, visit, typed):
    client.submit("/takedown-requests", **typed)
    visit().submit("/takedown-requests", **(typed | {"contact": "010-0000-0000"}))
    assert [request.number for request in sent()] == [1, 2]


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("right", "honour", "어떤 권리인지"),
        ("wrong", " \u200b ", "어느 말이 문제인지"),
        ("explanation", "", "소명을 요구합니다"),
        ("explanation", "가" * 2001, "2,000자까지"),
        ("asker", "neighbour", "대신 요청하는지"),
        ("asker", "agent", "권리를 침해당한 분을"),
        ("name", "", "이름을 써"),
        ("contact", "우리 집", "이메일 주소나 전화번호로"),
        ("consent", None, "동의해야"),
        ("comment", "999999", "찾지 못했습니다"),
        ("comment", "어제 그 댓글", "찾지 못했습니다"),
        ("comment", "99999999999999", "찾지 못했습니다"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_kept(client, typed, field, value, sentence):
    answer = client.submit("/takedown-requests", **(typed | {field: value}))
    assert answer.status_code == 422 and sentence in answer.text
    assert (TYPED["explanation"] if field != "explanation" else TYPED["wrong"]) in answer.text
    assert sent() == []


@pytest.mark.parametrize("address", ["/comments/{}", "/articles/7#comment-{}"])
def test_the_address_of_the_comment_may_be_pasted(client, typed, address):
    assert "어느 댓글입니까" in client.get("/takedown-requests/new").text
    pasted = "https://paper.example" + address.format(typed["comment"])
    answer = client.submit("/takedown-requests", **(typed | {"comment": pasted}))
    assert answer.status_code == 303 and len(sent()) == 1


def test_about_a_comment_that_is_gone_a_kind_sentence_is_said(client, comment, typed, moderator):
    Ruling.make(moderator, "remove", {comment: comment.seen}, reason="abuse")
    page = client.get(f"/comments/{comment.id}/takedown-requests/new")
    assert page.status_code == 200 and "더 하실 일이 없습니다" in page.text
    assert "조심하세요" not in page.text and "요청 보내기" not in page.text
    answer = client.submit("/takedown-requests", **typed)
    assert answer.status_code == 422 and "이미 지운 댓글" in answer.text and sent() == []
    lost = client.get("/comments/999999/takedown-requests/new")
    assert lost.status_code == 404 and "지운 댓글이라면" in lost.text


def test_the_words_of_a_hidden_comment_are_not_shown_on_the_form(client, contested, admin):
    contested.accept(by=admin)
    page = client.get(f"/comments/{contested.comment_id}/takedown-requests/new").text
    assert "지금은 보이지 않는 댓글" in page and "가져갔습니다" not in page


def test_the_number_alone_opens_nothing(client, visit, typed, later):
    place = client.submit("/takedown-requests", **typed).location
    answer = visit().get(place)
    assert answer.status_code == 303 and "/takedown-receipts/new" in answer.location
    later(timedelta(days=2))
    assert client.get(place).status_code == 303


def test_six_in_a_row_are_too_many(client, typed):
    for number in range(5):
        client.submit("/takedown-requests", **(typed | {"wrong": f"{number}째 말"}))
    answer = client.submit("/takedown-requests", **(typed | {"wrong": "또 다른 말"}))
    assert answer.status_code == 429 and re.search(r"\d+분 뒤", answer.text)
    assert len(sent()) == 5

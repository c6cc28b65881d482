"""Correction requests by readers."""

import re
from datetime import timedelta

import pytest

from board import clock
from board.extensions import db
from board.models import Article, CorrectionRequest

TYPED = {
    "kind": "correction",
    "wrong": "문 여는 시각을 여섯 시라고 썼습니다.",
    "wanted": "일곱 시에 엽니다.",
    "relation": "쉼터 관리인",
    "name": "정한별",
    "contact": "hanbyeol@mail.example",
    "consent": "y",
    "once": "form-1",
}


@pytest.fixture
def typed(article) -> dict:
    return {**TYPED, "article": str(article.id), "known_on": str(clock.today())}


def sent() -> list[CorrectionRequest]:
    db.session.expire_all()
    return db.session.query(CorrectionRequest).all()


def test_a_guest_asks_and_gets_a_receipt_with_its_dates(client, article, typed):
    article.published_at = clock.now() - timedelta(days=3)
    assert (
        f"/articles/{article.id}/correction-requests/new"
        in client.get(f"/articles/{article.id}").text
    )
    page = client.get(f"/articles/{article.id}/correction-requests/new").text
    assert article.title in page and "정정보도" in page
    answer = client.submit("/correction-requests", **typed)
    [request] = sent()
    assert answer.status_code == 303 and answer.location.endswith(request.receipt)
    receipt = client.get(answer.location)
    assert request.receipt in receipt.text and "기간 안에 받았습니다" in receipt.text
    assert f"{request.answer_by:%Y.%m.%d}" in receipt.text
    assert receipt.headers["Cache-Control"] == "private, no-store"


def test_a_double_click_is_one_request(client, typed):
    first = client.submit("/correction-requests", **typed)
    second = client.submit("/correction-requests", **typed)
    assert len(sent()) == 1 and first.location == second.location
    assert client.get(second.location).status_code == 200


def test_two_people_with_the_same_form_are_two_requests(client, visit, typed):
    client.submit("/correction-requests", **typed)
    visit().submit("/correction-requests", **(typed | {"contact": "010-0000-0000"}))
    assert [request.number for request in sent()] == [1, 2]


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("kind", "praise", "하나를 골라"),
        ("wrong", " \u200b ", "어느 곳이 다른지"),
        ("wrong", "가" * 2001, "2,000자까지"),
        ("wanted", "", "어떻게 게재하기를"),
        ("relation", "", "어떤 관계인지"),
        ("name", "", "이름을 써"),
        ("contact", "우리 집", "이메일 주소나 전화번호로"),
        ("contact", "a@b.example\r\nBcc: c@d.example", "이메일 주소나 전화번호로"),
        ("known_on", "", "알게 된 날을 골라"),
        ("known_on", "2999-01-01", "오늘이나 그 앞의"),
        ("known_on", "1999-01-01", "그날이나 그 뒤의"),
        ("known_on", "어제", "2025-06-13처럼"),
        ("consent", None, "동의해야"),
        ("article", "999999", "찾지 못했습니다"),
        ("article", "99999999999999", "찾지 못했습니다"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_kept(client, typed, field, value, sentence):
    answer = client.submit("/correction-requests", **(typed | {field: value}))
    assert answer.status_code == 422 and sentence in answer.text
    assert (TYPED["wanted"] if field != "wanted" else TYPED["wrong"]) in answer.text
    assert sent() == []


def test_the_address_of_the_article_may_be_pasted(client, article, typed):
    address = f"https://paper.example/articles/{article.id}?q=쉼터#comments"
    assert "어느 글입니까" in client.get("/correction-requests/new").text
    assert article.title in client.get(f"/correction-requests/new?article={article.id}").text
    assert (
        client.submit("/correction-requests", **(typed | {"article": address})).status_code == 303
    )


@pytest.mark.parametrize("address", ["0", "/articles/0", "9999999999", "나루터 기사"])
def test_what_is_no_address_is_asked_for_again(client, typed, address):
    page = client.get(f"/correction-requests/new?article={address}")
    assert page.status_code == 200 and "어느 글입니까" in page.text
    answer = client.submit("/correction-requests", **(typed | {"article": address}))
    assert answer.status_code == 422 and "그런 글을 찾지 못했습니다" in answer.text


def test_a_correction_of_a_withdrawn_article_can_be_requested_without_showing_it(
    client, article, admin, typed
):
    article.withdraw(by=admin, reason="확인 중")
    page = client.get(f"/articles/{article.id}/correction-requests/new").text
    assert "신문사가 게시를 중단한 글" in page and article.title not in page
    answer = client.submit("/correction-requests", **typed)
    assert article.title not in client.get(answer.location).text
    assert len(sent()) == 1


def test_a_correction_of_a_draft_cannot_be_requested(client, admin, board):
    draft = Article.draft(board=board, by=admin, title="아직 비밀")
    db.session.commit()
    assert client.get(f"/articles/{draft.id}/correction-requests/new").status_code == 404
    assert "아직 비밀" not in client.get(f"/correction-requests/new?article={draft.id}").text


def test_a_late_request_is_taken_and_told_so(client, article, typed):
    article.published_at = clock.now() - timedelta(days=220)
    answer = client.submit("/correction-requests", **typed)
    assert "기간이 지난 뒤에 받았습니다" in client.get(answer.location).text


def test_the_number_alone_opens_nothing(client, visit, typed, later):
    place = client.submit("/correction-requests", **typed).location
    answer = visit().get(place)
    assert answer.status_code == 303 and "/correction-receipts/new" in answer.location
    later(timedelta(days=2))
    assert client.get(place).status_code == 303


def test_six_in_a_row_are_too_many(client, typed):
    for number in range(5):
        client.submit("/correction-requests", **(typed | {"wrong": f"{number}째 곳"}))
    answer = client.submit("/correction-requests", **(typed | {"wrong": "또 다른 곳"}))
    assert answer.status_code == 429 and re.search(r"\d+분 뒤", answer.text)
    assert len(sent()) == 5

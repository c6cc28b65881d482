"""Where a request stands, for the one who sent it."""

import pytest

from board import clock


@pytest.fixture
def request_sent(article, guest):
    return article.request_correction(
        by=guest,
        kind="correction",
        name="정한별",
        contact="010-0000-0000",
        relation="쉼터 관리인",
        wrong="여섯 시라고 썼습니다.",
        wanted="일곱 시입니다.",
        known_on=clock.today(),
    )


def test_number_and_contact_open_it(client, request_sent):
    assert "접수번호" in client.get("/correction-receipts/new").text
    fields = {"receipt": request_sent.receipt.lower(), "contact": "01000000000"}
    answer = client.submit("/correction-receipts", **fields)
    assert answer.status_code == 200 and "여섯 시라고" in answer.text
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_it_tells_of_a_refusal_and_of_the_way_on(client, request_sent, admin):
    request_sent.decline(by=admin, ground="untrue", reason="공고문에는 여섯 시입니다.")
    fields = {"receipt": request_sent.receipt, "contact": "010-0000-0000"}
    page = client.submit("/correction-receipts", **fields).text
    assert "공고문에는 여섯 시입니다." in page and "언론중재위원회" in page
    assert f"{request_sent.arbitrate_by:%Y.%m.%d}" in page


def test_it_leads_to_the_correction(client, request_sent, article, admin):
    request_sent.accept(by=admin)
    article.correct(kind="correction", text="일곱 시입니다.", by=admin, request=request_sent)
    fields = {"receipt": request_sent.receipt, "contact": "010-0000-0000"}
    assert (
        f"/articles/{article.id}#correction-"
        in client.submit("/correction-receipts", **fields).text
    )


def test_a_wrong_contact_opens_nothing_and_guessing_is_slowed_down(client, request_sent):
    fields = {"receipt": request_sent.receipt, "contact": "010-1111-0000"}
    answers = [client.submit("/correction-receipts", **fields) for _ in range(11)]
    assert {answer.status_code for answer in answers[:10]} == {422}
    assert "낸 청구가 없습니다" in answers[0].text and "여섯 시라고" not in answers[0].text
    assert answers[10].status_code == 429


def test_an_empty_form_says_what_to_write(client, app):
    answer = client.submit("/correction-receipts", receipt="", contact="")
    assert answer.status_code == 422 and "접수번호를 써 주세요" in answer.text

"""Status of a correction request for its sender."""


def test_number_and_contact_open_it(client, asked):
    assert "접수번호" in client.get("/correction-receipts/new").text
    fields = {"receipt": asked.receipt.lower(), "contact": "HANBYEOL@mail.example"}
    answer = client.submit("/correction-receipts", **fields)
    assert answer.status_code == 200 and "여섯 시에" in answer.text
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_it_tells_of_a_refusal_and_of_the_way_on(client, asked, admin):
    asked.decline(by=admin, ground="untrue", reason="공고문에는 여섯 시입니다.")
    fields = {"receipt": asked.receipt, "contact": "hanbyeol@mail.example"}
    page = client.submit("/correction-receipts", **fields).text
    assert "공고문에는 여섯 시입니다." in page and "언론중재위원회" in page
    assert f"{asked.arbitrate_by:%Y.%m.%d}" in page


def test_it_leads_to_the_correction(client, asked, article, admin):
    asked.accept(by=admin)
    article.correct(kind="correction", text="일곱 시입니다.", by=admin, request=asked)
    fields = {"receipt": asked.receipt, "contact": "hanbyeol@mail.example"}
    assert (
        f"/articles/{article.id}#correction-"
        in client.submit("/correction-receipts", **fields).text
    )


def test_a_wrong_contact_opens_nothing_and_guessing_is_slowed_down(client, asked):
    fields = {"receipt": asked.receipt, "contact": "narae@mail.example"}
    answers = [client.submit("/correction-receipts", **fields) for _ in range(11)]
    assert {answer.status_code for answer in answers[:10]} == {422}
    assert "낸 청구가 없습니다" in answers[0].text and "여섯 시에" not in answers[0].text
    assert answers[10].status_code == 429


def test_an_empty_form_says_what_to_write(client, app):
    answer = client.submit("/correction-receipts", receipt="", contact="")
    assert answer.status_code == 422 and "접수번호를 써 주세요" in answer.text

"""Status of a takedown request for its sender."""


def look(client, case):
    fields = {"receipt": case.receipt.lower(), "contact": "GAON@mail.example"}
    return client.submit("/takedown-receipts", **fields)


def test_number_and_contact_open_it(client, contested):
    assert "접수번호" in client.get("/takedown-receipts/new").text
    answer = look(client, contested)
    assert answer.status_code == 200 and "차표를 보여" in answer.text
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_it_tells_what_was_decided(client, contested, admin, reader):
    contested.accept(by=admin)
    assert "까지 가립니다" in look(client, contested).text
    contested.object(by=reader, words="제가 보았습니다.")
    page = look(client, contested).text
    assert "글쓴이가 이의를" in page and "제가 보았습니다" not in page
    contested.restore(by=admin, words="사실로 보입니다.")
    page = look(client, contested).text
    assert "다시 보이기로" in page and "사실로 보입니다." in page and "제44조의10" in page


def test_it_tells_of_a_refusal(client, contested, admin):
    contested.decline(by=admin, ground="unshown", reason="차표를 보내 주세요.")
    page = look(client, contested).text
    assert "소명이 모자람" in page and "차표를 보내 주세요." in page


def test_a_wrong_contact_opens_nothing_and_guessing_is_slowed_down(client, contested):
    fields = {"receipt": contested.receipt, "contact": "narae@mail.example"}
    answers = [client.submit("/takedown-receipts", **fields) for _ in range(11)]
    assert {answer.status_code for answer in answers[:10]} == {422}
    assert "차표를" not in answers[0].text and answers[10].status_code == 429

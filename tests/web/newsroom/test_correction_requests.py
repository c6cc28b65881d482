"""The newsroom's list of requests, and one of them."""

from datetime import timedelta

from board.extensions import db


def test_what_is_due_is_listed_and_lateness_is_said_in_words(visit, admin, asked, later):
    desk = visit(admin)
    page = desk.get("/newsroom/correction-requests").text
    assert asked.receipt in page and asked.due_words in page and "기한 지남" not in page
    later(timedelta(days=6))
    assert "기한 지남" in visit(admin).get("/newsroom/correction-requests").text


def test_settled_requests_stand_apart(visit, admin, asked):
    asked.decline(by=admin, ground="untrue", reason="공고문과 다릅니다.")
    desk = visit(admin)
    assert asked.receipt not in desk.get("/newsroom/correction-requests").text
    assert asked.receipt in desk.get("/newsroom/correction-requests?state=done").text


def test_one_request_shows_who_what_until_when_and_its_letters(visit, admin, asked):
    page = visit(admin).get(f"/newsroom/correction-requests/{asked.id}").text
    for words in ("정한별", "hanbyeol@mail.example", "여섯 시에 연다고", "정정 청구가 들어옴"):
        assert words in page
    assert f"{asked.answer_by:%Y.%m.%d}" in page and f"{asked.publish_by:%Y.%m.%d}" in page
    assert "메일 설정이 없어 보내지 않았습니다" in page
    assert page.count("readonly>") == 2 and "청구를 받았습니다 (" in page


def test_the_note_to_the_author_tells_no_name(visit, admin, asked):
    page = visit(admin).get(f"/newsroom/correction-requests/{asked.id}").text
    note = page[page.index('<textarea id="letter-note"') :]
    note = note[: note.index("</textarea>")]
    assert "여섯 시에 연다고" in note
    assert "정한별" not in note and "hanbyeol" not in note


def test_nobody_but_an_admin_sees_who_asks(visit, client, reader, moderator, asked):
    for person in (reader, moderator):
        answer = visit(person).get(f"/newsroom/correction-requests/{asked.id}")
        assert answer.status_code == 403 and "정한별" not in answer.text
    assert client.get(f"/newsroom/correction-requests/{asked.id}").status_code == 303


def test_a_request_about_an_article_that_is_gone_can_still_be_read(visit, admin, asked, article):
    db.session.delete(article)
    db.session.commit()
    desk = visit(admin)
    for page in ("", f"/{asked.id}"):
        assert "지운 글" in desk.get(f"/newsroom/correction-requests{page}").text

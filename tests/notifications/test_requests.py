"""Mails about requests, through a real mail server on this machine."""

import pytest

from board.cli.post import post as command
from board.extensions import db
from board.models import OutgoingMail
from board.notifications.requests import AFTER, LETTERS, letter
from tests.web.test_correction_requests import TYPED


@pytest.fixture
def decide(visit, admin, asked):
    """`decide("acceptance")`: the editor presses the button."""

    def press(deed, **fields):
        return visit(admin).submit(f"/newsroom/correction-requests/{asked.id}/{deed}", **fields)

    return press


def mails() -> list[OutgoingMail]:
    db.session.expire_all()
    return db.session.query(OutgoingMail).order_by(OutgoingMail.id).all()


def test_who_asks_gets_the_receipt_by_mail_once(posting, client, article, asked):
    typed = {**TYPED, "article": str(article.id), "known_on": str(asked.known_on)}
    for _ in range(2):
        client.submit("/correction-requests", **typed)
    hanbyeols, arrived = posting.letters
    assert hanbyeols["To"] == asked.contact and arrived["To"] == TYPED["contact"]
    _, mail = mails()
    assert mail.sent_at and arrived["Subject"] == mail.subject
    assert "-0002-" in arrived["Subject"]


def test_a_decision_and_its_correction_are_told(posting, visit, admin, asked, article, decide):
    decide("acceptance")
    fields = {"kind": "correction", "text": "일곱 시에 엽니다.", "request": asked.id}
    visit(admin).submit(f"/newsroom/articles/{article.id}/corrections", **fields)
    _received, accepted, published = posting.letters
    assert "받아들입니다" in accepted["Subject"] and "게재했습니다" in published["Subject"]
    assert "일곱 시에 엽니다." in published.get_content()


def test_a_phone_number_and_a_paper_without_a_mail_server_send_nothing(asked, posting, decide):
    asked.contact = "010-0000-0000"
    decide("refusal", ground="other", reason="이미 고쳤습니다.")
    assert mails() == [] and posting.letters == []


def test_nothing_waits_for_a_mail_server_to_be_set_one_day(asked, decide):
    decide("refusal", ground="other", reason="이미 고쳤습니다.")
    assert asked.state == "declined" and mails() == []


def test_a_letter_that_came_back_loses_nothing_and_goes_out_later(
    asked, posting, decide, visit, admin
):
    posting.refuses = True
    decide("acceptance")
    assert asked.state == "accepted" and "받는 주소를" in mails()[0].error
    page = visit(admin).get(f"/newsroom/correction-requests/{asked.id}").text
    assert "보내지 못했습니다. 메일 서버가 받는 주소를 받지 않았습니다." in page
    posting.refuses = False
    asked.reopen(by=admin)
    db.session.commit()
    decide("refusal", ground="other", reason="이미 고쳤습니다.")
    assert len(posting.letters) == 2 and all(mail.sent_at for mail in mails())


def test_the_command_sends_what_waits(asked, posting, app, decide):
    posting.refuses = True
    decide("acceptance")
    said = app.test_cli_runner().invoke(command, ["send"])
    assert said.exit_code == 1 and "보내지 못한 메일 1통" in said.output
    posting.refuses = False
    said = app.test_cli_runner().invoke(command, ["send"])
    assert said.exit_code == 0 and "보낸 메일 1통" in said.output
    assert len(posting.letters) == 1


def test_the_command_says_when_no_server_is_set(app):
    said = app.test_cli_runner().invoke(command, ["send"])
    assert said.exit_code == 1 and "메일 설정이 없습니다" in said.output


def test_each_letter_but_the_note_to_be_copied_follows_some_deed():
    for request, kinds in LETTERS.items():
        written = {kind for due in AFTER[request].values() for kind in due}
        assert written == kinds.keys() - {"note"}


def test_words_of_a_letter_are_plain_text(app, asked):
    asked.wrong = "<b>여섯</b> & 일곱"
    with app.test_request_context():
        assert "<b>여섯</b> & 일곱" in letter("note", asked).body
        assert "\n\n\n" not in letter("received", asked).body

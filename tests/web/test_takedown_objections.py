"""The writer of a hidden comment objects."""

from datetime import timedelta

import pytest

from board.extensions import db
from board.models import Guest

WORDS = {"words": "제가 두 눈으로 보았습니다."}


@pytest.fixture
def hidden(contested, admin):
    contested.accept(by=admin)
    db.session.commit()
    return contested


def place(case) -> str:
    return f"/comments/{case.comment_id}/takedown-objections"


def objection(case):
    db.session.expire_all()
    return case.takedown.objection


def test_a_member_objects_from_the_comment(visit, reader, hidden):
    narae = visit(reader)
    assert "비밀번호" not in narae.get(f"{place(hidden)}/new").text
    answer = narae.submit(place(hidden), **WORDS)
    assert answer.status_code == 303 and objection(hidden).words == WORDS["words"]
    narae.submit(place(hidden), words="한 번 더 말합니다.")
    assert objection(hidden).words == WORDS["words"]
    assert [mail.kind for mail in hidden.mails][-1] == "objected" and len(hidden.mails) == 4
    assert "이미 이의 신청이" in narae.get(f"{place(hidden)}/new").text


def test_only_the_writer_is_led_from_the_comment_and_sees_its_words(
    visit, reader, other_reader, hidden, article
):
    link = f"{place(hidden)}/new"
    pages = [visit(person).get(f"/articles/{article.id}").text for person in (reader, other_reader)]
    assert link in pages[0] and link not in pages[1]
    assert all(hidden.takedown.sentence in page for page in pages)
    assert ["의자를 가져갔습니다" in page for page in pages] == [True, False]


def test_the_number_in_the_letter_is_enough(client, hidden):
    assert "통지번호" in client.get(f"{place(hidden)}/new").text
    answer = client.submit(place(hidden), **WORDS, proof="2026-0001-AAAAAA")
    assert answer.status_code == 422 and WORDS["words"] in answer.text
    client.submit(place(hidden), **WORDS, proof=hidden.takedown.notice.lower())
    assert objection(hidden) is not None


def test_a_guest_gives_the_password_of_the_comment(client, article, admin):
    comment = article.comment("솔내 문 씨요.", by=Guest("x"), nickname="강바람", password="나루 둘")
    told = {"asker": "self", "right": "privacy", "wrong": "x", "explanation": "x"}
    case = comment.request_takedown(by=Guest("y"), name="문가온", contact="010-0000-0000", **told)
    case.accept(by=admin)
    assert client.submit(place(case), **WORDS, proof="나루 셋").status_code == 422
    client.submit(place(case), **WORDS, proof="나루 둘", contact="baram@mail.example")
    assert objection(case).contact == case.writer_contact == "baram@mail.example"


def test_nobody_else_objects_and_guessing_is_slowed_down(visit, other_reader, moderator, hidden):
    for person in (other_reader, moderator, other_reader, moderator, other_reader):
        assert visit(person).submit(place(hidden), **WORDS, proof="").status_code == 422
    assert visit(moderator).submit(place(hidden), **WORDS, proof="1234").status_code == 429
    assert objection(hidden) is None


def test_after_the_deadline_there_is_nothing_to_object_to(visit, reader, hidden, later):
    later(timedelta(days=31))
    answer = visit(reader).submit(place(hidden), **WORDS)
    assert answer.status_code == 404 and "가린 기한이 지났거나" in answer.text


def test_an_empty_objection_and_an_invalid_contact_are_explained(visit, reader, hidden):
    answer = visit(reader).submit(place(hidden), words=" ", contact="우리 집")
    assert answer.status_code == 422 and "왜 다시 보여야" in answer.text
    assert "이메일 주소나 전화번호로" in answer.text and objection(hidden) is None

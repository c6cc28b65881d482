"""Mild and political words are looked for where an admin wants it, and nowhere else."""

import pytest

from board.extensions import db
from board.models import AuditEntry, OptionalWordlist, words_in

ADDRESS, SWITCH = "/newsroom/words", "/newsroom/words/lists"
MILD_SENTENCE, POLITICAL_SENTENCE = "저 바보들이 또 시작이네", "저 좌빨들과 수꼴들"


@pytest.fixture
def desk(visit, admin):
    return visit(admin)


def test_a_paper_starts_with_neither(app):
    assert words_in(MILD_SENTENCE) == words_in(POLITICAL_SENTENCE) == []
    assert words_in("바보 온달과 평강 공주") == []


@pytest.mark.parametrize(
    ("name", "title", "sentence", "found"),
    [
        ("mild", "가벼운 욕", MILD_SENTENCE, ["바보"]),
        ("political", "정치 비하 표현", POLITICAL_SENTENCE, ["좌빨", "수꼴"]),
    ],
)
def test_hangyeol_switches_a_list_on_and_off_again(desk, name, title, sentence, found):
    assert f"{title}</strong> 꺼져 있습니다" in " ".join(desk.get(ADDRESS).text.split())
    desk.submit(SWITCH, name=name, on="yes")
    assert words_in(sentence) == found
    page = " ".join(desk.get(ADDRESS).text.split())
    assert f"{title}</strong> 켜져 있습니다" in page and "이한결 님이 켰습니다" in page
    desk.submit(SWITCH, name=name, on="no")
    assert words_in(sentence) == []


def test_one_list_says_nothing_of_the_other(desk):
    desk.submit(SWITCH, name="mild", on="yes")
    assert words_in(POLITICAL_SENTENCE) == []
    desk.submit(SWITCH, name="political", on="yes")
    desk.submit(SWITCH, name="mild", on="no")
    assert words_in(MILD_SENTENCE) == [] and words_in(POLITICAL_SENTENCE) == ["좌빨", "수꼴"]


def test_a_click_twice_is_one_deed_and_readers_hear_of_it(desk, visit):
    for _ in range(2):
        assert desk.submit(SWITCH, name="mild", on="yes").status_code == 303
    deeds = db.session.scalars(
        db.select(AuditEntry.action).where(AuditEntry.action.startswith("wordlist."))
    ).all()
    assert deeds == ["wordlist.enable"]
    public = visit().get("/moderation-log").text
    assert "금지어 목록 하나를 켰습니다" in public and "mild" not in public


def test_a_list_that_is_none_is_a_bad_question(desk):
    assert desk.submit(SWITCH, name="blocked", on="no").status_code == 400
    assert words_in("야 이 시발아") == ["시발"]
    assert db.session.scalars(db.select(OptionalWordlist)).all() == []


def test_a_word_of_a_list_that_is_on_can_be_switched_off_alone(desk):
    desk.submit(SWITCH, name="mild", on="yes")
    assert 'name="words" value="바보"' in desk.get(f"{ADDRESS}?q=바보").text
    desk.submit(ADDRESS, kind="allowed", words="바보")
    assert words_in(MILD_SENTENCE) == [] and words_in("이 멍청이들") == ["멍청이"]


def test_an_admin_may_block_a_word_of_a_list_that_is_off(desk):
    desk.submit(ADDRESS, kind="blocked", words="바보")
    assert words_in("바보 온달") == ["바보"]

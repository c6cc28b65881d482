"""Wordlist in the newsroom: searched, extended, reduced."""

import pytest

from board.extensions import db
from board.models import WordlistEntry, words_in

ADDRESS = "/newsroom/words"


@pytest.fixture
def desk(visit, admin):
    return visit(admin)


def listed() -> list[tuple[str, str]]:
    db.session.rollback()
    rows = db.session.scalars(db.select(WordlistEntry).order_by(WordlistEntry.id))
    return [(row.kind, row.word) for row in rows]


def test_words_are_added_one_a_line_and_taken_out_again(desk):
    desk.submit(ADDRESS, kind="blocked", words="감자바위\n\n  무 바위 \n")
    assert listed() == [("blocked", "감자바위"), ("blocked", "무 바위")]
    assert words_in("이 감.자.바.위 같은") == ["감자바위"]
    page = desk.get(ADDRESS).text
    assert "무 바위" in page and "이한결" in page
    desk.submit(f"{ADDRESS}/1/removal")
    assert listed() == [("blocked", "무 바위")]
    assert "‘감자바위’ 하나를 뺐습니다" in desk.get(ADDRESS).text
    assert desk.submit(f"{ADDRESS}/1/removal").status_code == 303  # clicked twice


def test_words_that_cannot_be_added_are_left_out(desk):
    desk.submit(ADDRESS, kind="blocked", words="감자바위\n감.자.바.위\n놈\n시발")
    assert listed() == [("blocked", "감자바위")]


def test_a_double_click_adds_once(desk):
    for _ in range(2):
        answer = desk.submit(ADDRESS, kind="blocked", words="감자바위")
        assert answer.status_code == 303
    assert listed() == [("blocked", "감자바위")]
    assert "새로 넣은 말이 없습니다" in desk.get(ADDRESS).text


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"kind": "blocked", "words": ""}, "넣을 말을 써 주세요"),
        ({"kind": "loved", "words": "감자바위"}, "하나를 골라 주세요"),
        ({}, "넣을 말을 써 주세요"),
        (
            {"kind": "blocked", "words": "\n".join(f"말{n}" for n in range(1001))},
            "나누어 넣어 주세요",
        ),
    ],
)
def test_a_form_that_cannot_be_read_says_so_and_keeps_what_was_typed(desk, fields, sentence):
    answer = desk.submit(ADDRESS, **fields)
    assert answer.status_code == 422 and sentence in answer.text
    assert fields.get("words", "")[:6] in answer.text
    assert listed() == []


def test_a_word_of_the_first_list_can_be_switched_off_and_on(desk):
    assert 'name="words" value="또라이"' in desk.get(ADDRESS).text
    desk.submit(ADDRESS, kind="allowed", words="또라이")
    assert words_in("또라이") == []
    assert "<del>또라이</del> 끔" in desk.get(ADDRESS).text
    desk.submit(f"{ADDRESS}/1/removal")
    assert words_in("또라이") == ["또라이"]


def test_words_are_found_by_a_part_of_them(desk, admin):
    WordlistEntry.add(["감자바위", "무바위", "100%"], "blocked", by=admin)
    page = desk.get(f"{ADDRESS}?q=자바").text
    assert "감자바위" in page and "무바위" not in page
    assert "무바위" not in desk.get(f"{ADDRESS}?q=%25").text
    assert "찌질" not in desk.get(f"{ADDRESS}?q=머니").text
    assert "꽁머니" in desk.get(f"{ADDRESS}?q=머니").text


def test_a_long_list_has_pages(desk, admin):
    WordlistEntry.add([f"나쁜말{number}" for number in range(70)], "blocked", by=admin)
    page = desk.get(f"{ADDRESS}?page=3").text
    assert "나쁜말9" in page and "나쁜말69" not in page
    assert desk.get(f"{ADDRESS}?page=4").status_code == 404


def test_each_kind_has_its_own_list(desk):
    desk.submit(ADDRESS, kind="allowed", words="감자바위전")
    assert "감자바위전" not in desk.get(ADDRESS).text
    assert "감자바위전" in desk.get(f"{ADDRESS}?kind=allowed").text

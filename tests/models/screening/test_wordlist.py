"""Wordlist: the default words, and the admins' changes."""

import pytest

from board.extensions import db
from board.models import AuditEntry, WordlistEntry, words_in


@pytest.fixture
def add(admin):
    """`add("blocked", "감자바위")`: an admin puts words into the list."""

    def put(kind: str, *words: str) -> int:
        added = WordlistEntry.add(list(words), kind, by=admin)
        db.session.commit()
        return added

    return put


def entry(word: str) -> WordlistEntry:
    return db.session.scalars(db.select(WordlistEntry).filter_by(word=word)).one()


def test_a_paper_starts_with_a_list(app):
    assert words_in("야 이 시1발") == ["시발"]
    assert words_in("시발역에서 새끼손가락을 걸었다") == []


def test_what_an_admin_adds_counts_at_once_and_until_it_is_removed(add, admin):
    assert words_in("감자바위들 같으니") == []
    add("blocked", "감자바위")
    assert words_in("감.자.바.위들, 감자바위들") == ["감자바위"]
    entry("감자바위").remove(by=admin)
    assert words_in("감자바위들") == []
    deeds = db.session.scalars(db.select(AuditEntry.action).order_by(AuditEntry.id)).all()
    assert deeds[-2:] == ["wordlist.add_blocked", "wordlist.remove_blocked"]


def test_a_word_put_in_place_of_another_counts_too(add, admin):
    add("blocked", "감자바위")
    assert words_in("감자바위") == ["감자바위"]
    entry("감자바위").remove(by=admin)
    add("blocked", "무바위")
    assert words_in("감자바위 무바위") == ["무바위"]


def test_an_allowed_word_switches_one_of_the_first_list_off(add, admin):
    add("allowed", "시발")
    assert words_in("시발 고무신은 옛 신발 이름입니다") == []
    entry("시발").remove(by=admin)
    assert words_in("시발") == ["시발"]


def test_what_an_admin_blocks_the_first_list_cannot_allow(add):
    add("blocked", "시발역")
    assert words_in("시발역") == ["시발역"]


def test_the_same_word_is_listed_once_however_it_is_written(add):
    assert add("blocked", "감자바위") == 1
    assert add("blocked", "감자 바위", "감.자.바.위") == 0
    assert add("allowed", "감자바위") == 0


def test_a_list_that_nobody_changed_is_not_made_again(add, statements):
    add("blocked", "감자바위")
    words_in("처음 물을 때")
    with statements() as made:
        words_in("또 물을 때")
    assert len(made) == 1

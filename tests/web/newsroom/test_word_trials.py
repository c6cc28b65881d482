"""Wordlist trial on a sentence."""

import pytest

ADDRESS = "/newsroom/words/trial"


@pytest.fixture
def desk(visit, admin):
    return visit(admin)


@pytest.mark.parametrize("htmx", [False, True])
def test_what_is_found_stands_marked_in_its_place_with_its_word(desk, htmx):
    page = desk.submit(ADDRESS, htmx=htmx, sentence="야 이 시1발 <b>역시 발표</b>").text
    assert "야 이 <mark>시1발</mark> &lt;b&gt;역시 발표&lt;/b&gt;" in page
    assert "금지어 <strong>시발</strong>" in page and "걸리는 말이 1개" in page
    assert ("<html" in page) != htmx


def test_what_is_allowed_names_the_phrase(desk):
    page = desk.submit(ADDRESS, sentence="시발역에서 만나요").text
    assert "<ins>시발</ins>역에서" in page
    assert "허용어 <strong>시발역</strong>" in page and "걸리는 말이 없습니다" in page


def test_a_harmless_sentence_is_left_alone(desk):
    page = desk.submit(ADDRESS, sentence="새끼손가락 걸고 18일에 만나요").text
    assert "걸리는 말이 없습니다" in page and "<mark>" not in page


@pytest.mark.parametrize("text", ["", "가" * 2001])
def test_nothing_or_too_much_is_told_and_kept(desk, text):
    answer = desk.submit(ADDRESS, sentence=text)
    assert answer.status_code == 422 and 'class="error"' in answer.text
    assert text in answer.text

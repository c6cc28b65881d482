"""Shingling: the same numbers for the same words, few, and quickly computed."""

import time

from board.text.shingles import FEWEST, MOST, SHORTEST, shingles_of

SENTENCE = "달여울시는 강가 둔치에서 나룻배 축제를 연다고 밝혔다. "


def long_text(letters: int) -> str:
    return "".join(
        chr(0xAC00 + (place * place * 7 + place // 9) % 11_000) for place in range(letters)
    )


def test_spaces_marks_width_and_case_do_not_matter():
    assert shingles_of("나루 ABC 12, 끝.") == shingles_of("나루ａｂｃ 12끝")


def test_a_short_text_is_one_number_for_all_of_it():
    assert len(shingles_of("가" * (SHORTEST - 1))) == 1
    assert shingles_of("오늘은 쉽니다") != shingles_of("오늘은 일합니다")
    assert shingles_of(" …!? ") == []


def test_an_article_takes_few_rows_and_the_longest_a_bounded_number():
    assert len(shingles_of(long_text(1_500))) <= FEWEST + 1
    assert len(shingles_of(long_text(66_000))) == MOST + 1


def test_the_longest_text_is_read_in_good_time():
    started = time.process_time()
    shingles_of(long_text(66_000))
    assert time.process_time() - started < 3  # a third on an idle core

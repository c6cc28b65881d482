"""Text diff, as an editor would mark it."""

import random
import time

import pytest

from board.text.differences import amount, between, folded, readable
from board.text.matching import Matching

SYLLABLES = "가나다라마바사아자차카타파하"


def marked(before: str, after: str) -> list[str]:
    """Each line with what went in [] and what came in {}."""
    signs = {"same": "{}", "del": "[{}]", "ins": "{{{}}}"}
    return [
        "".join(signs[piece.mark].format(piece.text.strip()) for piece in passage.pieces)
        for passage in between(before, after)
    ]


def test_only_the_particle_is_marked():
    assert marked("춘하시는 문을 열었다", "춘하시가 문을 열었다") == ["춘하시[는]{가}문을 열었다"]


def test_a_number_changes_as_a_whole():
    assert marked("모두 1,200명이다", "모두 1,300명이다") == ["모두[1,200명이다]{1,300명이다}"]
    assert marked("예산 125억원에서", "예산 135억원에서") == ["예산[125]{135}억원에서"]


def test_added_and_removed_words_are_pieces_of_their_own():
    assert marked("새 쉼터를 열었다", "쉼터를 크게 열었다") == ["[새]쉼터를{크게}열었다"]


def test_another_word_is_not_mixed_with_the_old_one():
    assert marked("담당자는 김나래", "담당자는 최도현") == ["담당자는[김나래]{최도현}"]


def test_a_changed_line_stands_beside_its_new_form():
    before = "첫 문단입니다.\n둘째 문단은 길게 씁니다.\n끝"
    after = "첫 문단입니다.\n새로 넣은 줄\n둘째 문단은 짧게 씁니다.\n끝"
    assert marked(before, after) == [
        "첫 문단입니다.",
        "{새로 넣은 줄}",
        "둘째 문단은[길]{짧}게 씁니다.",
        "끝",
    ]


@pytest.mark.parametrize(("before", "after"), [("", "글"), ("글", ""), ("", "")])
def test_an_empty_text_can_be_compared(before, after):
    assert amount(between(before, after)) == (len(after), len(before))


def test_both_texts_can_be_restored_from_the_diff():
    before, after = "가 나 다\n라 마\n바 사 아", "가 다 나\n바 사 아 자\n라 마바"
    shown = [piece for passage in between(before, after) for piece in passage.pieces]
    for text, other in ((before, "ins"), (after, "del")):
        words = "".join(piece.text for piece in shown if piece.mark != other)
        assert sorted("".join(words.split())) == sorted("".join(text.split()))


def test_long_unchanged_stretches_are_folded():
    lines = [f"{number}째 줄" for number in range(20)]
    parts = folded(between("\n".join(lines), "\n".join([*lines[:10], "새 줄", *lines[10:]])))
    assert [(hidden, len(passages)) for hidden, passages in parts] == [
        (True, 9),
        (False, 3),
        (True, 9),
    ]


def test_tables_lists_photos_and_addresses_are_readable():
    html = (
        "<ul><li>하나</li></ul><table><tbody><tr><td>이름</td><td>수</td></tr></tbody></table>"
        '<figure><img src="/photos/7"></figure><p><a href="https://paper.example/" '
        'rel="noopener">신문</a></p>'
    )
    assert readable(html).split("\n") == [
        "- 하나",
        "이름 | 수",
        "[[사진 7]]",
        "신문 (https://paper.example/)",
    ]


def text_of_lines(chance, lines, length, letters=14):
    return "\n".join("".join(chance.choices(SYLLABLES[:letters], k=length)) for _ in range(lines))


@pytest.mark.parametrize(
    ("lines", "length", "letters", "between_them"),
    [(1, 66_000, 14, "\n"), (33_000, 1, 2, "\n"), (10_000, 6, 14, "\n"), (33_000, 1, 2, " ")],
    ids=["one word", "two letters", "all different", "short words"],
)
def test_the_worst_texts_are_compared_in_bounded_time(lines, length, letters, between_them):
    chance = random.Random(7)  # noqa: S311
    one, other = (
        text_of_lines(chance, lines, length, letters).replace("\n", between_them) for _ in "ab"
    )
    started = time.process_time()
    between(one, other)
    assert time.process_time() - started < 5  # a second on an idle core; by squares, minutes


def test_without_budget_unique_lines_serve_as_anchors():
    old, new = list("abcdefgh"), list("abxdefyh")
    same = [old[start:end] for same, start, end, *_ in Matching(0).stretches(old, new) if same]
    assert "".join(map("".join, same)) == "abdefh"

"""Wordlist matcher: a word is found however it is disguised, and only there."""

import pytest

from board.text.words import Hit, Wordlist

FOOL = Wordlist(["바보"], ["바보상자"])


def found(text: str, wordlist: Wordlist = FOOL) -> list[str]:
    """The exact letters of the text that matched."""
    return [text[hit.start : hit.end] for hit in wordlist.find(text)]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("너 바보야", "바보"),
        ("바.보", "바.보"),
        ("이런 바 보 같으니", "바 보"),
        ("바1보", "바1보"),
        ("바~~보야", "바~~보"),
        ("ㅂㅏㅂㅗ", "ㅂㅏㅂㅗ"),
        ("바ㅂㅗ다", "바ㅂㅗ"),
        ("ㅂr보", "ㅂr보"),
        ("바아아보", "바아아보"),
        ("바봌ㅋㅋ", "바봌"),
        ("ㅋㅋ바보ㅋㅋ", "바보"),
        ("바\u200b보", "바\u200b보"),
        ("바̶보̶", "바̶보"),
        ("\u1107\u1161\u1107\u1169", "\u1107\u1161\u1107\u1169"),
        ("ﾊﾞ (바♡보)", "바♡보"),
    ],
)
def test_a_word_taken_apart_is_found_where_it_stands(text, there):
    assert found(text) == [there]


@pytest.mark.parametrize(
    "text",
    [
        "알바보다 힘들다",
        "바다 보러",
        "바 보다",
        "바보상자",
        "가 나 다 라 바 보",
        "봐 보",
        "서바,보험",
    ],
)
def test_letters_that_only_look_like_the_word_are_not_found(text):
    assert found(text) == []


def test_a_match_says_where_it_is_and_which_word():
    assert FOOL.find("그래, 바.보!") == [Hit(4, 7, "바보")]


def test_a_phrase_protects_its_letters_and_no_others():
    assert found("바보상자 앞의 바보") == ["바보"]
    [shielded, hit] = FOOL.explain("바보상자 앞의 바보")
    assert (shielded.shield, hit.shield) == ("바보상자", "")


def test_a_longer_word_goes_beyond_a_phrase():
    assert found("바보상자놈", Wordlist(["바보", "바보상자놈"], ["바보상자"])) == ["바보상자놈"]


def test_an_allowed_word_is_switched_off():
    assert found("바보", Wordlist(["바보"], ["바보"])) == []


def test_a_listed_word_of_one_letter_is_ignored():
    assert found("놈", Wordlist(["놈", "", " ", "."])) == []

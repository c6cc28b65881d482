"""Whether letters that spell a word are that word: what is next to them, and what is in between.

`다시 발표` has the letters of another word in it and is none. So a word may be cut by noise (시.발)
only where it begins a word of the text, and by spaces (시 발) only where each of its syllables
stands alone, or where the list has a space too. A word of two letters begins a word in any case.
"""

from board.text.words.listed import Listed
from board.text.words.reading import Reading
from board.text.words.signs import BREAK

WIDEST_GAP = 6  # signs
MOST_LETTERS_BETWEEN = 3  # digits or Latin letters as noise
# What people cry before another word without taking a breath. The longer ones may end any word.
_CRIES = set("아 야 와 개 이 저 그 니 너 넌 왜 참 또 걍 ㅋ ㅎ ㅠ ㅜ".split())
_LONGER_CRIES = tuple(
    "존나 졸라 진짜 완전 이런 저런 그런 같은 무슨 에이 아이 아오 야이 아놔 미친 시발 씨발 썅".split()
)
_LAUGHTER = set("ㅋㅎㅠㅜㅡㄷㅇ")
_MOST_BEFORE = 4


def counts(reading: Reading, start: int, end: int, listed: Listed) -> bool:
    """Whether the letters from `start` to `end`, which spell a blocked word, are that word."""
    gaps = [place for place in range(start + 1, end) if reading.gap(place)]
    if not _is_whole(reading, start, end) or not _holds_together(reading, gaps, start, listed):
        return False
    if all(map(_is_loose, listed.letters)):  # ㅅㅂ may follow any syllable: 아ㅅㅂ
        return True
    if gaps or len(listed.letters) == 2:
        return _begins_a_word(reading, start, gaps)
    return True


def shields(reading: Reading, start: int, end: int, listed: Listed) -> bool:
    """Whether the letters from `start` to `end`, which spell an allowed phrase, are that phrase."""
    gaps = [place for place in range(start + 1, end) if reading.gap(place)]
    return _holds_together(reading, gaps, start, listed)


def _holds_together(reading: Reading, gaps: list[int], start: int, listed: Listed) -> bool:
    return all(
        _is_bridged(reading, place, listed_space=place - start in listed.spaces) for place in gaps
    )


def _is_bridged(reading: Reading, place: int, listed_space: bool) -> bool:
    gap = reading.gap(place)
    between = sum(map(str.isalnum, gap))
    if len(gap) > WIDEST_GAP or between > MOST_LETTERS_BETWEEN:
        return False
    if BREAK not in gap:
        return True
    return not between and (
        listed_space or (reading.is_alone(place - 1) and reading.is_alone(place))
    )


def _begins_a_word(reading: Reading, start: int, gaps: list[int]) -> bool:
    before = reading.gap(start)
    is_wide = any(BREAK in reading.gap(place) for place in gaps)
    if not before:
        touching = reading.touching_before(start, _MOST_BEFORE)
        return not is_wide and (touching in _CRIES or touching.endswith(_LONGER_CRIES))
    if before[-1].isalnum() and not _is_loose(before[-1]):  # 2시발 열차
        return False
    # 도 시 발 전: a title set wide, whose word began earlier
    goes_on = is_wide and BREAK in before and start > 0 and reading.is_alone(start - 1)
    return not goes_on or reading.letters[start - 1] in _CRIES


def _is_whole(reading: Reading, start: int, end: int) -> bool:
    """No number, Latin word or row of single consonants is cut in two."""
    letters, own = reading.letters, set(reading.letters[start:end]) | _LAUGHTER
    for place, inside in ((start, start), (end, end - 1)):
        outside = place - 1 if place == start else place
        if not 0 <= outside < len(letters) or reading.gap(place):
            continue
        kind = _kind(letters[inside])
        if (
            kind
            and kind == _kind(letters[outside])
            and (kind != "jamo" or letters[outside] not in own)
        ):
            return False
    return True


def _kind(letter: str) -> str:
    if _is_loose(letter):
        return "jamo"
    if letter.isascii():
        return "digit" if letter.isdigit() else "latin"
    return ""


def _is_loose(letter: str) -> bool:
    return "ㄱ" <= letter <= "ㅣ"

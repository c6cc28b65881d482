"""Match evidence: whether letters that spell a blocked word really are that word.

`다시 발표` has the letters of another word in it and is none. So a word may be interrupted by noise
(시.발) only where it begins a word of the text, and by spaces (시 발) only where each of its
syllables stands alone, or where the listed word has a space too. A word of two letters must always
begin a word.
"""

from board.text.words.listed import Listed
from board.text.words.reading import LetterSequence
from board.text.words.signs import BREAK, NOISE

WIDEST_GAP = 8  # signs
MOST_LETTERS_BETWEEN = 3  # digits or Latin letters as noise
# What people cry before another word without taking a breath. The longer ones may end any word.
_CRIES = set("아 야 와 개 이 저 그 니 너 넌 왜 참 또 걍 ㅋ ㅎ ㅠ ㅜ".split())
_LONGER_CRIES = tuple(
    "존나 졸라 진짜 완전 이런 저런 그런 같은 무슨 에이 아이 아오 야이 아놔 미친 시발 씨발 썅".split()
)
_LAUGHTER = set("ㅋㅎㅠㅜㅡㄷㅇ")
_MOST_BEFORE = 4


def counts(reading: LetterSequence, start: int, end: int, listed: Listed) -> bool:
    """Whether the letters from `start` to `end`, which spell a blocked word, are that word."""
    gaps = [place for place in range(start + 1, end) if reading.gap(place)]
    if not _is_whole(reading, start, end) or not _holds_together(reading, gaps, start, listed):
        return False
    if all(map(_is_loose, listed.letters)):  # ㅅㅂ may follow any syllable: 아ㅅㅂ
        return True
    if gaps or len(listed.letters) == 2:
        return _begins_a_word(reading, start, end, gaps)
    return True


def shields(reading: LetterSequence, start: int, end: int, listed: Listed) -> bool:
    """Whether the letters from `start` to `end`, which spell an allowed phrase, are that phrase."""
    gaps = [place for place in range(start + 1, end) if reading.gap(place)]
    return _holds_together(reading, gaps, start, listed)


def _holds_together(reading: LetterSequence, gaps: list[int], start: int, listed: Listed) -> bool:
    return all(
        _is_bridged(reading, place, listed_space=place - start in listed.spaces) for place in gaps
    )


def _is_bridged(reading: LetterSequence, place: int, listed_space: bool) -> bool:
    gap = reading.gap(place)
    between = sum(sign.isalnum() and not _is_loose(sign) for sign in gap)
    if len(gap) > WIDEST_GAP or between > MOST_LETTERS_BETWEEN:
        return False
    if BREAK not in gap:
        return True
    return not between and (
        listed_space or (reading.is_alone(place - 1) and reading.is_alone(place))
    )


def _begins_a_word(reading: LetterSequence, start: int, end: int, gaps: list[int]) -> bool:
    before = reading.gap(start)
    is_wide = any(BREAK in reading.gap(place) for place in gaps)
    if not before:
        return not is_wide and _is_a_cry(reading.touching(start, _MOST_BEFORE))
    if before[-1].isalnum() and not _is_loose(before[-1]):  # 2시발 열차
        return False
    return not is_wide or _stands_out(reading, start, end)


def _stands_out(reading: LetterSequence, start: int, end: int) -> bool:
    """Whether spaced-out syllables stand on their own: in 도 시 발 전 they began earlier, in
    `내릴 시 발 조심` they are words of their own."""
    if (
        start == 0
        or NOISE in reading.gap(start)
        or _is_a_cry(reading.word_before(start, _MOST_BEFORE))
    ):
        return True
    is_last = end == len(reading.letters) or NOISE in reading.gap(end)
    return not reading.is_alone(start - 1) and (is_last or end - start > 2)


def _is_a_cry(letters: str) -> bool:
    return letters in _CRIES or letters.endswith(_LONGER_CRIES)


def _is_whole(reading: LetterSequence, start: int, end: int) -> bool:
    """Whether no number, Latin word or row of single consonants is cut in two."""
    letters, own = reading.letters, set(reading.letters[start:end]) | _LAUGHTER
    edges = [(start, start - 1, start), (end, end, end - 1)]
    return not any(
        0 <= outside < len(letters)
        and not reading.gap(place)
        and _run_on(letters[inside], letters[outside], own)
        for place, outside, inside in edges
    )


def _run_on(inside: str, outside: str, own: set[str]) -> bool:
    kind = _kind(inside)
    return kind != "" and kind == _kind(outside) and not (kind == "jamo" and outside in own)


def _kind(letter: str) -> str:
    if _is_loose(letter):
        return "jamo"
    if letter.isascii():
        return "digit" if letter.isdigit() else "latin"
    return ""


def _is_loose(letter: str) -> bool:
    return "ㄱ" <= letter <= "ㅣ"

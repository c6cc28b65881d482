"""Whether letters that spell a word are that word: what is next to them, and what is in between.

`다시 발표` has the letters of another word in it and is none. So a word may be cut by noise (시.발)
only where it begins a word of the text, and by spaces (시 발) only where each of its syllables
stands alone, or where the list has a space too. A word of two letters begins a word in any case.
"""

from board.text.words.context import is_mentioned
from board.text.words.listed import Listed
from board.text.words.reading import LetterSequence
from board.text.words.signs import BREAK, is_jamo
from board.text.words.word_boundaries import fits

WIDEST_GAP = 8  # signs
MOST_LETTERS_BETWEEN = 3  # digits or Latin letters as noise
_LAUGHTER = set("ㅋㅎㅠㅜㅡㄷㅇ")


def counts(reading: LetterSequence, start: int, end: int, listed: Listed) -> bool:
    """Whether the letters from `start` to `end`, which spell a blocked word, are that word."""
    gaps = [place for place in range(start + 1, end) if reading.gap(place)]
    if not _is_whole(reading, start, end) or not _holds_together(reading, gaps, start, listed):
        return False
    if listed.contexts and listed.contexts.hold(reading, start, end):
        return False
    if is_mentioned(reading, start, end):
        return False
    return any(fits(reading, start, end, listed, use) for use in listed.uses)


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
    between = sum(sign.isalnum() and not is_jamo(sign) for sign in gap)
    if len(gap) > WIDEST_GAP or between > MOST_LETTERS_BETWEEN:
        return False
    if BREAK not in gap:
        return True
    return not between and (
        listed_space or (reading.is_alone(place - 1) and reading.is_alone(place))
    )


def _is_whole(reading: LetterSequence, start: int, end: int) -> bool:
    """No number, Latin word or row of single consonants is cut in two."""
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
    if is_jamo(letter):
        return "jamo"
    if letter.isascii():
        return "digit" if letter.isdigit() else "latin"
    return ""

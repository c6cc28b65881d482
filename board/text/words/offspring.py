"""Disambiguation of 새끼: an insult, the young of an animal, or somebody's own child.

An insult is told by who it is said of: 이, 저, 그, a person (공무원새끼), an abusive attribute (더러운
새끼), or a call (새끼야). What speaks of animals anywhere near it speaks for the young.
"""

from board.text.words.endings import is_closed, rest_of_word
from board.text.words.list_files import sections_of
from board.text.words.reading import LetterSequence
from board.text.words.signs import BREAK

_MOST_BEFORE, _NEAR, _RIGHT_AFTER = 12, 50, 8  # characters
_POINTING = frozenset("이 저 그 요 야 너 이런 저런 그런 이딴 저딴 그딴 뭔 무슨 웬".split())
_CALLS = ("야", "들아", "아")


def _letters(section: str) -> tuple[str, ...]:
    return tuple("".join(entry.split()) for entry in sections_of("offspring")[section])


_ANIMALS, _CUES = _letters("짐승"), _letters("짐승 이야기")
_KIN = _letters("제 자식") + _letters("어린 것")
_SHORT_ATTRIBUTES, _BELOW = frozenset(_letters("한 글자 꾸밈말")), "만도못한"
_LINKING, _SCOLDING = _letters("이음말"), _letters("욕하는 말")
_PEOPLE = _letters("사람") + _letters("험한 꾸밈말")
# A single letter is an animal or a kin only where it is a word: 소, 말, 새, 내, 두.
_SPARED = frozenset(_ANIMALS + _KIN)
_SPARED_ENDS = tuple(entry for entry in _SPARED if len(entry) > 1)
_ANIMAL_STARTS = tuple(animal for animal in _ANIMALS if len(animal) > 1)


def is_insult(reading: LetterSequence, start: int, end: int) -> bool:
    """Whether the letters from `start` to `end`, which spell 새끼, are meant as an insult."""
    glued = _glued(reading, start)
    before = glued or _letters_behind_a_space(reading, start)
    word = glued or _word_behind_a_space(reading, start)
    if not is_closed(reading, end) or _counts_animals(reading.written_after(end, _RIGHT_AFTER)):
        return False
    if _is_gathered(reading, start):
        return False
    if word in _SPARED or before.endswith(_SPARED_ENDS):
        return False
    if glued.endswith(_PEOPLE) or before.endswith(_BELOW):
        return True
    near = reading.written_before(start, _NEAR) + reading.written_after(end, _NEAR)
    if any(cue in near for cue in _CUES):
        return False
    if glued or word in _POINTING or rest_of_word(reading, end) in _CALLS:
        return True
    if _is_said_of_people(before, word):
        return True
    if any(animal in near for animal in _ANIMAL_STARTS):
        return False
    return _is_modified(reading, word, end) or _is_scolded(reading, end, word)


def is_said_of_somebody(reading: LetterSequence, start: int) -> bool:
    """Whether the word before a place names somebody or points at them: 기자 쉑, 저 쉑."""
    glued = _glued(reading, start)
    word = glued or _word_behind_a_space(reading, start)
    return word in _POINTING or _is_said_of_people(
        glued or _letters_behind_a_space(reading, start), word
    )


def _glued(reading: LetterSequence, start: int) -> str:
    """The syllables written right before a place; laughter (ㅋㅋ새끼) is none."""
    touching = reading.touching(start, _MOST_BEFORE)
    return touching if "가" <= touching[-1:] <= "힣" else ""


def _is_said_of_people(before: str, word: str) -> bool:
    if len(word) < 2:
        return word in _PEOPLE or word in _SHORT_ATTRIBUTES
    return before.endswith(_PEOPLE)


def _is_modified(reading: LetterSequence, word: str, end: int) -> bool:
    """Whether the word before a space says which 새끼: 스토커 새끼, 양심도 없는 새끼. After a topic
    (곰은 새끼를) it is an object."""
    is_object = word.endswith(("은", "는")) and rest_of_word(reading, end).endswith("를")
    return len(word) > 1 and not word.endswith(_LINKING) and not is_object


def _is_scolded(reading: LetterSequence, end: int, word: str) -> bool:
    after = reading.written_after(end, _RIGHT_AFTER * 2)
    return not word and after.removeprefix(rest_of_word(reading, end)).startswith(_SCOLDING)


def _letters_behind_a_space(reading: LetterSequence, start: int) -> str:
    if not _is_behind_a_space(reading, start):
        return ""
    return reading.written_before(start, _MOST_BEFORE)


def _word_behind_a_space(reading: LetterSequence, start: int) -> str:
    return reading.word_before(start, 3) if _is_behind_a_space(reading, start) else ""


def _is_behind_a_space(reading: LetterSequence, start: int) -> bool:
    return start > 0 and set(reading.gap(start)) == {BREAK}


def _is_gathered(reading: LetterSequence, start: int) -> bool:
    """Whether the first letter was put together from two words: 참새 새끼, read as 참새끼."""
    return BREAK in reading.plain[slice(*reading.spans[start])]


def _counts_animals(after: str) -> bool:
    """Whether the letters that follow name an animal or count them: 새끼 고양이, 새끼 세 마리."""
    return after.startswith(_ANIMAL_STARTS) or "마리" in after

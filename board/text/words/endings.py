"""Korean particles and endings (조사, 어미): whether all that follows a noun in its word is grammar.

`짱개들이` is a noun with two particles, `짱개그맨` is another word. Which particles can follow depends
on whether the noun ends on a consonant: 병신이고, but 병신고 is none.
"""

from board.text.words import syllables
from board.text.words.list_files import sections_of
from board.text.words.reading import LetterSequence

_LONGEST = 10  # letters
_SECTIONS = sections_of("endings")
_AFTER_ANY, _BEGINNINGS = _SECTIONS["끝"], _SECTIONS["앞"]
_PLURAL = tuple(ending for ending in _SECTIONS["받침 뒤"] if ending.startswith(("들", "덜")))
_AFTER_CONSONANT = frozenset(_AFTER_ANY + _SECTIONS["받침 뒤"])
_AFTER_VOWEL = frozenset(_AFTER_ANY + _PLURAL + _SECTIONS["홀소리 뒤"])


def is_closed(reading: LetterSequence, end: int) -> bool:
    """Whether nothing follows a noun that ends before `end` but particles, endings and laughter."""
    rest, last = rest_of_word(reading, end), reading.letters[end - 1]
    is_syllable = "가" <= last <= "힣"
    endings = _AFTER_CONSONANT if is_syllable and syllables.tail_of(last) else _AFTER_VOWEL
    return rest in endings or rest.startswith(_BEGINNINGS)


def is_ended(reading: LetterSequence, end: int) -> bool:
    """Whether nothing at all is written on to the letter before `end`."""
    return not rest_of_word(reading, end)


def rest_of_word(reading: LetterSequence, end: int) -> str:
    """The syllables written on to the letter before `end`, at most ten."""
    letters = reading.following(end, _LONGEST)
    for place, letter in enumerate(letters):
        if not "가" <= letter <= "힣":
            return letters[:place]
    return letters

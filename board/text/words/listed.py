"""Wordlist entry: a word or phrase as listed."""

from dataclasses import dataclass, replace
from enum import StrEnum

from board.text.words.reading import LetterSequence
from board.text.words.signs import BREAK, plain

SHORTEST_WORD, LONGEST_WORD = 2, 30  # letters
_NEAR = 20  # characters of a context


class Use(StrEnum):
    """Where in a word of the text a listed word may stand to be meant; the section names of the
    word files. What users add is `FREE`."""

    FREE = ""  # two letters begin a word, more may stand anywhere
    SYLLABLE = "어디서나"  # any length, anywhere
    NOUN = "낱말"  # begins a word; only particles and endings follow
    ALONE = "홀로"  # begins a word; nothing follows
    SUFFIX = "뒷말"  # may follow any syllable; only particles and endings follow
    OFFSPRING = "새끼"  # as an insult, not the young of an animal
    OF_PEOPLE = "사람 뒤"  # right behind somebody; only particles and endings follow
    START = "첫머리"  # begins a word; anything follows
    INFLECTED = (
        "조사 붙은 뒷말"  # may follow any syllable; particles and endings follow, one at least
    )
    EXCLAMATION = "감탄"  # begins a word or follows the end of a sentence; nothing follows
    UTTERANCE = "한마디"  # begins a word and ends what is said
    ADVERT = "광고"  # as FREE, but not where news tells of an arrest for it


@dataclass(frozen=True)
class Contexts:
    """Letters that, right before or after a word, make it another word; spaces are not looked at,
    but for the `glued` ones, between which and the word nothing stands, and the `whole` ones, which
    are all that is glued before it."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    glued_before: tuple[str, ...] = ()
    glued_after: tuple[str, ...] = ()
    whole_before: tuple[str, ...] = ()

    @classmethod
    def of(cls, before: tuple[str, ...], after: tuple[str, ...]) -> "Contexts":
        """From the sides of a context file, where + stands before what is glued, = what is whole."""
        return cls(
            before=_marked("", before),
            after=_marked("", after),
            glued_before=_marked("+", before),
            glued_after=_marked("+", after),
            whole_before=_marked("=", before),
        )

    def hold(self, reading: LetterSequence, start: int, end: int) -> bool:
        """Whether the letters from `start` to `end` stand in one of them."""
        before = reading.written_before(start, _NEAR)
        after = reading.written_after(end, _NEAR)
        return (
            before.endswith(self.before)
            or after.startswith(self.after)
            or (not reading.gap(start) and before.endswith(self.glued_before))
            or (not reading.gap(end) and after.startswith(self.glued_after))
            or reading.touching(start, _NEAR) in self.whole_before
        )


@dataclass(frozen=True)
class Listed:
    """`word` as it was written, its `letters`, before which of them it has a space, its uses,
    and the `contexts` in which the same letters are another word."""

    word: str
    letters: str
    spaces: frozenset[int]
    uses: frozenset[Use] = frozenset([Use.FREE])
    contexts: "Contexts | None" = None

    @classmethod
    def of(cls, word: str, use: Use = Use.FREE, contexts: "Contexts | None" = None) -> "Listed":
        reading = next(LetterSequence.each_of(plain(word)))
        places = range(1, len(reading.letters))
        spaces = frozenset(place for place in places if BREAK in reading.gap(place))
        return cls(word, reading.letters, spaces, frozenset([use]), contexts)

    def joined(self, earlier: "Listed | None") -> "Listed":
        """The same letters listed twice: the earlier word, with the spaces and uses of both."""
        if earlier is None:
            return self
        return replace(
            earlier,
            spaces=earlier.spaces | self.spaces,
            uses=earlier.uses | self.uses,
            contexts=earlier.contexts or self.contexts,
        )

    @property
    def is_usable(self) -> bool:
        shortest = SHORTEST_WORD if Use.FREE in self.uses else 1
        return shortest <= len(self.letters) <= LONGEST_WORD


def key_of(word: str) -> str:
    """The letters by which a word is found; entries with equal keys are duplicates."""
    return Listed.of(word).letters


def _marked(mark: str, letters: tuple[str, ...]) -> tuple[str, ...]:
    marks = {each: each[0] if each[0] in "+=" else "" for each in letters}
    return tuple(each.removeprefix(mark) for each in letters if marks[each] == mark)

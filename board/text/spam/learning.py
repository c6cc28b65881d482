"""Naive Bayes over 2-grams: how much more a text resembles judged adverts than kept comments."""

from collections import Counter
from collections.abc import Collection, Iterator
from math import log

from board.text.spam.disguises import Undisguised

FEWEST_TEXTS = 2  # with a 2-gram in them, before it says anything
FEWEST_GRAMS = 6  # of a text that can resemble anything
MOST_TELLING = 3  # 2-grams named


class Lesson:
    """What two collections of texts teach: `weights` is {2-gram: log odds of an advert}.

    Making it takes about 60 µs a text; it holds a few thousand numbers and no text.
    """

    def __init__(self, adverts: Collection[str], kept: Collection[str]) -> None:
        bad, good = _counted(adverts), _counted(kept)
        self.weights = {
            gram: log((bad[gram] + 1) / (len(adverts) + 2))
            - log((good[gram] + 1) / (len(kept) + 2))
            for gram in bad | good
            if bad[gram] + good[gram] >= FEWEST_TEXTS
        }

    def likeness(self, text: str) -> float:
        """The mean log odds of its 2-grams: above zero like an advert, below like a kept comment.
        A mean, so that long texts are not surer than short ones; 0 for very short ones."""
        grams = set(_grams(text))
        if len(grams) < FEWEST_GRAMS:
            return 0
        return sum(self.weights.get(gram, 0) for gram in grams) / len(grams)

    def telling(self, text: str) -> list[str]:
        """The 2-grams that speak most for an advert, the strongest first."""
        known = sorted(set(_grams(text)), key=lambda gram: (-self.weights.get(gram, 0), gram))
        return known[:MOST_TELLING]


def _counted(texts: Collection[str]) -> Counter[str]:
    """{2-gram: texts that contain it}."""
    return Counter(gram for text in texts for gram in set(_grams(text)))


def _grams(text: str) -> Iterator[str]:
    for word in Undisguised.of(text).plain.split():
        letters = "".join(filter(str.isalnum, word))
        yield from (letters[at : at + 2] for at in range(len(letters) - 1))

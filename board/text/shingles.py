"""Shingling: a text as a set of numbers; similar texts share most of them.

Every run of eight letters is hashed and the smallest hashes are kept: the same passage gives the
same numbers in any text. Spaces, punctuation, case, width and position do not matter.
"""

from hashlib import blake2b

from board.text.plain import fold

RUN = 8  # letters
SHORTEST = 80  # letters; two texts shorter than this can only be the same altogether
FEWEST, MOST = 64, 1_000  # numbers kept of one text
SHARE = 24  # of a long text one number in so many is kept
HIGHEST = 2**31


def shingles_of(text: str) -> list[int]:
    """The kept hashes, ascending; the first, below zero, stands for the whole text.

    About 70 for an article of 1,500 letters, at most 1,001; none for a text without letters.
    """
    letters = "".join(filter(str.isalnum, fold(text)))
    if not letters:
        return []
    whole = -1 - _number(letters)
    if len(letters) < SHORTEST:
        return [whole]
    runs = {_number(letters[start : start + RUN]) for start in range(len(letters) - RUN + 1)}
    kept = min(max(FEWEST, len(runs) // SHARE), MOST)
    return [whole, *sorted(runs)[:kept]]


def _number(letters: str) -> int:
    digest = blake2b(letters.encode("utf-8", "replace"), digest_size=4).digest()
    return int.from_bytes(digest) % HIGHEST

"""The list a paper starts with. It is short on purpose: every word in it is meant to hurt or to
lure wherever it stands, and what looks like one of them by chance stands among the allowed."""

from functools import cache
from pathlib import Path

from board.text.words.wordlist import Wordlist

_FOLDER = Path(__file__).parent


@cache
def default_words(kind: str) -> tuple[str, ...]:
    """The words of a kind, `blocked` or `allowed`, as the file of that name lists them."""
    lines = (_FOLDER / f"{kind}.txt").read_text("utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def default_wordlist() -> Wordlist:
    return Wordlist(default_words("blocked"), default_words("allowed"))

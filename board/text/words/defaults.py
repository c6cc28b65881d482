"""Default wordlist. It is short on purpose: every blocked word is meant to hurt or to lure wherever
it stands; innocent phrases that look like one are listed as allowed."""

from functools import cache
from pathlib import Path

from board.text.words.wordlist import Wordlist

_FOLDER = Path(__file__).parent


@cache
def default_words(kind: str) -> tuple[str, ...]:
    """The words of a kind, `blocked` or `allowed`, from the file of that name."""
    lines = (_FOLDER / f"{kind}.txt").read_text("utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def default_wordlist() -> Wordlist:
    return Wordlist(default_words("blocked"), default_words("allowed"))

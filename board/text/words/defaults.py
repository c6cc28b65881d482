"""The lists a paper starts with. The first is short on purpose: every word in it is meant to hurt or
to lure wherever it stands, and what looks like one of them by chance stands among the allowed."""

from functools import cache

from board.text.words.list_files import contexts_of, sections_of
from board.text.words.listed import Contexts, Listed, Use
from board.text.words.wordlist import Wordlist


@cache
def default_words(kind: str) -> tuple[str, ...]:
    """The words of the file `kind`.txt: `blocked`, `mild` and `political` words, `allowed` phrases."""
    return tuple(dict.fromkeys(listed.word for listed in default_entries(kind)))


@cache
def default_entries(kind: str) -> tuple[Listed, ...]:
    """The same with their uses."""
    known = contexts_of("contexts")
    contexts = {word: Contexts.of(sides["<"], sides[">"]) for word, sides in known.items()}
    return tuple(
        Listed.of(word, Use(section), contexts.get(word))
        for section, words in sections_of(kind).items()
        for word in words
    )


@cache
def default_wordlist() -> Wordlist:
    """The list in force on a site where nobody has changed anything."""
    return Wordlist(default_entries("blocked"), default_entries("allowed"))

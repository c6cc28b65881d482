"""Words that hold a comment back: which of them a text has."""

from board.text.words import Wordlist, default_wordlist


def wordlist_in_force() -> Wordlist:
    """The list as it stands now."""
    return default_wordlist()


def words_in(text: str) -> list[str]:
    """The blocked words a text has, as the list writes them, each once, in the text's order."""
    return list(dict.fromkeys(hit.word for hit in wordlist_in_force().find(text)))

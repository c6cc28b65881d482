"""Search normalisation: punctuation as keyboards have it, in stored text and in queries alike."""

import re
import unicodedata

from board.text.plain import fold, visible

# Headlines are set with marks that a Korean keyboard does not have, or that it writes otherwise.
_IGNORED = "\"'`′″‘’‚‛“”„‟«»‹›「」『』〈〉《》〝〞〟<>"
_TYPED = {"·": "\u119eㆍ•‧∙⋅・", "-": "‐‑‒–—―−", "~": "〜∼～", "x": "×"}
_FOLDED = str.maketrans(
    dict.fromkeys(_IGNORED, "") | {each: typed for typed, set_ in _TYPED.items() for each in set_}
)
_COMMA = ",(?=[0-9]{3}(?![0-9]))"  # of thousands
_THOUSANDS = re.compile(f"(?<=[0-9]){_COMMA}")


def search_key(text: str) -> str:
    """Normal form for search: width, case, spacing, quotation marks and the commas of thousands do
    not matter, nor which dot or dash it is.

    Used for both stored text and queries, so that substrings match everywhere alike.
    """
    bare = unicodedata.normalize("NFKC", visible(fold(text).translate(_FOLDED)))
    return " ".join(_THOUSANDS.sub("", bare).split())


def words_of(query: str) -> re.Pattern[str]:
    """A pattern of the query's words as a text may have set them; it has one group, the word."""
    words = sorted(set(search_key(query).split()), key=len, reverse=True)
    return re.compile(f"({'|'.join(map(_as_set, words))})", re.IGNORECASE)


def _as_set(word: str) -> str:
    return f"[{re.escape(_IGNORED)}]*".join(map(_letter_as_set, word))


def _letter_as_set(letter: str) -> str:
    if letter.isdecimal():
        return f"{letter}(?:{_COMMA})?"
    return f"[{re.escape(letter + _TYPED.get(letter, ''))}]"

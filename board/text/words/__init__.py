"""Word filter: blocked words in Korean comments, also when disguised.

`Wordlist(blocked, allowed).find(text)` says which words of a list stand where in the text, however
they were taken apart: 바.보, 바 보, ㅂㅏ보, 바1보, 바아보. A word is found in time that grows with
the text alone, whatever the list holds.
"""

from board.text.words.defaults import default_entries, default_wordlist, default_words
from board.text.words.listed import LONGEST_WORD, SHORTEST_WORD, Listed, key_of
from board.text.words.wordlist import Hit, Piece, Wordlist, pieces_of

__all__ = [
    "LONGEST_WORD",
    "SHORTEST_WORD",
    "Hit",
    "Listed",
    "Piece",
    "Wordlist",
    "default_entries",
    "default_wordlist",
    "default_words",
    "key_of",
    "pieces_of",
]

"""Copy detection: a fingerprint of a text's letters, ignoring digits, spaces and marks."""

import hashlib
import re

from board.text.plain import fold

SHORTEST = 12  # letters; 「잘 읽었습니다」 is nobody's copy
_NO_LETTER = re.compile(r"[\W\d_]+")
_REPEATED = re.compile(r"(.)\1+")


def fingerprint(text: str) -> str:
    """Thirty-two characters, equal for copies; "" for a text too short to have one."""
    letters = _REPEATED.sub(r"\1", _NO_LETTER.sub("", fold(text)))
    if len(letters) < SHORTEST:
        return ""
    return hashlib.sha256(letters.encode()).hexdigest()[:32]

"""Character classes: a letter in its plainest form, a break, noise, or nothing.

`plain` keeps the length of a text, so that positions agree.
"""

import unicodedata

BREAK, NOISE, NOTHING = " ", ".", "\0"

# Marks that part words from each other in ordinary Korean; all others are noise between letters.
_PARTING = set(",，、·・‧∙ㆍᆞ/／:：;；()（）[]［］{}<>「」『』《》〈〉【】〔〕“”‘’\"'«»")
_FILLERS = set("\u115f\u1160\u3164\uffa0\u2800")
_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_TAILS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_JAMO = {
    **{chr(0x1100 + place): jamo for place, jamo in enumerate(_LEADS)},
    **{chr(0x1161 + place): chr(ord("ㅏ") + place) for place in range(21)},
    **{chr(0x11A8 + place): jamo for place, jamo in enumerate(_TAILS)},
}


def plain(text: str) -> str:
    """The text with each character as a Hangul syllable, a single jamo (ㄱ to ㅣ), another small
    letter, a digit, BREAK, NOISE or NOTHING; of the same length."""
    return text.translate(_SIGNS)


def sign_of(character: str) -> str:
    """The class of one character; always one character."""
    if "ㄱ" <= character <= "ㅣ":
        return character
    if character in _PARTING or character.isspace():
        return BREAK
    if character in _FILLERS or unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc", "Cs"):
        return NOTHING
    folded = unicodedata.normalize("NFKC", character).lower()
    letter = next(filter(str.isalnum, folded), NOISE)
    return _JAMO.get(letter, letter)


def is_jamo(sign: str) -> bool:
    """Whether a sign is a single jamo, as laughter and abbreviations are written."""
    return "ㄱ" <= sign <= "ㅣ"


class _Signs(dict):
    """Cached classes for common characters; rare ones are computed each time, because a table of
    all Unicode would be large."""

    def __missing__(self, code: int) -> str:
        return sign_of(chr(code))


_COMMON = [*range(0x80), *range(0x2000, 0x2100), *range(0x3000, 0x3190), *range(0xFF00, 0xFFF0)]
_SIGNS = _Signs({code: sign_of(chr(code)) for code in _COMMON})
_SIGNS.update((code, chr(code)) for code in range(ord("가"), ord("힣") + 1))

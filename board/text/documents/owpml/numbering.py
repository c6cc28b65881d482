"""Paragraph numbering in OWPML: the numbers a word processor draws, written out as text."""

import re
from collections.abc import Callable

from board.text.documents.owpml.styles import OwpmlStyles, ParagraphShape

_PLACE = re.compile(r"\^(\d+|[nN])")
_SYLLABLES = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허"
_JAMO = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_ROMAN = zip(
    (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
    "M CM D CD C XC L XL X IX V IV I".split(),
    strict=True,
)
_ROMAN_PARTS = tuple(_ROMAN)


class OwpmlNumbering:
    """Numbering counters, advanced paragraph by paragraph."""

    def __init__(self, styles: OwpmlStyles) -> None:
        self.styles = styles
        self.outline = "1"  # the numbering of outlines, which each section names
        self._counts: dict[str, list[int]] = {}

    def label(self, shape: ParagraphShape) -> str:
        """The number before a paragraph of this shape: `1. `, `가. `, or nothing."""
        if shape.heading not in ("OUTLINE", "NUMBER"):
            return ""
        chosen = self.outline if shape.heading == "OUTLINE" else shape.numbering
        levels = self.styles.numberings.get(chosen, [])
        if shape.level >= len(levels):
            return ""
        counts = self._counts.setdefault(f"{shape.heading}{chosen}", [0] * len(levels))
        counts[shape.level] = (counts[shape.level] or levels[shape.level][2] - 1) + 1
        counts[shape.level + 1 :] = [0] * (len(levels) - shape.level - 1)
        return self._written(levels, counts, shape.level)

    def _written(self, levels: list[tuple[str, str, int]], counts: list[int], level: int) -> str:
        def one(found: re.Match[str]) -> str:
            if not found[1].isdigit():
                return ".".join(str(max(count, 1)) for count in counts[: level + 1])
            place = int(found[1]) - 1
            if place >= len(levels):
                return ""
            return in_digits(max(counts[place], 1), levels[place][1])

        written = _PLACE.sub(one, levels[level][0])
        return f"{written} " if written.strip() else ""


def in_digits(count: int, form: str) -> str:
    """A number, 1 or more, in the OWPML number format `form`."""
    return _FORMS.get(form, str)(count)


def _from(row: str) -> Callable[[int], str]:
    return lambda count: row[count - 1] if count <= len(row) else str(count)


def _circled(first: int, most: int) -> Callable[[int], str]:
    return lambda count: chr(first + count - 1) if count <= most else f"({count})"


def _roman(count: int) -> str:
    written = ""
    for value, letters in _ROMAN_PARTS:
        written += letters * min(count // value, 9)
        count %= value
    return written


def _latin(count: int) -> str:
    return chr(65 + (count - 1) % 26) * min((count - 1) // 26 + 1, 9)


_FORMS: dict[str, Callable[[int], str]] = {
    "CIRCLED_DIGIT": _circled(0x2460, 20),
    "ROMAN_CAPITAL": _roman,
    "ROMAN_SMALL": lambda count: _roman(count).lower(),
    "LATIN_CAPITAL": _latin,
    "LATIN_SMALL": lambda count: _latin(count).lower(),
    "CIRCLED_LATIN_CAPITAL": _circled(0x24B6, 26),
    "CIRCLED_LATIN_SMALL": _circled(0x24D0, 26),
    "HANGUL_SYLLABLE": _from(_SYLLABLES),
    "CIRCLED_HANGUL_SYLLABLE": _circled(0x326E, 14),
    "HANGUL_JAMO": _from(_JAMO),
    "CIRCLED_HANGUL_JAMO": _circled(0x3260, 14),
    "HANGUL_PHONETIC": _from("일이삼사오육칠팔구십"),
    "IDEOGRAPH": _from("一二三四五六七八九十"),
    "CIRCLED_IDEOGRAPH": _circled(0x3280, 10),
}

"""Paragraph numbering in Word: the numbers it draws, written out as text."""

import re
from typing import NamedTuple

from board.text.documents.owpml.numbering import in_digits
from board.text.documents.wordml.styles import Drawn, attribute, number, value
from board.text.documents.xml import Element, child, name_of

BULLET = "bullet"
_PLACE = re.compile(r"%(\d)")
_FORMS = {
    "decimalEnclosedCircle": "CIRCLED_DIGIT",
    "upperRoman": "ROMAN_CAPITAL",
    "lowerRoman": "ROMAN_SMALL",
    "upperLetter": "LATIN_CAPITAL",
    "lowerLetter": "LATIN_SMALL",
    "ganada": "HANGUL_SYLLABLE",
    "chosung": "HANGUL_JAMO",
    "koreanDigital": "HANGUL_PHONETIC",
    "koreanCounting": "HANGUL_PHONETIC",
    "ideographDigital": "IDEOGRAPH",
    "japaneseCounting": "IDEOGRAPH",
}


class Level(NamedTuple):
    form: str
    text: str
    start: int


class WordNumbering:
    """Numbering counters, advanced paragraph by paragraph."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, str] = {}  # a list's id to what it counts with
        self._counts: dict[str, dict[int, int]] = {}
        for element in root if root is not None else ():
            if name_of(element) == "abstractNum":
                self._levels[attribute(element, "abstractNumId")] = _levels(element)
            elif name_of(element) == "num":
                self._add(element)

    def label(self, drawn: Drawn) -> str:
        """The number before a paragraph: `1. `, `가) `, `bullet`, or nothing."""
        key = self._lists.get(drawn.list_id or "", "")
        levels = self._levels.get(key, {})
        level = levels.get(drawn.list_level)
        if level is None or level.form == "none":
            return ""
        if level.form == BULLET:
            return BULLET
        counts = self._counts.setdefault(key, {})
        counts[drawn.list_level] = counts.get(drawn.list_level, level.start - 1) + 1
        for deeper in [each for each in counts if each > drawn.list_level]:
            del counts[deeper]
        return self._written(levels, counts, level)

    def _written(self, levels: dict[int, Level], counts: dict[int, int], level: Level) -> str:
        def one(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            form = levels[place].form if place in levels else ""
            return in_digits(max(counts.get(place, 1), 1), _FORMS.get(form, "DIGIT"))

        written = _PLACE.sub(one, level.text)
        return f"{written} " if written.strip() else ""

    def _add(self, element: Element) -> None:
        list_id = attribute(element, "numId")
        base = child(element, "abstractNumId")
        key = value(base) if base is not None else ""
        starts = {
            number(attribute(change, "ilvl"), 0): number(value(start), 1)
            for change in element
            if name_of(change) == "lvlOverride"
            if (start := child(change, "startOverride")) is not None
        }
        if starts:  # a list that begins anew counts on its own
            levels = self._levels.get(key, {})
            key = f"{key}/{list_id}"
            self._levels[key] = {
                place: level._replace(start=starts.get(place, level.start))
                for place, level in levels.items()
            }
        self._lists[list_id] = key


def _levels(element: Element) -> dict[int, Level]:
    found = {}
    for part in element:
        if name_of(part) == "lvl":
            said = {name_of(each): value(each) for each in part}
            found[number(attribute(part, "ilvl"), 0)] = Level(
                said.get("numFmt", "decimal"),
                said.get("lvlText", ""),
                number(said.get("start", "1"), 1),
            )
    return found

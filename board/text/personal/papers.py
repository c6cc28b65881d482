"""Numbers of papers: passports beside that word, and driving licences."""

import re
from collections.abc import Iterator

from board.text.personal.digits import GAP, NOT_COUNTED

_PASSPORT = r"[A-Za-z]{1,2}\s?\d{7,8}|[A-Za-z]\s?\d{3}[A-Za-z]\d{4}"
_PASSPORTS = (
    re.compile(
        rf"(?:여권|(?i:passport))[^\nA-Za-z0-9]{{0,14}}(?P<number>{_PASSPORT})(?![A-Za-z0-9])"
    ),
    re.compile(rf"(?<![A-Za-z0-9])(?P<number>{_PASSPORT})[^\nA-Za-z0-9]{{0,8}}여권"),
)
REGIONS = r"서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주"
_LICENCES = (
    re.compile(
        rf"(?<!\d)(?<!\d[-.])(?P<number>(?:{REGIONS}|\d\d)\s?[-–]?\s?\d\d\s?[-–]\s?\d{{6}}\s?[-–]\s?\d\d)"
        r"(?!\d|-\d)"
    ),
    re.compile(
        rf"면허[^\n\d]{{0,12}}(?P<number>\d\d{GAP}{{0,2}}\d\d{GAP}{{0,2}}\d{{6}}{GAP}{{0,2}}\d\d)"
        rf"{NOT_COUNTED}"
    ),
)
_FORMS = {"passport": _PASSPORTS, "licence": _LICENCES}


def find(text: str) -> Iterator[tuple[str, int, int, int]]:
    """(kind, start, end, start) of each, in text with plain digits."""
    for kind, forms in _FORMS.items():
        for form in forms:
            for match in form.finditer(text):
                yield kind, match.start("number"), match.end("number"), match.start("number")

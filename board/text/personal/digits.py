"""Digit normalisation: １, ①, ¹ and ১ are read as 1."""

import re
import unicodedata

GAP = r"[\s.\-‐-―−－~·ㅡ\ufe0f\u20e3]"
# What follows a figure that was counted or measured: such a number is nobody's.
NOT_COUNTED = r"(?!\d)(?![,.]\d)(?!\s?(?:원|명|건|개|억|만|천|톤|㎡|권|호|번지|km|kg|%))"
_DRESSED = re.compile(r"(?![0-9])\d|[¹²³⁰⁴-⁹₀-₉①-⑨⑴-⑼⓪⓵-⓽❶-❾➀-➈➊-➒]|[\U0001f101-\U0001f10a]")


def plain_digits(text: str) -> str:
    """The text with ASCII digits, of the same length."""
    return text if text.isascii() else _DRESSED.sub(_plain, text)


def only_digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _plain(letter: re.Match) -> str:
    return str(unicodedata.digit(letter[0]))

"""Digit normalisation: １, ①, ¹ and ১ are read as 1; where a number is spelt, 일, 하나 and l too."""

import re
import unicodedata

GAP = r"[\s.\-‐-―−－~·ㅡ\ufe0f\u20e3]"
# What follows a figure that was counted or measured: such a number is nobody's.
NOT_COUNTED = r"(?!\d)(?![,.]\d)(?!\s?(?:원|명|건|개|억|만|천|톤|㎡|권|호|번지|km|kg|%))"
# ㅋ or ㅁ between two digits; ㅇ may be a nought.
_JAMO_BETWEEN = re.compile(r"(?<=\d)[ㄱ-ㅆㅈ-ㅠㅢㅣ]{1,3}(?=\d)")
_DRESSED = re.compile(r"(?![0-9])\d|[¹²³⁰⁴-⁹₀-₉①-⑨⑴-⑼⓪⓵-⓽❶-❾➀-➈➊-➒]|[\U0001f101-\U0001f10a]")
# A dash as it is told on the telephone.
TOLD_DASH = r"\s?(?:다시|대시|대쉬|하이픈|빼기|작대기|dash)\s?"
# Of each digit, by its syllable (in a character class) or its word.
SPELT = "0-9공영빵일이삼사오육륙칠팔구"
SPELT_DIGIT = f"(?:[{SPELT}]|하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉)"
_WORDS = dict(zip("하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉".split(), "123456789", strict=True))
_WORD = re.compile("|".join(_WORDS))
_LETTERS = str.maketrans("공영빵일이삼사오육륙칠팔구OoㅇlI", "000123456678900011")


def plain_digits(text: str) -> str:
    """The text with ASCII digits and · for the jamo between them, of the same length."""
    if text.isascii():
        return text
    return _JAMO_BETWEEN.sub(lambda jamo: "·" * len(jamo[0]), _DRESSED.sub(_plain, text))


def only_digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def read_aloud(text: str) -> str:
    """The digits of a number, also those spelt 팔, 여덟, O or l, and the stars that hide some."""
    told = _WORD.sub(lambda word: _WORDS[word[0]], text).translate(_LETTERS)
    return re.sub(r"[^\d*xX○]", "", told)


def _plain(letter: re.Match) -> str:
    return str(unicodedata.digit(letter[0]))

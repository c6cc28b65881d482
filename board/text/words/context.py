"""Mention and report: a word that is spoken about, and an offence that is reported.

`‘존나’ 같은 말은 삼갑시다` mentions a word and `출장안마 업주 검거` reports what others did; neither
uses what it names.
"""

import re

from board.text.words.reading import LetterSequence

_MENTION_WITHIN, _REPORT_WITHIN = 30, 40  # characters after the word
_WORD = "(?:말|낱말|단어|표현|욕설|욕|비속어|속어|은어|어휘|호칭|글자|대사|제목|구절|속담|이름)"
_NAMED = rf"(?:이?라는|이?란|이?라고하는|이?라던)(?:그런)?{_WORD}(?!도아[깝까])"
_FROWNED_UPON = (
    "삼가|삼갑|쓰지|하지말|하지맙|안됩|안돼|금지|자제|거슬|불쾌|듣기|고칩|고쳐|순화|사라|빼"
)
_REFUSED = rf"(?:같은|등의|등|따위의|이나)?{_WORD}(?:은|을|이|을좀|좀|들은|까지)?.{{0,4}}(?:{_FROWNED_UPON})"
_TESTIFIED = "이?라(?:고|며|는).{0,16}(?:혐의|모욕죄|벌금|기소|판결|선고|증언|진술|유죄|무죄)"
_THREATENED = "(?:이?라)?(?:고|며|는).{0,6}(?:협박|위협|난동)"
_EXPLAINED = "(?:년|놈)?의(?:어원|유래|본뜻|말뜻|원뜻|원래뜻)"
_MENTION = re.compile(rf"{_NAMED}|{_REFUSED}|{_TESTIFIED}|{_THREATENED}|{_EXPLAINED}")
# 그 말은 ‘…’이었다
_ANNOUNCED = tuple(
    f"{word}{particle}" for word in ("말", "표현", "욕", "욕설") for particle in "은이"
)
_IDENTIFIED = ("이었", "였", "이다", "이라고했", "입니다")
_REPORT = re.compile(
    "수거|차단|스팸|전단|문자(?:주의|조심|신고|를받|가)|검거|적발|입건|구속|송치|혐의|처벌|업주|일당|징역|벌금|실형|압수|기소|수사|근절|알선|"
    "단속(?!걱정|없|안|제로)|사기(?:조심|주의|피해|예방|의심)|피해(?:예방|신고|사례)"
)


def is_mentioned(reading: LetterSequence, start: int, end: int) -> bool:
    """Whether what stands around the letters from `start` to `end` speaks of them as of a word."""
    after = reading.written_after(end, _MENTION_WITHIN)
    if after.startswith(_IDENTIFIED) and reading.written_before(start, 4).endswith(_ANNOUNCED):
        return True
    return _MENTION.match(after) is not None


def is_reported(reading: LetterSequence, end: int) -> bool:
    """Whether what follows the letters before `end` is news of an arrest or a warning."""
    return _REPORT.search(reading.written_after(end, _REPORT_WITHIN)) is not None

"""What leads to a person beside one: a car's plate with its owner (or with its region, which nobody
writes of another thing), a flat with who lives there, a mail address of somebody else."""

import re
from collections.abc import Iterator

from board.text.personal.digits import NOT_COUNTED
from board.text.personal.papers import REGIONS

_SOMEBODY = (
    r"(?:그|이|저)\s?(?:사람|분|놈|년|인간|집|여자|남자|애)|[가-힣](?<![글날솜말불맵볍])\s?씨|사람|아저씨|아줌마|아주머니|할머니"
    r"|할아버지|총각|아가씨|부부|이웃|신상|범인|가해자|당사자|주인"
)
_PLATE = re.compile(
    r"(?<![\d-])(?:[가-힣]{2}\s?)?\d{2,3}\s?[가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주하허호배]"
    rf"\s?\d{{4}}{NOT_COUNTED}"
)
_FULL_PLATE = re.compile(rf"(?<![가-힣])(?:{REGIONS})\s?{_PLATE.pattern}(?!\s?번?\s?버스)")
_OWNER = (
    r"뺑소니|음주|난폭|보복|불법\s?주차|도주|상습|[그저이]\s?차(?:량|의)?(?:\s?번호)?|차량\s?번호"
    r"|(?:이장|군수|시장|의원|과장|국장|회장|사장|원장|목사|교수)(?:님|네|의)?\s?차"
    rf"|차주|운전|소유|타고|타는|모는|몰고|끌고|{_SOMEBODY}"
)
_FLAT = re.compile(
    r"(?:(?<!\d)\d{1,4}|(?:(?<![가-힣])|(?<=빌라|맨션|주택|파트))[가나다라마바사]|(?<![A-Za-z])[A-Fa-f])\s?동\s?\d{1,4}\s?호(?![가-힣]*\s?(?:고시|공고))"
)
_SURNAME = (
    "[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구나민진지엄]"
)
_A_NAME = rf"{_SURNAME}[가-힣]{{2}}(?<![문중장당비서차조실청함통물기원인이은는가을를])(?=\s*(?:$|[.,!?~]|님|이?네))"
_LIVES = (
    r"사는|살고|살아|산다|사시|사신|거주|입주자|주민|여자|남자|집(?!중|계|회|단|들이)"
    rf"|{_SOMEBODY}|{_A_NAME}|[가-힣]{{2,4}}[네댁](?![가-힣])"
)
_HOME = (
    r"집(?:은|이|주소)?|주소(?:는|가)?|거주지는?|자택은?|사는\s?곳은?|[가-힣]\s?씨(?:는|가|네|의)?"
)
_MAIL = re.compile(
    r"(?<![A-Za-z0-9_.+-])(?!\d+[.-][\d.-]*@)[A-Za-z0-9_+]+(?:[.-][A-Za-z0-9_+]+)*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
)
_WHOSE = (
    rf"(?:(?:{_SOMEBODY}|걔|쟤)\s?(?:의|네)?\s?(?:이?메일|계정|연락처|주소)?"
    rf"|(?<![가-힣]){_SURNAME}[가-힣][가-힣](?<![사국실팀과부처센용적단소청])\s?(?:씨|님)?의?\s?(?:이?메일|계정))"
    r"(?:은|는|이|가)?[\s:(]{0,3}"
)
# Each form with what must stand shortly before it, or else after it.
_FORMS = (
    (
        "plate",
        _PLATE,
        re.compile(rf"(?:{_OWNER})[^\n\d]{{0,8}}\Z"),
        re.compile(rf"[^\n\d]{{0,8}}?(?:{_OWNER})"),
    ),
    ("plate", _FULL_PLATE, re.compile(""), re.compile("")),
    (
        "home",
        _FLAT,
        re.compile(rf"(?:{_HOME})[^\n\d]{{0,8}}\Z"),
        re.compile(rf"(?:에서?|의)?\s?(?:{_LIVES})"),
    ),
    (
        "mail",
        _MAIL,
        re.compile(rf"{_WHOSE}\Z"),
        re.compile(rf"[^\n\d]{{0,8}}?(?:{_SOMEBODY})"),
    ),
)
_REACH = 24


def find(text: str) -> Iterator[tuple[str, int, int, int]]:
    """(kind, start, end, start) of each, in text with plain digits.

    Other mail addresses come as "address": nobody's, but no number stands in them either.
    """
    for kind, form, before, after in _FORMS:
        for match in form.finditer(text):
            start, end = match.span()
            if before.search(text, max(start - _REACH, 0), start) or after.match(text, end):
                yield kind, start, end, start
            elif kind == "mail":
                yield "address", start, end, start

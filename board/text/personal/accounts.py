"""Bank accounts: ten to sixteen digits beside a bank's name or a word such as 계좌 or 입금."""

import re
from collections.abc import Iterator

from board.text.personal.digits import GAP, NOT_COUNTED, only_digits

_NUMBER = re.compile(
    rf"(?<!\d)(?<!\d[,.])(?:\d{{10,16}}|\d{{2,8}}(?:{GAP}{{1,3}}\d{{1,8}}){{1,4}}){NOT_COUNTED}(?!-)"
)
_DIGITS = range(10, 17)
_A_DAY = re.compile(r"(?:19|20)\d\d\D{1,3}(?:0?[1-9]|1[0-2]|(?:19|20)\d\d)\D")
_BANKS = (
    r"(?:국민|신한|우리|하나|기업|부산|대구|광주|전북|경남|제주|제일|씨티|산업|농협|수협|외환)\s?은행"
    r"|카카오\s?뱅크|카뱅|토스\s?뱅크|케이\s?뱅크|[Kk]뱅크|(?:[iI][mM]|아이엠)\s?뱅크|농협|수협|신협|새마을\s?금고|우체국"
    r"|저축은행|IBK|ibk|KEB|SC제일"
)
# Words that mean other things too say it only right before the digits.
_SHORT = (
    r"(?:국민|신한|우리|하나|기업|부산|대구|광주|전북|경남|제주|제일|씨티|토스|KB|kb|NH|nh|축협)"
)
_DEED = r"계\s?좌|입금|송금|이체|무통장|예금주|통장"
_BEFORE = re.compile(rf"(?:{_BANKS}|{_DEED})[^\n]{{0,18}}\Z|{_SHORT}\W{{0,3}}\Z")
_AFTER = re.compile(rf"[^\n]{{0,8}}?(?:예금주|{_BANKS}|계좌|(?:(?:으)?로)?\s*(?:입금|송금|이체))")
_OTHER = re.compile(
    r"(?:사업자|등록|접수|주문|송장|운송장|문서|공고|고객|상담|우편|등기)\s?번?호?\W{0,3}\Z"
)
# An organisation collects, and somebody asks whether this is its account.
_COLLECTED = re.compile(
    r"(?:모금회|적십자사?|사랑의\s?열매|구호협회|유니세프|협의회|협회|재단|복지관|[시군구도]청|연합회|단체)"
    r"[^\n\d]{0,12}(?:성금|모금|기부금?|후원금?|의연금)[^\n\d]*\Z"
)
_ASKED = re.compile(r"[^\n\d.?!]{0,10}?(?:맞[나는습]|인가요|인지요?|진짜|확실)")
_REACH = 30


def find(text: str) -> Iterator[tuple[str, int, int, int]]:
    """(kind, start, end, start) of each, in text with plain digits.

    The account of an organisation's collection that somebody asks about is of the kind "office".
    """
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if len(only_digits(match[0])) not in _DIGITS or _A_DAY.match(match[0]):
            continue
        before = text[max(start - _REACH, 0) : start]
        if _OTHER.search(before):
            continue
        if _COLLECTED.search(before) and _ASKED.match(text, end):
            yield "office", start, end, start
        elif _BEFORE.search(before) or _AFTER.match(text[end : end + _REACH]):
            yield "account", start, end, start

"""Registration numbers that a Korean paper must print: business, corporation, newspaper."""

import re

from board.text import plain

_BUSINESS_WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)
_PROVINCES = "서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주"
_PROVINCE_NAMES = {
    "충청북": "충북",
    "충청남": "충남",
    "전라북": "전북",
    "전라남": "전남",
    "경상북": "경북",
    "경상남": "경남",
}
_NEWSPAPER = re.compile(
    rf"({_PROVINCES}|{'|'.join(_PROVINCE_NAMES)})(?:특별자치|특별|광역)?(?:시|도)?"
    r"[\s,·.:]*([가-힣])[\s,-]*(\d{4,6})(?:호)?"
)


def business_number(text: str) -> str:
    """사업자등록번호 as `123-45-67890`; ValueError with a Korean sentence when it cannot be one."""
    digits = _digits(text)
    if len(digits) == 13:
        raise ValueError("법인등록번호로 보입니다. 사업자등록번호 10자리를 써 주세요.")
    if len(digits) != 10:
        raise ValueError("사업자등록번호는 숫자 10자리입니다. 예: 123-45-67891")
    if not _business_sum_fits(digits):
        raise ValueError(
            "사업자등록번호의 검증 숫자가 맞지 않습니다. 등록증을 보고 다시 써 주세요."
        )
    return f"{digits[:3]}-{digits[3:5]}-{digits[5:]}"


def corporation_number(text: str) -> str:
    """법인등록번호 as `123456-1234567`; ValueError with a Korean sentence when it cannot be one.

    A wrong check digit is no error: numbers issued since 31 January 2025 have none, and nothing in
    the number tells which kind it is. `corporation_doubt` gives a warning instead.
    """
    digits = _digits(text)
    if len(digits) == 10:
        raise ValueError("사업자등록번호로 보입니다. 법인등록번호 13자리를 써 주세요.")
    if len(digits) != 13:
        raise ValueError("법인등록번호는 숫자 13자리입니다. 예: 123456-1234567")
    if len(set(digits)) == 1:
        raise ValueError("법인등록번호로 쓸 수 없는 숫자입니다. 등기부를 보고 다시 써 주세요.")
    return f"{digits[:6]}-{digits[6:]}"


def corporation_doubt(text: str) -> str | None:
    """A Korean warning for a corporation number whose check digit does not match, else None."""
    digits = _digits(text)
    if len(digits) != 13 or _corporation_sum_fits(digits):
        return None
    return (
        "법인등록번호의 검증 숫자가 맞지 않습니다. "
        "2025년 1월 31일 이후에 받은 번호가 아니면 등기부를 보고 확인해 주세요."
    )


def look_swapped(business: str, corporation: str) -> bool:
    """Whether each number looks like the other kind, as if typed into the wrong fields."""
    return len(_digits(business)) == 13 and len(_digits(corporation)) == 10


def newspaper_registration(text: str) -> str:
    """인터넷신문 or 신문 registration as `경기, 아12345`; unrecognised text is only tidied."""
    tidied = plain.tidy(text)
    found = _NEWSPAPER.fullmatch(tidied)
    if not found:
        return tidied
    province = _PROVINCE_NAMES.get(found[1], found[1])
    return f"{province}, {found[2]}{found[3]}"


def _digits(text: str) -> str:
    """The digits of a number typed with dashes and spaces; "" when it contains letters."""
    bare = re.sub(r"[\s\-‐-―−–.·]", "", plain.fold(text))
    return bare if bare.isascii() and bare.isdigit() else ""


def _business_sum_fits(digits: str) -> bool:
    numbers = [int(digit) for digit in digits]
    total = sum(n * weight for n, weight in zip(numbers, _BUSINESS_WEIGHTS, strict=False))
    total += numbers[8] * 5 // 10
    return len(set(digits)) > 1 and (10 - total % 10) % 10 == numbers[9]


def _corporation_sum_fits(digits: str) -> bool:
    total = sum(int(digit) * (1 + place % 2) for place, digit in enumerate(digits[:12]))
    return (10 - total % 10) % 10 == int(digits[12])

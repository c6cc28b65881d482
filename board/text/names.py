"""Display names: comparison keys, names reserved for the paper, and validity."""

import re
import unicodedata

from board.text import plain

LONGEST_NAME = 20  # characters
SHORTEST_USERNAME, LONGEST_USERNAME = 4, 20
USERNAME = re.compile(rf"[a-z0-9_]{{{SHORTEST_USERNAME},{LONGEST_USERNAME}}}")
# What a username is made of; a verb follows.
USERNAME_RULE = f"영문 소문자와 숫자, 밑줄(_)로 {SHORTEST_USERNAME}자에서 {LONGEST_USERNAME}자까지"

# Nobody but the paper may be called this, or carry it inside a name.
_RESERVED_ANYWHERE = """
    관리자 운영자 운영진 관리인 편집자 편집인 편집장 편집국 발행인 나루지기
    administrator moderator webmaster sysop
"""
_RESERVED_AT_EITHER_END = "admin 공식계정"
_RESERVED_ALONE = """
    기자 공식 나루 운영 관리 발행 편집부 편집실 취재부 보도국 신문사 시스템
    root system staff mod owner operator editor publisher support official naru board
"""

_CAPITALS = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧСАВЕНКМОРТХУІЈЅ", "ABEZHIKMNOPTYXCABEHKMOPTXYIJS")
_LOOKALIKES = str.maketrans(
    "авекмнорстухіјѕԁԛѡԝӏαβγεηικνορτυχωϲıɑɡɩʟℓł",
    "abekmhopctyxijsdqwwlabyenlkvopmuxwclagllll",
)
_DIGITS = str.maketrans("01i|", "olll")
_MIDDLE_DOTS = str.maketrans("", "", "\u318d\u119e")
_CONTROL = re.compile(f"[{plain.CONTROLS}\t\n\r\u2028\u2029]")
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ADDRESS = re.compile(
    r"https?:|www\.|://|[a-z0-9-]\.(?:com|net|org|kr|co|io|me|info|biz|xyz|shop|site|online|top|tv)"
    r"(?![a-z])",
    re.IGNORECASE,
)
_PILED_MARKS = re.compile("[\u0300-\u036f\u0483-\u0489\u20d0-\u20ff\ufe20-\ufe2f]{3}")


def name_key(name: str) -> str:
    """Comparison key: equal for names that readers could confuse.

    Width, case, spaces, punctuation, accents and lookalike letters of other alphabets do not count.
    """
    wide = unicodedata.normalize("NFKC", plain.visible(name).translate(_MIDDLE_DOTS))
    folded = wide.translate(_CAPITALS).casefold().translate(_LOOKALIKES)
    letters = "".join(_bare(letter) for letter in folded).translate(_DIGITS)
    key = letters.replace("rn", "m").replace("vv", "w")
    return key or "".join(wide.casefold().split())


def is_reserved(name: str) -> bool:
    """Whether the name could pass for the paper's staff, also with digits or marks around it."""
    wide = unicodedata.normalize("NFKC", plain.visible(name))
    keys = {name_key(name), name_key(re.sub(r"^[\d\W_]+|[\d\W_]+$", "", wide))}
    return any(
        key in _ALONE
        or any(word in key for word in _ANYWHERE)
        or key.startswith(_EITHER_END)
        or key.endswith(_EITHER_END)
        for key in keys
    )


def check_name(name: str, most: int = LONGEST_NAME) -> str:
    """The tidied name; ValueError with a Korean sentence that says what to change."""
    if _CONTROL.search(name.strip()) or _DIRECTION.search(name):
        raise ValueError("이름에 쓸 수 없는 문자가 있습니다. 글자를 직접 써 주세요.")
    tidied = plain.tidy(name)
    if plain.is_blank(tidied):
        raise ValueError("이름을 써 주세요.")
    if len(tidied) > most:
        raise ValueError(f"이름이 너무 깁니다. {most}자까지 쓸 수 있습니다.")
    if _PILED_MARKS.search(unicodedata.normalize("NFD", tidied)):
        raise ValueError("이름에 쓸 수 없는 기호가 있습니다. 글자를 직접 써 주세요.")
    if _ADDRESS.search(unicodedata.normalize("NFKC", tidied)):
        raise ValueError("이름에는 인터넷 주소를 쓸 수 없습니다. 다른 이름을 써 주세요.")
    if is_reserved(tidied):
        raise ValueError("운영진으로 보일 수 있는 이름입니다. 다른 이름을 써 주세요.")
    return tidied


def _bare(letter: str) -> str:
    """The letter without accents; "" for spaces, punctuation and pictures."""
    if "\uac00" <= letter <= "\ud7a3":
        return letter
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in parts if unicodedata.category(part)[0] in "LN" or part == "|")


_ANYWHERE = tuple(name_key(word) for word in _RESERVED_ANYWHERE.split())
_EITHER_END = tuple(name_key(word) for word in _RESERVED_AT_EITHER_END.split())
_ALONE = frozenset(name_key(word) for word in _RESERVED_ALONE.split())

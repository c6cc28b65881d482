"""Display names: comparison keys, names reserved for the paper, and validity."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from board.text import lookalikes, plain

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

# What stands beside a name without being one: titles, a newsroom's departments, greetings.
_TITLE_WORDS = """
    기자 선임기자 수습기자 인턴기자 전문기자 사진기자 영상기자 특파원 통신원 앵커 피디 PD
    논설위원 편집위원 주필 대표이사 대표 사장 국장 부국장 부장 차장 팀장 발행 편집
    편집국장 편집국 편집실 편집부 편집팀 취재부 취재팀 보도국 보도부 사진부 영상부 데스크 온라인팀 뉴스팀
    글 사진 영상 그림 취재 정리
"""
_HOUSE_WORDS = "신문 신문사 일보 뉴스 방송 공식 계정 운영 관리 님 씨 입니다 이에요 예요"
_TITLED = re.compile("(?:(?:선임|수습|인턴|전문|사진|영상)?기자|특파원|위원|편집국|편집실|편집부)$")
_LEGAL_FORMS = re.compile(
    r"주식회사|유한회사|협동조합|㈜|\([주유]\)|\b(?:co|ltd|inc|corp)\b\.?", re.IGNORECASE
)
_BY_READERS = re.compile(
    r"(?<![가-힣])(?:독자|(?:독자|시민|주민|학생|명예)\s?기자|(?:독자)?[기투]고|(?<=\()(?:시민|주민|학생))(?![가-힣])"
)
_BETWEEN_NAMES = re.compile(r"[,·ㆍ‧・/|=&:;()\[\]<>{}]")
# By `_weight`: a name of three syllables is long, one of a single syllable is none.
_LONG, _LEAST = 6, 3
_AROUND = re.compile(r"^[\d\W_]+|[\d\W_\u1100-\u1112]+$")
_LONE = re.compile("[\u1100-\u1112](?![\u1161-\u1175])")
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


@lru_cache(maxsize=1 << 12)
def name_key(name: str) -> str:
    """Comparison key: equal for names that readers could confuse.

    Width, case, spaces, punctuation, accents and lookalike letters of other alphabets do not count.
    """
    wide = unicodedata.normalize("NFKC", plain.visible(name).translate(_MIDDLE_DOTS))
    folded = lookalikes.latin(wide)
    letters = "".join(_bare(letter) for letter in folded).translate(_DIGITS)
    letters = lookalikes.whole_syllables(letters)
    key = letters.replace("rn", "m").replace("vv", "w")
    return key or "".join(wide.casefold().split())


def is_reserved(name: str, own_names: Iterable[str] = ()) -> bool:
    """Whether the name could pass for the paper's staff, also with digits or marks around it.

    `own_names` are those of this paper and its people. Like the words reserved for any paper, a long
    one is reserved inside other names too, a short one alone or beside a title: a paper called 나루
    leaves 나루터 to its readers, and an editor called 하늘 leaves them 푸른하늘.
    """
    own = {name_key(each) for each in own_names}
    return any(_is_reserved(key) or _is_among(own, key) for key in _readings(name))


@lru_cache(maxsize=1 << 10)
def names_in(line: str) -> tuple[str, ...]:
    """The names in a line of the publisher's record or a byline, without titles and legal forms.

    `사진 문하람·오세린 기자` has 문하람 and 오세린. A reader's own piece, 김순이(독자), has none: the
    name is the reader's.
    """
    if _BY_READERS.search(line):
        return ()
    names = []
    for part in _BETWEEN_NAMES.split(_LEGAL_FORMS.sub(" ", line)):
        words = [word for word in part.split() if "@" not in word]
        bare = [word for word in (_TITLED.sub("", word) for word in words) if word not in _TITLES]
        # Where a title stands, the last word is the person: 물안동 문하람 기자.
        names += [" ".join(bare), *bare[-1:]] if bare != words else [" ".join(words)]
    return tuple(dict.fromkeys(name for name in names if _weight(name_key(name)) >= _LEAST))


def check_name(name: str, own_names: Iterable[str] = ()) -> str:
    """The tidied name; ValueError with a Korean sentence that says what to change.

    `own_names`: see `is_reserved`.
    """
    if _CONTROL.search(name.strip()) or _DIRECTION.search(name):
        raise ValueError("이름에 쓸 수 없는 문자가 있습니다. 글자를 직접 써 주세요.")
    tidied = plain.tidy(name)
    if plain.is_blank(tidied):
        raise ValueError("이름을 써 주세요.")
    if len(tidied) > LONGEST_NAME:
        raise ValueError(f"이름이 너무 깁니다. {LONGEST_NAME}자까지 쓸 수 있습니다.")
    if _PILED_MARKS.search(unicodedata.normalize("NFD", tidied)):
        raise ValueError("이름에 쓸 수 없는 기호가 있습니다. 글자를 직접 써 주세요.")
    if _ADDRESS.search(unicodedata.normalize("NFKC", tidied)):
        raise ValueError("이름에는 인터넷 주소를 쓸 수 없습니다. 다른 이름을 써 주세요.")
    if is_reserved(tidied, own_names):
        raise ValueError("운영진으로 보일 수 있는 이름입니다. 다른 이름을 써 주세요.")
    return tidied


def _readings(name: str) -> set[str]:
    """The keys of a name as it stands, without what is around it, and without ㅋ and ㅎ in it."""
    wide = unicodedata.normalize("NFKC", plain.visible(name))
    return {name_key(each) for each in (name, _AROUND.sub("", wide), _LONE.sub("", wide))}


def _is_reserved(key: str) -> bool:
    return (
        key in _ALONE
        or any(word in key for word in _ANYWHERE)
        or key.startswith(_EITHER_END)
        or key.endswith(_EITHER_END)
    )


def _is_among(names: set[str], key: str) -> bool:
    core = _CORE.fullmatch(key)
    return any(
        name in key if _weight(name) >= _LONG else name == key or (core and name == core[1])
        for name in names
    )


def _weight(key: str) -> int:
    """How much of a name it is: a Hangul syllable weighs as much as two Latin letters."""
    return sum(1 if letter.isascii() else 2 for letter in key)


def _bare(letter: str) -> str:
    """The letter without accents; "" for spaces, punctuation and pictures."""
    if "\uac00" <= letter <= "\ud7a3":
        return letter
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in parts if unicodedata.category(part)[0] in "LN" or part == "|")


_ANYWHERE = tuple(name_key(word) for word in _RESERVED_ANYWHERE.split())
_EITHER_END = tuple(name_key(word) for word in _RESERVED_AT_EITHER_END.split())
_ALONE = frozenset(name_key(word) for word in _RESERVED_ALONE.split())
_TITLES = frozenset(("", *_TITLE_WORDS.split()))
_BESIDE = "|".join(name_key(word) for word in (_TITLE_WORDS + _HOUSE_WORDS).split())
_CORE = re.compile(f"(?:{_BESIDE})*(.+?)(?:{_BESIDE})*")

"""A text read through the disguises of adverts: ⓚⓐⓚⓐⓞ is kakao, 바.카.라 is 바카라."""

import re
from dataclasses import dataclass

from board.text.plain import fold

_ENCLOSED = re.compile(r"(?:[\u249c-\u24e9\u3200-\u321e\u3260-\u327f\U0001f110-\U0001f189]\s?){3,}")
_FEWEST_APART = 4  # syllables; 가.나.다 or 국.영.수 are lists
_APART = re.compile(
    r"(?<![가-힣ㄱ-ㅣ])[가-힣ㄱ-ㅎ](?:[.·ㆍ,*_~|/^'`+=-]{1,2}[가-힣ㄱ-ㅎ]){2,}(?![가-힣ㄱ-ㅣ])"
)
_SPACED = re.compile(
    r"(?<!\S)(?:[가-힣ㄱ-ㅎ](?: [가-힣ㄱ-ㅎ]){3,}|[a-z0-9](?: [a-z0-9]){3,})(?!\S)"
)
_LISTS = (
    "가나다라마바사아자차카타파하",
    "월화수목금토일",
    "동서남북",
    "시군구읍면동",
    "남녀노소",
    "봄여름가을겨울",
)
# What `fold` makes of ㅌㄹ, and back.
_JAMO = {0x1100 + n: letter for n, letter in enumerate("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")}
_LETTERS = re.compile(r"[가-힣ㄱ-ㅎa-z0-9]")
_FORMS = (_APART, _SPACED)


@dataclass(frozen=True)
class Undisguised:
    """A text as `plain` letters (as `fold` makes them), and in what it was dressed up."""

    plain: str
    has_enclosed: bool
    words_apart: int

    @classmethod
    def of(cls, text: str) -> "Undisguised":
        plain = fold(text).translate(_JAMO | {ord("。"): "."})
        apart = [_joined(match) for form in _FORMS for match in form.finditer(plain)]
        for form in _FORMS:
            plain = form.sub(_joined, plain)
        return cls(
            plain,
            has_enclosed=bool(_ENCLOSED.search(text)),
            words_apart=_words_apart(apart),
        )


def _joined(match: re.Match) -> str:
    return "".join(_LETTERS.findall(match[0]))


def _words_apart(words: list[str]) -> int:
    """How many of these words were written apart to hide, if at least one is long enough."""
    hidden = [word for word in words if not _is_list(word)]
    return len(hidden) if any(len(word) >= _FEWEST_APART for word in hidden) else 0


def _is_list(word: str) -> bool:
    return any(set(word) <= set(letters) for letters in _LISTS)

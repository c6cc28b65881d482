"""A text read through the disguises of adverts: ⓚⓐⓚⓐⓞ is kakao, 바.카.라 is 바카라."""

import re
from dataclasses import dataclass

from board.text.lookalikes import whole_syllables
from board.text.plain import fold

_ENCLOSED = re.compile(r"(?:[\u249c-\u24e9\u3200-\u321e\u3260-\u327f\U0001f110-\U0001f189]\s?){3,}")
_FEWEST_APART = 4  # syllables; 가.나.다 or 국.영.수 are lists
_APART = re.compile(
    r"(?<![가-힣ㄱ-ㅣ])[가-힣ㄱ-ㅎ](?:[.·ㆍ,*_~|/^'`+=-]{1,2}[가-힣ㄱ-ㅎ]){2,}(?![가-힣ㄱ-ㅣ])"
)
_SPACED = re.compile(
    r"(?<!\S)(?:[가-힣ㄱ-ㅎ](?: [가-힣ㄱ-ㅎ]){3,}|[a-z0-9](?: [a-z0-9]){3,})(?!\S)"
)
# Names of messengers and wares that are cut to hide them: 카/톡, 슬♡롯, T.E.L.E.
_CUT = r"[.·ㆍ,*_~|/^'`+=♡♥★☆♠♣◆◇●•-]{1,2}"
_NAMES = (
    "카톡 까톡 까똑 라인 텔레 텔그 위챗 디코 오톡 톡디 친추 kakao line tele telegram wechat"
    " 토토 온카 슬롯 홀덤 카지노 바카라 먹튀 대출 급전 야동 유심"
).split()
_CUTS = [
    # A digit hides a Korean name as well: 라1인.
    (_CUT if name.isascii() else rf"(?:{_CUT}|\d)").join(name)
    for name in _NAMES
]
_NAME_APART = re.compile(rf"(?<![가-힣a-z0-9])(?:{'|'.join(_CUTS)})(?![a-z0-9])")
# Words of which a syllable is in pieces, whole (ㄷㅐ출, ㄷ.ㅐ.출) or with every piece apart: 카 ㅈ ㅣ 노.
_MARK, _APART_BY = r"[.·*/|~_-]", r"[ \t.·*/|~_-]"


def _piece(between: str) -> str:
    """A pattern for a syllable, or for its letters with such signs between them."""
    return rf"(?:[가-힣]|[ㄱ-ㅎ]{between}?[ㅏ-ㅣ](?:{between}?[ㄱ-ㅎ](?!{between}?[ㅏ-ㅣ]))?)"


_IN_PIECES = re.compile(
    rf"(?<!\S)(?=[^\n]{{0,8}}[ㄱ-ㅎ]{_APART_BY}?[ㅏ-ㅣ])"
    rf"(?:{_piece(_MARK)}(?:{_MARK}?{_piece(_MARK)})+|{_piece(_APART_BY)}(?:{_APART_BY}{_piece(_APART_BY)})+)(?!\S)"
)
_SLIP = re.compile("[가-힣]*[ㄱ-ㅎ][ㅏ-ㅣ][ㄱ-ㅎ]?[가-힣]+")
_VERBS = ("니다", "세요", "시오", "어요", "아요", "해요", "네요", "군요", "나요", "까요")
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
    """A text as `plain` letters (as `fold` makes them), and in what it was dressed up: words set
    apart to hide them, and `slips`, words of which but a syllable is in pieces (ㄱㅏ슴)."""

    plain: str
    has_enclosed: bool
    words_apart: int
    slips: int

    @classmethod
    def of(cls, text: str) -> "Undisguised":
        pieces = [match[0] for match in _IN_PIECES.finditer(text)]
        slips = sum(bool(_SLIP.fullmatch(piece)) for piece in pieces)
        whole = _IN_PIECES.sub(_composed, text)
        plain = fold(whole).translate(_JAMO | {ord("。"): "."})
        apart = [_joined(match) for form in _FORMS for match in form.finditer(plain)]
        for form in _FORMS:
            plain = form.sub(_joined, plain)
        plain, names = _NAME_APART.subn(_named, plain)
        return cls(
            plain,
            has_enclosed=bool(_ENCLOSED.search(text)),
            words_apart=_words_apart(apart) + len(pieces) - slips + names,
            slips=slips,
        )


def _composed(match: re.Match) -> str:
    return whole_syllables(re.sub(_APART_BY, "", match[0]))


def _joined(match: re.Match) -> str:
    return "".join(_LETTERS.findall(match[0]))


def _named(match: re.Match) -> str:
    return re.sub("[^가-힣a-z]", "", match[0])


def _words_apart(words: list[str]) -> int:
    """How many of these words were written apart to hide, if at least one is long enough. A verb
    (감.사.합.니.다) is stressed, not hidden."""
    hidden = [word for word in words if not _is_list(word) and not word.endswith(_VERBS)]
    return len(hidden) if any(len(word) >= _FEWEST_APART for word in hidden) else 0


def _is_list(word: str) -> bool:
    return any(set(word) <= set(letters) for letters in _LISTS)

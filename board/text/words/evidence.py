"""Match evidence: whether letters that spell a blocked word really are that word.

`다시 발표` has the letters of another word in it and is none. So a word may be interrupted by noise
(시.발) only where it begins a word of the text, and by spaces (시 발) only where each of its
syllables stands alone, or where the listed word has a space too. A word of two letters must always
begin a word.
"""

from board.text.words.context import is_mentioned, is_reported
from board.text.words.endings import is_closed, is_ended
from board.text.words.listed import Listed, Use
from board.text.words.offspring import is_insult
from board.text.words.reading import Reading
from board.text.words.signs import BREAK, NOISE

WIDEST_GAP = 8  # signs
MOST_LETTERS_BETWEEN = 3  # digits or Latin letters as noise
# What people cry before another word without taking a breath. The longer ones may end any word.
_CRIES = set("아 야 와 개 이 저 그 니 너 넌 왜 참 또 걍 뭔 ㅋ ㅎ ㅠ ㅜ".split())
_LONGER_CRIES = tuple(
    "존나 졸라 진짜 완전 이런 저런 그런 같은 무슨 에이 아이 아오 야이 아놔 미친 시발 씨발 썅"
    " 아니 어우 어휴 아우 에휴 에라 우와 젠장 이게 뭐야 뭐냐 하네 없네 있네 이네 되네 잖아 는데"
    " 했다 한다 됐다 된다 있다 없다 같다 겠다 니까 거든 구나 다들 그냥 하여튼".split()
)
# What a noun of abuse takes before it: 왕병신, 헛지랄.
_PREFIXES = _CRIES | set(
    "왕 헛 생 쌩 똥 씹 좆 존 상 핵 별 돈 쌍 온갖 용천 염병 뭔 웬 늙은 썩은".split()
)
# After what an oath is uttered: 하네시발, 하시발.
_SENTENCE_ENDINGS = set("네냐래요죠군까")
_SIGHS = set("하 후 헐 흐 휴 어 오 에 엥 음 쯧 아니 에라이 뭐래 이게 그게 이거 젠장 제길".split())
_LAUGHTER = set("ㅋㅎㅠㅜㅡㄷㅇ")
_MOST_BEFORE = 4


def counts(reading: LetterSequence, start: int, end: int, listed: Listed) -> bool:
    """Whether the letters from `start` to `end`, which spell a blocked word, are that word."""
    gaps = [place for place in range(start + 1, end) if reading.gap(place)]
    if not _is_whole(reading, start, end) or not _holds_together(reading, gaps, start, listed):
        return False
    if listed.contexts and listed.contexts.hold(reading, start, end):
        return False
    if is_mentioned(reading, end):
        return False
    apart = [place for place in gaps if place - start not in listed.spaces]
    return any(
        _FITTING[use](reading, start, end, gaps if use in _COUNTING_SPACES else apart)
        for use in listed.uses
    )


def shields(reading: LetterSequence, start: int, end: int, listed: Listed) -> bool:
    """Whether the letters from `start` to `end`, which spell an allowed phrase, are that phrase."""
    gaps = [place for place in range(start + 1, end) if reading.gap(place)]
    return _holds_together(reading, gaps, start, listed)


def _is_free(reading: Reading, start: int, end: int, gaps: list[int]) -> bool:
    if all(map(_is_loose, reading.letters[start:end])):  # ㅅㅂ may follow any syllable: 아ㅅㅂ
        return True
    return (end - start > 2 and not gaps) or _begins_a_word(reading, start, end, gaps)


def _is_advert(reading: Reading, start: int, end: int, gaps: list[int]) -> bool:
    return _is_free(reading, start, end, gaps) and not is_reported(reading, end)


def _is_noun(reading: Reading, start: int, end: int, gaps: list[int]) -> bool:
    return is_closed(reading, end) and _begins_a_noun(reading, start, end, gaps)


def _is_alone(reading: Reading, start: int, end: int, gaps: list[int]) -> bool:
    return is_ended(reading, end) and _begins_a_noun(reading, start, end, gaps)


def _is_suffix(reading: Reading, start: int, end: int, gaps: list[int]) -> bool:
    if gaps:
        return _is_noun(reading, start, end, gaps)
    return is_closed(reading, end)


def _is_inflected(reading: Reading, start: int, end: int, gaps: list[int]) -> bool:
    return not gaps and not is_ended(reading, end) and is_closed(reading, end)


def _is_start(reading: Reading, start: int, end: int, gaps: list[int]) -> bool:
    return _begins_a_word(reading, start, end, gaps)


def _is_exclamation(reading: Reading, start: int, end: int, gaps: list[int]) -> bool:
    before = reading.touching(start, _MOST_BEFORE)
    is_after = before in _SIGHS or (len(before) > 1 and before[-1] in _SENTENCE_ENDINGS)
    return not gaps and is_after and is_ended(reading, end)


def _is_offspring(reading: Reading, start: int, end: int, _gaps: list[int]) -> bool:
    return is_insult(reading, start, end)


def _is_anywhere(_reading: Reading, _start: int, _end: int, _gaps: list[int]) -> bool:
    return True


_FITTING = {
    Use.FREE: _is_free,
    Use.SYLLABLE: _is_anywhere,
    Use.NOUN: _is_noun,
    Use.ALONE: _is_alone,
    Use.SUFFIX: _is_suffix,
    Use.START: _is_start,
    Use.INFLECTED: _is_inflected,
    Use.EXCLAMATION: _is_exclamation,
    Use.OFFSPRING: _is_offspring,
    Use.ADVERT: _is_advert,
}
# A free phrase, which could stand inside a word, begins one where it is written with its spaces.
_COUNTING_SPACES = {Use.FREE, Use.ADVERT}


def _holds_together(reading: Reading, gaps: list[int], start: int, listed: Listed) -> bool:
    return all(
        _is_bridged(reading, place, listed_space=place - start in listed.spaces) for place in gaps
    )


def _is_bridged(reading: LetterSequence, place: int, listed_space: bool) -> bool:
    gap = reading.gap(place)
    between = sum(sign.isalnum() and not _is_loose(sign) for sign in gap)
    if len(gap) > WIDEST_GAP or between > MOST_LETTERS_BETWEEN:
        return False
    if BREAK not in gap:
        return True
    return not between and (
        listed_space or (reading.is_alone(place - 1) and reading.is_alone(place))
    )


def _begins_a_word(reading: LetterSequence, start: int, end: int, gaps: list[int]) -> bool:
    before = reading.gap(start)
    is_wide = any(BREAK in reading.gap(place) for place in gaps)
    if not before:
        return not is_wide and _is_a_cry(reading.touching(start, _MOST_BEFORE))
    if before[-1].isalnum() and not _is_loose(before[-1]):  # 2시발 열차
        return False
    return not is_wide or _stands_out(reading, start, end)


def _begins_a_noun(reading: Reading, start: int, end: int, gaps: list[int]) -> bool:
    before = reading.touching(start, _MOST_BEFORE)
    return _begins_a_word(reading, start, end, gaps) or (not gaps and before in _PREFIXES)


def _stands_out(reading: Reading, start: int, end: int) -> bool:
    """Whether syllables set apart begin or end what is said: in 도 시 발 전 they began earlier, in
    `내릴 시 발 조심` they are words of their own."""
    if (
        start == 0
        or NOISE in reading.gap(start)
        or _is_a_cry(reading.word_before(start, _MOST_BEFORE))
    ):
        return True
    is_last = end == len(reading.letters) or NOISE in reading.gap(end)
    return not reading.is_alone(start - 1) and (is_last or end - start > 2)


def _is_a_cry(letters: str) -> bool:
    is_jamo = letters != "" and _is_loose(letters[-1])  # ㅋㅋㅌ
    return is_jamo or letters in _CRIES or letters.endswith(_LONGER_CRIES)


def _is_whole(reading: LetterSequence, start: int, end: int) -> bool:
    """Whether no number, Latin word or row of single consonants is cut in two."""
    letters, own = reading.letters, set(reading.letters[start:end]) | _LAUGHTER
    edges = [(start, start - 1, start), (end, end, end - 1)]
    return not any(
        0 <= outside < len(letters)
        and not reading.gap(place)
        and _run_on(letters[inside], letters[outside], own)
        for place, outside, inside in edges
    )


def _run_on(inside: str, outside: str, own: set[str]) -> bool:
    kind = _kind(inside)
    return kind != "" and kind == _kind(outside) and not (kind == "jamo" and outside in own)


def _kind(letter: str) -> str:
    if _is_loose(letter):
        return "jamo"
    if letter.isascii():
        return "digit" if letter.isdigit() else "latin"
    return ""


def _is_loose(letter: str) -> bool:
    return "ㄱ" <= letter <= "ㅣ"

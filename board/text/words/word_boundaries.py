"""Word boundaries: whether letters stand where the use of a listed word lets them stand.

왕병신 is a noun behind a prefix and 짱개들 one before an ending; in 도시발전 and 짱개그맨 the same letters
are parts of other words.
"""

from board.text.words.context import is_reported
from board.text.words.endings import is_closed, is_ended
from board.text.words.listed import Listed, Use
from board.text.words.offspring import is_insult, is_said_of_somebody
from board.text.words.reading import LetterSequence
from board.text.words.signs import BREAK, NOISE, is_jamo

# What people cry before another word without taking a breath. The longer ones may end any word.
_CRIES = set("아 야 와 개 이 저 그 니 너 넌 왜 참 또 걍 뭔 ㅋ ㅎ ㅠ ㅜ".split())
_LONGER_CRIES = tuple(
    "존나 졸라 진짜 완전 이런 저런 그런 같은 무슨 에이 아이 아오 야이 아놔 미친 시발 씨발 썅"
    " 아니 어우 어휴 아우 에휴 에라 우와 젠장 이게 뭐야 뭐냐 하네 없네 있네 이네 되네 잖아 는데"
    " 했다 한다 됐다 된다 있다 없다 같다 겠다 니까 거든 구나 다들 그냥 하여튼 뭔 웬 아왜 오늘 맨날"
    " 도대체 대체 이젠 이제 인제 지금 하이고 어이구 아이구 얼씨구 어쩌라고 제발"
    " 아휴 아효 아이고 하이고 에이고 아이쿠 에이씨 아오씨 우씨 단체로 떼거지로 하나같이 모조리 온통 아예 정말 진심"
    " 레알 제대로 겁나 더럽게".split()
)
# What a noun of abuse takes before it: 왕병신, 헛지랄; the longer ones may end any word.
_PREFIXES = _CRIES | set(
    "왕 헛 생 쌩 똥 씹 좆 존 상 핵 별 돈 쌍 온갖 용천 염병 뭔 웬 늙은 썩은".split()
)
_LONGER_PREFIXES = tuple("발광 육갑 주정 갑질 쇼 좌파 우파 선동 난리 생떼 염병 정신".split())
# After what an oath is uttered: 하네시발, 하시발.
_SENTENCE_ENDINGS = set("네냐래요죠군까고해나라아어서")
_SIGHS = set("하 후 헐 흐 휴 어 오 에 엥 음 쯧 허 허허 하하 와 우와 으 윽 으이구 이구 이고".split())
_LONGER_SIGHS = tuple(
    "에라이 뭐래 이게 그게 이거 제길 아주 근데 하여간 아무튼 결국 맨날 자꾸 계속 대체 에잇 참나 나참"
    " 으휴 에고 이고 이구 뭐가 누가 하지".split()
)
_MOST_BEFORE = 4


def fits(reading: LetterSequence, start: int, end: int, listed: Listed, use: Use) -> bool:
    """Whether the letters from `start` to `end`, which spell the word, stand as this use wants."""
    gaps = [place for place in range(start + 1, end) if reading.gap(place)]
    if use not in _COUNTING_SPACES:
        gaps = [place for place in gaps if place - start not in listed.spaces]
    return _FITTING[use](reading, start, end, gaps)


def _is_free(reading: LetterSequence, start: int, end: int, gaps: list[int]) -> bool:
    if all(map(is_jamo, reading.letters[start:end])):  # ㅅㅂ may follow any syllable: 아ㅅㅂ
        return True
    return (end - start > 2 and not gaps) or _begins_a_word(reading, start, end, gaps)


def _is_advert(reading: LetterSequence, start: int, end: int, gaps: list[int]) -> bool:
    return _is_free(reading, start, end, gaps) and not is_reported(reading, end)


def _is_noun(reading: LetterSequence, start: int, end: int, gaps: list[int]) -> bool:
    return is_closed(reading, end) and _begins_a_noun(reading, start, end, gaps)


def _is_alone(reading: LetterSequence, start: int, end: int, gaps: list[int]) -> bool:
    return is_ended(reading, end) and _begins_a_noun(reading, start, end, gaps)


def _is_suffix(reading: LetterSequence, start: int, end: int, gaps: list[int]) -> bool:
    if gaps:
        return _is_noun(reading, start, end, gaps)
    return is_closed(reading, end)


def _is_inflected(reading: LetterSequence, start: int, end: int, gaps: list[int]) -> bool:
    return not gaps and not is_ended(reading, end) and is_closed(reading, end)


def _is_start(reading: LetterSequence, start: int, end: int, gaps: list[int]) -> bool:
    return _begins_a_word(reading, start, end, gaps)


def _is_exclamation(reading: LetterSequence, start: int, end: int, gaps: list[int]) -> bool:
    before = reading.touching(start, _MOST_BEFORE)
    is_after = before in _SIGHS or before.endswith(_LONGER_SIGHS)
    is_after = is_after or (len(before) > 1 and before[-1] in _SENTENCE_ENDINGS)
    return not gaps and is_after and is_ended(reading, end)


def _is_utterance(reading: LetterSequence, start: int, end: int, gaps: list[int]) -> bool:
    is_last = end == len(reading.letters) or NOISE in reading.gap(end)
    return is_last and _is_alone(reading, start, end, gaps)


def _is_offspring(reading: LetterSequence, start: int, end: int, _gaps: list[int]) -> bool:
    return is_insult(reading, start, end)


def _is_of_people(reading: LetterSequence, start: int, end: int, gaps: list[int]) -> bool:
    return not gaps and is_closed(reading, end) and is_said_of_somebody(reading, start)


def _is_anywhere(_reading: LetterSequence, _start: int, _end: int, _gaps: list[int]) -> bool:
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
    Use.UTTERANCE: _is_utterance,
    Use.OFFSPRING: _is_offspring,
    Use.OF_PEOPLE: _is_of_people,
    Use.ADVERT: _is_advert,
}
# A free phrase, which could stand inside a word, begins one where it is written with its spaces.
_COUNTING_SPACES = {Use.FREE, Use.ADVERT}


def _begins_a_word(reading: LetterSequence, start: int, end: int, gaps: list[int]) -> bool:
    before = reading.gap(start)
    is_wide = any(BREAK in reading.gap(place) for place in gaps)
    if not before:
        return not is_wide and _is_a_cry(reading.touching(start, _MOST_BEFORE))
    if before[-1].isalnum() and not is_jamo(before[-1]):  # 2시발 열차
        return False
    return not is_wide or _stands_out(reading, start, end)


def _begins_a_noun(reading: LetterSequence, start: int, end: int, gaps: list[int]) -> bool:
    before = reading.touching(start, _MOST_BEFORE)
    is_prefixed = before in _PREFIXES or before.endswith(_LONGER_PREFIXES)
    return _begins_a_word(reading, start, end, gaps) or (not gaps and is_prefixed)


def _stands_out(reading: LetterSequence, start: int, end: int) -> bool:
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
    if letters and is_jamo(letters[-1]):  # ㅋㅋㅌ
        return True
    return letters in _CRIES or letters.endswith(_LONGER_CRIES)

"""Hangul syllables: composing from jamo and decomposing."""

LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
TAILS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")

FIRST = ord("가")
OPEN = "".join(chr(code) for code in range(FIRST, ord("힣") + 1, len(TAILS)))


def syllable(lead: str, vowel: str, tail: str = "") -> str:
    """Compose: ㅂ, ㅏ, ㄹ make 발; ValueError for an impossible combination."""
    place = LEADS.index(lead) * len(VOWELS) + VOWELS.index(vowel)
    return chr(FIRST + place * len(TAILS) + TAILS.index(tail))


def closed(open_syllable: str, tail: str) -> str:
    """Add a final: 바 and ㄹ make 발; ValueError for ㄸ, ㅃ, ㅉ, which cannot be finals."""
    return chr(ord(open_syllable) + TAILS.index(tail))


def opened(any_syllable: str) -> str:
    """Drop the final: 발 becomes 바."""
    return chr(ord(any_syllable) - _tail(any_syllable))


def tail_of(any_syllable: str) -> str:
    """The final of a syllable: ㄹ of 발, "" of 바."""
    return TAILS[_tail(any_syllable)]


def with_vowel(vowel: str) -> str:
    """Every open syllable with this vowel: for ㅏ 가까나다…"""
    return "".join(syllable(lead, vowel) for lead in LEADS)


def _tail(any_syllable: str) -> int:
    return (ord(any_syllable) - FIRST) % len(TAILS)

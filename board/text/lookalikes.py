"""Confusable letters (Unicode Technical Standard 39): folded to the ones they are taken for.

For comparison only: what comes out is not to be shown.
"""

import re
import unicodedata
from functools import lru_cache

from confusable_homoglyphs import confusables

from board.text.words.signs import is_jamo, sign_of
from board.text.words.syllables import FIRST, LEADS, TAILS, VOWELS, syllable

# What Unicode's table leaves out: letters that differ from a Latin one in size (small capitals),
# ground (🅰, 🅐, 🇦) or a stroke (ø). Their names end in it.
_NAMED = re.compile(
    r"(?:LATIN|NEGATIVE|REGIONAL).* (?:LETTER|CAPITAL)"
    r" (?:(?:DOTLESS|OPEN|REVERSED|SCRIPT|TURNED) )*([A-Z])(?: WITH .+)?"
)
# And small letters it holds to be distinct, though a reader in a hurry does not.
_SMALL = str.maketrans("вкмнптβεηκτχω", "bkmhntbenktxw")

_JAMO = re.compile("[\u1100-\u11ffㄱ-ㅣ]")
# Latin letters drawn for vowels: ㅈr, ㅁl, ㄱH.
_DRAWN = re.compile("(?<=[\u1100-\u1112])[lrh]")
_VOWEL_OF = dict(zip("lrh", "ㅣㅏㅐ", strict=True))
_CLUSTERS = dict(
    zip(
        "ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ",
        "ㄱㅅ ㄴㅈ ㄴㅎ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅂㅅ".split(),
        strict=True,
    )
)
_JOINED = {both: one for one, both in _CLUSTERS.items()}
_DIPHTHONGS = dict(
    zip(
        "ㅏㅣ ㅑㅣ ㅓㅣ ㅕㅣ ㅗㅏ ㅗㅐ ㅗㅣ ㅜㅓ ㅜㅔ ㅜㅣ ㅡㅣ".split(),
        "ㅐㅒㅔㅖㅘㅙㅚㅝㅞㅟㅢ",
        strict=True,
    )
)
_SYLLABLE = re.compile("([ㄱ-ㅎ])([ㅏ-ㅣ])((?:[ㄱ-ㅎ](?![ㅏ-ㅣ])){0,2})")


def latin(text: str) -> str:
    """The text in small letters, those of other alphabets folded to the Latin they look like."""
    return "".join(map(_latin, text)).casefold().translate(_SMALL)


def whole_syllables(text: str) -> str:
    """The text with Hangul that was typed jamo by jamo composed: ㄱㅘㄴㄹㅣ and 과ㄴ리 give 관리.

    What cannot be composed (ㅋㅋ) comes back as NFKC has it; whole syllables stay as they are.
    """
    if not _JAMO.search(text):
        return text
    apart = "".join(map(_apart, _DRAWN.sub(lambda found: _VOWEL_OF[found[0]], text)))
    for both, one in _DIPHTHONGS.items():
        apart = apart.replace(both, one)
    return unicodedata.normalize("NFKC", _SYLLABLE.sub(_composed, apart))


@lru_cache(maxsize=1 << 12)
def _latin(letter: str) -> str:
    if letter.isascii() or "가" <= letter <= "힣":
        return letter
    if found := _NAMED.fullmatch(unicodedata.name(letter, "")):
        return found[1]
    for confusable in confusables.is_confusable(letter) or ():
        for twin in confusable["homoglyphs"]:
            if len(twin["c"]) == 1 and twin["c"].isascii() and twin["c"].isalnum():
                return twin["c"]
    return letter


def _apart(letter: str) -> str:
    """A syllable as its jamo, clusters as two; a jamo of any block as one of ㄱ to ㅣ."""
    if "가" <= letter <= "힣":
        place, tail = divmod(ord(letter) - FIRST, len(TAILS))
        lead, vowel = divmod(place, len(VOWELS))
        letter = LEADS[lead] + VOWELS[vowel] + TAILS[tail]
    elif _JAMO.match(letter) and is_jamo(sign_of(letter)):
        letter = sign_of(letter)
    return "".join(_CLUSTERS.get(each, each) for each in letter)


def _composed(found: re.Match[str]) -> str:
    lead, vowel, after = found.groups()
    length = next(length for length in (2, 1, 0) if _joined(after[:length]) in TAILS)
    return syllable(lead, vowel, _joined(after[:length])) + after[length:]


def _joined(letters: str) -> str:
    return _JOINED.get(letters, letters)

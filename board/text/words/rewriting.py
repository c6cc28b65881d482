"""Rewriting rules that undo disguises: letters taken apart, stretched or mixed with others.

Each rule replaces what it matches with other letters or none; their span in the text is kept.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from board.text.words import syllables
from board.text.words.syllables import LEADS, OPEN, TAILS, syllable

Spans = list[tuple[int, int]]  # (start, end in the text) of each letter


@dataclass(frozen=True)
class Rule:
    pattern: re.Pattern[str]
    letters: Callable[[re.Match[str]], str]

    def rewrite(self, letters: str) -> str:
        return self.pattern.sub(self.letters, letters)

    def rewrite_placed(self, letters: str, spans: Spans) -> tuple[str, Spans]:
        new, placed, at = [], [], 0
        for found in self.pattern.finditer(letters):
            instead = self.letters(found)
            if instead == found[0]:
                continue
            start, end = found.span()
            new += [letters[at:start], instead]
            placed += spans[at:start] + [(spans[start][0], spans[end - 1][1])] * len(instead)
            at = end
        return "".join([*new, letters[at:]]), placed + spans[at:]


def rewritten(letters: str, rules: Iterable[Rule]) -> str:
    for rule in rules:
        letters = rule.rewrite(letters)
    return letters


def rewritten_placed(letters: str, spans: Spans, rules: Iterable[Rule]) -> tuple[str, Spans]:
    """Like `rewritten`, with the spans of the resulting letters."""
    for rule in rules:
        letters, spans = rule.rewrite_placed(letters, spans)
    return letters, spans


def _composed(found: re.Match[str]) -> str:
    lead, vowel, tail = found.groups()
    return syllable(lead, vowel, tail or "") if lead in LEADS else found[0]


def _likened(found: re.Match[str]) -> str:
    return syllable(found[1], _LIKE_A_VOWEL[found[2]]) if found[1] in LEADS else found[0]


def _without_laughter(found: re.Match[str]) -> str:
    last = syllables.tail_of(found[0])
    return syllables.opened(found[0]) if last == found[1] else found[0]


def _closed(found: re.Match[str]) -> str:
    return syllables.closed(found[1], found[2]) if found[2] in TAILS else found[0]


def _unstretched(found: re.Match[str]) -> str:
    return syllables.closed(found[0][0], syllables.tail_of(found[0][-1]))


def _stretches() -> str:
    """A pattern for 씨이이 and 바알: an open syllable followed by its vowel, perhaps with a final."""
    again = {
        vowel: f"{syllable('ㅇ', vowel)}-{syllable('ㅇ', vowel, 'ㅎ')}"
        for vowel in "ㅏㅐㅓㅔㅗㅜㅡㅣ"
    }
    each = (
        f"[{syllables.with_vowel(vowel)}]{syllable('ㅇ', vowel)}*[{ends}]"
        for vowel, ends in again.items()
    )
    return f"(?=.[{''.join(again.values())}])(?:{'|'.join(each)})"


_LIKE_A_VOWEL = dict(zip("1lirh", "ㅣㅣㅣㅏㅐ", strict=True))
_C, _V, _TAIL = "[ㄱ-ㅎ]", "[ㅏ-ㅣ]", f"[{''.join(TAILS[1:])}]"

COMPOSING = (
    Rule(re.compile(rf"({_C})({_V})\2*({_TAIL}(?!{_V}))?"), _composed),
    Rule(re.compile("ㅄ"), lambda found: "ㅂㅅ"),
)

LOOSENING = (
    Rule(re.compile(f"人(?={_V})"), lambda found: "ㅅ"),
    Rule(re.compile("(?<=[새쌔섀쉐])(?:7{1,2}(?=ㅣ)|77(?=[1l](?![a-z0-9])))"), lambda found: "ㄲ"),
    # ㅅ1발, ㅆl발, ㅂrㅂㅗ, ㄱH새
    Rule(re.compile(rf"(?<!{_V})([ㄱ-ㅆㅈㅊㅌㅍ])([1lirh])(?![a-z0-9])"), _likened),
    *COMPOSING,
    Rule(re.compile("[가-힣](?=([ㅋㅎ]))"), _without_laughter),  # 바봌ㅋㅋ
    Rule(re.compile("[^가-힣ㄱ-ㅊㅌㅍ]+"), lambda found: ""),  # digits, Latin, laughter, sighs
    Rule(re.compile(f"([{OPEN}])({_C})(?!{_C})"), _closed),  # 시바ㄹ
    Rule(re.compile(_stretches()), _unstretched),  # 씨이이발
    Rule(re.compile(r"([가-힣])\1+"), lambda found: found[1]),  # 시시시발
)

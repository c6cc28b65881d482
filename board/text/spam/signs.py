"""Signs of an advert in a text: each has a Korean name and points, which add up.

What adverts say stands in signs.txt; how they say where to find them, in contacts.py.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from board.text.spam import contacts
from board.text.spam.disguises import Undisguised

MOST_TERMS = 3
# Festivals, offices and neighbours with cabbages to give away name terms and telephones too.
MOST_ALONE = 2  # signs of manner beside no offer and no contact
FEWEST_MARKS = 3  # ★, 💰 or #words, which make a text look like a leaflet


class Sign(NamedTuple):
    """A sign. `points` below zero speak for the writer."""

    name: str
    points: int

    def __str__(self) -> str:
        return f"{self.name} {self.points:+d}"


def signs_of(text: str) -> list[Sign]:
    """The signs of a text; none when nothing in it speaks of an advert."""
    reading = Undisguised.of(text)
    contacts = _strongest(_found(_CONTACTS, reading.plain))
    offers = _strongest(_found(_OFFERS, reading.plain))
    is_offer = bool(contacts or offers)
    dress = _dress(reading, is_offer)
    signs = [*contacts, *offers, *_manner(reading.plain, is_offer), *dress]
    if not signs:
        return []
    invites = contacts or dress or _found(_INVITING, reading.plain)
    return [*signs, *_found(_AGAINST, reading.plain), *([] if invites else _told(reading.plain))]


def _found(forms: "_Forms", plain: str) -> list[Sign]:
    return [sign for sign, form in forms if form.search(plain)]


def _strongest(signs: list[Sign]) -> list[Sign]:
    """The strongest of one kind; two middling ones are as good as a strong one."""
    if not signs:
        return []
    first = max(signs, key=lambda sign: sign.points)
    several = first.points == 2 and sum(sign.points == 2 for sign in signs) > 1
    return [Sign(first.name, 3)] if several else [first]


def _manner(plain: str, is_offer: bool) -> list[Sign]:
    """How it talks; beside no offer and no contact only a little of it counts."""
    terms = [
        Sign(sign.name, min(len(set(form.findall(plain))), MOST_TERMS))
        for sign, form in _TERMS
        if form.search(plain)
    ]
    if is_offer:
        return [*terms, *_found(_MANNERS, plain)]
    alone = [*_found(_MANNERS, plain), *(Sign(sign.name, 1) for sign in terms)]
    return sorted(alone, key=lambda sign: -sign.points)[:MOST_ALONE]


def _dress(reading: Undisguised, is_offer: bool) -> list[Sign]:
    """How it is dressed up. A slip on the keys (ㄱㅏ슴) hides nothing where nothing is offered."""
    apart = reading.words_apart + (reading.slips if is_offer else 0)
    dress = (
        (Sign("벌려 쓴 글자", min(apart + 1, 3)), apart),
        (Sign("동그라미 글자", 3), reading.has_enclosed),
        (Sign("바꿔 쓴 이름", 1), contacts.DRESSED.search(reading.plain)),
        (Sign("광고의 모양", 1), len(_MARK.findall(reading.plain)) >= FEWEST_MARKS),
    )
    return [sign for sign, worn in dress if worn]


def _told(plain: str) -> list[Sign]:
    """How a story ends. Adverts end so too, but seldom without inviting or boasting."""
    return _found(_TELLS, _AFTER_THE_LAST_WORD.sub("", plain))


_Forms = list[tuple[Sign, re.Pattern[str]]]
_MARK = re.compile(r"[★☆♥♡◆◇■□▲△▶▷●◎※【】『』✅✔✨🔥💰💎🎁👉📞☎🎰💕💋🌹]|#\w{2,}")
_AFTER_THE_LAST_WORD = re.compile(r"[^가-힣a-z0-9]+$")
_HEADING = re.compile(r"\[(\w+)\] (.+) ([+-]\d)")


def _written(kind: str) -> _Forms:
    """The signs of this kind in signs.txt."""
    return [
        (sign, re.compile("|".join(lines))) for each, sign, lines in _sections() if each == kind
    ]


def _sections() -> Iterator[tuple[str, Sign, list[str]]]:
    """(kind, sign, patterns) of each section of signs.txt."""
    kind, sign = "", Sign("", 0)
    lines: list[str] = []
    for line in Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines():
        if heading := _HEADING.fullmatch(line):
            yield kind, sign, lines
            kind, sign, lines = heading[1], Sign(heading[2], int(heading[3])), []
        elif line and not line.startswith("# "):
            lines.append(line.replace(" ", r"\s?"))
    yield kind, sign, lines


_OFFERS, _TERMS, _AGAINST = _written("what"), _written("terms"), _written("against")
_TELLS = _written("tells")
_MANNERS = [
    *_written("manner"),
    (Sign("연락을 부탁함", 1), contacts.ASK),
    (Sign("전화번호", 1), contacts.TELEPHONE),
]
_INVITING = [(sign, form) for sign, form in _MANNERS if sign.name != "돈의 액수"]
_CONTACTS = [
    (Sign("메신저 아이디", 3), contacts.ID),
    (Sign("메신저 이름", 2), contacts.NAMED),
    (Sign("메신저로 부름", 2), contacts.CALL),
    (Sign("아이디", 2), contacts.HANDLE),
    (Sign("프로필로 이끎", 3), contacts.PROFILE),
    (Sign("프로필을 보라고 함", 2), contacts.LOOK_AT_PROFILE),
    (Sign("가입 코드", 3), contacts.CODE_GIVEN),
    (Sign("가입 코드", 2), contacts.CODE),
    (Sign("끊어 쓴 주소", 3), contacts.CUT_ADDRESS),
    (Sign("검색하라고 시킴", 2), contacts.SEARCH),
    (Sign("방을 찾으라고 시킴", 2), contacts.SEARCH_ROOM),
    (Sign("다른 데서 알려 준다고 함", 2), contacts.ELSEWHERE),
]

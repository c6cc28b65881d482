"""What members and guests send: comments and recommendations, each of them new."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import count

from tests.bench.load.client import post
from tests.bench.load.paper import LargePaper, Member
from tests.bench.load.remarks import remark

_numbers = count()


def comments(paper: LargePaper) -> Iterator[bytes]:
    """Comments by all members in turn, below any article: no thread gets more than it would."""
    chance = random.Random(next(_numbers))  # noqa: S311
    while True:
        for member in paper.members:
            article = chance.randint(1, paper.articles)
            yield _sent(member, f"/articles/{article}/comments", body=remark(chance))


def guests_comments(paper: LargePaper) -> Iterator[bytes]:
    """Comments by guests who have never been here, below any article."""
    chance = random.Random(next(_numbers))  # noqa: S311
    guest = Member("", paper.guest_csrf)
    while True:
        article = chance.randint(1, paper.articles)
        asked = {"nickname": f"지나던 이 {next(_numbers)}", "password": "나무다리"}
        yield _sent(guest, f"/articles/{article}/comments", body=remark(chance), **asked)


def recommendations(paper: LargePaper) -> Iterator[bytes]:
    """Recommendations by all members in turn, of any article."""
    chance = random.Random(next(_numbers))  # noqa: S311
    while True:
        for member in paper.members:
            article = chance.randint(1, paper.articles)
            yield _sent(member, f"/articles/{article}/recommendation", recommended="yes")


def _sent(member: Member, path: str, **form: str) -> bytes:
    number = next(_numbers)
    headers = {
        "Cookie": f"naru_session={member.session}" if member.session else "",
        "HX-Request": "true",
        "X-Forwarded-For": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}",
    }
    return post(path, {"csrf_token": member.csrf, **form}, **headers)

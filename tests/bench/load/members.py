"""What members send: comments and recommendations, each of them new."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import count

from tests.bench.load.client import post
from tests.bench.load.paper import COMMENT_WORDS, LargePaper, Member, Vocabulary

_numbers = count()


def comments(paper: LargePaper) -> Iterator[bytes]:
    """Comments by all members in turn, below any article: no thread gets more than it would."""
    chance = random.Random(next(_numbers))  # noqa: S311
    words = Vocabulary(chance)
    while True:
        for member in paper.members:
            body = words.text(COMMENT_WORDS)
            article = chance.randint(1, paper.articles)
            yield _sent(paper, member, f"/articles/{article}/comments", body=body)


def recommendations(paper: LargePaper) -> Iterator[bytes]:
    """Recommendations by all members in turn, of any article."""
    chance = random.Random(next(_numbers))  # noqa: S311
    while True:
        for member in paper.members:
            article = chance.randint(1, paper.articles)
            yield _sent(paper, member, f"/articles/{article}/recommendation", recommended="yes")


def _sent(paper: LargePaper, member: Member, path: str, **form: str) -> bytes:
    number = next(_numbers)
    headers = {
        "Cookie": f"naru_session={member.session}",
        "HX-Request": "true",
        "X-Forwarded-For": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}",
    }
    return post(path, {"csrf_token": member.csrf, **form}, **headers)

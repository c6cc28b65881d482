"""Vote manipulation detection: the same voters for the same writer, and bursts of votes.

A finding is no proof: friends like what friends write, and a good sentence spreads in minutes. It
shows an admin where to look, and which votes an exclusion would leave out.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import exists, func, select

from board import clock
from board.extensions import db
from board.models.article.article import Article
from board.models.comment.comment import Comment
from board.models.user.user import User
from board.models.voting.exclusion import ExcludedVote
from board.models.voting.recommendable import Recommendable
from board.models.voting.recommendation import (
    CommentRecommendation,
    Recommendation,
)
from board.text.korean import span

LATELY = timedelta(days=14)
PAIR = 6  # comments of one writer recommended by the same hand in that time
BURST = 8  # recommendations of one thing within `SPAN` by newcomers, or from one address
SPAN = timedelta(minutes=10)
NEWCOMER = timedelta(hours=1)  # a guest whose first recommendation was no longer ago than that
MOST_LOOKED_AT = 20_000  # votes of each kind, the newest
MOST_SHOWN = 50

T = TypeVar("T", Article, Comment)


@dataclass(frozen=True)
class Cast:
    """A counted vote: who recommended what, when and from where."""

    thing_id: int
    voter: str
    at: datetime
    address: str | None


@dataclass
class Finding:
    """A suspicious pattern. `key` identifies it while it is found; `votes` are pairs of an article
    or comment and a voter's key."""

    key: str
    what: str
    votes: list[tuple[Article | Comment, str]]
    first_at: datetime
    last_at: datetime

    @property
    def things(self) -> list[Article | Comment]:
        """The distinct articles or comments."""
        return list(dict.fromkeys(thing for thing, _ in self.votes))

    @property
    def seen(self) -> str:
        """The form value that says which finding its reader saw."""
        return f"{self.key}.{len(self.votes)}"

    @classmethod
    def as_seen(cls, seen: str) -> "Finding | None":
        """The finding that a page showed; None when it is gone, or has grown since."""
        return next((each for each in findings() if each.seen == seen), None)


def findings() -> list[Finding]:
    """Suspicious patterns of the last days, newest first."""
    found = [*_pairs(), *_bursts(Comment), *_bursts(Article)]
    return sorted(found, key=lambda each: each.last_at, reverse=True)[:MOST_SHOWN]


def _pairs() -> Iterator[Finding]:
    """A voter repeatedly recommends the same writer's comments; also whether it is mutual."""
    votes = _cast(Comment)
    comments = _things(Comment, (vote.thing_id for vote in votes))
    by_pair = defaultdict(list)
    for vote in votes:
        by_pair[vote.voter, comments[vote.thing_id].author_key].append(vote)
    names = _names(key for pair in by_pair for key in pair if key)
    for (voter, writer), given in by_pair.items():
        if len(given) < PAIR or writer is None:
            continue
        back = len(by_pair.get((writer, voter), ()))
        last = comments[given[-1].thing_id]
        what = (
            f"{names.get(voter, '손님 한 사람')} → {last.author_name}: 댓글 {len(given)}개를 추천"
        )
        what += f", 거꾸로 {back}개" if back else ""
        yield _finding(f"pair {voter} {writer}", what, given, comments)


def _bursts(kind: type[T]) -> Iterator[Finding]:
    """Many votes for one thing in a short time, by unknown guests or from one address."""
    by_thing = defaultdict(list)
    for vote in _cast(kind):
        by_thing[vote.thing_id].append(vote)
    crowded = {thing: votes for thing, votes in by_thing.items() if len(votes) >= BURST}
    first = _first_votes({vote.voter for votes in crowded.values() for vote in votes})
    things = _things(kind, crowded)
    for thing_id, votes in crowded.items():
        new = [vote for vote in votes if _is_new(vote, first)]
        ways = (("한 인터넷 주소에서", _from_one_address(votes)), ("처음 온 손님에게서", new))
        for how, some in ways:
            at_once = _most_at_once(some)
            if len(at_once) >= BURST:
                what = f"{span(SPAN)} 사이 {how} 추천 {len(at_once)}개"
                yield _finding(f"burst {kind.__name__} {thing_id} {how}", what, at_once, things)
                break


def _from_one_address(votes: list[Cast]) -> list[Cast]:
    [(most, _)] = Counter(vote.address for vote in votes).most_common(1)
    return [vote for vote in votes if vote.address == most]


def _is_new(vote: Cast, first: dict[str, datetime]) -> bool:
    return vote.voter.startswith("g:") and vote.at - first[vote.voter] <= NEWCOMER


def _most_at_once(votes: list[Cast]) -> list[Cast]:
    """The largest group of votes within one time span; `votes` are ordered by time."""
    best: list[Cast] = []
    start = 0
    for end, vote in enumerate(votes):
        while vote.at - votes[start].at > SPAN:
            start += 1
        if end - start + 1 > len(best):
            best = votes[start : end + 1]
    return best


def _finding(
    name: str, what: str, votes: list[Cast], things: Mapping[int, Article | Comment]
) -> Finding:
    pairs = [(things[vote.thing_id], vote.voter) for vote in votes]
    key = hashlib.sha256(name.encode()).hexdigest()[:16]
    return Finding(key, what, pairs, votes[0].at, votes[-1].at)


def _cast(kind: type[Recommendable]) -> list[Cast]:
    """Counted votes of the last days with a client address (seeds have none), ordered by time."""
    table, column = kind.recommendations_in
    thing = getattr(table, column)
    out = exists().where(getattr(ExcludedVote, column) == thing, ExcludedVote.voter == table.voter)
    rows = db.session.execute(
        select(thing, table.voter, table.created_at, table.address_hash)
        .where(table.created_at > clock.now() - LATELY, table.address_hash.is_not(None), ~out)
        .order_by(table.created_at.desc(), table.id.desc())
        .limit(MOST_LOOKED_AT)
    )
    return [Cast(*row) for row in reversed(rows.all())]


def _things(kind: type[T], ids: Iterable[int]) -> dict[int, T]:
    return {each.id: each for each in db.session.scalars(select(kind).where(kind.id.in_(set(ids))))}


def _first_votes(voters: set[str]) -> dict[str, datetime]:
    """When each voter first recommended anything here."""
    first: dict[str, datetime] = {}
    for table in (Recommendation, CommentRecommendation):
        earliest = select(table.voter, func.min(table.created_at)).where(table.voter.in_(voters))
        for voter, at in db.session.execute(earliest.group_by(table.voter)):
            first[voter] = min(at, first.get(voter, at))
    return first


def _names(keys: Iterable[str]) -> dict[str, str]:
    """The names of the members among these keys."""
    ids = {int(key[2:]) for key in keys if key.startswith("u:")}
    members = db.session.execute(select(User.id, User.name).where(User.id.in_(ids)))
    return {f"u:{member_id}": name for member_id, name in members}

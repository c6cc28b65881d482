"""Daily limit of recommendations per person: generous for readers, too small for a campaign.

The limit per writer is for comments only. The articles of a small paper mostly have the same
author, who gains nothing by the number: whoever likes seven of them may say so.
"""

from datetime import timedelta
from functools import cache

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, func, select

from board import clock
from board.columns import UTCDateTime
from board.extensions import db
from board.models.voting.recommendation import CommentRecommendation, Recommendation

MOST_A_DAY = 20
MOST_FOR_ONE_WRITER = 6
MOST_FROM_ONE_ADDRESS = 300  # a school, an office, a telephone company

ENOUGH = f"추천은 하루에 {MOST_A_DAY}번까지 할 수 있습니다. 내일 다시 해 주세요."
ENOUGH_FOR_ONE = (
    f"한 사람의 댓글은 하루에 {MOST_FOR_ONE_WRITER}번까지 추천할 수 있습니다. 내일 다시 해 주세요."
)
ENOUGH_FROM_HERE = "쓰시는 인터넷에서 오늘 추천이 너무 많았습니다. 내일 다시 해 주세요."


class EnoughError(Exception):
    """Daily limit exceeded by a recommendation of `thing`; the text is the sentence for the
    reader."""

    def __init__(self, sentence: str, thing) -> None:
        super().__init__(sentence)
        self.thing = thing

    @property
    def wait(self) -> int:
        """Seconds until midnight in Seoul."""
        tomorrow = clock.today() + timedelta(days=1)
        return int((clock.day_start(tomorrow) - clock.now()).total_seconds()) + 1


def stop_at_enough(thing, by, address: str) -> None:
    """Raise `EnoughError` if another recommendation of this would exceed today's limit."""
    mine, from_here = _given_today(by.key, address)
    if mine >= MOST_A_DAY:
        raise EnoughError(ENOUGH, thing)
    if (
        thing.recommendations_in[0] is CommentRecommendation
        and _for_writer_of(thing, by) >= MOST_FOR_ONE_WRITER
    ):
        raise EnoughError(ENOUGH_FOR_ONE, thing)
    if from_here >= MOST_FROM_ONE_ADDRESS:
        raise EnoughError(ENOUGH_FROM_HERE, thing)


def _given_today(voter: str, address: str) -> tuple[int, int]:
    """(recommendations by this voter, from this address)."""
    asked = {"voter": voter, "address": address, "since": clock.day_start(clock.today())}
    row = db.session.execute(_counts(), asked).one()
    return row[0], row[1]


@cache
def _counts() -> Select:
    return select(_count("voter", bindparam("voter")), _count("address_hash", bindparam("address")))


def _count(column: str, value: BindParameter[str]) -> ColumnElement[int]:
    since = bindparam("since", type_=UTCDateTime())
    articles, comments = (
        select(func.count())
        .where(getattr(table, column) == value, table.created_at >= since)
        .scalar_subquery()
        for table in (Recommendation, CommentRecommendation)
    )
    return articles + comments


def _for_writer_of(comment, by) -> int:
    kind = type(comment)
    if comment.user_id is not None:
        same = kind.user_id == comment.user_id
    else:
        same = kind.guest_key == comment.guest_key
    vote = CommentRecommendation
    since = clock.day_start(clock.today())
    given = select(func.count()).select_from(vote).join(kind, kind.id == vote.comment_id)
    mine = given.where(vote.voter == by.key, vote.created_at >= since, same)
    return db.session.scalar(mine) or 0

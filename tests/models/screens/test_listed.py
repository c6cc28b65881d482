"""Rows of a list: as many queries, and about as many rows read, of a long board as of a short one.

Work is counted in instructions of SQLite's virtual machine, which a busy computer does not change.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from board import clock
from board.extensions import db
from board.models import Article, Board, Listing, Neighbours
from board.models.article.counted import recount_months

pytestmark = pytest.mark.one_database

FEW, MANY = 60, 1_020  # whole pages
YEARS = 5
AT_ONCE = 10  # instructions between two counts
MORE = 2  # times the work, at most: of its month a page may pass over half, and a month has more


def lists(board: Board) -> dict[str, Callable[[], object]]:
    """Pages of its list at every place of it, each ready to be read."""
    newest = db.session.scalars(select(Article).order_by(Article.published_at.desc())).all()
    last, middle = Listing(board).pages, newest[len(newest) // 2]
    return {
        "the first page": lambda: Listing(board),
        "a page in the middle": lambda: Listing(board, page=last // 2),
        "the last page": lambda: Listing(board, page=last),
        "below the newest article": lambda: Listing(board, current=newest[0]),
        "below one in the middle": lambda: Listing(board, current=middle),
        "below the oldest article": lambda: Listing(board, current=newest[-1]),
        "beside one in the middle": lambda: Neighbours.of(middle),
        "most recommended": lambda: Listing(board, sort="recommended"),
        "most viewed": lambda: Listing(board, sort="viewed"),
        "most discussed": lambda: Listing(board, sort="discussed"),
        "least viewed": lambda: Listing(board, sort="viewed", page=last),
    }


@pytest.fixture
def database_url(request: pytest.FixtureRequest) -> str:
    """SQLite alone has a machine whose instructions can be counted."""
    return request.getfixturevalue("empty_sqlite")


@pytest.fixture
def publish_in_bulk(board, admin):
    """`publish_in_bulk(first, last)`: that many articles over five years, each of them viewed,
    recommended and discussed differently often."""

    def publish(number: int) -> None:
        now, apart = clock.now(), timedelta(days=365) * YEARS / number
        rows = [
            {
                "board_id": board.id,
                "author_id": admin.id,
                "title": f"소식 {place}",
                "body": "<p>글</p>",
                "published_at": now - apart * (place + 1),
                "views_count": place * 7 % 501,
                "recommendations_count": place * 3 % 37,
                "comments_count": place % 11,
            }
            for place in range(number)
        ]
        db.session.execute(insert(Article), rows)
        assert sum(recount_months()) > 0
        db.session.commit()

    return publish


@pytest.fixture
def work(app):
    """`work(deed)`: how many instructions SQLite needs for it, the second time."""

    def count(deed) -> int:
        deed()
        done = 0

        def tick() -> None:
            nonlocal done
            done += AT_ONCE

        driver = db.session.connection().connection.driver_connection
        driver.set_progress_handler(tick, AT_ONCE)
        deed()
        driver.set_progress_handler(None, 0)
        return done

    return count


def test_a_long_board_costs_what_a_short_one_does(board, publish_in_bulk, work):
    publish_in_bulk(FEW)
    few = {name: work(deed) for name, deed in lists(board).items()}
    publish_in_bulk(MANY - FEW)
    many = {name: work(deed) for name, deed in lists(board).items()}
    grown = {name: (few[name], many[name]) for name in few if many[name] > few[name] * MORE}
    assert grown == {}


def test_a_list_is_two_questions_and_its_neighbours_one(board, publish_in_bulk, statements):
    publish_in_bulk(FEW)
    for name, deed in lists(board).items():
        with statements() as made:
            deed()
        assert len(made) == (1 if "beside" in name else 2), name

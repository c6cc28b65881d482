"""Article listing: numbers, notices, sorting, page blocks, neighbours."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from board import clock
from board.extensions import db
from board.models import (
    Article,
    Listing,
    Neighbours,
    PageNotFound,
    Paging,
    SearchResults,
)
from board.models.screens.listing import merged


@pytest.fixture
def articles(board, admin):
    """Forty articles, the newest first, an hour apart."""
    made = []
    for number in range(40):
        article = Article.draft(board=board, by=admin, title=f"소식 {number}", body="<p>글</p>")
        article.publish(by=admin, at=clock.now() - timedelta(hours=number + 1))
        made.append(article)
    db.session.commit()
    return made


def test_the_newest_has_the_highest_number_on_every_page(board, articles):
    first, last = Listing(board), Listing(board, page=3)
    assert [row.mark for row in first.rows] == list(range(40, 25, -1))
    assert [row.mark for row in last.rows] == list(range(10, 0, -1))
    assert (first.total, first.pages) == (40, 3)


def test_a_notice_stands_on_top_and_takes_nobodys_row(board, articles, admin):
    articles[20].pin(by=admin, until=clock.now() + timedelta(days=1))
    db.session.commit()
    listing = Listing(board)
    assert listing.rows[0].id == articles[20].id and listing.rows[0].mark == "공지"
    assert len(listing.rows) == 16 and listing.total == 39
    assert not any(row.is_notice for row in Listing(board, page=2).rows)


def test_under_an_article_stands_the_page_it_is_on(board, articles):
    listing = Listing(board, current=articles[17])
    assert listing.page == 2
    assert [row.mark for row in listing.rows[:4]] == [25, 24, "열람중", 22]


def test_a_page_past_the_end_is_not_found_and_the_last_one_is_named(board, articles):
    with pytest.raises(PageNotFound) as not_found:
        Listing(board, page=4)
    assert not_found.value.last == 3


def test_an_empty_board_has_one_empty_page(board):
    listing = Listing(board)
    assert (listing.rows, listing.pages) == ([], 1)


def test_sorting_by_views_and_an_unknown_sort(board, articles):
    articles[30].views_count = 9
    db.session.commit()
    assert Listing(board, sort="viewed").rows[0].id == articles[30].id
    assert Listing(board, sort="id; drop table").sort == "date"


def page_of_23(page):
    paging = Paging()
    paging.total, paging.page = 23 * paging.size, page
    return paging


def test_pages_come_in_fixed_blocks_of_ten():
    middle = page_of_23(14)
    assert middle.block() == list(range(11, 21))
    assert (middle.previous_block, middle.next_block) == (10, 21)
    assert page_of_23(23).block() == [21, 22, 23]
    assert page_of_23(23).next_block is None
    assert page_of_23(2).previous_block is None


def test_neighbours_are_the_rows_above_and_below(articles):
    beside = Neighbours.of(articles[5])
    assert (beside.newer.id, beside.older.id) == (articles[4].id, articles[6].id)
    assert Neighbours.of(articles[0]).newer is None
    assert Neighbours.of(articles[39]).older is None


def test_neighbours_keep_to_the_search_a_reader_came_by(articles):
    beside = Neighbours.of(articles[12], query="소식 1")
    assert (beside.newer.id, beside.older.id) == (articles[11].id, articles[13].id)
    assert Neighbours.of(articles[19], query="소식 1").older.id == articles[21].id
    assert Neighbours.of(articles[31], query="소식 1").older is None


def test_articles_of_one_moment_have_one_order(board, admin):
    moment = clock.now() - timedelta(hours=1)
    twins = []
    for title in ("첫째", "둘째", "셋째"):
        article = Article.draft(board=board, by=admin, title=title, body="<p>글</p>")
        article.publish(by=admin, at=moment)
        twins.append(article)
    db.session.commit()
    assert [row.title for row in Listing(board).rows] == ["셋째", "둘째", "첫째"]
    beside = Neighbours.of(twins[1])
    assert (beside.newer.id, beside.older.id) == (twins[2].id, twins[0].id)


def titles(listing):
    return [row.title for row in listing.rows]


def test_a_cross_posted_article_stands_in_the_order_of_that_board(other_board, articles, admin):
    own = Article.draft(board=other_board, by=admin, title="달모루 소식", body="<p>글</p>")
    own.publish(by=admin, at=articles[1].published_at + timedelta(minutes=1))
    for article in articles[:3]:
        article.revise(by=admin, other_boards=[other_board])
    db.session.commit()
    assert titles(Listing(other_board)) == ["소식 0", "달모루 소식", "소식 1", "소식 2"]
    assert [row.mark for row in Listing(other_board).rows] == [4, 3, 2, 1]
    beside = Neighbours.of(own)
    assert (beside.newer.id, beside.older.id) == (articles[0].id, articles[1].id)


def test_pages_and_sorting_include_cross_posted_articles(other_board, articles, admin):
    for article in articles[::2]:
        article.revise(by=admin, other_boards=[other_board])
    articles[34].views_count = 9
    db.session.commit()
    assert titles(Listing(other_board, page=2)) == [f"소식 {number}" for number in range(30, 40, 2)]
    assert Listing(other_board, sort="viewed").rows[0].id == articles[34].id
    assert titles(SearchResults("소식 12", other_board)) == ["소식 12"]
    assert Listing(board=articles[0].board).total == 40


def test_a_cross_posting_follows_its_articles_time_and_withdrawal(other_board, articles, admin):
    guest = articles[20]
    guest.revise(by=admin, other_boards=[other_board])
    articles[10].revise(by=admin, other_boards=[other_board])
    db.session.commit()
    guest.published_at = clock.now() - timedelta(minutes=1)
    db.session.commit()
    assert titles(Listing(other_board)) == ["소식 20", "소식 10"]
    guest.withdraw(by=admin)
    db.session.commit()
    assert titles(Listing(other_board)) == ["소식 10"]


def test_an_article_moved_to_a_board_it_was_cross_posted_to_is_listed_once(
    other_board, articles, admin
):
    articles[3].revise(by=admin, other_boards=[other_board])
    articles[3].revise(by=admin, board=other_board)
    db.session.commit()
    assert titles(Listing(other_board)) == ["소식 3"]
    assert articles[3].other_boards == []


def test_a_pinned_article_is_pinned_where_it_is_cross_posted_too(other_board, articles, admin):
    articles[5].revise(by=admin, other_boards=[other_board])
    articles[5].pin(by=admin)
    db.session.commit()
    assert [row.mark for row in Listing(other_board).rows] == ["공지"]


def test_a_board_of_many_is_read_by_its_index(board, other_board, articles):
    question = merged(Article.standing_in(other_board), 15).compile(
        db.engine, compile_kwargs={"literal_binds": True}
    )
    if db.engine.dialect.name == "sqlite":
        plan = db.session.execute(text(f"explain query plan {question}")).all()
        steps = "\n".join(row.detail for row in plan)
        assert "ix_articles_board_id_published_at (board_id=?" in steps
        assert "ix_postings_board_id_published_at (board_id=?" in steps

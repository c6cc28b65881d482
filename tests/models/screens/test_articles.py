"""The newsroom's list of articles."""

from datetime import timedelta

import pytest

from board import clock
from board.extensions import db
from board.models import Article, Desk, PageNotFound


@pytest.fixture
def four(board, admin, article):
    """One article in each state; `article` is the published one."""
    drafts = [
        Article.draft(board=board, by=admin, title=title, body="<p>글</p>")
        for title in ("쓰다 만 글", "내일의 글", "100% 잘못된 글")
    ]
    drafts[1].schedule(at=clock.now() + timedelta(days=1), by=admin)
    drafts[2].publish(by=admin)
    drafts[2].withdraw(by=admin, reason="잘못")
    return [*drafts, article]


def test_each_state_is_counted_and_found_as_the_article_says_itself(four):
    desk = Desk()
    assert [(state, count) for state, _, count in desk.tabs] == [
        ("", 4),
        ("draft", 1),
        ("scheduled", 1),
        ("published", 1),
        ("withdrawn", 1),
        ("deleted", 0),
    ]
    for each in four:
        assert Desk(state=each.state).rows == [each]


def test_a_long_list_is_read_from_either_end(board, admin):
    made = [Article.draft(board=board, by=admin, title=f"초안 {number}") for number in range(95)]
    for age, article in enumerate(made):
        article.updated_at = clock.now() - timedelta(minutes=age)
    made[50].delete(by=admin)
    kept = [each for each in made if each is not made[50]]
    db.session.commit()
    for state in ("", "draft"):
        pages = [Desk(state=state, page=page).rows for page in (1, 2, 3, 4)]
        assert [len(rows) for rows in pages] == [30, 30, 30, 4]
        assert [each.title for rows in pages for each in rows] == [each.title for each in kept]
    assert Desk(state="deleted").rows == [made[50]]


def test_a_scheduled_article_is_among_the_published_when_its_time_has_come(four, later):
    later(timedelta(days=2))
    assert four[1] in Desk(state="published").rows


def test_a_title_is_found_by_any_part_and_wildcards_are_letters(four):
    assert Desk(query="다 만").rows == [four[0]]
    assert Desk(query="100%").rows == [four[2]]
    assert Desk(query="_").rows == []


def test_a_page_past_the_end_is_told(four):
    with pytest.raises(PageNotFound):
        Desk(page=2)


@pytest.fixture
def elsewhere(four, other_board, admin):
    """A draft and an article of last week in 달모루."""
    made = [
        Article.draft(board=other_board, by=admin, title=title, body="<p>글</p>")
        for title in ("달모루 초안", "지난주 소식")
    ]
    made[1].publish(by=admin, at=clock.now() - timedelta(days=7))
    db.session.flush()
    return made


def test_a_list_is_narrowed_to_a_board_in_each_state(four, elsewhere, board, other_board):
    draft, week_old = elsewhere
    for state, found in (("", {draft, week_old}), ("draft", {draft}), ("published", {week_old})):
        assert set(Desk(state=state, of_board=other_board).rows) == found
    for each in four:
        assert Desk(state=each.state, of_board=board).rows == [each]
    week_old.delete(by=week_old.author)
    assert Desk(of_board=other_board).rows == [draft]
    assert Desk(state="deleted", of_board=other_board).rows == [week_old]


def test_days_are_those_of_publication_in_seoul_the_last_one_included(four, elsewhere, later):
    _, week_old = elsewhere
    week_old.published_at = clock.day_start(clock.today() - timedelta(days=7))
    day = clock.today() - timedelta(days=7)
    assert Desk(since=day, until=day).rows == [week_old]
    assert Desk(since=day + timedelta(days=1), state="published").rows == [four[3]]
    assert Desk(until=day - timedelta(days=1)).rows == []
    assert Desk(since=day, query="지난주").rows == [week_old]
    assert Desk(since=day, query="강").rows == []


def test_a_narrowed_list_is_turned_page_by_page(board, admin):
    for number in range(31):
        Article.draft(board=board, by=admin, title=f"초안 {number}")
    first, second = (Desk(of_board=board, page=page) for page in (1, 2))
    assert (len(first.rows), first.is_more) == (30, True)
    assert (len(second.rows), second.is_more) == (1, False)
    assert {count for _, _, count in first.tabs} == {None}
    with pytest.raises(PageNotFound):
        Desk(of_board=board, page=3)

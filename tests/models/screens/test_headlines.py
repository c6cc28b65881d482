"""The front page's lists: the newest of each group, pinned ones, rankings."""

from datetime import timedelta

import pytest

from board import clock
from board.extensions import db
from board.models import Article, Board, Group, Headline, Ranking


@pytest.fixture
def publish(board, admin):
    def at(hours: int, where: Board = board, **written) -> Article:
        written = {"title": f"{hours}시간 전의 소식", "body": "<p>글</p>"} | written
        article = Article.draft(board=where, by=admin, **written)
        article.publish(by=admin, at=clock.now() - timedelta(hours=hours))
        return article

    return at


@pytest.fixture
def more_boards(board):
    """달모루, a second board of the same group; 살림, one of another; and an empty group."""
    life = Group(slug="life", name="생활", position=1)
    empty = Group(slug="empty", name="빈 메뉴", position=2)
    boards = [
        Board(slug="dalmoru", name="달모루", group=board.group),
        Board(slug="home", name="살림", group=life),
        Board(slug="quiet", name="조용한 곳", group=empty),
    ]
    db.session.add_all(boards)
    db.session.commit()
    return boards


def front(*groups: Group) -> dict[str, list[int]]:
    db.session.commit()
    found = Headline.latest_by_group(list(groups))
    return {group.name: [each.id for each in headlines] for group, headlines in found}


def test_each_group_shows_the_five_newest_of_all_its_boards(board, more_boards, publish):
    dalmoru, home, quiet = more_boards
    articles = [publish(hours, dalmoru if hours % 2 else board) for hours in range(1, 10)]
    recipe = publish(3, home)
    groups = (board.group, home.group, quiet.group)
    newest = [each.id for each in articles[:5]]
    assert front(*groups) == {board.group.name: newest, "생활": [recipe.id]}


def test_a_new_paper_has_no_groups_and_no_boards(app):
    assert Headline.latest_by_group([]) == []
    assert Headline.latest_by_group([Group(slug="new", name="새 메뉴")]) == []


def test_what_readers_may_not_see_makes_room_for_the_next(board, publish, admin, later):
    articles = [publish(hours) for hours in range(1, 9)]
    articles[0].withdraw(by=admin)
    articles[1].delete(by=admin)
    soon = Article.draft(board=board, by=admin, title="곧 올릴 소식", body="<p>글</p>")
    soon.schedule(at=clock.now() + timedelta(minutes=5), by=admin)
    shown = [each.id for each in articles[2:7]]
    assert front(board.group) == {board.group.name: shown}
    later(timedelta(minutes=6))
    assert front(board.group) == {board.group.name: [soon.id, *shown[:4]]}


def test_the_first_of_a_group_is_told_with_its_beginning(board, publish):
    plain = publish(1, body="<p>배가 <b>뜬다</b>.</p>")
    db.session.commit()
    [(_, [lead])] = Headline.latest_by_group([board.group])
    assert (lead.id, lead.description, lead.board) == (plain.id, plain.description, board)
    assert lead.description == "배가 뜬다." and lead.lead_photo is None


def test_a_notice_stands_there_until_it_ends(publish, admin, later):
    pinned = publish(200)
    publish(1)
    pinned.pin(by=admin, until=clock.now() + timedelta(hours=1))
    db.session.commit()
    assert [each.title for each in Headline.pinned()] == [pinned.title]
    later(timedelta(hours=2))
    assert Headline.pinned() == []


def test_a_ranking_looks_back_a_month_when_a_week_is_too_quiet(publish, reader, other_reader):
    old, lone = publish(24 * 20), publish(1)
    publish(24 * 31).recommend(by=reader)
    for article in (old, lone):
        article.recommend(by=reader)
    old.recommend(by=other_reader)
    db.session.commit()
    ranking = Ranking.most_recommended()
    assert (ranking.days, [each.id for each in ranking.articles]) == (30, [old.id, lone.id])
    assert Ranking.most_discussed().articles == []


def test_a_busy_week_is_ranked_alone(publish):
    old = publish(24 * 8)
    old.comments_count = 99
    busy = [publish(hours) for hours in range(1, 8)]
    for number, article in enumerate(busy):
        article.comments_count = number
    db.session.commit()
    ranking = Ranking.most_discussed()
    assert (ranking.days, [each.comments_count for each in ranking.articles]) == (
        7,
        [6, 5, 4, 3, 2],
    )


def test_the_first_group_begins_with_the_papers_own_while_it_is_among_the_newest(
    board, more_boards, publish
):
    feature = publish(5)
    releases = [publish(hours, label="release") for hours in (1, 2, 3, 4)]
    home = [
        publish(hours, more_boards[1], label=label) for hours, label in ((1, "release"), (2, ""))
    ]
    assert front(board.group, home[0].board.group) == {
        board.group.name: [each.id for each in (feature, *releases)],
        "생활": [each.id for each in home],
    }
    newest = publish(0, label="advertisement")
    assert front(board.group)[board.group.name][0] == newest.id


def test_a_notice_is_not_listed_again_in_its_group(board, publish, admin):
    articles = [publish(hours) for hours in range(1, 8)]
    articles[2].pin(by=admin)
    assert front(board.group)[board.group.name] == [
        each.id for each in articles[:6] if each is not articles[2]
    ]

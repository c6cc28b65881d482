"""Positions in a list: what the counters say is what plain counting says, whatever was done."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from sqlalchemy import select

from board import clock
from board.extensions import db
from board.models import Article, Board, Listing, Neighbours, recount

DAYS = 400  # into the past, in which articles are published
DEEDS = 60


class Newsroom:
    """이한결 at a busy desk, who does anything to any article at any time."""

    def __init__(self, chance: random.Random, boards: list[Board], editor) -> None:
        self.chance, self.boards, self.editor = chance, boards, editor
        self.articles: list[Article] = []

    def do_something(self) -> None:
        deeds = [self.write, self.publish, self.schedule, self.unschedule, self.withdraw]
        deeds += [self.reinstate, self.delete, self.undelete, self.move, self.post, self.pin]
        deed = self.chance.choice([*deeds, self.write, self.publish, self.unpin])
        if deed == self.write or not self.articles:
            self.write()
        else:
            deed(self.chance.choice(self.articles))

    def write(self) -> None:
        board = self.chance.choice(self.boards)
        article = Article.draft(board=board, by=self.editor, title="소식", body="<p>글</p>")
        article.other_boards = self._some_boards()
        article.publish(by=self.editor, at=self._moment())
        self.articles.append(article)

    def publish(self, article: Article) -> None:
        article.publish(by=self.editor, at=self._moment())

    def schedule(self, article: Article) -> None:
        if not article.is_published:
            later = timedelta(minutes=self.chance.randrange(1, 60 * 24 * 70))
            article.schedule(at=clock.now() + later, by=self.editor)

    def unschedule(self, article: Article) -> None:
        article.unschedule(by=self.editor)

    def withdraw(self, article: Article) -> None:
        article.withdraw(by=self.editor)

    def reinstate(self, article: Article) -> None:
        article.reinstate(by=self.editor)

    def delete(self, article: Article) -> None:
        article.delete(by=self.editor)

    def undelete(self, article: Article) -> None:
        if article.deletion is not None and article.deletion.days_left:
            article.undelete(by=self.editor)

    def move(self, article: Article) -> None:
        article.revise(by=self.editor, board=self.chance.choice(self.boards))

    def post(self, article: Article) -> None:
        article.revise(by=self.editor, other_boards=self._some_boards())

    def pin(self, article: Article) -> None:
        lasts = timedelta(hours=self.chance.randrange(1, 90))
        article.pin(by=self.editor, until=self.chance.choice([None, clock.now() + lasts]))

    def unpin(self, article: Article) -> None:
        article.unpin(by=self.editor)

    def _some_boards(self) -> list[Board]:
        return self.chance.sample(self.boards, self.chance.randrange(len(self.boards)))

    def _moment(self):
        return clock.now() - timedelta(minutes=self.chance.randrange(DAYS * 24 * 60))


@pytest.fixture
def boards(board):
    """솔내시 and two more of its group."""
    others = [Board(slug=slug, name=slug, group=board.group) for slug in ("dalmoru", "yeoul")]
    db.session.add_all(others)
    db.session.commit()
    return [board, *others]


def plainly(board: Board) -> list[int]:
    """The ids a board lists now, newest first, without its notices."""
    listed = [
        article
        for article in db.session.scalars(select(Article))
        if article.is_published and not article.is_notice
        if board in (article.board, *article.other_boards)
    ]
    newest = sorted(listed, key=lambda each: (each.published_at, each.id), reverse=True)
    return [article.id for article in newest]


def as_listed(board: Board, sort: str = "date") -> list[int]:
    """The same from all pages of its list; the numbers go down to one without a gap."""
    pages = Listing(board, sort=sort).pages
    rows = [
        row
        for page in range(1, pages + 1)
        for row in Listing(board, page=page, sort=sort).rows
        if not row.is_notice
    ]
    assert [row.mark for row in rows] == list(range(len(rows), 0, -1))
    return [row.id for row in rows]


@pytest.mark.parametrize("seed", range(4))
def test_lists_are_exact_whatever_the_newsroom_did(boards, admin, later, seed, monkeypatch):
    monkeypatch.setattr(Listing, "size", 4)
    chance = random.Random(seed)  # noqa: S311 - deeds, not secrets
    newsroom = Newsroom(chance, boards, admin)
    for _ in range(DEEDS):
        for _ in range(chance.randrange(1, 4)):
            newsroom.do_something()
        db.session.commit()
        if chance.random() < 0.3:
            later(timedelta(minutes=chance.randrange(1, 60 * 24 * 20)))
        board = chance.choice(boards)
        there = plainly(board)
        assert as_listed(board) == there
        assert sorted(as_listed(board, "viewed")) == sorted(there)
        for reading in there[:1] + chance.sample(there, min(len(there), 3)):
            stands_on_its_page(board, there, db.session.get(Article, reading))
    assert sum(recount()) == 0


def stands_on_its_page(board: Board, there: list[int], article: Article) -> None:
    place = there.index(article.id)
    below = Listing(board, current=article)
    assert below.page == place // below.size + 1
    assert [row.id for row in below.rows if row.is_current] == [article.id]


def test_neighbours_are_found_beside_a_cross_posted_article(boards, admin):
    newsroom = Newsroom(random.Random(9), boards, admin)  # noqa: S311
    for _ in range(40):
        newsroom.write()
    db.session.commit()
    for board in boards:
        there = plainly(board)
        own = [
            place
            for place, each in enumerate(there)
            if db.session.get(Article, each).board is board
        ]
        for place in own:
            beside = Neighbours.of(db.session.get(Article, there[place]))
            assert [each and each.id for each in (beside.newer, beside.older)] == [
                there[place - 1] if place else None,
                there[place + 1] if place + 1 < len(there) else None,
            ]

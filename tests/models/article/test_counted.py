"""Counters of lists by month: kept with the deed, put right by a recount."""

from __future__ import annotations

import threading
from datetime import timedelta

from sqlalchemy import select, update

from board import clock
from board.extensions import db, writing
from board.models import Article, Board, Listing, MonthCount, User, recount


def counted() -> dict[int, int]:
    """{board id: articles} of all months."""
    db.session.rollback()
    found: dict[int, int] = {}
    for board_id, articles in db.session.execute(select(MonthCount.board_id, MonthCount.articles)):
        found[board_id] = found.get(board_id, 0) + articles
    return found


def test_an_article_moved_by_one_and_withdrawn_by_another_at_once_is_counted_nowhere(
    app, other_board, article, admin
):
    article_id, admin_id, other_id = article.id, admin.id, other_board.id
    db.session.commit()
    is_moved = threading.Event()

    def move() -> None:
        writing.set(True)
        with app.app_context():
            editor, target = db.session.get(User, admin_id), db.session.get(Board, other_id)
            db.session.get(Article, article_id).revise(by=editor, board=target)
            db.session.flush()
            is_moved.set()
            threading.Event().wait(0.3)  # so long the other one is at it
            db.session.commit()

    def withdraw() -> None:
        writing.set(True)
        is_moved.wait()
        with app.app_context():
            db.session.get(Article, article_id).withdraw(by=db.session.get(User, admin_id))
            db.session.commit()

    threads = [threading.Thread(target=deed) for deed in (move, withdraw)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(counted().values()) == {0}
    assert sum(recount()) == 0


def test_what_is_undone_within_a_transaction_was_never_counted(board, article, admin):
    before = counted()
    savepoint = db.session.begin_nested()
    article.withdraw(by=admin)
    db.session.flush()
    savepoint.rollback()
    db.session.commit()
    assert counted() == before == {board.id: 1}


def test_a_recount_finds_a_wrong_number_and_a_missing_one(board, article, admin):
    old = Article.draft(board=board, by=admin, title="지난해 소식", body="<p>글</p>")
    old.publish(by=admin, at=clock.now() - timedelta(days=400))
    db.session.commit()
    newest = select(MonthCount.month).order_by(MonthCount.month.desc()).limit(1).scalar_subquery()
    db.session.execute(
        update(MonthCount).where(MonthCount.month == newest).values(articles=7),
        execution_options={"synchronize_session": False},
    )
    db.session.query(MonthCount).filter(MonthCount.articles == 1).delete()
    db.session.commit()
    assert sum(recount()) == 2
    db.session.commit()
    assert Listing(board).total == 2 and sum(recount()) == 0


def test_a_board_that_is_deleted_takes_its_counters_along(board, other_board, article, admin):
    article.revise(by=admin, board=other_board)
    db.session.commit()
    assert counted() == {board.id: 0, other_board.id: 1}
    db.session.delete(db.session.get(Board, board.id))
    db.session.commit()
    assert counted() == {other_board.id: 1}

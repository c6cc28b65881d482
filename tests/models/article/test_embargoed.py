"""Embargo: no article is published before it ends, by whatever way."""

from datetime import timedelta

import pytest

from board import clock
from board.extensions import db
from board.models import Article, EmbargoError


@pytest.fixture
def until():
    return (clock.now() + timedelta(days=2)).replace(second=0, microsecond=0)


@pytest.fixture
def held(board, admin, until):
    """A draft under an embargo of two days."""
    return Article.draft(
        board=board, by=admin, title="새 다리", body="<p>글</p>", embargo_until=until
    )


def test_it_is_not_published_now_nor_scheduled_before_its_end(held, admin, until):
    with pytest.raises(EmbargoError, match="까지입니다"):
        held.publish(by=admin)
    with pytest.raises(EmbargoError):
        held.schedule(at=until - timedelta(minutes=1), by=admin)
    assert held.is_draft


def test_it_may_appear_in_the_minute_the_embargo_ends(held, admin, until, later):
    held.schedule(at=until, by=admin)
    later(timedelta(days=2, minutes=1))
    assert held.is_published and not held.is_embargoed


def test_a_published_articles_embargo_cannot_be_changed(article, admin, until):
    with pytest.raises(ValueError, match="이미 게시한 글"):
        article.revise(by=admin, embargo_until=until)
    assert article.embargo_until is None


def test_a_scheduled_articles_embargo_cannot_exceed_its_time(held, admin, until):
    held.schedule(at=until, by=admin)
    with pytest.raises(ValueError, match="예약을 먼저 바꿔 주세요"):
        held.revise(by=admin, embargo_until=until + timedelta(hours=1))
    held.revise(by=admin, embargo_until=None)
    db.session.commit()
    assert held.embargo_until is None

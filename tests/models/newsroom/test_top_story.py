"""Top story: the newsroom chooses what stands on top of the front page, and until when."""

from datetime import timedelta

import pytest

from board import clock
from board.extensions import db
from board.models import Article, AuditEntry, Headline, TopStory
from board.models.article.deletable import KEPT_FOR

WEEK = timedelta(days=7)


@pytest.fixture
def newer(article, board, admin):
    """A release that came in after the article."""
    newer = Article.draft(board=board, by=admin, title="새 자료", body="<p>글</p>", label="release")
    newer.publish(by=admin)
    db.session.commit()
    return newer


def top(board) -> str | None:
    db.session.commit()
    headline = Headline.top([board.group])
    return headline and headline.title


def below(board) -> list[str]:
    db.session.commit()
    return [each.title for _, found in Headline.latest_by_group([board.group]) for each in found]


def test_it_stands_there_once_until_its_end(article, newer, board, admin, later):
    TopStory.choose(article, until=clock.now() + WEEK, by=admin)
    assert top(board) == article.title and below(board) == [newer.title]
    later(WEEK + timedelta(seconds=1))
    assert top(board) is None and set(below(board)) == {article.title, newer.title}


def test_another_takes_its_place_and_each_choice_is_written_down(article, newer, board, admin):
    until = clock.now() + WEEK
    for _ in range(2):
        TopStory.choose(article, until=until, by=admin)
    TopStory.choose(newer, until=until, by=admin)
    assert top(board) == newer.title
    db.session.scalars(TopStory.chosen()).one().end(by=admin)
    assert top(board) is None
    written = db.session.scalars(AuditEntry.newest()).all()
    said = [(each.action, each.subject_id) for each in written if "top" in each.action]
    assert said == [
        ("article.untop", newer.id),
        ("article.top", newer.id),
        ("article.top", article.id),
    ]


def test_one_that_readers_may_not_read_makes_way_and_comes_back(article, newer, board, admin):
    TopStory.choose(article, until=clock.now() + WEEK, by=admin)
    article.withdraw(by=admin)
    assert top(board) is None and below(board) == [newer.title]
    article.reinstate(by=admin)
    assert top(board) == article.title
    article.delete(by=admin)
    assert top(board) is None
    article.undelete(by=admin)
    assert top(board) == article.title


def test_one_that_is_purged_is_forgotten(article, board, admin, later):
    TopStory.choose(article, until=clock.now() + KEPT_FOR * 2, by=admin)
    article.delete(by=admin)
    db.session.commit()
    db.session.execute(db.delete(Article).where(Article.id == article.id))
    db.session.commit()
    assert db.session.scalars(db.select(TopStory)).all() == []


def test_only_what_is_published_can_be_chosen_and_only_for_a_time_to_come(article, board, admin):
    soon = Article.draft(board=board, by=admin, title="곧 나갈 글", body="<p>글</p>")
    soon.embargo_until = clock.now() + timedelta(hours=2)
    soon.schedule(at=clock.now() + timedelta(hours=3), by=admin)
    with pytest.raises(ValueError, match="게시한 글만"):
        TopStory.choose(soon, until=clock.now() + WEEK, by=admin)
    with pytest.raises(ValueError, match="이미 지났습니다"):
        TopStory.choose(article, until=clock.now(), by=admin)
    assert top(board) is None


def test_a_notice_that_is_the_top_story_is_no_line_above_it(article, board, admin):
    article.pin(by=admin)
    db.session.commit()
    assert [each.title for each in Headline.pinned()] == [article.title] and below(board) == []
    TopStory.choose(article, until=clock.now() + WEEK, by=admin)
    assert top(board) == article.title and Headline.pinned() == []

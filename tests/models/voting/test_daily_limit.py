"""Daily limit of recommendations per person."""

from datetime import timedelta

import pytest

from board.extensions import db
from board.models import Article, EnoughError, Guest
from board.models.voting.daily_limit import MOST_A_DAY, MOST_FOR_ONE_WRITER, MOST_FROM_ONE_ADDRESS

HOME = "the-hash-of-an-address"


@pytest.fixture(autouse=True)
def morning(time_machine):
    """Nine o'clock in Seoul, so that no midnight falls into a test."""
    time_machine.move_to("2026-11-22T00:00:00+00:00")


@pytest.fixture
def articles(article, board, admin):
    """As many as one may recommend in a day, and one more, all by the only reporter there is."""
    made = [article]
    for number in range(MOST_A_DAY):
        each = Article.draft(board=board, by=admin, title=f"소식 {number}", body="<p>소식</p>")
        each.publish(by=admin)
        made.append(each)
    db.session.flush()
    return made


def test_twenty_a_day_and_tomorrow_again(articles, reader, later):
    *first, last = articles
    assert all(each.recommend(by=reader, address=HOME) for each in first)
    with pytest.raises(EnoughError, match="하루에 20번까지") as enough:
        last.recommend(by=reader, address=HOME)
    assert last.recommendations_count == 0
    assert 14 * 3600 < enough.value.wait <= 15 * 3600 + 1
    later(timedelta(seconds=enough.value.wait))
    assert last.recommend(by=reader, address=HOME)


def test_above_the_daily_limit_one_may_still_repeat_and_withdraw(articles, reader):
    for each in articles[:-1]:
        each.recommend(by=reader, address=HOME)
    assert not articles[0].recommend(by=reader, address=HOME)
    assert articles[0].unrecommend(by=reader)
    assert articles[-1].recommend(by=reader, address=HOME)


def test_six_comments_of_one_writer_and_the_seventh_tomorrow(article, reader, other_reader, guest):
    written = [article.comment(f"{n}번째 말", by=reader) for n in range(MOST_FOR_ONE_WRITER + 1)]
    another = article.comment("다른 이의 말", by=other_reader)
    for each in written[:-1]:
        assert each.recommend(by=guest, address=HOME)
    with pytest.raises(EnoughError, match="한 사람의 댓글은 하루에 6번"):
        written[-1].recommend(by=guest, address=HOME)
    assert another.recommend(by=guest, address=HOME)


def test_a_reader_may_like_seven_articles_of_the_only_reporter(articles, reader):
    assert all(each.recommend(by=reader, address=HOME) for each in articles[:7])


def test_a_whole_school_behind_one_address_may_recommend_but_not_a_machine(article):
    for number in range(MOST_FROM_ONE_ADDRESS):
        article.recommend(by=Guest(f"guest-{number}"), address=HOME)
    with pytest.raises(EnoughError, match="쓰시는 인터넷에서"):
        article.recommend(by=Guest("one more"), address=HOME)
    assert article.recommend(by=Guest("elsewhere"), address="another")
    assert article.recommendations_count == MOST_FROM_ONE_ADDRESS + 1

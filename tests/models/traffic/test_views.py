"""View counting: once per person, article and day; nobody can be traced."""

from datetime import timedelta

from board import clock
from board.extensions import db
from board.models import Note, Reading, Site, Visit, VisitorCount
from board.models.traffic.views import Salt


def opened(article, who, at=None):
    return Note(who, clock.local(at or clock.now()).date(), article.id if article else None)


def test_a_person_counts_once_per_article_and_day(article):
    Reading.record([opened(article, "가"), opened(article, "가"), opened(article, "나")])
    Reading.record([opened(article, "가")])
    db.session.commit()
    db.session.refresh(article)
    assert article.views_count == 2


def test_the_next_day_the_same_person_counts_again(article, later):
    Reading.record([opened(article, "가")])
    db.session.commit()
    later(timedelta(days=1))
    Reading.record([opened(article, "가")])
    db.session.commit()
    db.session.refresh(article)
    assert article.views_count == 2


def test_visitors_of_today_and_in_all_are_counted(article, later):
    Reading.record([opened(None, "가"), opened(article, "가"), opened(None, "나")])
    db.session.commit()
    later(timedelta(days=1))
    Reading.record([opened(None, "가")])
    db.session.commit()
    site = Site().whole()
    assert (site.today, site.total) == (1, 3)


def test_when_the_day_is_over_nothing_of_a_visitor_is_left(article, later):
    Reading.record([opened(article, "203.0.113.9|Mozilla")])
    db.session.commit()
    kept = db.session.scalars(db.select(Visit.visitor)).all()
    assert "203.0.113.9" not in kept[0]
    later(timedelta(days=1))
    Reading.record([opened(None, "다른 이")])
    db.session.commit()
    yesterday = clock.today() - timedelta(days=1)
    for table in (Visit, Reading, Salt):
        assert db.session.query(table).filter_by(day=yesterday).count() == 0
    assert db.session.get(VisitorCount, yesterday).visitors == 1


def test_a_note_from_before_midnight_belongs_to_its_own_day(article, later):
    before_midnight = clock.day_start(clock.today()) - timedelta(seconds=1)
    Reading.record([opened(article, "가", before_midnight), opened(article, "가")])
    db.session.commit()
    assert db.session.get(VisitorCount, clock.today() - timedelta(days=1)).visitors == 1
    assert db.session.get(VisitorCount, clock.today()).visitors == 1

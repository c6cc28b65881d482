"""Seed data: a living sample paper, the same every time, never in a real site."""

import pytest
from click import ClickException
from sqlalchemy import select

from board.cli.seed import sample_people, seed_if_empty
from board.cli.serve import refuse_sample_passwords
from board.config import Settings
from board.extensions import db
from board.models import (
    Appeal,
    Article,
    AuditEntry,
    Board,
    Chain,
    Comment,
    Group,
    Hold,
    Publisher,
    Slowdown,
    Suspension,
    TakedownRequest,
    User,
    recount,
)


@pytest.fixture
def attachments(instance):
    (instance / "attachments").mkdir()


def count(kind):
    return db.session.scalar(db.select(db.func.count()).select_from(kind))


def test_a_stranger_finds_a_living_paper_and_may_sign_in_as_anybody(app, attachments):
    assert seed_if_empty()
    assert (count(Group), count(Board)) == (3, 8)
    assert count(Article) >= 60
    assert count(Comment) >= 150
    assert Publisher.current().problems() == []
    published = db.session.scalars(Article.latest()).all()
    assert sum(bool(article.photos) for article in published) >= 20
    assert any(article.attachments for article in published)
    assert any("<table" in article.body for article in published)
    assert sum(recount()) == 0
    assert {person.role for person in sample_people()} == {"reader", "moderator", "admin"}
    for person in sample_people():
        assert User.authenticate(person.username, person.password).role == person.role
    held = set(db.session.scalars(select(Hold.source).where(Hold.ended_at.is_(None))))
    assert held == {"machine", "reports"} and count(Appeal) == 1  # moderators have work, too
    [case] = db.session.scalars(select(TakedownRequest)).all()
    assert case.state == "hidden" and not case.comment.is_shown
    [suspension] = db.session.scalars(select(Suspension)).all()
    assert suspension.stands and suspension.comment.is_removed
    [slowdown] = db.session.scalars(select(Slowdown)).all()
    assert slowdown.stands and not slowdown.is_closing
    assert Chain.walk().head.number == count(AuditEntry)
    before = count(Article)
    assert not seed_if_empty()
    assert count(Article) == before


def test_a_site_that_has_people_is_left_alone(app, reader):
    assert not seed_if_empty()
    assert db.session.query(Article).count() == 0


def test_production_refuses_the_sample(app, monkeypatch):
    monkeypatch.setattr(Settings, "is_production", True)
    with pytest.raises(ClickException, match="심을 수 없습니다"):
        seed_if_empty()


def test_production_does_not_open_with_a_password_of_the_sample(app, admin):
    refuse_sample_passwords()
    editor = next(person for person in sample_people() if person.role == "admin")
    left = User.join(editor.username, "이남은", editor.password)
    db.session.commit()
    with pytest.raises(ClickException, match=editor.username) as refusal:
        refuse_sample_passwords()
    assert "\n" not in refusal.value.message and editor.password not in refusal.value.message
    left.change_password("새로 정한 나룻배 열두 척")
    db.session.commit()
    refuse_sample_passwords()

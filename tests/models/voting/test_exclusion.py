"""Vote exclusion."""

import pytest

from board.extensions import db
from board.models import AuditEntry, Exclusion, Guest, recount

FRIENDS = [Guest(f"friend-{number}") for number in range(3)]


@pytest.fixture
def arranged(article, reader, admin):
    """Three friends and a reader recommended; the friends' votes are left out."""
    for voter in (*FRIENDS, reader):
        article.recommend(by=voter)
    exclusion = Exclusion.make(
        [(article, friend.key) for friend in FRIENDS],
        by=admin,
        what="몰린 추천",
        why="서로 아는 사이",
    )
    db.session.commit()
    return exclusion


def numbers(thing):
    db.session.refresh(thing)
    return thing.recommendations_count, thing.recommendations_excluded


def test_excluded_votes_are_in_no_count_and_a_recount_agrees(article, arranged):
    assert numbers(article) == (1, 3) and arranged.votes_count == 3
    assert sum(recount()) == 0
    assert article.is_recommended_by(FRIENDS[0])


def test_undone_everything_is_as_before(article, arranged, admin):
    assert arranged.undo(by=admin)
    assert not arranged.undo(by=admin)
    assert numbers(article) == (4, 0) and sum(recount()) == 0
    deeds = db.select(AuditEntry.action).where(AuditEntry.action.like("exc%"))
    assert db.session.scalars(deeds.order_by(AuditEntry.id)).all() == [
        "exclusion.create",
        "exclusion.undo",
    ]


def test_a_vote_taken_back_and_given_again_does_not_count_after_all(article, arranged, admin):
    article.unrecommend(by=FRIENDS[0])
    assert numbers(article) == (1, 2)
    article.recommend(by=FRIENDS[0])
    assert numbers(article) == (1, 3)
    article.unrecommend(by=FRIENDS[1])
    arranged.undo(by=admin)
    assert numbers(article) == (3, 0) and sum(recount()) == 0


def test_one_vote_is_left_out_once(article, arranged, admin):
    votes = [(article, FRIENDS[0].key)]
    assert Exclusion.make(votes, by=admin, what="또", why="또") is None
    assert numbers(article) == (1, 3)


def test_votes_for_comments_are_left_out_alike(article, reader, admin, guest):
    comment = article.comment("제 생각입니다.", by=reader)
    comment.recommend(by=guest)
    exclusion = Exclusion.make([(comment, guest.key)], by=admin, what="짝", why="짝")
    assert numbers(comment) == (0, 1) and numbers(article) == (0, 0)
    exclusion.undo(by=admin)
    assert numbers(comment) == (1, 0)


def test_readers_are_told(client, article, arranged):
    assert "추천 3개는 확인 뒤 세지 않았습니다." in client.get(f"/articles/{article.id}").text

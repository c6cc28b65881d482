"""Comment restoration."""

import pytest

from board.extensions import db
from board.models import Comment, Ruling


@pytest.fixture
def comment(article, reader, moderator):
    comment = article.comment("잘못 지운 말", by=reader)
    Ruling.make(moderator, "remove", {comment: comment.seen}, reason="abuse")
    return comment


def is_removed(comment):
    db.session.expire_all()
    return db.session.get(Comment, comment.id).is_removed


def test_a_moderator_restores(visit, moderator, comment, article):
    answer = visit(moderator).submit(f"/comments/{comment.id}/restoration", htmx=True)
    assert "잘못 지운 말" in answer.text and not is_removed(comment)
    assert article.comments_count == 1


@pytest.mark.parametrize("who", ["guest", "writer"])
def test_nobody_else_undoes_what_a_moderator_did(visit, reader, comment, who):
    visitor = visit(reader if who == "writer" else None)
    answer = visitor.submit(f"/comments/{comment.id}/restoration")
    assert answer.status_code == 403 and is_removed(comment)


def test_restoring_twice_is_restoring_once(visit, moderator, comment, article):
    bora = visit(moderator)
    for _ in range(2):
        assert bora.submit(f"/comments/{comment.id}/restoration").status_code == 303
    assert not is_removed(comment) and article.comments_count == 1


def test_the_writer_takes_back_the_own_deletion(visit, article, other_reader):
    comment = article.comment("성급한 말", by=other_reader)
    comment.take_back(by=other_reader)
    visit(other_reader).submit(f"/comments/{comment.id}/restoration")
    assert not is_removed(comment)

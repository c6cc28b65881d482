"""Undoing a vote exclusion."""

from board.extensions import db
from board.models import Exclusion


def test_pressed_twice_it_counts_again_once(visit, admin, reader, article):
    article.recommend(by=reader)
    exclusion = Exclusion.make([(article, reader.key)], by=admin, what="몰린 추천", why="")
    hangyeol, address = visit(admin), f"/newsroom/exclusions/{exclusion.id}/reversal"
    assert [hangyeol.submit(address).status_code for _ in range(2)] == [303, 303]
    db.session.refresh(article)
    assert (article.recommendations_count, article.recommendations_excluded) == (1, 0)

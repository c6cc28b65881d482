"""Spam sweep: as many comments as a page shows are removed in one step, and restored exactly."""

import pytest
from sqlalchemy import select

from board.extensions import db
from board.models import Comment, Report, Sweep, recount
from board.models.moderation.sweep import MOST

LOG = {"audit_entries", "rulings", "judgements"}
SPAM = "최저가 상품을 소개합니다 https://cheap.example/{} 지금 오세요"


@pytest.fixture
def spam(article, reader):
    """From thirty addresses, a new browser each time; some held, some reported; one reader's."""
    article.comment("다리가 언제 열리나요?", by=reader)
    for number in range(MOST):
        comment = Comment(article=article, nickname="떴다방", guest_key=f"g:{number}")
        comment.body, comment.password_hash = SPAM.format(number), "!"
        comment.address_hash, comment.fingerprint = f"address {number % 30}", "spam"
        db.session.add(comment)
    db.session.flush()
    written = db.session.query(Comment).filter_by(fingerprint="spam").order_by(Comment.id).all()
    article.raise_comments(MOST)
    for comment in written[::10]:
        comment.hold_back("machine", [{"phase": "links", "why": "다른 사이트 링크", "what": []}])
    for comment in written[1::10]:
        words = {"revision": 1, "body": comment.body, "weight": 1}
        comment.reports.append(Report(reporter="g:reader", reason="ad", **words))
    db.session.commit()
    return written


def everything():
    """Every row of every table but the logs, in the database itself."""
    db.session.commit()
    tables = (table for table in db.metadata.sorted_tables if table.name not in LOG)
    return {
        table.name: db.session.execute(select(table).order_by(*table.primary_key)).all()
        for table in tables
    }


def test_a_sweep_is_undone_exactly(spam, article, moderator, statements):
    before = everything()
    with statements() as made:
        sweep = Sweep(spam[0], moderator)
        seen = {each.id: each.seen for each in sweep.comments}
        ruling = sweep.perform(seen, "ad", 30, blocked_hosts=["cheap.example"])
    assert len(ruling.judgements) == MOST and article.comments_count == 1
    assert {block.kind for block in ruling.blocks} == {"fingerprint", "host", "guest"}
    swept = everything()
    assert len(swept["removals"]) == MOST and swept["reports"][0].ruling_id is not None
    with statements() as unmade:
        assert len(ruling.undo(moderator)) == MOST
    assert everything() == before and sum(recount()) == 0
    rows = MOST * 4 + 50  # a judgement, a removal, an entry of the log and a block for each
    assert len(made) < rows and len(unmade) < MOST + 50

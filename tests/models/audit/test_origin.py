"""Origin of audit entries: the same place is recognised, for some weeks."""

from datetime import timedelta

from board.extensions import db
from board.models.audit.origin import LASTS, AuditSalt, origin_of

SECOND = timedelta(seconds=1)


def test_one_address_is_one_word_and_another_another(app):
    assert origin_of("here") == origin_of("here") != origin_of("there")
    assert origin_of(None) is None


def test_after_some_weeks_it_is_another_word(app, later):
    before = origin_of("here")
    db.session.commit()
    later(LASTS - 2 * SECOND)
    assert origin_of("here") == before
    later(2 * SECOND)
    assert origin_of("here") != before


def test_it_cannot_be_reckoned_without_the_salt(app):
    before = origin_of("here")
    db.session.execute(db.delete(AuditSalt))
    assert origin_of("here") != before

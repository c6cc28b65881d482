"""The outbox: a mail is sent by one process at a time, and tried again when the server refuses."""

from datetime import timedelta

from board.extensions import db
from board.models import OutgoingMail
from board.notifications.delivery import post_waiting


def test_a_letter_just_taken_by_another_process_is_left_alone(posting, app, later):
    db.session.add(OutgoingMail(to="a@mail.example", subject="가", body="나"))
    db.session.commit()
    [mail] = db.session.query(OutgoingMail)
    assert OutgoingMail.take(mail.id) is not None and OutgoingMail.take(mail.id) is None
    db.session.commit()
    assert post_waiting(app) == (0, 0)
    later(timedelta(minutes=6))  # that process died
    assert post_waiting(app) == (1, 0)


def test_sending_is_tried_ten_times(posting, app):
    db.session.add(OutgoingMail(to="a@mail.example", subject="가", body="나"))
    db.session.commit()
    posting.refuses = True
    tries = [post_waiting(app) for _ in range(12)]
    assert tries.count((0, 1)) == 10 and tries[-1] == (0, 0)

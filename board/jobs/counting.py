"""The tally joined to the application: readings, signs of life of sessions, searches."""

from flask import Flask

from board import clock
from board.extensions import db
from board.jobs.tally import Tally
from board.models import Deed, Note, Reading, Session, Throttle


def init_app(app: Flask) -> None:
    def write(notes: list[Note | Deed | int]) -> None:
        with app.app_context():
            Reading.record(note for note in notes if isinstance(note, Note))
            seen = {note for note in notes if isinstance(note, int)}
            if seen:
                Session.touch(seen, clock.now())
            Throttle.write(note for note in notes if isinstance(note, Deed))
            Throttle.sweep()
            db.session.commit()

    app.tally = Tally(write, app.settings.flush_seconds)

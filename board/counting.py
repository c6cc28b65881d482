"""The tally joined to the application: readings and signs of life of sessions."""

from flask import Flask

from board import clock
from board.extensions import db
from board.models import Note, Reading, Session
from board.tally import Tally


def init_app(app: Flask) -> None:
    def write(notes: list[Note | int]) -> None:
        with app.app_context():
            Reading.record(note for note in notes if isinstance(note, Note))
            seen = {note for note in notes if isinstance(note, int)}
            if seen:
                Session.touch(seen, clock.now())
            db.session.commit()

    app.tally = Tally(write, app.settings.flush_seconds)

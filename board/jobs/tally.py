"""Write-behind counting: requests leave notes, a thread writes them to the database.

Reading a page never writes. The notes of one second are written in one commit a second later; a
kill loses that second of counting and nothing else, and readers never wait for a locked database.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable
from multiprocessing.util import Finalize
from typing import TypeAlias

from board import clock
from board.application import Naru
from board.extensions import db
from board.models import Deed, Note, Reading, Session, Throttle, Viewing

logger = logging.getLogger(__name__)

Waiting: TypeAlias = Note | Deed | Viewing | int  # a number is the id of a session that was used

# More notes than this waiting means that the database has not been writable for a while.
MOST_WAITING = 20_000
MOST_COUNTED = 20_000  # views that are known to be counted already


def init_app(app: Naru) -> None:
    """Give the application its tally of article views, session activity, searches, and of who looked
    at personal data."""

    counted: set[int] = set()  # hashes of views: who reloads a page costs no write

    def write(notes: list[Waiting]) -> None:
        views = {note for note in notes if isinstance(note, Note) and hash(note) not in counted}
        if not views and all(isinstance(note, Note) for note in notes):
            return
        with app.app_context():
            Reading.record(views)
            seen = {note for note in notes if isinstance(note, int)}
            if seen:
                Session.touch(seen, clock.now())
            Throttle.write(note for note in notes if isinstance(note, Deed))
            Throttle.sweep()
            Viewing.record(note for note in notes if isinstance(note, Viewing))
            db.session.commit()
        if len(counted) > MOST_COUNTED:
            counted.clear()
        counted.update(map(hash, views))

    app.tally = Tally(write, app.settings.flush_seconds)


class Tally:
    """A queue of notes. `write` is called with the notes of one interval, outside any request.

    With `seconds` 0 there is no thread: tests and commands call `flush`.
    """

    def __init__(self, write: Callable[[list[Waiting]], None], seconds: float) -> None:
        self._write = write
        self._seconds = seconds
        self._notes: deque[Waiting] = deque(maxlen=MOST_WAITING)
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def note(self, note: Waiting) -> None:
        """Add a note; never waits."""
        self._notes.append(note)
        if self._thread is None and self._seconds:
            self._start()

    def flush(self) -> None:
        """Write the waiting notes. On failure they stay for the next time."""
        with self._lock:
            notes = [self._notes.popleft() for _ in range(len(self._notes))]
            if not notes:
                return
            try:
                self._write(notes)
            except Exception as error:  # counting must never take anything else down
                logger.warning("counting is behind: %s", type(error).__name__)
                self._notes.extendleft(reversed(notes))

    def _start(self) -> None:
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="tally", daemon=True)
                self._thread.start()
                Finalize(self, self.flush, exitpriority=1)  # a server's workers skip atexit

    def _run(self) -> None:
        pause = threading.Event()
        while not pause.wait(self._seconds):
            self.flush()

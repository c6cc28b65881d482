"""Scans: questions that read every article, as long as search has no index."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from board.http.lanes import step_aside

_turn = Lock()


class ScanningError(Exception):
    """Somebody else's scan is not over."""


@contextmanager
def scan() -> Iterator[None]:
    """Context manager for such a question: one at a time in each process, or `ScanningError`. Other
    pages are made beside it.

    Who comes second is refused rather than left waiting: a scan takes a second on a large paper, and
    a few that wait would hold all threads.
    """
    if not _turn.acquire(blocking=False):
        raise ScanningError
    try:
        step_aside()
        yield
    finally:
        _turn.release()

"""The moment at which tests run: `--clock`, or `CLOCK=` of `make test`."""

from datetime import UTC, datetime

from board.clock import SEOUL

ORDINARY = "2026-12-09T10:20+09:00"  # a Wednesday morning in Seoul, far from every edge
REAL = "now"


def moment_of(told: str) -> datetime:
    """The moment in UTC that these words mean: ISO 8601, in Seoul without an offset; "" is the
    default and "now" the real time. ValueError for anything else."""
    if told == REAL:
        return datetime.now(UTC)
    moment = datetime.fromisoformat(told or ORDINARY)
    return (moment if moment.tzinfo else moment.replace(tzinfo=SEOUL)).astimezone(UTC)


def checked(told: str) -> str:
    """The same words if they name a moment; for the command line."""
    moment_of(told)
    return told

"""Audit log verification: walk the hash chain and find the first entry that was tampered with.

Nobody can change, remove, insert or move an entry without breaking the chain from there on. A cut
end, or a chain written anew, is detected by comparing with a head noted earlier.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, func, select
from sqlalchemy.exc import SQLAlchemyError

from board.extensions import db
from board.models.audit import AuditEntry
from board.models.audit.sealing import ROWS_AT_ONCE, WORDS, Head

SEALED = select(AuditEntry.number, AuditEntry.digest, *WORDS).where(AuditEntry.number.is_not(None))
NOWHERE = Head()


class BrokenChainError(Exception):
    """The log was tampered with; the text names the first entry that does not match."""


@dataclass
class Chain:
    """Result of a walk from the first entry to the last."""

    head: Head = NOWHERE
    first_at: datetime | None = None
    last_at: datetime | None = None

    @classmethod
    def walk(cls, noted: Head | None = None) -> "Chain":
        """Verify every entry, in batches. Raises `BrokenChainError`.

        `noted` is an earlier head, its digest perhaps shortened, which must still be in the chain.
        """
        chain = cls()
        for row in _rows():
            chain._add(row, noted)
        if noted and noted.number > chain.head.number:
            raise BrokenChainError(
                f"{chain.head.number + 1}번 기록이 없습니다. "
                f"적어 둔 {noted.number}번까지 있어야 하는데 끝이 잘렸습니다."
            )
        _refuse_strays()
        return chain

    def _add(self, row: Row, noted: Head | None) -> None:
        due = self.head.then(row)
        if row.number != due.number:
            raise BrokenChainError(
                f"{due.number}번 기록이 없습니다. 누군가 빼거나 번호를 바꾸었습니다."
            )
        if row.digest != due.digest:
            raise BrokenChainError(_changed(due.number))
        if noted and noted.number == due.number and not due.digest.startswith(noted.digest):
            raise BrokenChainError(
                f"{due.number}번 기록이 적어 둔 것과 다릅니다. 누군가 기록을 새로 썼습니다."
            )
        self.head, self.first_at, self.last_at = due, self.first_at or row.at, row.at


def _rows() -> Iterator[Row]:
    last: int | None = None
    while rows := _rows_after(last, ROWS_AT_ONCE):
        yield from rows
        last = rows[-1].number


def _rows_after(last: int | None, most: int) -> Sequence[Row]:
    """The next rows by number, up to one that cannot be read at all."""
    question = SEALED if last is None else SEALED.where(AuditEntry.number > last)
    try:
        return db.session.execute(question.order_by(AuditEntry.number).limit(most)).all()
    except (SQLAlchemyError, ValueError, TypeError):
        if most == 1:
            raise BrokenChainError(_changed((last or 0) + 1)) from None
        return _rows_after(last, most // 2)


def _refuse_strays() -> None:
    """Raise for entries without a number, which were not written by this program."""
    stray = select(func.min(AuditEntry.id)).where(AuditEntry.number.is_(None))
    if (entry_id := db.session.scalar(stray)) is not None:
        raise BrokenChainError(
            f"번호가 없는 기록이 있습니다(id {entry_id}). 누군가 끼워 넣었거나 번호를 지웠습니다."
        )


def _changed(number: int) -> str:
    return f"{number}번 기록이 적힌 때와 다릅니다. 누군가 내용이나 차례를 바꾸었습니다."

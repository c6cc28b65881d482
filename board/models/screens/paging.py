"""Pagination: page arithmetic, and one page of any query for staff lists."""

from sqlalchemy import Select, func

from board.extensions import db

PAGE_SIZE = 15


class PageNotFound(LookupError):
    """A page number past the end; `last` is the last page there is."""

    def __init__(self, last: int) -> None:
        super().__init__(f"the last page is {last}")
        self.last = last


class Paging:
    """Page arithmetic; needs `total` and `page`."""

    total: int
    page: int
    size = PAGE_SIZE

    @property
    def look(self) -> tuple | None:
        """Everything that the list looks like; None for one whose rendering is not kept."""
        return None

    @property
    def pages(self) -> int:
        return max(-(-self.total // self.size), 1)

    @property
    def offset(self) -> int:
        return (self.page - 1) * self.size

    def block(self, width: int = 10) -> list[int]:
        first = (self.page - 1) // width * width + 1
        return list(range(first, min(first + width - 1, self.pages) + 1))

    @property
    def previous_block(self) -> int | None:
        return self.block()[0] - 1 or None

    @property
    def next_block(self) -> int | None:
        last = self.block()[-1]
        return last + 1 if last < self.pages else None

    def check_page(self) -> None:
        if not 1 <= self.page <= self.pages:
            raise PageNotFound(self.pages)


class Sheet(Paging):
    """One page of a query: `rows` of `question`. Raises `PageNotFound` for a page past the end."""

    size = 30
    board, sort, query = None, "date", ""  # what a pager asks of every list

    def __init__(self, question: Select, page: int = 1) -> None:
        self.page = page
        self.total = self._count(question)
        self.check_page()
        self.rows = db.session.scalars(question.limit(self.size).offset(self.offset)).all()

    def _count(self, question: Select) -> int:
        counted = question.order_by(None).with_only_columns(
            func.count(), maintain_column_froms=True
        )
        return db.session.scalar(counted) or 0

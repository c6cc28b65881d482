"""One page of any question about rows, for the lists of the newsroom."""

from sqlalchemy import Select, func

from board.extensions import db
from board.models.screens.listing import Paging


class Sheet(Paging):
    """`rows` of one page of `question`. Raises `PageNotFound` for a page past the end."""

    size = 30
    board, sort, query = None, "date", ""  # what a pager asks of every list

    def __init__(self, question: Select, page: int = 1) -> None:
        self.page = page
        counted = question.order_by(None).with_only_columns(
            func.count(), maintain_column_froms=True
        )
        self.total = db.session.scalar(counted) or 0
        self.check_page()
        self.rows = db.session.scalars(question.limit(self.size).offset(self.offset)).all()

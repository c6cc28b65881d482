"""Full-text search in title, subtitles, body and author's name, from two syllables on."""

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, event
from sqlalchemy.orm import Mapped, mapped_column

from board.text.plain import escape_like, text_of
from board.text.searching import search_key

SHORTEST_QUERY, LONGEST_QUERY = 2, 100


class Searchable:
    """Mixin: only `matching` knows how search works, so that an index can replace it."""

    if TYPE_CHECKING:  # of the article
        title: Mapped[str]
        subtitles: Mapped[list[str]]
        body: Mapped[str]
        byline: Mapped[str]

    search_text: Mapped[str] = mapped_column(default="", deferred=True)

    @classmethod
    def matching(cls, query: str) -> ColumnElement[bool]:
        """SQL condition: each word of the query occurs in the article, also inside longer words.

        A query is cut at its greatest length, because databases choke on long ones.
        """
        words = search_key(query[:LONGEST_QUERY]).split()
        return and_(
            True, *(cls.search_text.like(f"%{escape_like(word)}%", escape="\\") for word in words)
        )

    def index_text(self) -> None:
        parts = (self.title, *self.subtitles, text_of(str(self.body)), self.byline)
        self.search_text = search_key("\n".join(parts))


@event.listens_for(Searchable, "before_insert", propagate=True)
@event.listens_for(Searchable, "before_update", propagate=True)
def _index(_mapper, _connection, article: Searchable) -> None:
    article.index_text()

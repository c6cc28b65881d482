"""Duplicate detection: articles that largely share their text."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import event, inspect, select
from sqlalchemy.orm import Mapped, undefer

from board.extensions import db, reading
from board.models.article import similarity
from board.models.article.completable import UNTITLED
from board.text.plain import text_of
from board.text.shingles import shingles_of

if TYPE_CHECKING:
    from sqlalchemy.orm.interfaces import LoaderOption

WORTH_TELLING = 30  # per cent
MOST_TOLD = 5
SAYS = ("title", "subtitles", "body")


class Duplicate(NamedTuple):
    """Another article, and the percentage of the shorter text that both share."""

    article: "Comparable"
    percentage: int


class Comparable:
    """Mixin: an article's shingles, and its duplicates."""

    if TYPE_CHECKING:  # of the article
        id: Mapped[int]
        title: Mapped[str]
        subtitles: Mapped[list[str]]
        body: Mapped[str]
        published_at: Mapped[datetime | None]
        created_at: Mapped[datetime]
        updated_at: Mapped[datetime]

        @classmethod
        def in_list(cls) -> tuple[LoaderOption, ...]: ...

    def duplicates(self) -> list[Duplicate]:
        """Similar articles in any state, newest first; at most the five most similar."""
        alike = [pair for pair in similarity.alike(self.id).items() if pair[1] >= WORTH_TELLING]
        told = dict(sorted(alike, key=lambda pair: (pair[1], pair[0]))[-MOST_TOLD:])
        kind = type(self)
        found = db.session.scalars(select(kind).where(kind.id.in_(told)).options(*kind.in_list()))
        newest = sorted(found, key=lambda each: each.published_at or each.created_at, reverse=True)
        return [Duplicate(article, told[article.id]) for article in newest]

    @property
    def shingles(self) -> list[int]:
        """Its shingles; none of photos without a word, which nothing can be compared with."""
        title = "" if self.title == UNTITLED else self.title
        return shingles_of("\n".join((title, *self.subtitles, text_of(str(self.body)))))


def rebuild_shingles(kind: type[Comparable], batch: int = 200) -> Iterator[int]:
    """Recompute the shingles of every article; yields how many are done, to commit there.

    They are computed before the write lock is taken, so that the site can write meanwhile. What was
    changed by then has new ones already.
    """
    last = done = 0
    while computed := _computed(kind, last, batch):
        current = select(kind.id, kind.updated_at).where(kind.id.in_(computed)).with_for_update()
        for article_id, updated_at in db.session.execute(current).all():
            seen_at, numbers = computed[article_id]
            if updated_at == seen_at:
                similarity.keep(db.session.connection(), article_id, numbers)
        last, done = max(computed), done + len(computed)
        yield done


def _computed(
    kind: type[Comparable], last: int, batch: int
) -> dict[int, tuple[datetime, list[int]]]:
    """{article id: (last change, shingles)} of the next articles after the one with the id `last`."""
    some = select(kind).where(kind.id > last).order_by(kind.id).limit(batch)
    with reading():
        articles = db.session.scalars(some.options(undefer(kind.body)))
        return {each.id: (each.updated_at, each.shingles) for each in articles}


@event.listens_for(Comparable, "after_insert", propagate=True)
def _note(_mapper, connection, article) -> None:
    similarity.keep(connection, article.id, article.shingles)


@event.listens_for(Comparable, "after_update", propagate=True)
def _note_again(_mapper, connection, article) -> None:
    attributes = inspect(article).attrs
    if any(attributes[name].history.has_changes() for name in SAYS):
        similarity.keep(connection, article.id, article.shingles)

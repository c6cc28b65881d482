"""Previous and next article in a board's list."""

from dataclasses import dataclass

from sqlalchemy import select

from board.extensions import db
from board.models.article.article import Article


@dataclass
class Neighbours:
    """The articles beside one in its board's list: `newer` is 이전글, `older` is 다음글."""

    newer: Article | None
    older: Article | None

    @classmethod
    def of(cls, article: Article, query: str = "") -> "Neighbours":
        """Both in one query; within the search by which the reader came."""
        conditions = [Article.is_out(), *([Article.matching(query)] if query else [])]
        parts = [part.where(*conditions) for part in Article.standing_in(article.board)]
        nearest = [side(article) for part in parts for side in (part.next_above, part.next_below)]
        ids = [each.with_only_columns(Article.id).limit(1).scalar_subquery() for each in nearest]
        question = select(Article).where(Article.id.in_(ids)).options(*Article.in_list())
        found = sorted(db.session.scalars(question), key=_place)
        return cls(
            newer=next((each for each in found if _place(each) > _place(article)), None),
            older=next((each for each in reversed(found) if _place(each) < _place(article)), None),
        )


def _place(article: Article) -> tuple:
    return article.published_at, article.id

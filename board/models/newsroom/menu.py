"""The paper's menu: groups in order, each with its boards in order, and how the newsroom edits it."""

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from board.extensions import db
from board.models import audit
from board.models.article.article import Article
from board.models.site.board import Board
from board.models.site.group import Group

if TYPE_CHECKING:
    from board.models.user.user import User


class Menu:
    """Groups and boards are edited alike, so the verbs for both live here."""

    @staticmethod
    def is_taken(kind: type[Board] | type[Group], slug: str, but: int | None = None) -> bool:
        """Whether another one of this kind has this word in its address."""
        found = db.session.scalar(select(kind.id).where(kind.slug == slug, kind.id != (but or 0)))
        return found is not None

    @staticmethod
    def add(thing: Board | Group, by: "User") -> None:
        """Put a new group, or a new board in its group, at the end."""
        with db.session.no_autoflush:
            row = _row_of(thing)
            thing.position = 1 + max(
                (each.position for each in row if each is not thing), default=-1
            )
        db.session.add(thing)
        db.session.flush()
        audit.record(f"{_word(thing)}.create", by=by, on=thing, name=thing.name)

    @staticmethod
    def revise(thing: Board | Group, by: "User", **written: Any) -> None:
        """Change what is written about a group or board."""
        changed = [name for name, value in written.items() if getattr(thing, name) != value]
        for name in changed:
            setattr(thing, name, written[name])
        if changed:
            audit.record(f"{_word(thing)}.revise", by=by, on=thing, changed=changed)

    @staticmethod
    def place(thing: Board | Group, position: int, by: "User") -> None:
        """Give it this place, counted from 0, among those beside it."""
        row = _row_of(thing)
        before = row.index(thing)
        row.insert(min(max(position, 0), len(row) - 1), row.pop(before))
        for index, each in enumerate(row):
            each.position = index
        if row.index(thing) != before:
            audit.record(f"{_word(thing)}.move", by=by, on=thing, position=thing.position)

    @staticmethod
    def remove(thing: Board | Group, by: "User") -> None:
        """Take away an empty one; ValueError with a Korean sentence when something is in it."""
        if isinstance(thing, Board) and Menu.articles_in(thing):
            raise ValueError(
                "글이 있는 게시판은 지울 수 없습니다. 글을 먼저 다른 게시판으로 옮겨 주세요."
            )
        if isinstance(thing, Group) and thing.boards:
            raise ValueError("게시판이 있는 묶음은 지울 수 없습니다. 게시판을 먼저 옮겨 주세요.")
        audit.record(f"{_word(thing)}.remove", by=by, on=thing, name=thing.name)
        db.session.delete(thing)

    @staticmethod
    def articles_in(board: Board) -> int:
        """How many articles, in any state, a board holds, guests among them."""
        counts = (
            part.question.with_only_columns(func.count(), maintain_column_froms=True)
            for part in Article.standing_in(board)
        )
        return sum(db.session.scalar(count) or 0 for count in counts)


def _row_of(thing: Board | Group) -> list:
    """The thing and those beside it, in the order of their positions now."""
    if isinstance(thing, Board):
        row = list(thing.group.boards)
    else:
        row = list(db.session.scalars(Group.menu()).unique())
    return sorted(row, key=lambda each: (each.position or 0, each.id or 0))


def _word(thing: Board | Group) -> str:
    return type(thing).__name__.lower()

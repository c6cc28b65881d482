"""Menu editing: groups in order, each with its boards in order."""

from collections.abc import Iterable
from itertools import count
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from board.extensions import db
from board.models import audit
from board.models.article.article import Article
from board.models.site.board import FIRST_RULES, Board
from board.models.site.group import Group

if TYPE_CHECKING:
    from board.models.user.user import User


class Menu:
    """Menu editing; groups and boards share the same verbs."""

    @staticmethod
    def is_taken(kind: type[Board] | type[Group], slug: str, but: int | None = None) -> bool:
        """Whether another one of this kind has this slug."""
        found = db.session.scalar(select(kind.id).where(kind.slug == slug, kind.id != (but or 0)))
        return found is not None

    @staticmethod
    def add(thing: Board | Group, by: "User") -> None:
        """Add a new group, or a new board in its group, at the end."""
        with db.session.no_autoflush:
            row = _row_of(thing)
            thing.position = 1 + max(
                (each.position for each in row if each is not thing), default=-1
            )
        db.session.add(thing)
        db.session.flush()
        audit.record(f"{_word(thing)}.create", by=by, on=thing, name=thing.name)
        if isinstance(thing, Board):
            thing.note_comment_rules(FIRST_RULES, by=by)

    @staticmethod
    def group_called(name: str, by: "User") -> Group:
        """The group of this name; where there is none, a new one at the end of the menu."""
        group = db.session.scalar(select(Group).filter_by(name=name).order_by(Group.id).limit(1))
        if group is None:
            slugs = (f"menu-{number}" for number in count(1))
            slug = next(slug for slug in slugs if not Menu.is_taken(Group, slug))
            group = Group(slug=slug, name=name)
            Menu.add(group, by=by)
        return group

    @staticmethod
    def revise(thing: Board | Group, by: "User", **written: Any) -> None:
        """Change a group's or board's fields; readers are told of a board's comment rules."""
        rules = thing.comment_rules if isinstance(thing, Board) else {}
        changed = [name for name, value in written.items() if getattr(thing, name) != value]
        for name in changed:
            setattr(thing, name, written[name])
        if changed:
            audit.record(f"{_word(thing)}.revise", by=by, on=thing, changed=changed)
        if isinstance(thing, Board):
            thing.note_comment_rules(rules, by=by)

    @staticmethod
    def place(thing: Board | Group, position: int, by: "User") -> None:
        """Move it to this position, from 0, among its siblings."""
        row = _row_of(thing)
        before = row.index(thing)
        row.insert(min(max(position, 0), len(row) - 1), row.pop(before))
        for index, each in enumerate(row):
            each.position = index
        if row.index(thing) != before:
            audit.record(f"{_word(thing)}.move", by=by, on=thing, position=thing.position)

    @staticmethod
    def remove(thing: Board | Group, by: "User") -> None:
        """Delete an empty one; ValueError with a Korean sentence when it is not empty."""
        if isinstance(thing, Board) and Menu.articles_in(thing):
            raise ValueError(
                "글이 있는 게시판은 지울 수 없습니다. 글을 먼저 다른 게시판으로 옮겨 주세요."
            )
        if isinstance(thing, Group) and thing.boards:
            raise ValueError("게시판이 있는 메뉴는 지울 수 없습니다. 게시판을 먼저 옮겨 주세요.")
        audit.record(f"{_word(thing)}.remove", by=by, on=thing, name=thing.name)
        db.session.delete(thing)

    @staticmethod
    def articles_in(board: Board) -> int:
        """The number of articles in a board, in any state, cross-posted ones included."""
        counts = (
            part.question.with_only_columns(func.count(), maintain_column_froms=True)
            for part in Article.standing_in(board)
        )
        return sum(db.session.scalar(count) or 0 for count in counts)


def _row_of(thing: Board | Group) -> list[Board | Group]:
    """The siblings including the thing itself, by current position."""
    row: Iterable[Board | Group]
    if isinstance(thing, Board):
        row = thing.group.boards
    else:
        row = db.session.scalars(Group.menu()).unique()
    return sorted(row, key=lambda each: (each.position or 0, each.id or 0))


def _word(thing: Board | Group) -> str:
    return type(thing).__name__.lower()

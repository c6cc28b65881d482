"""Page frame: publisher, menu, visitor counters and attack mode, shown on every page."""

from functools import cached_property
from typing import TYPE_CHECKING, Self

from sqlalchemy import exists, literal, select, true
from sqlalchemy.orm import joinedload

from board.extensions import db
from board.models.moderation.attack_mode import Alarm
from board.models.screens.queue import waiting_count
from board.models.site.board import Board
from board.models.site.group import Group
from board.models.site.publisher import Publisher
from board.models.traffic.views import visitors_today_and_in_all

if TYPE_CHECKING:
    from board.models.user.permitted import Permitted


IS_ALARMED = select(exists().where(Alarm.lasts()))


class Site:
    """Data of the page frame. Each part is one query, made when it is first read, since a fragment
    needs few of them. `whole` loads all but the menu and the queue in one query."""

    _waiting: int | None = None

    def whole(self) -> Self:
        """Read what the frame of a page shows."""
        always = select(literal(1)).subquery()  # a row even while there is no publisher yet
        publisher, today, total, self.under_attack = db.session.execute(
            select(Publisher, *visitors_today_and_in_all(), exists().where(Alarm.lasts()))
            .select_from(always)
            .outerjoin(Publisher, true())
        ).one()
        self.publisher = publisher or Publisher.blank()
        self._visitors = (today, total)
        return self

    def kept(self) -> "KeptSite":
        """A copy that outlives the request, for pages that ask the database nothing."""
        kept = KeptSite()
        kept.__dict__.update(vars(self) | {"_waiting": 0})
        return kept

    @cached_property
    def publisher(self) -> Publisher:
        """The publisher's record; an empty one while it is not filled in."""
        return db.session.scalar(select(Publisher)) or Publisher.blank()

    @cached_property
    def groups(self) -> list[Group]:
        """The menu: every group with its boards."""
        whose = joinedload(Group.boards).immediateload(Board.group)  # it is there already
        return list(db.session.scalars(Group.menu().options(whose)).unique())

    def board_at(self, slug: str) -> Board | None:
        """The board with this slug: from the menu, where that was read, else from the database."""
        known = vars(self).get("groups", ())
        found = (board for group in known for board in group.boards if board.slug == slug)
        return next(found, None) or db.session.scalar(Board.at(slug))

    @cached_property
    def under_attack(self) -> bool:
        """Whether an alarm is in force."""
        return bool(db.session.scalar(IS_ALARMED))

    @cached_property
    def look(self) -> tuple:
        """Everything that the foot of a page looks like."""
        return (str(self.publisher.values), self.today, self.total)

    @cached_property
    def menu(self) -> tuple:
        """Everything that the menu looks like."""
        return tuple(
            (group.name, *((board.id, board.slug, board.name) for board in group.boards))
            for group in self.groups
        )

    def waiting_for(self, viewer: "Permitted") -> int:
        """The number of comments waiting for this moderator."""
        if self._waiting is None:
            self._waiting = waiting_count(viewer)
        return self._waiting

    @property
    def today(self) -> int:
        """Visitors since midnight in Seoul."""
        return self._visitors[0] or 0

    @property
    def total(self) -> int:
        """Visitors in all, those of the years before this site among them."""
        return (self._visitors[1] or 0) + self.publisher.visitors_before

    @cached_property
    def _visitors(self) -> tuple[int | None, int | None]:
        today, total = db.session.execute(select(*visitors_today_and_in_all())).one()
        return today, total


class KeptSite(Site):
    """The frame as it was when a page was last made; nothing of it is read anew. It is fresh until
    `until`, in seconds of `time.monotonic()`, in the same `state` of the database."""

    until = 0.0
    state: object | None = None

    def whole(self) -> Self:
        return self

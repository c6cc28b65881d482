"""What stands on every page: the publisher, the menu and the two visitor counters."""

from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import exists, literal, select, true

from board.extensions import db
from board.models.moderation.attack_mode import Alarm
from board.models.screens.queue import waiting_count
from board.models.site.group import Group
from board.models.site.publisher import Publisher
from board.models.traffic.views import visitors_today_and_in_all


@dataclass
class Site:
    publisher: Publisher
    groups: list[Group]
    today: int
    total: int
    under_attack: bool

    @cached_property
    def waiting(self) -> int:
        """How many comments wait for a moderator."""
        return waiting_count()

    @classmethod
    def current(cls) -> "Site":
        visitors = visitors_today_and_in_all()
        always = select(literal(1)).subquery()  # a row even while there is no publisher yet
        publisher, today, total, under_attack = db.session.execute(
            select(Publisher, *visitors, exists().where(Alarm.lasts()))
            .select_from(always)
            .outerjoin(Publisher, true())
        ).one()
        publisher = publisher or Publisher.blank()
        groups = list(db.session.scalars(Group.menu()).unique())
        return cls(
            publisher, groups, today or 0, (total or 0) + publisher.visitors_before, under_attack
        )

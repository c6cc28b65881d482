"""Spam sweep: remove everything by one writer at once, and block its patterns for a while."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import Select, and_, false, func, or_

from board import clock
from board.extensions import db
from board.models import audit
from board.models.comment.author import Hand
from board.models.comment.comment import Comment
from board.models.moderation.block import ADDRESS, FINGERPRINT, GUEST, HOST, Block
from board.models.moderation.ruling.ruling import Ruling
from board.models.moderation.ruling.verdict import KEEP, SPAM
from board.text.hosts import hosts

if TYPE_CHECKING:
    from board.models.user.user import User

OWN, NEAR, COPIES = "own", "near", "copies"
LATELY = timedelta(days=7)  # so far back copies by other hands are looked for
STOOD = timedelta(days=1)  # a comment readers have seen so long was hardly spam
MOST = 200  # comments at a time


class Sweep:
    """What can be removed together with `comment`, in three groups: by the same member or
    browser (own), by other guests from the same address (near), and by others in the same words
    (copies). One page of them: the comment itself and the newest, of those with an id below
    `before`."""

    # What would have been removed too, but changed, or came, after the moderator had looked.
    passed_over: "list[Comment]" = []

    def __init__(self, comment: Comment, by: "User", before: int | None = None) -> None:
        self.comment = comment
        self.by = by
        self.before = before

    @cached_property
    def groups(self) -> dict[str, list[Comment]]:
        """Shown comments that the moderator may judge, by group, newest first."""
        groups: dict[str, list[Comment]] = {OWN: [], NEAR: [], COPIES: []}
        for each in self._found:
            if self.by.can_judge(each):
                groups[self._group_of(each)].append(each)
        return groups

    @property
    def comments(self) -> list[Comment]:
        """The comments of all groups."""
        return [each for group in self.groups.values() for each in group]

    @cached_property
    def remaining(self) -> int:
        """How many older ones follow on further pages."""
        there = self._meant().with_only_columns(func.count(Comment.id))
        return (db.session.scalar(there) or 0) - len(self._found)

    @property
    def end(self) -> int:
        """`before` of the next page."""
        return self._found[-1].id

    @property
    def honest(self) -> list[Comment]:
        """Own comments in other words that a moderator has kept, or readers have seen for a day."""
        others = (each for each in self.groups[OWN] if each.is_shown and each is not self.comment)
        words = self.comment.fingerprint
        return [each for each in others if _has_stood(each) and each.fingerprint != words]

    @property
    def left(self) -> list[Comment]:
        """Comments that would be removed too, had an admin not decided to keep them."""
        found = (each for each in self._found if self.by.can_moderate(each))
        return [each for each in found if not self.by.can_judge(each)]

    @cached_property
    def _found(self) -> list[Comment]:
        itself_first = (Comment.id != self.comment.id, Comment.id.desc())
        loaded = self._meant().options(*Comment.decided()).order_by(*itself_first)
        return list(db.session.scalars(loaded.limit(MOST)))

    def _meant(self) -> Select[Comment]:
        comment = self.comment
        lately = Comment.created_at > clock.now() - LATELY
        copies = and_(Comment.fingerprint == comment.fingerprint, lately)
        meant = or_(Comment.is_by(Hand.of(comment)), copies if comment.fingerprint else false())
        question = Comment.readable_by(self.by).where(meant, ~Comment.removal.has())
        return question if self.before is None else question.where(Comment.id < self.before)

    @staticmethod
    def patterns(comments: Iterable[Comment]) -> dict[str, list[str]]:
        """{kind of block: values} offered by these comments."""
        comments = list(comments)
        values = {
            FINGERPRINT: (each.fingerprint for each in comments),
            HOST: (host for each in comments for host in hosts(each.body)),
            GUEST: (each.guest_key for each in comments if each.user_id is None),
            ADDRESS: (each.address_hash for each in comments),
        }
        return {kind: sorted({value for value in some if value}) for kind, some in values.items()}

    def perform(
        self,
        seen: Mapping[int, str],
        reason: str,
        days: int,
        chosen: Iterable[str] = (NEAR, COPIES),
        blocked: Iterable[str] = (FINGERPRINT, GUEST),
        blocked_hosts: Iterable[str] = (),
    ) -> Ruling:
        """Remove the chosen groups (always including own) as `seen`, {comment id: its `seen` mark},
        and block every value of these kinds for some days, of hosts only the named ones. What
        changed since, or was not seen, is `passed_over`. `ChangedError` when nothing is left."""
        there = [each for group in {OWN, *chosen} for each in self.groups[group]]
        as_seen = {each: seen[each.id] for each in there if each.id in seen}
        ruling = Ruling.make(self.by, SPAM, as_seen, reason=reason)
        came_later = [each for each in there if each.id not in seen]
        self.passed_over = [*ruling.passed_over, *came_later, *self._no_longer_meant(seen)]
        until = clock.now() + timedelta(days=days)
        offered = self.patterns(ruling.comments)
        offered[HOST] = [host for host in offered[HOST] if host in blocked_hosts]
        ruling.blocks = [
            Block(kind=kind, value=value, until=until)
            for kind in (HOST, *blocked)
            for value in offered[kind]
        ]
        if ruling.blocks:
            audit.record("block.place", by=self.by, count=len(ruling.blocks), days=days)
        db.session.flush()
        return ruling

    def _no_longer_meant(self, seen: Mapping[int, str]) -> list[Comment]:
        """Seen comments that stand in no group any more: edited, they are no copies."""
        gone = seen.keys() - {each.id for each in self._found}
        if not gone:
            return []
        left = Comment.readable_by(self.by).where(Comment.id.in_(gone), ~Comment.removal.has())
        return list(db.session.scalars(left))

    def _group_of(self, comment: Comment) -> str:
        if comment.author_key is not None and comment.author_key == self.comment.author_key:
            return OWN
        if comment is self.comment:
            return OWN
        same_words = comment.fingerprint and comment.fingerprint == self.comment.fingerprint
        return COPIES if same_words else NEAR


def _has_stood(comment: Comment) -> bool:
    last = comment.last_judgement
    was_kept = last is not None and last.ruling.verdict == KEEP
    return was_kept or comment.created_at < clock.now() - STOOD

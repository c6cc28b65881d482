"""User: a member of the site with the role of reader, moderator or admin."""

import secrets
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Select, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board import clock
from board.columns import UTCDateTime
from board.extensions import Model, db
from board.models import audit
from board.models.user.authenticated import Authenticated, PasswordCheck, hash_password
from board.models.user.permitted import Permitted
from board.models.user.roles import ADMIN, READER, ROLE_NAMES, ROLES
from board.text.names import name_key

if TYPE_CHECKING:
    from board.models.user.session import Session

LONGEST_EMAIL = 254  # characters (RFC 5321)


class User(Permitted, Authenticated, Model):
    """A member's account. Browsers that signed in before the current `device_epoch` are forgotten."""

    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(unique=True)
    email: Mapped[str | None]
    role: Mapped[str] = mapped_column(default=READER)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=clock.now)
    device_epoch: Mapped[int] = mapped_column(default=0, server_default="0")
    sessions: Mapped[list["Session"]] = relationship(
        back_populates="user", cascade="all, delete-orphan", passive_deletes=True
    )

    @classmethod
    def join(cls, username: str, name: str, password: str, email: str | None = None) -> "User":
        """Register a reader. Raises IntegrityError at flush when the name was just taken."""
        user = cls(username=username, name=name, name_key=name_key(name), email=email or None)
        user.role = READER
        user.set_password(password)
        db.session.add(user)
        db.session.flush()
        audit.record("user.join", by=user, on=user)
        return user

    @classmethod
    def appoint(cls, username: str, name: str, role: str, by: "User | None" = None):
        """Create an account for somebody: (user, first password, to be changed at sign-in)."""
        password = secrets.token_urlsafe(15)
        user = cls.join(username, name, password)
        user.must_change_password = True
        if role != READER:
            user.give_role(role, by=by)
        audit.record("user.appoint", by=by, on=user, role=role)
        return user, password

    @classmethod
    def authenticate(cls, username: str, password: str) -> "User | None":
        """The member with this password, or None; takes the same time for an unknown username."""
        user, check = cls.challenge(username, password)
        return cls.authenticated(user, check, fits=check())

    @classmethod
    def challenge(cls, username: str, password: str) -> tuple["User | None", PasswordCheck]:
        """The member of this username, and the check of the password, which is still to be made."""
        user = db.session.scalar(cls.named(username))
        return user, PasswordCheck(user.password_hash if user else None, password)

    @classmethod
    def authenticated(
        cls, user: "User | None", check: PasswordCheck, *, fits: bool
    ) -> "User | None":
        """The member whose check has turned out right; a wrong one is logged."""
        if user is not None and user.passes(check, fits=fits):
            return user
        why = {} if user else {"reason": "unknown"}  # not as what: some type their password there
        audit.record("session.fail", on=user, **why)
        return None

    @classmethod
    def named(cls, username: str) -> Select["User"]:
        return select(cls).filter_by(username=username.strip().lower())

    @classmethod
    def called(cls, name: str) -> Select["User"]:
        """Members whose name looks the same, with look-alike letters folded."""
        return select(cls).filter_by(name_key=name_key(name))

    @classmethod
    def with_role(cls, role: str) -> Select["User"]:
        return select(cls).filter_by(role=role)

    @classmethod
    def staff(cls) -> Select["User"]:
        return select(cls).where(cls.role != READER).order_by(cls.name)

    @property
    def key(self) -> str:
        return f"u:{self.id}"

    @property
    def role_name(self) -> str:
        return ROLE_NAMES[self.role]

    @property
    def is_last_admin(self) -> bool:
        admins = db.session.scalars(User.with_role(ADMIN).limit(2)).all()
        return self.is_admin and len(admins) < 2

    def change_password(self, password: str) -> None:
        """Set a new password; all sessions of this member end, this one too."""
        self.set_password(password)
        self.end_sessions()
        audit.record("user.password", by=self, on=self)

    def reset_password(self, by: "User | None" = None) -> str:
        """Set and return a new first password, to be changed at sign-in; all sessions end."""
        password = secrets.token_urlsafe(15)
        self.password_hash = hash_password(password)
        self.must_change_password = True
        self.end_sessions()
        audit.record("user.reset_password", by=by, on=self)
        return password

    def give_role(self, role: str, by: "User | None" = None) -> None:
        """Change the role and end all sessions; ValueError with a Korean sentence if not
        allowed."""
        if role not in ROLES:
            raise ValueError("역할은 독자, 운영자, 편집자 가운데 하나입니다.")
        admins = self._locked_admins()
        if by is not None and (by.id == self.id or by.id not in admins):
            raise ValueError("내 역할은 내가 바꿀 수 없습니다. 다른 편집자에게 부탁해 주세요.")
        if role != ADMIN and admins == [self.id]:
            raise ValueError("마지막 편집자입니다. 다른 편집자를 먼저 세워 주세요.")
        before, self.role = self.role, role
        self.end_sessions()
        audit.record("user.role", by=by, on=self, before=before, after=role)

    def rename(self, name: str, by: "User | None" = None) -> None:
        """Take another name, which comments and later articles show. Bylines stay as printed."""
        before, self.name, self.name_key = self.name, name, name_key(name)
        db.session.flush()
        audit.record("user.rename", by=by, on=self, before=before, after=name)

    def end_sessions(self) -> None:
        """Sign out everywhere, and forget the browsers in which this member has signed in."""
        self.sessions.clear()
        self.device_epoch += 1
        db.session.flush()

    @staticmethod
    def _locked_admins() -> list[int]:
        """The ids of all admins, locked until this transaction ends: two admins who demote each
        other at once must not leave the paper without any."""
        admins = select(User.id).where(User.role == ADMIN).order_by(User.id)
        return list(db.session.scalars(admins.with_for_update(key_share=True)))

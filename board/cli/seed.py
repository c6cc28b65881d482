"""Seed data: fill the sample paper from `seeds/`, with the product's own verbs."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import click
from flask.cli import with_appcontext
from sqlalchemy import select

from board import clock
from board.application import current_app
from board.config import ROOT
from board.extensions import db
from board.models import (
    REASONS,
    ROLE_NAMES,
    Article,
    Board,
    Comment,
    Group,
    Guest,
    Publisher,
    Ruling,
    Slowdown,
    Suspension,
    User,
    use_cheap_passwords,
)
from board.models.moderation.ruling.verdict import REMOVE

SEEDS = ROOT / "seeds"
FENCE = "+++\n"
GUEST_PASSWORD = "sample-guest"  # noqa: S105
JOINED = timedelta(days=400)  # ago: readers of old, whose reports weigh as such


@dataclass(frozen=True)
class SamplePerson:
    """A demo account of the sample paper."""

    username: str
    name: str
    role: str
    password: str

    @property
    def role_name(self) -> str:
        return ROLE_NAMES[self.role]


@click.command()
@with_appcontext
def seed() -> None:
    """빈 데이터베이스에 견본 신문을 심습니다."""
    if not seed_if_empty():
        click.echo("이미 글이나 회원이 있어 심지 않았습니다.")


def seed_if_empty() -> bool:
    """Seed a database without boards and users; False when there are some."""
    if current_app.settings.is_production:
        raise click.ClickException(
            "견본 신문은 실제 운영(BOARD_ENV=production)에 심을 수 없습니다."
        )
    occupied = (
        db.session.scalar(select(Board.id).limit(1)),
        db.session.scalar(select(User.id).limit(1)),
    )
    if any(occupied):
        return False
    use_cheap_passwords(True)  # two hundred take ten seconds; signing in makes one honest again
    _Seeder(clock.now().replace(microsecond=0)).seed()
    use_cheap_passwords(current_app.settings.cheap_passwords)
    db.session.commit()
    return True


def sample_people() -> list[SamplePerson]:
    """The demo accounts in `seeds/people.toml`."""
    return [SamplePerson(**person) for person in _toml("people.toml")["people"]]


class _Seeder:
    """Writes the sample paper; all dates are relative to one moment, so that it is always
    recent."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment
        self.people: dict[str, User] = {}
        self.boards: dict[str, Board] = {}
        self.articles: dict[str, Article] = {}

    def seed(self) -> None:
        self._seed_people()
        self._seed_publisher()
        self._seed_boards()
        for stem, seed, body in _article_seeds():
            self.articles[stem] = self._seed_article(seed, body)
        for thread in _toml("comments.toml")["threads"]:
            article = self.articles[thread["article"]]
            for seed in thread["comments"]:
                self._seed_comment(article, seed, None)
            if slowed := thread.get("slowed"):
                by = self.people[slowed["by"]]
                Slowdown.place(article, by=by, seconds=slowed["seconds"])

    def _seed_people(self) -> None:
        for person in sample_people():
            user = User.join(person.username, person.name, person.password)
            if person.role != user.role:
                user.give_role(person.role)
            user.created_at = self.moment - JOINED
            self.people[person.username] = user
        self.editor = next(user for user in self.people.values() if user.is_admin)

    def _seed_publisher(self) -> None:
        Publisher.current().revise(by=self.editor, **_toml("publisher.toml"))

    def _seed_boards(self) -> None:
        for position, seed in enumerate(_toml("boards.toml")["groups"]):
            boards = seed.pop("boards")
            group = Group(position=position, **seed)
            for place, board in enumerate(boards):
                self.boards[board["slug"]] = Board(group=group, position=place, **board)
            db.session.add(group)
        db.session.flush()

    def _seed_article(self, seed: dict[str, Any], body: str) -> Article:
        published_at = self.moment - timedelta(days=seed.get("age_days", 0))
        article = Article.draft(
            board=self.boards[seed["board"]],
            by=self.editor,
            title=seed["title"],
            subtitles=seed.get("subtitles", []),
            body=body,
            byline=seed["byline"],
            source=seed.get("source", ""),
        )
        self._attach(article, seed)
        state = seed.get("state", "published")
        if state == "scheduled":
            article.schedule(at=published_at, by=self.editor)
        elif state == "published":
            article.publish(by=self.editor, at=published_at)
        article.created_at = article.updated_at = min(published_at, self.moment)
        article.views_count = seed.get("views", 0)
        for number in range(seed.get("recommendations", 0)):
            article.recommend(by=Guest(f"sample-{number}"))
        for correction in seed.get("corrections", []):
            at = self.moment - timedelta(days=correction["age_days"])
            text = correction["text"].strip()
            article.correct(kind=correction["kind"], text=text, by=self.editor, at=at)
        if days := seed.get("notice_days"):
            article.pin(until=self.moment + timedelta(days=days), by=self.editor)
        return article

    def _attach(self, article: Article, seed: dict[str, Any]) -> None:
        for photo in seed.get("photos", []):
            file = photo.pop("file")
            with (SEEDS / "photos" / file).open("rb") as stream:
                article.attach(stream, file, by=self.editor, **photo)
        for attachment in seed.get("attachments", []):
            with (SEEDS / "attachments" / attachment["file"]).open("rb") as stream:
                article.attach(stream, attachment["name"], by=self.editor)

    def _seed_comment(self, article: Article, seed: dict[str, Any], parent: Comment | None) -> None:
        member = self.people.get(seed.get("by", ""))
        comment = article.comment(
            seed["body"],
            by=member or Guest(f"sample-{seed['nickname']}"),
            nickname=seed.get("nickname"),
            password=GUEST_PASSWORD,
            parent=parent,
        )
        out_since = article.published_at or self.moment
        written_at = out_since + timedelta(minutes=seed["age_minutes_after"])
        comment.created_at = min(written_at, self.moment)
        for number in range(seed.get("recommendations", 0)):
            comment.recommend(by=Guest(f"sample-{number}"))
        for answer in seed.get("replies", []):
            self._seed_comment(article, answer, comment)
        self._seed_decisions(comment, seed)

    def _seed_decisions(self, comment: Comment, seed: dict[str, Any]) -> None:
        """What readers and moderators made of a comment."""
        for report in seed.get("reports", []):
            reporter = self.people.get(report.get("by", "")) or Guest(
                f"sample-{report['nickname']}"
            )
            comment.report(reporter, reason=report["reason"], note=report.get("note", ""))
        if words := seed.get("appeal"):
            comment.ask_again(by=comment.user, body=words)
        if asked := seed.get("takedown"):
            comment.request_takedown(by=Guest("sample-asker"), **asked).accept(by=self.editor)
        if removed := seed.get("removed"):
            seen, reason = {comment: comment.seen}, _reason(removed["reason"])
            Ruling.make(self.people[removed["by"]], REMOVE, seen, reason=reason)
            if comment.removal is not None:
                comment.removal.created_at = self.moment
        if suspended := seed.get("suspended"):
            until = self.moment + timedelta(days=suspended["days"])
            said = {"reason": _reason(suspended["reason"]), "message": suspended["message"]}
            Suspension.place(comment, by=self.people[suspended["by"]], until=until, **said)


def _reason(label: str) -> str:
    return next(code for code, name in REASONS.items() if label in name)


def _article_seeds() -> Iterator[tuple[str, dict[str, Any], str]]:
    """(file stem, front matter, body) of every article, in a fixed order."""
    for path in sorted((SEEDS / "articles").glob("*.md")):
        _, front, body = path.read_text("utf-8").split(FENCE, 2)
        yield path.stem, tomllib.loads(front), body.strip()


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((SEEDS / name).read_text("utf-8"))

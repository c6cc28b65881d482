"""The paper measured by the gate: the sample paper and an article with fifty comments."""

from __future__ import annotations

import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from board import clock, create_app
from board.config import Settings
from board.extensions import db
from board.models import Article, Board, Comment, Guest, Session, User
from tests.browser.conftest import BOARD, ROOT, free_port, surroundings, wait_until_served

SEEDS = ROOT / "seeds"
COMMENTS = 50
WORDS_OF = "free-05-crosswalk"  # the longest thread of the sample paper
STORY, PHOTO = "solnae-03-bus-route", "bus-stop.jpg"


@dataclass(frozen=True)
class Paper:
    """Where the data lie, the addresses of what is in them, and the editor's session."""

    instance: Path
    places: dict[str, str]
    token: str


def talked_about(sown: Path, instance: Path) -> Paper:
    """A copy of the sample paper with the article that the figures speak of."""
    shutil.copytree(sown, instance)
    app = create_app(Settings.for_tests(instance))
    with app.app_context():
        editor = db.session.scalars(db.select(User).filter_by(username="pyeonjip")).one()
        article = _publish(editor)
        _talk(article)
        draft = db.session.scalars(db.select(Article).filter_by(published_at=None)).first()
        _session, token = Session.start(editor)
        db.session.commit()
        comment = db.session.scalars(db.select(Comment).filter_by(article_id=article.id)).first()
        places = {"article": f"/articles/{article.id}", "draft": f"/articles/{draft.id}"}
        places["comment"] = f"/comments/{comment.id}"
        db.session.remove()
        db.engine.dispose()
    return Paper(instance, places, token)


@contextmanager
def served(paper: Paper) -> Iterator[str]:
    """The address at which the shipped command serves it."""
    port = free_port()
    log = paper.instance / "server.log"
    with log.open("w") as lines:
        server = subprocess.Popen(
            [BOARD, "serve"],
            cwd=ROOT,
            env=surroundings(paper.instance, port),
            stdout=lines,
            stderr=lines,
        )
    url = f"http://127.0.0.1:{port}"
    try:
        wait_until_served(url, server, log)
        yield url
    finally:
        server.terminate()
        server.wait(timeout=20)


def _publish(editor: User) -> Article:
    _, front, body = (SEEDS / "articles" / f"{STORY}.md").read_text("utf-8").split("+++\n", 2)
    seed = tomllib.loads(front)
    article = Article.draft(
        board=db.session.scalars(db.select(Board).filter_by(slug=seed["board"])).one(),
        by=editor,
        title=f"{seed['title']} (댓글 쉰 개)",
        subtitles=seed["subtitles"],
        body=body.strip(),
        byline=seed["byline"],
        source=seed["source"],
    )
    with (SEEDS / "photos" / PHOTO).open("rb") as stream:
        article.attach(stream, PHOTO, by=editor, alt="버스가 서 있는 정류장", caption="새 정류장")
    article.publish(by=editor, at=clock.now() - timedelta(days=2))
    return article


def _talk(article: Article) -> None:
    threads = tomllib.loads((SEEDS / "comments.toml").read_text("utf-8"))["threads"]
    thread = next(each for each in threads if each["article"] == WORDS_OF)
    _say(article, thread["comments"])


def _say(article: Article, seeds: list[dict], parent: Comment | None = None) -> None:
    for seed in seeds:
        if article.comments_count == COMMENTS:
            return
        name = seed.get("nickname") or seed["by"]
        comment = article.comment(
            seed["body"],
            by=Guest(f"gate-{name}"),
            nickname=name,
            password="감나무집 셋째",
            parent=parent,
        )
        comment.created_at = article.published_at + timedelta(minutes=seed["age_minutes_after"])
        _say(article, seed.get("replies", []), comment)

"""Killed while files come in: at the next start rows and files agree, and nothing lies about."""

import http.client
import re
import threading
import time
from collections import Counter
from itertools import count
from pathlib import Path

import pytest
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from board import create_app
from board.config import Settings
from board.extensions import db
from board.models import Article, Attachment, Board, Group, Session, User
from board.storage import storage
from tests import files
from tests.cli.serving import Server
from tests.conftest import migrate

SENDERS = 3
PATIENCE = 60  # seconds
numbers = count(1200)


@pytest.fixture
def paper(instance):
    """A paper with one draft, whose editor is signed in: `app.cookie`."""
    settings = Settings.for_tests(instance)
    (instance / "attachments").mkdir(exist_ok=True)
    migrate(settings)
    app = create_app(settings)
    with app.app_context():
        editor = User.join("hangyeol", "이한결", "나룻배 열두 척이 강을 건넌다")
        editor.give_role("admin")
        board = Board(slug="solnae", name="솔내시", group=Group(slug="g", name="지역"))
        Article.draft(board=board, by=editor, title="불이 나간 밤", body="<p>글</p>")
        _session, key = Session.start(editor)
        db.session.commit()
        app.cookie = f"naru_session={key}"
        leave()
    return app


def leave() -> None:
    db.session.remove()
    db.engine.dispose()


def photo() -> FileStorage:
    """A photo nobody sent before."""
    return files.chosen(files.picture(next(numbers), 1000), "쉼터.jpg")


def sender(server: Server, cookie: str, path: str):
    """`send(file, …, board_id="1")` posts files as the editor's browser does; the status."""
    page = server.get("/newsroom/articles/new", Cookie=cookie)[1]
    token = re.search(r'name="csrf_token" value="([^"]+)"', page)[1]

    def send(*sent: FileStorage, **fields: str) -> int:
        boundary, body = encode_multipart({"csrf_token": token, "files": list(sent), **fields})
        headers = {"Cookie": cookie, "Content-Type": f"multipart/form-data; boundary={boundary}"}
        return server.ask("POST", path, body, headers)[0]

    return send


def interrupted(server: Server, folder: Path, deed) -> Counter:
    """Several people do the deed again and again; once some of it is done and something stands
    half done in this folder, everything is killed. The answers they got until then."""
    answers: Counter = Counter()

    def go_on() -> None:
        try:
            while True:
                answers[deed()] += 1
        except (OSError, http.client.HTTPException):
            answers["lost"] += 1

    people = [threading.Thread(target=go_on) for _ in range(SENDERS)]
    for person in people:
        person.start()
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if answers.total() >= SENDERS and folder.is_dir() and any(folder.iterdir()):
            break
    server.kill()
    for person in people:
        person.join()
    assert any(folder.iterdir())
    return answers


def on_disk(root: Path) -> set[str]:
    """The folders of uploads, and what was left half done beside them."""
    parts = [part for part in root.iterdir() if any(part.iterdir())]
    return {folder.name for part in parts for folder in part.iterdir()}


def rows_and_files(app) -> tuple[set[str], set[str]]:
    with app.app_context():
        rows = set(db.session.scalars(db.select(Attachment.stored_as)))
        found = on_disk(storage().root)
        leave()
    return rows, found


def test_photos_on_their_way_up_are_whole_or_gone(paper, instance):
    server = Server(instance)
    for _ in range(2):
        server.start()
        send = sender(server, paper.cookie, "/newsroom/articles/1/attachments")
        half_done = instance / "attachments" / "incoming"
        answers = interrupted(server, half_done, lambda send=send: send(photo()))
        assert set(answers) == {"lost", 303}
    server.start()
    server.kill()
    rows, found = rows_and_files(paper)
    assert len(rows) >= 2 * SENDERS and rows == found


def test_what_was_typed_last_is_there_after_a_kill(paper, instance):
    server = Server(instance)
    server.start()
    editor = "/newsroom/articles/1/edit"
    page = server.get(editor, Cookie=paper.cookie)[1]
    version = re.search(r'name="version" value="([^"]+)"', page)[1]
    keep = sender(server, paper.cookie, "/newsroom/articles/1/manuscript")
    for number in range(3):
        typed = {"board_id": "1", "title": f"{number}번째로 고친 제목", "window": "w1"}
        assert keep(version=version, **typed) == 200
    server.kill()
    server.start()
    assert 'value="2번째로 고친 제목"' in server.get(editor, Cookie=paper.cookie)[1]
    server.kill()

"""Crash recovery: after a kill during uploads, rows and files agree and nothing is left over."""

import http.client
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import replace
from io import BytesIO
from itertools import count
from pathlib import Path

import pytest
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from board.extensions import db, writing
from board.files.storage import storage
from board.models import Attachment, Origin, Session, User
from tests.cli.serving import Server
from tests.releases.corpus import Photo, releases
from tests.releases.writing import written
from tests.support import files
from tests.support.moment import REAL
from tests.support.paper import new_paper

SENDERS = 3
PATIENCE = 60  # seconds
numbers = count(1200)


@pytest.fixture
def told_moment():
    """The real time, which the server keeps."""
    return REAL


@pytest.fixture
def paper(instance):
    """A paper with one draft, whose editor is signed in: `app.cookie`."""
    app = new_paper(instance, published=False)
    with app.app_context():
        _session, key = Session.start(db.session.scalars(db.select(User)).one())
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
    """Several people repeat an action; once some of it is done and something is half done in this
    folder, everything is killed. Returns the responses they got until then."""
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
            server.signal(signal.SIGSTOP)  # what stands half done now stays so until the kill
            if any(folder.iterdir()):
                break
            server.signal(signal.SIGCONT)
    server.kill()
    for person in people:
        person.join()
    assert any(folder.iterdir())
    return answers


def on_disk(root: Path) -> set[str]:
    """The folders of uploads, and what was left half done beside them."""
    parts = [part for part in root.iterdir() if any(part.iterdir())]
    return {folder.name for part in parts for folder in part.iterdir()}


def test_documents_being_read_become_a_draft_or_leave_nothing(paper, instance):
    server = Server(instance)
    server.start()
    send = sender(server, paper.cookie, "/newsroom/arrivals")
    half_done = instance / "attachments" / "scratch"
    answers = interrupted(server, half_done, lambda: send(document(), once=f"{next(numbers)}"))
    assert set(answers) == {"lost", 303}
    server.start()
    server.kill()
    rows, found = rows_and_files(paper)
    assert len(rows) >= SENDERS and rows == found
    assert_drafts_are_whole(paper)


def test_an_import_of_many_files_that_is_killed_leaves_whole_drafts(paper, instance, tmp_path):
    names = [str(tmp_path / f"{number}.hwpx") for number in range(6)]
    for name in names:
        Path(name).write_bytes(document().read())
    importing = imported(instance, *names)
    waiting_for(lambda: on_its_way(paper))
    importing.kill()
    importing.wait()
    assert 0 < count_of_drafts(paper) < len(names)
    assert imported(instance, names[0]).wait() == 0
    rows, found = rows_and_files(paper)
    assert rows == found
    assert_drafts_are_whole(paper)


def document() -> FileStorage:
    """A release with a photo, unlike any other."""
    release = next(each for each in releases() if each.name == "repair-bus")
    unlike = release.blocks[:-1] + [Photo(next(numbers))] + release.blocks[-1:]
    name, content = written(replace(release, blocks=unlike), "hwpx")
    return files.chosen(BytesIO(content), name)


def imported(instance: Path, *names: str) -> subprocess.Popen:
    """`board release import` as a process of its own."""
    command = (sys.executable, "-c", "from board.cli import main; main()", "release", "import")
    ours = {name: value for name, value in os.environ.items() if not name.startswith("BOARD_")}
    environment = ours | {"BOARD_INSTANCE": str(instance)}
    return subprocess.Popen(
        (*command, "--board", "solnae", *names), env=environment, stdout=subprocess.DEVNULL
    )


def waiting_for(moment) -> None:
    deadline = time.monotonic() + PATIENCE
    while not moment() and time.monotonic() < deadline:
        time.sleep(0.01)


def count_of_drafts(app) -> int:
    looking = writing.set(False)  # must neither wait for the writer nor hold him up
    with app.app_context():
        drafts = db.session.scalar(db.select(db.func.count()).select_from(Origin))
        leave()
    writing.reset(looking)
    return drafts


def on_its_way(app) -> bool:
    with app.app_context():
        half_done = any((storage().root / "scratch").glob("*"))
    return half_done and count_of_drafts(app) > 0


def assert_drafts_are_whole(app) -> None:
    with app.app_context():
        for origin in db.session.scalars(db.select(Origin)):
            assert len(origin.article.photos) == str(origin.article.story).count("<figure") > 0
        leave()


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

"""Slow work: nothing that takes its time holds SQLite's one write lock meanwhile."""

from __future__ import annotations

import contextvars
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest

from board.cli.post import post
from board.cli.recount import recount
from board.cli.release import release
from board.cli.tidy import tidy
from board.extensions import ASKING_SECONDS, db, writing
from board.files.photos import decoding
from board.files.storage import storage
from board.http.gateway import DEADLINE
from board.models import Guest, OutgoingMail
from board.models.article import comparable
from board.models.user import authenticated
from board.text import extraction
from tests.conftest import PASSWORD
from tests.files.test_storage import abandon
from tests.jobs.test_inbox import letter
from tests.support import files
from tests.support.imap import running_imap
from tests.support.slow_work import Watch

pytestmark = pytest.mark.one_database

DOCUMENTS = Path(__file__).parents[1] / "documents"
GUEST = {"nickname": "강바람", "password": "나무다리"}
STORY = """달모루 도서관, 밤 아홉 시까지 문을 엽니다

솔내시는 달모루 도서관의 문 여는 시간을 밤 아홉 시까지 늘린다고 13일 밝혔다.

솔내시 관계자는 “일을 마치고 오는 주민이 많아 시간을 늘렸다”고 말했다.
"""


@pytest.fixture
def watch(app, monkeypatch) -> Iterator[Watch]:
    """Everybody who hashes, decodes, extracts, handles files, starts a process or talks to mail is noted."""
    watch = Watch(app.settings.database_url.removeprefix("sqlite:///"), app.settings.instance)
    monkeypatch.setattr(authenticated, "_hasher", Hasher(authenticated._hasher, watch))
    monkeypatch.setattr(decoding, "decoded", watch.noting("decode", decoding.decoded))
    for name in ("read", "read_document"):
        monkeypatch.setattr(extraction, name, watch.noting("extract", getattr(extraction, name)))
    Watch.on = watch
    yield watch
    Watch.on = None


class Hasher:
    """The hasher of passwords, noted each time."""

    def __init__(self, hasher, watch: Watch) -> None:
        self.hash = watch.noting("hash", hasher.hash)
        self.verify = watch.noting("hash", hasher.verify)
        self.check_needs_rehash = hasher.check_needs_rehash


@pytest.fixture
def command(app):
    """`command(tidy, "--dry-run")` in its own context, as from the command line."""

    def run(command, *words):
        db.session.commit()
        return contextvars.Context().run(app.test_cli_runner().invoke, command, list(words))

    return run


@pytest.fixture
def written(article):
    """A guest's comment, asked for its password from another browser."""
    comment = article.comment("쉼터에 의자를 놓아 주세요.", by=Guest("somebody"), **GUEST)
    db.session.commit()
    return comment


@pytest.fixture
def photo(article, admin):
    photo = article.attach(files.picture(), "쉼터.jpg", by=admin, alt="쉼터의 문")
    db.session.commit()
    return photo


@pytest.fixture
def document(article, admin):
    """A release with pictures of its own, attached for readers."""
    with (DOCUMENTS / "picture.hwpx").open("rb") as stream:
        document = article.attach(stream, "보도자료.hwpx", by=admin)
    db.session.commit()
    return document


def held(watch: Watch, *expected: str) -> list[str]:
    """What was done under the lock, and what was expected to be done at all and was not."""
    done = [what.split()[0] for what, _ in watch.found]
    return watch.locked + [f"no {what}" for what in expected if what not in done]


def test_while_a_password_is_hashed_others_can_write(watch, visit, reader, admin, article, written):
    new = "강물은 밤에도 흐른다"
    thread, comment = f"/articles/{article.id}/comments", f"/comments/{written.id}"
    joining = {
        "username": "sebom",
        "name": "한세봄",
        "password": new,
        "fourteen": "y",
        "terms": "y",
    }
    appointed = {"username": "garam1", "name": "오가람", "role": "reader"}
    deeds = [
        (None, thread, {"body": "저도 그렇게 봅니다.", **GUEST}, 303),
        (None, f"{comment}/edit", {"body": "의자를 더 놓아 주세요.", "password": "틀린 말"}, 422),
        (None, f"{comment}/edit", {"body": "의자를 더 놓아 주세요.", **GUEST}, 303),
        (None, f"{comment}/removal", {"password": "틀린 말"}, 422),
        (None, f"{comment}/removal", GUEST, 303),
        (None, "/session/new", {"username": reader.username, "password": "틀린 말"}, 422),
        (None, "/session/new", {"username": "nobody", "password": PASSWORD}, 422),
        (None, "/session/new", {"username": reader.username, "password": PASSWORD}, 303),
        (None, "/registration/new", joining, 303),
        (reader, "/account/password", {"current": "틀린 말", "password": new}, 422),
        (reader, "/account/password", {"current": PASSWORD, "password": new}, 303),
        (admin, "/newsroom/users", appointed, 201),
    ]
    wrong = []
    for user, address, fields, status in deeds:
        watch.found.clear()
        answer = visit(user).submit(address, **fields)
        if status != answer.status_code or held(watch, "hash"):
            wrong.append((address, answer.status_code, held(watch, "hash")))
    assert wrong == []


def test_while_a_photo_is_made_others_can_write(watch, visit, admin, board, article, photo):
    """Uploads, the editor with files, and every way to change a photo."""
    frame = {"left": 10, "top": 10, "width": 60, "height": 60}
    story = {"board_id": board.id, "title": "솔내 나루터 쉼터", "body": "쉼터가 문을 열었습니다."}
    page = f"/newsroom/articles/{article.id}"
    deeds = [
        (f"{page}/attachments", {"files": chosen("문.png", 900)}, "decode"),
        (f"{page}/attachments", {"files": files.chosen(files.hwp(), "자료.hwp")}, "open"),
        ("/newsroom/articles", story | {"files": chosen("창.png", 800)}, "decode"),
        (
            f"{page}/edit",
            story | {"version": article.updated_at.isoformat(), "files": chosen("방.png", 700)},
            "decode",
        ),
        (f"/newsroom/attachments/{photo.id}/blurs", frame | {"version": 1}, "open"),
        (f"/newsroom/attachments/{photo.id}/crop", frame | {"version": 2}, "open"),
        (f"/newsroom/attachments/{photo.id}/original", {}, "open"),
        (f"/newsroom/attachments/{photo.id}/removal", {}, "shutil.rmtree"),
    ]
    wrong = []
    for address, fields, work in deeds:
        watch.found.clear()
        answer = visit(admin).submit(address, **fields)
        if answer.status_code != 303 or held(watch, work):
            wrong.append((address, answer.status_code, held(watch, work)))
    assert wrong == []


def test_photos_that_take_longer_than_a_turn_are_kept_all_the_same(
    watch, visit, admin, article, monkeypatch
):
    """이한결's photo takes its time, and then somebody else is just writing for a moment."""
    turn = 0.2  # seconds
    lock = sqlite3.connect(watch.database, isolation_level=None, check_same_thread=False)
    decoded = decoding.decoded

    def slowly(stream):
        time.sleep(2 * turn)
        lock.execute("BEGIN IMMEDIATE")
        threading.Timer(1, lock.execute, ["ROLLBACK"]).start()
        return decoded(stream)

    monkeypatch.setattr(decoding, "decoded", slowly)
    desk = visit(admin)
    answer = desk.post(
        f"/newsroom/articles/{article.id}/attachments",
        data={"csrf_token": desk.token(), "files": chosen("문.png", 900)},
        environ_overrides={DEADLINE: time.monotonic() + turn},
    )
    lock.close()
    assert answer.status_code == 303


def test_who_waits_long_is_as_likely_to_be_next_as_who_has_just_come(watch, monkeypatch):
    """SQLite's own waiting would ask every tenth of a second by now."""
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 100:
            lock.execute("ROLLBACK")

    monkeypatch.setattr("board.extensions.time.sleep", pause)
    lock = sqlite3.connect(watch.database, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    meaning_to = writing.set(True)
    with closing(lock), db.engine.begin():
        writing.reset(meaning_to)
    assert pauses == [ASKING_SECONDS] * 100


def test_while_documents_are_opened_others_can_write(watch, visit, admin, board, document):
    zipped = files.archive(**{"자료/보도자료.txt": STORY, "자료/수.csv": "이름,수\n쉼터,1\n"})
    sent = [
        files.chosen(BytesIO(STORY.encode()), "보도자료.txt"),
        chosen("사진.png", 600),
        files.chosen(zipped, "묶음.zip"),
    ]
    fields = {"files": sent, "once": "batch", "originals": "y", "board_id": board.id}
    assert visit(admin).submit("/newsroom/arrivals", htmx=True, **fields).status_code == 200
    assert held(watch, "subprocess.Popen", "extract", "decode", "open") == []
    watch.found.clear()
    pasted = visit(admin).submit("/newsroom/pastes/new", text=STORY, board_id=board.id)
    assert pasted.status_code == 303
    assert held(watch, "extract") == []
    watch.found.clear()
    filling = f"/newsroom/attachments/{document.id}/filling"
    assert visit(admin).submit(filling, how="append", once="filling").status_code == 303
    assert held(watch, "subprocess.Popen", "decode") == []


def test_while_mail_is_fetched_others_can_write(watch, app, visit, admin, board, command):
    with running_imap() as imap:
        app.settings = replace(app.settings, inbox=imap.address(), inbox_server="mx.paper.example")
        with_photo = letter()
        picture = files.picture().read()
        with_photo.add_attachment(picture, maintype="image", subtype="jpeg", filename="길.jpg")
        for source in (with_photo.as_bytes(), letter(2).as_bytes()):
            imap.deliver(source)
        watch.found.clear()
        assert visit(admin).submit("/newsroom/fetches").status_code == 303
        assert held(watch, "imaplib.send", "subprocess.Popen", "decode") == []
        for number in (2, 3, 4):  # the second for the second time
            imap.deliver(letter(number).as_bytes())
        watch.found.clear()
        done = command(release, "fetch")
        assert done.exit_code == 0 and len(done.stdout.splitlines()) == 2
        assert held(watch, "imaplib.send", "subprocess.Popen") == []


def test_a_letter_that_cannot_be_put_anywhere_leaves_the_database_to_others(
    watch, app, visit, admin
):
    """There is no board yet; goodbye is said to the mail server without the lock."""
    with running_imap() as imap:
        app.settings = replace(app.settings, inbox=imap.address(), inbox_server="mx.paper.example")
        imap.deliver(letter().as_bytes())
        watch.found.clear()
        visit(admin).submit("/newsroom/fetches")
        assert held(watch, "imaplib.send") == []


def test_while_mail_is_sent_others_can_write(watch, posting, asked, visit, admin, command):
    posting.refuses = True
    address = f"/newsroom/correction-requests/{asked.id}/refusal"
    fields = {"ground": "untrue", "reason": "쉼터는 여섯 시에 엽니다."}
    assert visit(admin).submit(address, **fields).status_code == 303
    posting.refuses = False
    assert command(post, "send").exit_code == 0 and posting.letters
    assert db.session.scalars(OutgoingMail.waiting()).all() == []
    assert held(watch, "smtplib.send") == []


def test_while_files_are_imported_by_command_others_can_write(
    watch, command, board, admin, tmp_path
):
    (tmp_path / "도서관.txt").write_text(STORY)
    (tmp_path / "사진.jpg").write_bytes(files.picture().getvalue())
    (tmp_path / "쉼터.jpg").write_bytes(files.picture(900, 600).getvalue())
    names = [str(each) for each in sorted(tmp_path.glob("*.*"))]
    done = command(release, "import", *names, "--board", "solnae", "--publish", "--originals")
    assert done.exit_code in (0, 1) and len(done.output.splitlines()) == 3
    assert held(watch, "subprocess.Popen", "decode") == []


def test_while_old_files_are_deleted_others_can_write(watch, command, article, photo, admin, later):
    article.delete(by=admin)
    forgotten = storage().root / "ab" / f"ab12{storage().mark}"
    forgotten.mkdir(parents=True)
    db.session.commit()
    later(timedelta(days=40))
    watch.found.clear()
    done = command(tidy)
    assert "글과 그 파일: 1건" in done.stdout and "글이 없는 파일: 1건" in done.stdout
    assert held(watch, "shutil.rmtree") == [] and not forgotten.exists()


def test_while_articles_are_compared_anew_others_can_write(watch, command, article, monkeypatch):
    monkeypatch.setattr(comparable, "shingles_of", watch.noting("compare", comparable.shingles_of))
    assert "다시 견준 글: 1개" in command(recount).stdout
    assert watch.found[-1] == ("compare", False)


def test_while_a_crash_is_cleaned_up_others_can_write(watch, command, board, admin, tmp_path):
    """Every start, fetch and import does it."""
    abandon(storage(), "incoming", f"aa11{storage().mark}")
    abandon(storage(), "scratch", "cc33")
    (tmp_path / "도서관.txt").write_text(STORY)
    command(release, "import", str(tmp_path / "도서관.txt"), "--board", "solnae")
    assert held(watch, "shutil.rmtree") == []


def chosen(name: str, width: int):
    return files.chosen(files.picture(width, 600, form="PNG"), name)

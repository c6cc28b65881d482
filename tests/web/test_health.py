"""Health checks."""

from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from board.extensions import db
from tests.support.disk import no_room


@pytest.fixture
def attachments(instance):
    folder = instance / "attachments"
    folder.mkdir()
    return folder


def test_alive_and_ready(client, instance, attachments):
    assert client.get("/healthz").text == client.get("/readyz").text == "ok\n"
    assert list(attachments.iterdir()) == []
    assert {path.name for path in instance.iterdir()} == {"attachments"}


def test_not_ready_while_attachments_cannot_be_kept(client, instance):
    assert client.get("/readyz").status_code == 503
    (instance / "attachments").mkdir()
    assert client.get("/readyz").text == "ok\n"


def test_not_ready_on_a_full_disk_that_still_takes_empty_files(client, attachments, instance):
    client.get("/readyz")
    with no_room():
        answer = client.get("/readyz")
    assert (answer.status_code, answer.text) == (503, "the disk cannot be written\n")
    assert list(attachments.iterdir()) == []
    assert client.get("/readyz").status_code == 200


def test_not_ready_on_a_read_only_disk_and_silent_about_where_it_is(
    client, attachments, instance, monkeypatch
):
    def refuse(*_):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    answer = client.get("/readyz")
    assert answer.status_code == 503 and str(instance) not in answer.text


def test_not_ready_when_only_the_photos_have_room(client, attachments, instance, monkeypatch):
    """They may have a disk of their own, mounted there; the database's is full."""
    write = Path.write_bytes

    def full(path, data):
        if path.parent == instance:
            raise OSError(28, "No space left on device")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    assert client.get("/readyz").status_code == 503


def test_not_ready_without_a_database_and_silent_about_its_address(client, app, attachments):
    client.get("/readyz")
    gone = db.engine.url.render_as_string(hide_password=False)

    def refuse(*_):
        raise db.engine.dialect.dbapi.OperationalError(f"no route to {gone}")

    event.listen(db.engine, "before_cursor_execute", refuse)
    try:
        answer = client.get("/readyz")
    finally:
        event.remove(db.engine, "before_cursor_execute", refuse)
    assert answer.status_code == 503 and gone not in answer.text


def test_alive_without_asking_the_database(client, monkeypatch):
    def is_down(*_args, **_kwargs):
        raise OperationalError("connect", {}, OSError("refused"))

    db.session.rollback()
    monkeypatch.setattr(db.engine.pool, "connect", is_down)
    assert client.get("/healthz").text == "ok\n"
    assert client.get("/readyz").status_code == 503

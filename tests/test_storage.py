"""Files and rows agree, whatever becomes of a transaction."""

from io import BytesIO

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

from board.storage import GRACE, Storage, TooLargeError


@pytest.fixture
def storage(tmp_path):
    (tmp_path / "attachments").mkdir()
    return Storage(tmp_path / "attachments")


@pytest.fixture
def session():
    with Session(create_engine("sqlite://")) as session:
        session.execute(text("select 1"))
        yield session


def keep(storage, session, content=b"words"):
    with storage.keeping(session) as folder:
        folder.write("file", BytesIO(content))
    return folder.name


def kept(storage):
    return [path for path in storage.root.rglob("*") if path.is_file()]


def test_a_kept_file_stays_once_its_row_is_committed(storage, session):
    name = keep(storage, session)
    session.commit()
    session.close()
    assert storage.path(name, "file").read_bytes() == b"words"


def test_files_are_private(storage, session):
    path = storage.path(keep(storage, session), "file")
    assert path.stat().st_mode & 0o777 == 0o600
    assert {folder.stat().st_mode & 0o777 for folder in path.parents[:2]} == {0o700}


@pytest.mark.parametrize("end", [Session.rollback, Session.close])
def test_a_file_goes_when_its_transaction_does_not_hold(storage, session, end):
    keep(storage, session)
    end(session)
    assert kept(storage) == []


class Breaking(BytesIO):
    """A visitor who goes away in the middle."""

    def read(self, size=-1):
        if self.tell():
            raise ConnectionError
        return super().read(3)


def test_a_half_done_upload_leaves_nothing(storage, session):
    with pytest.raises(ConnectionError), storage.keeping(session) as folder:
        folder.write("480.webp", Breaking(b"half"))
    session.commit()
    assert kept(storage) == []


def test_a_file_too_large_is_refused_while_it_comes_in(storage, session):
    with pytest.raises(TooLargeError, match="올릴 수 없습니다"), storage.keeping(session) as folder:
        folder.write("file", BytesIO(b"x" * 200_000), limit=100_000)
    assert kept(storage) == []


def test_a_dropped_file_stays_until_the_drop_is_committed(storage, session):
    name = keep(storage, session)
    session.commit()
    storage.drop(name, session)
    session.execute(text("select 1"))
    session.rollback()
    assert kept(storage)
    storage.drop(name, session)
    session.execute(text("select 1"))
    session.commit()
    assert kept(storage) == []


def test_a_savepoint_does_not_settle_what_the_transaction_may_undo(storage, session):
    with session.begin_nested():
        keep(storage, session)
    session.rollback()
    assert kept(storage) == []


def test_the_sweep_takes_what_no_row_knows_but_nothing_young(storage, session):
    known, forgotten = keep(storage, session), keep(storage, session)
    session.commit()
    assert storage.sweep([known]) == 0
    later = storage.path(forgotten).stat().st_mtime + GRACE + 1
    assert storage.sweep([known], now=later) == 1
    assert storage.path(known).exists() and not storage.path(forgotten).exists()

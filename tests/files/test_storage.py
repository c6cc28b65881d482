"""Upload storage: files and rows agree, whatever happens to a transaction."""

from io import BytesIO

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

from board.files.storage import Storage, TooLargeError, write


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
    with storage.folder() as folder:
        write(folder.path / "file", BytesIO(content))
        folder.flush()
        storage.keep(folder, session)
    return folder.name


def kept(storage):
    return [path for path in storage.root.rglob("*") if path.is_file()]


def test_a_stored_file_stays_once_its_row_is_committed(storage, session):
    name = keep(storage, session)
    session.commit()
    session.close()
    assert storage.path(name, "file").read_bytes() == b"words"


def test_files_are_private(storage, session):
    path = storage.path(keep(storage, session), "file")
    assert path.stat().st_mode & 0o777 == 0o600
    assert {folder.stat().st_mode & 0o777 for folder in path.parents[:2]} == {0o700}


@pytest.mark.parametrize("end", [Session.rollback, Session.close])
def test_a_file_is_deleted_when_its_transaction_rolls_back(storage, session, end):
    keep(storage, session)
    end(session)
    assert kept(storage) == []


def test_a_file_that_is_made_ready_and_not_kept_leaves_nothing(storage, session):
    with storage.folder() as folder:
        write(folder.path / "file", BytesIO(b"words"))
    session.commit()
    assert kept(storage) == []


class Breaking(BytesIO):
    """A visitor whose upload breaks off in the middle."""

    def read(self, size=-1):
        if self.tell():
            raise ConnectionError
        return super().read(3)


def test_a_half_done_upload_leaves_nothing(storage):
    with pytest.raises(ConnectionError), storage.folder() as folder:
        write(folder.path / "480.webp", Breaking(b"half"))
    assert kept(storage) == []


def test_a_file_too_large_is_refused_while_it_comes_in(storage):
    with pytest.raises(TooLargeError, match="올릴 수 없습니다"), storage.folder() as folder:
        write(folder.path / "file", BytesIO(b"x" * 200_000), limit=100_000)
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


def test_a_savepoint_that_is_undone_takes_its_files_along(storage, session):
    outer = keep(storage, session)
    inner = session.begin_nested()
    with session.begin_nested():
        lost = keep(storage, session)
    inner.rollback()
    session.commit()
    assert storage.path(outer, "file").exists() and not storage.path(lost).exists()


def test_a_file_is_found_before_and_after_the_commit_and_then_in_its_place(storage, session):
    name = keep(storage, session)
    assert storage.path(name, "file").read_bytes() == b"words"
    session.commit()
    assert storage.path(name).parent.name == name[:2]


def test_folders_of_a_running_process_are_left_alone(storage, session):
    name = keep(storage, session)
    with storage.scratch() as folder:
        assert storage.settle(lambda names: []) == 0
        assert folder.exists() and storage.path(name).exists()
    assert not folder.exists()


def abandon(storage, part, name):
    """What a killed process leaves: a folder without a lock."""
    folder = storage.root / part / name
    folder.mkdir(parents=True)
    (folder / "file").write_bytes(b"words")
    return folder


def test_after_a_kill_committed_files_get_to_their_place_and_others_go(storage, session):
    session.commit()
    names = ["aa11", "bb22", "cc33"]
    for name in names[:2]:
        abandon(storage, "incoming", name)
    abandon(storage, "scratch", names[2])
    assert storage.settle(lambda asked: {"aa11"} & set(asked)) == 3
    assert kept(storage) == [storage.root / "aa" / "aa11" / "file"]


def test_after_a_kill_a_deletion_is_finished_or_forgotten_as_the_rows_say(storage):
    for name in ("aa11", "bb22"):
        abandon(storage, name[:2], name)
        (storage.root / "outgoing" / f"{name}.").mkdir(parents=True)
    assert storage.settle(lambda asked: {"aa11"} & set(asked)) == 2
    assert kept(storage) == [storage.root / "aa" / "aa11" / "file"]
    assert list((storage.root / "outgoing").iterdir()) == []


def test_another_database_deletes_nothing_it_does_not_know(tmp_path):
    ours, theirs = Storage(tmp_path, "0001"), Storage(tmp_path, "0002")
    abandon(ours, "incoming", "aa110001")
    abandon(ours, "bb", "bb220001")
    (tmp_path / "outgoing" / "bb220001.0001").mkdir(parents=True)
    theirs.settle(lambda asked: [])
    assert len(kept(ours)) == 2
    ours.settle(lambda asked: [])
    assert kept(ours) == []

"""Write-behind counting."""

import threading

from sqlalchemy import event

from board.extensions import db
from board.jobs.tally import Tally


def test_notes_are_written_in_one_commit():
    written = []
    tally = Tally(written.append, seconds=0)
    for number in range(3):
        tally.note(number)
    tally.flush()
    tally.flush()
    assert written == [[0, 1, 2]]


def test_a_database_that_cannot_be_written_loses_no_note():
    written = []

    def write(notes):
        if not written:
            written.append("failed")
            raise OSError("the disk is full")
        written.append(notes)

    tally = Tally(write, seconds=0)
    tally.note("가")
    tally.flush()
    tally.note("나")
    tally.flush()
    assert written == ["failed", ["가", "나"]]


def test_it_writes_by_itself_while_a_site_is_served():
    done = threading.Event()
    tally = Tally(lambda _notes: done.set(), seconds=0.01)
    tally.note("가")
    assert done.wait(timeout=5)


def test_a_reader_who_reloads_the_page_costs_no_write(app, article, visit, settle):
    place = f"/articles/{article.id}"
    visit().get(place)
    settle()
    commits = []
    event.listen(db.engine, "commit", commits.append)
    visit().get(place)
    settle()
    assert commits == []
    visit().get(place, environ_base={"REMOTE_ADDR": "203.0.113.77"})
    settle()
    assert len(commits) == 1

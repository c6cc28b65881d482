"""When letters leave: after the commit of the deed they tell of, wherever it was done."""

import threading
from contextlib import nullcontext, suppress
from dataclasses import replace

import pytest
from sqlalchemy.exc import OperationalError

from board.cli import seed
from board.extensions import db
from board.models import OutgoingMail, Ruling, User
from board.notifications import delivery, requests
from board.pages.templating import absolute, url_of
from tests.support.letterbox import free_port


@pytest.fixture
def comment(posting, article, reader):
    reader.email = "narae@mail.example"
    comment = article.comment("싸게 팝니다.", by=reader)
    db.session.commit()
    return comment


def remove(comment, moderator):
    Ruling.make(moderator, "remove", {comment: comment.seen}, reason="ad")


def waiting() -> int:
    return len(db.session.scalars(OutgoingMail.waiting()).all())


def test_without_a_page_a_letter_goes_out_too_and_tells_the_address(
    app, posting, comment, moderator
):
    remove(comment, moderator)
    assert posting.letters == [] and waiting() == 1
    db.session.commit()
    [letter] = posting.letters
    address = f"{app.settings.url}/comments/{comment.id}"
    assert letter["To"] == "narae@mail.example" and address in letter.get_content()
    assert waiting() == 0


def test_addresses_in_letters_are_those_of_the_pages(app, posting, asked, article, admin):
    asked.accept(by=admin)
    text = "쉼터는 일곱 시에 엽니다."
    correction = article.correct(kind="correction", text=text, by=admin, request=asked)
    db.session.commit()
    *_, published = posting.letters
    with app.test_request_context():
        assert absolute(url_of(correction)) in published.get_content()


def test_what_is_rolled_back_is_told_to_nobody(posting, comment, moderator, other_reader):
    remove(comment, moderator)
    db.session.rollback()
    other_reader.email = "dohyun@mail.example"
    db.session.commit()
    assert posting.letters == [] and db.session.query(OutgoingMail).count() == 0
    assert not comment.is_removed


@pytest.mark.parametrize("succeeds", [True, False])
def test_a_savepoint_sends_nothing_before_the_commit(posting, comment, moderator, succeeds):
    with nullcontext() if succeeds else suppress(KeyError), db.session.begin_nested():
        remove(comment, moderator)
        if not succeeds:
            raise KeyError
    assert posting.letters == []
    db.session.commit()
    assert len(posting.letters) == comment.is_removed == succeeds


def test_a_deed_nobody_is_to_hear_of_asks_no_mail_server(monkeypatch, comment, reader, visit):
    monkeypatch.setattr(delivery, "post_waiting", lambda _app: pytest.fail("nothing was written"))
    assert visit(reader).submit(f"/comments/{comment.id}/removal").status_code == 303
    db.session.expire_all()
    assert comment.is_removed


def test_nobody_waits_for_the_mail_server(app, monkeypatch, comment, moderator, visit):
    app.settings = replace(app.settings, flush_seconds=1.0)
    senders = []
    monkeypatch.setattr(
        delivery, "post_waiting", lambda _app: senders.append(threading.current_thread().name)
    )
    visit(moderator).submit(f"/comments/{comment.id}/removal", reason="ad")
    for thread in threading.enumerate():
        if thread.name == "post":
            thread.join()
    assert senders == ["post"]


def test_a_mail_server_that_is_away_stops_no_deed(app, posting, comment, moderator):
    app.settings = replace(app.settings, smtp=replace(posting.smtp, port=free_port()))
    remove(comment, moderator)
    db.session.commit()
    assert comment.is_removed and waiting() == 1


def test_a_busy_database_leaves_the_letters_for_later(app, monkeypatch, comment, moderator):
    def busy(_app):
        raise OperationalError("UPDATE", {}, Exception("database is locked"))

    monkeypatch.setattr(delivery, "post_waiting", busy)
    remove(comment, moderator)
    db.session.commit()
    monkeypatch.undo()
    assert comment.is_removed and waiting() == 1
    assert delivery.post_waiting(app) == (1, 0)


def test_a_letter_that_cannot_be_written_undoes_the_deed(app, monkeypatch, contested, admin, visit):
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    kinds = requests.LETTERS[type(contested)]
    lost = {"notice": replace(kinds["notice"], template="mail/nowhere.txt")}
    monkeypatch.setitem(requests.LETTERS, type(contested), kinds | lost)
    place = f"/newsroom/takedown-requests/{contested.id}/takedown"
    assert visit(admin).submit(place, days="30").status_code == 500
    db.session.expire_all()
    assert contested.state == "open" and [mail.kind for mail in contested.mails] == ["received"]


@pytest.mark.one_database
def test_the_command_that_sows_the_sample_tells_its_people_too(app, posting, monkeypatch):
    advertisement = {
        "body": "싸게 팝니다.",
        "by": "gangnaru",
        "age_minutes_after": 5,
        "reports": [{"by": "okja", "reason": "ad"}],
        "removed": {"by": "jikimi", "reason": "광고"},
    }
    join, read = User.join, seed._toml

    def join_with_an_address(username, *args):
        user = join(username, *args)
        user.email = f"{username}@mail.example"
        return user

    def read_and_add(name):
        sown = read(name)
        if name == "comments.toml":
            sown["threads"][0]["comments"].append(advertisement)
        return sown

    monkeypatch.setattr(User, "join", join_with_an_address)
    monkeypatch.setattr(seed, "_toml", read_and_add)
    monkeypatch.setattr(seed._Seeder, "_attach", lambda *_: None)  # photos take ten seconds
    assert app.test_cli_runner().invoke(seed.seed, []).exit_code == 0
    told = [letter["To"].partition("@")[0] for letter in posting.letters]
    assert told == ["gangnaru", "okja", "banseok", "banseok"]  # deleted, and suspended

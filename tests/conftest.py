"""The stage for every test: two databases, an application, people with names, and visits.

A test that uses `app` (or anything built on it) is played twice, on SQLite and on PostgreSQL;
`--database sqlite` plays it once. People are rows made by the product's own verbs. The test stands
inside the application's context, so that models can be asked directly; what a visitor sends is
answered in a context of its own, as on a real site.

    def test_a_reader_leaves_a_comment(article, reader, visit):
        narae = visit(reader)
        narae.submit(f"/articles/{article.id}/comments", body="잘 읽었습니다.")
        assert article.comments_count == 1
"""

from __future__ import annotations

import contextvars
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import flask_migrate
import hypothesis
import pytest
from flask import Flask, has_app_context
from flask.testing import FlaskClient
from sqlalchemy import Engine, create_engine, event
from time_machine import travel
from xdist.scheduler import LoadScopeScheduling

from board import clock, create_app
from board.config import Settings, sqlite_url
from board.extensions import db, writing
from board.files.limits import megabytes
from board.http.csrf import csrf_token
from board.http.pieces import Pieces
from board.jobs import tally
from board.models import (
    ADMIN,
    MODERATOR,
    Alarm,
    Article,
    Board,
    CorrectionRequest,
    Exclusion,
    Group,
    Guest,
    Mail,
    PressOffice,
    Ruling,
    Session,
    Slowdown,
    Suspension,
    TakedownRequest,
    User,
    WordlistEntry,
    use_cheap_passwords,
)
from tests.support.files import picture
from tests.support.letterbox import Letterbox
from tests.support.moment import ORDINARY, REAL, checked, moment_of
from tests.support.postgresql import folder_of, new_database, running_server

# The same examples each time: what a run says depends on the change alone. Others are drawn with
# `--hypothesis-profile=default`.
hypothesis.settings.register_profile("again", derandomize=True)
hypothesis.settings.load_profile("again")

DATABASES = ("sqlite", "postgresql")
PASSWORD = "파란 나룻배 열두 척"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=(*DATABASES, "both"),
        default=os.environ.get("BOARD_TEST_DATABASE", "both"),
        help="the database the web and model tests are played on (default: both)",
    )
    parser.addoption(
        "--clock",
        type=checked,
        default=os.environ.get("BOARD_TEST_CLOCK", ""),
        help=f"the moment at which each test begins, or {REAL} for the real time; the browser and "
        f"real servers always keep the real one (default: {ORDINARY})",
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "database_url" in metafunc.fixturenames:
        chosen = metafunc.config.getoption("--database")
        if chosen == "both" and metafunc.definition.get_closest_marker("one_database"):
            chosen = DATABASES[0]
        names = DATABASES if chosen == "both" else (chosen,)
        metafunc.parametrize("database_url", names, indirect=True)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log) -> LoadScopeScheduling:
    return Dealing(config, log)


class Dealing(LoadScopeScheduling):
    """Tests are dealt out one by one, but those that share a site and its browsers together.

    (`--dist loadgroup` is for this, but since pytest 9.2 it deals out everything one by one:
    pytest-xdist issue 1386.)
    """

    def _split_scope(self, nodeid: str) -> str:
        path, _, _ = nodeid.partition("::")
        if path.startswith("tests/browser/"):
            return "/".join(path.split("/")[:3])  # a file, or the whole gate
        return nodeid


@pytest.fixture
def told_moment(request: pytest.FixtureRequest) -> str:
    """What `--clock` says. Tests that talk to processes of their own override it with `REAL`,
    for nobody moves the clock of those."""
    return request.config.getoption("--clock")


@pytest.fixture(autouse=True)
def beginning(told_moment: str) -> Iterator[datetime]:
    """The moment, in UTC, at which this test began; from then on its clock ticks."""
    moment = moment_of(told_moment)
    if told_moment == REAL:
        yield moment
    else:
        with travel(moment.isoformat()):  # a datetime would change the machine's time zone too
            yield moment


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    """The folder of one site's data: database, attachments."""
    folder = tmp_path / "instance"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture
def database_url(request: pytest.FixtureRequest, instance: Path) -> str:
    """The address of a migrated, empty database of the kind being played."""
    return request.getfixturevalue(f"empty_{request.param}")


@pytest.fixture
def app(database_url: str, instance: Path, application: Callable[[str], Flask]) -> Iterator[Flask]:
    """The application on an empty database; the test stands inside its context.

    A run makes one for each database, for that takes longer than most tests. Its settings and its
    tally are new for each test; what else a test changes on it, it changes back (`monkeypatch`).
    """
    app = application(database_url)
    app.settings = Settings.for_tests(instance, database_url)
    tally.init_app(app)
    app.last_site = None
    app.pieces = Pieces(megabytes(app.settings.page_cache_megabytes))
    use_cheap_passwords(True)
    asking = writing.set(False)  # what a test looks at must not lock out a visitor
    with app.app_context():
        yield app
        db.session.remove()
        if db.engine.dialect.name == "sqlite":
            db.engine.dispose()  # the next test has another file
    writing.reset(asking)


@pytest.fixture(scope="session")
def application(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Flask]]:
    """`application(url)` is the one that plays on that database."""
    made: dict[str, Flask] = {}

    def playing_on(url: str) -> Flask:
        if url not in made:
            settings = Settings.for_tests(tmp_path_factory.mktemp("application"), url)
            made[url] = create_app(settings)
            made[url].test_client_class = Visitor
        return made[url]

    yield playing_on
    for app in made.values():
        with app.app_context():
            db.engine.dispose()


@pytest.fixture
def settle(app: Flask) -> Callable[[], None]:
    """`settle()` writes what was noted during requests: views, visits."""

    def write_notes() -> None:
        db.session.commit()
        app.tally.flush()

    return write_notes


@pytest.fixture
def later(time_machine) -> Callable[[timedelta], None]:
    """`later(timedelta(hours=3))`: that much time has passed; meanwhile the clock goes on."""

    def pass_time(by: timedelta) -> None:
        time_machine.move_to((clock.now() + by).isoformat())  # as text: the time zone stays

    return pass_time


@pytest.fixture
def statements(app: Flask) -> Callable[[], AbstractContextManager[list[str]]]:
    """`with statements() as made:` collects the SQL that is sent meanwhile."""

    @contextmanager
    def collect() -> Iterator[list[str]]:
        made: list[str] = []

        def note(_connection, _cursor, statement: str, *_) -> None:
            made.append(statement)

        event.listen(db.engine, "before_cursor_execute", note)
        yield made
        event.remove(db.engine, "before_cursor_execute", note)

    return collect


@pytest.fixture
def client(app: Flask) -> Visitor:
    """A reader's browser that has never been here: no cookie."""
    return app.test_client()


@pytest.fixture
def visit(app: Flask) -> Callable[..., Visitor]:
    """`visit(reader)` is that member's browser, signed in; `visit()` another guest's."""

    def arrive(user: User | None = None) -> Visitor:
        visitor = app.test_client()
        if user is not None:
            visitor.sign_in(user)
        return visitor

    return arrive


class Visitor(FlaskClient):
    """A test client of one person. Pending changes of the test are committed before each
    request."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.environ_base["HTTP_USER_AGENT"] = "Mozilla/5.0 (Linux; Android 15) Chrome/150.0"

    def open(self, *args, **kwargs):
        if has_app_context():
            db.session.commit()
        return contextvars.Context().run(super().open, *args, **kwargs)

    def htmx(self, path: str, **kwargs):
        """GET as htmx asks: the answer is a fragment."""
        return self.get(path, headers={"HX-Request": "true"}, **kwargs)

    def submit(self, path: str, *, htmx: bool = False, **fields):
        """Send a form of one of our pages, its token included; None leaves a field out."""
        given = {name: value for name, value in fields.items() if value is not None}
        headers = {"HX-Request": "true"} if htmx else {}
        return self.post(path, data={"csrf_token": self.token(), **given}, headers=headers)

    def token(self) -> str:
        """The token a page made now for this visitor would carry."""
        return contextvars.Context().run(self._token)

    def sign_in(self, user: User) -> None:
        """Start a session as the sign-in form does, without its page."""
        _session, token = Session.start(user)
        db.session.commit()
        self.set_cookie("naru_session", token)

    def _token(self) -> str:
        cookies = "; ".join(f"{each.key}={each.value}" for each in self._cookies.values())
        with self.application.test_request_context(headers={"Cookie": cookies}):
            self.application.preprocess_request()
            return csrf_token()


# People


@pytest.fixture
def reader(app: Flask) -> User:
    return _member("narae", "김나래")


@pytest.fixture
def other_reader(app: Flask) -> User:
    return _member("dohyun", "최도현")


@pytest.fixture
def moderator(app: Flask) -> User:
    return _member("bora", "박보라", MODERATOR)


@pytest.fixture
def admin(app: Flask) -> User:
    return _member("hangyeol", "이한결", ADMIN)


@pytest.fixture
def other_moderator(app: Flask) -> User:
    return _member("sedam", "오세담", MODERATOR)


@pytest.fixture
def other_admin(app: Flask) -> User:
    return _member("garam", "윤가람", ADMIN)


@pytest.fixture
def guest(app: Flask) -> Guest:
    return Guest("the-cookie-of-a-guest")


def _member(username: str, name: str, role: str | None = None) -> User:
    user = User.join(username, name, PASSWORD)
    if role:
        user.give_role(role)
    db.session.commit()
    return user


# Things


@pytest.fixture
def board(app: Flask) -> Board:
    """솔내시, a board of the group 지역소식, open to guests."""
    group = Group(slug="regions", name="지역소식")
    board = Board(slug="solnae", name="솔내시", description="솔내시 소식입니다.", group=group)
    db.session.add(board)
    db.session.commit()
    return board


@pytest.fixture
def other_board(board: Board) -> Board:
    """달모루, a second board of the same group."""
    other = Board(slug="dalmoru", name="달모루", group=board.group)
    db.session.add(other)
    db.session.commit()
    return other


@pytest.fixture
def article(board: Board, admin: User) -> Article:
    """An article that 이한결 published an hour ago."""
    article = Article.draft(
        board=board,
        by=admin,
        title="솔내 나루터에 새 쉼터가 문을 열었습니다",
        subtitles=["주민 누구나 아침부터 저녁까지 쓸 수 있습니다"],
        body="<p>솔내시는 나루터 옆 빈 창고를 고쳐 쉼터를 열었습니다.</p>",
    )
    article.publish(by=admin, at=clock.now() - timedelta(hours=1))
    db.session.commit()
    return article


@pytest.fixture
def asked(article: Article) -> CorrectionRequest:
    """정한별 asks for a correction of the article."""
    request = article.request_correction(
        by=Guest("the-cookie-of-hanbyeol"),
        kind="correction",
        name="정한별",
        contact="hanbyeol@mail.example",
        relation="쉼터 관리인",
        wrong="여섯 시에 연다고 썼습니다.",
        wanted="쉼터는 일곱 시에 엽니다.",
        known_on=clock.today(),
    )
    db.session.commit()
    return request


@pytest.fixture
def contested(article: Article, reader: User) -> TakedownRequest:
    """문가온 asks that a comment of 김나래's be hidden."""
    comment = article.comment("문 씨가 쉼터의 의자를 가져갔습니다.", by=reader)
    case = comment.request_takedown(
        by=Guest("the-cookie-of-gaon"),
        asker="self",
        right="defamation",
        wrong="첫 문장이 거짓입니다.",
        explanation="저는 그날 솔내에 없었고, 차표를 보여 드릴 수 있습니다.",
        name="문가온",
        contact="gaon@mail.example",
    )
    db.session.commit()
    return case


@pytest.fixture
def world(
    article: Article,
    asked: CorrectionRequest,
    contested: TakedownRequest,
    admin: User,
    reader: User,
    moderator: User,
) -> dict[str, object]:
    """A value for each variable part of an address, belonging together."""
    comment = article.comment(
        "쉼터 덕분에 기다리기 좋습니다.", by=Guest("someone"), nickname="강바람", password="0000!"
    )
    hidden = article.comment("쉼터에 물을 놓아 주세요.", by=reader)
    hidden.hold_back("machine", [])
    appeal = hidden.ask_again(by=reader, body="보통 부탁입니다.")
    photo = article.attach(picture(form="PNG"), "쉼터.png", by=admin, alt="새로 연 쉼터의 문")
    file = article.attach(BytesIO("이름,수\n쉼터,1\n".encode()), "현황.csv", by=admin)
    office = PressOffice.add("솔내시 공보실", "press@solnae.example", article.board, by=admin)
    correction = article.correct(kind="correction", text="문은 일곱 시에 엽니다.", by=admin)
    article.revise(by=admin, title=f"{article.title} (고침)")
    alarm = Alarm.rise(by=admin)
    alarm.end(by=admin)
    ruling = Ruling.make(moderator, "keep", {comment: comment.seen})
    article.recommend(by=reader)
    exclusion = Exclusion.make([(article, reader.key)], by=admin, what="몰린 추천", why="")
    slowdown = Slowdown.place(article, by=moderator, seconds=1)
    tomorrow = clock.now() + timedelta(days=1)
    suspension = Suspension.place(comment, by=moderator, until=tomorrow, reason="flood")
    mail = Mail.note("Subject: 솔내시 소식\r\n\r\n글".encode())
    WordlistEntry.add(["감자바위"], "blocked", by=admin)
    db.session.commit()
    return {
        "mail_id": mail.id,
        "alarm_id": alarm.id,
        "exclusion_id": exclusion.id,
        "article_id": article.id,
        "comment_id": comment.id,
        "appeal_id": appeal.id,
        "correction_id": correction.id,
        "request_id": asked.id,
        "case_id": contested.id,
        "ruling_id": ruling.id,
        "slowdown_id": slowdown.id,
        "suspension_id": suspension.id,
        "receipt": asked.receipt,
        "board_id": article.board.id,
        "slug": article.board.slug,
        "group_id": article.board.group.id,
        "user_id": reader.id,
        "office_id": office.id,
        "photo_id": photo.id,
        "part": "1200.jpg",
        "sitemap": "pages",
        "attachment_id": file.id,
        "name": file.name,
        "number": article.revisions[-1].number,
        "word_id": db.session.scalar(db.select(WordlistEntry.id)),
        "filename": "css/app.css",
    }


# Mail


@pytest.fixture
def letterbox() -> Iterator[Letterbox]:
    """A mail server that takes everything; the site does not know it yet."""
    box = Letterbox().start()
    yield box
    box.stop()


@pytest.fixture
def posting(app: Flask, letterbox: Letterbox) -> Letterbox:
    """The same, and the site sends its mail there."""
    app.settings = replace(app.settings, smtp=letterbox.smtp)
    return letterbox


# Databases


@pytest.fixture
def empty_sqlite(migrated_sqlite: Path, played_sqlite: Path) -> str:
    for left in played_sqlite.iterdir():
        left.unlink()
    shutil.copyfile(migrated_sqlite, played_sqlite / "board.sqlite3")
    return sqlite_url(played_sqlite)


@pytest.fixture
def empty_postgresql(migrated_postgresql: str, empty_all_tables: Callable[[], None]) -> str:
    empty_all_tables()
    return migrated_postgresql


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that has been through every migration, to be copied."""
    instance = tmp_path_factory.mktemp("migrated")
    migrate(Settings.for_tests(instance))
    return instance / "board.sqlite3"


@pytest.fixture(scope="session")
def played_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which each test finds its file."""
    return tmp_path_factory.mktemp("played")


@pytest.fixture(scope="session")
def migrated_postgresql(postgresql: Callable[[str], str], tmp_path_factory, worker: str) -> str:
    """A database that has been through every migration, to be emptied before each test."""
    url = postgresql(f"board_{worker}")
    migrate(Settings.for_tests(tmp_path_factory.mktemp("migrated"), url))
    return url


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory, worker: str) -> Iterator[Callable]:
    """`postgresql("name")` gives the address of a new database on the run's server."""
    alone = worker == "alone"
    run = tmp_path_factory.getbasetemp() if alone else tmp_path_factory.getbasetemp().parent
    with running_server(folder_of(run)) as server:
        yield lambda name: new_database(server, name)


@pytest.fixture(scope="session")
def worker() -> str:
    return os.environ.get("PYTEST_XDIST_WORKER", "alone")


@pytest.fixture(scope="session")
def empty_all_tables(migrated_postgresql: str) -> Iterator[Callable[[], None]]:
    """Deleting few rows takes a tenth of the time of TRUNCATE, which makes new files."""
    engine = create_engine(migrated_postgresql)
    tables = db.metadata.sorted_tables
    emptying = ["SET LOCAL session_replication_role = replica"]  # no foreign key is in the way
    emptying += [str(table.delete()) for table in tables]
    emptying += [
        f"SELECT setval(pg_get_serial_sequence('\"{table.name}\"', 'id'), 1, false)"
        for table in tables
        if "id" in table.columns
    ]

    def empty() -> None:
        with engine.begin() as connection:
            connection.exec_driver_sql("; ".join(emptying))

    yield empty
    engine.dispose()


def migrate(settings: Settings) -> None:
    """Bring a database up to date as `board db upgrade` does."""
    app = create_app(settings)
    with app.app_context():
        flask_migrate.upgrade()
        db.session.remove()
        db.engine.dispose()


@event.listens_for(Engine, "connect", insert=False)
def _spare_the_disk(connection, _record) -> None:
    """A test's file need not survive a power cut; the promise itself is tested in tests/cli."""
    if isinstance(connection, sqlite3.Connection) and "BOARD_TEST_DURABLE" not in os.environ:
        connection.execute("PRAGMA synchronous=OFF")

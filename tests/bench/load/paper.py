"""Generated papers of any size, written straight into the tables.

Words are invented out of Korean syllables and used as often as words are: the n-th most frequent
one a n-th as often as the first (Zipf). So an index has its common and its rare words.
"""

from __future__ import annotations

import random
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate, islice
from pathlib import Path

import click
import flask_migrate
from sqlalchemy import column, insert, table

from board import create_app
from board.application import Naru
from board.clock import now
from board.config import Settings, sqlite_url
from board.extensions import analyse, db
from board.http.csrf import csrf_token
from board.models import ADMIN, Article, Board, Group, Session, User
from board.models.article.counted import recount_months
from board.models.screens.paging import PAGE_SIZE
from board.text.fingerprints import fingerprint
from board.text.sanitising import comment_html
from board.text.searching import search_key

SYLLABLES = (
    "가나다라마바사아자차카타파하고노도로모보소오조초코토포호구누두루무부수우주추기니디리미비시이지"
)
MOST_WORDS = 20_000
ARTICLE_WORDS, COMMENT_WORDS = 190, 12  # 1.7 KB of UTF-8, and about a line
COMMENTS_EACH = 3
THREAD = 50  # comments below each of the newest `MOST_DISCUSSED` articles
MOST_DISCUSSED = 400
MEMBERS = 1_000  # signed in, to write and recommend
YEARS = 10
SLICE = 2_000  # articles in one transaction
GROUPS = {"regions": 4, "life": 3, "paper": 1}  # boards in each
SECRET = "for-measuring-only-" + "0123456789abcdef" * 2
MOMENT = "%Y-%m-%d %H:%M:%S.%f"


@dataclass(frozen=True)
class Member:
    """Somebody signed in: the token of the session, and one for forms."""

    session: str
    csrf: str


@dataclass(frozen=True)
class LargePaper:
    """A generated paper: where it lies, and what a reader finds in it."""

    instance: Path
    database_url: str
    articles: int
    discussed: tuple[int, ...]  # the ids of articles with `THREAD` comments, newest first
    board: str
    last_page: int
    members: tuple[Member, ...]
    guest_csrf: str  # a token for forms, the same for all readers without a session

    @property
    def environment(self) -> dict[str, str]:
        """What a server needs to know to serve it."""
        return {
            "BOARD_ENV": "sample",
            "BOARD_INSTANCE": str(self.instance),
            "BOARD_DATABASE_URL": self.database_url,
            "BOARD_SECRET_KEY": SECRET,
            "BOARD_TRUSTED_PROXIES": "1",
        }


def generated(instance: Path, articles: int, database_url: str | None = None) -> LargePaper:
    """A new paper in an empty folder and an empty database; the same for the same size."""
    instance.mkdir(mode=0o700, parents=True)
    (instance / "attachments").mkdir()
    database_url = database_url or sqlite_url(instance)
    app = create_app(Settings.for_tests(instance, database_url, secret_key=SECRET))
    with app.app_context():
        flask_migrate.upgrade()
        boards, editor = _boards(), _editor()
        members = tuple(_signed_in(app, number) for number in range(MEMBERS))
        db.session.commit()
        _fill(app, articles, [board.id for board in boards], editor.id)
        paper = LargePaper(
            instance=instance,
            database_url=database_url,
            articles=articles,
            discussed=tuple(range(articles, articles - _discussed(articles), -1)),
            board=boards[0].slug,
            last_page=_last_page(boards[0]),
            members=members,
            guest_csrf=_guests_token(app),
        )
        db.session.remove()
        db.engine.dispose()
    return paper


def _boards() -> list[Board]:
    boards = []
    for place, (slug, number) in enumerate(GROUPS.items()):
        group = Group(slug=slug, name=f"모둠 {place + 1}", position=place)
        boards += [
            Board(group=group, slug=f"{slug}-{each}", name=f"게시판 {place + 1}-{each + 1}")
            for each in range(number)
        ]
    db.session.add_all(boards)
    db.session.flush()
    for board in boards:  # of a new one, None would mean the default
        board.comments_close_days = None
    return boards


def _editor() -> User:
    editor = User.join("editor", "편집 맡은 이", secrets.token_urlsafe())
    editor.give_role(ADMIN)
    return editor


def _signed_in(app: Naru, number: int) -> Member:
    user = User.join(f"member{number}", f"읽는이{number}", secrets.token_urlsafe())
    session = Session.start(user)[1]
    with app.test_request_context(headers={"Cookie": f"naru_session={session}"}):
        return Member(session, csrf_token())


def _guests_token(app: Naru) -> str:
    with app.test_request_context():
        return csrf_token()


def _last_page(board: Board) -> int:
    total = db.session.scalar(
        db.select(db.func.count()).select_from(Article).where(Article.board_id == board.id)
    )
    return -(-total // PAGE_SIZE)


def _fill(app: Naru, articles: int, boards: list[int], editor: int) -> None:
    chance = random.Random(articles)  # noqa: S311 - a paper that is the same each time
    words = Vocabulary(chance)
    remarks = [_remark(words) for _ in range(1_000)]
    with click.progressbar(length=articles, label=f"{articles:,} articles") as bar:
        rows = _articles(chance, words, articles, boards, editor)
        while part := list(islice(rows, SLICE)):
            comments = [
                row
                for article in part
                for row in _comments(chance, remarks, article, _thread(article["id"], articles))
            ]
            db.session.execute(insert(_table("articles", part[0])), part)
            db.session.execute(insert(_table("comments", comments[0])), comments)
            db.session.commit()
            bar.update(len(part))
    for _corrected in recount_months():
        db.session.commit()
    with db.engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("ANALYZE")  # autovacuum would come a minute later
        analyse(connection)


def _table(name: str, row: dict) -> table:
    """The table without its types: what is written here needs no cleaning."""
    return table(name, *(column(each) for each in row))


def _thread(article: int, articles: int) -> int:
    return THREAD if article > articles - _discussed(articles) else COMMENTS_EACH


def _discussed(articles: int) -> int:
    return min(articles // 3, MOST_DISCUSSED)


def _articles(
    chance: random.Random, words: Vocabulary, number: int, boards: list[int], editor: int
) -> Iterator[dict]:
    newest = now().replace(tzinfo=None) - timedelta(minutes=5)
    apart = timedelta(days=365 * YEARS) / number if number > 1_000 else timedelta(hours=2)
    for place in range(1, number + 1):
        title = words.text(6)
        paragraphs = [words.text(ARTICLE_WORDS // 5) for _ in range(5)]
        at = newest - apart * (number - place)
        yield {
            "id": place,
            "board_id": boards[0] if place == number else chance.choice(boards),
            "author_id": editor,
            "title": title,
            "subtitles": "[]",
            "body": "".join(f"<p>{each}</p>" for each in paragraphs),
            "byline": "편집 맡은 이",
            "label": "",
            "source": "",
            "created_at": _written(at),
            "updated_at": _written(at),
            "published_at": _written(at),
            "views_count": int(chance.paretovariate(1) * 20) % 50_000,
            "comments_count": _thread(place, number),
            "search_text": search_key("\n".join([title, *paragraphs, "편집 맡은 이"])),
        }


def _comments(
    chance: random.Random, remarks: list[dict], article: dict, number: int
) -> Iterator[dict]:
    at = article["published_at"]
    if isinstance(at, str):
        at = datetime.strptime(at, MOMENT)  # noqa: DTZ007 - UTC, as stored
    for place in range(number):
        yield {
            "article_id": article["id"],
            "nickname": f"지나던 이 {chance.randrange(5_000)}",
            "guest_key": f"{chance.getrandbits(128):032x}",
            "created_at": _written(at + timedelta(seconds=place)),
            "depth": 0,
            **chance.choice(remarks),
        }


def _remark(words: Vocabulary) -> dict[str, str]:
    body = words.text(COMMENT_WORDS)
    return {"body": body, "html": comment_html(body), "fingerprint": fingerprint(body)}


def _written(at: datetime) -> str | datetime:
    return at.strftime(MOMENT) if db.engine.dialect.name == "sqlite" else at


class Vocabulary:
    """Invented words with Zipf's frequencies."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        words: dict[str, None] = {}
        while len(words) < MOST_WORDS:
            words["".join(chance.choices(SYLLABLES, k=chance.choice((2, 2, 3, 3, 4))))] = None
        self.words = list(words)
        self.weights = list(accumulate(1 / (place + 1) for place in range(MOST_WORDS)))

    def text(self, length: int) -> str:
        return " ".join(self.chance.choices(self.words, cum_weights=self.weights, k=length)) + "."

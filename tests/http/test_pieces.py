"""Kept pieces: a page made of them is, byte for byte, the page as it would be made anew."""

from __future__ import annotations

import gzip
import re
import sys
import zlib
from datetime import timedelta
from functools import cached_property
from itertools import count

import pytest
from jinja2 import Environment

from board import clock
from board.extensions import db
from board.http.pieces import KeptTag, Piece, Pieces, gzipped, hole, joined
from board.models import (
    Article,
    Guest,
    Publisher,
    Ruling,
    Slowdown,
    Thread,
    TopStory,
    WordlistEntry,
)
from board.models.screens import thread
from tests.house.test_hidden_words import BAD, STATES
from tests.support.files import hwp

COOKIE = "the-cookie-of-a-guest"
TOKENS = re.compile(r'(name="(?:csrf_token|once|stamp)" value=)"[^"]*"')


@pytest.fixture
def readers(visit, reader, other_reader, moderator, admin) -> dict:
    """Browsers of everybody a page looks different for."""
    guest, other_guest = visit(), visit()
    guest.set_cookie("naru_guest", COOKIE)
    other_guest.set_cookie("naru_guest", "another-cookie")
    people = {"reader": reader, "other reader": other_reader}
    people |= {"moderator": moderator, "admin": admin}
    known = {who: visit(person) for who, person in people.items()}
    return {"nobody": visit(), "guest": guest, "other guest": other_guest, **known}


@pytest.fixture
def looks_new(app, readers):
    """`looks_new(paths)`: each page, with what is in memory, is the page without it."""

    def compare(*paths: str) -> None:
        db.session.commit()
        for who, browser in readers.items():
            for path in paths:
                kept = page(browser, path)
                pieces, app.pieces = app.pieces, Pieces(0)
                assert (who, path, kept) == (who, path, page(browser, path))
                app.pieces = pieces

    return compare


def page(browser, path: str) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200
    return TOKENS.sub(r"\1", answer.text)


def deeds(article: Article, reader, other_reader, moderator, admin, later):
    """Whatever changes an article's page, one after the other."""
    guest = Guest(COOKIE)
    first = article.comment("몇 시에 여나요?", by=reader)
    yield "a comment"
    mine = article.comment("아홉 시요.", by=guest, parent=first, nickname="이웃", password="1234!")
    yield "a guest's answer"
    for number in range(12):
        article.comment(f"{number}번째 말", by=other_reader)
    yield "more comments than stand in one piece"
    mine.recommend(by=reader)
    yield "a recommendation"
    mine.unrecommend(by=reader)
    yield "none"
    for voter in range(6):
        first.recommend(by=Guest(f"v{voter}"))
    yield "one of the most recommended"
    first.edit("몇 시에 열고 닫나요?")
    yield "other words"
    mine.report(by=other_reader, reason="abuse")
    yield "a report"
    mine.hold_back("reports", [], was_shown=True)
    yield "a hold"
    Ruling.make(moderator, "keep", {mine: mine.seen})
    yield "none"
    ruling = Ruling.make(moderator, "remove", {mine: mine.seen}, reason="abuse")
    yield "a ruling"
    ruling.undo(by=moderator)
    yield "none"
    first.take_back(by=reader)
    yield "taken back"
    later(timedelta(minutes=11))
    yield "ten minutes passed"
    reader.name = "새 이름"
    yield "another name"
    slowdown = Slowdown.place(article, by=moderator, seconds=None)
    yield "comments closed"
    slowdown.lift(by=moderator)
    article.revise(by=admin, title="고친 제목", body="<p>고친 본문입니다.</p>")
    yield "another text"
    article.recommend(by=guest)
    article.views_count += 7
    yield "other numbers"
    article.correct(by=admin, kind="correction", text="날짜를 바로잡습니다.")
    yield "a correction"
    article.board.reporting = "nobody"
    article.board.name = "새 게시판 이름"
    Publisher.current().name = "나루터신문"
    yield "other names"
    article.board.commenting = "member"
    yield "members only"


def test_what_is_kept_is_never_out_of_date(
    article, reader, other_reader, moderator, admin, later, looks_new
):
    for _deed in deeds(article, reader, other_reader, moderator, admin, later):
        looks_new(f"/articles/{article.id}", f"/articles/{article.id}/comments?order=best")


def deeds_in_a_list(article: Article, admin, later):
    """Whatever changes a list, one after the other."""
    for number in range(16):
        other = Article.draft(board=article.board, by=admin, title=f"소식 {number}")
        other.publish(by=admin)
    yield "a second page"
    other.pin(by=admin, until=clock.now() + timedelta(hours=30))
    yield "a notice"
    TopStory.choose(article, until=clock.now() + timedelta(hours=28), by=admin)
    yield "a top story"
    article.recommend(by=Guest(COOKIE))
    article.views_count += 3
    article.label = "sponsored"
    article.attach(hwp(), "약도.hwp", by=admin)
    yield "other numbers and marks"
    article.revise(by=admin, title="고친 제목", byline="다른 이")
    yield "other words"
    later(timedelta(hours=15))
    yield "another day"
    later(timedelta(hours=10))
    yield "nothing is new"
    later(timedelta(hours=6))
    yield "the notice's end"
    other.withdraw(by=admin)
    yield "one less"
    article.board.name = "새 게시판 이름"
    yield "another name"


def test_a_kept_list_is_never_out_of_date(article, admin, later, looks_new):
    address = f"/boards/{article.board.slug}"
    for _deed in deeds_in_a_list(article, admin, later):
        searches = f"{address}?q=소식", f"{address}?q=고친"
        looks_new("/", address, f"{address}?sort=viewed", *searches, f"/articles/{article.id}")


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_a_hidden_comment_is_shown_as_to_whoever_asks_first(
    article, reader, moderator, admin, looks_new, state
):
    WordlistEntry.add([BAD], "blocked", by=admin)
    by_guest = article.comment(
        "솔내 쉼터에서.", by=Guest(COOKIE), nickname="이웃", password="1234!"
    )
    by_reader = article.comment("다리 앞에서.", by=reader)
    looks_new(f"/articles/{article.id}")
    for comment in (by_guest, by_reader):
        state(comment, moderator, admin)
    looks_new(f"/articles/{article.id}")


def test_a_kept_piece_is_made_once(client, article, reader, statements):
    comments = [article.comment(f"{number}", by=reader) for number in range(3)]
    db.session.commit()
    first = client.get(f"/articles/{article.id}").text
    with statements() as made:
        assert client.get(f"/articles/{article.id}").text == first
    loading = [each for each in made if "comments.body" in each]
    assert all(comment.body in first for comment in comments) and loading == []


def test_a_sentence_under_a_comment_is_told_once(visit, reader, article):
    comment = article.comment("좋은 소식입니다.", by=reader)
    db.session.commit()
    narae = visit(reader)
    before = narae.get(f"/articles/{article.id}").text
    narae.submit(f"/comments/{comment.id}/removal")
    after = narae.get(f"/articles/{article.id}").text
    assert "지웠습니다" in after and "지웠습니다" not in before
    assert "지웠습니다" not in narae.get(f"/articles/{article.id}").text


def test_whoever_takes_no_gzip_gets_the_same_page(client, article, reader):
    article.comment("좋은 소식입니다.", by=reader)
    db.session.commit()
    address = f"/articles/{article.id}"
    plain = client.get(address, headers={"Accept-Encoding": "identity"})
    packed = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data and b"\0" not in plain.data
    assert packed.headers["ETag"] == plain.headers["ETag"]
    head = client.head(address, headers={"Accept-Encoding": "identity"})
    assert head.headers["Content-Length"] == str(len(plain.data))


def test_pieces_and_what_stands_between_are_one_gzip_member():
    parts = [b"<ol>", Piece.of("<li>하나</li>" * 99), b"", Piece.of("<li>둘</li>"), b"</ol>"]
    packer = zlib.decompressobj(16 + zlib.MAX_WBITS)
    assert packer.decompress(gzipped(parts)) == joined(parts)
    assert packer.eof and packer.unused_data == b""


def test_a_page_shows_one_state_of_the_database(app, article, reader, visit, monkeypatch):
    """Somebody changes a comment after its look was read, and before it is rendered."""
    comment = article.comment("처음 말", by=reader)
    db.session.commit()
    read = Thread.comments.func

    def others_edit(thread):
        with app.app_context():
            db.session.get(type(comment), comment.id).body = "고친 말"
            db.session.commit()
        return read(thread)

    meanwhile = cached_property(others_edit)
    meanwhile.__set_name__(Thread, "comments")
    monkeypatch.setattr(Thread, "comments", meanwhile)
    assert "처음 말" in visit().get(f"/articles/{article.id}").text
    monkeypatch.undo()
    assert "고친 말" in visit().get(f"/articles/{article.id}").text


def test_whose_words_are_hidden_is_not_told_by_an_answer_in_another_piece(
    article, reader, moderator, looks_new, client, monkeypatch
):
    monkeypatch.setattr(thread, "PART", 1)
    deep = None
    for number in range(3):
        deep = article.comment(f"{number}", by=reader, parent=deep)
    by_guest = {"nickname": "지나던이", "password": "1234!"}
    asked = article.comment("몇 시예요?", by=Guest("x"), parent=deep, **by_guest)
    article.comment("아홉 시요.", by=reader, parent=asked)
    looks_new(f"/articles/{article.id}")
    assert "지나던이" in client.get(f"/articles/{article.id}").text
    Ruling.make(moderator, "remove", {asked: asked.seen}, reason="abuse")
    looks_new(f"/articles/{article.id}")
    assert "지나던이" not in client.get(f"/articles/{article.id}").text


def test_a_piece_within_a_piece_is_part_of_it(app):
    """Or what one page said in its holes would be said by all others."""
    number = count()

    def token() -> str:
        return str(next(number))

    env = Environment(extensions=[KeptTag], autoescape=True)
    inner = "{% kept 'inner' %}{{ token() }}{% endkept %}"
    page = env.from_string(
        "{% kept 'outer' %}{{ token() }} " + inner + " {{ token() }}{% endkept %}"
    )
    shown = []
    for _reader in range(3):
        with app.test_request_context():
            shown.append(page.render(token=lambda: hole(token)))
    assert shown == ["0 1 2", "3 4 5", "6 7 8"]


def test_no_more_is_kept_than_there_is_room_for():
    pieces = Pieces(room=40_000)
    for number in range(100):
        pieces.keep((number,), (Piece.of(f"{number}" * 500),))
        pieces.find((0,))
    assert pieces.size <= 40_000
    assert pieces.find((0,)) and pieces.find((99,)) and not pieces.find((50,))


def test_short_texts_and_keys_take_room_too():
    pieces = Pieces(room=1_000_000)
    for number in range(300):
        pieces.keep((number, "글" * 3_000), ("말" * 3_000,))
    kept = sum(pieces.find((number, "글" * 3_000)) is not None for number in range(300))
    assert 0 < kept * sys.getsizeof("글" * 3_000) * 2 <= 1_000_000

"""Searching."""

import asyncio
import threading
from urllib.parse import unquote, urlencode

import pytest
from sqlalchemy import event

from board.extensions import db
from board.http import lanes
from board.http.front import Front
from board.models import Article, Board
from board.models.article.scanning import scan
from tests.http.test_front import Connection, Headers, Scope, play

SEARCH = urlencode({"q": "나루터"})


@pytest.fixture
def elsewhere(board, admin):
    other = Board(slug="dumul", name="두물군", group=board.group)
    db.session.add(other)
    article = Article.draft(
        board=other,
        by=admin,
        title="두물군 사과 잔치",
        body="<p>강변에서 <b>풍물놀이</b>를 한다.</p>",
    )
    article.publish(by=admin)
    return article


def test_two_syllables_in_the_middle_of_a_longer_word_find_the_article(client, elsewhere):
    page = client.get("/search?q=물놀").text
    assert "두물군 사과 잔치" in page and "<mark>물놀</mark>" in page


def test_one_board_or_all(client, article, elsewhere):
    everywhere = client.get("/search?q=다").text
    assert "두 글자 이상 넣어 주세요." in everywhere
    assert "사과 잔치" in client.get("/search?q=강변").text
    assert "사과 잔치" in client.get("/search?q=강변&board=dumul").text
    assert "사과 잔치" not in client.get("/search?q=강변&board=solnae").text
    assert client.get("/search?q=강변&board=nowhere").status_code == 404


@pytest.mark.parametrize(
    "query",
    ['"강둑 태우지 마세요"', "'첫 배'", "윗동ㆍ아랫동", "윗동‧아랫동", "3400그루", "윗동·아랫동"],
)
def test_a_headline_is_found_as_a_keyboard_types_it(client, article, admin, query):
    article.revise(
        by=admin, title="“강둑 태우지 마세요” 윗동·아랫동, ‘첫 배’에 나무 3,400그루 싣고"
    )
    page = client.get("/search", query_string={"q": query}).text
    assert "찾은 글이 없습니다" not in page and "<mark>" in page


def test_marks_alone_are_no_search(client, article):
    page = client.get("/boards/solnae", query_string={"q": '""'}).text
    assert "찾은 글" not in page and article.title in page


def test_an_author_is_found_by_name(client, article):
    assert article.title in client.get("/search?q=한결").text


@pytest.mark.parametrize(
    "query",
    ["<script>alert(1)</script>", "%%", "__", "' or 1=1 --", '"><img src=x>', "\\\\", "{{7*7}}"],
)
def test_special_characters_are_searched_for_and_shown_as_text(client, article, query):
    answer = client.get("/search", query_string={"q": query})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text and "<img src=x" not in answer.text
    assert article.title not in answer.text


def test_nothing_found_says_what_to_try(client, article):
    page = client.get("/search?q=없는단어").text
    assert "없는단어" in page and "찾은 글이 없습니다" in page


def test_an_empty_search_asks_for_a_word(client):
    assert client.get("/search").status_code == 200


def test_htmx_gets_the_results_alone(client, article):
    fragment = client.htmx("/search?q=나루터").text
    assert article.title in fragment.replace("<mark>", "").replace("</mark>", "")
    assert "<html" not in fragment


@pytest.fixture
def slow_scan(app):
    """Two events: a question that reads every article has begun, and it may end."""
    begun, over = threading.Event(), threading.Event()

    def take_long(_connection, _cursor, statement: str, *_) -> None:
        if "LIKE" in statement:
            begun.set()
            assert over.wait(10)

    event.listen(db.engine, "before_cursor_execute", take_long)
    yield begun, over
    over.set()
    event.remove(db.engine, "before_cursor_execute", take_long)


def test_of_two_who_search_at_once_the_second_is_told_and_readers_go_on(
    app, article, slow_scan, monkeypatch
):
    monkeypatch.setattr(lanes, "SLOW", 60)
    begun, over = slow_scan
    address, title = f"/articles/{article.id}", article.title

    async def story():
        front = Front(app.wsgi_app, threads=2)

        async def ask(path: str, query: str = "") -> Connection:
            connection = Connection()
            scope = Scope(path=path, query_string=query, headers=Headers(host=["localhost"]))
            await front.__rsgi__(scope, connection)
            return connection

        first = asyncio.create_task(ask("/search", SEARCH))
        assert await asyncio.to_thread(begun.wait, 10)
        second = await asyncio.wait_for(ask("/search", SEARCH), 10)
        assert second.status == 503 and "다른 검색을 하고" in second.body.decode()
        reader = await asyncio.wait_for(ask(address), 10)
        assert reader.status == 200 and title in reader.body.decode()
        assert not first.done()
        over.set()
        found = await first
        assert found.status == 200 and "<mark>나루터</mark>" in found.body.decode()

    play(story())


@pytest.mark.parametrize("address", ["/search", "/boards/solnae", "/newsroom/articles"])
def test_while_somebody_searches_others_keep_their_words_and_press_again(
    visit, admin, article, address
):
    desk = visit(admin)
    with scan():
        answer = desk.get(f"{address}?{SEARCH}")
    assert answer.status_code == 503 and int(answer.headers["Retry-After"]) > 0
    assert "잠시 뒤에 다시 눌러 주세요." in answer.text
    assert f'href="{address}?q=나루터">‘나루터’ 다시 찾기' in unquote(answer.text)
    assert desk.get(f"{address}?{SEARCH}").status_code == 200


def test_an_article_is_read_while_somebody_searches(client, article):
    with scan():
        assert client.get(f"/articles/{article.id}?{SEARCH}").status_code == 200


@pytest.mark.parametrize("address", ["/search", "/boards/solnae", "/newsroom/articles"])
def test_one_syllable_is_told_everywhere_alike(visit, admin, article, statements, address):
    with statements() as made:
        page = visit(admin).get(address, query_string={"q": "나"}).text
    assert "두 글자 이상 넣어 주세요." in page and 'value="나"' in page
    assert not any("LIKE" in each for each in made)


def test_one_syllable_narrows_no_neighbours(client, article, statements):
    with statements() as made:
        assert client.get(f"/articles/{article.id}", query_string={"q": "나"}).status_code == 200
    assert not any("LIKE" in each for each in made)

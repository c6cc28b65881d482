"""A board's list."""

import contextvars
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from board import clock
from board.extensions import db
from board.models import Article, Board


@pytest.fixture
def many(board, admin):
    for number in range(160):
        article = Article.draft(board=board, by=admin, title=f"소식 {number}", body="<p>글</p>")
        article.publish(by=admin, at=clock.now() - timedelta(minutes=number + 1))


def test_the_list_has_its_columns_and_its_own_name(client, article, board):
    page = client.get("/boards/solnae").text
    for column in ("구분", "제목", "작성자", "등록일", "추천", "조회"):
        assert column in page
    assert "솔내시" in page and article.title in page


def test_the_head_of_the_list_says_how_many_there_are(client, many):
    assert "전체 160건 · 1/11쪽" in client.get("/boards/solnae").text


def test_pages_come_in_blocks_and_keep_every_field_of_the_address(client, many):
    page = client.get("/boards/solnae?sort=viewed&q=소식&page=2").text
    assert "160건" in page and "2/11쪽" in page
    assert "sort=viewed" in page and "q=%EC%86%8C%EC%8B%9D" in page and "page=11" in page


def test_a_page_that_is_not_there_is_a_404_never_a_500(client, many):
    for page in ("12", "0", "-1", "x", "99999999999999999999", "１", "1e3", "²"):
        answer = client.get(f"/boards/solnae?page={page}")
        assert answer.status_code == 404 and "<h1" in answer.text, page


def test_a_page_past_the_end_names_the_last_one(client, many):
    assert "11쪽까지" in client.get("/boards/solnae?page=12").text


def test_an_empty_board_says_so_and_what_to_do(client, board):
    assert "게시물이 없습니다" in client.get("/boards/solnae").text


def test_a_search_without_a_hit_says_so(client, article):
    page = client.get("/boards/solnae?q=없는단어").text
    assert "없는단어" in page and "찾은 글이 없습니다" in page


def test_a_list_is_two_questions_when_the_frame_is_known(client, many, statements):
    def ask() -> str:  # in between, nobody writes
        return contextvars.Context().run(FlaskClient.get, client, "/boards/solnae?page=3").text

    first = client.get("/boards/solnae").text and ask()
    with statements() as made:
        assert ask() == first
    assert len([each for each in made if each.startswith("SELECT")]) == 2


def test_a_board_made_since_the_last_page_is_found_at_once(client, board):
    client.get("/boards/solnae")
    db.session.add(Board(slug="dalmoru", name="달모루", group=board.group))
    assert "달모루" in client.get("/boards/dalmoru").text


def test_htmx_gets_the_list_alone(client, article):
    fragment = client.htmx("/boards/solnae").text
    assert 'id="list"' in fragment and "<html" not in fragment


def test_an_unknown_board_is_a_404(client):
    assert client.get("/boards/nowhere").status_code == 404


def test_todays_articles_show_the_hour_and_older_ones_the_day(client, board, admin):
    for title, age in (("오늘 글", timedelta(seconds=1)), ("옛 글", timedelta(days=40))):
        article = Article.draft(board=board, by=admin, title=title, body="<p>글</p>")
        article.publish(by=admin, at=clock.now() - age)
    page = client.get("/boards/solnae").text
    then = clock.local(clock.now() - timedelta(days=40))
    assert f"{then:%Y.%m.%d}" in page
    assert f"{clock.local(clock.now()):%H:}" in page

"""Searching."""

import pytest

from board.extensions import db
from board.models import Article, Board


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
    page = client.get("/search?q=없는낱말").text
    assert "없는낱말" in page and "찾은 글이 없습니다" in page


def test_an_empty_search_asks_for_a_word(client):
    assert client.get("/search").status_code == 200


def test_htmx_gets_the_results_alone(client, article):
    fragment = client.htmx("/search?q=나루터").text
    assert article.title in fragment.replace("<mark>", "").replace("</mark>", "")
    assert "<html" not in fragment

"""Newsroom dashboard: unfinished articles, problems, today's numbers."""

import re
from datetime import timedelta

import pytest

from board import clock
from board.config import VERSION
from board.extensions import db
from board.models import Article, Board, Menu, Note, Publisher, Reading
from tests.support.files import picture


@pytest.fixture
def desk(visit, admin):
    return visit(admin)


def steps(page: str) -> dict[str, bool]:
    """{step: whether it is done}, as the page lists them."""
    listed = re.search(r'<section class="steps".*?</section>', page, re.DOTALL)
    links = re.findall(r"<a [^>]*>(.*?)</a>", listed[0], re.DOTALL) if listed else []
    return {re.sub(r"<.*>|.*: ", "", each): "끝낸 일" in each for each in links}


def test_the_first_steps_of_a_new_paper_are_ticked_as_they_are_done(desk, visit, admin):
    said = ["발행 정보", "메뉴와 게시판", "첫 글"]
    assert steps(desk.get("/newsroom").text) == dict.fromkeys(said, False)
    Publisher.current().revise(by=admin, name="물결신문")
    board = Board(slug="solnae", name="솔내시", group=Menu.group_called("지역소식", by=admin))
    Menu.add(board, by=admin)
    for page in ("/newsroom", "/newsroom/boards", "/newsroom/publisher/edit", "/"):
        assert list(steps(desk.get(page).text).values()) == [True, True, False], page
    article = Article.draft(board=board, by=admin, title="첫 소식", body="<p>글</p>")
    assert list(steps(desk.get("/newsroom").text).values()) == [True, True, False]
    article.publish(by=admin)
    assert steps(desk.get("/newsroom").text) == steps(desk.get("/").text) == {}
    article.withdraw(by=admin)
    assert steps(desk.get("/newsroom").text) == {}


def figures(page: str) -> dict[str, str]:
    return dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", page))


def test_an_empty_newsroom_says_what_can_be_done(desk, board):
    page = desk.get("/newsroom").text
    assert "쓰고 있는 글이 없습니다" in page and 'href="/newsroom/articles/new"' in page
    assert "예약" not in page and "많이 읽은 글" not in page


def test_it_names_what_is_unfinished_and_what_comes_by_itself(desk, board, admin):
    Article.draft(board=board, by=admin, title="반쯤 쓴 글")
    later = Article.draft(board=board, by=admin, title="내일 나갈 글")
    later.schedule(at=clock.now() + timedelta(days=1), by=admin)
    page = desk.get("/newsroom").text
    assert page.index("반쯤 쓴 글") < page.index("예약") < page.index("내일 나갈 글")


def test_more_than_a_handful_is_counted_and_linked(desk, board, admin):
    for number in range(7):
        Article.draft(board=board, by=admin, title=f"{number}번째 글")
    page = desk.get("/newsroom").text
    assert "모두 7건 보기" in page and "6번째 글" in page and "1번째 글" not in page


def test_a_photo_that_readers_see_without_words_is_named(desk, article, admin):
    photo = article.attach(picture(), "쉼터.jpg", by=admin)
    assert f"화면 읽기용 설명이 없는 사진: {article.title}" in desk.get("/newsroom").text
    photo.describe(alt="쉼터의 문", caption="", credit="", by=admin)
    assert "화면 읽기용 설명이 없는 사진" not in desk.get("/newsroom").text


def test_an_empty_imprint_is_named(desk, board):
    assert "발행 정보 9가지: 제호" in desk.get("/newsroom").text


def test_today_is_counted_from_midnight(visit, admin, article, board, reader, later):
    midnight = clock.day_start(clock.today() + timedelta(days=1))
    later(midnight - timedelta(minutes=1) - clock.now())
    last_night = Article.draft(board=board, by=admin, title="막배가 떠났습니다", body="<p>글</p>")
    last_night.publish(by=admin)
    last_night.comment("조심히 가세요.", by=reader)
    Reading.record([Note("reader of last night", clock.today(), last_night.id)])
    later(midnight - clock.now())
    article.published_at = midnight
    article.comment("잘 읽었습니다.", by=reader)
    Reading.record([Note(f"reader {number}", clock.today(), article.id) for number in range(3)])
    db.session.commit()
    page = visit(admin).get("/newsroom").text
    assert figures(page) == {"게시한 글": "1", "댓글": "1", "방문": "3", "조회": "3"}
    assert "3명" in page
    later(timedelta(days=1))
    assert set(figures(visit(admin).get("/newsroom").text).values()) == {"0"}


def test_the_poll_every_minute_fetches_only_the_panels(desk, article):
    fragment = desk.htmx("/newsroom").text
    assert 'id="overview"' in fragment and "<html" not in fragment


def test_its_number_of_queries_does_not_grow(desk, board, admin, statements):
    def asked() -> int:
        with statements() as made:
            desk.get("/newsroom")
        return len(made)

    Article.draft(board=board, by=admin, title="하나")
    before = asked()
    for number in range(5):
        Article.draft(board=board, by=admin, title=f"{number}번째 글")
    assert asked() == before


def test_it_names_what_was_asked_for_and_is_due(desk, asked):
    page = desk.get("/newsroom").text
    assert f"정정보도 청구: {asked.title}" in page and f"답할 것, {asked.due_words}" in page


def test_a_takedown_request_that_waits_is_spoken_of(visit, admin, contested):
    assert "게시중단: " in visit(admin).get("/newsroom").text
    contested.accept(by=admin)
    assert "게시중단: " not in visit(admin).get("/newsroom").text


def test_it_tells_the_version_a_bug_report_asks_for(desk, board):
    assert f"나루 {VERSION}" in desk.get("/newsroom").text

"""The desk puts an article on top of the front page, and takes it down again."""

import re
from datetime import timedelta

import pytest

from board import clock
from board.extensions import db
from board.models import Article


@pytest.fixture
def desk(visit, admin):
    return visit(admin)


@pytest.fixture
def newer(article, board, admin):
    newer = Article.draft(board=board, by=admin, title="새 자료", body="<p>글</p>")
    newer.publish(by=admin)
    db.session.commit()
    return newer


def address(article) -> str:
    return f"/newsroom/articles/{article.id}/top-story"


def lead(page: str) -> str:
    return re.search(r'<section class="group top".*?<h3><a [^>]*>(.*?)</a>', page, re.DOTALL)[1]


def day(days: int) -> str:
    return (clock.today() + timedelta(days=days)).isoformat()


def test_the_desk_chooses_and_readers_see_it_on_top_until_its_day_is_over(
    desk, client, article, newer, later
):
    assert lead(client.get("/").text) == newer.title
    assert address(article) + "/new" in desk.get(f"/newsroom/articles/{article.id}/edit").text
    assert f'value="{day(3)}"' in desk.get(f"{address(article)}/new").text
    answer = desk.submit(address(article), until=day(1))
    assert "톱기사로 두었습니다." in desk.get(answer.location).text
    page = client.get("/").text
    assert lead(page) == article.title and page.count(article.title) == 1
    later(clock.day_end(clock.today() + timedelta(days=1)) - clock.now())
    assert lead(client.get("/").text) == newer.title


def test_the_desk_sees_what_stands_there_and_takes_it_down(desk, client, article, newer):
    assert "고르지 않았습니다." in desk.get("/newsroom").text
    desk.submit(address(article), until=day(5))
    assert f"지금 톱기사는 ‘{article.title}’" in desk.get(f"{address(newer)}/new").text
    page = desk.get("/newsroom").text
    assert f"{day(5).replace('-', '.')}까지" in page and f"{address(article)}/removal" in page
    for _ in range(2):
        answer = desk.submit(f"{address(article)}/removal")
        assert "톱기사에서 내렸습니다." in desk.get(answer.location).text
    assert lead(client.get("/").text) == newer.title


def test_taking_down_what_was_replaced_meanwhile_takes_nothing_down(desk, client, article, newer):
    desk.submit(address(article), until=day(1))
    desk.submit(address(newer), until=day(1))
    desk.submit(f"{address(article)}/removal")
    assert lead(client.get("/").text) == newer.title
    assert "톱기사에서 내리기" in desk.get(f"{address(newer)}/new").text


def test_a_withdrawn_one_is_told_to_the_desk(desk, client, article, newer, admin):
    desk.submit(address(article), until=day(1))
    article.withdraw(by=admin, reason="확인 중")
    assert "첫 화면에서 빠졌습니다" in desk.get("/newsroom").text
    assert lead(client.get("/").text) == newer.title


@pytest.mark.parametrize(
    ("until", "sentence"),
    [("", "마지막 날을 써 주세요."), ("2020-01-01", "이미 지났습니다"), ("모레", "2025-06-13처럼")],
)
def test_a_day_that_cannot_be_is_explained(desk, client, article, until, sentence):
    answer = desk.submit(address(article), until=until)
    assert answer.status_code == 422 and sentence in answer.text


def test_a_draft_cannot_be_chosen(desk, board, admin):
    draft = Article.draft(board=board, by=admin, title="쓰다 만 글", body="<p>글</p>")
    db.session.commit()
    answer = desk.submit(address(draft), until=day(1))
    assert answer.status_code == 422 and "먼저 게시해 주세요." in answer.text

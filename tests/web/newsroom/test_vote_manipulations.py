"""Vote manipulation page."""

import re

import pytest

from board.models import Guest
from board.models.screens.manipulation import BURST


@pytest.fixture
def burst(article):
    for each in range(BURST):
        article.recommend(by=Guest(f"stranger-{each}"), address=f"home of {each}")


def seen(page):
    return re.search(r'name="seen" value="([^"]+)"', page)[1]


def test_an_ordinary_paper_has_nothing_to_show(visit, admin):
    assert "눈에 띄는 추천이 없습니다." in visit(admin).get("/newsroom/arrangements").text


def test_suspicious_votes_are_excluded_announced_and_counted_again(
    client, visit, admin, article, burst
):
    hangyeol, page = visit(admin), "/newsroom/arrangements"
    hangyeol.submit("/newsroom/exclusions", seen=seen(hangyeol.get(page).text), why="새 손님뿐")
    told = f"추천 {BURST}개는 확인 뒤 세지 않았습니다."
    assert told in client.get(f"/articles/{article.id}").text
    text = hangyeol.get(page).text
    assert "새 손님뿐" in text and "눈에 띄는 추천이 없습니다." in text
    [reversal] = re.findall(r'action="(/newsroom/exclusions/\d+/reversal)"', text)
    hangyeol.submit(reversal)
    assert told not in client.get(f"/articles/{article.id}").text
    assert seen(hangyeol.get(page).text)

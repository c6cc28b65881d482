"""The log is read, and only read."""

import re

from board.extensions import db
from board.models import audit


def test_deeds_are_listed_newest_first_in_words(visit, admin, article):
    article.withdraw(by=admin, reason="<b>날짜</b>가 틀림")
    page = visit(admin).get("/newsroom/audit").text
    assert page.index("글을 내림") < page.index("글을 올림") < page.index("초안을 씀")
    assert "&lt;b&gt;날짜" in page and "이한결" in page


def test_a_long_log_has_pages(visit, admin):
    for number in range(40):
        audit.record("article.pin", by=admin, number=number)
    db.session.commit()
    desk = visit(admin)
    assert "number: 39" in desk.get("/newsroom/audit").text
    second = desk.get("/newsroom/audit?page=2")
    assert second.status_code == 200 and "number: 0" in second.text
    assert desk.get("/newsroom/audit?page=3").status_code == 404


def test_there_is_no_way_to_write_into_it(visit, admin):
    assert visit(admin).submit("/newsroom/audit").status_code == 405


def test_when_an_article_was_published_is_told_as_a_wall_clock_shows_it(visit, admin, article):
    page = visit(admin).get("/newsroom/audit").text
    assert re.search(r"때: \d{4}-\d\d-\d\d \d\d:\d\d\b", page)
    assert "+00:00" not in page

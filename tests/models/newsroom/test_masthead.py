"""The paper's own names, which nobody else may carry."""

from datetime import timedelta

import pytest

from board import clock
from board.extensions import db
from board.models import Article, Masthead, Publisher


@pytest.fixture
def paper(article, admin):
    """강건너신문, which 윤해솔 publishes and 도서윤 edits; 문가온 and 한별 write for it."""
    record = {"name": "강건너신문", "company": "㈜강건너미디어", "editor": "도서윤 (편집국장)"}
    Publisher.current().revise(by=admin, **record, publisher="윤해솔", youth_officer="윤해솔")
    article.revise(by=admin, byline="사진 문가온·한별 기자")
    db.session.flush()


def test_the_names_come_from_the_record_the_staff_and_the_bylines(paper, moderator, reader):
    assert set(Masthead.names()) == {
        *("강건너신문", "강건너미디어", "윤해솔", "도서윤"),
        *("문가온", "한별", "이한결", moderator.name),
    }


@pytest.mark.parametrize(
    "name", ["강건너신문 편집실", "도 서 윤", "문가온 기자", "한별", "㈜강건너미디어", "이한결"]
)
def test_nobody_else_may_carry_them(paper, name):
    with pytest.raises(ValueError, match="운영진으로 보일 수 있는 이름"):
        Masthead.check_free(name)


@pytest.mark.parametrize("name", ["강건너 사람", "한별이", "은한별", "서윤", "가온마을"])
def test_readers_keep_theirs(paper, name):
    assert Masthead.check_free(name) == name


def test_a_byline_that_nobody_has_seen_yet_is_told_to_nobody(article, admin):
    for title, at in (("초고", None), ("내일 나갈 글", clock.now() + timedelta(days=1))):
        draft = Article.draft(article.board, by=admin, title=title, byline="류다온 기자")
        if at:
            draft.publish(by=admin, at=at)
    db.session.flush()
    assert Masthead.check_free("류다온") == "류다온"


def test_a_reader_whose_letter_was_printed_keeps_the_name(article, admin):
    article.revise(by=admin, byline="김순이(독자)")
    db.session.flush()
    assert Masthead.check_free("김순이") == "김순이"

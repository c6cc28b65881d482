"""Bulk publication: complete drafts are published, the others say what they lack."""

from datetime import timedelta

import pytest

from board import clock
from board.extensions import db
from board.models import Article
from tests.support.files import picture


@pytest.fixture
def desk(visit, admin):
    return visit(admin)


@pytest.fixture
def drafts(board, admin) -> list[Article]:
    titles = ("강변 길을 넓힙니다", "도서관이 밤에도 엽니다", "다리 이름을 정합니다")
    made = [Article.draft(board=board, by=admin, title=each, body="<p>글</p>") for each in titles]
    db.session.commit()
    return made


def publish(desk, *ids) -> str:
    assert desk.submit("/newsroom/editions", article_id=list(ids)).location == "/newsroom"
    db.session.expire_all()
    return desk.get("/newsroom").text


def test_what_is_ready_goes_and_the_rest_is_told_why(desk, drafts, admin):
    _ready, without_words, under_embargo = drafts
    without_words.attach(picture(), "도서관.jpg", by=admin)
    under_embargo.embargo_until = clock.now() + timedelta(days=1)
    page = publish(desk, *(draft.id for draft in drafts))
    assert [draft.state for draft in drafts] == ["published", "draft", "scheduled"]
    assert "1건을 게시했습니다. 1건은 엠바고가 풀릴 때로 예약했습니다." in page
    assert "도서관이 밤에도 엽니다’: ‘도서관.jpg’의 화면 읽기용 설명을 써 주세요." in page
    assert under_embargo.published_at == under_embargo.embargo_until


def test_pressing_twice_publishes_once(desk, drafts):
    publish(desk, drafts[0].id)
    first = drafts[0].published_at
    assert "게시한 글이 없습니다" in publish(desk, drafts[0].id)
    assert drafts[0].published_at == first


@pytest.mark.parametrize("ids", [[], ["x", "-1", "9" * 30], [10_000]])
def test_nonsense_publishes_nothing(desk, drafts, ids):
    publish(desk, *ids)
    assert {draft.state for draft in drafts} == {"draft"}


def test_it_is_not_for_moderators(visit, moderator, drafts):
    answer = visit(moderator).submit("/newsroom/editions", article_id=[drafts[0].id])
    assert answer.status_code == 403
    db.session.expire_all()
    assert drafts[0].is_draft

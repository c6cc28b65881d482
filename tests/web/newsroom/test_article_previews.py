"""Article preview with unsaved text."""

import pytest

from board.extensions import db


@pytest.fixture
def desk(visit, admin):
    return visit(admin)


def test_it_shows_what_is_typed_and_readers_see_nothing_of_it(desk, client, article, admin):
    fields = {"board_id": ["1"], "title": ["고치는 제목"], "body": ["<p>고치는 글</p>"]}
    article.autosave(fields, by=admin, base=article.updated_at.isoformat())
    page = desk.get(f"/newsroom/articles/{article.id}/preview").text
    assert "<h1>고치는 제목</h1>" in page and "<p>고치는 글</p>" in page
    db.session.expire_all()
    assert article.title != "고치는 제목"
    assert "고치는" not in client.get(f"/articles/{article.id}").text


def test_it_alone_may_stand_in_a_frame_of_ours_and_runs_no_script(desk, article):
    answer = desk.get(f"/newsroom/articles/{article.id}/preview")
    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
    assert "<script" not in answer.text.replace('<script type="application/ld+json"', "")
    for path in (f"/newsroom/articles/{article.id}", f"/articles/{article.id}"):
        assert "frame-ancestors 'none'" in desk.get(path).headers["Content-Security-Policy"]


def test_an_invalid_body_is_explained(desk, article, admin):
    fields = {"board_id": ["1"], "title": ["긴 글"], "body": ["가" * 90_000]}
    article.autosave(fields, by=admin, base=article.updated_at.isoformat())
    answer = desk.get(f"/newsroom/articles/{article.id}/preview")
    assert answer.status_code == 422 and "본문이 너무 깁니다" in answer.text

"""Autosave: typed text is kept before saving; two windows do not overwrite each other."""

import pytest

from board.extensions import db
from board.models import Article, Manuscript

NEW = "/newsroom/manuscripts"


@pytest.fixture
def desk(visit, admin):
    return visit(admin)


def typed(article=None, board=None, **more):
    """The fields a window sends; `manuscript` and `window` as the page and its script hold them."""
    fields = {"board_id": (board or article.board).id, "allows_comments": "y", "once": "form-1"}
    if article is not None:
        fields |= {"title": article.title, "body": str(article.body)}
        fields |= {"version": article.updated_at.isoformat()}
    return {"window": "w1", **fields, **more}


def keep(desk, article, **more):
    return desk.submit(f"/newsroom/articles/{article.id}/manuscript", **typed(article, **more))


def only_article():
    db.session.expire_all()
    return db.session.scalars(db.select(Article)).one()


def test_what_is_typed_is_shown_again_and_readers_see_nothing_of_it(desk, client, article):
    answer = keep(desk, article, title="고치는 제목", is_notice="y", body="<p>새 글</p>")
    assert answer.status_code == 200 and answer.json["at"].count(":") == 2
    page = desk.get(f"/newsroom/articles/{article.id}/edit").text
    assert 'value="고치는 제목"' in page and "새 글</textarea>" in page
    assert "다른 창에서 고치는 중입니다" in page
    assert "고치는 제목" not in client.get(f"/articles/{article.id}").text
    assert "고치는 제목" not in client.get("/boards/solnae").text


def test_a_new_article_is_a_draft_from_the_first_words_on_and_only_one(desk, board):
    first = desk.submit(NEW, **typed(board=board, body="<p>첫 줄</p>"))
    again = desk.submit(NEW, **typed(board=board, body="<p>첫 줄</p>"))
    draft = only_article()
    assert first.json["edit"] == again.json["edit"] == f"/newsroom/articles/{draft.id}/edit"
    assert draft.is_draft and draft.title == "제목 없는 글"
    keep(desk, draft, title="이제 제목이 있다")
    assert only_article().title == "이제 제목이 있다"


def test_saving_while_the_first_autosave_is_under_way_loses_nothing(desk, board):
    desk.submit(NEW, **typed(board=board, title="처음", body="<p>첫 줄</p>"))
    saved = typed(board=board, title="나중", body="<p>둘째 줄</p>")
    assert desk.submit("/newsroom/articles", **saved).status_code == 303
    draft = only_article()
    assert (draft.title, str(draft.body)) == ("나중", "<p>둘째 줄</p>")
    assert draft.manuscript is None


def test_saving_ends_it(desk, article):
    keep(desk, article, title="고치는 제목")
    form = typed(article, title="고친 제목", version=article.updated_at.isoformat())
    assert desk.submit(f"/newsroom/articles/{article.id}/edit", **form).status_code == 303
    assert only_article().title == "고친 제목" and only_article().manuscript is None


def test_the_article_as_saved_comes_back_on_demand(desk, article, later):
    keep(desk, article, title="고치는 제목")
    desk.submit(f"/newsroom/articles/{article.id}/manuscript/removal")
    page = desk.get(f"/newsroom/articles/{article.id}/edit").text
    assert "고치는 제목" not in page and "저장된 글로 되돌렸습니다." in page


def test_a_second_window_is_told_before_it_writes_over_the_first(desk, article):
    first = keep(desk, article, title="첫 창")
    refused = keep(desk, article, title="둘째 창", window="w2")
    assert refused.status_code == 409 and "다른 창에서 고치는 중입니다" in refused.json["says"]
    assert only_article().manuscript.fields["title"] == ["첫 창"]
    taken = {name: refused.json[name] for name in ("version", "manuscript")}
    assert keep(desk, article, title="둘째 창", window="w2", **taken).status_code == 200
    late = keep(desk, article, title="첫 창 또", manuscript=first.json["manuscript"])
    assert late.status_code == 409
    assert only_article().manuscript.fields["title"] == ["둘째 창"]


def test_saving_over_what_another_window_types_asks_first(desk, article):
    address = f"/newsroom/articles/{article.id}/edit"
    keep(desk, article, title="첫 창")
    form = typed(article, title="둘째 창", window="w2")
    answer = desk.submit(address, **form)
    assert answer.status_code == 409 and "둘째 창" in answer.text
    assert only_article().manuscript.fields["title"] == ["첫 창"]
    form["manuscript"] = only_article().manuscript.version
    assert desk.submit(address, **form).status_code == 303
    assert only_article().title == "둘째 창"


def test_words_typed_on_an_article_that_was_saved_elsewhere_are_a_conflict(desk, article, admin):
    opened = typed(article, title="옛 글 위에 쓴 제목")
    article.revise(by=admin, title="그사이 고친 제목")
    answer = desk.submit(f"/newsroom/articles/{article.id}/manuscript", **opened)
    assert answer.status_code == 409 and "저장했습니다" in answer.json["says"]
    assert db.session.scalar(db.select(Manuscript)) is None


def test_text_that_cannot_be_autosaved_is_explained(desk, article, board):
    answer = keep(desk, article, body="가" * 90_000)
    assert answer.status_code == 422 and "본문이 너무 깁니다" in answer.json["says"]
    assert desk.submit(NEW, **typed(board=board, title="가" * 300)).status_code == 200


def test_scripts_in_what_is_typed_are_not_kept(desk, article):
    keep(desk, article, body='<p onclick="x()">글<script>alert(1)</script></p>')
    assert only_article().manuscript.fields["body"] == ["<p>글</p>"]


def test_without_a_session_nothing_is_kept(client, article):
    assert keep(client, article, title="남의 손").status_code == 401
    assert db.session.scalar(db.select(Manuscript)) is None


def test_too_long_a_text_is_not_autosaved(desk, article):
    answer = keep(desk, article, subtitles="가" * 600_000)
    assert answer.status_code == 422 and "너무 길어" in answer.json["says"]
    assert db.session.scalar(db.select(Manuscript)) is None

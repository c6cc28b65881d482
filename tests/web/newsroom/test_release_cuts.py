"""Extraction cuts: put back by a button, without losing unsaved text."""

import re

import pytest

from board.extensions import db
from board.models import Article, PressRelease
from tests.models.intake.test_press_release import PAGE


@pytest.fixture
def desk(visit, admin):
    return visit(admin)


@pytest.fixture
def draft(board, admin):
    draft = PressRelease.read(PAGE).draft(board=board, by=admin)
    db.session.commit()
    return draft


def form_of(desk, draft):
    """What the editor's form holds, as a browser would send it."""
    page = desk.get(f"/newsroom/articles/{draft.id}/edit").text
    version = re.search(r'name="version" value="([^"]*)"', page)[1]
    return {"board_id": draft.board_id, "title": draft.title, "version": version}


def number_of(draft, words):
    return next(at for at, cut in enumerate(draft.origin.cut) if words in cut["text"])


def body_of(draft):
    db.session.expire_all()
    return str(db.session.get(Article, draft.id).body)


LINE = "<p>Copyright © 솔내소식 All Rights reserved.</p>"


def test_a_line_comes_back_at_the_end_of_what_was_typed_and_goes_again(desk, draft):
    address = f"/newsroom/articles/{draft.id}/cuts/{number_of(draft, 'Copyright')}"
    typed = form_of(desk, draft) | {"body": "<p>고쳐 쓴 글</p>"}
    for _ in range(2):  # a double click is one deed
        assert desk.submit(address, restored="yes", **typed).status_code == 303
    assert body_of(draft) == f"<p>고쳐 쓴 글</p>{LINE}"
    assert "다시 빼기" in desk.get(f"/newsroom/articles/{draft.id}/edit").text
    desk.submit(address, restored="no", **form_of(desk, draft), body=body_of(draft))
    assert body_of(draft) == "<p>고쳐 쓴 글</p>"


def test_what_cannot_be_saved_is_kept_and_nothing_is_put_back(desk, draft):
    address = f"/newsroom/articles/{draft.id}/cuts/{number_of(draft, 'Copyright')}"
    typed = form_of(desk, draft) | {"title": "", "body": "<p>아직 제목이 없는 글</p>"}
    answer = desk.submit(address, restored="yes", **typed)
    page = desk.get(answer.location.partition("#")[0]).text
    assert "먼저 저장한 뒤" in page and "아직 제목이 없는 글" in page
    assert LINE not in body_of(draft)


def test_a_line_that_was_never_cut_is_not_found(desk, draft, article):
    assert desk.submit(f"/newsroom/articles/{draft.id}/cuts/99").status_code == 404
    assert desk.submit(f"/newsroom/articles/{article.id}/cuts/0").status_code == 404

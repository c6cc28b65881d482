"""Groups are the headings of the menu."""

import pytest

from board.extensions import db
from board.models import Group


@pytest.fixture
def desk(visit, admin):
    return visit(admin)


def test_a_new_site_begins_with_a_group(desk):
    assert "아직 게시판이 없습니다" in desk.get("/newsroom/boards").text
    assert "메뉴 이름" in desk.get("/newsroom/groups/new").text
    assert desk.submit("/newsroom/groups", name="지역소식", slug="regions").status_code == 303
    assert "지역소식" in desk.get("/newsroom/boards").text


def test_a_group_is_renamed(desk, board):
    address = f"/newsroom/groups/{board.group_id}/edit"
    assert 'value="regions"' in desk.get(address).text
    desk.submit(address, name="우리 고장", slug="regions")
    db.session.expire_all()
    assert board.group.name == "우리 고장"


def test_a_slug_is_used_once(desk, board):
    answer = desk.submit("/newsroom/groups", name="다른 메뉴", slug="regions")
    assert answer.status_code == 422 and "이미 쓰고 있는" in answer.text


def test_a_group_with_boards_stays(desk, board):
    desk.submit(f"/newsroom/groups/{board.group_id}/removal")
    assert "게시판이 있는 메뉴는 지울 수 없습니다" in desk.get("/newsroom/boards").text
    desk.submit("/newsroom/groups", name="빈 메뉴", slug="empty")
    empty = db.session.scalar(db.select(Group).filter_by(slug="empty"))
    desk.submit(f"/newsroom/groups/{empty.id}/removal")
    assert db.session.scalar(db.select(db.func.count()).select_from(Group)) == 1

"""The newsroom edits the menu: groups and the boards in them."""

import pytest

from board.extensions import db
from board.models import AuditEntry, Board, Group, Menu


@pytest.fixture
def free(board, admin):
    """자유게시판, a second board in the same group."""
    free = Board(slug="free", name="자유게시판", group=board.group)
    Menu.add(free, by=admin)
    return free


def menu():
    db.session.commit()
    return [
        [board.name for board in group.boards]
        for group in db.session.scalars(Group.menu()).unique()
    ]


def test_a_new_board_stands_last_in_its_group(free):
    assert menu() == [["솔내시", "자유게시판"]]


def test_a_new_group_stands_last_in_the_menu(board, admin):
    group = Group(slug="town", name="마을")
    Menu.add(group, by=admin)
    assert [each.name for each in db.session.scalars(Group.menu()).unique()] == ["지역소식", "마을"]


def test_a_place_given_twice_is_given_once(free, admin):
    Menu.place(free, 0, by=admin)
    Menu.place(free, 0, by=admin)
    assert menu() == [["자유게시판", "솔내시"]]
    moves = db.session.scalars(AuditEntry.newest().filter_by(action="board.move")).all()
    assert len(moves) == 1


def test_a_board_moves_to_another_group(free, board, admin):
    town = Group(slug="town", name="마을")
    Menu.add(town, by=admin)
    Menu.revise(free, by=admin, group=town, name="사랑방")
    assert menu() == [["솔내시"], ["사랑방"]]
    entry = db.session.scalar(AuditEntry.newest())
    assert entry.action == "board.revise" and set(entry.detail["changed"]) == {"group", "name"}


def test_only_what_is_empty_is_taken_away(free, article, board, admin):
    with pytest.raises(ValueError, match="글이 있는 게시판"):
        Menu.remove(board, by=admin)
    with pytest.raises(ValueError, match="게시판이 있는 메뉴"):
        Menu.remove(board.group, by=admin)
    Menu.remove(free, by=admin)
    assert menu() == [["솔내시"]]


def test_a_slug_belongs_to_one_board(board):
    assert Menu.is_taken(Board, "solnae") and not Menu.is_taken(Board, "solnae", but=board.id)
    assert not Menu.is_taken(Group, "solnae")


def test_a_group_is_found_by_its_name_or_made(board, admin):
    assert Menu.group_called("지역소식", by=admin) is board.group
    db.session.add(Group(slug="menu-1", name="마을"))
    made = Menu.group_called("생활", by=admin)
    assert (made.name, made.slug, made.position) == ("생활", "menu-2", 1)

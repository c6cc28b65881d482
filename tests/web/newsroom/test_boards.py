"""Boards are made and changed in the newsroom."""

import pytest

from board.extensions import db
from board.models import AuditEntry, Board, Group

AUDIENCES = ("commenting", "recommending", "reporting")


@pytest.fixture
def desk(visit, admin):
    return visit(admin)


def typed(board, **more):
    return {
        "name": "자유게시판",
        "slug": "free",
        "description": "누구나 씁니다.",
        "group_id": board.group_id,
        "commenting": "member",
        "recommending": "guest",
        "reporting": "guest",
        "comments_close_days": "30",
        **more,
    }


def test_a_board_is_made_and_opens_at_its_address(desk, client, board):
    assert "솔내시" in desk.get("/newsroom/boards").text
    assert "게시판 이름" in desk.get("/newsroom/boards/new").text
    assert desk.submit("/newsroom/boards", **typed(board)).status_code == 303
    made = db.session.scalar(Board.at("free"))
    assert (made.commenting, made.comments_close_days, made.position) == ("member", 30, 1)
    assert client.get("/boards/free").status_code == 200


def test_a_board_is_changed(desk, board):
    address = f"/newsroom/boards/{board.id}/edit"
    assert 'value="solnae"' in desk.get(address).text
    desk.submit(address, **typed(board, slug="solnae", name="솔내", comments_close_days=""))
    db.session.expire_all()
    assert (board.name, board.comments_close_days) == ("솔내", None)


def test_a_board_may_hold_newcomers_and_says_so_to_them(desk, client, board, article):
    address = f"/newsroom/boards/{board.id}/edit"
    said = "처음 쓰는 댓글 두 개는 운영자가 확인한 뒤에 보입니다."
    assert said not in client.get(f"/articles/{article.id}").text
    desk.submit(address, **typed(board, slug="solnae", commenting="guest", holds_newcomers="y"))
    db.session.expire_all()
    assert board.holds_newcomers and said in client.get(f"/articles/{article.id}").text
    desk.submit(address, **typed(board, slug="solnae", reporting="nobody"))
    db.session.expire_all()
    assert (board.holds_newcomers, board.reporting) == (False, "nobody")


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "게시판 이름을 써 주세요."),
        ("slug", "솔내", "영문 소문자와 숫자"),
        ("slug", "a/b", "영문 소문자와 숫자"),
        ("slug", "solnae", "이미 쓰고 있는 주소 이름"),
        ("group_id", "99", "목록에서 하나를"),
        ("commenting", "everyone", "목록에서 하나를"),
        ("comments_close_days", "-1", "날수를 쓰거나"),
    ],
)
def test_invalid_values_are_explained_and_the_rest_stays(desk, board, field, value, sentence):
    answer = desk.submit("/newsroom/boards", **typed(board, **{field: value}))
    assert answer.status_code == 422 and sentence in answer.text
    assert "누구나 씁니다." in answer.text


def test_an_empty_board_is_taken_away_a_full_one_is_not(desk, board, article):
    desk.submit("/newsroom/boards", **typed(board))
    empty = db.session.scalar(Board.at("free"))
    desk.submit(f"/newsroom/boards/{empty.id}/removal")
    desk.submit(f"/newsroom/boards/{board.id}/removal")
    assert "글이 있는 게시판은 지울 수 없습니다" in desk.get("/newsroom/boards").text
    assert [each.slug for each in db.session.scalars(Board.in_order())] == ["solnae"]


def test_the_first_board_makes_its_menu(desk, client):
    assert 'name="group_id"' not in desk.get("/newsroom/boards/new").text
    first = {"name": "솔내시", "slug": "solnae"} | dict.fromkeys(AUDIENCES, "guest")
    answer = desk.submit("/newsroom/boards", **first)
    assert answer.status_code == 422 and "메뉴 이름을 써 주세요." in answer.text
    assert desk.submit("/newsroom/boards", **first, new_group="지역소식").status_code == 303
    assert db.session.scalar(Board.at("solnae")).group.name == "지역소식"
    assert "솔내시" in client.get("/").text


def test_a_new_menu_is_named_beside_the_choice(desk, board):
    for name, slug in (("동네 사람", "people"), ("동네 잔치", "feasts")):
        desk.submit("/newsroom/boards", **typed(board, name=name, slug=slug, new_group="마을"))
    desk.submit(
        f"/newsroom/boards/{board.id}/edit", **typed(board, slug="solnae", new_group="시청")
    )
    db.session.expire_all()
    assert [
        (group.name, [each.slug for each in group.boards])
        for group in db.session.scalars(Group.menu()).unique()
    ] == [("지역소식", []), ("마을", ["people", "feasts"]), ("시청", ["solnae"])]
    made = db.session.scalars(AuditEntry.newest().filter_by(action="group.create")).all()
    assert {each.detail["name"] for each in made} == {"마을", "시청"}

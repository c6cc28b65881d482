"""Groups in order."""

from board.extensions import db
from board.models import Group, Menu


def test_a_group_moves_up_and_the_menu_follows(visit, admin, client, board):
    town = Group(slug="town", name="마을")
    Menu.add(town, by=admin)
    db.session.commit()
    answer = visit(admin).submit(f"/newsroom/groups/{town.id}/position", position=0)
    assert answer.location == f"/newsroom/boards#group-{town.id}"
    db.session.expire_all()
    assert [each.name for each in db.session.scalars(Group.menu()).unique()] == ["마을", "지역소식"]

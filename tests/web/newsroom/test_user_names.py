"""Changing the name under which somebody writes."""

import pytest

from board.extensions import db
from board.models import AuditEntry, Publisher, User


def test_an_editor_gives_a_member_another_name(visit, admin, reader):
    desk = visit(admin)
    address = f"/newsroom/users/{reader.id}"
    assert reader.name in desk.get(f"{address}/edit").text
    answer = desk.submit(f"{address}/name", name="  강나루  ")
    assert answer.location == f"{address}/edit"
    assert db.session.get(User, reader.id).name == "강나루"
    assert "이름을 강나루(으)로 바꾸었습니다." in desk.get(f"{address}/edit").text
    assert db.session.scalar(AuditEntry.newest()).action == "user.rename"
    again = desk.submit(f"{address}/name", name="강나루")
    assert again.status_code == 303, "their own name is not taken"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "이름을 써 주세요."),
        ("물안개", "비슷해 보이는 이름이 이미 있습니다."),
        ("윤해솔", "운영진으로 보일 수 있는 이름"),
    ],
)
def test_a_name_that_is_taken_or_the_papers_is_refused_and_stays_in_the_box(
    visit, admin, other_reader, reader, name, sentence
):
    other_reader.rename("물안개")
    Publisher.current().revise(by=admin, publisher="윤해솔")
    db.session.commit()
    answer = visit(admin).submit(f"/newsroom/users/{reader.id}/name", name=name)
    assert answer.status_code == 422 and sentence in answer.text
    assert f"{sentence} {sentence}" not in answer.text
    assert f'value="{name}"' in answer.text
    assert db.session.get(User, reader.id).name != name


def test_staff_may_bear_a_name_of_the_paper(visit, admin):
    Publisher.current().revise(by=admin, publisher="윤해솔")
    db.session.commit()
    visit(admin).submit(f"/newsroom/users/{admin.id}/name", name="윤해솔")
    assert db.session.get(User, admin.id).name == "윤해솔"


def test_nobody_else_changes_a_name(visit, moderator, reader):
    answer = visit(moderator).submit(f"/newsroom/users/{reader.id}/name", name="강나루")
    assert answer.status_code == 403 and db.session.get(User, reader.id).name != "강나루"

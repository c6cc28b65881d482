"""Press offices: added, edited, deleted."""

import pytest

from board.extensions import db
from board.models import AuditEntry, PressOffice

ADDRESS = "/newsroom/press-offices"


@pytest.fixture
def desk(visit, admin):
    return visit(admin)


def offices() -> list[tuple[str, str, str | None]]:
    found = db.session.scalars(PressOffice.in_order())
    return [(each.name, each.address, each.board and each.board.slug) for each in found]


def test_an_office_is_entered_corrected_and_forgotten(desk, board):
    desk.submit(ADDRESS, name="솔내시 공보실", address="Press@Solnae.example", board_id=board.id)
    assert offices() == [("솔내시 공보실", "press@solnae.example", "solnae")]
    office = db.session.scalar(PressOffice.in_order())
    desk.submit(
        f"{ADDRESS}/{office.id}/edit", name="솔내시청", address="solnae.example", board_id=0
    )
    db.session.expire_all()
    assert offices() == [("솔내시청", "solnae.example", None)]
    assert 'value="솔내시청"' in desk.get(f"{ADDRESS}/{office.id}/edit").text
    desk.submit(f"{ADDRESS}/{office.id}/removal")
    assert "아직 등록한 곳이 없습니다" in desk.get(ADDRESS).text
    deeds = db.session.scalars(db.select(AuditEntry.action).order_by(AuditEntry.id)).all()
    assert deeds[-3:] == ["press_office.create", "press_office.revise", "press_office.remove"]


@pytest.mark.parametrize(
    "address", ["", "솔내시", "@solnae.example", "a b@solnae.example", "solnae"]
)
def test_an_address_no_mail_comes_from_is_refused_and_kept(desk, board, address):
    answer = desk.submit(ADDRESS, name="솔내시", address=address, board_id=0)
    assert answer.status_code == 422 and f'value="{address}"' in answer.text
    assert offices() == []


def test_an_address_is_entered_once(desk, board):
    desk.submit(ADDRESS, name="솔내시", address="solnae.example", board_id=0)
    answer = desk.submit(ADDRESS, name="또 솔내시", address="SOLNAE.example", board_id=0)
    assert answer.status_code == 422 and "이미 등록한 주소" in answer.text
    office = db.session.scalar(PressOffice.in_order())
    same = desk.submit(
        f"{ADDRESS}/{office.id}/edit", name="솔내시", address=office.address, board_id=0
    )
    assert same.status_code == 303


def test_a_sender_belongs_to_the_most_specific_office(admin, board):
    for name, address in [("도", "gaon.example"), ("시", "solnae.gaon.example")]:
        PressOffice.add(name, address, None, by=admin)
    PressOffice.add("공보실", "press@solnae.gaon.example", board, by=admin)

    def office_of(sender: str) -> str | None:
        office = db.session.scalar(PressOffice.of(sender))
        return office and office.name

    assert office_of("Press@solnae.gaon.example") == "공보실"
    assert office_of("other@solnae.gaon.example") == "시"
    assert office_of("a@mail.gaon.example") == "도"
    assert office_of("a@notgaon.example") is None and office_of("") is None

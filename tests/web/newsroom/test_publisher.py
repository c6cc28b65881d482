"""The publisher's record, at the foot of every page."""

from datetime import date

import pytest

from board.extensions import db
from board.models import AuditEntry, Publisher

ADDRESS = "/newsroom/publisher/edit"
RECORD = {
    "name": "솔내소식",
    "newspaper_registration": "강원, 아00000",
    "registered_on": "2020-03-02",
    "first_published_on": "2020-03-09",
    "publisher": "한누리",
    "editor": "이한결",
    "youth_officer": "박보라",
    "address": "솔내시 나루길 1",
    "phone": "033-000-0000",
}
BUSINESS, CORPORATION = "000-86-01231", "000011-0012341"


@pytest.fixture
def desk(visit, admin):
    return visit(admin)


def test_an_empty_record_says_what_the_law_wants(desk):
    page = desk.get(ADDRESS).text
    assert "살펴볼 것이 9가지 있습니다." in page and "신문법에 따라" in page


def test_a_saved_record_stands_at_the_foot_of_every_page(desk, client):
    assert desk.submit(ADDRESS, **RECORD).status_code == 303
    page = desk.get(ADDRESS).text
    assert "발행 정보를 저장했습니다." in page and "살펴볼 것이" not in page
    foot = client.get("/").text
    assert "한누리" in foot and "2020.03.02" in foot
    assert db.session.get(Publisher, 1).registered_on == date(2020, 3, 2)
    assert db.session.scalar(AuditEntry.newest()).action == "publisher.revise"


def test_right_numbers_are_kept_in_their_usual_form(desk):
    typed = {"business_number": "0008601231", "corporation_number": "0000110012341"}
    answer = desk.submit(ADDRESS, **RECORD, **typed)
    assert answer.status_code == 303
    publisher = db.session.get(Publisher, 1)
    assert (publisher.business_number, publisher.corporation_number) == (BUSINESS, CORPORATION)


def test_swapped_numbers_are_noticed_and_stay_typed(desk):
    answer = desk.submit(
        ADDRESS, **RECORD, business_number=CORPORATION, corporation_number=BUSINESS
    )
    assert answer.status_code == 422
    assert "서로 바뀐 것 같습니다" in answer.text and CORPORATION in answer.text


def test_a_corporation_number_that_looks_mistyped_is_kept_and_doubted(desk):
    """Newer numbers carry no check digit, so it cannot be refused."""
    assert desk.submit(ADDRESS, **RECORD, corporation_number="000011-0012342").status_code == 303
    assert "검증 숫자가 맞지 않습니다" in desk.get(ADDRESS).text


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("business_number", "000-86-01232", "사업자등록번호"),
        ("corporation_number", "000011-001234", "숫자 13자리"),
        ("registered_on", "2020.3.2.", "2025-06-13처럼"),
        ("tip_email", "제보", "name@example.kr처럼"),
        ("phone", "<script>", "031-000-0000처럼"),
        ("links", "페이스북 javascript:alert(1)", "https:// 주소"),
        ("visitors_before", "많음", "숫자로 써 주세요"),
    ],
)
def test_invalid_values_are_explained_beside_their_fields(desk, field, value, sentence):
    answer = desk.submit(ADDRESS, **RECORD | {field: value})
    assert answer.status_code == 422
    assert sentence in answer.text and f'href="#{field}"' in answer.text


def test_named_links_and_the_visitors_of_the_old_site(desk, client):
    links = "솔내소식 페이스북 https://social.example/solnae\n밴드 https://band.example/1"
    desk.submit(ADDRESS, **RECORD, links=links, visitors_before="565,273")
    foot = client.get("/").text
    assert ">솔내소식 페이스북</a>" in foot and "565,273" in foot
    assert "https://band.example/1" in desk.get(ADDRESS).text

"""Publisher record: what the law requires, and impossible numbers."""

from board.extensions import db
from board.models import Publisher, Site
from board.models.site.publisher import REQUIRED


def test_a_new_site_works_and_is_told_what_is_missing(app):
    assert Site().publisher.name == ""
    assert Site().whole().publisher.name == ""
    assert len(Publisher.current().problems()) == len(REQUIRED)


def test_swapped_numbers_are_noticed(app):
    publisher = Publisher.current()
    publisher.revise(business_number="000011-0012341", corporation_number="000-86-01231")
    db.session.commit()
    assert any("서로 바뀐 것 같습니다" in problem for problem in publisher.problems())


def test_a_number_with_a_wrong_check_digit_is_noticed(app):
    publisher = Publisher.current()
    publisher.revise(business_number="000-86-01232")
    assert any("사업자등록번호" in problem for problem in publisher.problems())

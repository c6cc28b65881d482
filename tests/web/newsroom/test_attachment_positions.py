"""Photos in order: ▲▼ posts the place a photo should have."""

import pytest

from board.extensions import db
from board.models import Article
from tests.support import files


@pytest.fixture
def photos(article, admin):
    photos = [
        article.attach(files.picture(500 + at, 300), name, by=admin)
        for at, name in enumerate(["하나.jpg", "둘.jpg", "셋.jpg"])
    ]
    db.session.commit()
    return photos


def names(article):
    db.session.expire_all()
    return [photo.name for photo in db.session.get(Article, article.id).photos]


def test_a_photo_becomes_the_lead_and_a_double_click_moves_it_once(visit, admin, article, photos):
    desk = visit(admin)
    address = f"/newsroom/attachments/{photos[1].id}/position"
    for _ in range(2):
        answer = desk.submit(address, htmx=True, position=0)
        assert "순서를 바꿨습니다." in answer.text
        assert answer.text.index("둘.jpg") < answer.text.index("하나.jpg")
    assert names(article) == ["둘.jpg", "하나.jpg", "셋.jpg"]


def test_without_a_script_the_editor_comes_back(visit, admin, article, photos):
    answer = visit(admin).submit(f"/newsroom/attachments/{photos[0].id}/position", position=1)
    assert answer.location.endswith(f"/newsroom/articles/{article.id}/edit#enclosures")
    assert names(article) == ["둘.jpg", "하나.jpg", "셋.jpg"]


@pytest.mark.parametrize("position", ["", "x", "99999999999999999999"])
def test_an_impossible_position_moves_nothing_out_of_order(visit, admin, article, photos, position):
    answer = visit(admin).submit(
        f"/newsroom/attachments/{photos[2].id}/position", position=position
    )
    assert answer.status_code == 303 and names(article)[2] == "셋.jpg"

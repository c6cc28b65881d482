"""Photo cropping: preview first, then once."""

import pytest

from board.extensions import db
from tests.support import files


@pytest.fixture
def desk(visit, admin):
    return visit(admin)


@pytest.fixture
def photo(article, admin):
    photo = article.attach(files.picture(1600, 1600), "쉼터.jpg", by=admin, alt="쉼터의 문")
    db.session.commit()
    return photo


def page(photo, query=""):
    return f"/newsroom/attachments/{photo.id}/crop/new{query}"


def cut(desk, photo, **frame):
    frame = {"left": 0, "top": 0, "width": 100, "height": 50, "version": photo.version} | frame
    return desk.submit(f"/newsroom/attachments/{photo.id}/crop", **frame)


@pytest.mark.parametrize(
    ("query", "seen"),
    [
        ("", "0.0 266.6"),
        ("?place=top", "0.0 0.0 1600.0 1066.6"),
        ("?place=bottom", "0.0 533.3"),
        ("?left=50&top=0&width=50&height=99&shape=press", "800.0 0.0 800.0 533.3"),
        ("?left=50&top=0&width=50&height=100&shape=free", "800.0 0.0 800.0 1600.0"),
        ("?left=x&top=0&width=50&height=100&shape=free", "0.0 0.0"),
        ("?place=nowhere", "0.0 266.6"),
    ],
)
def test_the_result_is_shown_before_anything_is_done(desk, photo, query, seen):
    answer = desk.get(page(photo, query))
    assert answer.status_code == 200 and f'viewBox="{seen}' in answer.text
    assert photo.version == 1


def test_what_lies_outside_the_frame_goes(desk, photo):
    answer = cut(desk, photo)
    assert answer.status_code == 303 and f"#attachment-{photo.id}" in answer.location
    db.session.expire_all()
    assert (photo.width, photo.height, photo.version) == (1600, 800, 2)
    assert "사진을 잘랐습니다." in desk.get(answer.location).text


def test_a_double_click_crops_once(desk, photo):
    cut(desk, photo)
    again = cut(desk, photo, version=1)
    assert again.status_code == 409 and "다른 창에서 바뀐 사진" in again.text
    db.session.expire_all()
    assert photo.version == 2


@pytest.mark.parametrize(
    "frame",
    [{"width": 1, "height": 1}, {"left": 200}, {"left": "nan"}, {"width": "x"}, {"top": ""}],
)
def test_an_invalid_frame_is_explained(desk, photo, frame):
    answer = cut(desk, photo, **frame)
    assert answer.status_code == 422 and "오류: 사진 자르기" in answer.text
    db.session.expire_all()
    assert photo.version == 1


def test_a_file_is_not_cropped(desk, article, admin):
    file = article.attach(files.hwp(), "보도자료.hwp", by=admin)
    db.session.commit()
    assert desk.get(page(file)).status_code == 404 and cut(desk, file).status_code == 404

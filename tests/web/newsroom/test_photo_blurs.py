"""Photo blurring, one region after another."""

import pytest

from board.extensions import db
from board.files import photos
from tests.support import files, retouching


@pytest.fixture
def desk(visit, admin):
    return visit(admin)


@pytest.fixture
def photo(article, admin):
    photo = article.attach(files.picture(), "쉼터.jpg", by=admin, alt="쉼터의 문")
    db.session.commit()
    return photo


def blur(desk, photo, **frame):
    frame = {"left": 40, "top": 40, "width": 20, "height": 20, "version": photo.version} | frame
    return desk.submit(f"/newsroom/attachments/{photo.id}/blurs", **frame)


def test_several_regions_are_blurred_one_after_another(desk, photo):
    for _ in range(2):
        answer = blur(desk, photo)
        assert answer.location == f"/newsroom/attachments/{photo.id}/blurs/new"
        assert "흐리게 했습니다" in desk.get(answer.location).text
        db.session.expire_all()
    assert photo.version == 3 and [edit["deed"] for edit in photo.edits] == ["blur", "blur"]


def test_readers_get_only_the_blurred_photo(desk, client, article, photo):
    before = photo.address(480)
    blur(desk, photo)
    db.session.expire_all()
    page = client.get(f"/articles/{article.id}").text
    assert photo.address(480) in page and before not in page
    assert client.get(before).location == photo.address()


def test_an_outdated_window_gets_an_error(desk, photo):
    blur(desk, photo)
    answer = blur(desk, photo, version=1)
    assert answer.status_code == 409 and "다른 창에서 바뀐 사진" in answer.text


@pytest.mark.parametrize("deed", ["blurs", "original"])
def test_of_two_windows_at_once_the_slower_gets_an_error(desk, photo, admin, deed, monkeypatch):
    """While the one is being made, the other is done, and the files of before are gone."""
    retouching.blur(photo, (0, 0, 0.5, 0.5), by=admin)
    db.session.commit()
    place = f"/newsroom/attachments/{photo.id}"
    frame = {"left": 40, "top": 40, "width": 20, "height": 20, "version": photo.version}
    remake = photos.remake

    def overtaken(*given):
        monkeypatch.setattr(photos, "remake", remake)
        assert desk.submit(f"{place}/crop", **frame).status_code == 303
        return remake(*given)

    monkeypatch.setattr(photos, "remake", overtaken)
    answer = desk.submit(f"{place}/{deed}", **frame)
    told = desk.get(answer.location).text if answer.status_code == 303 else answer.text
    assert "다른 창에서 바뀐 사진" in told
    db.session.expire_all()
    assert [edit["deed"] for edit in photo.edits] == ["blur", "crop"]


@pytest.mark.parametrize("frame", [{"left": 100}, {"width": 0}, {"height": "높이"}])
def test_an_invalid_frame_is_explained(desk, photo, frame):
    answer = blur(desk, photo, **frame)
    assert answer.status_code == 422 and "오류: 사진 가리기" in answer.text
    db.session.expire_all()
    assert photo.version == 1

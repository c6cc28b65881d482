"""Attachments in the editor: uploaded, described, removed."""

from io import BytesIO

import pytest

from board.extensions import db
from board.models import Article, Attachment
from tests.support import files


@pytest.fixture
def desk(visit, admin):
    return visit(admin)


@pytest.fixture
def photo(article, admin):
    photo = article.attach(files.picture(), "쉼터.jpg", by=admin)
    db.session.commit()
    return photo


def names(article):
    db.session.expire_all()
    return [each.name for each in db.session.get(Article, article.id).enclosures]


def test_several_files_go_up_at_once_without_leaving_the_page(desk, article):
    sent = [
        files.chosen(files.picture(), "쉼터.jpg"),
        files.chosen(files.hwp(), "보도자료.hwp"),
    ]
    address = f"/newsroom/articles/{article.id}/attachments"
    answer = desk.submit(address, htmx=True, files=sent)
    assert answer.status_code == 200 and "<html" not in answer.text
    assert 'id="enclosures"' in answer.text and "화면 읽기용 설명이 없습니다" in answer.text
    assert names(article) == ["쉼터.jpg", "보도자료.hwp"]


def test_with_a_plain_form_the_editor_comes_back(desk, article):
    answer = desk.submit(
        f"/newsroom/articles/{article.id}/attachments",
        files=files.chosen(files.hwp(), "보도자료.hwp"),
    )
    assert answer.status_code == 303
    assert answer.location == f"/newsroom/articles/{article.id}/edit#enclosures"


def test_the_same_file_chosen_twice_hangs_there_once(desk, article):
    for _ in range(2):
        desk.submit(
            f"/newsroom/articles/{article.id}/attachments",
            files=files.chosen(files.hwp(), "보도자료.hwp"),
        )
    assert names(article) == ["보도자료.hwp"]


def test_a_refused_file_is_told_and_the_others_stay(desk, article):
    sent = [
        files.chosen(files.archive(a="<script>"), "쪽.html"),
        files.chosen(files.hwp(), "보도자료.hwp"),
    ]
    address = f"/newsroom/articles/{article.id}/attachments"
    answer = desk.submit(address, htmx=True, files=sent)
    assert "쪽.html: " in answer.text and "올릴 수 없는 형식" in answer.text
    assert names(article) == ["보도자료.hwp"]


@pytest.mark.parametrize(
    ("form", "kept"),
    [("WEBP", "쉼터.webp"), ("PNG", "쉼터.png"), ("AVIF", "쉼터.avif"), ("TIFF", "쉼터.tif")],
)
def test_a_photo_with_another_photos_ending_is_taken_as_what_it_is(desk, article, form, kept):
    desk.submit(
        f"/newsroom/articles/{article.id}/attachments",
        files=files.chosen(files.picture(form=form), "쉼터.jpg"),
    )
    assert names(article) == [kept]
    assert article.photos[0].path("1600.webp").is_file()


def test_a_broken_bitmap_is_refused_in_words(desk, article):
    answer = desk.submit(
        f"/newsroom/articles/{article.id}/attachments",
        htmx=True,
        files=files.chosen(BytesIO(b"II*\0" + bytes(300)), "쉼터.tif"),
    )
    assert "손상된 파일" in answer.text and names(article) == []


def test_a_moving_picture_stands_still_and_the_editor_is_told(desk, article):
    answer = desk.submit(
        f"/newsroom/articles/{article.id}/attachments",
        htmx=True,
        files=files.chosen(files.moving(), "물레방아.gif"),
    )
    assert "물레방아.gif: 움직이는 그림이라 첫 장면만 넣었습니다" in answer.text
    assert names(article) == ["물레방아.gif"]


def test_choosing_no_file_is_explained(desk, article):
    answer = desk.submit(f"/newsroom/articles/{article.id}/attachments", htmx=True)
    assert "올릴 파일을 먼저 골라 주세요." in answer.text


def test_a_file_is_taken_off(desk, photo, article):
    address = f"/newsroom/attachments/{photo.id}/removal"
    answer = desk.submit(address, htmx=True)
    assert "파일을 뺐습니다" in answer.text and names(article) == []
    assert desk.submit(address).status_code == 404


@pytest.mark.parametrize("deed", ["removal", "position", "crop", "blurs", "original"])
def test_only_admins_touch_them(visit, moderator, photo, deed):
    answer = visit(moderator).submit(
        f"/newsroom/attachments/{photo.id}/{deed}", position=0, left=0, top=0, width=50, height=50
    )
    assert answer.status_code == 403
    assert db.session.get(Attachment, photo.id).version == 1

"""Photo descriptions: saved together, and with every action on one photo."""

import pytest

from board.extensions import db
from board.models import AuditEntry
from tests.support import files


@pytest.fixture
def desk(visit, admin):
    return visit(admin)


@pytest.fixture
def photos(article, admin):
    photos = [article.attach(files.picture(500 + at, 300), f"{at}.jpg", by=admin) for at in (1, 2)]
    db.session.commit()
    return photos


def typed(photo, **words):
    """The fields of a photo as a page made now sends them."""
    words = {"alt": photo.alt, "caption": photo.caption, "credit": photo.credit} | words
    words["seen"] = photo.words_mark
    return {f"attachment-{photo.id}-{name}": value for name, value in words.items()}


def address(article):
    return f"/newsroom/articles/{article.id}/descriptions"


@pytest.mark.parametrize("htmx", [True, False])
def test_the_words_of_all_photos_are_saved_at_once(desk, article, photos, htmx):
    words = typed(photos[0], alt="새 쉼터의 문", caption="쉼터") | typed(photos[1], credit="솔내시")
    answer = desk.submit(address(article), htmx=htmx, **words)
    assert answer.status_code == (200 if htmx else 303)
    db.session.expire_all()
    assert (photos[0].alt, photos[0].caption, photos[1].credit) == (
        "새 쉼터의 문",
        "쉼터",
        "솔내시",
    )
    page = answer.text if htmx else desk.get(answer.location).text
    assert page.count("화면 읽기용 설명이 없습니다") == 1 and "사진 설명을 저장했습니다." in page


def test_moving_or_taking_off_one_photo_keeps_what_was_typed_beside_another(desk, photos):
    words = typed(photos[0], alt="새 쉼터의 문")
    desk.submit(f"/newsroom/attachments/{photos[1].id}/position", position=0, **words)
    db.session.expire_all()
    assert photos[0].alt == "새 쉼터의 문"
    words = typed(photos[0], caption="쉼터 앞")
    desk.submit(f"/newsroom/attachments/{photos[1].id}/removal", htmx=True, **words)
    db.session.expire_all()
    assert (photos[0].alt, photos[0].caption) == ("새 쉼터의 문", "쉼터 앞")


def test_saving_the_article_saves_the_words_that_came_with_it(desk, article, photos):
    form = {"board_id": article.board_id, "title": article.title, "body": "글", "byline": "이한결"}
    version = {"version": article.updated_at.isoformat()}
    words = typed(photos[0], alt="새 쉼터의 문")
    answer = desk.submit(f"/newsroom/articles/{article.id}/edit", **form, **version, **words)
    assert answer.status_code == 303
    db.session.expire_all()
    assert photos[0].alt == "새 쉼터의 문"


def test_an_outdated_window_without_changes_overwrites_nothing(desk, article, photos):
    old = typed(photos[0])
    photos[0].describe(alt="새 쉼터의 문", caption="", credit="", by=None)
    desk.submit(address(article), **old)
    db.session.expire_all()
    assert photos[0].alt == "새 쉼터의 문"


def test_what_did_not_change_is_not_written_down(desk, article, photos):
    before = db.session.scalar(db.select(db.func.count(AuditEntry.id)))
    desk.submit(address(article), **typed(photos[0]))
    assert db.session.scalar(db.select(db.func.count(AuditEntry.id))) == before


@pytest.mark.parametrize("htmx", [True, False])
def test_words_too_long_are_told_and_nothing_typed_is_lost(desk, article, photos, htmx):
    words = typed(photos[0], alt="가" * 201) | typed(photos[1], caption="강가의 갈대")
    answer = desk.submit(address(article), htmx=htmx, **words)
    assert answer.status_code == 422 and "200자까지 쓸 수 있습니다" in answer.text
    assert "가" * 201 in answer.text and "강가의 갈대" in answer.text


@pytest.mark.parametrize("deed", ["crop", "blur"])
def test_going_to_crop_or_blur_saves_the_words_first(desk, article, photos, deed):
    words = typed(photos[0], alt="새 쉼터의 문")
    answer = desk.submit(address(article), **words, **{deed: photos[1].id})
    assert f"/newsroom/attachments/{photos[1].id}/{deed}" in answer.location
    db.session.expire_all()
    assert photos[0].alt == "새 쉼터의 문"
    assert desk.get(answer.location).status_code == 200

"""Attachments of an article."""

from io import BytesIO
from urllib.parse import unquote

import pytest

from board.extensions import db
from board.files.limits import LARGEST_ARTICLE
from board.files.storage import storage
from board.models import Article, Attachment, AuditEntry, Guest, User
from tests.support import files


def attach_photo(article, admin, name="쉼터.jpg", width=1600, **words):
    return article.attach(files.picture(width, 1000), name, by=admin, **words)


def kept():
    return {path.parent.name for path in storage().root.rglob("*") if path.is_file()}


def test_photos_and_files_are_two_halves_each_in_order(article, admin):
    first = attach_photo(article, admin, alt="쉼터의 문", credit="솔내시")
    file = article.attach(files.hwp(), "보도자료.hwp", by=admin)
    second = attach_photo(article, admin, "강가.jpg", 900)
    assert (article.photos, article.attachments) == ([first, second], [file])
    assert article.lead_photo is first and article.has_attachments
    assert article.undescribed_photos == [second]
    assert file.kind_label == "HWP"
    assert unquote(file.address()) == f"/attachments/{file.id}/보도자료.hwp"


def test_a_photo_knows_its_widths_and_addresses(article, admin):
    photo = attach_photo(article, admin)
    assert photo.widths == [480, 800, 1200, 1600]
    assert photo.address() == f"/photos/{photo.id}/1600.jpg"
    assert photo.address(480) == f"/photos/{photo.id}/480.webp"
    assert (photo.width, photo.height) == (1600, 1000)
    assert all(photo.path(part).is_file() for part in ("480.webp", "1200.webp", "1600.jpg"))
    assert not photo.file_of("../../board.sqlite3") and not photo.file_of("master.jpg")


def test_the_same_file_twice_is_once(article, admin):
    first = article.attach(files.hwp(), "보도자료.hwp", by=admin)
    assert article.attach(files.hwp(), "보도자료(1).hwp", by=admin) is first
    assert len(kept()) == 1


def test_what_is_refused_leaves_neither_row_nor_file(article, admin):
    with pytest.raises(ValueError, match="올릴 수 없는 형식"):
        article.attach(BytesIO(b"<svg/>"), "그림.svg", by=admin)
    with pytest.raises(ValueError, match="다시 저장해서"):
        article.attach(BytesIO(b"\xff\xd8\xff broken"), "사진.jpg", by=admin)
    db.session.commit()
    assert article.enclosures == [] and kept() == set()


def test_an_article_holds_a_hundred_megabytes_and_no_more(article, admin):
    article.attach(files.hwp(), "큰 자료.hwp", by=admin).size = LARGEST_ARTICLE
    with pytest.raises(ValueError, match="모두 100 MB까지"):
        attach_photo(article, admin)
    assert len(kept()) == 1


def test_a_file_above_twenty_megabytes_is_refused(article, admin):
    with pytest.raises(ValueError, match="20 MB보다 큰 파일"):
        article.attach(BytesIO(b"a" * (20 * 1024 * 1024 + 1)), "긴 글.txt", by=admin)
    assert kept() == set()


def test_files_are_deleted_when_their_transaction_rolls_back(article, admin):
    attach_photo(article, admin)
    db.session.rollback()
    assert kept() == set()


def test_a_removed_file_is_gone_after_the_commit_and_written_down(article, admin):
    photo = attach_photo(article, admin)
    db.session.commit()
    photo.remove(by=admin)
    assert kept()
    db.session.commit()
    assert kept() == set() and article.photos == []
    entry = db.session.scalar(AuditEntry.newest())
    assert (entry.action, entry.actor, entry.detail["name"]) == (
        "attachment.remove",
        admin,
        "쉼터.jpg",
    )


def test_a_photo_takes_the_place_it_is_given_twice_is_once(article, admin):
    names = ["하나.jpg", "둘.jpg", "셋.jpg"]
    photos = [attach_photo(article, admin, name, 500 + at) for at, name in enumerate(names)]
    for _ in range(2):
        photos[2].place(0, by=admin)
        assert [photo.name for photo in article.photos] == ["셋.jpg", "하나.jpg", "둘.jpg"]
    photos[2].place(99, by=admin)
    assert article.lead_photo is photos[0]


def test_readers_get_attachments_of_published_articles_only(article, admin, reader):
    photo = attach_photo(article, admin)
    db.session.commit()

    def may_see(viewer: User | Guest) -> bool:
        question = Article.enclosures_readable_by(viewer).where(Attachment.id == photo.id)
        return db.session.scalar(question) is not None

    assert may_see(Guest()) and may_see(reader)
    article.withdraw(by=admin, reason="잘못 올림")
    assert not may_see(Guest()) and not may_see(reader) and may_see(admin)

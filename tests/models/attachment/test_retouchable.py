"""Photo editing: what is cropped or blurred can be found nowhere, and only we can restore it."""

import io

import pytest
from PIL import Image, ImageChops, ImageStat
from sqlalchemy.orm.attributes import set_committed_value

from board.extensions import db
from board.files import photos
from board.files.storage import storage
from board.models import Attachment, AuditEntry
from tests.support import files
from tests.support.retouching import blur, crop, restore

FACE = (0.25, 0.25, 0.25, 0.25)


@pytest.fixture
def photo(article, admin):
    """Fine stripes all over, so that any surviving detail is visible."""
    stripe = Image.new("L", (8, 1))
    stripe.paste(255, (4, 0, 8, 1))
    stripes = Image.new("L", (1600, 800))
    for left in range(0, 1600, 8):
        stripes.paste(stripe.resize((8, 800)), (left, 0))
    photo = article.attach(files.saved(stripes, "PNG"), "줄무늬.png", by=admin, alt="줄무늬")
    db.session.commit()
    return photo


def contrast(photo: Attachment, file: str, box=FACE) -> float:
    """The contrast in the middle of this part of a version: 0 nothing, 127 all."""
    with Image.open(photo.path(file)) as picture:
        left, top, width, height = (
            round(at * side) for at, side in zip(box, picture.size * 2, strict=True)
        )
        region = picture.convert("L").crop((left, top, left + width, top + height))
        return ImageStat.Stat(region).stddev[0]


def shown(photo: Attachment) -> list[str]:
    return sorted(path.name for path in photo.path("x").parent.iterdir())


def test_a_blurred_face_is_to_be_seen_in_no_version(photo, admin):
    assert contrast(photo, "1600.webp") > 90
    blur(photo, FACE, by=admin)
    db.session.commit()
    versions = [name for name in shown(photo) if name != photos.MASTER]
    assert len(versions) == 5
    assert all(contrast(photo, name) < 8 for name in versions)
    assert contrast(photo, "1600.webp", (0.6, 0.6, 0.2, 0.2)) > 90


def test_even_a_tiny_face_keeps_no_detail(photo, admin):
    blur(photo, (0.5, 0.5, 0.02, 0.04), by=admin)
    assert contrast(photo, "1600.webp", (0.503, 0.51, 0.014, 0.02)) < 12


def test_a_large_region_is_a_few_cells_and_not_a_soft_picture(article, admin):
    noise = Image.effect_noise((1600, 800), 100).convert("RGB")
    photo = article.attach(files.saved(noise, "PNG"), "군중.png", by=admin)
    blur(photo, (0, 0, 1, 1), by=admin)
    with Image.open(photo.path("1600.webp")) as picture:
        soft = picture.convert("L")
        again = soft.resize((6, 3), Image.Resampling.BOX).resize(soft.size)
        assert ImageStat.Stat(ImageChops.difference(soft, again)).mean[0] < 3


def test_the_old_files_go_with_the_commit_and_the_address_is_a_new_one(photo, admin):
    before, address = photo.stored_as, photo.address(480)
    blur(photo, FACE, by=admin)
    assert storage().path(before).is_dir()
    db.session.commit()
    assert not storage().path(before).exists() and photo.path("480.webp").is_file()
    assert photo.address(480) == f"/photos/{photo.id}/480-2.webp" != address


def test_a_change_that_is_rolled_back_leaves_all_as_it_was(photo, admin):
    before = photo.stored_as
    crop(photo, (0, 0, 0.5, 1), by=admin)
    after = photo.stored_as
    db.session.rollback()
    assert (photo.stored_as, photo.version, photo.edits) == (before, 1, [])
    assert photo.path("480.webp").is_file() and not storage().path(after).exists()


def test_a_crop_and_then_a_blur_mean_what_was_seen_each_time(photo, admin):
    crop(photo, (0.25, 0, 0.5, 1), by=admin)
    assert (photo.width, photo.height, photo.widths) == (800, 800, [480, 800])
    blur(photo, (0, 0, 0.5, 0.5), by=admin)
    assert contrast(photo, "800.webp", (0.05, 0.05, 0.4, 0.4)) < 8
    assert contrast(photo, "800.webp", (0.55, 0.55, 0.4, 0.4)) > 90
    deeds = [entry.action for entry in db.session.scalars(AuditEntry.newest().limit(2))]
    assert deeds == ["attachment.blur", "attachment.crop"]


def test_the_first_state_comes_back_under_a_new_address(photo, admin):
    crop(photo, (0, 0, 0.5, 1), by=admin)
    blur(photo, FACE, by=admin)
    restore(photo, by=admin)
    assert (photo.width, photo.height, photo.edits, photo.version) == (1600, 800, [], 4)
    assert contrast(photo, "1600.webp") > 90


def test_a_photo_of_before_there_were_masters_is_remade_from_its_largest(photo, admin):
    photo.path(photos.MASTER).unlink()
    blur(photo, FACE, by=admin)
    assert photos.MASTER in shown(photo) and contrast(photo, "1600.webp") < 8
    restore(photo, by=admin)
    assert contrast(photo, "1600.webp") > 90


@pytest.mark.parametrize(
    ("box", "sentence"),
    [
        ((0, 0, 0.01, 0.01), "틀을 키워"),
        ((1.5, 0, 0.5, 0.5), "사진 안에"),
        ((0, 0, -1, 0.5), "사진 안에"),
        ((float("nan"), 0, 0.5, 0.5), "숫자로"),
    ],
)
def test_an_invalid_box_is_explained_and_changes_nothing(photo, admin, box, sentence):
    with pytest.raises(ValueError, match=sentence):
        crop(photo, box, by=admin)
    assert (photo.version, photo.edits) == (1, [])


def test_of_two_windows_the_second_gets_an_error(photo, admin):
    set_committed_value(photo, "version", 2)  # what another window made of it meanwhile
    with pytest.raises(ValueError, match="다른 창에서"):
        blur(photo, FACE, by=admin)
    db.session.refresh(photo)
    assert (photo.version, photo.edits) == (1, []) and len(shown(photo)) == 6


def test_the_master_is_small_and_says_nothing(article, admin):
    stream = io.BytesIO(files.picture_from_a_phone().getvalue())
    photo = article.attach(stream, "폰.jpg", by=admin)
    with Image.open(photo.path(photos.MASTER)) as master:
        assert max(master.size) <= 2400 and master.height > master.width
        assert set(master.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}

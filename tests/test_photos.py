"""Photos: made anew, upright, small, and without anything the camera wrote into them."""

from io import BytesIO

import pytest
from PIL import Image

from board import photos
from tests import files


def made_of(stream, folder):
    made = photos.make(stream, folder)
    names = sorted(path.name for path in folder.iterdir())
    assert names.pop() == photos.MASTER
    return made, names


def test_a_photo_comes_in_four_widths_and_one_jpeg(tmp_path):
    made, names = made_of(files.picture(1600, 1000), tmp_path)
    assert names == ["1200.webp", "1600.jpg", "1600.webp", "480.webp", "800.webp"]
    assert (made.width, made.height) == (1600, 1000)
    assert made.size == sum(path.stat().st_size for path in tmp_path.iterdir())


def test_nothing_is_made_wider_than_it_was(tmp_path):
    _, names = made_of(files.picture(900, 600, "PNG"), tmp_path)
    assert names == ["480.webp", "800.jpg", "800.webp"]


def test_a_small_picture_keeps_its_width(tmp_path):
    made, names = made_of(files.picture(300, 200, "GIF"), tmp_path)
    assert names == ["300.jpg", "300.webp"] and made.width == 300


def test_a_photo_from_a_phone_is_upright_and_says_nothing_of_the_phone(tmp_path):
    made, _ = made_of(files.picture_from_a_phone(), tmp_path)
    assert made.height > made.width
    for path in tmp_path.iterdir():
        assert "나루폰".encode() not in path.read_bytes()
        assert b"Exif" not in path.read_bytes() and not Image.open(path).getexif()


def test_only_this_sites_user_may_read_the_files(tmp_path):
    made_of(files.picture(), tmp_path)
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}


def test_what_is_see_through_becomes_white(tmp_path):
    made_of(files.saved(Image.new("RGBA", (480, 480), (0, 0, 0, 0)), "PNG"), tmp_path)
    assert Image.open(tmp_path / "480.jpg").convert("RGB").getpixel((9, 9)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["CMYK", "L", "RGB"])
def test_photos_for_print_and_grey_ones_can_be_seen(tmp_path, mode):
    _, names = made_of(files.saved(Image.new(mode, (500, 500)), "JPEG"), tmp_path)
    assert names == ["480.jpg", "480.webp"]


@pytest.mark.parametrize(
    "stream",
    [
        BytesIO(b"\xff\xd8\xff" + bytes(1000)),
        BytesIO(files.picture().getvalue()[:3000]),
        BytesIO(b"GIF89a"),
        BytesIO(b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ],
)
def test_a_broken_photo_is_refused_in_words(tmp_path, stream):
    with pytest.raises(ValueError, match="다시 저장해서 올려 주세요"):
        photos.make(stream, tmp_path)


def test_a_photo_that_would_fill_the_memory_is_refused_before_it_is_decoded(tmp_path):
    bomb = files.saved(Image.new("1", (20_000, 20_000)), "PNG")
    with pytest.raises(ValueError, match="너무 큽니다"):
        photos.make(bomb, tmp_path)


def test_a_strip_too_long_for_a_page_is_refused(tmp_path):
    with pytest.raises(ValueError, match="길쭉"):
        photos.make(files.picture(100, 5000), tmp_path)

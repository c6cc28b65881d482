"""Photos: made anew, upright, small, and without anything the camera wrote into them."""

from io import BytesIO

import pillow_heif
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from board.files import photos
from tests.support import files


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


def test_a_strip_of_twenty_to_one_can_still_be_read(tmp_path):
    made, _ = made_of(files.picture(700, 13_000), tmp_path)
    assert made.width > 450 and made.height > 8_000


def test_words_written_into_a_png_or_webp_are_gone(tmp_path):
    note = PngInfo()
    note.add_itxt("Author", "나루폰의 주인")
    exif = Image.Exif()
    exif[files.EXIF_MAKER] = "나루폰"
    for form, options in (("PNG", {"pnginfo": note}), ("WEBP", {"exif": exif, "xmp": b"naru-xmp"})):
        folder = tmp_path / form
        folder.mkdir()
        made_of(files.picture(600, 400, form, **options), folder)
        written = b"".join(path.read_bytes() for path in folder.iterdir())
        assert not any(word in written for word in ("나루폰".encode(), b"naru-xmp", b"Exif"))


def test_a_heic_from_a_phone_is_opened(tmp_path):
    stream = BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", (640, 480), "red")).save(stream)
    made, _ = made_of(BytesIO(stream.getvalue()), tmp_path)
    assert (made.width, made.height) == (480, 360)


def test_an_avif_is_opened(tmp_path):
    made, _ = made_of(files.picture(640, 480, "AVIF"), tmp_path)
    assert (made.width, made.height) == (480, 360)


@pytest.mark.parametrize("head", [b"\xd7\xcd\xc6\x9a", b"\1\0\0\0" + bytes(36) + b" EMF"])
def test_a_drawing_of_windows_is_refused_by_its_name(tmp_path, head):
    with pytest.raises(ValueError, match="WMF·EMF 그림은 옮길 수 없습니다"):
        photos.make(BytesIO(head + bytes(300)), tmp_path)


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_of_a_moving_picture_the_first_frame_is_kept_and_it_is_told(tmp_path, form):
    made, _ = made_of(files.moving(form), tmp_path)
    assert made.was_moving and Image.open(tmp_path / "480.jpg").getpixel((9, 9))[0] > 240


def test_what_does_not_move_is_not_called_moving(tmp_path):
    two = files.saved(Image.new("RGB", (480, 480)), "MPO", save_all=True, append_images=[])
    for number, stream in enumerate((two, files.picture(480, 480, "GIF"))):
        folder = tmp_path / str(number)
        folder.mkdir()
        assert not made_of(stream, folder)[0].was_moving


def test_sixteen_bits_of_grey_keep_their_greys(tmp_path):
    made_of(files.saved(Image.new("I;16", (480, 480), 32_768), "PNG"), tmp_path)
    assert Image.open(tmp_path / "480.jpg").convert("L").getpixel((9, 9)) in (127, 128, 129)


def test_a_single_pixel_is_a_photo_too(tmp_path):
    made, names = made_of(files.picture(1, 1, "PNG"), tmp_path)
    assert (made.width, made.height, names) == (1, 1, ["1.jpg", "1.webp"])

"""Bitmaps in a document: what no browser shows becomes PNG where it stands."""

import struct

import pytest
from PIL import Image

from tests.support import files
from tests.text.documents.made import mail, multipart, part

PLAIN = "Content-Type: text/html; charset=utf-8"


def letter(*pictures: tuple[str, bytes]) -> bytes:
    """A mail with a line, then these pictures, then a line."""
    shown = "".join(f'<p><img src="cid:{name}"></p>' for name, _ in pictures)
    parts = [part(PLAIN, f"<p>First.</p>{shown}<p>Last.</p>")]
    for name, data in pictures:
        head = f"Content-Type: image/x-any; name={name}\nContent-ID: <{name}>"
        parts.append(part(head, data))
    return mail(multipart("related", *parts))


@pytest.mark.parametrize(
    ("form", "mode", "options"),
    [
        ("BMP", "RGB", {}),
        ("BMP", "P", {}),
        ("BMP", "1", {}),
        ("TIFF", "RGB", {"compression": "tiff_lzw"}),
        ("TIFF", "CMYK", {"compression": "jpeg"}),
        ("TIFF", "L", {}),
        ("PCX", "RGB", {}),
        ("PCX", "P", {}),
    ],
)
def test_bmp_tiff_and_pcx_become_png_in_their_place(read, form, mode, options):
    drawn = files.saved(Image.new("RGB", (300, 200), "teal").convert(mode), form, **options)
    document = read("eml", letter(("chart.any", drawn.getvalue())))
    assert document.html.index("First") < document.html.index("picture:0")
    assert document.html.index("picture:0") < document.html.index("Last")
    [picture] = document.pictures
    with Image.open(picture.path) as shown:
        assert (picture.name, shown.format, shown.size) == ("chart.png", "PNG", (300, 200))


def test_a_bitmap_may_be_larger_than_what_it_becomes(read, tmp_path):
    drawn = files.saved(Image.new("RGB", (3000, 2500), "teal"), "BMP").getvalue()
    [picture] = read("eml", letter(("chart.bmp", drawn))).pictures
    assert picture.path.stat().st_size < 100_000 < len(drawn)


def test_a_picture_that_is_broken_keeps_its_place_and_name(read):
    broken = b"II*\0" + bytes(100)
    document = read("eml", letter(("chart.tif", broken), ("empty.png", b"")))
    assert [picture.name for picture in document.pictures] == ["chart.tif", "empty.png"]
    assert document.pictures[0].path.read_bytes() == broken


def test_a_bitmap_that_would_fill_the_memory_is_not_unpacked(read):
    bomb = files.saved(Image.new("1", (20_000, 20_000)), "TIFF", compression="group4").getvalue()
    [picture] = read("eml", letter(("chart.tif", bomb))).pictures
    assert picture.path.read_bytes() == bomb


def wmf(*records: bytes) -> bytes:
    """A drawing of these records."""
    body = b"".join(records) + struct.pack("<IH", 3, 0)
    return struct.pack("<HHHIHIH", 1, 9, 0x300, 9 + len(body) // 2, 0, 0, 0) + body


def stretched(picture: Image.Image) -> bytes:
    """The record of a WMF that draws a bitmap."""
    inside = files.saved(picture, "BMP").getvalue()[14:]
    about = struct.pack("<IH8H", 0x00CC0020, 0, *(0,) * 8)
    return struct.pack("<IH", (6 + len(about) + len(inside)) // 2, 0x0F43) + about + inside


def emf(picture: Image.Image) -> bytes:
    """A drawing that consists of one bitmap."""
    inside = files.saved(picture, "BMP").getvalue()[14:]
    head = struct.pack("<II", 1, 88) + bytes(32) + b" EMF" + bytes(44)
    where = struct.pack("<4I", 80, 40, 120, len(inside) - 40)
    about = bytes(40) + where + struct.pack("<IIII", 0, 0x00CC0020, 0, 0)
    record = struct.pack("<II", 81, 8 + len(about) + len(inside)) + about + inside
    return head + record + struct.pack("<II", 14, 20) + bytes(12)


DRAWN = Image.new("RGB", (300, 200), "teal")
WORDS = struct.pack("<IH4H", 7, 0x0521, 2, 0x4141, 0, 0)


@pytest.mark.parametrize(
    "drawing",
    [wmf(stretched(DRAWN)), b"\xd7\xcd\xc6\x9a" + bytes(18) + wmf(stretched(DRAWN)), emf(DRAWN)],
    ids=["wmf", "placeable", "emf"],
)
def test_the_bitmap_that_a_windows_drawing_consists_of_is_shown(read, drawing):
    [picture] = read("eml", letter(("chart.wmf", drawing))).pictures
    with Image.open(picture.path) as shown:
        assert (picture.name, shown.format, shown.size) == ("chart.png", "PNG", (300, 200))
        assert shown.convert("RGB").getpixel((9, 9)) == (0, 128, 128)


@pytest.mark.parametrize(
    "drawing",
    [
        wmf(stretched(DRAWN), WORDS),
        wmf(stretched(DRAWN), stretched(DRAWN.rotate(90, expand=True))),
        wmf(),
        wmf(stretched(DRAWN))[:400],
    ],
    ids=["words", "strips", "lines", "cut off"],
)
def test_a_windows_drawing_that_is_more_than_a_bitmap_stays_as_it_is(read, drawing):
    [picture] = read("eml", letter(("chart.wmf", drawing))).pictures
    assert picture.name == "chart.wmf" and picture.path.read_bytes() == drawing


def test_pictures_after_the_hundredth_are_counted(read):
    shown = "".join(f'<img src="data:image/png;base64,{number:04}">' for number in range(103))
    document = read("html", f"<p>First.</p>{shown}".encode())
    assert len(document.pictures) == 100
    assert document.left_out[-1] == ("photo", "그림이 100장을 넘어 3장은 옮기지 않았습니다.")

"""Bitmaps in a document: what no browser shows becomes PNG where it stands."""

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

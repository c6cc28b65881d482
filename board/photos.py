"""Photos: decoded under a limit, turned upright, stripped of everything but pixels, made small.

One photo becomes WebP files at the widths readers' screens need and one JPEG for the programs
that know nothing else. What came in is not kept: it may carry a place, a name, or worse.
"""

import io
import struct
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

WIDTHS = (480, 800, 1200)
WEBP_QUALITY, JPEG_QUALITY = 80, 85
FORMATS = ("JPEG", "PNG", "GIF", "WEBP")
# The most pixels a photo may have, by what decoding it costs: a JPEG is decoded at a fraction of
# its size, a WebP in three copies. A phone's photo has 12 to 24 million.
LARGEST = {"JPEG": 40_000_000, "MPO": 40_000_000, "PNG": 16_000_000, "GIF": 16_000_000}
LARGEST |= {"WEBP": 8_000_000, "progressive": 24_000_000}
TALLEST = 12  # times its other side; a WebP ends at 16,383 pixels
STRIP = 256  # rows of the reduced picture that are worked on at once
ORIENTATION = 0x0112

# One at a time: ten editors with ten photos each must not need the memory of a hundred.
_one_at_a_time = Lock()


class NoPhotoError(ValueError):
    """This is no photo we can use; the text is a Korean sentence."""


@dataclass(frozen=True)
class Made:
    """What was written: the size in pixels of the largest version, and all bytes together."""

    width: int
    height: int
    size: int


def make(stream: BinaryIO, folder: Path) -> Made:
    """Write `480.webp` … and the largest as `1200.jpg` into `folder`; no wider than the original.

    Only the first frame of a moving picture is used. Raises `ValueError` with a Korean sentence
    when this is no photo we can read.
    """
    try:
        with _one_at_a_time:
            made = _write(_decode(stream), folder)
    except NoPhotoError:
        raise
    except Image.DecompressionBombError as error:
        raise NoPhotoError(TOO_LARGE) from error
    except OSError as error:
        if error.errno is not None:  # not the file is at fault but the disk
            raise
        raise NoPhotoError(UNREADABLE) from error
    # What Pillow says of a broken file is in English, and of many kinds.
    except (SyntaxError, EOFError, MemoryError, ValueError, struct.error) as error:
        raise NoPhotoError(UNREADABLE) from error
    size = sum(file.stat().st_size for file in folder.iterdir())
    return Made(*made, size)


def widths_up_to(width: int) -> list[int]:
    """The widths to make for a photo this wide; a narrow one keeps its own."""
    return [each for each in WIDTHS if each <= width] or [width]


def _write(picture: Image.Image, folder: Path) -> tuple[int, int]:
    for width in widths_up_to(picture.width):
        version = _at(picture, width)
        version.save(_new(folder / f"{width}.webp"), "WEBP", quality=WEBP_QUALITY, method=2)
    version.save(_new(folder / f"{width}.jpg"), "JPEG", quality=JPEG_QUALITY, progressive=True)
    return version.size


TOO_LARGE = "사진이 너무 큽니다. 긴 쪽을 3,000픽셀쯤으로 줄여서 올려 주세요."
UNREADABLE = "사진을 읽을 수 없습니다. JPG나 PNG로 다시 저장해서 올려 주세요."


def _decode(stream: BinaryIO) -> Image.Image:
    """Upright sRGB pixels without an alpha channel, at most a few times as wide as we need."""
    try:
        picture = Image.open(stream, formats=FORMATS)
    except UnidentifiedImageError as error:
        raise NoPhotoError(UNREADABLE) from error
    kind = "progressive" if picture.info.get("progressive") else picture.format
    if picture.width * picture.height > LARGEST[kind or "PNG"]:
        raise NoPhotoError(TOO_LARGE)
    if picture.height > TALLEST * picture.width or picture.width > TALLEST * picture.height:
        raise NoPhotoError("사진이 너무 길쭉합니다. 몇 장으로 나누어 올려 주세요.")
    profile = picture.info.get("icc_profile")
    shorter = min(picture.size)
    scale = min(1.0, 2 * WIDTHS[-1] / shorter)
    picture.draft("RGB", (int(picture.width * scale), int(picture.height * scale)))
    return _in_srgb(_opaque(_upright(_shrunk(picture), picture)), profile)


def _shrunk(picture: Image.Image) -> Image.Image:
    """Whole-number steps down first, strip by strip: the large picture is never copied whole."""
    factor = picture.width * 2 // (3 * WIDTHS[-1])
    if factor < 2:
        return _plain(picture)
    size = (-(-picture.width // factor), -(-picture.height // factor))
    rows = STRIP * factor
    small = None
    for top in range(0, picture.height, rows):
        box = (0, top, picture.width, min(top + rows, picture.height))
        strip = _plain(picture.crop(box)).reduce(factor)
        small = small or Image.new(strip.mode, size)
        small.paste(strip, (0, top // factor))
    return small or picture


def _plain(picture: Image.Image) -> Image.Image:
    if picture.mode in ("L", "RGB", "RGBA", "CMYK"):
        return picture
    return picture.convert("RGBA" if "transparency" in picture.info else "RGB")


def _upright(picture: Image.Image, original: Image.Image) -> Image.Image:
    orientation = original.getexif().get(ORIENTATION)
    if orientation:
        picture.getexif()[ORIENTATION] = orientation
    return ImageOps.exif_transpose(picture)


def _opaque(picture: Image.Image) -> Image.Image:
    if picture.mode != "RGBA":
        return picture
    page = Image.new("RGBA", picture.size, "white")
    page.alpha_composite(picture)
    return page.convert("RGB")


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours as they were meant: press photos come in wider spaces, print files in CMYK."""
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            made = ImageCms.profileToProfile(picture, source, target, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            made = None
        picture = made or picture
    return picture.convert("RGB")


def _at(picture: Image.Image, width: int) -> Image.Image:
    """A copy with nothing but its pixels, so that nothing else can be written out."""
    height = max(1, round(picture.height * width / picture.width))
    version = picture.resize((width, height), Image.Resampling.LANCZOS)
    version.info = {}
    return version


def _new(path: Path) -> Path:
    path.touch(mode=0o600, exist_ok=False)
    return path

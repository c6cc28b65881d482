"""Photo decoding: from uploaded bytes to upright sRGB pixels, in bounded memory."""

import io
import math
import struct
from contextlib import contextmanager
from typing import BinaryIO

import pillow_heif
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError
from PIL.JpegImagePlugin import JpegImageFile

from board.files.limits import LONGEST_SIDE, MOST_PHOTO_MEMORY, MOST_PIXELS
from board.files.photos.versions import NoPhotoError
from board.text.documents import metafiles

pillow_heif.register_heif_opener()

MOVING = ("PNG", "GIF", "WEBP", "AVIF")
FORMATS = ("JPEG", "HEIF", *MOVING)
ENOUGH = 1800  # a larger picture is halved, or more, while it is decoded, but not below this
NARROWEST = 480  # of a strip, below which it is not halved: a phone shows it this wide
TALLEST = 20  # times its other side; a WebP ends at 16,383 pixels
STRIP = 256  # rows of the reduced picture that are worked on at once
ORIENTATION = 0x0112

TOO_LARGE = "사진이 너무 큽니다. 긴 쪽을 2,000픽셀쯤으로 줄여서 올려 주세요."
UNREADABLE = "사진을 읽을 수 없습니다. JPG나 PNG로 다시 저장해서 올려 주세요."
METAFILE = "WMF·EMF 그림은 옮길 수 없습니다. 원래 문서에서 그림을 PNG로 저장해 올려 주세요."
TOO_LONG = "사진이 너무 길쭉합니다. 몇 장으로 나누어 올려 주세요."


def decoded(stream: BinaryIO) -> Image.Image:
    """The first frame, upright, in sRGB without alpha, in as many pixels as a photo of 3:2 has
    that is `LONGEST_SIDE` long: a long strip stays readable.

    Raises `NoPhotoError`; an `OSError` of the disk is not caught.
    """
    with _in_korean(), _opened(stream) as original:
        _check(original)
        profile = original.info.get("icc_profile")
        orientation = original.getexif().get(ORIENTATION)
        original.draft("RGB", _reduced(original.size))
        picture = _narrowed(original)
        original.close()  # its pixels go before the next ones come
        picture = picture.resize(_fitted(picture.size, original.size), Image.Resampling.LANCZOS)
        return _in_srgb(_opaque(_upright(picture, orientation)), profile)


def measured(stream: BinaryIO) -> tuple[int, int]:
    """Width and height as stored, without decoding; the stream is left at its start."""
    with _in_korean():
        size = _opened(stream).size
    stream.seek(0)
    return size


def is_moving(stream: BinaryIO) -> bool:
    """Whether it is an animation; the stream is left at its start."""
    with _in_korean():
        opened = _opened(stream)
        # A phone's JPEG has frames too, none of which moves.
        found = opened.format in MOVING and getattr(opened, "is_animated", False)
    stream.seek(0)
    return found


@contextmanager
def _in_korean():
    """Turn Pillow's errors, of many types and in English, into `NoPhotoError`."""
    try:
        yield
    except NoPhotoError:
        raise
    except Image.DecompressionBombError as error:
        raise NoPhotoError(TOO_LARGE) from error
    except OSError as error:
        if error.errno is not None:  # not the file is at fault but the disk
            raise
        raise NoPhotoError(UNREADABLE) from error
    except (SyntaxError, EOFError, MemoryError, ValueError, RuntimeError, struct.error) as error:
        raise NoPhotoError(UNREADABLE) from error


def _opened(stream: BinaryIO) -> Image.Image:
    try:
        return Image.open(stream, formats=FORMATS)
    except UnidentifiedImageError as error:
        stream.seek(0)
        is_drawing = metafiles.kind_of(stream.read(metafiles.HEAD))
        raise NoPhotoError(METAFILE if is_drawing else UNREADABLE) from error


def _check(picture: Image.Image) -> None:
    """Refuse, before decoding, what would need too much memory or has an unusable shape."""
    pixels = picture.width * picture.height
    if pixels > MOST_PIXELS or pixels * _bytes_a_pixel(picture) > MOST_PHOTO_MEMORY:
        raise NoPhotoError(TOO_LARGE)
    if max(picture.size) > TALLEST * min(picture.size):
        raise NoPhotoError(TOO_LONG)


def _bytes_a_pixel(picture: Image.Image) -> float:
    """Measured memory per pixel while decoding: a JPEG is reduced on the way, a WebP is held in
    four copies, a progressive JPEG is held as coefficients of two bytes each until its last
    scan."""
    if isinstance(picture, JpegImageFile):  # an MPO is one too
        reduced = _reduced(picture.size)
        pixels = 4 * reduced[0] * reduced[1] / (picture.width * picture.height)
        if not picture.info.get("progressive"):
            return pixels
        sampling = [(across, down) for _, across, down, _ in picture.layer]
        finest = max(across * down for across, down in sampling)
        return pixels + 2 * sum(across * down / finest for across, down in sampling)
    return {"WEBP": 16, "AVIF": 9, "HEIF": 5}.get(picture.format or "", 4)


def _factor(size: tuple[int, int]) -> int:
    return max(1, min(int(_extent(size) / ENOUGH), min(size) // NARROWEST))


def _extent(size: tuple[int, int]) -> float:
    """The longer side; of a strip, that of a photo of 3:2 with as many pixels."""
    return min(max(size), math.sqrt(size[0] * size[1] * 3 / 2))


def _reduced(size: tuple[int, int]) -> tuple[int, int]:
    """The size at which a JPEG is decoded: libjpeg can halve, quarter and so on to an eighth."""
    factor = next(each for each in (8, 4, 2, 1) if each <= _factor(size))
    return -(-size[0] // factor), -(-size[1] // factor)


def _fitted(size: tuple[int, int], of: tuple[int, int]) -> tuple[int, int]:
    """The size of the whole picture, now `of` pixels large, once it is as narrow as `size`."""
    return size[0], max(1, round(of[1] * size[0] / of[0]))


def _narrowed(picture: Image.Image) -> Image.Image:
    """Resize to the final width strip by strip: the large picture is never copied whole."""
    factor = _factor(picture.size)
    scale = min(
        1.0, LONGEST_SIDE / _extent((-(-picture.width // factor), -(-picture.height // factor)))
    )
    width = max(1, round(-(-picture.width // factor) * scale))
    rows = STRIP * factor
    narrow = None
    for top in range(0, picture.height, rows):
        box = (0, top, picture.width, min(top + rows, picture.height))
        strip = _plain(picture.crop(box)).reduce(factor)
        strip = strip.resize((width, strip.height), Image.Resampling.LANCZOS)
        narrow = narrow or Image.new(strip.mode, (width, -(-picture.height // factor)))
        narrow.paste(strip, (0, top // factor))
    return narrow or picture


def _plain(picture: Image.Image) -> Image.Image:
    """Convert to a mode that can be resized; of 16-bit grey the upper eight bits are kept."""
    if picture.mode in ("L", "RGB", "RGBA", "CMYK"):
        return picture
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda level: level * (1 / 256)).convert("L")
    has_holes = "transparency" in picture.info or picture.mode in ("LA", "PA")
    return picture.convert("RGBA" if has_holes else "RGB")


def _upright(picture: Image.Image, orientation: int | None) -> Image.Image:
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
    """Convert to sRGB: press photos come in wider colour spaces, print files in CMYK."""
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            made = ImageCms.profileToProfile(picture, source, target, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            made = None
        picture = made or picture
    return picture.convert("RGB")

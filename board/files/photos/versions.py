"""Photo versions: the files that are served, at the widths that screens need.

Pillow is loaded by whoever makes a photo: a reader's page needs only the widths.
"""

from __future__ import annotations

import io
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, BinaryIO

from board.files.photos import retouching

if TYPE_CHECKING:
    from PIL import Image

WIDTHS = (480, 800, 1200, 1600)  # the last is what a tap opens
WEBP_QUALITY, JPEG_QUALITY, MASTER_QUALITY = 80, 85, 92
MASTER = "master.jpg"

# One at a time: ten editors with ten photos each must not need the memory of a hundred.
_one_at_a_time = Lock()


class NoPhotoError(ValueError):
    """Not a usable photo; the text is a Korean sentence."""


@dataclass(frozen=True)
class Made:
    """Result: the size in pixels of the largest version, and the total of bytes. Of a picture that
    was moving, the first frame stands still."""

    width: int
    height: int
    size: int
    was_moving: bool = False


def make(stream: BinaryIO, folder: Path) -> Made:
    """Write `480.webp` …, the largest as JPEG, and the master; never wider than the original.

    Only the first frame of an animation is used. Raises `NoPhotoError` with a Korean sentence when
    it is no photo we can read.
    """
    from board.files.photos import decoding

    with _one_at_a_time:
        was_moving = decoding.is_moving(stream)
        picture = decoding.decoded(stream)
        _save(_bare(picture), folder / MASTER, "JPEG", quality=MASTER_QUALITY)
        return replace(_write(picture, folder), was_moving=was_moving)


def remake(master: Path, edits: list[dict], folder: Path) -> Made:
    """Write the versions again into `folder`, from `master` with these edits."""
    from PIL import Image

    with _one_at_a_time:
        shutil.copyfile(master, _new(folder / MASTER))
        with Image.open(master) as opened:
            picture = retouching.replayed(edits, opened.convert("RGB"))
        return _write(picture, folder)


def widths_up_to(width: int) -> list[int]:
    """The widths to make for a photo this wide; a narrow one keeps its own width."""
    return [each for each in WIDTHS if each <= width] or [width]


def _write(picture: Image.Image, folder: Path) -> Made:
    widths = widths_up_to(picture.width)
    with ThreadPoolExecutor(len(widths)) as pool:  # Pillow works on all cores if it is let
        *_, largest = pool.map(partial(_write_version, picture, folder), widths)
    name = f"{largest.width}.jpg"
    _save(largest, folder / name, "JPEG", quality=JPEG_QUALITY, progressive=True)
    return Made(*largest.size, sum(file.stat().st_size for file in folder.iterdir()))


def _write_version(picture: Image.Image, folder: Path, width: int) -> Image.Image:
    from PIL.Image import Resampling

    height = max(1, round(picture.height * width / picture.width))
    version = picture.resize((width, height), Resampling.LANCZOS, reducing_gap=2.0)
    version = _bare(version)
    _save(version, folder / f"{width}.webp", "WEBP", quality=WEBP_QUALITY, method=2)
    return version


def _bare(picture: Image.Image) -> Image.Image:
    """A copy with nothing but pixels, so that no metadata can be written."""
    picture.info = {}
    return picture


def _save(picture: Image.Image, path: Path, form: str, **how: Any) -> None:
    """Pillow writes into memory: of a disk that is full its encoders would not say so."""
    made = io.BytesIO()
    picture.save(made, form, **how)
    _new(path).write_bytes(made.getbuffer())


def _new(path: Path) -> Path:
    path.touch(mode=0o600, exist_ok=False)
    return path

"""Photo edits, replayed on the master: cropping, and blurring a region.

An edit is `{"deed": "crop" or "blur", "box": [left, top, width, height]}`; the box is in fractions,
0 to 1, of the picture as the previous edits left it.
"""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

CROP, BLUR = "crop", "blur"
SMALLEST = 100  # pixels a cropped photo keeps on either side
CELLS = 6  # that a blurred region keeps of its longer side: of a face no eye, of a plate no digit
FINEST = 80  # cells the longer side of the picture has at most, however small the region

Box = tuple[float, float, float, float]


def checked(box: Box) -> Box:
    """The part of a box within the picture; `ValueError` when there is none."""
    if not all(isfinite(each) for each in box):
        raise ValueError("틀의 자리를 숫자로 적어 주세요.")
    left, top, width, height = box
    right, bottom = min(left + width, 1.0), min(top + height, 1.0)
    left, top = max(left, 0.0), max(top, 0.0)
    if right - left < 0.001 or bottom - top < 0.001:
        raise ValueError("틀이 사진 안에 들어오게 해 주세요.")
    return round(left, 5), round(top, 5), round(right - left, 5), round(bottom - top, 5)


def replayed(edits: list[dict], picture: Image.Image) -> Image.Image:
    """The picture with all edits applied in order; `ValueError` when too little is left."""
    for edit in edits:
        deed = _cropped if edit["deed"] == CROP else _blurred
        picture = deed(picture, _pixels(edit["box"], picture.size))
    return picture


def _pixels(box: Box, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """(left, top, right, bottom) in pixels of a box in fractions; at least one pixel."""
    left, top = (min(round(at * side), side - 1) for at, side in zip(box[:2], size, strict=True))
    right, bottom = (
        min(max(round((at + length) * side), start + 1), side)
        for at, length, side, start in zip(box[:2], box[2:], size, (left, top), strict=True)
    )
    return left, top, right, bottom


def _cropped(picture: Image.Image, box: tuple[int, int, int, int]) -> Image.Image:
    cut = picture.crop(box)
    if min(cut.size) < min(SMALLEST, *picture.size):
        raise ValueError("너무 작게 잘립니다. 틀을 키워 주세요.")
    return cut


def _blurred(picture: Image.Image, box: tuple[int, int, int, int]) -> Image.Image:
    """Pixelate and smooth: the original pixels are discarded, so that they cannot be restored."""
    from PIL.Image import Resampling
    from PIL.ImageFilter import GaussianBlur

    region = picture.crop(box)
    cell = max(max(region.size) / CELLS, max(picture.size) / FINEST, 1.0)
    few = tuple(max(1, round(side / cell)) for side in region.size)
    cells = region.resize(few, Resampling.BOX).resize(region.size, Resampling.NEAREST)
    picture.paste(cells.filter(GaussianBlur(cell / 3)), box)
    return picture

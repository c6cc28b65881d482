"""Crop frames on a photo: fractions of its size, with a fixed aspect ratio."""

from board.files.photos.retouching import Box

PRESS = 3 / 2  # width to height
CENTRE, TOP, BOTTOM, LEFT, RIGHT = "centre", "top", "bottom", "left", "right"
SHIFTS = {CENTRE: (0.5, 0.5), TOP: (0.5, 0), BOTTOM: (0.5, 1), LEFT: (0, 0.5), RIGHT: (1, 0.5)}


def largest(size: tuple[int, int], place: str = CENTRE, shape: float = PRESS) -> Box:
    """The largest frame of this aspect ratio on a photo of `size` pixels, at this place."""
    width, height = _sides(1.0, size, shape)
    across, down = SHIFTS[place]
    return (1 - width) * across, (1 - height) * down, width, height


def fitted(box: Box, size: tuple[int, int], shape: float = PRESS) -> Box:
    """The frame in this aspect ratio: it keeps its width if possible, and stays on the photo."""
    left, top, width, _ = box
    width, height = _sides(width, size, shape)
    return min(max(left, 0.0), 1 - width), min(max(top, 0.0), 1 - height), width, height


def _sides(width: float, size: tuple[int, int], shape: float) -> tuple[float, float]:
    """Width and height of a frame at most this wide, both at most 1."""
    high_for_wide = size[0] / size[1] / shape
    width = min(width, 1.0, 1 / high_for_wide)
    return width, width * high_for_wide

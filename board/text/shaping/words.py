"""Text and pictures, placed into the right block."""

import html
import re

from board.text import figures, markup, plain
from board.text.shaping.addresses import address
from board.text.shaping.blocks import leave_line
from board.text.shaping.elements import HOLDS_TEXT, WALLS
from board.text.shaping.shape import Shape
from board.text.shaping.skeletons import into_text_place

_SPACES = re.compile(r"\s+")
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
# Elements that we do not keep: what stands in them is written with small letters of its own.
SMALL = {
    "sup": (_RAISED, re.compile(r"[0-9+\-=()n]+")),
    "sub": (_LOWERED, re.compile(r"[0-9+\-=()]+")),
}


def say(shape: Shape, raw: str) -> None:
    text = _SPACES.sub(" ", plain.visible(raw))
    if text.startswith(" "):
        shape.space = True
    words = text.strip(" ")
    if not words:
        return
    if shape.small and SMALL[shape.small][1].fullmatch(words):
        words = words.translate(SMALL[shape.small][0])
    _put(shape, html.escape(words, quote=False))
    shape.space = text.endswith(" ")


def image(shape: Shape, raw: str, schemes: tuple[str, ...]) -> None:
    """Insert a photo of ours, or a foreign picture whose address has one of the `schemes`."""
    given = markup.attributes(raw)
    source = address(given.get("src", ""), schemes)
    photo = source and figures.photo_at(source)
    if photo:
        _photo(shape, photo)
    if photo or source is None or not schemes:
        return
    written = f'<img src="{html.escape(source)}"'
    for name in ("alt", "title", "width", "height"):
        if name in given:
            written += f' {name}="{html.escape(plain.tidy(given[name]))}"'
    if shape.top.name == "figure":
        shape.add_block(written + ">")
    else:
        _put(shape, written + ">")


def _photo(shape: Shape, photo: int) -> None:
    """Insert a photo of ours as a figure; text beside it becomes its caption."""
    around = shape.find({"figure"}, walls=WALLS)
    if around:
        shape.close_down_to(around)
    if leave_line(shape):
        shape.add_block(figures.figure(photo))


def _put(shape: Shape, written: str) -> None:
    """Append visible content to the right block."""
    into_text_place(shape)
    if shape.top.name == "p" and shape.breaks > 1:
        shape.close_top()
    if shape.top.name not in HOLDS_TEXT:
        shape.open("p")
    shape.add_words(written)

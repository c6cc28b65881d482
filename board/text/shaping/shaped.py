"""Shaping entry point: walk through a release's tags and write clean HTML."""

from board.text import markup
from board.text.shaping import blocks, skeletons, words
from board.text.shaping.elements import CELLS, HEADINGS, INLINE, SECTIONS
from board.text.shaping.shape import Shape

_RENAMED = {
    "h1": "h2",
    "h5": "h4",
    "h6": "h4",
    "strike": "s",
    "del": "s",
    "ins": "u",
    "tfoot": "tbody",
}
_STARTS = {
    **dict.fromkeys(HEADINGS, blocks.heading),
    **dict.fromkeys(("ul", "ol", "blockquote", "table"), blocks.container),
    **dict.fromkeys(("caption", "figcaption"), blocks.caption),
    **dict.fromkeys(SECTIONS, skeletons.section),
    **dict.fromkeys(CELLS, skeletons.cell),
    "figure": blocks.figure,
    "li": skeletons.item,
    "tr": skeletons.row,
    "hr": blocks.rule,
}


def shaped(
    source: str, most_tags: int, pictures: tuple[str, ...] = (), *, headed_cells: bool = False
) -> str:
    """The shaped HTML; OverflowError when it has more than `most_tags` tags.

    `pictures` lists allowed schemes of foreign pictures: none for what readers see. `headed_cells`
    keeps headings in table cells: as long as the frames of a document are to be taken apart.
    """
    shape = Shape(headed_cells=headed_cells)
    count = 0
    for kind, name, raw in markup.tokens(source):
        if kind == "text":
            words.say(shape, raw)
            continue
        count += 1
        if count > most_tags:
            raise OverflowError(most_tags)
        name = _RENAMED.get(name, name)
        if kind == "end":
            _end(shape, name)
        elif name == "img":
            words.image(shape, raw, pictures)
        else:
            _start(shape, name, raw)
    return shape.read()


def _start(shape: Shape, name: str, raw: str) -> None:
    if name in INLINE:
        shape.formats.start(name, raw)
    elif name == "br":
        shape.breaks += 1
    elif name in words.SMALL:
        shape.small = name
    elif name in _STARTS:
        _STARTS[name](shape, name, raw)
    elif name in markup.BLOCKS:
        shape.boundary(starts=True)


def _end(shape: Shape, name: str) -> None:
    if name in INLINE:
        shape.formats.end(name)
    elif name in words.SMALL:
        shape.small = None
    elif name in HEADINGS and shape.top.name in HEADINGS:
        shape.close_top()
    elif name in _STARTS:
        blocks.end(shape, name)
    elif name in markup.BLOCKS or name == "br":
        shape.boundary()

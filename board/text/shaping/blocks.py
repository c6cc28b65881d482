"""Block elements: where headings, lists, quotations, tables, figures and captions begin and end."""

from board.text.shaping.elements import CAPTIONS, CELLS, HEADINGS, LISTS, SECTIONS, WALLS
from board.text.shaping.shape import Shape
from board.text.shaping.skeletons import into_text_place

MOST_NESTED = 40  # blocks within blocks; deeper ones lose their tags and keep their words


def heading(shape: Shape, name: str, raw: str) -> None:
    shape.boundary()
    if shape.top.name in HEADINGS:
        shape.close_top()
    if shape.top.name in shape.heads:
        shape.open(name)


def container(shape: Shape, name: str, raw: str) -> None:
    """Start a list, quotation or table."""
    if leave_line(shape):
        shape.open(name)


def figure(shape: Shape, name: str, raw: str) -> None:
    if shape.find({"figure"}, walls=WALLS):
        shape.boundary(starts=True)
    elif leave_line(shape):
        shape.open(name)


def caption(shape: Shape, name: str, raw: str) -> None:
    if name == "figcaption":
        holder = shape.find({"figure"}, walls=WALLS)
    else:
        holder = len(shape.blocks) - 1 if shape.top.name == "table" else 0
        if holder and len(shape.out) > shape.top.at + 1:
            holder = 0
    if holder:
        shape.close_down_to(holder + 1)
        shape.open(name)
    else:
        shape.boundary(starts=True)


def rule(shape: Shape, name: str, raw: str) -> None:
    shape.boundary()
    if shape.top.name in ("root", "blockquote"):
        shape.add_block("<hr>")


def end(shape: Shape, name: str) -> None:
    depth = shape.find({name}, walls=_reach(name))
    if depth:
        shape.close_down_to(depth)
    elif name != "figure":
        shape.boundary()


def leave_line(shape: Shape) -> bool:
    """End a paragraph or heading; returns whether another block may begin here."""
    if shape.top.name in HEADINGS | {"p"}:
        shape.close_top()
    if shape.top.name in CAPTIONS or len(shape.blocks) > MOST_NESTED:
        shape.boundary()
        return False
    into_text_place(shape)
    return True


def _reach(name: str) -> frozenset[str]:
    """Elements that the end tag of `name` cannot close."""
    if name == "table":
        return frozenset()
    if name == "li":
        return LISTS | CELLS | {"table"}
    return (CELLS | {"table"}) - {name} if name not in SECTIONS | {"tr"} else frozenset({"table"})

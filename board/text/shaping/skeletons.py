"""List and table structure: missing rows, sections and items are repaired."""

from board.text import markup
from board.text.shaping.elements import LISTS, SECTIONS, WALLS
from board.text.shaping.shape import Shape


def item(shape: Shape, name: str, raw: str) -> None:
    depth = shape.find(LISTS, walls=WALLS - {"li"})
    if depth:
        shape.close_down_to(depth + 1)
        shape.open("li")
    else:
        shape.boundary(starts=True)


def section(shape: Shape, name: str, raw: str) -> None:
    depth = shape.find({"table"}, walls=set())
    if depth:
        shape.close_down_to(depth + 1)
        shape.open(name)
    else:
        shape.boundary(starts=True)


def row(shape: Shape, name: str, raw: str) -> None:
    depth = shape.find({"table"}, walls=set())
    if not depth:
        shape.boundary(starts=True)
        return
    around = shape.find(SECTIONS, walls={"table"})
    shape.close_down_to((around or depth) + 1)
    if not around:
        shape.open("tbody")
    shape.open("tr")


def cell(shape: Shape, name: str, raw: str) -> None:
    if not shape.find({"table"}, walls=set()):
        shape.boundary(starts=True)
        return
    if not shape.find({"tr"}, walls={"table"}):
        row(shape, "tr", "")
    shape.close_down_to(shape.find({"tr"}, walls={"table"}) + 1)
    shape.open(name, _spans(raw))


def into_text_place(shape: Shape) -> None:
    """Move from a bare list or table into an item or cell, where text is allowed."""
    name = shape.top.name
    if name in LISTS:
        shape.open("li")
    elif name in SECTIONS or name in ("table", "tr"):
        cell(shape, "td", "")


def _spans(raw: str) -> str:
    given = markup.attributes(raw) if raw else {}
    spans = ""
    for name in ("colspan", "rowspan"):
        value = given.get(name, "").strip()
        if value.isascii() and value.isdigit() and 1 < int(value[:4]) <= 100:
            spans += f' {name}="{int(value[:4])}"'
    return spans

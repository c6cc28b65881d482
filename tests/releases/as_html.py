"""A release as an HTML page, as an office saves one."""

import base64
import html
from collections.abc import Callable

from tests.releases.corpus import Break, Cell, Frame, Photo, Release, Table, Words
from tests.releases.pictures import photo


def inline(number: int) -> str:
    """The picture's address with the picture in it."""
    return "data:image/jpeg;base64," + base64.b64encode(photo(number)).decode()


def page(release: Release, picture: Callable[[int], str] = inline) -> str:
    """The whole page; `picture` gives the address of a picture."""
    inner = body(release, picture)
    return f'<!DOCTYPE html><html lang="ko"><meta charset="utf-8"><body>{inner}</body></html>'


def body(release: Release, picture: Callable[[int], str]) -> str:
    """What stands in its body."""
    return _blocks(release.blocks, picture)


def _blocks(blocks: list, picture: Callable[[int], str]) -> str:
    return "\n".join(_block(block, picture) for block in blocks)


def _block(block: object, picture: Callable[[int], str]) -> str:
    match block:
        case Words():
            return _words(block)
        case Photo():
            return f'<p><img src="{picture(block.number)}" alt=""></p>'
        case Break():
            return "<hr>"
        case Frame():
            return f"<table><tr><td>{_blocks(block.blocks, picture)}</td></tr></table>"
        case Table():
            rows = "".join(f"<tr>{_row(row, picture)}</tr>" for row in block.rows)
            return f'<table border="1">{rows}</table>'
    raise TypeError(block)


def _words(words: Words) -> str:
    text = html.escape(words.text, quote=False)
    if words.role == "title" and words.drawn:
        return f"<h1>{text}</h1>"
    if words.role == "banner":
        return f"<h1>{text}</h1>"
    return f"<h2>{text}</h2>" if words.role == "heading" else f"<p>{text}</p>"


def _row(row: list[Cell | None], picture: Callable[[int], str]) -> str:
    return "".join(_cell(cell, picture) for cell in row if cell)


def _cell(cell: Cell, picture: Callable[[int], str]) -> str:
    spans = f' colspan="{cell.width}"' if cell.width > 1 else ""
    spans += f' rowspan="{cell.height}"' if cell.height > 1 else ""
    return f"<td{spans}>{_blocks(cell.parts, picture)}</td>"

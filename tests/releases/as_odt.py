"""A release as ODT, in the XML that LibreOffice writes."""

import html

from tests.releases.corpus import Break, Cell, Frame, Photo, Release, Table, Words
from tests.releases.pictures import photo
from tests.support.opendocument import odt as packed

STYLES = {
    "plain": "",
    "title": ("20pt", "bold", "center"),
    "undrawn": ("11pt", "bold", "center"),
    "banner": ("32pt", "normal", "center"),
    "subtitle": ("13pt", "normal", "center"),
    "heading": ("16pt", "bold", "start"),
}


def odt(release: Release) -> bytes:
    """The file."""
    pictures = {f"Pictures/{n}.jpg": photo(n) for n in range(release.photos + 1)}
    return packed(_blocks(release.blocks), _styles(), pictures)


def _styles() -> str:
    return "".join(
        f'<style:style style:name="{name}" style:family="paragraph">'
        f'<style:paragraph-properties fo:text-align="{drawn[2]}"/>'
        f'<style:text-properties style:font-size-asian="{drawn[0]}" fo:font-weight="{drawn[1]}"/>'
        "</style:style>"
        for name, drawn in STYLES.items()
        if drawn
    )


def _blocks(blocks: list) -> str:
    return "".join(map(_block, blocks))


def _block(block: object) -> str:
    match block:
        case Words():
            name = "undrawn" if block.role == "title" and not block.drawn else block.role
            style = name if name in STYLES else "plain"
            return f'<text:p text:style-name="{style}">{html.escape(block.text)}</text:p>'
        case Photo():
            image = f'<draw:image xlink:href="Pictures/{block.number}.jpg"/>'
            return f"<text:p><draw:frame>{image}</draw:frame></text:p>"
        case Break():
            return "<text:p><text:soft-page-break/></text:p>"
        case Frame():
            cell = f"<table:table-cell>{_blocks(block.blocks)}</table:table-cell>"
            return f"<table:table><table:table-row>{cell}</table:table-row></table:table>"
        case Table():
            rows = "".join(f"<table:table-row>{_row(row)}</table:table-row>" for row in block.rows)
            return f"<table:table>{rows}</table:table>"
    raise TypeError(block)


def _row(row: list[Cell | None]) -> str:
    return "".join(map(_cell, row))


def _cell(cell: Cell | None) -> str:
    if cell is None:
        return "<table:covered-table-cell/>"
    spans = (
        f' table:number-columns-spanned="{cell.width}" table:number-rows-spanned="{cell.height}"'
    )
    return f"<table:table-cell{spans}>{_blocks(cell.parts)}</table:table-cell>"

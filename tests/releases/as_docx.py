"""A release as DOCX, by python-docx."""

from io import BytesIO

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from tests.releases.corpus import Break, Frame, Photo, Release, Table, Words
from tests.releases.pictures import photo


def docx(release: Release) -> bytes:
    """The file."""
    document = Document()
    _write(document, release.blocks)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _write(place, blocks: list) -> None:
    for block in blocks:
        match block:
            case Words():
                _paragraph(place.add_paragraph(), block)
            case Photo():
                width = Cm(2 if block.number == 0 else 7)
                place.add_paragraph().add_run().add_picture(BytesIO(photo(block.number)), width)
            case Break():
                place.add_page_break()
            case Frame():
                _write(_first_cell(place.add_table(1, 1), place), block.blocks)
            case Table():
                _table(place, block)


def _first_cell(table, place):
    table.style = "Table Grid"
    return table.cell(0, 0)


def _paragraph(paragraph, words: Words) -> None:
    run = paragraph.add_run(words.text)
    if words.role == "title":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run.bold = True
        run.font.size = Pt(20 if words.drawn else 11)
    elif words.role == "banner":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run.font.size = Pt(32)
    elif words.role == "subtitle":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run.font.size = Pt(13)
    elif words.role == "heading":
        run.bold = True
        run.font.size = Pt(16)


def _table(place, table: Table) -> None:
    width = max(len(row) for row in table.rows)
    drawn = place.add_table(len(table.rows), width)
    drawn.style = "Table Grid"
    for y, row in enumerate(table.rows):
        for x, cell in enumerate(row):
            if not cell:
                continue
            first = drawn.cell(y, x)
            if cell.width > 1 or cell.height > 1:
                first = first.merge(drawn.cell(y + cell.height - 1, x + cell.width - 1))
            _write(first, cell.parts)
            _drop_first_empty(first)


def _drop_first_empty(cell) -> None:
    first, *others = cell.paragraphs
    if others and not first.text:
        first._element.getparent().remove(first._element)

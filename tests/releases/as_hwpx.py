"""A release as HWPX, and as HWP 5, by python-hwpx."""

from hwpx import HwpxDocument

from tests.releases.corpus import Break, Cell, Frame, Photo, Release, Table, Words
from tests.releases.pictures import photo

CENTRED = ("title", "subtitle")


def hwpx(release: Release) -> bytes:
    """The file as HWPX."""
    return _document(release).to_bytes()


def hwp(release: Release) -> bytes:
    """The same as HWP 5."""
    return _document(release).to_bytes(format="hwp")


def _document(release: Release) -> HwpxDocument:
    document = HwpxDocument.new()
    _Writer(document).write(document, release.blocks)
    centred = [
        i for i, p in enumerate(document.paragraphs) if p.text and p.text in _centred(release)
    ]
    if centred:
        document.styles.apply_paragraph_format(paragraph_indexes=centred, alignment="center")
    return document


def _centred(release: Release) -> set[str]:
    return {x.text for x in release.flat() if isinstance(x, Words) and x.role in CENTRED}


class _Writer:
    def __init__(self, document: HwpxDocument) -> None:
        self.document = document
        self.plain = document.styles.ensure_run(size=11)
        self.drawn = {
            "title": document.styles.ensure_run(bold=True, size=20),
            "banner": document.styles.ensure_run(bold=True, size=32),
            "subtitle": document.styles.ensure_run(size=13),
            "heading": document.styles.ensure_run(bold=True, size=15),
        }

    def write(self, place, blocks: list) -> None:
        for block in blocks:
            match block:
                case Words():
                    self._paragraph(place, block.text, self._letters(block))
                case Photo():
                    self._photo(place, block)
                case Break():
                    self._paragraph(place, "", self.plain)
                case Frame():
                    self._cell(place.add_table(1, 1).cell(0, 0), block.blocks)
                case Table():
                    self._table(place, block)

    def _letters(self, words: Words) -> str:
        if words.role == "title" and not words.drawn:
            return self.document.styles.ensure_run(bold=True, size=11)
        return self.drawn.get(words.role, self.plain)

    def _paragraph(self, place, text: str, letters: str):
        return place.add_paragraph(text, char_pr_id_ref=letters)

    def _photo(self, place, picture: Photo) -> None:
        width = 20 if picture.number == 0 else 70
        paragraph = self._paragraph(place, "", self.plain)
        item = self.document.media.add_image(photo(picture.number), "jpg")
        paragraph.add_picture(item, width=width * 283, height=width * 189)

    def _table(self, place, table: Table) -> None:
        width = max(len(row) for row in table.rows)
        drawn = place.add_table(len(table.rows), width)
        for y, row in enumerate(table.rows):
            for x, cell in enumerate(row):
                if cell:
                    self._cell(_merged(drawn, y, x, cell), cell.parts)

    def _cell(self, cell, blocks: list) -> None:
        self.write(cell, blocks)
        first, *others = cell.paragraphs
        if others and not first.text:
            first.remove()


def _merged(table, y: int, x: int, cell: Cell):
    if cell.width > 1 or cell.height > 1:
        return table.merge_cells(y, x, y + cell.height - 1, x + cell.width - 1)
    return table.cell(y, x)

"""A release as PDF, by reportlab, with the Korean fonts every PDF reader has by name."""

import html
from io import BytesIO

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.platypus import Image, PageBreak, Paragraph, SimpleDocTemplate, Spacer
from reportlab.platypus import Table as Grid

from tests.releases.corpus import Break, Cell, Frame, Photo, Release, Table, Words
from tests.releases.pictures import photo

BODY, TITLE = "HYSMyeongJo-Medium", "HYGothic-Medium"
WIDTH = 440  # points between the margins

_PLAIN = ParagraphStyle("plain", fontName=BODY, fontSize=11, leading=18)
_STYLES = {
    "title": ParagraphStyle(
        "t", _PLAIN, fontName=TITLE, fontSize=19, leading=26, alignment=TA_CENTER
    ),
    "banner": ParagraphStyle("b", _PLAIN, fontSize=30, leading=40, alignment=TA_CENTER),
    "subtitle": ParagraphStyle("s", _PLAIN, fontSize=13, leading=20, alignment=TA_CENTER),
    "heading": ParagraphStyle("h", _PLAIN, fontName=TITLE, fontSize=15, leading=24),
    "caption": ParagraphStyle("c", _PLAIN, fontSize=9.5, leading=13, alignment=TA_CENTER),
}


def pdf(release: Release) -> bytes:
    """The file, with page numbers under each page."""
    registerFont(UnicodeCIDFont(BODY))
    registerFont(UnicodeCIDFont(TITLE))
    written = BytesIO()
    document = SimpleDocTemplate(written, pagesize=A4, leftMargin=77, rightMargin=77, title="")
    document.build(_flow(release.blocks, WIDTH), onFirstPage=_number, onLaterPages=_number)
    return written.getvalue()


def _number(canvas, document) -> None:
    canvas.setFont(BODY, 9)
    canvas.drawCentredString(A4[0] / 2, 30, f"- {document.page} -")


def _flow(blocks: list, width: float) -> list:
    flow: list = []
    for block in blocks:
        match block:
            case Words():
                flow += [_paragraph(block), Spacer(1, 9 if block.role == "story" else 4)]
            case Photo():
                flow += [_photo(block, min(width, 230)), Spacer(1, 4)]
            case Break():
                flow.append(PageBreak())
            case Frame():
                flow.append(Grid([[_flow(block.blocks, width - 12)]], [width]))
            case Table():
                flow += [_table(block, width), Spacer(1, 9)]
    return flow


class _Printed(Paragraph):
    """A paragraph whose broken lines end with their space, as Hangul prints them."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        size = super().wrap(width, height)
        for line in self.blPara.lines[:-1]:
            if isinstance(line, tuple):
                line[1].append("")
        return size


def _paragraph(words: Words) -> _Printed:
    style = _STYLES.get(words.role, _PLAIN)
    if words.role == "title" and not words.drawn:
        style = ParagraphStyle("p", _PLAIN, alignment=TA_CENTER)
    # The font has only the middle dot of Korean typewriters.
    return _Printed(html.escape(words.text.replace("·", "ㆍ")), style)


def _photo(picture: Photo, width: float) -> Image:
    width = 40 if picture.number == 0 else width
    return Image(
        BytesIO(photo(picture.number)), width, width * (1 if picture.number == 0 else 2 / 3)
    )


def _table(table: Table, width: float) -> Grid:
    columns = max(len(row) for row in table.rows)
    each = width / columns
    rows = [[_flow(cell.parts, each - 12) if cell else "" for cell in row] for row in table.rows]
    spans = [_span(y, x, c) for y, row in enumerate(table.rows) for x, c in enumerate(row) if c]
    lines = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
    return Grid(rows, [each] * columns, style=[lines, *spans, ("VALIGN", (0, 0), (-1, -1), "TOP")])


def _span(y: int, x: int, cell: Cell) -> tuple:
    return ("SPAN", (x, y), (x + cell.width - 1, y + cell.height - 1))

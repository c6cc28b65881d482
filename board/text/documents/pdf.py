"""PDF reader: pdfplumber gives letters and ruled tables; paragraphs must be reconstructed."""

from pathlib import Path

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from board.text.documents import layout
from board.text.documents.document import Document
from board.text.documents.layout import PrintedPage
from board.text.documents.scratch import Scratch
from board.text.documents.unreadable import UnreadableError

MOST_PAGES = 60
MOST_LETTERS = 400_000


def read(path: Path, scratch: Scratch) -> Document:
    """Read a PDF file. Raises `UnreadableError`."""
    try:
        with pdfplumber.open(path, pages=list(range(1, MOST_PAGES + 2))) as pdf:
            sheets = _sheets(pdf.pages, scratch)
    except PdfminerException as error:
        if isinstance(error.args[0] if error.args else None, PDFPasswordIncorrect):
            raise UnreadableError("password") from None
        raise
    return Document("pdf", layout.html(sheets), tuple(scratch.pictures))


def _sheets(pages: list[Page], scratch: Scratch) -> list[PrintedPage]:
    if len(pages) > MOST_PAGES:
        raise UnreadableError("pages")
    sheets, letters, images = [], 0, 0
    for page in pages:
        letters += len(page.chars)
        images += len(page.images)
        if letters > MOST_LETTERS:
            raise UnreadableError("long")
        sheets.append(layout.sheet(page, scratch))
        page.close()  # forgets what it has parsed; a long document would fill the memory
    if not letters:
        raise UnreadableError("scanned" if images else "empty")
    return sheets

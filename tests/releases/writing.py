"""Each release as the bytes of a file, in every format it names."""

from collections.abc import Callable

from tests.releases import as_docx, as_eml, as_html, as_hwpx, as_odt, as_pdf, as_text
from tests.releases.corpus import Release

WRITERS: dict[str, tuple[str, Callable[[Release], bytes]]] = {
    "hwpx": ("hwpx", as_hwpx.hwpx),
    "hwp": ("hwp", as_hwpx.hwp),
    "docx": ("docx", as_docx.docx),
    "odt": ("odt", as_odt.odt),
    "pdf": ("pdf", as_pdf.pdf),
    "html": ("html", lambda release: as_html.page(release).encode()),
    "txt": ("txt", lambda release: as_text.text(release).encode()),
    "txt-cp949": ("txt", lambda release: as_text.text(release).encode("cp949")),
    "eml": ("eml", as_eml.eml),
    "eml-euckr": ("eml", as_eml.euckr),
    "eml-forwarded": ("eml", as_eml.forwarded),
    "eml+hwpx": ("eml", as_eml.enclosed),
}


def written(release: Release, format_: str) -> tuple[str, bytes]:
    """The file's name and what is in it."""
    ending, write = WRITERS[format_]
    return f"{release.name}.{ending}", write(release)

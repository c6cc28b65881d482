"""HWP 5 reader: python-hwpx converts its records to HWPX XML, which is then read."""

from pathlib import Path

from hwpx.errors import Hwp5Error
from hwpx.hwp5.package import convert

from board.text.documents import owpml, xml
from board.text.documents.document import Document
from board.text.documents.scratch import Scratch
from board.text.documents.unreadable import UnreadableError

_REASONS = {
    "hwp5-password": "password",
    "hwp5-distribution": "locked",
    "hwp5-drm": "password",
    "hwp5-version-unsupported": "old_hwp",
    "hwp5-limit-exceeded": "large",
}


def read(path: Path, scratch: Scratch) -> Document:
    """Read an HWP 5 file. Raises `UnreadableError`."""
    try:
        parts = convert(path.read_bytes()).files
    except Hwp5Error as error:
        raise UnreadableError(_REASONS.get(error.code or "", "broken")) from None
    count = sum(name.startswith("Contents/section") for name in parts)
    images = {name.rpartition("/")[2].partition(".")[0]: name for name in parts if _is_bin(name)}
    html = owpml.html(
        xml.parse(parts["Contents/header.xml"]),
        [xml.parse(parts.pop(f"Contents/section{number}.xml")) for number in range(count)],
        lambda item: _picture(parts, images.get(item, item), scratch),
    )
    return Document("hwp", html, tuple(scratch.pictures))


def _is_bin(name: str) -> bool:
    return name.startswith("BinData/")


def _picture(parts: dict[str, bytes], name: str, scratch: Scratch) -> int | None:
    return scratch.picture(name, name, [parts.get(name, b"")])

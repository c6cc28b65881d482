"""Document: the result of reading a file."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

KINDS = ("hwpx", "hwp", "hml", "docx", "odt", "pdf", "eml", "html", "txt", "zip")


@dataclass(frozen=True)
class Picture:
    """A picture in the document: a file in the scratch folder, its content not yet checked."""

    name: str
    path: Path


@dataclass(frozen=True)
class Enclosed:
    """A file inside a mail or archive, to be opened in turn."""

    name: str
    path: Path


@dataclass(frozen=True)
class Envelope:
    """Mail headers as the mail itself states them, unverified."""

    sender_name: str
    sender_address: str
    subject: str
    sent_at: datetime | None
    message_id: str


@dataclass(frozen=True)
class Document:
    """The document as HTML with few elements; attributes only on spans, links and pictures.

    A picture is `<img src="picture:N" alt="…" width="…" height="…">` where it stands, N its place
    in `pictures`; the sizes, in pixels, are left out where it cannot be measured.
    Lines drawn larger than the body, or bold in the middle above it, may be headings: a hint.
    """

    kind: str
    html: str
    pictures: tuple[Picture, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()
    mail: Envelope | None = None
    title: str = ""  # what a page calls itself
    left_out: tuple[tuple[str, str], ...] = ()  # (kind of cut, text) of what the reader left out
    linked: int = 0  # attachments of a mail that came as links only

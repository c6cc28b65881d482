"""What a document is once it has been read."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

KINDS = ("hwpx", "hwp", "docx", "pdf", "eml", "html", "txt", "zip")


@dataclass(frozen=True)
class Picture:
    """A picture that stands in the document: a file in the scratch folder, not yet looked at."""

    name: str
    path: Path


@dataclass(frozen=True)
class Enclosed:
    """A file inside a mail or an archive, ready to be opened in turn."""

    name: str
    path: Path


@dataclass(frozen=True)
class Envelope:
    """The envelope, as the mail itself says: nobody has vouched for it."""

    sender_name: str
    sender_address: str
    subject: str
    sent_at: datetime | None
    message_id: str


@dataclass(frozen=True)
class Document:
    """What the file says. `html` has few elements and no attributes but spans, links and pictures.

    A picture is `<img src="picture:N" alt="…">` where it stands, N its place in `pictures`.
    Lines drawn larger than the body, or bold in the middle above it, may be headings: a hint.
    """

    kind: str
    html: str
    pictures: tuple[Picture, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()
    mail: Envelope | None = None

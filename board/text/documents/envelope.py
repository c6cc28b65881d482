"""Mail header parsing: names and subjects in every old encoding, and the date."""

import re
from datetime import UTC, datetime
from email import policy
from email.header import decode_header
from email.message import MIMEPart
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from board.text import plain
from board.text.documents.document import Envelope
from board.text.documents.web import decoded

_NAMED = re.compile(r"(?:file)?name\s*=\s*\"?([^\";]+)", re.IGNORECASE)
LONGEST = 300  # characters of a name or subject
HEAD = 16 * 1024  # bytes in which the lines of a head are looked for


def envelope(message: MIMEPart) -> Envelope:
    """Sender, date and subject as the mail itself states them, unverified."""
    name, address = parseaddr(raw_header(message, "from"))
    return Envelope(
        sender_name=words(name),
        sender_address=plain.tidy(address)[:LONGEST],
        subject=words(raw_header(message, "subject")),
        sent_at=_moment(raw_header(message, "date")),
        message_id=plain.tidy(raw_header(message, "message-id"))[:LONGEST],
    )


def letterhead(source: bytes) -> Envelope:
    """The envelope from the beginning of a mail's source; all empty when it is unreadable."""
    try:
        head = BytesParser(policy=policy.default).parsebytes(source[:HEAD], headersonly=True)
        return envelope(head)
    except (ValueError, LookupError, RecursionError):
        return Envelope("", "", "", None, "")


def raw_header(message: MIMEPart, name: str) -> str:
    """The topmost header of this name, unfolded to one line."""
    for key, value in message.raw_items():
        if key.lower() == name:
            return " ".join(str(value).split())
    return ""


def words(raw: str) -> str:
    """A header's text: encoded words and undeclared bytes decoded, invisible characters dropped."""
    try:
        parts = decode_header(raw)
    except ValueError:
        parts = [(raw, None)]
    text = "".join(
        decoded(part, charset) if isinstance(part, bytes) and charset else _plain_words(part)
        for part, charset in parts
    )
    return plain.tidy(text)[:LONGEST]


def file_name(part: MIMEPart) -> str:
    """An attachment's file name, from RFC 2231, encoded words or raw bytes."""
    for header in ("content-disposition", "content-type"):
        raw = raw_header(part, header)
        if any("\udc80" <= letter <= "\udcff" for letter in raw):
            named = _NAMED.search(raw)
            if named:
                return words(named[1])
    try:
        name = part.get_filename()
    except (ValueError, LookupError, AttributeError, IndexError, TypeError):
        name = None
    if name is None:
        name = (match := _NAMED.search(raw_header(part, "content-type"))) and match[1]
    return words(name or "")


def _plain_words(part: str | bytes) -> str:
    data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogateescape")
    return decoded(data)


def _moment(raw: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(raw)
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return aware.astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return None

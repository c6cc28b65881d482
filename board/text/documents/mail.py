"""EML reader: the text of a mail with its inline pictures, and its attachments."""

import re
from collections.abc import Iterator
from email import policy
from email.message import MIMEPart
from email.parser import BytesParser
from pathlib import Path
from urllib.parse import unquote

from board.text import plain
from board.text.documents import envelope, lines, web, writing
from board.text.documents.document import Document
from board.text.documents.limits import LARGEST_LETTER
from board.text.documents.scratch import Scratch
from board.text.documents.unreadable import UnreadableError

MOST_PARTS = 500
DEEPEST = 12  # parts within parts
_BIG = re.compile(r"(?:대용량|큰)\s?(?:첨부\s?파일|파일\s?첨부|첨부|파일)\s?:?\s?(\d{1,2})\s?개")
_FILE_LINK = re.compile(
    r"<a href=\"https?:[^>]*>[^<>]{1,150}\.(?:hwpx?|docx?|pdf|jpe?g|png|zip|mp4|mov|xlsx?|pptx?)\s*</a>",
    re.IGNORECASE,
)
_SEALS = frozenset(
    """application/pkcs7-signature application/x-pkcs7-signature application/pgp-signature
    text/calendar message/delivery-status""".split()
)
_ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp"}


def read(path: Path, scratch: Scratch) -> Document:
    """Read a mail file. Raises `UnreadableError`."""
    if path.stat().st_size > LARGEST_LETTER:
        raise UnreadableError("large")
    with path.open("rb") as file:
        message = BytesParser(policy=policy.default).parse(file)
    reader = _Reader(scratch)
    html = reader.read(message)
    told = envelope.envelope(message)
    pictures, enclosed = tuple(scratch.pictures), tuple(scratch.enclosed)
    left = tuple(reader.left_out)
    return Document("eml", html, pictures, enclosed, told, left_out=left, linked=_linked(html))


def _linked(html: str) -> int:
    """How many attachments came as links, which mail programs do with big ones."""
    counted = _BIG.search(plain.text_of(html))
    return int(counted[1]) if counted else len(_FILE_LINK.findall(html))


class _Reader:
    def __init__(self, scratch: Scratch) -> None:
        self.scratch = scratch
        self.parts = 0
        self.left_out: web.LeftOut = []
        self.named: dict[str, MIMEPart] = {}  # by content id or location
        self.shown: set[int] = set()  # the ids of parts that stand in the words

    def read(self, message: MIMEPart) -> str:
        """The mail's text as HTML; attachments are enclosed on the way."""
        for part in self._all(message, 0):
            for header in ("content-id", "content-location"):
                if key := envelope.raw_header(part, header).strip("<> "):
                    self.named[key] = part
        html = self._story(message)
        for part in self._attached(message):
            self._enclose(part)
        return html

    def _all(self, message: MIMEPart, depth: int) -> Iterator[MIMEPart]:
        """Every part, counted; mails inside this mail are listed but not opened."""
        self.parts += 1
        if self.parts > MOST_PARTS or depth > DEEPEST:
            raise UnreadableError("many")
        yield message
        if message.get_content_maintype() == "multipart" and message.is_multipart():
            for part in message.iter_parts():
                yield from self._all(part, depth + 1)

    # the words

    def _story(self, part: MIMEPart) -> str:
        kind = part.get_content_type()
        if kind == "multipart/alternative":
            return self._best(list(part.iter_parts()))
        if part.get_content_maintype() == "multipart":
            children = list(part.iter_parts()) if part.is_multipart() else []
            shown = children[:1] if kind == "multipart/related" else children
            return "".join(self._story(child) for child in shown)
        if _is_attachment(part):
            return ""
        if kind == "text/html":
            self.shown.add(id(part))
            return web.html_of(_text(part), self._picture, self.left_out)
        if kind == "text/plain":
            self.shown.add(id(part))
            return lines.html_of(_unfolded(part))
        if part.get_content_maintype() == "image" and _is_inline(part):
            place = self._place(part)
            return "" if place is None else writing.figure(place)
        return ""

    def _best(self, ways: list[MIMEPart]) -> str:
        """Of a multipart/alternative, the richest version that has content."""
        for way in ways:
            self.shown |= {id(part) for part in self._texts(way)}
        for way in reversed(ways):
            if html := self._story(way):
                return html
        return ""

    def _texts(self, part: MIMEPart) -> Iterator[MIMEPart]:
        parts = part.walk() if part.is_multipart() else [part]
        return (each for each in parts if each.get_content_maintype() == "text")

    def _picture(self, address: str) -> int | None:
        """The index of a picture of this mail or of a data: address; never fetched from
        elsewhere."""
        key = unquote(address[4:]) if address[:4].lower() == "cid:" else address
        part = self.named.get(key)
        if part is not None:
            return self._place(part)
        return web.written_in(address, self.scratch)

    def _place(self, part: MIMEPart) -> int | None:
        self.shown.add(id(part))
        name = envelope.file_name(part) or f"그림{_ENDINGS.get(part.get_content_type(), '')}"
        return self.scratch.picture(f"part:{id(part)}", name, [_bytes(part)])

    # what was attached

    def _attached(self, part: MIMEPart) -> Iterator[MIMEPart]:
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            for child in part.iter_parts():
                yield from self._attached(child)
        elif id(part) not in self.shown and part.get_content_type() not in _SEALS:
            yield part

    def _enclose(self, part: MIMEPart) -> None:
        name = envelope.file_name(part)
        inner = part.get_payload(0) if part.is_multipart() else None
        if part.get_content_type() == "message/rfc822" and isinstance(inner, MIMEPart):
            subject = envelope.words(envelope.raw_header(inner, "subject"))
            self.scratch.enclose(name or f"{subject or '전달된 메일'}.eml", [inner.as_bytes()])
        elif name or part.get_content_maintype() != "text":
            self.scratch.enclose(
                name or f"첨부{_ENDINGS.get(part.get_content_type(), '')}", [_bytes(part)]
            )


def _is_attachment(part: MIMEPart) -> bool:
    return _disposition(part) == "attachment" or (
        part.get_content_maintype() == "text" and bool(envelope.file_name(part))
    )


def _is_inline(part: MIMEPart) -> bool:
    return _disposition(part) == "inline" and not envelope.raw_header(part, "content-id")


def _disposition(part: MIMEPart) -> str:
    return envelope.raw_header(part, "content-disposition").partition(";")[0].strip().lower()


def _bytes(part: MIMEPart) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _text(part: MIMEPart) -> str:
    return web.decoded(_bytes(part), _parameter(part, "charset"))


def _unfolded(part: MIMEPart) -> str:
    """Plain text; lines folded by format=flowed (RFC 3676) are joined."""
    text = _text(part).replace("\r\n", "\n")
    if _parameter(part, "format").lower() != "flowed":
        return text
    gone = "" if _parameter(part, "delsp").lower() == "yes" else " "
    return re.sub(r"(?m)^((?!-- $).*) \n", lambda found: found[1] + gone, text)


def _parameter(part: MIMEPart, name: str) -> str:
    found = re.search(
        rf"{name}\s*=\s*\"?([^\s\";]+)", envelope.raw_header(part, "content-type"), re.I
    )
    return found[1] if found else ""

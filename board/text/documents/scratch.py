"""Scratch folder: where a document's pictures and enclosures are written, within limits."""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from board.text import plain
from board.text.documents import bitmaps
from board.text.documents.document import Enclosed, Picture
from board.text.documents.limits import MEGABYTE
from board.text.documents.unreadable import UnreadableError

MOST_PICTURES = 100
MOST_ENCLOSED = 200
LARGEST_WHOLE = 200 * MEGABYTE


@dataclass
class Scratch:
    """Writes files under generated names; original names are kept beside them."""

    folder: Path
    largest: int  # bytes of one file
    pictures: list[Picture] = field(default_factory=list)
    enclosed: list[Enclosed] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)  # as in `Document.left_out`
    beyond: int = 0  # pictures after the hundredth
    _known: dict[str, int | None] = field(default_factory=dict)
    _size: int = 0

    def picture(self, key: str, name: str, chunks: Iterable[bytes]) -> int | None:
        """The index of a picture in `pictures`; a repeated key is not written again.

        What browsers do not show becomes PNG or JPEG. A picture without content, above the size
        limit or broken stands there too: whoever wants to use it learns that it is none. None
        beyond the hundredth, which are counted in `left_out`.
        """
        if key not in self._known:
            self._known[key] = self._add_picture(name, chunks)
        return self._known[key]

    def has(self, key: str) -> bool:
        """Whether a picture with this key was written before."""
        return key in self._known

    @property
    def left_out(self) -> list[tuple[str, str]]:
        """What was not written, as in `Document.left_out`."""
        told = f"그림이 {MOST_PICTURES}장을 넘어 {self.beyond}장은 옮기지 않았습니다."
        return [*self.told, *([("photo", told)] if self.beyond else [])]

    def enclose(self, name: str, chunks: Iterable[bytes]) -> None:
        """Write an enclosed file; of one above the limit, one byte more than the limit.

        Raises `UnreadableError` when there are too many.
        """
        if len(self.enclosed) >= MOST_ENCLOSED:
            raise UnreadableError("many")
        path = self.folder / f"enclosed-{len(self.enclosed)}"
        self._write(path, chunks)
        self.enclosed.append(Enclosed(last_part(name), path))

    def _add_picture(self, name: str, chunks: Iterable[bytes]) -> int | None:
        if len(self.pictures) >= MOST_PICTURES:
            self.beyond += 1
            return None
        path = self.folder / f"picture-{len(self.pictures)}"
        name = last_part(name)
        head = self._write(path, chunks)
        if bitmaps.kind_of(head):
            with suppress(Exception):  # a broken one stays as it is
                ending, shown = bitmaps.as_shown(path)
                path.write_bytes(shown)
                name = f"{name.rpartition('.')[0] or name}.{ending}"
        self.pictures.append(Picture(name, path))
        return len(self.pictures) - 1

    def _write(self, path: Path, chunks: Iterable[bytes]) -> bytes:
        """Write a file and return how it begins."""
        most, size, head = self.largest, 0, b""
        with path.open("xb") as file:
            for chunk in chunks:
                head = head or chunk[: bitmaps.HEAD]
                if bitmaps.kind_of(head):
                    most = max(most, bitmaps.LARGEST)
                piece = chunk[: most + 1 - size]
                size += len(piece)
                self._size += len(piece)
                if self._size > LARGEST_WHOLE:
                    raise UnreadableError("large")
                file.write(piece)
                if size > most:
                    break
        return head


def last_part(name: str) -> str:
    """A file's name without folders, visible characters only, at most 200 of them."""
    return plain.tidy(re.split(r"[/\\\x00]", name)[-1])[-200:].strip(" .") or "이름 없음"

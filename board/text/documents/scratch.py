"""Scratch folder: where a document's pictures and enclosures are written, within limits."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from board.text import plain
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
    _known: dict[str, int | None] = field(default_factory=dict)
    _size: int = 0

    def picture(self, key: str, name: str, chunks: Iterable[bytes]) -> int | None:
        """The index of a picture in `pictures`; a repeated key is not written again.

        None for a picture beyond the hundredth, without content, or above the size limit.
        """
        if key not in self._known:
            self._known[key] = self._add_picture(name, chunks)
        return self._known[key]

    def has(self, key: str) -> bool:
        """Whether a picture with this key was written before."""
        return key in self._known

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
            return None
        path = self.folder / f"picture-{len(self.pictures)}"
        if not 0 < self._write(path, chunks) <= self.largest:
            path.unlink()
            return None
        self.pictures.append(Picture(last_part(name), path))
        return len(self.pictures) - 1

    def _write(self, path: Path, chunks: Iterable[bytes]) -> int:
        size = 0
        with path.open("xb") as file:
            for chunk in chunks:
                piece = chunk[: self.largest + 1 - size]
                size += len(piece)
                self._size += len(piece)
                if self._size > LARGEST_WHOLE:
                    raise UnreadableError("large")
                file.write(piece)
                if size > self.largest:
                    break
        return size


def last_part(name: str) -> str:
    """A file's name without folders, visible characters only, at most 200 of them."""
    return plain.tidy(re.split(r"[/\\\x00]", name)[-1])[-200:].strip(" .") or "이름 없음"

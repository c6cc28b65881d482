"""Safe zip access for untrusted files: few entries, bounded sizes, no encryption, no duplicates."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from board.text.documents.limits import MEGABYTE
from board.text.documents.unreadable import UnreadableError

MOST_ENTRIES = 4_000
LARGEST_WHOLE = 300 * MEGABYTE
LARGEST_PART = 48 * MEGABYTE  # of text; the tree made of it takes several times as much
STEEPEST = 200  # times an entry may grow; text in XML grows twentyfold
HARMLESS = 4 * MEGABYTE  # whatever its growth
CHUNK = 64 * 1024
ENCRYPTED = 0x1


class Zipped:
    """The entries of a zip by name. Raises `UnreadableError` for an unsafe archive."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            raise UnreadableError("broken") from None
        self.entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        if len(self.entries) > MOST_ENTRIES:
            raise UnreadableError("many")
        if sum(entry.file_size for entry in self.entries) > LARGEST_WHOLE:
            raise UnreadableError("large")
        for entry in self.entries:
            _check(entry)
        self._by_name = {entry.filename: entry for entry in self.entries}

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    def names(self) -> list[str]:
        """The names of all entries, in directory order."""
        return list(self._by_name)

    def read(self, name: str, limit: int = LARGEST_PART) -> bytes:
        """An entry's bytes. Raises `UnreadableError` when missing, broken or above `limit`."""
        if name not in self._by_name:
            raise UnreadableError("broken")
        return b"".join(self.chunks(name, limit))

    def chunks(self, name: str | zipfile.ZipInfo, limit: int = LARGEST_WHOLE) -> Iterator[bytes]:
        """An entry in chunks; its declared size is not trusted."""
        entry = self._by_name[name] if isinstance(name, str) else name
        if entry.flag_bits & ENCRYPTED:
            raise UnreadableError("password")
        size = 0
        with self._zip.open(entry) as stream:
            while chunk := stream.read(CHUNK):
                size += len(chunk)
                if size > limit:
                    raise UnreadableError("large")
                yield chunk


def _check(entry: zipfile.ZipInfo) -> None:
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnreadableError("broken")
    if entry.file_size > HARMLESS and entry.file_size > STEEPEST * max(entry.compress_size, 1):
        raise UnreadableError("large")

"""Documents made for one test."""

import pytest

from board.text import documents


@pytest.fixture
def read(tmp_path):
    """Read bytes as a kind: `read("eml", data)`."""

    def read(kind: str, data: bytes) -> documents.Document:
        file, folder = tmp_path / f"given.{kind}", tmp_path / "scratch"
        file.write_bytes(data)
        folder.mkdir()
        return documents.read(file, kind, folder)

    return read


@pytest.fixture
def refusal(read):
    """Why bytes cannot be read: `refusal("zip", data)`."""

    def refusal(kind: str, data: bytes) -> str:
        with pytest.raises(documents.UnreadableError) as refused:
            read(kind, data)
        return refused.value.reason

    return refusal

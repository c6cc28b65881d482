"""Sandboxed document reader: set resource limits, read one file, print the result as JSON.

`board.files.sandbox` starts it as `python -I __main__.py KIND FILE FOLDER LIMITS`. Loading the web
application would take longer than the reading, so a bare package stands in for `board`.
"""

import contextlib
import dataclasses
import errno
import json
import os
import resource
import signal
import sys
import types
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from board.text.documents import Document


def main(kind: str, file: str, folder: str, limits: str) -> None:
    within = json.loads(limits)
    largest = within.pop("largest")
    _limit(**within)
    _stand_in_for_board()
    from board.text import documents

    try:
        answer = _told(documents.read(Path(file), kind, Path(folder), largest))
    except documents.UnreadableError as error:
        answer = {"reason": error.reason}
    except MemoryError:
        answer = {"reason": "large"}
    (Path(folder) / "answer.json").write_text(json.dumps(answer), encoding="utf-8")


def _limit(memory: int, cpu: int, wall: int, file: int, files: int) -> None:
    """Set the resource limits; a system may not know, or not let us lower, each of them."""
    limits = {"AS": memory, "DATA": memory, "CPU": cpu, "FSIZE": file, "NOFILE": files, "CORE": 0}
    for name, most in limits.items():
        kind = getattr(resource, f"RLIMIT_{name}", None)
        if kind is not None:
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(kind, (most, most))
    signal.alarm(wall)  # should the server die meanwhile, nobody else would end this


def _stand_in_for_board() -> None:
    package = types.ModuleType("board")
    package.__path__ = [str(Path(__file__).parents[2])]
    sys.modules["board"] = package


def _told(document: "Document") -> dict[str, Any]:
    """The document as JSON; of each path only the last part."""
    told: dict[str, Any] = json.loads(json.dumps(dataclasses.asdict(document), default=_in_json))
    return told


def _in_json(value: object) -> str:
    if isinstance(value, Path):
        return value.name
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in JSON")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EROFS):
            raise
        sys.exit(os.EX_IOERR)  # the disk is full, and an answer has no room on it either

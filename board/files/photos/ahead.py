"""Photos made ahead: making them takes longer than a transaction should last.

What is made of `file` waits in `file.made`, in the same scratch folder, until it is attached.
"""

import json
import shutil
from dataclasses import asdict
from pathlib import Path

from board.files import photos

_TOLD = "made.json"


def make_ahead(file: Path) -> None:
    """Make the photo that is in this file; nothing when there is none that can be used."""
    folder = _beside(file)
    if folder.exists():
        return
    folder.mkdir(mode=0o700)
    try:
        with file.open("rb") as stream:
            made = photos.make(stream, folder)
        (folder / _TOLD).write_text(json.dumps(asdict(made)))
    except photos.NoPhotoError:  # whoever attaches it gets the sentence
        shutil.rmtree(folder)


def ahead_of(file: Path) -> Path | None:
    """The folder of what was made ahead of this file."""
    folder = _beside(file)
    return folder if (folder / _TOLD).is_file() else None


def move(ahead: Path, folder: Path) -> photos.Made:
    """Put what was made ahead into the folder where it stays."""
    made = photos.Made(**json.loads((ahead / _TOLD).read_text()))
    (ahead / _TOLD).unlink()
    for file in ahead.iterdir():
        file.rename(folder / file.name)
    return made


def _beside(file: Path) -> Path:
    return file.with_name(f"{file.name}.made")

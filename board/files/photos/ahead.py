"""Photo preprocessing: photos are made before the transaction, because they take too long for it.

The result for `file` is kept in `file.made`, in the same scratch folder, until it is attached.
"""

import json
import shutil
from dataclasses import asdict
from pathlib import Path

from board.files import photos

_TOLD = "made.json"


def make_ahead(file: Path) -> None:
    """Make the photo versions of this file; does nothing when it is no usable photo."""
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
    """The folder of prepared versions of this file, or None."""
    folder = _beside(file)
    return folder if (folder / _TOLD).is_file() else None


def move(ahead: Path, folder: Path) -> photos.Made:
    """Move the prepared versions to their final folder."""
    made = photos.Made(**json.loads((ahead / _TOLD).read_text()))
    (ahead / _TOLD).unlink()
    for file in ahead.iterdir():
        file.rename(folder / file.name)
    return made


def _beside(file: Path) -> Path:
    return file.with_name(f"{file.name}.made")

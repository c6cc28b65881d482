"""Reading of incoming files, one after the other, documents before photos.

No database access: parsing takes seconds, during which others want to write.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from board.files import sniffing
from board.files.sandbox import UnreadableError, opened
from board.files.staging import Stage
from board.models.intake.origin import MAIL
from board.models.intake.press_release import PressRelease
from board.text.documents import Document, Enclosed
from board.text.plain import text_of

DEEPEST = 2  # archives in archives
ATTACHABLE = (
    "sheet",
    "slides",
    "odt",
    "unknown",
)  # why a file cannot be read that may still be offered
RUBBISH = ("._", ".DS_Store", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True)
class Arriving:
    """An incoming file and its content: a `release`, a photo, or a `problem` in Korean.

    `beside` are files that came with it and belong to the same article. `is_attachable`: it cannot
    be parsed but may be attached for readers. What may be attached is ready on `stage`; `digest` is
    the SHA-256 of the file.
    """

    name: str
    path: Path
    release: PressRelease | None = None
    beside: Sequence[Enclosed] = ()
    problem: str = ""
    is_photo: bool = False
    is_attachable: bool = False
    digest: str = ""
    stage: Stage = field(default_factory=Stage)


def each_of(files: Iterable[Enclosed], *, originals: bool = False) -> Iterator[Arriving]:
    """Read the files one by one, archives unpacked; each result is valid until the next is asked
    for. With `originals` the files of releases can be attached too."""
    with ExitStack() as archives:
        unpacked = [inner for file in files for inner in _unpacked(file, archives)]
        for arriving in sorted(unpacked, key=_turn):
            with ExitStack() as held:
                read = _read(replace(arriving, stage=held.enter_context(Stage())), held)
                yield _made_ready(read, originals=originals)


def _unpacked(file: Enclosed, archives: ExitStack, depth: int = 0) -> Iterator[Arriving]:
    """The file before parsing; for an archive each file in it."""
    found = Arriving(file.name, file.path)
    try:
        kind = sniffing.kind_of(file.path, file.name)
        if kind == "zip" and depth < DEEPEST:
            document = archives.enter_context(opened(file.path, file.name))
            for inner in document.enclosed:
                if not inner.name.startswith(RUBBISH):
                    yield from _unpacked(inner, archives, depth + 1)
            return
        is_table = file.name.lower().endswith(".csv")
        yield replace(found, is_photo=kind == "photo", is_attachable=is_table or kind == "zip")
    except UnreadableError as error:
        is_attachable = error.reason in ATTACHABLE
        yield replace(found, problem=str(error), is_attachable=is_attachable)


def _turn(arriving: Arriving) -> int:
    """Sort key: documents first, because other files join them."""
    return 1 if arriving.is_photo else 2 if arriving.is_attachable else 0


def _read(arriving: Arriving, held: ExitStack) -> Arriving:
    if arriving.problem or arriving.is_photo or arriving.is_attachable:
        return arriving
    try:
        document = held.enter_context(opened(arriving.path, arriving.name))
        release = PressRelease.of(document, arriving.name).staged(arriving.stage)
        if document.mail:
            return _from_mail(arriving, release, document, held)
        return replace(arriving, release=release)
    except ValueError as error:
        return replace(arriving, problem=str(error))


def _from_mail(
    arriving: Arriving, letter: PressRelease, document: Document, held: ExitStack
) -> Arriving:
    """The attached release if it says more than the mail's own text; else the mail's text."""
    enclosed = [
        replace(file, stage=arriving.stage)
        for each in document.enclosed
        for file in _unpacked(each, held)
    ]
    read = {file: _read(file, held) for file in sorted(enclosed, key=_turn)}
    releases = {file: each.release for file, each in read.items() if each.release}
    problems = [each.problem for each in read.values() if each.problem and not each.is_attachable]
    chosen = max(releases, key=lambda file: _length(releases[file]), default=None)
    release = letter
    if chosen and _length(releases[chosen]) > _length(letter):
        release = _instead_of(letter, releases[chosen])
    beside = [Enclosed(file.name, file.path) for file in enclosed if file is not chosen]
    if release is letter and chosen:
        beside.append(Enclosed(chosen.name, chosen.path))
    return replace(arriving, release=replace(release, problems=problems), beside=beside)


def _instead_of(letter: PressRelease, release: PressRelease) -> PressRelease:
    lines = [line for line in text_of(letter.body).split("\n") if line.strip()]
    cut = [{"kind": "letter", "text": line, "place": 0} for line in lines]
    return replace(
        release,
        came_by=MAIL,
        released_on=release.released_on or letter.released_on,
        organisation=release.organisation or letter.organisation,
        cut=[*letter.cut, *cut, *release.cut],
    )


def _made_ready(arriving: Arriving, *, originals: bool) -> Arriving:
    """The same with everything on its stage that may be attached."""
    for file in arriving.beside:
        arriving.stage.add(file.path, file.name)
    if arriving.is_photo or arriving.is_attachable or originals:
        arriving.stage.add(arriving.path, arriving.name)
    with arriving.path.open("rb") as stream:
        return replace(arriving, digest=hashlib.file_digest(stream, "sha256").hexdigest())


def _length(release: PressRelease) -> int:
    return len(text_of(release.body))

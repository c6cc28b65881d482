"""Reading of incoming files, one after the other, documents before photos.

No database access: parsing takes seconds, during which others want to write.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from pathlib import Path

from board.files import sniffing
from board.files.sandbox import UnreadableError, opened
from board.files.staging import Stage
from board.models.intake.origin import MAIL
from board.models.intake.press_release import PressRelease
from board.text.documents import Document, Enclosed
from board.text.extraction.boilerplate import ends_sentence
from board.text.plain import text_of
from board.text.shingles import shingles_of

DEEPEST = 2  # archives in archives
ATTACHABLE = ("sheet", "slides", "unknown")  # why what cannot be read may still be offered
ALIKE = 0.5  # share of the smaller text's shingles from which two files say the same
_COPY = re.compile(r"\s*(?:\(\d+\)|- 복사본|_사본)$")  # 쉼터 (1).hwpx
_ENCLOSURE = re.compile(r"\W*(?:\d{1,2}[.)\s_-]*)?(?:붙\s?임|첨\s?부|별\s?첨|참\s?고)")
RUBBISH = ("._", ".DS_Store", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True)
class Arriving:
    """An incoming file and its content: a `release`, a photo, or a `problem` in Korean.

    `beside` are files that came with it and belong to the same article, `others` further releases in
    the same mail. `is_attachable`: it cannot be parsed but may be attached for readers. What may be
    attached is ready on `stage`; `digest` is the SHA-256 of the file.
    """

    name: str
    path: Path
    release: PressRelease | None = None
    beside: Sequence[Enclosed] = ()
    others: Sequence["Arriving"] = ()
    problem: str = ""
    is_photo: bool = False
    is_attachable: bool = False
    digest: str = ""
    stage: Stage = field(default_factory=Stage)

    @property
    def each(self) -> list["Arriving"]:
        """What becomes an article each: itself, and `others`."""
        return [self, *self.others]


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
        if document.mail:
            return _from_mail(arriving, document, held)
        found = PressRelease.each_of(document, arriving.name)
        first, *others = [replace(arriving, release=x.staged(arriving.stage)) for x in found]
        return replace(first, others=others)
    except ValueError as error:
        return replace(arriving, problem=str(error))


def _from_mail(arriving: Arriving, document: Document, held: ExitStack) -> Arriving:
    """The releases enclosed in a mail, or those in its own text if that says more than they do.

    Each other file is attached to the release it is named like.
    """
    letter = PressRelease.of(document, arriving.name).staged(arriving.stage)
    enclosed = [
        replace(file, stage=arriving.stage)
        for each in document.enclosed
        for file in _unpacked(each, held)
    ]
    read = [each for file in enclosed for each in _read(file, held).each]
    problems = [each.problem for each in read if each.problem and not each.is_attachable]
    own = replace(arriving, release=letter)
    told = _releases(own, read)
    if len(told) > 1:
        problems.insert(0, f"보도자료 {len(told)}건이 든 메일이라 초안도 {len(told)}개입니다.")
    elif told == [own]:
        each = PressRelease.each_of(document, arriving.name)
        told = [replace(own, release=one.staged(arriving.stage)) for one in each]
    beside: dict[Path, list[Enclosed]] = {one.path: [] for one in told}
    for file in enclosed:
        if file.path not in beside:
            beside[_nearest(file, told).path].append(Enclosed(file.name, file.path))
    made = []
    for one in told:
        release = one.release or letter
        if one.path != arriving.path:
            release = _sent_with(letter, release)
        release = replace(release, problems=[*problems, *release.problems])
        files = beside.pop(one.path, [])  # of several in one file the first has what came along
        made.append(replace(one, beside=files, others=(), release=release))
    return replace(own, release=made[0].release, beside=made[0].beside, others=made[1:])


def _releases(letter: Arriving, read: Sequence[Arriving]) -> list[Arriving]:
    """What is a release of its own: not an enclosure, nor the same once more in another format."""
    able = [one for one in read if one.release]
    first = max([letter, *able], key=_length)
    found = [first]
    for one in able:
        if one is not first and _is_release(one) and not any(_is_alike(one, x) for x in found):
            found.append(one)
    order = [one.path for one in (letter, *read)]
    return sorted(found, key=lambda one: order.index(one.path))


def _is_release(file: Arriving) -> bool:
    told = any(ends_sentence(line) for line in _text(file).split("\n"))
    return told and not _ENCLOSURE.match(file.name)


def _is_alike(one: Arriving, other: Arriving) -> bool:
    """Whether it is the same file in another format, or sent twice: most of the shorter text stands
    in the other. Two names of one format are two releases, whatever they say."""
    stems = {_COPY.sub("", Path(each.name).stem) for each in (one, other)}
    if len(stems) > 1 and Path(one.name).suffix.lower() == Path(other.name).suffix.lower():
        return False
    some, others = (set(shingles_of(_text(each))) for each in (one, other))
    return len(some & others) >= ALIKE * min(len(some), len(others))


def _nearest(file: Arriving, releases: Sequence[Arriving]) -> Arriving:
    """The release whose file has the longest word in common with this file's name."""
    names = SequenceMatcher(b=Path(file.name).stem, autojunk=False)

    def shared(release: Arriving) -> int:
        names.set_seq1(Path(release.name).stem)
        return names.find_longest_match().size

    return max(releases, key=shared)


def _sent_with(letter: PressRelease, release: PressRelease) -> PressRelease:
    """The enclosed release with what its mail says, whose own text is cut."""
    lines = [line for line in text_of(letter.body).split("\n") if line.strip()]
    cut = [{"kind": "letter", "text": line, "place": 0} for line in lines]
    return replace(
        release,
        came_by=MAIL,
        released_on=release.released_on or letter.released_on,
        organisation=release.organisation or letter.organisation,
        cut=[*letter.cut, *cut, *release.cut],
        problems=[*letter.problems, *release.problems],
    )


def _made_ready(arriving: Arriving, *, originals: bool) -> Arriving:
    """The same with everything on its stage that may be attached."""
    others = [_made_ready(other, originals=originals) for other in arriving.others]
    for file in arriving.beside:
        arriving.stage.add(file.path, file.name)
    if arriving.is_photo or arriving.is_attachable or originals:
        arriving.stage.add(arriving.path, arriving.name)
    with arriving.path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    others = [  # of several in one file each has its own mark
        replace(each, digest=f"{place}-{each.digest}") if each.path == arriving.path else each
        for place, each in enumerate(others, 2)
    ]
    return replace(arriving, digest=digest, others=others)


def _length(file: Arriving) -> int:
    return len(_text(file))


def _text(file: Arriving) -> str:
    return text_of(file.release.body) if file.release else ""

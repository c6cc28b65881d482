"""All releases in all formats, read and judged; the figures of `python -m tests.bench releases`."""

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from board.text import documents, extraction
from board.text.documents import Document
from tests.releases.corpus import Release, releases
from tests.releases.judging import Verdict, judge
from tests.releases.writing import written

# What a format cannot say is not asked of it.
WITHOUT_SPANS = ("pdf",)
WITHOUT_PHOTOS = ("txt", "txt-cp949", "eml-euckr", "eml-forwarded")
GOALS = {
    "title": 0.95,
    "subtitles": 0.90,
    "paragraphs": 1.0,
    "tables": 1.0,
    "invented": 1.0,
    "lost": 1.0,
    "embargo": 1.0,
    "date": 0.95,
    "organisation": 0.95,
    "contacts": 0.95,
    "photos": 1.0,
    "captions": 0.95,
}


@dataclass(frozen=True)
class Case:
    """One release in one format."""

    release: Release
    format: str

    @property
    def name(self) -> str:
        return f"{self.release.name} · {self.format}"


Reader = Callable[[Path, str], Document]


def cases() -> list[Case]:
    """Every release in every format it names."""
    found = [Case(release, format_) for release in releases() for format_ in release.formats]
    return [case for case in found if _is_read(case.format)]


def _is_read(format_: str) -> bool:
    module = {"eml": "mail", "html": "web", "txt": "lines"}.get(format_[:3], format_)
    module = {"htm": "web"}.get(format_[:3], module)
    return find_spec(f"board.text.documents.{module}") is not None


def documents_of(case: Case, folder: Path, read: Reader) -> Iterator[Document]:
    """The document with the release, and what is enclosed in it, each read by `read`."""
    name, data = written(case.release, case.format)
    path = folder / name
    path.write_bytes(data)
    document = read(path, path.suffix[1:])
    yield document
    for enclosed in document.enclosed:
        yield read(enclosed.path, Path(enclosed.name).suffix[1:])


def tried(case: Case, read: Reader | None = None) -> Verdict:
    """What was understood of it; the last document counts, as a mail's enclosure does."""
    with tempfile.TemporaryDirectory() as folder:
        reader = read or (lambda path, kind: documents.read(path, kind, Path(folder)))
        *_, document = documents_of(case, Path(folder), reader)
        found = extraction.read_document(document.html, document.kind)
    return judge(
        case.release,
        found,
        spans=case.format not in WITHOUT_SPANS,
        photos=case.format not in WITHOUT_PHOTOS,
    )


def shares(verdicts: list[Verdict]) -> dict[str, tuple[int, int]]:
    """For each thing asked: how many were right, of how many."""
    right = sum((verdict.right for verdict in verdicts), Counter())
    asked = sum((verdict.asked for verdict in verdicts), Counter())
    return {what: (right[what], asked[what]) for what in GOALS if asked[what]}


def missed(verdicts: list[Verdict]) -> list[str]:
    """The goals that were not reached, in words."""
    return [
        f"{what}: {right} of {asked}, goal {GOALS[what]:.0%}"
        for what, (right, asked) in shares(verdicts).items()
        if right / asked < GOALS[what]
    ]

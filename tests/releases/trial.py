"""All releases in all formats, read and judged; the figures of `python -m tests.bench releases`."""

import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from board.text import documents, extraction
from board.text.documents import Document
from tests.releases.corpus import Release, releases
from tests.releases.forms import FORMS, WORDINGS, Form
from tests.releases.judging import Verdict, judge, judge_form
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
    "board": 0.95,
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
Filer = Callable[[Document], str]


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


def forms() -> list[tuple[Form, str]]:
    """Every form with every wording of its headline."""
    return [(form, wording) for form in FORMS for wording in WORDINGS]


def tried_form(form: Form, wording: str, file: Filer | None = None) -> Verdict:
    """What was understood of a form; `file` as in `tried`."""
    source = form.write(WORDINGS[wording], form.subtitles)
    verdict = judge_form(form, wording, source, extraction.read_document(source))
    _tell_board(verdict, form.organisation, file, Document("hwpx", source))
    return verdict


def tried(case: Case, read: Reader | None = None, file: Filer | None = None) -> Verdict:
    """What was understood of it; the last document counts, as a mail's enclosure does. `file` tells
    the name of the board that a document is filed under."""
    with tempfile.TemporaryDirectory() as folder:
        reader = read or (lambda path, kind: documents.read(path, kind, Path(folder)))
        *_, document = documents_of(case, Path(folder), reader)
        found = extraction.read_document(document.html, document.kind)
    verdict = judge(
        case.release,
        found,
        spans=case.format not in WITHOUT_SPANS,
        photos=case.format not in WITHOUT_PHOTOS,
    )
    _tell_board(verdict, case.release.organisation, file, document)
    return verdict


def places() -> list[str]:
    """What boards are named after: the places whose offices give the releases."""
    given = [
        *(release.organisation or "" for release in releases()),
        *(x.organisation for x in FORMS),
    ]
    return sorted({place for name in given if (place := _place_of(name))})


def _place_of(organisation: str) -> str:
    """새들군의회 is of 새들군; a school, a corporation or a ministry may be of no place."""
    found = re.match(r"[가-힣]{2,3}[시군]", organisation)
    return found[0] if found else ""


def _tell_board(
    verdict: Verdict, organisation: str | None, file: Filer | None, document: Document
) -> None:
    wanted = _place_of(organisation or "")
    if file and wanted:
        board = file(document)
        verdict.tell("board", board == wanted, 1, board)


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

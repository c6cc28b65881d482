"""Judging of extraction results against what a release contains."""

import re
from collections import Counter
from dataclasses import dataclass

from board.text import plain
from board.text.extraction import Pasted, grid
from tests.releases.corpus import Release, Table, Words
from tests.releases.forms import WORDINGS, Form

_BLOCK = re.compile(
    r"</?(?:p|h[2-4]|ul|ol|li|blockquote|figure|figcaption|table|t[drh]|br)\b[^>]*>"
)
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_CAPTION = re.compile(r"<figcaption>(.*?)</figcaption>")


@dataclass
class Verdict:
    """For each thing asked: how many were right, of how many; and what went wrong, in words."""

    right: Counter
    asked: Counter
    faults: list[str]

    def tell(self, what: str, right: int, asked: int, fault: object = "") -> None:
        self.right[what] += right
        self.asked[what] += asked
        if right < asked:
            self.faults.append(f"{what}: {fault}")


def judge(release: Release, found: Pasted, *, spans: bool = True, photos: bool = True) -> Verdict:
    """Was everything understood? `spans`: the format knows merged cells; `photos`: it has them."""
    verdict = Verdict(Counter(), Counter(), [])
    subtitles = [_dotted(text) for text in found.subtitles]
    verdict.tell("title", _dotted(found.title) == release.title, 1, found.title)
    verdict.tell("subtitles", subtitles == release.subtitles, 1, found.subtitles)
    if release.date:
        verdict.tell("date", found.date == release.date, 1, found.date)
    if release.organisation:
        right = found.organisation == release.organisation
        verdict.tell("organisation", right, 1, found.organisation)
    verdict.tell("embargo", found.embargo == release.embargo, 1, found.embargo)
    _contacts(release, found, verdict)
    _paragraphs(release, found, verdict)
    _tables(release, found, verdict, spans)
    if photos:
        _photos(release, found, verdict)
    _words(release, found, verdict, photos)
    return verdict


def judge_form(form: Form, wording: str, source: str, found: Pasted) -> Verdict:
    """Was everything understood of a form with a headline of `WORDINGS`?"""
    verdict = Verdict(Counter(), Counter(), [])
    embargo = found.embargo and f"{found.embargo:%Y-%m-%dT%H:%M}"
    shown = plain.text_of(found.html)
    for what, read, wanted in (
        ("title", found.title, " ".join(WORDINGS[wording])),
        ("subtitles", found.subtitles, form.subtitles),
        ("organisation", found.organisation, form.organisation),
        ("date", found.date and found.date.isoformat(), form.date),
        ("embargo", embargo, form.embargo),
        ("contacts", [words for words in form.left_out if words in shown], []),
        ("photos", found.html.count("<img"), 0),
        ("lost", letters(*everything(found)), letters(plain.text_of(source))),
    ):
        verdict.tell(what, read == wanted, 1, read)
    return verdict


def letters(*texts: str) -> Counter:
    """Letters and digits, counted: spaces, marks and punctuation may move."""
    return Counter(_squashed(" ".join(texts)))


def everything(found: Pasted) -> list[str]:
    """Where the words of the source must be: in the article or among what was cut."""
    cuts = [re.sub(r"^picture:\d+", "", line.text) for line in found.cut]
    return [found.title, *found.subtitles, plain.text_of(found.html), *cuts]


def _squashed(text: str) -> str:
    return "".join(re.findall(r"[^\W_]", plain.visible(_dotted(text))))


def _dotted(text: str) -> str:
    """With one middle dot for the two that Korean keyboards have; one of them is a letter."""
    return text.replace("ㆍ", "·")


def _contacts(release: Release, found: Pasted, verdict: Verdict) -> None:
    flagged = " ".join(found.contacts)
    shown = plain.text_of(found.html)
    for word in release.contacts:
        right = word in flagged and not (re.search(r"\d{3}-", word) and word in shown)
        verdict.tell("contacts", right, 1, (word, found.contacts))


def _paragraphs(release: Release, found: Pasted, verdict: Verdict) -> None:
    blocks = Counter(_squashed(plain.text_of(block)) for block in _BLOCK.split(found.html))
    for paragraph in release.paragraphs:
        verdict.tell("paragraphs", blocks[_squashed(paragraph)] > 0, 1, paragraph)


def _tables(release: Release, found: Pasted, verdict: Verdict, spans: bool) -> None:
    tables = _TABLE.findall(found.html)
    kept = [_cells(grid.cells(table), spans) for table in tables]
    for table in release.tables:
        cells = [
            (_squashed(cell.text), cell.width, cell.height)
            for row in table.rows
            for cell in row
            if cell
        ]
        wanted = cells if spans else [cell[0] for cell in cells if cell[0]]
        verdict.tell("tables", wanted in kept, 1, kept)
    extra = len(tables) - len(release.tables)
    if extra > 0:
        verdict.tell("tables", 0, extra, tables)


def _cells(cells: list[grid.Cell], spans: bool) -> list:
    found = [(_squashed(cell.text), cell.width, cell.height) for cell in cells]
    return found if spans else [cell[0] for cell in found if cell[0]]


def _photos(release: Release, found: Pasted, verdict: Verdict) -> None:
    pictures = found.html.count("<figure><img")
    verdict.tell("photos", pictures == release.photos, 1, pictures)
    captions = [_squashed(plain.text_of(text)) for text in _CAPTION.findall(found.html)]
    for caption in release.captions:
        verdict.tell("captions", _squashed(caption) in captions, 1, (caption, captions))


def _words(release: Release, found: Pasted, verdict: Verdict, photos: bool) -> None:
    captions = {} if photos else letters(*_caption_words(release))
    said = letters(*release.words())
    shown = letters(found.title, *found.subtitles, plain.text_of(found.html))
    invented = shown - said
    lost = said - letters(*everything(found))
    if not photos:
        lost = lost - Counter(captions)
    verdict.tell("invented", not invented, 1, dict(invented))
    verdict.tell("lost", not lost, 1, dict(lost))


def _caption_words(release: Release) -> list[str]:
    flat = release.flat()
    tables = [x for x in flat if isinstance(x, Table) and x.role == "photos"]
    below = [x.text for x in flat if isinstance(x, Words) and x.role == "caption"]
    return below + [cell.text for t in tables for row in t.rows for cell in row if cell]

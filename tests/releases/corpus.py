"""The releases of `texts/` as what stands in them and what should be read from them."""

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

TEXTS = Path(__file__).parent / "texts"
MARK = re.compile(r"^\s*(?:[□○■▲※◇]|-\s)\s*")


@dataclass(frozen=True)
class Words:
    """A line; `role` is title, subtitle, story, heading, caption, banner or boilerplate."""

    text: str
    role: str
    drawn: bool = True  # a title looks like one


@dataclass(frozen=True)
class Photo:
    number: int


@dataclass
class Cell:
    """A cell's words and pictures from top to bottom, and how far it reaches."""

    parts: list[Words | Photo]
    width: int = 1
    height: int = 1

    @property
    def text(self) -> str:
        return "\n".join(part.text for part in self.parts if isinstance(part, Words))


@dataclass
class Table:
    """`rows` hold the cells that begin in them, by column; None where another reaches."""

    role: str
    rows: list[list[Cell | None]] = field(default_factory=list)


@dataclass
class Frame:
    blocks: list


@dataclass(frozen=True)
class Break:
    pass


@dataclass
class Release:
    """One release: what is expected of it, and its blocks in order."""

    name: str
    formats: list[str]
    title: str
    subtitles: list[str]
    blocks: list
    date: date | None
    organisation: str | None
    embargo: datetime | None
    contacts: list[str]
    letter: list[str]
    captions: list[str]

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs, items and headings of the story, marks left out."""
        words = [x for x in self.flat() if isinstance(x, Words) and x.role in ("story", "heading")]
        return [MARK.sub("", x.text) for x in words]

    @property
    def tables(self) -> list[Table]:
        return [x for x in self.flat() if isinstance(x, Table) and x.role == "data"]

    @property
    def photos(self) -> int:
        """How many pictures stand in the story."""
        inner = [x for x in self.flat() if isinstance(x, Table) and x.role == "photos"]
        cells = [cell for table in inner for row in table.rows for cell in row if cell]
        parts = [part for cell in cells for part in cell.parts]
        return sum(isinstance(x, Photo) for x in [*self.flat(), *parts])

    def flat(self) -> list:
        """The blocks without the frames around them."""
        return [x for b in self.blocks for x in (b.blocks if isinstance(b, Frame) else [b])]

    def words(self) -> list[str]:
        """Every word that stands in the release."""
        said = []
        for block in self.flat():
            if isinstance(block, Words):
                said.append(block.text)
            elif isinstance(block, Table):
                said += [cell.text for row in block.rows for cell in row if cell]
        return " ".join(said).split()


def releases() -> list[Release]:
    """All of them, by name."""
    return [_read(path) for path in sorted(TEXTS.glob("*.toml"))]


def _read(path: Path) -> Release:
    said = tomllib.loads(path.read_text())
    blocks = _Layout(said["title"], said["subtitles"]).read(said["layout"].strip("\n").split("\n"))
    return Release(
        name=path.stem,
        formats=said["formats"],
        title=said["title"].replace(" / ", " "),
        subtitles=said["subtitles"],
        blocks=blocks,
        date=said.get("date"),
        organisation=said.get("organisation"),
        embargo=said.get("embargo"),
        contacts=said.get("contacts", []),
        letter=said.get("letter", "").strip().split("\n"),
        captions=_captions(blocks),
    )


def _captions(blocks: list) -> list[str]:
    flat = [x for b in blocks for x in (b.blocks if isinstance(b, Frame) else [b])]
    found = [re.sub(r"^▲\s*", "", x.text) for x in flat if getattr(x, "role", "") == "caption"]
    tables = [x for x in flat if isinstance(x, Table) and x.role == "photos"]
    return found + [c.text for t in tables for row in t.rows for c in row if c and c.text]


class _Layout:
    def __init__(self, title: str, subtitles: list[str]) -> None:
        self.title = title
        self.subtitles = subtitles

    def read(self, lines: list[str]) -> list:
        blocks: list = []
        while lines:
            line = lines.pop(0)
            if line == "[frame]":
                end = lines.index("[/frame]")
                blocks.append(Frame(self.read(lines[:end])))
                del lines[: end + 1]
            elif line.startswith(("!|", "|")):
                rows = [line, *_taken(lines, line[: line.index("|") + 1])]
                role = "boilerplate" if line.startswith("!") else "data"
                blocks.append(self._table(role, [row.lstrip("!")[1:] for row in rows]))
            else:
                blocks += self._line(line)
        return blocks

    def _line(self, line: str) -> list:
        if line.startswith("=title in two"):
            return [Words(half, "title") for half in self.title.split(" / ")]
        if line.startswith("=title"):
            return [Words(self.title, "title", drawn="plain" not in line)]
        if line.startswith("=subtitles"):
            dress = line.removeprefix("=subtitles").strip()
            return [Words(dress.replace("{}", text), "subtitle") for text in self.subtitles]
        if line.startswith("@|"):
            return [_photo_table(line)]
        if line.startswith("@"):
            number, _, caption = line[1:].partition(">")
            below = [Words(caption.strip(), "caption")] if caption else []
            return [Photo(int(number)), *below]
        if line == "---":
            return [Break()]
        if line.startswith("!+"):
            return [Words(line.removeprefix("!+").strip(), "banner")]
        for sign, role in (("!", "boilerplate"), ("##", "heading")):
            if line.startswith(sign):
                return [Words(line.removeprefix(sign).strip(), role)]
        return [Words(line.rstrip(), "story")]

    def _table(self, role: str, rows: list[str]) -> Table:
        said = [[cell.strip() for cell in row.split(" | ")] for row in rows]
        owners: list[list[Cell]] = []
        for y, row in enumerate(said):
            owners.append([])
            for x, words in enumerate(row):
                if words == "^":
                    owners[y].append(owners[y - 1][x])
                elif words == "<":
                    owners[y].append(owners[y][x - 1])
                else:
                    owners[y].append(Cell(self._cell(words)))
        return Table(role, _spanned(owners))

    def _cell(self, said: str) -> list[Words | Photo]:
        if said == "@logo":
            return [Photo(0)]
        return self._line(said) if said.startswith("=") else [Words(said, "cell")]


def _spanned(owners: list[list[Cell]]) -> list[list[Cell | None]]:
    """The cells where they begin, each knowing how far it reaches."""
    places: dict[int, list[tuple[int, int]]] = {}
    for y, row in enumerate(owners):
        for x, cell in enumerate(row):
            places.setdefault(id(cell), []).append((y, x))
    rows: list[list[Cell | None]] = []
    for y, row in enumerate(owners):
        rows.append([])
        for x, cell in enumerate(row):
            taken = places[id(cell)]
            cell.height = len({place[0] for place in taken})
            cell.width = len({place[1] for place in taken})
            rows[-1].append(cell if taken[0] == (y, x) else None)
    return rows


def _taken(lines: list[str], sign: str) -> list[str]:
    found = []
    while lines and lines[0].startswith(sign):
        found.append(lines.pop(0))
    return found


def _photo_table(line: str) -> Table:
    together = line.startswith("@|+")
    told = [
        cell.strip().partition(" ")
        for cell in line.removeprefix("@|+").removeprefix("@|").split(" | ")
    ]
    photos = [Photo(int(number)) for number, _, _ in told]
    captions = [Words(text, "caption") for _, _, text in told]
    if together:
        pairs = zip(photos, captions, strict=True)
        return Table("photos", [[Cell([photo, words]) for photo, words in pairs]])
    return Table("photos", [[Cell([x]) for x in photos], [Cell([x]) for x in captions]])

"""Word document body: the paragraphs in reading order, with everything anchored in them."""

import re
from collections import Counter
from collections.abc import Callable

from board.text.documents import glyphs, writing
from board.text.documents.ranks import Ranks
from board.text.documents.runs import Runs, address
from board.text.documents.wordml.numbering import BULLET, WordNumbering
from board.text.documents.wordml.styles import Drawn, WordStyles, attribute
from board.text.documents.wordml.tables import WordCell, rows_of
from board.text.documents.writing import Blocks
from board.text.documents.xml import Element, child, name_of

_GONE = frozenset(("del", "moveFrom", "pPr", "rPr", "sectPr", "delText", "rubyPr", "sdtPr"))
_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}
_FIELD = re.compile(r"\s*HYPERLINK\s+\"?([^\s\"]+)")


class WordStory:
    """Walks once through the document. `picture` maps a relationship to an index, or None."""

    def __init__(
        self,
        styles: WordStyles,
        numbering: WordNumbering,
        notes: dict[str, Element | None],
        targets: dict[str, str],
        picture: Callable[[str], int | None],
    ) -> None:
        self.styles = styles
        self.numbering = numbering
        self.notes = notes
        self.targets = targets
        self.picture = picture
        self.limit = writing.OutputLimit()
        self.ranks = Ranks()
        self.fields: list[str | None] = []  # the addresses of the fields that are open
        self.command = ""  # what the field that was opened last is told to do
        self.end: list[str] = []

    def read(self, document: Element) -> str:
        """The HTML of the body; footnotes and endnotes stand at the end."""
        body = child(document, "body")
        if body is None:
            return ""
        self.ranks = Ranks.of(self._heights(body))
        html = self._blocks(body)
        return html + "".join(self.end)

    def _heights(self, body: Element) -> Counter[int]:
        found: Counter[int] = Counter()
        for paragraph in body.iter("{*}p"):
            base = self.styles.paragraph(child(paragraph, "pPr"))
            for run in paragraph.iter("{*}r"):
                length = sum(len(t.text or "") for t in run if name_of(t) == "t")
                if length:
                    found[self.styles.run(child(run, "rPr"), base).letters.height] += length
        return found

    def _blocks(self, parent: Element) -> str:
        blocks = Blocks(self.limit)
        self._fill(blocks, parent, Runs())
        return blocks.html()

    def _fill(self, blocks: Blocks, parent: Element, runs: Runs) -> Runs:
        """Fill `blocks`; `runs` is text left open by a paragraph whose end was deleted."""
        for element in parent:
            match name_of(element):
                case "p":
                    runs = self._paragraph(element, blocks, runs)
                case "tbl":
                    blocks.insert(self._table(element))
                case "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" | "smartTag":
                    runs = self._fill(blocks, element, runs)
                case "AlternateContent":
                    runs = self._fill(blocks, _chosen(element), runs)
        return runs

    def _paragraph(self, paragraph: Element, blocks: Blocks, runs: Runs) -> Runs:
        properties = child(paragraph, "pPr")
        drawn = self.styles.paragraph(properties)
        self._inline(paragraph, drawn, runs, None)
        mark = child(properties, "rPr") if properties is not None else None
        if mark is not None and child(mark, "del") is not None:
            return runs
        label = self.numbering.label(drawn)
        for block in runs.before:
            blocks.insert(block)
        if runs.length:
            tag = self._tag(runs, drawn, properties, label)
            lead = "" if label == BULLET else writing.text(label)
            blocks.add(tag, lead + runs.html())
        for block in runs.after:
            blocks.insert(block)
        return Runs()

    def _tag(self, runs: Runs, drawn: Drawn, properties: Element | None, label: str) -> str:
        if label == BULLET:
            return "li"
        tag = self.ranks.tag(runs, centred=drawn.centred)
        if tag == "p" and self.styles.is_title(properties):
            return "h2"
        return "h3" if tag == "p" and drawn.level is not None and drawn.level < 3 else tag

    # the inside of a paragraph

    def _inline(self, parent: Element, drawn: Drawn, runs: Runs, link: str | None) -> None:
        for element in parent:
            name = name_of(element)
            if name in _GONE:
                continue
            if name == "r":
                self._run(element, self.styles.run(child(element, "rPr"), drawn), runs, link)
            elif name == "hyperlink":
                target = address(self.targets.get(attribute(element, "id"), ""))
                self._inline(element, drawn, runs, target)
            elif name == "AlternateContent":
                self._inline(_chosen(element), drawn, runs, link)
            elif name == "t":  # of a formula
                runs.say(element.text or "", drawn.letters, link)
            else:
                self._inline(element, drawn, runs, link)

    def _run(self, run: Element, drawn: Drawn, runs: Runs, link: str | None) -> None:
        if drawn.hidden:
            return
        link = link or self._field()
        for element in run:
            match name_of(element):
                case "t":
                    runs.say(element.text or "", drawn.letters, link)
                case "tab" | "ptab" | "noBreakHyphen" | "sym" as name:
                    words = _sign(element) if name == "sym" else _SIGNS[name]
                    runs.say(words, drawn.letters, link)
                case "br" | "cr":
                    if attribute(element, "type") not in ("page", "column"):
                        runs.break_line()
                case "fldChar":
                    link = self._follow(attribute(element, "fldCharType")) or link
                case "instrText":
                    self.command += element.text or ""
                case _:
                    self._other(element, drawn, runs, link)

    def _other(self, element: Element, drawn: Drawn, runs: Runs, link: str | None) -> None:
        match name_of(element):
            case "drawing" | "pict" | "object":
                runs.place(self._object(element))
            case "footnoteReference" | "endnoteReference" as name:
                self._note(element, name.removesuffix("Reference"), drawn, runs)
            case "AlternateContent":
                self._run(_chosen(element), drawn, runs, link)
            case "ruby" | "rubyBase" | "rt":
                self._inline(element, drawn, runs, link)

    def _field(self) -> str | None:
        return next((found for found in reversed(self.fields) if found), None)

    def _follow(self, kind: str) -> str | None:
        """Track field codes: the target of a HYPERLINK field around the text, or None."""
        if kind == "begin":
            self.command = ""
            self.fields.append(None)
        elif kind == "separate" and self.fields:
            told = _FIELD.match(self.command)
            self.fields[-1] = address(told[1]) if told else None
        elif kind == "end" and self.fields:
            self.fields.pop()
        return self._field()

    def _note(self, element: Element, kind: str, drawn: Drawn, runs: Runs) -> None:
        """Leave the note's sign in place and move its text to the end."""
        root, wanted = self.notes.get(kind), attribute(element, "id")
        note = (
            next((each for each in root if attribute(each, "id") == wanted), None)
            if root is not None
            else None
        )
        if note is None:
            return
        sign = f"{len(self.end) + 1})"
        runs.say(sign, drawn.letters, None)
        place = len(self.end)
        self.end.append("")
        self.end[place] = self._blocks(note).replace("<p>", f"<p>{sign} ", 1)

    # what is drawn rather than written

    def _object(self, element: Element) -> str:
        """Pictures and text boxes inside a drawing, in order."""
        name = name_of(element)
        if name == "txbxContent":
            return self._blocks(element)
        if name == "blip":
            return self._picture(attribute(element, "embed"), element)
        if name == "imagedata":
            return self._picture(attribute(element, "id"), element)
        if name == "AlternateContent":
            return self._object(_chosen(element))
        return "".join(self._object(part) for part in element)

    def _picture(self, relation: str, element: Element) -> str:
        place = self.picture(relation)
        if place is None:
            return ""
        holder = next(element.iterancestors("{*}inline", "{*}anchor"), None)
        about = child(holder, "docPr") if holder is not None else None
        alt = about.get("descr", "") if about is not None else ""
        return self.limit.spend(writing.figure(place, alt))

    def _table(self, table: Element) -> str:
        rows = rows_of(table)
        head = 0
        while head < len(rows) - 1 and rows[head] and all(cell.is_header for cell in rows[head]):
            head += 1
        top = f"<thead>{self._rows(rows[:head])}</thead>" if head else ""
        return self.limit.spend(f"<table>{top}<tbody>{self._rows(rows[head:])}</tbody></table>")

    def _rows(self, rows: list[list[WordCell]]) -> str:
        return "".join(f"<tr>{''.join(map(self._cell, row))}</tr>" for row in rows)

    def _cell(self, cell: WordCell) -> str:
        tag = "th" if cell.is_header else "td"
        return f"<{tag}{cell.spans()}>{self._blocks(cell.element)}</{tag}>"


def _chosen(element: Element) -> Element:
    """The branch of an AlternateContent: the new drawing, else its fallback."""
    for name in ("Choice", "Fallback"):
        found = child(element, name)
        if found is not None and len(found):
            return found
    return element


def _sign(element: Element) -> str:
    """A symbol-font character, by its code."""
    try:
        code = int(attribute(element, "char"), 16)
    except ValueError:
        return ""
    return glyphs.sign(code)

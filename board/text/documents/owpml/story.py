"""OWPML body: the paragraphs in reading order, with everything anchored in them."""

from collections.abc import Callable

from board.text.documents import writing
from board.text.documents.owpml.numbering import OwpmlNumbering
from board.text.documents.owpml.signs import SIGNS, alt, composed, link_of, number_of
from board.text.documents.owpml.styles import OwpmlStyles, ParagraphShape
from board.text.documents.owpml.tables import head_and_body, is_header, spans
from board.text.documents.runs import Letters, Runs
from board.text.documents.writing import Blocks
from board.text.documents.xml import Element, child, name_of

_SHAPES = frozenset(
    "rect ellipse arc polygon curve connectLine line container pic tbl ole textart equation".split()
)


class OwpmlStory:
    """Walks once through all sections. `picture` maps an item's id to its index, or None."""

    def __init__(self, styles: OwpmlStyles, picture: Callable[[str], int | None]) -> None:
        self.styles = styles
        self.picture = picture
        self.limit = writing.OutputLimit()
        self.numbering = OwpmlNumbering(styles)
        self.notes: list[str] = []
        self.deleting = False  # between the marks of a tracked deletion
        self.links: list[str | None] = []

    def read(self, sections: list[Element]) -> str:
        """The HTML of the sections; footnotes and endnotes stand at the end."""
        html = "".join(self._blocks(section) for section in sections)
        return html + "".join(self.notes)

    def _blocks(self, parent: Element) -> str:
        blocks = Blocks(self.limit)
        for paragraph in parent:
            if name_of(paragraph) == "p":
                self._paragraph(paragraph, blocks)
        return blocks.html()

    def _paragraph(self, paragraph: Element, blocks: Blocks) -> None:
        runs = Runs()
        for run in paragraph:
            if name_of(run) == "run":
                letters = self.styles.letters.get(run.get("charPrIDRef", ""), Letters())
                self._run(run, letters, runs)
        shape = self.styles.shapes.get(paragraph.get("paraPrIDRef", ""), ParagraphShape())
        label = self.numbering.label(shape)
        for block in runs.before:
            blocks.insert(block)
        if runs.length:
            blocks.add(self._tag(runs, shape), writing.text(label) + runs.html())
        for block in runs.after:
            blocks.insert(block)

    def _tag(self, runs: Runs, shape: ParagraphShape) -> str:
        if shape.heading == "BULLET":
            return "li"
        return self.styles.ranks.tag(runs, centred=shape.centred)

    def _run(self, run: Element, letters: Letters, runs: Runs) -> None:
        for element in run:
            match name_of(element):
                case "t":
                    self._text(element, letters, runs)
                case "secPr":
                    self.numbering.outline = element.get("outlineShapeIDRef", "1")
                case "ctrl":
                    for control in element:
                        self._control(control, letters, runs)
                case "switch":
                    chosen = child(element, "default")
                    self._run(chosen if chosen is not None else element[0], letters, runs)
                case "compose" | "dutmal":
                    self._say(composed(element), letters, runs)
                case _:
                    if not self.deleting:
                        runs.place(self._object(element))

    def _text(self, element: Element, letters: Letters, runs: Runs) -> None:
        self._say(element.text or "", letters, runs)
        for mark in element:
            name = name_of(mark)
            if name == "deleteBegin":
                self.deleting = True
            elif name == "deleteEnd":
                self.deleting = False
            elif name == "lineBreak" and not self.deleting:
                runs.break_line()
            elif name in SIGNS:
                self._say(SIGNS[name], letters, runs)
            self._say(mark.tail or "", letters, runs)

    def _say(self, raw: str, letters: Letters, runs: Runs) -> None:
        if not self.deleting:
            runs.say(raw, letters, self.links[-1] if self.links else None)

    def _control(self, control: Element, letters: Letters, runs: Runs) -> None:
        match name_of(control):
            case "fieldBegin":
                self.links.append(link_of(control))
            case "fieldEnd":
                if self.links:
                    self.links.pop()
            case "footNote" | "endNote":
                self._note(control, letters, runs)
            case "autoNum":
                self._say(number_of(control), letters, runs)

    def _note(self, note: Element, letters: Letters, runs: Runs) -> None:
        """Leave the note's sign in place and move its text to the end."""
        inside = child(note, "subList")
        sign = next((found for found in note.iter("{*}autoNum")), None)
        if sign is not None:
            self._say(number_of(sign), letters, runs)
        if inside is not None and not self.deleting:
            links, self.links = self.links, []
            self.notes.append(self._blocks(inside))
            self.links = links

    # what is drawn rather than written

    def _object(self, element: Element) -> str:
        links, self.links = self.links, []
        try:
            return self._drawn(element)
        finally:
            self.links = links

    def _drawn(self, element: Element) -> str:
        match name_of(element):
            case "tbl":
                return self._table(element)
            case "pic":
                return self._picture(element)
            case "equation":
                return self._words(child(element, "script"))
            case "textart":
                return self.limit.spend(f"<h3>{writing.text(element.get('text', ''))}</h3>")
            case _:
                return self._box(element)

    def _box(self, element: Element) -> str:
        """A drawing: the picture it is filled with, its text, the drawings it groups."""
        parts = []
        brush = next(element.iterfind("{*}fillBrush/{*}imgBrush"), None)
        if brush is not None:
            parts.append(self._picture(brush))
        for part in element:
            name = name_of(part)
            if name == "drawText":
                inside = child(part, "subList")
                parts.append(self._blocks(inside) if inside is not None else "")
            elif name == "caption":
                parts.append(self._caption_blocks(part))
            elif name in _SHAPES:
                parts.append(self._drawn(part))
        return "".join(parts)

    def _picture(self, element: Element) -> str:
        image = child(element, "img")
        place = self.picture(image.get("binaryItemIDRef", "")) if image is not None else None
        if place is None:
            return ""
        remark, caption = child(element, "shapeComment"), child(element, "caption")
        words = self._lines(caption) if caption is not None else ""
        return self.limit.spend(writing.figure(place, alt(remark), words))

    def _words(self, element: Element | None) -> str:
        words = writing.text((element.text or "").strip()) if element is not None else ""
        return self.limit.spend(f"<p>{words}</p>") if words else ""

    def _caption_blocks(self, caption: Element) -> str:
        inside = child(caption, "subList")
        return self._blocks(inside) if inside is not None else ""

    def _lines(self, caption: Element) -> str:
        """A caption's paragraphs as lines of one text."""
        inside = child(caption, "subList")
        lines = []
        for paragraph in inside if inside is not None else ():
            runs = Runs()
            for run in paragraph:
                if name_of(run) == "run":
                    self._run(run, Letters(), runs)
            lines.append(runs.html())
        return "<br>".join(line for line in lines if line)

    def _table(self, table: Element) -> str:
        caption = child(table, "caption")
        words = self._lines(caption) if caption is not None else ""
        head, body = head_and_body(table)
        return self.limit.spend(
            "<table>"
            + (f"<caption>{words}</caption>" if words else "")
            + (f"<thead>{self._rows(head)}</thead>" if head else "")
            + f"<tbody>{self._rows(body)}</tbody></table>"
        )

    def _rows(self, rows: list[list[Element]]) -> str:
        return "".join(f"<tr>{''.join(map(self._cell, row))}</tr>" for row in rows)

    def _cell(self, cell: Element) -> str:
        tag = "th" if is_header(cell) else "td"
        inside = child(cell, "subList")
        return f"<{tag}{spans(cell)}>{self._blocks(inside) if inside is not None else ''}</{tag}>"

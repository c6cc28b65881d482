"""OpenDocument body: the paragraphs in reading order, with everything anchored in them."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from board.text.documents import writing
from board.text.documents.opendocument.numbering import BULLET, ListNumbering
from board.text.documents.opendocument.styles import OpenFormat, OpenStyles, attribute, number
from board.text.documents.opendocument.tables import rows_of, spans
from board.text.documents.ranks import Ranks
from board.text.documents.runs import Runs, address
from board.text.documents.writing import Blocks
from board.text.documents.xml import Element, child, name_of

_GONE = frozenset(
    """tracked-changes forms sequence-decls variable-decls user-field-decls annotation
    annotation-end hidden-text hidden-paragraph deletion desc title event-listeners""".split()
)
_DRAWN = frozenset(
    """frame custom-shape g rect ellipse circle line polyline polygon path connector caption
    regular-polygon control a""".split()
)
_DRAWINGS = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
_SPACES = re.compile(r"[ \t\r\n]+")
_SHOWN = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff")
MOST_SPACES = 100


class OpenStory:
    """Walks once through the document. `picture` maps a path to an index, or None."""

    def __init__(
        self,
        styles: OpenStyles,
        numbering: ListNumbering,
        picture: Callable[[str], int | None],
    ) -> None:
        self.styles = styles
        self.numbering = numbering
        self.picture = picture
        self.limit = writing.OutputLimit()
        self.ranks = Ranks()
        self.notes: list[str] = []

    def read(self, content: Element) -> str:
        """The HTML of the body; footnotes and endnotes stand at the end."""
        body = next(content.iterfind("{*}body/{*}text"), None)
        if body is None:
            return ""
        self.ranks = Ranks.of(self._heights(body))
        html = self._blocks(body)
        return html + "".join(self.notes)

    def _heights(self, body: Element) -> Counter[int]:
        found: Counter[int] = Counter()
        for paragraph in body.iter("{*}p", "{*}h"):
            for height, length in self._lengths(paragraph, self.styles.paragraph(paragraph)):
                found[height] += length
        return found

    def _lengths(self, element: Element, drawn: OpenFormat) -> Iterator[tuple[int, int]]:
        yield drawn.letters.height, len(element.text or "")
        for part in element:
            if name_of(part) == "span":
                yield from self._lengths(part, self.styles.span(part, drawn))
            yield drawn.letters.height, len(part.tail or "")

    def _blocks(self, parent: Element) -> str:
        blocks = Blocks(self.limit)
        self._fill(blocks, parent)
        return blocks.html()

    def _fill(self, blocks: Blocks, parent: Element) -> None:
        for element in parent:
            name = name_of(element)
            if name in _GONE or self.styles.hides(element):
                continue
            if name in ("p", "h"):
                self._paragraph(element, blocks, "")
            elif name == "list":
                self._list(element, blocks, 1, attribute(element, "style-name"))
            elif name == "table":
                blocks.insert(self._table(element))
            elif _is_drawing(element):
                blocks.insert(self._object(element))
            else:
                self._fill(blocks, element)

    def _list(self, element: Element, blocks: Blocks, level: int, style: str) -> None:
        if attribute(element, "continue-numbering") != "true":
            self.numbering.begin(style, level)
        for item in element:
            label = self.numbering.label(style, level) if name_of(item) == "list-item" else ""
            for part in item:
                if name_of(part) == "list":
                    self._list(part, blocks, level + 1, attribute(part, "style-name") or style)
                elif name_of(part) in ("p", "h"):
                    self._paragraph(part, blocks, label)
                    label = ""

    def _paragraph(self, paragraph: Element, blocks: Blocks, label: str) -> None:
        drawn, runs = self.styles.paragraph(paragraph), Runs()
        self._inline(paragraph, drawn, runs, None)
        for block in runs.before:
            blocks.insert(block)
        if runs.length:
            tag = "li" if label == BULLET else self._tag(paragraph, drawn, runs)
            lead = "" if label == BULLET else writing.text(label)
            blocks.add(tag, lead + runs.html())
        for block in runs.after:
            blocks.insert(block)

    def _tag(self, paragraph: Element, drawn: OpenFormat, runs: Runs) -> str:
        tag = self.ranks.tag(runs, centred=drawn.centred)
        if tag == "p" and drawn.is_title:
            return "h2"
        is_heading = name_of(paragraph) == "h"
        level = number(attribute(paragraph, "outline-level"), 1)
        return "h3" if tag == "p" and is_heading and level <= 3 else tag

    # the inside of a paragraph

    def _inline(self, parent: Element, drawn: OpenFormat, runs: Runs, link: str | None) -> None:
        self._say(parent.text, drawn, runs, link)
        for element in parent:
            if name_of(element) not in _GONE:
                self._piece(element, drawn, runs, link)
            self._say(element.tail, drawn, runs, link)

    def _piece(self, element: Element, drawn: OpenFormat, runs: Runs, link: str | None) -> None:
        match name_of(element):
            case "span":
                self._inline(element, self.styles.span(element, drawn), runs, link)
            case "s":
                count = min(number(attribute(element, "c"), 1), MOST_SPACES)
                self._say_all(" " * count, drawn, runs, link)
            case "tab":
                self._say_all("\t", drawn, runs, link)
            case "line-break":
                runs.break_line()
            case "note":
                self._note(element, drawn, runs)
            case _ if _is_drawing(element):
                runs.place(self._object(element))
            case "a":
                target = address(attribute(element, "href")) or link
                self._inline(element, drawn, runs, target)
            case _:
                self._inline(element, drawn, runs, link)

    def _say(self, raw: str | None, drawn: OpenFormat, runs: Runs, link: str | None) -> None:
        """Append text; white space in the file counts as one blank."""
        self._say_all(_SPACES.sub(" ", raw or ""), drawn, runs, link)

    def _say_all(self, words: str, drawn: OpenFormat, runs: Runs, link: str | None) -> None:
        if not drawn.hidden:
            runs.say(words, drawn.letters, link)

    def _note(self, note: Element, drawn: OpenFormat, runs: Runs) -> None:
        """Leave the note's sign in place and move its text to the end."""
        body = child(note, "note-body")
        if body is None or drawn.hidden:
            return
        sign = f"{len(self.notes) + 1})"
        runs.say(sign, drawn.letters, None)
        place = len(self.notes)
        self.notes.append("")
        self.notes[place] = self._blocks(body).replace("<p>", f"<p>{sign} ", 1)

    # what is drawn rather than written

    def _object(self, element: Element) -> str:
        """Pictures and text boxes inside a drawing, in order; of a picture in several formats
        one that browsers show."""
        images = [part for part in element if name_of(part) == "image"]
        if images:
            paths = [attribute(image, "href") for image in images]
            shown = [path for path in paths if path.lower().endswith(_SHOWN)]
            return self._picture(element, (shown or paths)[0])
        blocks = Blocks(self.limit)
        self._fill(blocks, element)
        return blocks.html()

    def _picture(self, frame: Element, path: str) -> str:
        place = self.picture(path)
        if place is None:
            return ""
        about = [child(frame, name) for name in ("desc", "title")]
        alt = next((each.text for each in about if each is not None and each.text), "")
        return self.limit.spend(writing.figure(place, alt))

    def _table(self, table: Element) -> str:
        head, body = rows_of(table, head=True), rows_of(table, head=False)
        if not body:
            head, body = [], head
        top = f"<thead>{self._rows(head, 'th')}</thead>" if head else ""
        return self.limit.spend(f"<table>{top}<tbody>{self._rows(body, 'td')}</tbody></table>")

    def _rows(self, rows: list[list[Element]], tag: str) -> str:
        return "".join(f"<tr>{''.join(self._cell(cell, tag) for cell in row)}</tr>" for row in rows)

    def _cell(self, cell: Element, tag: str) -> str:
        return f"<{tag}{spans(cell)}>{self._blocks(cell)}</{tag}>"


def _is_drawing(element: Element) -> bool:
    return name_of(element) in _DRAWN and str(element.tag).startswith(f"{{{_DRAWINGS}}}")

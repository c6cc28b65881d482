"""Converter from WordprocessingML to HTML."""

from collections.abc import Callable

from board.text.documents.wordml.numbering import WordNumbering
from board.text.documents.wordml.story import WordStory
from board.text.documents.wordml.styles import WordStyles
from board.text.documents.xml import Element


def html(
    document: Element,
    part: Callable[[str], Element | None],
    targets: dict[str, str],
    picture: Callable[[str], int | None],
) -> str:
    """The document as HTML. `part` gives another part by its name, `picture` a picture's place."""
    styles = WordStyles.read(part("styles"))
    numbering = WordNumbering(part("numbering"))
    notes = {kind: part(f"{kind}s") for kind in ("footnote", "endnote")}
    return WordStory(styles, numbering, notes, targets, picture).read(document)

"""Converter from WordprocessingML to HTML."""

from collections.abc import Callable

from board.text.documents.wordml.numbering import Numbering
from board.text.documents.wordml.story import Story
from board.text.documents.wordml.styles import Styles
from board.text.documents.xml import Element


def html(
    document: Element,
    part: Callable[[str], Element | None],
    targets: dict[str, str],
    picture: Callable[[str], int | None],
) -> str:
    """The document as HTML. `part` gives another part by its name, `picture` a picture's place."""
    styles = Styles.read(part("styles"))
    numbering = Numbering(part("numbering"))
    notes = {kind: part(f"{kind}s") for kind in ("footnote", "endnote")}
    return Story(styles, numbering, notes, targets, picture).read(document)

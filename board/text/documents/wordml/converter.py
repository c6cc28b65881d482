"""WordprocessingML converter: entry point of this package."""

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
    """The document as HTML. `part` returns a part by name, `picture` a picture's index."""
    styles = WordStyles.read(part("styles"))
    numbering = WordNumbering(part("numbering"))
    notes = {kind: part(f"{kind}s") for kind in ("footnote", "endnote")}
    return WordStory(styles, numbering, notes, targets, picture).read(document)

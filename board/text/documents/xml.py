"""Safe XML parsing for untrusted files: no DTD, no entities, no external references, bounded
depth."""

from typing import Any, TypeAlias

from lxml import etree

from board.text.documents.unreadable import UnreadableError

Element: TypeAlias = Any  # lxml's; it brings no types


def parse(data: bytes) -> Element:
    """Parse XML and return the root. Raises `UnreadableError` when broken or declaring entities."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise UnreadableError("broken") from None
    if root.getroottree().docinfo.doctype:
        raise UnreadableError("broken")
    return root


def name_of(element: Element) -> str:
    """The element's name without namespace (namespaces change between releases); "" for a
    comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Element, name: str) -> Element | None:
    """The first child of this name, or None."""
    return next((found for found in element if name_of(found) == name), None)

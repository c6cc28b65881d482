"""XML from a stranger: no document type, no entities, no addresses, no bottomless trees."""

from typing import Any, TypeAlias

from lxml import etree

from board.text.documents.unreadable import UnreadableError

Element: TypeAlias = Any  # lxml's; it brings no types


def parse(data: bytes) -> Element:
    """The root of an XML text. Raises `UnreadableError` when it is broken or declares entities."""
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
    """The name without its namespace, which changes from release to release; "" for a remark."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Element, name: str) -> Element | None:
    """The first child of this name."""
    return next((found for found in element if name_of(found) == name), None)

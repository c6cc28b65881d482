"""Single OWPML elements: symbols, numbers, link addresses, picture descriptions."""

import re

from board.text.documents.owpml.numbering import in_digits
from board.text.documents.owpml.styles import number
from board.text.documents.runs import address
from board.text.documents.xml import Element, child

SIGNS = {"nbSpace": "\u00a0", "fwSpace": "\u00a0", "hyphen": "-", "tab": "\t"}
_ESCAPED = re.compile(r"\\(.)")
_OWN_WORDS = ("그림입니다.", "원본 그림의")  # how the program itself describes a picture


def composed(element: Element) -> str:
    """Overlaid or stacked letters as a plain sequence."""
    parts = (child(element, "mainText"), child(element, "subText"))
    return element.get("composeText", "") + "".join(
        part.text or "" for part in parts if part is not None
    )


def link_of(field: Element) -> str | None:
    r"""The address in a link's command, such as `http\://paper.example/1;1;0;0;`."""
    if field.get("type") != "HYPERLINK":
        return None
    for parameter in field.iter("{*}stringParam"):
        if parameter.get("name") in ("Command", "Path"):
            found = address(_ESCAPED.sub(r"\1", parameter.text or ""))
            if found:
                return found
    return None


def number_of(sign: Element) -> str:
    if sign.get("numType", "PAGE") in ("PAGE", "TOTAL_PAGE"):
        return ""
    form = child(sign, "autoNumFormat")
    if form is None:
        return sign.get("num", "")
    written = in_digits(max(number(sign.get("num"), 1), 1), form.get("type", "DIGIT"))
    return f"{form.get('prefixChar', '')}{written}{form.get('suffixChar', '')}"


def alt(remark: Element | None) -> str:
    """A picture's alternative text; the word processor's own default text is dropped."""
    words = ((remark.text if remark is not None else "") or "").strip()
    return "" if words.startswith(_OWN_WORDS) else words

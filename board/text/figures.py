"""Photos in an article body, stored as figures with nothing but the address `/photos/12`.

Description and credit are kept with the photo and inserted when readers get the text.
"""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

from markupsafe import Markup

from board.text.plain import text_of

_ADDRESS = re.compile(r"/photos/([1-9][0-9]{0,17})(?:/[0-9a-z.-]+)?")
_STORED = re.compile(r'<figure><img src="/photos/([0-9]+)"></figure>')
_FIGURE = re.compile(r"<figure>(?:(?!</?figure>).)*</figure>", re.DOTALL)
_PICTURE = re.compile(r'<img src="picture:([0-9]{1,4})"(?: alt="([^"]*)")?[^>]*>')
_SHOWN = Markup(
    '<figure class="photo"><a href="{largest}"><picture>'
    '<source type="image/webp" srcset="{srcset}" sizes="(min-width: 48rem) 46rem, 100vw">'
    '<img src="{address}" width="{width}" height="{height}" alt="{alt}"{when} decoding="async">'
    "</picture></a>{words}</figure>"
)
_AT_ONCE, _LATER = Markup(' fetchpriority="high"'), Markup(' loading="lazy"')
_CREDIT = Markup(' <span class="credit">(사진={})</span>')
_CAPTION = Markup("<figcaption>{}{}</figcaption>")


def figure(photo: int) -> str:
    """The stored HTML of a photo in a body."""
    return f'<figure><img src="/photos/{photo}"></figure>'


def photo_at(address: str) -> int | None:
    """The photo's id in one of our addresses, at any width; None for other addresses."""
    found = _ADDRESS.fullmatch(address)
    return int(found[1]) if found else None


def photos_in(body: str) -> list[int]:
    """The ids of the photos in a body, from top to bottom."""
    return [int(number) for number in _STORED.findall(body)]


def drawn(body: str, draw: Callable[[int], str]) -> str:
    """The body with each photo rendered by `draw`."""
    return _STORED.sub(lambda found: draw(int(found[1])), body)


def with_pictures(html: str, put: Callable[[int, str, str, str], str]) -> str:
    """A document's HTML with each picture replaced by `put(number, alt, caption, HTML above)`.

    A caption below several pictures in one figure goes with the last of them.
    """

    def put_figure(found: re.Match) -> str:
        pictures = list(_PICTURE.finditer(found[0]))
        if not pictures:
            return found[0]
        words = " ".join(text_of(found[0]).split())
        told = [""] * (len(pictures) - 1) + [words]
        above = found.string[: found.start()]
        return "".join(
            put(*_told(each), said, above) for each, said in zip(pictures, told, strict=True)
        )

    html = _FIGURE.sub(put_figure, html)
    return _PICTURE.sub(lambda found: put(*_told(found), "", found.string[: found.start()]), html)


def _told(picture: re.Match) -> tuple[int, str]:
    return int(picture[1]), unescape(picture[2] or "")


def shown(photo: Any, *, first: bool = False) -> Markup:
    """A photo as readers see it; only the first on a page is loaded eagerly."""
    credit = _CREDIT.format(photo.credit) if photo.credit else ""
    return _SHOWN.format(
        address=photo.address(),
        largest=photo.address(photo.widths[-1]),
        srcset=photo.srcset,
        width=photo.width,
        height=photo.height,
        alt=photo.alt,
        when=_AT_ONCE if first else _LATER,
        words=_CAPTION.format(photo.caption, credit) if photo.caption or credit else "",
    )

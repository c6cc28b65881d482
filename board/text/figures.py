"""Photos in a body. Each stands as a figure that holds its address, `/photos/12`, and no more:
what it shows and who took it is kept with the photo and put in when readers get the text."""

import re
from collections.abc import Callable

from markupsafe import Markup

_ADDRESS = re.compile(r"/photos/([1-9][0-9]{0,17})(?:/[0-9a-z.-]+)?")
_STORED = re.compile(r'<figure><img src="/photos/([0-9]+)"></figure>')
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
    """How a photo stands in a body."""
    return f'<figure><img src="/photos/{photo}"></figure>'


def photo_at(address: str) -> int | None:
    """The number of the photo at this address of ours, in whatever width; None elsewhere."""
    found = _ADDRESS.fullmatch(address)
    return int(found[1]) if found else None


def photos_in(body: str) -> list[int]:
    """The numbers of the photos that stand in a body, from top to bottom."""
    return [int(number) for number in _STORED.findall(body)]


def drawn(body: str, draw: Callable[[int], str]) -> str:
    """The body with each of its photos as `draw` shows it."""
    return _STORED.sub(lambda found: draw(int(found[1])), body)


def shown(photo, *, first: bool = False) -> Markup:
    """A photo as readers see it; the first on a page comes at once, others when they come near."""
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

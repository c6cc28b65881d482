"""Picture sizes in a document's HTML: a banner is told from a photo by its shape."""

import re
from collections.abc import Sequence
from pathlib import Path

from board.text.documents.document import Picture

_FORMATS = ("JPEG", "PNG", "GIF")
_IMAGE = re.compile(r'<img src="picture:(\d+)"[^>]*(?=>)')


def added(html: str, pictures: Sequence[Picture]) -> str:
    """The HTML with width and height, in pixels, in each picture that can be measured."""
    sizes = [_measured(picture.path) for picture in pictures]
    return _IMAGE.sub(lambda found: found[0] + sizes[int(found[1])], html)


def _measured(path: Path) -> str:
    from PIL import Image

    try:
        with Image.open(path, formats=_FORMATS) as picture:  # its head alone is read
            return f' width="{picture.width}" height="{picture.height}"'
    except Exception:  # whatever a broken picture makes it say
        return ""

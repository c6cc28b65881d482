"""Pictures of a document, attached to the article as photos in their places."""

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from board.files import photos
from board.files.photos.ahead import ahead_of, make_ahead
from board.files.types import photo_name
from board.models.attachment.attachment import LONGEST_ALT, LONGEST_CAPTION, LONGEST_CREDIT
from board.text import figures
from board.text.documents import Picture
from board.text.photo_credits import credited

if TYPE_CHECKING:
    from board.models.article.article import Article
    from board.models.user.user import User

SMALLEST, THINNEST = 200, 100  # pixels of the longer and the shorter side: less is a logo or a line
_NO_ALT = re.compile(
    r"\s*(?:그림입니다.*|(?:image|picture|그림|사진|img)[\s_-]*\d*|.*\.\w{3,4})\s*", re.S
)


def make_photos_ahead(pictures: Sequence[Picture]) -> None:
    """Process the pictures that will be attached, before a transaction begins."""
    for picture in pictures:
        with suppress(photos.NoPhotoError), picture.path.open("rb") as stream:
            if not _is_small(*photos.measured(stream)):
                make_ahead(picture.path)


class Placing:
    """Attaches pictures. `cut` lists those that were not attached, `problems` why."""

    def __init__(self, article: "Article", pictures: Sequence[Picture], by: "User") -> None:
        self.article, self.pictures, self.by = article, pictures, by
        self.cut: list[dict[str, Any]] = []
        self.problems: list[str] = []
        self._placed: set[int] = set()

    def body(self, html: str) -> str:
        """The HTML with every picture attached and replaced by its address."""
        return figures.with_pictures(html, self._put)

    def _put(self, number: int, alt: str, words: str) -> str:
        if number >= len(self.pictures):
            return ""
        photo = self._attach(self.pictures[number], alt, words)
        if photo is None or photo.id in self._placed:
            if words:
                self._leave_out("caption", words)
            return ""
        self._placed.add(photo.id)
        return figures.figure(photo.id)

    def _attach(self, picture: Picture, alt: str, words: str):
        caption, credit = credited(words)
        with picture.path.open("rb") as stream:
            try:
                name = photo_name(stream, picture.name)
                width, height = photos.measured(stream)
                if _is_small(width, height):
                    self._leave_out("logo", f"{name} ({width}×{height})")
                    return None
                return self.article.attach(
                    stream,
                    name,
                    by=self.by,
                    alt="" if _NO_ALT.fullmatch(alt) else alt[:LONGEST_ALT],
                    caption=caption[:LONGEST_CAPTION],
                    credit=credit[:LONGEST_CREDIT],
                    made=ahead_of(picture.path),
                )
            except ValueError as error:
                self.problems.append(f"{picture.name}: {error}")
                return None

    def _leave_out(self, kind: str, text: str) -> None:
        self.cut.append({"kind": kind, "text": text, "place": 0})


def _is_small(width: int, height: int) -> bool:
    return max(width, height) < SMALLEST or min(width, height) < THINNEST

"""Pictures of a document, attached to the article as photos in their places."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from board.files.staging import Stage
from board.files.types import photo_name
from board.models.attachment.attachment import LONGEST_ALT, LONGEST_CAPTION, LONGEST_CREDIT
from board.text import figures
from board.text.documents import Picture
from board.text.photo_credits import credited
from board.text.plain import text_of

if TYPE_CHECKING:
    from board.models.article.article import Article
    from board.models.attachment.attachment import Attachment
    from board.models.user.user import User

SMALLEST, THINNEST = 200, 100  # pixels of the longer and the shorter side: less is a logo or a line
LONGEST_PLACE = 30  # characters that tell where a picture stood
_NO_ALT = re.compile(
    r"\s*(?:그림입니다.*|(?:image|picture|그림|사진|img)[\s_-]*\d*|.*\.\w{3,4})\s*", re.S
)


class LogoError(ValueError):
    """A picture too small to be a photo; the text names it and its size."""


def stage_photos(pictures: Sequence[Picture], stage: Stage) -> None:
    """Make the pictures ready that will be attached, before a transaction begins."""
    for picture in pictures:
        if picture.path not in stage:
            try:
                _check_size(picture)
                stage.add(picture.path, picture.name)
            except ValueError as error:
                stage.refuse(picture.path, error)


class Placing:
    """Attaches pictures. `cut` lists those that were not attached, `problems` why."""

    def __init__(
        self, article: "Article", pictures: Sequence[Picture], by: "User", stage: Stage
    ) -> None:
        self.article, self.pictures, self.by, self.stage = article, pictures, by, stage
        self.cut: list[dict[str, Any]] = []
        self.problems: list[str] = []
        self._placed: set[int] = set()

    def body(self, html: str) -> str:
        """The HTML with every picture attached and replaced by its address."""
        return figures.with_pictures(html, self._put)

    def _put(self, number: int, alt: str, words: str, above: str) -> str:
        if number >= len(self.pictures):
            return ""
        photo = self._attach(self.pictures[number], alt, words, above)
        if photo is None or photo.id in self._placed:
            if words:
                self._leave_out("caption", words)
            return ""
        self._placed.add(photo.id)
        return figures.figure(photo.id)

    def _attach(self, picture: Picture, alt: str, words: str, above: str) -> "Attachment | None":
        caption, credit = credited(words)
        stage_photos([picture], self.stage)  # done long ago, where others may want to write
        try:
            upload = self.stage.take(picture.path)
            photo = self.article.enclose(
                upload,
                by=self.by,
                alt="" if _NO_ALT.fullmatch(alt) else alt[:LONGEST_ALT],
                caption=caption[:LONGEST_CAPTION],
                credit=credit[:LONGEST_CREDIT],
            )
        except LogoError as error:
            self._leave_out("logo", str(error))
        except ValueError as error:
            self._leave_out("photo", f"{picture.name} ({_place(above)})")
            self.problems.append(f"{picture.name}: {error}")
        else:
            if upload.remark:
                self.problems.append(f"{picture.name}: {upload.remark}")
            return photo
        return None

    def _leave_out(self, kind: str, text: str) -> None:
        self.cut.append({"kind": kind, "text": text, "place": 0})


def _place(above: str) -> str:
    """Where a picture stood, told by the last words of the HTML above it."""
    words = " ".join(text_of(above).split())
    return f"‘{words[-LONGEST_PLACE:].lstrip()}’ 아래" if words else "글 맨 위"


def _check_size(picture: Picture) -> None:
    from board.files.photos.decoding import measured  # loads Pillow

    with picture.path.open("rb") as stream:
        name = photo_name(stream, picture.name)
        width, height = measured(stream)
    if max(width, height) < SMALLEST or min(width, height) < THINNEST:
        raise LogoError(f"{name} ({width}×{height})")

"""Completeness: what an article still lacks before it can be published."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from board.text.plain import is_blank, text_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped

    from board.models.attachment.attachment import Attachment
    from board.models.intake.origin import Origin

UNTITLED = "제목 없는 글"


@dataclass(frozen=True)
class Gap:
    """A missing part: `field` is board_id, title, body or alt (of `photo`)."""

    field: str
    sentence: str
    photo: "Attachment | None" = None


class Completable:
    """Mixin: what is missing for publication."""

    if TYPE_CHECKING:  # of the article
        origin: Origin | None
        title: Mapped[str]
        body: Mapped[str]

        @property
        def photos(self) -> list[Attachment]: ...
        @property
        def undescribed_photos(self) -> list[Attachment]: ...

    @property
    def lacks_board(self) -> bool:
        """Whether nothing said where the release belongs, and nobody has chosen yet."""
        return self.origin is not None and self.origin.lacks_board

    @property
    def gaps(self) -> list[Gap]:
        """All missing parts, in the order of the editor's page."""
        gaps = []
        if self.lacks_board:
            gaps.append(Gap("board_id", "게시판을 골라 주세요."))
        if is_blank(self.title) or self.title == UNTITLED:
            gaps.append(Gap("title", "제목을 써 주세요."))
        if is_blank(text_of(str(self.body))) and not self.photos:
            gaps.append(Gap("body", "본문을 써 주세요."))
        for photo in self.undescribed_photos:
            gaps.append(Gap("alt", f"‘{photo.name}’의 화면 읽기용 설명을 써 주세요.", photo))
        return gaps

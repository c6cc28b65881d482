"""Filing: the board that a release belongs to, guessed from what speaks for one.

The board where this office's releases were published before comes first. Else it is a board whose name,
or the place it is named after, stands in the office's name, the title or the first paragraph. Where
nothing speaks for one board more than for the others, none is chosen. A mail of a known press office
needs no guess: an editor has said where its releases go.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from board.extensions import db
from board.models.article.article import Article
from board.models.site.board import Board
from board.text.plain import text_of

if TYPE_CHECKING:
    from board.models.intake.press_release import PressRelease

MOST_EARLIER = 50  # releases of the same office that are looked at
SHARE = 0.8  # of these that must stand on one board
SHORTEST_NAME = 2  # letters
_PLACE = re.compile(r"(?<=..)(?:특별자치도|특별자치시|특별시|광역시|시|군|구|읍|면|동|도)$")
# How much it says when a board's name stands there.
IN_OFFICE, IN_TITLE, IN_BEGINNING = 4, 3, 2


@dataclass(frozen=True)
class Filing:
    """A board, and the words that speak for it; without a board, nothing did."""

    board: Board | None = None
    because: str = ""

    @classmethod
    def of(cls, release: "PressRelease") -> "Filing":
        return cls._as_before(release.organisation) or cls._by_name(release) or cls()

    @property
    def guesses(self) -> list[dict[str, str]]:
        """The guess to be confirmed; none where an editor chose the board."""
        if self.board is None or not self.because:
            return []
        return [{"field": "board", "value": self.board.full_name, "line": self.because}]

    @classmethod
    def _as_before(cls, organisation: str) -> "Filing | None":
        """The board of the office's earlier releases, if most of them stand on one."""
        if not organisation:
            return None
        latest = (
            select(Article.board_id)
            .where(Article.source == organisation, Article.published_at.is_not(None))
            .order_by(Article.id.desc())
            .limit(MOST_EARLIER)
            .subquery()
        )
        counted = select(latest.c.board_id, func.count()).group_by(latest.c.board_id)
        boards: dict[int, int] = dict(iter(db.session.execute(counted)))
        best = max(boards, key=boards.__getitem__, default=None)
        if best is None or boards[best] < SHARE * sum(boards.values()):
            return None
        because = f"{organisation}의 지난 보도자료 {boards[best]}건이 이 게시판에 있습니다."
        return cls(db.session.get(Board, best), because)

    @classmethod
    def _by_name(cls, release: "PressRelease") -> "Filing | None":
        """The board whose name says most; None when two say as much."""
        places = (
            (release.organisation, IN_OFFICE),
            (release.title, IN_TITLE),
            (_first_paragraph(release.body), IN_BEGINNING),
        )
        found = []
        for board in db.session.scalars(Board.in_order()):
            said = [(points, text) for text, points in places if _names(board.name, text)]
            if said:
                found.append((max(said), board))
        found.sort(key=lambda each: each[0][0], reverse=True)
        if not found or (len(found) > 1 and found[0][0][0] == found[1][0][0]):
            return None
        (_, words), board = found[0]
        return cls(board, words)


def _names(name: str, text: str) -> bool:
    """Whether a word of the text begins with the board's name, or with its place."""
    return any(re.search(rf"(?<![가-힣\w]){re.escape(each)}", text) for each in _spellings(name))


def _spellings(name: str) -> Iterable[str]:
    bare = _PLACE.sub("", name.strip())
    return [each for each in (name.strip(), bare) if len(each) >= SHORTEST_NAME]


def _first_paragraph(body: str) -> str:
    return text_of(body.partition("</p>")[0])

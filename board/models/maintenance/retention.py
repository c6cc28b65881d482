"""Retention: erase data past its retention time, in small batches, so that a running site never
waits long."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import ColumnElement, Select, delete

from board import clock
from board.extensions import db
from board.files.upgrade_copies import COPIES_KEPT, erase_copies, old_copies
from board.models.article import purged as purged_articles
from board.models.article.deletable import KEPT_FOR
from board.models.audit.origin import AuditSalt
from board.models.comment import purged as purged_comments
from board.models.comment.removal import UNDO_FOR
from board.models.legal.correction.request import CorrectionRequest
from board.models.legal.receipted import KEPT, Receipted
from board.models.legal.takedown.request import TakedownRequest
from board.models.maintenance import addresses, originals, orphan_files
from board.models.moderation.block import Block
from board.models.outbox import REMEMBERED_FOR, OutgoingMail
from board.models.rate_limits import Throttle
from board.models.traffic.views import Reading
from board.models.user.session import Session
from board.text.korean import josa, span


@dataclass(frozen=True)
class Chore:
    """One kind of data to erase: `due()` selects it, `do(ids)` erases it and returns how much; both
    within the caller's transaction. `name` is its Korean name."""

    name: str
    due: Callable[[], Iterable]
    do: Callable[[Sequence], int]
    at_once: int = 200

    def count(self) -> int:
        return sum(1 for _ in self.due())

    def some(self) -> list:
        return list(islice(self.due(), self.at_once))


def chores(address_days: int) -> Iterator[Chore]:
    """All kinds of data to erase; client addresses after `address_days`."""
    yield from _of_comments()
    yield Chore(
        f"지운 지 {josa(span(KEPT_FOR), '이/가')} 지난 글과 그 파일",
        lambda: _rows(purged_articles.beyond_return()),
        purged_articles.delete_for_good,
        at_once=5,
    )
    for kind, name in addresses.KEEPERS.items():
        yield _addresses_of(kind, name, address_days)
    yield _rows_of(
        AuditSalt,
        f"{address_days}일이 지난 기록에서 주소(IP)를 알아내는 열쇠",
        lambda: AuditSalt.is_older_than(address_days),
    )
    for asked, name in ((CorrectionRequest, "정정 청구"), (TakedownRequest, "게시중단 요청")):
        yield _names_in(asked, name)
    yield _rows_of(
        OutgoingMail, f"{josa(span(REMEMBERED_FOR), '이/가')} 지난 편지", OutgoingMail.is_done_with
    )
    yield _rows_of(Session, "끝난 로그인", Session.is_over)
    yield _rows_of(Throttle, "지난 횟수 제한", Throttle.is_over)
    yield _rows_of(Block, "기한이 지난 차단", lambda: Block.until <= clock.now())
    yield Chore("지난날의 방문 기록", lambda: _rows(Reading.past_days()), _forget_past_days)
    yield Chore(
        f"{josa(span(COPIES_KEPT), '이/가')} 지난, 새 판으로 올리기 전의 데이터베이스 사본",
        old_copies,
        erase_copies,
    )
    yield Chore("글이 없는 파일", orphan_files.orphans, orphan_files.discard_orphans)


def _of_comments() -> Iterator[Chore]:
    yield Chore(
        f"지운 지 {josa(span(UNDO_FOR), '이/가')} 지난 댓글의 말과 이름",
        lambda: _rows(purged_comments.with_words_left()),
        purged_comments.erase_words,
    )
    yield Chore(
        "그 가운데 답글이 없는 댓글의 자리",
        lambda: _rows(purged_comments.without_answers()),
        purged_comments.delete_places,
    )
    yield Chore(
        f"{josa(span(UNDO_FOR), '이/가')} 지난 댓글의 가린 번호",
        lambda: _rows(originals.beyond_ruling()),
        originals.erase_originals,
    )


def _addresses_of(kind: addresses.Keeper, name: str, days: int) -> Chore:
    return Chore(
        f"{days}일이 지난 {name}에 남은 주소(IP)",
        lambda: _rows(addresses.with_old_address(kind, days)),
        lambda ids: addresses.forget_addresses(kind, ids),
    )


def _names_in(kind: type[Receipted], name: str) -> Chore:
    return Chore(
        f"{josa(span(KEPT), '이/가')} 지난 {name}에 적힌 이름과 연락처",
        lambda: _rows(kind.to_forget()),
        lambda _ids: kind.erase_old(),
    )


def _rows_of(
    kind: type[AuditSalt | OutgoingMail | Session | Throttle | Block],
    name: str,
    is_over: Callable[[], ColumnElement[bool]],
) -> Chore:
    """A chore that only deletes rows."""

    def let_go(ids: Sequence[int]) -> int:
        statement = delete(kind).where(kind.id.in_(ids), is_over())
        return db.change(statement.execution_options(synchronize_session=False))

    return Chore(name, lambda: _rows(db.select(kind.id).where(is_over())), let_go)


def _rows(question: Select) -> Iterator:
    return db.session.scalars(question.execution_options(yield_per=1000))


def _forget_past_days(days: Sequence) -> int:
    Reading.forget_before(clock.today())
    return len(days)

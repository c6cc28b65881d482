"""Component gallery: every UI component in every state, for the eye and for browser tests."""

from datetime import UTC, datetime
from functools import partial
from types import SimpleNamespace as Stand

from flask import Blueprint, render_template
from werkzeug.datastructures import MultiDict

from board.access.doors import anyone, open_to
from board.forms.comments import CommentForm
from board.forms.dev.components import SpecimenForm
from board.models import Article, Board, Comment, Removal
from board.models.screens.thread import ThreadItem
from board.models.user.authenticated import SHORTEST_GUEST_PASSWORD
from board.pages.templating import static_url
from board.text import figures

bp = Blueprint("components", __name__)

WRITTEN = datetime(2026, 3, 2, 5, 20, tzinfo=UTC)
LONG_TITLE = (
    "물돌이마을 주민 이백여 명이 힘을 모아 되살린 옛 나루터, 다음 달 첫 토요일에 다시 배 띄운다"
)
WRONG = {
    "body": "스무 해 동안 나루를 건너다닌 사람으로서 꼭 한마디를 남기고 싶어 이렇게 길게 씁니다."
}


@bp.get("/components")
@open_to(anyone)
def show():
    article, somebody = _article(), _viewer()
    comment_form = CommentForm(formdata=MultiDict({"body": "한마디", "nickname": "강바람"}))
    comment_form.password.errors = [f"비밀번호를 {SHORTEST_GUEST_PASSWORD}자 이상 정해 주세요."]
    wrong = SpecimenForm(formdata=MultiDict(WRONG))
    wrong.validate()
    wrong.form_errors.append("아이디나 비밀번호가 맞지 않습니다.")
    return render_template(
        "dev/components/show.html",
        form=SpecimenForm(formdata=None, board="free", name="물안개"),
        wrong=wrong,
        rows=_rows(),
        sheets=[_sheet(page) for page in (1, 13, 24)],
        photos=[_photo(caption="다시 놓인 나룻배", credit="물돌이신문"), _photo()],
        article=article,
        items=_items(article, somebody),
        somebody=somebody,
        comment_form=comment_form,
    )


def _rows() -> list[Stand]:
    """List rows: pinned, being read, new with every mark, bare with a long title."""
    return [
        _row("공지", "댓글 운영 원칙을 알려 드립니다", is_notice=True),
        _row("열람중", "새 쉼터가 문을 열었습니다", is_current=True, comments_count=3),
        _row(1204, "첫 배가 떴습니다", comments_count=1200, is_new=True, has_attachments=True),
        _row(1203, LONG_TITLE, views_count=12_400),
    ]


def _row(mark: str | int, title: str, **more) -> Stand:
    usual = {"comments_count": 0, "recommendations_count": 2, "views_count": 108}
    flags = dict.fromkeys(("is_new", "has_attachments", "is_notice", "is_current"), False)
    told = {"id": 1, "title": title, "byline": "나루 기자", "published_at": WRITTEN}
    return Stand(mark=mark, **(told | flags | usual | more))


def _sheet(page: int, pages: int = 24) -> Stand:
    start = (page - 1) // 10 * 10 + 1
    end = min(start + 9, pages)
    return Stand(
        page=page,
        pages=pages,
        board=None,
        sort="date",
        block=lambda _size: list(range(start, end + 1)),
        previous_block=start - 1 or None,
        next_block=end + 1 if end < pages else None,
    )


def _photo(caption: str = "", credit: str = "") -> Stand:
    address = static_url("images/share.png")
    photo = Stand(
        address=lambda _width=None: address,
        widths=[1200],
        srcset=f"{address} 1200w",
        width=1200,
        height=630,
        alt="물결 위에 놓인 나루의 표지",
        caption=caption,
        credit=credit,
    )
    photo.figure = partial(figures.shown, photo)
    return photo


def _article() -> Article:
    """An article that is never added to a session, like the comments below."""
    board = Board(id=1, slug="solnae", name="솔내시", commenting="guest", recommending="guest")
    return Article(id=1, title="새 쉼터가 문을 열었습니다", board=board, published_at=WRITTEN)


def _items(article: Article, viewer: Stand) -> list[ThreadItem]:
    """Comments: recommended, edited by the writer, replies at three depths, two removed ones."""
    first = _comment(1, article, body="배 시간이 늘어 반갑습니다.", recommendations_count=12)
    own = _comment(2, article, body="요금은 그대로입니까.", edited_at=WRITTEN)
    words = "그대로라고 합니다.\n\n표는 나루터에서 팝니다."
    answers = [_comment(depth + 2, article, body=words, depth=depth) for depth in (1, 2, 3)]
    answers[-1].parent = answers[-2]
    gone = _comment(6, article, removal=Removal(by_author=True))
    taken = _comment(7, article, removal=Removal(by_author=False, reason="abuse"))
    items = [ThreadItem(comment, viewer) for comment in (own, *answers, gone, taken)]
    return [ThreadItem(first, viewer, recommended=True), *items]


def _comment(id: int, article: Article, **more) -> Comment:
    usual = {"body": "", "depth": 0, "recommendations_count": 0, "password_hash": ""}
    given = {"nickname": "강바람", "created_at": WRITTEN, "article": article}
    return Comment(id=id, **(usual | given | more))


def _viewer() -> Stand:
    """A viewer who wrote the second comment and has just deleted the sixth."""
    return Stand(
        is_guest=True,
        can_recommend=lambda thing: thing.id not in (2, 6),
        can_comment_on=lambda _article: True,
        can_report=lambda comment: comment.id != 2,
        can_edit=lambda comment: comment.id == 2,
        can_remove=lambda comment: comment.id == 2,
        can_restore=lambda comment: comment.id == 6,
        can_object=lambda _comment: False,
        is_author_of=lambda _thing: False,
    )

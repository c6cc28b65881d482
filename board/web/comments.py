"""Comments under an article: reading, writing, editing."""

from contextlib import AbstractContextManager, nullcontext

from flask import Blueprint, abort, redirect, render_template, request, url_for

from board.access.doors import anyone, open_to
from board.access.guest_password import asks_password, check_guess
from board.access.suspended import refuse_suspended
from board.access.throttling import pace, paced
from board.bots.honeypot import suspicions
from board.current import known_viewer, origin, the_viewer, viewer
from board.extensions import db
from board.forms.comments import CommentClaimForm, CommentEditForm, CommentForm, new_form
from board.http.flash import notice
from board.http.htmx import answer, wants_fragment
from board.http.page_cache import shared
from board.http.params import LARGEST_ID, page_number, possible_id
from board.models import (
    NOT_EDITABLE,
    Article,
    Comment,
    Cursor,
    Submission,
    Thread,
    TooLateError,
    WarnedError,
    cursor_of,
    last_answer,
    page_of,
)
from board.models.comment.editable import GONE
from board.models.screens.thread import NEWEST, ThreadItem
from board.models.user.authenticated import hash_password
from board.pages.errors import say, sign_in_first
from board.pages.templating import dom_id, draft_of

bp = Blueprint("comments", __name__)

CLOSED = "이 글에는 댓글을 쓸 수 없습니다. 댓글이 닫혔거나 회원만 쓸 수 있는 게시판입니다."


@bp.get("/articles/<int:article_id>/comments")
@open_to(anyone)
@shared("page", "order", "after")
def index(article_id: int):
    article = db.first_or_404(Article.readable_by(viewer).filter_by(id=article_id))
    if (page := page_number()) > 1:  # the address a page had before its cursor
        return redirect(_page_address(article, cursor_of(article, viewer, page), "comments"), 303)
    thread = Thread(article, the_viewer(), order=request.args.get("order", ""), after=_cursor())
    template = "comments/index.hx.html" if wants_fragment() else "comments/index.html"
    return render_template(template, article=article, thread=thread, new_form=new_form)


@bp.get("/articles/<int:article_id>/comments/new")
@open_to(anyone)
def new(article_id: int):
    article = db.first_or_404(Article.readable_by(viewer).filter_by(id=article_id))
    parent = _parent(article, request.args.get("parent", type=possible_id))
    form = CommentForm(formdata=None, parent_id=parent and parent.id)
    template = "comments/new.hx.html" if wants_fragment() else "comments/new.html"
    return render_template(template, article=article, parent=parent, form=form)


@bp.post("/articles/<int:article_id>/comments")
@open_to(anyone)
def create(article_id: int):
    article = Article.bare(article_id, viewer) or abort(404)
    if not viewer.can_comment_on(article):
        if viewer.is_guest and article.comments_open and article.board.commenting == "member":
            return sign_in_first()
        raise say(403, CLOSED)
    refuse_suspended()
    form = CommentForm(for_guest=viewer.is_guest)
    parent = _parent(article, form.parent_id.data)
    if not form.validate_on_submit():
        said = {"article": article, "form": form, "parent": parent}
        return answer("comments/_form.html", otherwise="comments/new.html", status=422, **said)
    hashed = None
    if viewer.is_guest:
        pace("comment")  # commits: nothing is locked while the password is hashed
        hashed = hash_password(form.password.data)
    try:
        with nullcontext() if hashed else _paced():
            comment = article.add_comment(_submission(form, parent, hashed))
            db.commit()
    except WarnedError as warning:
        at = f"reply-{parent.id}-" if parent else "write-"
        said = {"article": article, "form": form, "parent": parent}
        return _warn(warning, "comments/new.html", at, **said)
    return _written(comment)


@bp.get("/comments/<int:comment_id>")
@open_to(anyone)
def show(comment_id: int):
    return redirect(address_of(_find(comment_id)), 303)


@bp.get("/comments/<int:comment_id>/edit")
@open_to(anyone)
def edit(comment_id: int):
    comment = _editable(comment_id)
    if not viewer.can_read(comment):
        return _claim_page(comment)
    return _edit_page(comment, CommentEditForm(formdata=None, body=comment.body))


@bp.post("/comments/<int:comment_id>/edit")
@open_to(anyone)
def update(comment_id: int):
    comment = _editable(comment_id)
    refuse_suspended()
    form = CommentEditForm()
    if not (form.validate_on_submit() and check_guess(comment, form)):
        return _edit_page(comment, form, status=422)
    try:
        with _paced():
            comment.edit(form.body.data, address=origin()[0], warned=form.is_warned)
            db.session.commit()
    except WarnedError as warning:
        return _warn(
            warning,
            "comments/edit.html",
            f"edit-{comment.id}-",
            form=form,
            comment=comment,
            editing=comment,
            article=comment.article,
            needs_password=asks_password(comment, form),
        )
    except TooLateError as error:
        raise say(409, str(error)) from error
    said = _said(comment, "댓글을 고쳤습니다.")
    if not wants_fragment():
        notice(said, _kind(comment), at=dom_id(comment))
    return answer(
        "comments/update.hx.html",
        otherwise=address_of(comment),
        item=Thread.alone(comment, viewer),
        article=comment.article,
        say=said,
    )


def address_of(comment: Comment) -> str:
    """The address of a comment: its page of the thread, and its anchor there."""
    return _page_address(comment.article, page_of(comment, viewer), dom_id(comment))


def _page_address(article: Article, after: Cursor | None, anchor: str) -> str:
    if after is None:
        return url_for("articles.show", article_id=article.id, _anchor=anchor)
    return url_for("comments.index", article_id=article.id, after=after, _anchor=anchor)


def _cursor() -> Cursor | None:
    """The cursor in the query string; 404 for anything that is none."""
    text = request.args.get("after")
    try:
        return Cursor.read(text) if text else None
    except ValueError:
        abort(404)


def _paced() -> AbstractContextManager[None]:
    """Staff answer as many readers as they like, from an office that shares one address."""
    return nullcontext() if viewer.is_staff else paced("comment")


def _submission(form: CommentForm, parent: Comment | None, hashed: str | None) -> Submission:
    return Submission(
        form.body.data,
        by=known_viewer(),
        nickname=form.nickname.data,
        password_hash=hashed,
        parent=parent,
        once=form.once.data,
        origin=origin(),
        warned=form.is_warned,
        suspicions=suspicions(),
    )


def _warn(warning: WarnedError, page: str, at: str, *, form, **said):
    """Screening warning before sending. With htmx only the end of the form is replaced: typed text
    and password stay where they are."""
    form.flags = warning.flags
    db.session.rollback()  # the stamp of the form is still good for what is sent next
    response = answer("comments/_ends.html", otherwise=page, status=422, form=form, at=at, **said)
    response.headers["HX-Retarget"] = f"#{at}ends"
    return response


def _written(comment: Comment):
    said = _said(comment, "댓글을 등록했습니다.")
    if comment.repeated:
        said = "방금 같은 댓글을 등록했습니다."
    if not wants_fragment():
        notice(said, _kind(comment), at=dom_id(comment))
        notice(draft_of(comment.article, comment.parent), at="stored")
        return redirect(address_of(comment), 303)
    # One sent twice stands already, or was taken back since: it needs no place.
    order = request.args.get("order")
    place, target = ("", "") if comment.repeated else _place(comment, order)
    return render_template(
        "comments/create.hx.html",
        article=comment.article,
        comment=comment,
        item=Thread.alone(comment, viewer) if comment.repeated else ThreadItem(comment, viewer),
        place=place,
        place_target=target,
        repeated=comment.repeated,
        say=said,
        form=CommentForm(formdata=None),
    )


def _said(comment: Comment, done: str) -> str:
    """The sentence after sending: the comment is shown, or held for review."""
    if comment.hold is None:
        return done
    return f"운영자가 확인한 뒤에 보입니다. 사유: {comment.hold.reasons}"


def _kind(comment: Comment) -> str:
    return "ok" if comment.hold is None else "warn"


def _find(comment_id: int) -> Comment:
    return Comment.readable(comment_id, viewer) or abort(404)


def _editable(comment_id: int) -> Comment:
    comment = _find(comment_id)
    if comment.is_decided_on:
        raise say(409, GONE)
    if not viewer.can_edit(comment):
        raise say(403, NOT_EDITABLE)
    return comment


def _parent(article: Article, parent_id: int | None) -> Comment | None:
    """The comment that is answered; it must belong to this article."""
    if parent_id is None:
        return None
    parent = _find(parent_id) if parent_id <= LARGEST_ID else None
    if parent is None or parent.article_id != article.id:
        abort(404)
    if not parent.is_shown:  # its words are not to be seen, not even above an answer
        raise say(
            409, "그사이 지워지거나 가려진 댓글이라 답글을 달 수 없습니다. 새 댓글로 써 주세요."
        )
    return parent


def _edit_page(comment: Comment, form: CommentEditForm, status: int = 200):
    return answer(
        "comments/edit.hx.html",
        otherwise="comments/edit.html",
        status=status,
        comment=comment,
        article=comment.article,
        form=form,
        needs_password=asks_password(comment, form),
    )


def _claim_page(comment: Comment):
    return answer(
        "comment_claims/_form.html",
        otherwise="comment_claims/new.html",
        comment=comment,
        article=comment.article,
        form=CommentClaimForm(formdata=None),
    )


def _place(comment: Comment, order: str | None) -> tuple[str, str]:
    """Where to insert the new comment: (htmx swap style, CSS selector)."""
    if comment.parent_id is not None:
        return "afterend", f"#{dom_id(last_answer(comment, viewer))}"
    return ("afterbegin" if order == NEWEST else "beforeend"), "#thread"

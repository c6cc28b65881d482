"""Filling the editor from an attached document; nothing is overwritten unasked."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Blueprint, abort, g, make_response, redirect, render_template, url_for

from board.extensions import db, take_turns
from board.files.sandbox import UnreadableError, opened
from board.files.staging import Stage
from board.forms.newsroom.attachment_readings import FillingForm, has_no_body
from board.http.flash import notice
from board.models import Article, Attachment, Board, OtherWindowError, PressRelease

bp = Blueprint(
    "attachment_readings", __name__, url_prefix="/attachments/<int:attachment_id>/filling"
)


@bp.get("/new")
def new(attachment_id: int):
    try:
        with _read(attachment_id) as release:
            return _page(attachment_id, release=release)
    except ValueError as error:
        return _page(attachment_id, 422, problem=str(error))


@bp.post("")
def create(attachment_id: int):
    _find(attachment_id)
    form = FillingForm()
    if not form.validate():
        notice("어떻게 가져올지 골라 주세요.", "danger")
        return redirect(
            url_for("newsroom.attachment_readings.new", attachment_id=attachment_id), 303
        )
    try:
        with _read(attachment_id) as release, Stage() as stage:
            return _filled(attachment_id, form, release.staged(stage))
    except ValueError as error:
        db.session.rollback()
        return _page(attachment_id, 422, problem=str(error))


def _filled(attachment_id: int, form: FillingForm, release: PressRelease):
    take_turns(f"filling {attachment_id}")
    article = _find(attachment_id).article
    onward = redirect(url_for("newsroom.articles.edit", article_id=article.id), 303)
    if form.is_done(article):
        return onward
    boards = list(db.session.scalars(Board.in_order()))
    try:
        problems = form.fill(article, release, boards, by=g.viewer)
    except OtherWindowError:
        db.session.rollback()
        notice(
            "다른 창에서 이 글을 고쳐서 가져오지 않았습니다. 글을 저장하거나 되돌린 뒤 다시 해 주세요.",
            "danger",
        )
        return onward
    db.session.commit()
    notice("문서에서 가져왔습니다. 저장하기 전에는 되돌릴 수 있습니다.")
    for problem in problems:
        notice(problem, "danger")
    return onward


@contextmanager
def _read(attachment_id: int) -> Iterator[PressRelease]:
    """The document's content. Parsing takes seconds, during which nothing may be locked."""
    file = _find(attachment_id)
    path, name = file.path(), file.name
    db.session.commit()
    with opened(path, name) as document:
        release = PressRelease.of(document, name)
        if not release.body:
            raise UnreadableError("empty", name)
        yield release


def _find(attachment_id: int) -> Attachment:
    """The attachment; admins may see every article, so no further check is needed."""
    file = db.first_or_404(Article.enclosure(attachment_id))
    return file if file.is_document else abort(404)


def _page(attachment_id: int, status: int = 200, **context):
    file = _find(attachment_id)
    context |= {"form": FillingForm.of(file.article), "is_empty": has_no_body(file.article)}
    page = render_template(
        "newsroom/attachment_readings/new.html", file=file, article=file.article, **context
    )
    return make_response(page, status)

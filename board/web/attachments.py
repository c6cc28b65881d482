"""Attachment downloads: never displayed or run inside the site."""

from flask import Blueprint, abort, redirect, send_file

from board.access.doors import anyone, open_to
from board.current import viewer
from board.extensions import db
from board.models import Article, Attachment

bp = Blueprint("attachments", __name__)

POLICY = "sandbox; default-src 'none'"


@bp.get("/attachments/<int:attachment_id>/<path:name>")
@open_to(anyone)
def show(attachment_id: int, name: str):
    attachment = db.first_or_404(
        Article.enclosures_readable_by(viewer).where(Attachment.id == attachment_id)
    )
    if attachment.is_photo or not attachment.path().is_file():
        abort(404)
    if name != attachment.name:
        return redirect(attachment.address(), 301)
    response = send_file(
        attachment.path(),
        mimetype=attachment.media_type,
        as_attachment=True,
        download_name=attachment.name,
        etag=attachment.digest,
        last_modified=attachment.created_at,
    )
    response.headers["Content-Security-Policy"] = POLICY
    if not attachment.article.is_published:
        response.headers["Cache-Control"] = "private, no-store"
    return response

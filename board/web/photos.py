"""Photo files in all their widths; an address never changes its content.

Caches keep a photo for a day and then ask again: so long may one be seen that was withdrawn.
"""

from flask import Blueprint, abort, redirect, send_file

from board.access.doors import anyone, open_to
from board.current import viewer
from board.extensions import db
from board.models import Article, Attachment

bp = Blueprint("photos", __name__)

MEDIA_TYPES = {"webp": "image/webp", "jpg": "image/jpeg"}
POLICY = "sandbox; default-src 'none'"
A_DAY = 86400  # seconds


@bp.get("/photos/<int:photo_id>", defaults={"part": ""})
@bp.get("/photos/<int:photo_id>/<part>")
@open_to(anyone)
def show(photo_id: int, part: str):
    photo = db.first_or_404(Article.enclosures_readable_by(viewer).where(Attachment.id == photo_id))
    if photo.is_photo and not part:
        return redirect(photo.address(photo.widths[-1]))
    file = photo.file_of(part)
    if photo.has_had(part):
        return redirect(photo.address())  # what stood there before it was retouched is gone
    if not file or not photo.path(file).is_file():
        abort(404)
    response = send_file(
        photo.path(file),
        mimetype=MEDIA_TYPES[part.rpartition(".")[2]],
        etag=f"{photo.digest}-{part}",
        last_modified=photo.created_at,
        max_age=A_DAY,
    )
    response.headers["Content-Security-Policy"] = POLICY
    if photo.article.is_published:
        response.cache_control.must_revalidate = True
    else:
        response.headers["Cache-Control"] = "private, no-store"
    return response

"""Reverting a photo."""

from board.extensions import db
from tests.support import files
from tests.support.retouching import blur, crop


def test_all_that_was_done_is_undone_and_twice_is_once(visit, admin, article):
    photo = article.attach(files.picture(), "쉼터.jpg", by=admin)
    blur(photo, (0, 0, 0.5, 0.5), by=admin)
    crop(photo, (0, 0, 0.5, 0.5), by=admin)
    db.session.commit()
    desk = visit(admin)
    assert "처음 사진으로 되돌리기" in desk.get(f"/newsroom/attachments/{photo.id}/crop/new").text
    for _ in range(2):
        answer = desk.submit(f"/newsroom/attachments/{photo.id}/original")
        assert answer.status_code == 303
        db.session.expire_all()
        assert (photo.width, photo.height, photo.version, photo.edits) == (1600, 1000, 4, [])
    page = desk.get(f"/newsroom/attachments/{photo.id}/crop/new").text
    assert "처음 사진으로 되돌리기" not in page

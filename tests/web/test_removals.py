"""Comment removal: by a moderator with a reason, by its writer; never by anybody else."""

import re

import pytest

from board.extensions import db
from board.models import AuditEntry, Comment

GUEST = {"nickname": "지나던 이", "password": "나무다리"}


@pytest.fixture
def comment(article, reader):
    return article.comment("싸게 팝니다 광고", by=reader)


def removed(comment):
    db.session.expire_all()
    return db.session.get(Comment, comment.id).removal


def test_a_moderator_removes_without_leaving_the_page(visit, moderator, comment):
    bora = visit(moderator)
    form = bora.htmx(f"/comments/{comment.id}/removal").text
    assert "광고" in form and "도배" in form
    answer = bora.submit(
        f"/comments/{comment.id}/removal", htmx=True, reason="ad", note="링크 장사"
    )
    assert "운영자가 지운 댓글입니다. 사유: 광고" in answer.text
    assert "싸게 팝니다" not in answer.text and 'id="counts"' in answer.text
    entry = db.session.scalar(AuditEntry.newest())
    assert (entry.action, entry.actor_id, entry.detail["note"]) == (
        "comment.remove",
        moderator.id,
        "링크 장사",
    )


def test_a_moderator_removes_with_a_plain_form(visit, moderator, comment, article):
    bora = visit(moderator)
    answer = bora.submit(f"/comments/{comment.id}/removal", reason="ad")
    assert answer.status_code == 303
    page = visit().get(f"/articles/{article.id}").text
    assert "운영자가 지운 댓글입니다. 사유: 광고" in page and "싸게 팝니다" not in page


def test_without_a_reason_nothing_happens(visit, moderator, comment):
    answer = visit(moderator).submit(f"/comments/{comment.id}/removal")
    assert answer.status_code == 422 and "사유를 골라 주세요" in answer.text
    assert removed(comment) is None


@pytest.mark.parametrize("who", ["guest", "reader"])
def test_others_are_refused(visit, other_reader, comment, who):
    visitor = visit(other_reader if who == "reader" else None)
    answer = visitor.submit(f"/comments/{comment.id}/removal", reason="ad")
    assert answer.status_code == 403 and removed(comment) is None


def test_sent_twice_it_is_one_removal(visit, moderator, comment):
    bora = visit(moderator)
    for _ in range(2):
        assert bora.submit(f"/comments/{comment.id}/removal", reason="ad").status_code == 303
    db.session.expire_all()
    assert db.session.query(AuditEntry).filter_by(action="comment.remove").count() == 1
    assert comment.article.comments_count == 0


def test_a_guest_removes_with_the_password(client, article, guest):
    comment = article.comment("지울 말", by=guest, **GUEST)
    assert "비밀번호" in client.get(f"/comments/{comment.id}/removal").text
    wrong = client.submit(f"/comments/{comment.id}/removal", password="돌다리")
    assert wrong.status_code == 422 and removed(comment) is None
    client.submit(f"/comments/{comment.id}/removal", password="나무다리")
    assert removed(comment).by_author


@pytest.mark.parametrize("htmx", [True, False])
def test_a_guest_removes_a_held_comment_whose_words_nobody_shows(client, article, guest, htmx):
    comment = article.comment("가려진 말", by=guest, **GUEST)
    comment.hold_back("machine", [])
    place = f"/comments/{comment.id}/removal"
    page = (client.htmx if htmx else client.get)(place).text
    assert 'name="password"' in page and "가려진 말" not in page and "지나던 이" not in page
    wrong = client.submit(place, htmx=htmx, password="돌다리")
    assert wrong.status_code == 422 and "가려진 말" not in wrong.text
    assert removed(comment) is None
    right = client.submit(place, htmx=htmx, password="나무다리")
    assert right.status_code == (200 if htmx else 303) and removed(comment).by_author


def test_a_member_removes_the_own_comment_without_giving_a_reason(visit, reader, comment):
    visit(reader).submit(f"/comments/{comment.id}/removal")
    assert removed(comment).sentence == "작성자가 지운 댓글입니다."


def test_a_moderator_deletes_no_words_that_were_not_read(visit, moderator, reader, comment):
    bora, place = visit(moderator), f"/comments/{comment.id}/removal"
    read = re.search(r'name="seen" value="([^"]+)"', bora.htmx(place).text)[1]
    comment.edit("값은 글 아래에 적었습니다.")
    answer = bora.submit(place, htmx=True, reason="ad", seen=read)
    assert answer.status_code == 409 and removed(comment) is None
    assert "그사이 바뀐 댓글입니다" in answer.text and "값은 글 아래에" in answer.text
    now = re.search(r'name="seen" value="([^"]+)"', answer.text)[1]
    assert bora.submit(place, htmx=True, reason="ad", seen=now).status_code == 200
    assert removed(comment).reason == "ad"

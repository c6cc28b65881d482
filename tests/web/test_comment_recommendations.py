"""Recommending a comment."""

from board.extensions import db
from board.models import Ruling


def test_a_guest_agrees_and_takes_it_back(client, article, reader):
    comment = article.comment("옳은 말", by=reader)
    address = f"/comments/{comment.id}/recommendation"
    answer = client.submit(address, htmx=True, recommended="yes")
    assert "추천했습니다. 모두 1명" in answer.text
    client.submit(address, recommended="no")
    db.session.refresh(comment)
    assert comment.recommendations_count == 0


def test_without_a_script_the_comment_says_what_happened(client, article, reader):
    article.comment("다른 말", by=reader)
    comment = article.comment("옳은 말", by=reader)
    answer = client.submit(f"/comments/{comment.id}/recommendation", recommended="yes")
    shown = client.get(f"/articles/{article.id}").text
    assert answer.location == f"/comments/{comment.id}"
    assert (
        "추천했습니다. 모두 1명" in shown.split(f'id="comment-{comment.id}"')[1].split("</li>")[0]
    )


def test_nobody_agrees_with_the_own_comment_or_with_a_removed_one(
    visit, article, reader, other_reader, moderator
):
    comment = article.comment("내 말", by=reader)
    address = f"/comments/{comment.id}/recommendation"
    assert visit(reader).submit(address, recommended="yes").status_code == 403
    Ruling.make(moderator, "remove", {comment: comment.seen}, reason="flood")
    late = visit(other_reader).submit(address, recommended="yes")
    assert late.status_code == 409 and "그사이 지워지거나 가려진 댓글" in late.text

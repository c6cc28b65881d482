"""Ending slow mode."""

from board.models import Slowdown


def test_a_moderator_opens_the_comments_again(client, visit, moderator, article):
    slowdown = Slowdown.place(article, by=moderator, seconds=None)
    bora = visit(moderator)
    page = bora.get(f"/moderation/articles/{article.id}/slowdowns/new").text
    assert "지금: 댓글을 닫은 글입니다." in page
    for _twice in range(2):
        bora.submit(f"/moderation/slowdowns/{slowdown.id}/lifting")
    assert "<textarea" in client.get(f"/articles/{article.id}").text

"""Track record of writers."""

from board.extensions import db
from board.models import Guest, Record, Ruling
from board.models.screens import track_record


def test_of_each_writer_the_newest_comments_count(article, reader, moderator, monkeypatch):
    guest = {"by": Guest("g"), "nickname": "강바람", "password": "0000!"}
    words = [article.comment(f"{number}번째 댓글입니다.", by=reader) for number in range(3)]
    other = article.comment("저도 한마디 합니다.", **guest)
    unjudged = article.comment("지나다 들렀습니다.", **guest | {"by": Guest("h")})
    db.session.commit()
    for comment, verdict in zip([*words, other], ["remove", "remove", "keep", "keep"], strict=True):
        Ruling.make(moderator, verdict, {comment: comment.seen}, reason="ad")
    asked = [*words, other, unjudged]
    assert Record.of_writers(asked) == {reader.key: Record(3, 2), other.author_key: Record(1, 0)}
    monkeypatch.setattr(track_record, "MOST_COMMENTS", 2)
    assert Record.of_writers(asked) == {reader.key: Record(2, 1), other.author_key: Record(1, 0)}

"""Comment from its row: it says what the comment itself would say."""

from datetime import timedelta

import pytest

from board.extensions import db
from board.models import Comment, Guest, Ruling, Thread
from board.models.screens.shown_comment import ShownComment

NAMES = (
    "absence",
    "author_key",
    "author_name",
    "board",
    "created_at",
    "depth",
    "edited_at",
    "html",
    "id",
    "is_editable",
    "is_guest",
    "is_removed",
    "is_shown",
    "recommendations_count",
    "recommendations_excluded",
    "to",
)
DEEDS = ("can_recommend", "can_edit", "can_remove", "can_report")


@pytest.fixture
def thread_of_all(article, reader, other_reader, moderator):
    """Words by members and guests, edited, recommended, answered deeply, hidden, and taken back."""
    neighbour = Guest("이웃의 쿠키")
    signed = {"nickname": "<이웃>", "password": "1234!"}
    deep = None
    for number in range(6):
        by = (reader, other_reader, neighbour)[number % 3]
        more = signed if by is neighbour else {}
        deep = article.comment(f"{number}번째 <말>\n둘째 줄", by=by, parent=deep, **more)
    deep.edit("고친 말")
    deep.recommend(by=reader)
    removed = article.comment("욕설", by=other_reader, parent=deep)
    article.comment("그 답", by=reader, parent=removed)
    Ruling.make(moderator, "remove", {removed: removed.seen}, reason="abuse")
    article.comment("지운 말", by=reader).take_back(by=reader)
    article.comment("잡힌 말", by=reader).hold_back("machine", [])
    gone = article.comment("떠난 이의 말", by=other_reader)
    db.session.commit()
    gone.user_id = None
    db.session.commit()
    return neighbour


@pytest.mark.parametrize("who", ["nobody", "neighbour", "reader", "other_reader"])
def test_a_row_tells_what_the_comment_does(
    article, reader, other_reader, thread_of_all, later, who
):
    people = {"nobody": Guest(), "neighbour": thread_of_all}
    viewer = (people | {"reader": reader, "other_reader": other_reader})[who]
    for passed in (timedelta(), timedelta(minutes=11)):
        later(passed)
        items = Thread(article, viewer).items
        shown = [item for item in items if isinstance(item.comment, ShownComment)]
        assert len(shown) == 8 and len(items) > len(shown)
        for item in shown:
            comment = db.session.get_one(Comment, item.comment.id)
            told = {name: getattr(item.comment, name) for name in NAMES}
            assert told == {name: getattr(comment, name) for name in NAMES}
            may = {deed: getattr(item, deed) for deed in DEEDS}
            assert may == {deed: getattr(viewer, deed)(comment) for deed in DEEDS}


def test_what_is_hidden_is_loaded_and_for_moderators_all(article, thread_of_all, reader, moderator):
    for viewer in (Guest(), reader):
        for item in Thread(article, viewer).items:
            assert isinstance(item.comment, ShownComment) is item.comment.is_shown
    assert all(isinstance(item.comment, Comment) for item in Thread(article, moderator).items)


def test_words_changed_behind_the_back_of_the_application_are_harmless(article, reader):
    comment = article.comment("좋은 소식입니다.", by=reader)
    db.session.commit()
    bad = "<p>좋은 소식<script>alert(1)</script></p>"
    db.session.execute(
        db.text("UPDATE comments SET html = :bad WHERE id = :id"), {"bad": bad, "id": comment.id}
    )
    [item] = Thread(article, Guest()).items
    assert item.comment.html == "<p>좋은 소식</p>"


def test_readers_of_a_thread_load_no_comment(client, article, reader, statements):
    article.comment("좋은 소식입니다.", by=reader)
    db.session.commit()
    with statements() as made:
        assert "좋은 소식입니다." in client.get(f"/articles/{article.id}").text
    assert [each for each in made if "comments.body" in each] == []

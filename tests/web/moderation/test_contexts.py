"""Comment context."""

import pytest

from board.extensions import db


@pytest.fixture
def thread(article, reader, other_reader):
    first = article.comment("다리가 언제 열리나요?", by=reader)
    answer = article.comment("다음 달이라고 들었습니다.", by=other_reader, parent=first)
    article.comment("고맙습니다.", by=reader, parent=answer)
    article.comment("저는 모르는 일입니다.", by=reader, parent=first)
    article.comment("딴 이야기입니다.", by=other_reader)
    db.session.commit()
    return answer


@pytest.mark.parametrize("htmx", [True, False])
def test_parents_and_replies_are_shown_around_it(visit, moderator, thread, htmx):
    desk, address = visit(moderator), f"/moderation/comments/{thread.id}/context"
    page = (desk.htmx(address) if htmx else desk.get(address)).text
    assert page.index("다리가 언제") < page.index("다음 달이라고") < page.index("고맙습니다")
    assert "딴 이야기" not in page and "저는 모르는" not in page


def test_a_comment_nobody_else_sees_is_seen_here(visit, moderator, thread):
    thread.hold_back("machine", [])
    page = visit(moderator).get(f"/moderation/comments/{thread.id}/context").text
    assert "운영자가 확인하는 동안 가린 댓글입니다." in page and "다음 달이라고" in page


def test_the_two_before_it_are_shown(visit, moderator, article, thread, reader):
    last = article.comment("끝말입니다.", by=reader)
    page = visit(moderator).get(f"/moderation/comments/{last.id}/context").text
    assert page.index("다리가 언제") < page.index("딴 이야기") < page.index("끝말입니다")
    assert "고맙습니다" not in page


def test_a_hidden_neighbour_is_named_as_hidden_and_its_words_are_folded(visit, moderator, thread):
    thread.parent.hold_back("machine", [], was_shown=True)
    page = visit(moderator).get(f"/moderation/comments/{thread.id}/context").text
    told, _, folded = page.partition('<details class="folded">')
    assert "운영자가 확인하는 동안 가린 댓글입니다." in told and "다리가 언제" not in told
    assert "다리가 언제 열리나요?" in folded.partition("</details>")[0]
    assert "다음 달이라고" not in folded.partition("</details>")[0]

"""Slow mode: a moderator slows down or closes a thread; readers see why."""

import pytest

from board.extensions import db
from board.models import Slowdown

GUEST = {"nickname": "강바람", "password": "나무다리"}


def slow(visitor, article, **more):
    fields = {"pace": "60", "hours": "1"} | more
    return visitor.submit(f"/moderation/articles/{article.id}/slowdowns", **fields)


def test_a_slowed_thread_says_so_and_makes_people_wait(client, visit, moderator, article):
    bora = visit(moderator)
    assert "댓글 늦추기·닫기" in bora.get(f"/articles/{article.id}").text
    assert slow(bora, article).location == f"/articles/{article.id}#comments"
    page = client.get(f"/articles/{article.id}").text
    assert "한 사람이 1분에 댓글 하나씩" in page and "늦추기" not in page
    address = f"/articles/{article.id}/comments"
    sent = [client.submit(address, body=f"{each}번째", **GUEST).status_code for each in range(2)]
    assert sent == [303, 429] and article.comments_count == 1


def test_a_closed_thread_has_a_sentence_instead_of_the_form(client, visit, moderator, article):
    slow(visit(moderator), article, pace="closed", hours="24")
    page = client.get(f"/articles/{article.id}").text
    assert "까지 댓글을 닫았습니다." in page and "<textarea" not in page
    refused = client.submit(f"/articles/{article.id}/comments", body="그래도 씁니다.", **GUEST)
    assert refused.status_code == 403 and "그래도 씁니다." in refused.text
    assert client.get(f"/articles/{article.id}").data == visit().get(f"/articles/{article.id}").data


def test_closing_for_good_names_no_time(client, visit, moderator, article):
    slow(visit(moderator), article, pace="closed", hours="")
    assert "댓글을 닫은 글입니다." in client.get(f"/articles/{article.id}").text


@pytest.mark.parametrize(
    ("fields", "told"),
    [({"pace": None}, "어떻게 할지 골라"), ({"hours": "999"}, "언제까지 할지 골라")],
)
def test_missing_values_are_asked_for_again(visit, moderator, article, fields, told):
    answer = slow(visit(moderator), article, **fields)
    assert answer.status_code == 422 and told in answer.text
    assert db.session.query(Slowdown).count() == 0

"""Vote manipulation detection: what is suspicious, and what is not."""

from datetime import timedelta

import pytest

from board.models import Exclusion, Finding, Guest, findings
from board.models.screens.manipulation import BURST, LATELY, PAIR

DAY = timedelta(days=1)


@pytest.fixture
def friend(article, reader, guest, later):
    """김나래 likes the guest's comments, one on each day."""
    for number in range(PAIR):
        comment = article.comment(f"{number}번째 생각", by=guest, nickname="별", password="0000")
        comment.recommend(by=reader, address="narae's home")
        later(DAY)


def strangers(thing, number, address="home of {}"):
    for each in range(number):
        thing.recommend(by=Guest(f"stranger-{each}"), address=address.format(each))


def test_the_same_hand_for_the_same_writer_again_and_again(friend, reader):
    [found] = findings()
    assert found.what == f"김나래 → 별: 댓글 {PAIR}개를 추천"
    assert len(found.things) == PAIR and {voter for _, voter in found.votes} == {reader.key}


def test_both_ways_are_told_together(friend, article, reader, guest):
    for number in range(2):
        article.comment(f"{number}번째 답", by=reader).recommend(by=guest, address="the guest's")
    [found] = findings()
    assert found.what.endswith(", 거꾸로 2개")


def test_many_new_guests_within_minutes(article, reader, later):
    article.recommend(by=reader, address="narae's home")
    later(DAY)
    strangers(article, BURST)
    [found] = findings()
    assert found.what == f"10분 사이 처음 온 손님에게서 추천 {BURST}개" and found.things == [
        article
    ]
    assert reader.key not in {voter for _, voter in found.votes}


def test_many_from_one_address_also_when_they_were_here_before(article, reader, later):
    comment = article.comment("제 생각", by=reader)
    for each in range(BURST):
        article.recommend(by=Guest(f"stranger-{each}"))
    later(DAY)
    strangers(comment, BURST, address="one and the same")
    [found] = findings()
    assert found.what == f"10분 사이 한 인터넷 주소에서 추천 {BURST}개"


def test_slow_votes_or_votes_of_known_guests_are_no_burst(article, reader, later):
    comment = article.comment("제 생각", by=reader)
    for each in range(BURST):
        article.recommend(by=Guest(f"stranger-{each}"), address=f"home of {each}")
        later(timedelta(minutes=3))
    later(DAY)
    strangers(comment, BURST)
    assert findings() == []


def test_seeded_votes_are_ignored(article):
    for each in range(BURST):
        article.recommend(by=Guest(f"sample-{each}"))
    assert findings() == []


def test_what_is_left_out_or_long_past_is_not_found_again(article, admin, later):
    strangers(article, BURST)
    [found] = findings()
    exclusion = Exclusion.make(found.votes, by=admin, what=found.what, why="")
    assert findings() == []
    exclusion.undo(by=admin)
    assert [each.seen for each in findings()] == [found.seen]
    later(LATELY)
    assert findings() == []


def test_a_finding_that_has_grown_must_be_seen_again(article):
    strangers(article, BURST)
    seen = findings()[0].seen
    assert Finding.as_seen(seen).things == [article]
    strangers(article, BURST + 1)
    assert Finding.as_seen(seen) is None

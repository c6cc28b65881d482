"""Blocks: patterns match until their end."""

from datetime import timedelta

import pytest

from board import clock
from board.extensions import db
from board.models import Block, Ruling


@pytest.fixture
def ruling(article, reader, moderator):
    spam = article.comment("싸게 팝니다. 문의 주세요.", by=reader)
    db.session.commit()
    ruling = Ruling.make(moderator, "spam", {spam: spam.seen}, reason="ad")
    until = clock.now() + timedelta(days=30)
    ruling.blocks = [
        Block(kind="host", value="cheap.example", until=until),
        Block(kind="fingerprint", value="싸게팝니다문의주세요", until=until),
        Block(kind="guest", value="g:1", until=until),
        Block(kind="address", value="abc", until=until),
    ]
    db.session.commit()
    return ruling


def met(**what):
    return [block.kind for block in db.session.scalars(Block.matching(**what))]


def test_each_kind_of_block_matches_its_value(ruling):
    assert met(hosts=["paper.example", "cheap.example"]) == ["host"]
    assert met(fingerprint="싸게팝니다문의주세요") == ["fingerprint"]
    assert met(guest_key="g:1", address_hash="abc") == ["guest", "address"]


def test_an_unblocked_value_does_not_match(ruling):
    assert met() == []
    assert met(fingerprint="cheap.example", hosts=["abc"], guest_key=None, address_hash="g:1") == []


def test_a_block_ends_by_itself(ruling, later):
    later(timedelta(days=30))
    assert met(guest_key="g:1") == []


def test_undoing_the_ruling_takes_its_blocks_away(ruling, moderator):
    ruling.undo(moderator)
    db.session.commit()
    assert met(guest_key="g:1", address_hash="abc") == []

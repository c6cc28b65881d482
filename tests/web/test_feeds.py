"""Feeds, read with a feed parser."""

import feedparser

from board.extensions import db
from board.models import Board
from tests.support import files


def test_the_papers_feed_opens_in_a_feed_parser(client, article, admin):
    article.revise(by=admin, title="제목 & <기호> ]]> \u0007 나루")
    answer = client.get("/feeds/articles.rss")
    feed = feedparser.parse(answer.data)
    assert answer.mimetype == "application/rss+xml" and not feed.bozo
    [entry] = feed.entries
    assert entry.title.startswith("제목 & <기호> ]]>")
    assert entry.link == f"http://localhost/articles/{article.id}"
    assert entry.published_parsed


def test_a_boards_feed_has_only_its_own(client, article, board):
    db.session.add(Board(slug="dumul", name="두물군", group=board.group))
    assert len(feedparser.parse(client.get("/feeds/boards/solnae.rss").data).entries) == 1
    other = feedparser.parse(client.get("/feeds/boards/dumul.rss").data)
    assert other.feed.title.startswith("두물군") and other.entries == []
    assert client.get("/feeds/boards/nowhere.rss").status_code == 404


def test_a_feed_has_the_story_with_absolute_addresses(client, article, admin):
    photo = article.attach(files.picture(), "쉼터.jpg", by=admin, alt="쉼터의 문")
    article.revise(
        by=admin, body=f'<p><a href="/boards/x">알림</a></p><img src=/photos/{photo.id}>'
    )
    [entry] = feedparser.parse(client.get("/feeds/articles.rss").data).entries
    story = entry.content[0].value
    assert f'src="http://localhost/photos/{photo.id}/1600.jpg"' in story
    assert 'href="http://localhost/boards/x"' in story and '"/' not in story


def test_an_empty_feed_is_still_a_feed(client):
    assert not feedparser.parse(client.get("/feeds/articles.rss").data).bozo

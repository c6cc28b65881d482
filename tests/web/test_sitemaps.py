"""The sitemap."""

from datetime import datetime, timedelta
from xml.etree import ElementTree

from board import clock
from board.models import Article


def test_it_lists_what_readers_may_open(client, article, board):
    tree = ElementTree.fromstring(client.get("/sitemap.xml").data)  # noqa: S314
    addresses = [
        node.text for node in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]
    assert addresses == [
        "http://localhost/",
        "http://localhost/corrections",
        "http://localhost/boards/solnae",
        f"http://localhost/articles/{article.id}",
    ]


def test_nothing_changed_before_it_was_published(client, board, admin, later):
    soon = Article.draft(board=board, by=admin, title="내일의 글", body="<p>글</p>")
    soon.schedule(at=clock.now() + timedelta(minutes=2), by=admin)
    published = soon.published_at
    later(timedelta(minutes=3))
    tree = ElementTree.fromstring(client.get("/sitemap.xml").data)  # noqa: S314
    [changed] = tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}lastmod")
    assert datetime.fromisoformat(changed.text) >= published.replace(microsecond=0)

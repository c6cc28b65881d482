"""The sitemap."""

from xml.etree import ElementTree


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

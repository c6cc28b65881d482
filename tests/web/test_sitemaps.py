"""The sitemaps."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest

from board import clock
from board.extensions import db
from board.models import Article
from board.models.screens import sitemap

SPRING = datetime(2024, 4, 30, 23, 59, tzinfo=UTC)
INDEX = "/sitemap.xml"


@pytest.fixture
def told(client):
    """`told(address, "loc")`: what a sitemap says in the elements of that name."""

    def read(address: str, name: str = "loc") -> list[str]:
        tree = ElementTree.fromstring(client.get(address).data)  # noqa: S314
        found = tree.iter(f"{{http://www.sitemaps.org/schemas/sitemap/0.9}}{name}")
        return [node.text.removeprefix("http://localhost") for node in found]

    return read


@pytest.fixture
def everything(told):
    """`everything()`: every address that the sitemaps of the index name."""
    return lambda: [address for each in told(INDEX) for address in told(each)]


@pytest.fixture
def write(board, admin):
    """`write()`: another article, still a draft."""
    return lambda: Article.draft(board=board, by=admin, title="봄 소식", body="<p>글</p>")


def test_the_index_names_a_sitemap_of_pages_and_one_of_each_month(told, article, write, admin):
    spring = write()
    spring.publish(by=admin, at=SPRING)
    this_month = f"/sitemaps/{article.published_at:%Y-%m}.xml"
    assert told(INDEX) == ["/sitemaps/pages.xml", this_month, "/sitemaps/2024-04.xml"]
    assert told("/sitemaps/pages.xml") == ["/", "/corrections", "/boards/solnae"]
    assert told(this_month) == [f"/articles/{article.id}"]
    assert told("/sitemaps/2024-04.xml") == [f"/articles/{spring.id}"]


def test_they_name_what_readers_may_open_once(everything, write, admin, other_board):
    shown = write()
    shown.other_boards = [other_board]
    shown.publish(by=admin, at=SPRING)
    for deed in (Article.withdraw, Article.delete):
        hidden = write()
        hidden.publish(by=admin, at=SPRING)
        deed(hidden, by=admin)
    write().schedule(by=admin, at=clock.now() + timedelta(days=40))
    write().schedule(by=admin, at=clock.now() + timedelta(minutes=1))
    write().revise(by=admin, embargo_until=clock.now() + timedelta(days=1))
    db.session.commit()
    named = [each for each in everything() if each.startswith("/articles/")]
    assert named == [f"/articles/{shown.id}"]


def test_a_month_without_an_article_has_no_sitemap(client, told, write, admin):
    spring = write()
    spring.publish(by=admin, at=SPRING)
    spring.withdraw(by=admin)
    write().schedule(by=admin, at=clock.now() + timedelta(days=40))
    assert told(INDEX) == ["/sitemaps/pages.xml"]
    coming = clock.now() + timedelta(days=40)
    for name in ("2024-04", f"{coming:%Y-%m}", "2024-4", "x"):
        assert client.get(f"/sitemaps/{name}.xml").status_code == 404


def test_nothing_changed_before_it_was_published(told, write, admin, later):
    soon = write()
    soon.schedule(at=clock.now() + timedelta(minutes=2), by=admin)
    published = soon.published_at
    later(timedelta(minutes=3))
    [changed] = told(f"/sitemaps/{published:%Y-%m}.xml", "lastmod")
    assert datetime.fromisoformat(changed) >= published.replace(second=0, microsecond=0)


def test_a_sitemap_has_as_many_entries_as_the_protocol_allows(told, write, admin, monkeypatch):
    assert sitemap.MOST_ENTRIES == 50_000
    monkeypatch.setattr(sitemap, "MOST_ENTRIES", 2)
    for _ in range(3):
        write().publish(by=admin, at=SPRING)
    assert len(told("/sitemaps/2024-04.xml")) == 2

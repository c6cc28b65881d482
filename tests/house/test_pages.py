"""Every public page: title, headline, canonical address, labels."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from tests.house.test_doors import ADMITTED, who_may

pytestmark = pytest.mark.one_database


@pytest.fixture
def pages(client, addresses) -> dict[str, Page]:
    """The pages, not files or feeds, that a guest gets at once."""
    answers = {
        address: client.get(address)
        for method, address, endpoint in addresses
        if method == "GET" and "guest" in ADMITTED[who_may(endpoint)]
        if not endpoint.startswith("health.")  # machines ask there
    }
    found = {
        address: Page.read(answer.text)
        for address, answer in answers.items()
        if answer.status_code == 200 and answer.mimetype == "text/html"
    }
    assert len(found) >= 8
    return found


def test_a_page_has_one_headline(pages):
    assert {
        address: page.count("h1") for address, page in pages.items() if page.count("h1") != 1
    } == {}


def test_a_page_has_a_title_of_its_own(pages):
    titles = [page.title for page in pages.values()]
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_a_page_to_be_found_says_its_one_address(pages):
    for address, page in pages.items():
        if "noindex" not in page.meta("robots"):
            assert page.canonical.startswith("http://localhost/"), address
            assert page.meta("description"), address


def test_a_page_speaks_korean_and_can_be_enlarged(pages):
    for address, page in pages.items():
        assert page.attributes("html")["lang"] == "ko", address
        assert "user-scalable" not in page.meta("viewport"), address


def test_ids_are_given_once(pages):
    twice = {address: page.repeated_ids() for address, page in pages.items()}
    assert {address: ids for address, ids in twice.items() if ids} == {}


def test_every_field_has_a_label(pages):
    silent = {address: page.unlabelled() for address, page in pages.items()}
    assert {address: names for address, names in silent.items() if names} == {}


def test_every_picture_is_described(pages):
    for address, page in pages.items():
        assert all("alt" in attributes for name, attributes in page.tags if name == "img"), address


def test_pages_without_a_cookie_are_the_same_for_all(client, visit, pages):
    for address in pages:
        first, second = client.get(address), visit().get(address)
        assert first.data == second.data, address
        assert "Set-Cookie" not in first.headers, address


class Page(HTMLParser):
    """A page read into its tags."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.title = ""
        self._in_head_title = False
        self._label_depth = 0
        self._inside_label: set[int] = set()

    @classmethod
    def read(cls, text: str) -> Page:
        page = cls()
        page.feed(text)
        return page

    def handle_starttag(self, tag, attrs) -> None:
        self._in_head_title = tag == "title" and not self.title
        self._label_depth += tag == "label"
        if self._label_depth:
            self._inside_label.add(len(self.tags))
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag) -> None:
        self._in_head_title = False
        self._label_depth -= tag == "label"

    def handle_data(self, data) -> None:
        if self._in_head_title:
            self.title += data.strip()

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.tags)

    def attributes(self, tag: str) -> dict[str, str]:
        return next(attributes for name, attributes in self.tags if name == tag)

    def meta(self, name: str) -> str:
        metas = (attributes for tag, attributes in self.tags if tag == "meta")
        return next((each["content"] for each in metas if each.get("name") == name), "")

    @property
    def canonical(self) -> str:
        links = (attributes for tag, attributes in self.tags if tag == "link")
        return next((each["href"] for each in links if each.get("rel") == "canonical"), "")

    def repeated_ids(self) -> set[str]:
        ids = [attributes["id"] for _, attributes in self.tags if "id" in attributes]
        return {each for each in ids if ids.count(each) > 1}

    def unlabelled(self) -> list[str]:
        named = {attributes.get("for") for name, attributes in self.tags if name == "label"}
        return [
            attributes.get("name", name)
            for place, (name, attributes) in enumerate(self.tags)
            if name in ("input", "select", "textarea")
            and attributes.get("type") not in ("hidden", "submit")
            and attributes.get("id") not in named
            and place not in self._inside_label
            and not attributes.keys() & {"aria-label", "aria-labelledby"}
        ]

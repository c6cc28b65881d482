"""Network cost of a page view, as counted by the browser's own protocol."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import CDPSession
from playwright.sync_api import Page as Tab

LATE = 300  # milliseconds after the load in which something may still be asked for


@dataclass
class Answer:
    """One thing fetched. `size` is in bytes over the wire, headers included; 0 from the cache."""

    url: str
    kind: str
    size: int = 0
    cached: bool = False

    @property
    def host(self) -> str:
        return urlsplit(self.url).netloc

    @property
    def path(self) -> str:
        return urlsplit(self.url).path


@dataclass
class Visit:
    """Everything that opening a page once has fetched."""

    answers: list[Answer] = field(default_factory=list)

    @property
    def fetched(self) -> list[Answer]:
        return [each for each in self.answers if not each.cached]

    def but_photos(self) -> Visit:
        return Visit([each for each in self.answers if not each.path.startswith("/photos/")])

    @property
    def size(self) -> int:
        return sum(each.size for each in self.fetched)

    def size_of(self, *kinds: str, below: str = "/") -> int:
        return sum(
            each.size for each in self.fetched if each.kind in kinds and each.path.startswith(below)
        )

    def listing(self) -> str:
        return ", ".join(f"{each.path} {each.size}" for each in self.fetched)


def forget_what_was_fetched(tab: Tab) -> None:
    """Empty the browser's caches, on the disk and in memory."""
    line = tab.context.new_cdp_session(tab)
    _forget(line)
    line.detach()


def visits(tab: Tab, address: str, times: int = 2) -> list[Visit]:
    """Open a page for the first time, then again, and what each time has cost."""
    line = tab.context.new_cdp_session(tab)
    line.send("Network.enable")
    _forget(line)
    open_answers: dict[str, Answer] = {}
    line.on("Network.requestWillBeSent", lambda event: _note(open_answers, event))
    line.on("Network.requestServedFromCache", lambda event: _from_cache(open_answers, event))
    line.on("Network.responseReceived", lambda event: _from_disk(open_answers, event))
    line.on("Network.loadingFinished", lambda event: _finish(open_answers, event))
    seen = []
    for _ in range(times):
        open_answers.clear()
        tab.goto(address)
        tab.wait_for_timeout(LATE)
        seen.append(Visit(list(open_answers.values())))
    line.detach()
    return seen


def _forget(line: CDPSession) -> None:
    line.send("Network.clearBrowserCache")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})  # throws away what memory holds
    line.send("Network.setCacheDisabled", {"cacheDisabled": False})


def _note(answers: dict[str, Answer], event: dict) -> None:
    if event["request"]["url"].startswith("http"):
        answers[event["requestId"]] = Answer(event["request"]["url"], event.get("type", "Other"))


def _from_cache(answers: dict[str, Answer], event: dict) -> None:
    if answer := answers.get(event["requestId"]):
        answer.cached = True


def _from_disk(answers: dict[str, Answer], event: dict) -> None:
    answer = answers.get(event["requestId"])
    if answer and event["response"].get("fromDiskCache"):
        answer.cached = True


def _finish(answers: dict[str, Answer], event: dict) -> None:
    if answer := answers.get(event["requestId"]):
        answer.size = int(event["encodedDataLength"])

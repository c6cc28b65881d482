"""Main part of a saved page: the smallest element with all sentences, and its title above it.

A page of a town is a few sentences among hundreds of menu words. What is neither menu nor footer by
its element, class or words, and reads like a sentence, is the story's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from board.text import markup, names, plain
from board.text.markup import BLOCKS, Token

BEGINNING = 200_000  # characters in which a page says how it is called
SHORTEST_TITLE = 6  # letters; shorter words stand in a title by chance
LONGEST_NAME = 500  # characters of an element's attributes that are looked at
DEEPEST = 500  # elements in elements; those deeper are taken for their parents
MOST_ABOVE = 400  # blocks above the story among which the title is looked for

_SENTENCE = re.compile(r"[가-힣](?:다|요)[.!?]")
_SIDE = frozenset("nav footer aside header form button label address a".split())
_SIDE_NAME = re.compile(
    r"\b(?:class|id|role)\s*=\s*[\"']?[^\"'>]*(?:foot|copyright|gnb|lnb|snb|navi|menu|sitemap|satis|comment|reply"
    r"|related|banner|quick|popup|cookie|nuri|kogl|search)",
    re.IGNORECASE,
)
_SIDE_WORDS = re.compile(
    r"공공누리|저작권|만족하|무단|수집을? 거부|개인정보|누리집에 게시된|홈페이지에 게시된"
)
_HOLDERS = frozenset("body div section article main table tbody tr td th dl dd form center".split())
_VOID = frozenset("br hr img input meta link source col area wbr".split())
_HEADLINE = re.compile(r"\"headline\"\s*:\s*\"((?:[^\"\\]|\\.){4,200})\"")
_PAGE_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{0,400})</title", re.IGNORECASE)
_META = re.compile(r"<meta\b[^>]{0,600}>", re.IGNORECASE)


@dataclass
class _Element:
    name: str
    start: int
    end: int = -1
    aside: bool = False
    told: int = 0  # letters of sentences within
    children: list["_Element"] = field(default_factory=list)


def titles_of(source: str) -> list[str]:
    """What the page calls itself: og:title, the headline of its JSON-LD, and <title>."""
    beginning = source[:BEGINNING]
    metas = [markup.attributes(meta[5:-1]) for meta in _META.findall(beginning)]
    found = [meta.get("content", "") for meta in metas if meta.get("property") == "og:title"]
    found += [each.replace('\\"', '"') for each in _HEADLINE.findall(beginning)[:1]]
    found += [plain.text_of(each) for each in _PAGE_TITLE.findall(beginning)[:1]]
    return [plain.tidy(each) for each in found if each.strip()]


def of(
    tokens: Sequence[Token], titles: Sequence[str]
) -> tuple[str, list[Token], list[tuple[str, str]]]:
    """(title, tokens of the main part, (kind, text) of what stands around it).

    The whole page where there are no sentences or no title above them.
    """
    root = _tree(tokens)
    story = root
    while inner := next((x for x in story.children if x.told == root.told and x.told), None):
        story = inner
    above = _title_above(tokens[: story.start], titles)
    if story is root or above is None:
        return (titles[0] if titles else ""), list(tokens), []
    start, end, title = above
    head = [Token("start", "h1", ""), Token("text", "", title), Token("end", "h1", "")]
    for text in _lines(tokens[end : story.start]):
        head += [Token("start", "p", ""), Token("text", "", text), Token("end", "p", "")]
    sides = (("menu", tokens[:start]), ("footer", tokens[story.end :]))
    around = [(kind, "\n".join(_lines(side))) for kind, side in sides]
    return title, [*head, *tokens[story.start : story.end]], [x for x in around if x[1]]


def _tree(tokens: Sequence[Token]) -> _Element:
    """The elements that may hold a story, each with how much it tells."""
    root = _Element("", 0, len(tokens))
    opened = [root]
    for i, (kind, name, raw) in enumerate(tokens):
        if kind == "text":
            if not opened[-1].aside and _SENTENCE.search(raw) and not _SIDE_WORDS.search(raw):
                opened[-1].told += len(raw)
        elif kind == "start" and name not in _VOID and len(opened) < DEEPEST:
            aside = opened[-1].aside or name in _SIDE or bool(_SIDE_NAME.search(raw[:LONGEST_NAME]))
            opened.append(_Element(name, i, aside=aside))
        elif kind == "end" and any(x.name == name for x in opened[1:]):
            while opened[-1].name != name:
                _close(opened, i)
            _close(opened, i + 1)
    while len(opened) > 1:
        _close(opened, len(tokens))
    return root


def _close(opened: list[_Element], end: int) -> None:
    closed = opened.pop()
    closed.end = end
    opened[-1].told += closed.told
    if closed.name in _HOLDERS:
        opened[-1].children.append(closed)
    else:
        opened[-1].children += closed.children


def _title_above(tokens: Sequence[Token], titles: Sequence[str]) -> tuple[int, int, str] | None:
    """(start, end, text) of the last block that says what the page is called."""
    called = [names.name_key(title) for title in titles]
    found, longest = None, 0
    for start, end, text in list(_blocks(tokens))[-MOST_ABOVE:]:
        key = names.name_key(text)
        is_title = len(key) >= SHORTEST_TITLE and any(key in each for each in called)
        if is_title and len(key) >= longest:
            found, longest = (start, end, text), len(key)
    return found


def _blocks(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """(start, end, text) of each run of text without a block in between."""
    start, words = 0, []
    for i, (kind, name, raw) in enumerate(tokens):
        if kind == "text":
            words.append(raw)
        elif name in BLOCKS or name in ("td", "th"):
            if text := plain.tidy(" ".join(words)):
                yield start, i, text
            start, words = i, []
    if text := plain.tidy(" ".join(words)):
        yield start, len(tokens), text


def _lines(tokens: Sequence[Token]) -> Iterator[str]:
    """The text of each block; a table's label on one line with its value."""
    label = ""
    for _, end, text in _blocks(tokens):
        after = tokens[end] if end < len(tokens) else None
        if after and (after.kind, after.name) == ("end", "th"):
            yield from [label] if label else []
            label = text
        else:
            yield f"{label} : {text}" if label else text
            label = ""
    yield from [label] if label else []

"""Several releases in one document or paste, and collections of short news.

Each release begins with a numbered head (보도자료 1, 보도자료 (2) …); or with a letterhead, a 제목 or a
line below a rule, where both sides tell what an office announced, and not the same.
"""

import re
from itertools import pairwise

from board.text import plain
from board.text.extraction import boilerplate, lines
from board.text.extraction import boilerplate_patterns as patterns
from board.text.shingles import shingles_of

ALIKE = 0.5  # share of the shorter one's shingles from which two texts are one release sent twice
FEWEST_SENTENCES = 2  # of a release that no number announces
FEWEST_NEWS = 3  # headings with a story each, from which a document is a collection

_NUMBERED = re.compile(patterns.NUMBERED_RELEASE)
_HEAD = re.compile(rf"[\W_]*{patterns.RELEASE}[\W_]*|\W*제\s*목\s*[:：|\t]\s*\S.*")
_RULE = re.compile(r"[=\-_*~─━―—#]{5,}|(?:[-*=]\s){3,}[-*=]?")
_COLLECTION = re.compile(
    r"(?:보도자료|소식|뉴스)\s?모음|짧은\s?(?:소식|뉴스)|단신|(?:주간|이번\s?주|주요)\s?(?:보도자료|소식|뉴스)"
    r"|(?:총|모두)\s?\d{1,2}\s?건"
)
_NEWS_HEADS = (  # of one kind in one document
    re.compile(r"[①-⑳]\s*\S.*"),
    re.compile(r"[■□▣◆◇◈]\s*\S.*"),
    re.compile(r"[●○◎]\s*\S.*"),
    re.compile(r"\d{1,2}[.)]\s*\S.*"),
    re.compile(r"[\[<〈【].{2,40}[\]>〉】].*"),
)


def parts(html: str) -> list[str]:
    """The HTML of each release in a document's HTML; the whole where only one is in it."""
    blocks = [block for _, block in lines.blocks(html, 0)]
    cut = _cut([plain.text_of(block) for block in blocks])
    return ["".join(blocks[i:j]) for i, j in cut] if len(cut) > 1 else [html]


def parts_of_text(text: str) -> list[str]:
    """The text of each release in a paste; the whole where only one is in it."""
    rows = text.split("\n")
    cut = _cut(rows)
    return ["\n".join(rows[i:j]) for i, j in cut] if len(cut) > 1 else [text]


def short_news(text: str) -> int:
    """How many short news a document that calls itself a collection holds; 0 for any other."""
    rows = [row.strip() for row in text.split("\n") if row.strip()]
    told = next((i for i, row in enumerate(rows) if boilerplate.is_sentence(row)), len(rows))
    if not any(_COLLECTION.search(row) for row in rows[:told]):
        return 0
    return max(_count_news(rows, head) for head in _NEWS_HEADS)


def _count_news(rows: list[str], head: re.Pattern[str]) -> int:
    """How many of the lines with such a mark have a story below."""
    places = [
        i
        for i, row in enumerate(rows)
        if head.fullmatch(row) and not boilerplate.ends_sentence(row)
    ]
    stories = (rows[i + 1 : j] for i, j in pairwise([*places, len(rows)]))
    count = sum(any(boilerplate.ends_sentence(row) for row in story) for story in stories)
    return count if count >= FEWEST_NEWS else 0


def _cut(texts: list[str]) -> list[tuple[int, int]]:
    """(first, behind the last) of the blocks of each release; nothing before the first is lost."""
    for starts, tells in ((_numbered(texts), _say), (_unnumbered(texts), _announce)):
        made = list(pairwise([0, *starts[1:], len(texts)]))
        if len(made) > 1 and tells(["\n".join(texts[i:j]) for i, j in made]):
            return made
    return [(0, len(texts))]


def _numbered(texts: list[str]) -> list[int]:
    starts: list[int] = []
    for i, text in enumerate(texts):
        head = _NUMBERED.fullmatch(text.partition("\n")[0].strip())
        if head and int(head[1]) == len(starts) + 1:
            starts.append(i)
    return starts or [0]


def _unnumbered(texts: list[str]) -> list[int]:
    """The first block, and each head below which and above which something is announced."""
    starts = [0]
    for i, text in enumerate(texts):
        first = text.partition("\n")[0].strip()
        if (_HEAD.fullmatch(first) or _RULE.fullmatch(first)) and i > 0:
            above, below = "\n".join(texts[starts[-1] : i]), "\n".join(texts[i:])
            if _announces(above) and _announces(below):
                starts.append(i)
    return starts


def _say(parts: list[str]) -> bool:
    return all(any(map(boilerplate.ends_sentence, part.split("\n"))) for part in parts)


def _announce(parts: list[str]) -> bool:
    return all(map(_announces, parts)) and not _is_twice(parts)


def _announces(part: str) -> bool:
    """Whether sentences tell what somebody announced, as a release does."""
    told = [row for row in part.split("\n") if boilerplate.ends_sentence(row.strip())]
    return len(told) >= FEWEST_SENTENCES and any(map(boilerplate.is_announced, told))


def _is_twice(told: list[str]) -> bool:
    """Whether one release stands in it twice, as in a mail that was answered."""
    known = [set(shingles_of(part)) for part in told]
    return any(
        len(one & other) >= ALIKE * min(len(one), len(other))
        for i, one in enumerate(known)
        for other in known[:i]
    )

"""Several releases in one document: each begins with a numbered head, 보도자료 1, 보도자료 (2) …"""

import re

from board.text import plain
from board.text.extraction import boilerplate, lines
from board.text.extraction import boilerplate_patterns as patterns

_HEAD = re.compile(patterns.NUMBERED_RELEASE)


def parts(html: str) -> list[str]:
    """The HTML of each release in a document's HTML; the whole where only one is in it."""
    found: list[list[str]] = [[]]
    number = 0
    for _, block in lines.blocks(html, 0):
        text = plain.text_of(block)
        head = _HEAD.fullmatch(text.partition("\n")[0])
        if head and int(head[1]) == number + 1:
            number += 1
            found += [[]] if number > 1 else []
        found[-1].append(block)
    made = ["".join(blocks) for blocks in found]
    return made if all(_tells(part) for part in made) else [html]


def count(text: str) -> int:
    """How many releases a pasted text holds."""
    numbers = [int(head[1]) for line in text.split("\n") if (head := _HEAD.fullmatch(line))]
    return max(len(numbers), 1) if numbers == list(range(1, len(numbers) + 1)) else 1


def _tells(part: str) -> bool:
    return any(boilerplate.ends_sentence(line) for line in plain.text_of(part).split("\n"))

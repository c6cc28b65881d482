"""Readers of the word files beside this module: one entry a line, in sections, with alternatives.

`# …` is a comment, `[name]` opens a section, `{이,저,그} 년` stands for three lines and `년{,들}` for
two. Braces may stand several times in a line but not inside each other.
"""

import re
from functools import cache
from itertools import product
from pathlib import Path

_FOLDER = Path(__file__).parent
_BRACES = re.compile(r"\{([^{}]*)\}")


@cache
def sections_of(name: str) -> dict[str, tuple[str, ...]]:
    """The entries of the file `name`.txt by the section they stand in, the first of which is ""."""
    sections: dict[str, list[str]] = {"": []}
    section = ""
    for line in map(str.strip, (_FOLDER / f"{name}.txt").read_text("utf-8").splitlines()):
        if line.startswith("["):
            section = line.strip("[]")
            sections.setdefault(section, [])
        elif line and not line.startswith("#"):
            sections[section] += alternatives(line)
    return {section: tuple(entries) for section, entries in sections.items()}


@cache
def contexts_of(name: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """What the file `name`.txt says may stand before (<) and after (>) an entry, by the entry."""
    contexts: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in sections_of(name)[""]:
        entry, side, letters = re.split(r" ([<>]) ", line, maxsplit=1)
        sides = contexts.setdefault(entry, {"<": (), ">": ()})
        sides[side] += tuple(letters.split())
    return contexts


def alternatives(line: str) -> list[str]:
    """Every entry a line with braces stands for, in the order of writing."""
    parts = _BRACES.split(line)
    choices = [part.split(",") if at % 2 else [part] for at, part in enumerate(parts)]
    return ["".join(chosen) for chosen in product(*choices)]

"""Default wordlist: tables of what it must catch and must not, and all Korean text of this
project."""

import re
from pathlib import Path

from board.config import ROOT
from board.text.words import default_wordlist, default_words, key_of

HERE = Path(__file__).parent
PROSE = ("seeds/articles/*.md", "seeds/comments.toml", "tests/releases/texts/*", "README.ko.md")


def lines_of(name: str) -> list[str]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def spelt(line: str) -> str:
    r"""The line with \u200b and \n as the characters they stand for."""
    line = line.replace("\\n", "\n")
    return re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), line)


def words(text: str) -> list[str]:
    return [hit.word for hit in default_wordlist().find(text)]


def test_every_disguise_in_the_table_is_caught_and_its_word_named():
    rows = [line.rsplit(" = ", 1) for line in lines_of("catches.txt")]
    assert len(rows) >= 200
    wrong = [
        (text, words(spelt(text))) for text, word in rows if ", ".join(words(spelt(text))) != word
    ]
    assert wrong == []


def test_no_innocent_line_in_the_table_is_caught():
    lines = lines_of("passes.txt")
    assert len(set(lines)) >= 300
    wrong = [(line, found) for line in lines if (found := words(line))]
    assert wrong == []


def test_the_papers_own_prose_is_never_caught():
    files = [file for pattern in PROSE for file in sorted(ROOT.glob(pattern))]
    assert len(files) > 100
    wrong = [(file.name, found) for file in files if (found := words(file.read_text("utf-8")))]
    assert wrong == []


def test_the_papers_own_prose_without_spaces_is_never_caught():
    texts = [file.read_text("utf-8") for pattern in PROSE for file in ROOT.glob(pattern)]
    wrong = [found for text in texts if (found := words(text.replace(" ", "")))]
    assert wrong == []


def test_every_word_of_the_first_list_is_found_as_it_stands_there():
    assert [word for word in default_words("blocked") if not words(word)] == []


def test_no_word_stands_in_the_first_list_twice():
    for kind in ("blocked", "allowed"):
        listed = default_words(kind)
        assert len(set(listed)) == len(listed)
    assert not set(map(key_of, default_words("blocked"))) & set(
        map(key_of, default_words("allowed"))
    )

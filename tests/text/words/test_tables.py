"""Default wordlist: tables of what it must catch and must not, and all Korean text of this
project."""

import re
from pathlib import Path

from board.config import ROOT
from board.text.words import Wordlist, default_entries, default_wordlist
from board.text.words.listed import Listed, Use

KINDS = ("blocked", "mild", "political")
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
    assert len(rows) >= 750
    wrong = [
        (text, words(spelt(text))) for text, word in rows if ", ".join(words(spelt(text))) != word
    ]
    assert wrong == []


def test_no_innocent_line_in_the_table_is_caught():
    lines = lines_of("passes.txt")
    assert len(set(lines)) >= 850
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


def test_every_word_of_the_lists_is_found_as_it_stands_there():
    for kind in KINDS:
        entries = default_entries(kind)
        found = Wordlist(entries, default_entries("allowed")).find
        meant = [entry for entry in entries if Use.OFFSPRING not in entry.uses]
        lost = [entry.word for entry in meant if not found(spoken(entry))]
        assert lost == []


def test_no_word_stands_in_a_list_twice():
    for kind in (*KINDS, "allowed"):
        listed = [(entry.word, entry.uses) for entry in default_entries(kind)]
        assert len(set(listed)) == len(listed)


def test_no_word_stands_in_two_lists():
    keys = [{entry.letters for entry in default_entries(kind)} for kind in (*KINDS, "allowed")]
    assert sum(map(len, keys)) == len(set().union(*keys))


def spoken(entry: Listed) -> str:
    """The word where its use lets it stand: an ending after it, or the end of a sentence before."""
    if Use.INFLECTED in entry.uses:
        return f"{entry.word}들"
    if Use.OF_PEOPLE in entry.uses:
        return f"기자 {entry.word}"
    return f"하네{entry.word}" if Use.EXCLAMATION in entry.uses else entry.word

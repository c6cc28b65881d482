"""The checkout: lock files without addresses, a true README, no trace of a machine."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.imports import ROOT, modules

BOARD = Path(sys.executable).with_name("board")
LOCKS = sorted(ROOT.glob("requirements*.txt"))
IMPORTED_AS = {"argon2-cffi": "argon2", "pillow": "PIL", "python-hwpx": "hwpx"}
READMES = sorted(ROOT.glob("README*.md"))
TEXT = {".py", ".md", ".toml", ".txt", ".html", ".css", ".js", ".xml", ".ini", ".mako", ".sh", ""}
HOMES = re.compile(r"(?<![\w.])/(?:home|Users|root|work)/[\w.-]+")


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def test_locks_name_no_host_and_every_package_by_hash():
    assert len(LOCKS) == 4
    for lock in LOCKS:
        text = lock.read_text()
        assert "://" not in text
        assert not re.search(r"^--?[a-z]", text, re.MULTILINE), "no options, no editable installs"
        packages = re.findall(r"^[a-z].*?(?=^[a-z]|\Z)", text, re.MULTILINE | re.DOTALL)
        assert packages
        assert all("==" in package and "--hash=sha256:" in package for package in packages)


def test_larger_locks_agree_with_smaller_ones():
    def pins(name: str) -> set[str]:
        text = (ROOT / name).read_text()
        return set(re.findall(r"^([a-z][\w.-]*==[\w.]+)", text, re.MULTILINE))

    runtime, postgresql = pins("requirements.txt"), pins("requirements-postgresql.txt")
    assert runtime < postgresql < pins("requirements-test.txt")


def test_every_dependency_is_locked_and_says_why():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    lock = (ROOT / "requirements.txt").read_text()
    for requirement in project["project"]["dependencies"]:
        name = re.match(r"[\w-]+", requirement)[0]
        assert re.search(rf"^{name}==", lock, re.MULTILINE), name
        line = next(
            line
            for line in (ROOT / "pyproject.toml").read_text().splitlines()
            if f'"{requirement}"' in line
        )
        assert re.search(r"# \w[^:]*: \w", line), f"{name}: where is it used, and why this one?"


def test_every_dependency_is_used():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    source = "\n".join(path.read_text("utf-8") for path in modules().values())
    for requirement in project["project"]["dependencies"]:
        name = re.match(r"[\w-]+", requirement)[0]
        module = IMPORTED_AS.get(name, name.replace("-", "_"))
        assert re.search(rf"^\s*(from|import) {module}\b", source, re.MULTILINE), name


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_commands_in_the_readme_exist(readme):
    text = readme.read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)\b", _code_of(text)))
    assert {"run", "test"} <= named <= targets
    for words in set(re.findall(r"\bin/board ((?:[a-z]+ ?)+)", _code_of(text))):
        asked = [BOARD, *words.split(), "--help"]
        assert subprocess.run(asked, capture_output=True, check=False).returncode == 0, words


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_readme_names_every_setting(readme):
    known = set(re.findall(r"\"(BOARD_[A-Z_]+|PORT)\"", (ROOT / "board" / "config.py").read_text()))
    assert known == set(re.findall(r"^\| `(BOARD_[A-Z_]+|PORT)`", readme.read_text(), re.MULTILINE))


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_readme_introduces_the_sample_people(readme):
    people = tomllib.loads((ROOT / "seeds" / "people.toml").read_text("utf-8"))["people"]
    known = {(person["username"], person["password"]) for person in people}
    named = re.findall(r"\| `([a-z]+)` \| `([^`]+)` \|", readme.read_text("utf-8"))
    assert len(named) == 3
    assert set(named) <= known


def test_the_command_tells_the_version_that_the_changelog_describes():
    told = subprocess.run([BOARD, "--version"], capture_output=True, check=True, text=True).stdout
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert told.strip() == f"나루 {newest[1]}"


def test_actions_of_the_workflow_are_pinned_by_digest():
    workflow = (ROOT / ".github" / "workflows" / "test.yml").read_text("utf-8")
    used = re.findall(r"uses: (\S+)", workflow)
    assert used
    assert [each for each in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", each)] == []


def test_links_between_documents_lead_somewhere():
    for path in [*READMES, *sorted((ROOT / ".github").glob("*.md"))]:
        for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text("utf-8")):
            assert (path.parent / link).exists(), f"{path.name} → {link}"


def test_no_file_remembers_a_machine():
    traces = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path in tracked()
        if path.suffix in TEXT and path.is_file() and "vendor" not in path.parts
        if (found := HOMES.search(path.read_text("utf-8", errors="replace")))
    ]
    assert traces == []


def test_data_of_this_machine_stays_out():
    assert [path.name for path in tracked() if path.is_relative_to(ROOT / "instance")] == [
        ".gitkeep"
    ]


def _code_of(markdown: str) -> str:
    return "\n".join(re.findall(r"```.*?```|`[^`\n]+`", markdown, re.DOTALL))


def test_types_are_checked_with_no_code_switched_off():
    """What cannot be typed is ignored line by line, by its code and with a reason."""
    mypy = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["mypy"]
    assert mypy["packages"] == ["board"] and mypy["warn_unused_ignores"]
    for settings in (mypy, *mypy["overrides"]):
        assert not settings.keys() & {"disable_error_code", "ignore_errors", "exclude"}
    ignored = [
        line.strip()
        for path in modules().values()
        for line in path.read_text("utf-8").splitlines()
        if "# type: ignore" in line
    ]
    wanting = [each for each in ignored if not re.search(r"# type: ignore\[[a-z-]+\]  # \S", each)]
    assert wanting == []

"""The glossary is complete and true: every table, every name, every word on screen."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from board import models
from board.extensions import Model
from tests.house.imports import ROOT, modules, tree_of

GLOSSARY = (ROOT / ".github" / "GLOSSARY.md").read_text("utf-8")
LINES = re.findall(r"^\| (.+?) \| (.+?) \| .+? \|$", GLOSSARY, re.MULTILINE)
NAMED = [name for _, code in LINES for name in re.findall(r"`([^`]+)`", code)]

pytestmark = pytest.mark.one_database


def test_every_table_of_the_database_is_explained():
    tables = {mapper.class_.__name__ for mapper in Model.registry.mappers}
    assert tables - {name.partition(".")[0] for name in NAMED} == set()


def test_every_name_in_the_glossary_exists():
    classes = {node.name: node for node in _nodes() if isinstance(node, ast.ClassDef)}
    unknown = [
        name
        for name in NAMED
        if not (ROOT / name).exists()
        and name not in models.__all__
        and not (name in classes or _has(classes, *name.split(".")))
    ]
    assert NAMED
    assert unknown == []


def test_every_word_in_the_glossary_is_shown_somewhere():
    templates = [path for path in (ROOT / "templates").rglob("*") if path.is_file()]
    shown = "\n".join([*(path.read_text("utf-8") for path in templates), *_sentences()])
    words = [word for first, _ in LINES for word in first.split(" · ")]
    assert [word for word in words if word not in (*"—", "on screen") and word not in shown] == []


def _nodes() -> Iterator[ast.AST]:
    for module in modules():
        yield from ast.walk(tree_of(module))


def _has(classes: dict[str, ast.ClassDef], owner: str, member: str = "") -> bool:
    """Whether a class names this member in its own lines, as a method or an attribute."""
    inside = ast.walk(classes[owner]) if owner in classes else ()
    return any(
        member in (getattr(node, "name", None), getattr(node, "id", None), _attribute(node))
        for node in inside
    )


def _attribute(node: ast.AST) -> str | None:
    return node.attr if isinstance(node, ast.Attribute) else None


def _sentences() -> Iterator[str]:
    """Every text in the code but its docstrings."""
    docstrings = {id(node.value) for node in _nodes() if isinstance(node, ast.Expr)}
    for node in _nodes():
        if isinstance(node, ast.Constant) and id(node) not in docstrings:
            yield str(node.value)

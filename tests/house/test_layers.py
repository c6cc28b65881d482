"""Layers: what each layer leaves to the others."""

import ast
from collections.abc import Iterator

from tests.house.imports import modules, tree_of

# A view may build a query of its own now and then; most questions belong to their noun.
MOST_SELECTS_IN_WEB = 5
LONGEST_FUNCTION = 40
OF_A_REQUEST = {"request", "flash", "session", "g", "redirect", "render_template", "url_for"}
OTHER_CLOCKS = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today"}


def nodes(kind: type[ast.AST], *packages: str) -> Iterator[tuple[str, ast.AST]]:
    """(module, node) for every node of a kind in these packages; in all of them without any."""
    for name in modules():
        if name.startswith(packages or "board"):
            yield from ((name, node) for node in ast.walk(tree_of(name)) if isinstance(node, kind))


def calls(*packages: str) -> Iterator[tuple[str, str]]:
    return ((name, ast.unparse(node.func)) for name, node in nodes(ast.Call, *packages))


def test_only_the_edge_commits():
    inside = ("board.models", "board.forms", "board.text")
    ends = ("session.commit", "session.rollback")
    assert [each for each in calls(*inside) if each[1].endswith(ends)] == []


def test_the_newspaper_knows_nothing_of_requests():
    taken = [
        (name, alias.name)
        for name, node in nodes(ast.ImportFrom, "board.models", "board.text")
        for alias in node.names
        if node.module == "flask" and alias.name in OF_A_REQUEST
    ]
    assert taken == []


def test_views_ask_by_name_instead_of_building_queries():
    built = [each for each in calls("board.web") if each[1] in ("select", "text", "db.select")]
    assert len(built) <= MOST_SELECTS_IN_WEB, built


def test_nobody_asks_another_clock():
    asked = [each for each in calls() if each[1] in OTHER_CLOCKS and each[0] != "board.clock"]
    assert asked == []


def test_functions_fit_on_a_screen():
    long = [
        f"{name}.{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for name, node in nodes(ast.FunctionDef)
        if node.end_lineno - node.lineno >= LONGEST_FUNCTION
    ]
    assert long == []


def test_every_module_says_what_it_is_for():
    silent = [name for name in modules() if tree_of(name).body]
    assert [name for name in silent if not ast.get_docstring(tree_of(name))] == []

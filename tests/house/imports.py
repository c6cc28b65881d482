"""Who imports whom in board/, read from the source without running it."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BOARD = ROOT / "board"


@cache
def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name; migrations are scripts, not modules."""
    files = (path for path in BOARD.rglob("*.py") if "migrations" not in path.parts)
    return {name_of(path): path for path in sorted(files)}


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree_of(name: str) -> ast.Module:
    return ast.parse(modules()[name].read_text("utf-8"))


def imports_of(name: str, *, at_start_only: bool = False) -> set[str]:
    """The modules of board/ that one of them imports; not those named for type checkers only.

    With `at_start_only` what a function imports when it is called is left out.
    """
    known = modules()
    found = set()
    for node in _statements(tree_of(name), at_start_only=at_start_only):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name in known}
        elif isinstance(node, ast.ImportFrom) and node.module in known:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= inner & known.keys()
            if inner - known.keys():
                found.add(node.module)
    return found - {name}


def circles() -> list[list[str]]:
    """Modules that import each other in a ring while they are being loaded."""
    graph = {name: imports_of(name, at_start_only=True) for name in modules()}
    rings, settled = [], set()

    def follow(name: str, trail: list[str]) -> None:
        if name in trail:
            rings.append(trail[trail.index(name) :])
        elif name not in settled:
            for other in sorted(graph[name]):
                follow(other, [*trail, name])
            settled.add(name)

    for name in graph:
        follow(name, [])
    return rings


def knots(names: Collection[str]) -> list[list[str]]:
    """Those of these modules that need each other in a ring, counting what is imported only when a
    function is called: strongly connected, in the language of graphs."""
    reached = {name: _reached(name, names) for name in names}
    rings = {
        tuple(sorted(other for other in reached[name] if name in reached[other])) for name in names
    }
    return [list(ring) for ring in sorted(rings) if len(ring) > 1]


def _reached(name: str, among: Collection[str]) -> set[str]:
    """The modules one leads to, over however many imports."""
    found: set[str] = set()
    open_ends = [name]
    while open_ends:
        new = (imports_of(open_ends.pop()) & set(among)) - found
        found |= new
        open_ends += new
    return found


def _statements(node: ast.AST, *, at_start_only: bool) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        if at_start_only and isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        yield child
        yield from _statements(child, at_start_only=at_start_only)

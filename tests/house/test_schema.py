"""Database schema: migrations give what the models describe, and import nothing of ours."""

from __future__ import annotations

import ast
import sys

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask

from board.config import ROOT
from board.extensions import db

VERSIONS = ROOT / "board" / "migrations" / "versions"
# What a migration may use: it does the same in ten years, whatever has become of our own code.
LASTING = sys.stdlib_module_names | {"alembic", "sqlalchemy"}


def test_migrations_make_exactly_what_the_models_say(app: Flask):
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, db.metadata) == []


def test_there_is_one_last_migration():
    assert len(ScriptDirectory(str(ROOT / "board" / "migrations")).get_heads()) == 1


def test_a_migration_imports_no_living_code():
    imported = [
        (path.name, name)
        for path in sorted(VERSIONS.glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in _imported(node)
    ]
    assert len({path for path, _ in imported}) >= 20
    assert [each for each in imported if each[1].partition(".")[0] not in LASTING] == []


def _imported(node: ast.AST) -> list[str]:
    """The modules an import statement names; one of our own where it is relative."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return ["board" if node.level else str(node.module)]
    return []

"""Alembic's entry: migrates the database of the current application, one transaction a step."""

from alembic import context
from flask import current_app

import board.models  # noqa: F401  every table has to be known
from board.columns import SafeHTML, UTCDateTime
from board.extensions import db

PLAIN_TYPES = {UTCDateTime: "sa.DateTime()", SafeHTML: "sa.Text()"}


def render_item(kind: str, item, _autogen_context):
    """Write our own column types as what they are in the database: migrations outlive code."""
    return PLAIN_TYPES.get(type(item), False) if kind == "type" else False


def run() -> None:
    with db.engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=db.metadata,
            transaction_per_migration=True,
            render_item=render_item,
            **current_app.extensions["migrate"].configure_args,
        )
        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    raise SystemExit("Migrations run against a database, not as a script.")
run()

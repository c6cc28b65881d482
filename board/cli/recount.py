"""Recounting from the command line."""

import click
from flask.cli import with_appcontext

from board.extensions import db
from board.models import recount as recount_all


@click.command()
@with_appcontext
def recount() -> None:
    """댓글 수와 추천 수를 다시 셉니다."""
    wrong = recount_all()
    db.session.commit()
    click.echo(f"바로잡은 숫자: {wrong}개")

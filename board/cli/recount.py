"""Recount command: rebuild counters and the similarity index."""

import click
from flask.cli import with_appcontext

from board.extensions import db
from board.models import recompare
from board.models import recount as recount_all


@click.command()
@with_appcontext
def recount() -> None:
    """글 수와 댓글 수, 추천 수를 다시 세고, 같은 글을 찾는 색인을 다시 만듭니다."""
    wrong = 0
    for corrected in recount_all():
        db.session.commit()
        wrong += corrected
    click.echo(f"바로잡은 숫자: {wrong}개")
    articles = 0
    for articles in recompare():  # noqa: B007
        db.session.commit()
    click.echo(f"다시 견준 글: {articles}개")

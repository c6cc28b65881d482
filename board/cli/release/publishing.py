"""Article commands: list, publish, withdraw."""

import sys

import click
from flask.cli import with_appcontext

from board.cli.release.asking import address, editor, in_words, publish_if_whole
from board.extensions import db
from board.models import Article, Desk
from board.models.screens.articles import STATES


@click.command("list")
@click.option("--state", type=click.Choice(list(STATES)), default=None, help="이 상태인 글만")
@click.option("--page", default=1, type=click.IntRange(1), help="몇째 쪽")
@with_appcontext
def list_(state: str | None, page: int) -> None:
    """글을 새로 고친 것부터 보여 줍니다: 번호, 상태, 게시판, 제목."""
    with in_words():
        desk = Desk(state=state or "", page=page)
        for article in desk.rows:
            row = (article.id, STATES[article.state], article.board.name, article.title)
            click.echo("\t".join(map(str, row)))


@click.command()
@click.argument("ids", nargs=-1, required=True, type=int, metavar="ID…")
@click.option("--by", "username", help="올릴 편집자의 아이디. 정하지 않으면 첫 편집자입니다.")
@with_appcontext
def publish(ids: tuple[int, ...], username: str | None) -> None:
    """번호가 ID인 글을 지금 게시합니다."""
    with in_words():
        by = editor(username)
        done = [_done(number, lambda article: publish_if_whole(article, by)) for number in ids]
    if not all(done):
        sys.exit(1)


@click.command()
@click.argument("id", type=int)
@click.option("--reason", required=True, help="게시 중단 사유")
@click.option("--by", "username", help="내릴 편집자의 아이디. 정하지 않으면 첫 편집자입니다.")
@with_appcontext
def withdraw(id: int, reason: str, username: str | None) -> None:
    """번호가 ID인 글의 게시를 중단합니다."""
    with in_words():
        by = editor(username)
        if not _done(id, lambda article: article.withdraw(by=by, reason=reason)):
            sys.exit(1)


def _done(number: int, deed) -> bool:
    """Apply `deed` to one article and print its new state; returns whether it succeeded."""
    article = db.session.get(Article, number)
    try:
        if article is None:
            raise ValueError(f"그런 번호의 글이 없습니다: {number}")
        deed(article)
        db.session.commit()
    except ValueError as error:
        db.session.rollback()
        click.echo(str(error), err=True)
        return False
    click.echo(address(article))
    return True

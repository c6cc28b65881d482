"""Press releases from the command line."""

import sys
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy.exc import DatabaseError

from board.extensions import db
from board.models import ADMIN, Article, Board, PressRelease, User, settle_leftovers
from board.text import pasted

MOST_BYTES = 2 * 1024 * 1024


@click.group()
def release() -> None:
    """보도자료를 가져옵니다."""


@release.command("import")
@click.argument("file")
@click.option("--board", "slug", required=True, help="넣을 게시판의 주소 이름. 예: free")
@click.option("--publish", is_flag=True, help="초안으로 두지 않고 지금 올립니다.")
@click.option("--by", "username", help="작성할 편집자의 아이디. 정하지 않으면 첫 편집자입니다.")
@with_appcontext
def import_(file: str, slug: str, publish: bool, username: str | None) -> None:
    """쪽을 통째로 복사해 담은 FILE(- 이면 표준 입력)을 글로 만들고 그 주소를 알려 줍니다.

    올린 시각은 지금이고, 자료에 적힌 날짜는 글에 따로 남습니다.
    """
    text = _read(file)
    try:
        settle_leftovers()
        article = _draft(text, slug, username)
        if publish:
            article.publish(by=article.author)
        db.session.commit()
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    except DatabaseError:
        raise click.ClickException(
            "데이터베이스를 쓸 수 없습니다. board db upgrade 를 먼저 해 주세요."
        ) from None
    click.echo(_address(article))


def _draft(text: str, slug: str, username: str | None) -> Article:
    board = db.session.scalar(Board.at(slug))
    if board is None:
        slugs = ", ".join(board.slug for board in db.session.scalars(Board.in_order()))
        raise ValueError(f"‘{slug}’ 게시판이 없습니다. 있는 게시판: {slugs or '없음'}")
    return PressRelease.read(text).draft(board=board, by=_editor(username))


def _editor(username: str | None) -> User:
    question = User.named(username) if username else User.with_role(ADMIN).order_by(User.id)
    editor = db.session.scalar(question.limit(1))
    if editor is None or not editor.can_edit_articles:
        raise ValueError(
            "글을 쓸 편집자가 없습니다. board user add 아이디 --role admin 으로 만들어 주세요."
        )
    return editor


def _address(article: Article) -> str:
    """Where it is read; a draft is nowhere yet, so where it is edited."""
    path = f"/articles/{article.id}"
    if not article.is_published:
        path = f"/newsroom{path}/edit"
    return current_app.settings.url + path  # type: ignore[attr-defined]


def _read(file: str) -> str:
    try:
        if file == "-":
            raw = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(file).open("rb") as opened:
                raw = opened.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise click.ClickException(f"그런 파일이 없습니다: {file}") from None
    except OSError:
        raise click.ClickException(f"파일을 읽을 수 없습니다: {file}") from None
    if len(raw) > MOST_BYTES:
        raise click.ClickException("파일이 너무 큽니다. 2 MB까지 읽을 수 있습니다.")
    try:
        return pasted.decode(raw)
    except ValueError as error:
        raise click.ClickException(str(error)) from None

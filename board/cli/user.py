"""User commands; the first admin is created here."""

import click
from flask.cli import with_appcontext

from board.extensions import db
from board.models import READER, ROLES, Masthead, User
from board.text.names import USERNAME, USERNAME_RULE, check_name

TAKEN = "이미 있는 아이디나 이름입니다."


@click.group()
def user() -> None:
    """회원을 만들고 비밀번호를 새로 정합니다."""


@user.command()
@click.argument("username")
@click.option("--role", type=click.Choice(ROLES), default="admin", show_default=True)
@click.option("--name", help="글에 보이는 이름. 정하지 않으면 물어봅니다.")
@with_appcontext
def add(username: str, role: str, name: str | None) -> None:
    """USERNAME 회원을 만들고 첫 비밀번호를 한 번 보여 줍니다."""
    username = username.lower()
    if not USERNAME.fullmatch(username):
        raise click.ClickException(f"아이디는 {USERNAME_RULE} 씁니다.")
    if db.session.scalar(User.named(username)) is not None:
        raise click.ClickException(TAKEN)
    name = name or click.prompt("글에 보이는 이름")
    try:
        check = Masthead.check_free if role == READER else check_name
        name = check(name)
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    if db.session.scalar(User.called(name)) is not None:
        raise click.ClickException(TAKEN)
    _person, password = User.appoint(username, name, role)
    db.session.commit()
    click.echo(
        f"아이디: {username}\n첫 비밀번호: {password}\n처음 로그인하면 새 비밀번호를 정합니다."
    )


@user.command()
@click.argument("username")
@with_appcontext
def password(username: str) -> None:
    """USERNAME 회원의 비밀번호를 새로 정해 한 번 보여 주고, 모든 로그인을 끊습니다."""
    person = db.session.scalar(User.named(username))
    if person is None:
        raise click.ClickException("그런 아이디가 없습니다.")
    first = person.reset_password()
    db.session.commit()
    click.echo(f"새 비밀번호: {first}\n로그인하면 바로 바꾸게 됩니다.")

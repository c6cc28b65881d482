"""Outgoing mail commands: send what waits."""

import click
from flask.cli import with_appcontext

from board.application import application, current_app
from board.notifications.delivery import post_waiting


@click.group()
def post() -> None:
    """보낼 메일을 다룹니다."""


@post.command()
@with_appcontext
def send() -> None:
    """아직 나가지 않은 메일을 다시 보냅니다."""
    if current_app.settings.smtp is None:
        raise click.ClickException("메일 설정이 없습니다. BOARD_SMTP_HOST부터 정해 주세요.")
    sent, failed = post_waiting(application())
    click.echo(f"보낸 메일 {sent}통, 보내지 못한 메일 {failed}통")
    if failed:
        raise SystemExit(1)

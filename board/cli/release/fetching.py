"""Mail fetching: import the mailbox into drafts, run by a timer every few minutes."""

import sys

import click
from flask.cli import with_appcontext

from board.application import current_app
from board.cli.release.asking import address, editor, in_words
from board.extensions import reading
from board.jobs import inbox
from board.mail.inbox import MailboxError
from board.models import settle_leftovers


@click.command("fetch")
@click.option("--by", "username", help="작성할 편집자의 아이디. 정하지 않으면 첫 편집자입니다.")
@with_appcontext
def fetch(username: str | None) -> None:
    """메일함(BOARD_INBOX)에 새로 온 메일을 초안으로 만듭니다. 한 통에 한 줄로 알려 줍니다."""
    if not current_app.settings.inbox:
        raise click.ClickException("메일함이 정해져 있지 않습니다. BOARD_INBOX를 설정해 주세요.")
    with in_words():
        with reading():
            settle_leftovers()
        try:
            for fetched in inbox.fetch(by=editor(username)):
                _tell(fetched)
        except MailboxError as error:
            sys.exit(str(error))


def _tell(fetched: inbox.Fetched) -> None:
    mail, draft = fetched.mail, fetched.draft
    became = mail.problem if draft is None else address(draft)
    click.echo(f"{mail.sender}: {mail.subject} → {became}")

"""Command line: the `board` command, for everything that is done to a site from a terminal."""

import sqlite3
import sys

import click
from flask.cli import FlaskGroup
from flask_migrate.cli import db as migrations
from sqlalchemy.exc import OperationalError

from board.config import VERSION, BadSettings
from board.files.disk import is_refusal


def _create_app():
    from board import create_app

    return create_app()


@click.group(
    cls=FlaskGroup,
    create_app=_create_app,
    add_default_commands=False,
    add_version_option=False,
    load_dotenv=False,
    help="나루: 지역 신문을 위한 게시판",
)
@click.version_option(VERSION, prog_name="나루", message="%(prog)s %(version)s")
def board() -> None:
    pass


def main() -> None:
    """Run the command; an invalid setting, and a database or a disk that cannot be used, are
    reported in one line, not as a traceback. SQLite has waited for other writers by then."""
    from board.cli.audit import audit
    from board.cli.post import post
    from board.cli.recount import recount
    from board.cli.release import release
    from board.cli.seed import seed
    from board.cli.serve import serve
    from board.cli.tidy import tidy
    from board.cli.user import user

    for command in (serve, migrations, user, release, seed, recount, post, audit, tidy):
        board.add_command(command)
    try:
        board.main()
    except BadSettings as error:
        sys.exit(f"설정을 고쳐 주세요: {error}")
    except (OperationalError, sqlite3.OperationalError) as error:
        reason = str(getattr(error, "orig", error)).partition("\n")[0]
        sys.exit(
            f"데이터베이스를 쓰지 못했습니다 ({reason}). "
            "다른 프로그램이 쓰고 있으면 끝난 뒤에, 새로 만든 곳이면 board db upgrade 다음에 해 주세요."
        )
    except OSError as error:
        if not is_refusal(error):
            raise
        sys.exit(f"디스크에 쓰지 못했습니다 ({error.strerror}). 자리를 비운 뒤 다시 해 주세요.")

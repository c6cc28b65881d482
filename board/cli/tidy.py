"""Retention command: erase what is past its retention time, every night."""

import sys
from collections.abc import Callable

import click
from flask.cli import with_appcontext
from sqlalchemy.exc import OperationalError

from board.application import current_app
from board.extensions import analyse, db, reading
from board.models import Chore, RetentionRun, chores


@click.command()
@click.option("--dry-run", is_flag=True, help="아무것도 지우지 않고, 지울 것을 말하기만 합니다.")
@with_appcontext
def tidy(dry_run: bool) -> None:
    """보관 기간이 지난 자료를 지웁니다. 날마다 한 번, 사이트를 켜 둔 채로 부릅니다."""
    click.echo("지울 것 (아직 지우지 않았습니다)" if dry_run else "지운 것")
    undone = 0
    for chore in chores(current_app.settings.address_days):
        try:
            number = _look(chore.count) if dry_run else _do(chore)
        except OperationalError:
            undone += 1
            click.echo(f"  {chore.name}: 데이터베이스가 바빠 미루었습니다.")
        except OSError as error:
            undone += 1
            click.echo(f"  {chore.name}: 지우지 못했습니다 ({error.strerror}).")
        else:
            click.echo(f"  {chore.name}: {number:,}건")
        finally:
            db.session.rollback()
    if undone:
        sys.exit(1)
    if not dry_run:
        RetentionRun.note()
        analyse(db.session.connection())
        db.session.commit()


def _do(chore: Chore) -> int:
    """Erase in small batches: read without a write lock, write what was found, repeat."""
    done = 0
    while found := _look(chore.some):
        gone = chore.do(found)
        db.session.commit()
        done += gone
        if not gone:
            break  # somebody else has just done it, or is about to
    return done


def _look(ask: Callable):
    with reading():
        return ask()

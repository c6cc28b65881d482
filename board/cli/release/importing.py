"""File import: files become articles, as if dropped in the newsroom."""

import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from flask.cli import with_appcontext

from board.cli.release.asking import address, board_at, editor, in_words, publish_if_whole
from board.extensions import db, reading
from board.files.limits import LARGEST_ON_DISK
from board.files.storage import storage, write
from board.models import Arrival, Batch, User, each_of, settle_leftovers
from board.text.documents import Enclosed


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--board", "slug", required=True, help="넣을 게시판의 주소 이름. 예: free")
@click.option("--publish", is_flag=True, help="초안으로 두지 않고 지금 게시합니다.")
@click.option("--originals", is_flag=True, help="원본 파일도 글에 첨부합니다.")
@click.option("--by", "username", help="작성할 편집자의 아이디. 정하지 않으면 첫 편집자입니다.")
@with_appcontext
def import_(
    files: tuple[str, ...], slug: str, publish: bool, originals: bool, username: str | None
) -> None:
    """FILE(HWPX, HWP, HML, DOCX, ODT, PDF, EML, HTML, TXT, 사진, ZIP; - 이면 표준 입력)을 글로 만듭니다.

    함께 준 사진은 글에 들어갑니다. 파일마다 글의 주소나 읽지 못한 이유을 한 줄로 알려 줍니다.
    게시 시각은 지금이고, 자료에 적힌 날짜는 글에 따로 남습니다.
    """
    with in_words(), _found(files) as (found, missing):
        with reading():
            settle_leftovers()
        by = editor(username)
        batch = Batch(board_at(slug), by, secrets.token_hex(12), originals=originals)
        db.session.commit()
        failed = [_tell(arrival) for arrival in missing]
        failed += [not _landed(arrival, publish, by) for arrival in _each(batch, found)]
    if any(failed):
        sys.exit(1)


def _each(batch: Batch, found: list[Enclosed]) -> Iterator[Arrival]:
    """Import the files one by one, each committed; on a terminal with a progress bar."""
    is_seen = sys.stderr.isatty()
    read = each_of(found, originals=batch.originals)
    with click.progressbar(
        read, length=len(found), label="가져오는 중", file=sys.stderr, hidden=not is_seen
    ) as bar:
        for arriving in bar:
            arrivals = [batch.land(each) for each in arriving.each]
            db.session.commit()
            if is_seen:
                click.echo(err=True)
            for arrival in arrivals:
                yield arrival
                db.session.commit()  # the next file is read now, in which nothing may be locked


def _landed(arrival: Arrival, publish: bool, by: User) -> bool:
    """Print what became of a file; returns whether all went well."""
    if arrival.article is None:
        return not _tell(arrival)
    try:
        if publish and arrival.is_draft and arrival.article.is_draft:
            publish_if_whole(arrival.article, by)
            db.session.commit()
    except ValueError as error:
        db.session.rollback()
        return not _tell(Arrival(arrival.name, problem=f"{arrival.name}: {error}"))
    click.echo(address(arrival.article))
    return True


def _tell(arrival: Arrival) -> bool:
    click.echo(arrival.problem, err=True)
    return True


@contextmanager
def _found(files: tuple[str, ...]) -> Iterator[tuple[list[Enclosed], list[Arrival]]]:
    """(files that exist, arrivals with an error sentence for each that does not)."""
    found, missing = [], []
    with storage().scratch() as folder:
        for number, file in enumerate(files):
            path = Path(file)
            try:
                if file == "-":
                    path = folder / "pasted"
                    write(path, sys.stdin.buffer)
                size = path.stat().st_size
                if not path.is_file() or size > LARGEST_ON_DISK:
                    raise ValueError
                path.open("rb").close()
            except FileNotFoundError:
                missing.append(Arrival(file, problem=f"그런 파일이 없습니다: {file}"))
            except OSError:
                missing.append(Arrival(file, problem=f"파일을 읽을 수 없습니다: {file}"))
            except ValueError:
                missing.append(Arrival(file, problem=f"파일이 너무 크거나 파일이 아닙니다: {file}"))
            else:
                here = folder / str(number)  # what is made of a file never stands beside it
                here.symlink_to(path.absolute())
                found.append(Enclosed("붙여 넣은 글.txt" if file == "-" else path.name, here))
        yield found, missing

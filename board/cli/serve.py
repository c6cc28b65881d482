"""Server command: one for the sample and for a real paper."""

import socket
import sys
from importlib import import_module
from ipaddress import ip_address

import click
from flask.cli import with_appcontext
from flask_migrate import upgrade

from board.application import current_app
from board.cli.seed import sample_people, seed_if_empty
from board.config import Settings
from board.extensions import db, reading
from board.models import User, settle_leftovers

READY_SECONDS = 2  # for a new worker, before the one it follows is stopped


@click.command()
@click.option("--sample", is_flag=True, help="빈 데이터베이스에 견본 신문을 심습니다.")
@click.option("--public", is_flag=True, help="견본 신문을 이 컴퓨터 밖에도 엽니다.")
@with_appcontext
def serve(sample: bool, public: bool) -> None:
    """데이터베이스를 최신으로 올린 뒤 사이트를 엽니다."""
    settings: Settings = current_app.settings
    if not settings.is_production and not public:
        refuse_strangers(settings)
    _check_port(settings)
    upgrade()
    if settings.is_production:
        refuse_sample_passwords()
    with reading():  # files are moved, while another server may be writing
        settle_leftovers()
    if sample:
        seed_if_empty()
    db.session.remove()  # the workers' parent must hold neither a lock nor a connection
    db.engine.dispose()
    click.echo(f"\n  나루를 열었습니다: {settings.url}\n")
    if sample:
        _introduce()
    sys.stdout.flush()
    import_module("board.wsgi")  # workers are forked and share what is loaded by then
    _granian(settings).serve()


def _granian(settings: Settings):
    """The server: HTTP in Rust, then `board.http.front`, which waits for bodies and for turns."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    return Granian(
        "board.wsgi:front",
        address=settings.bind,
        port=settings.port,
        interface=Interfaces.RSGI,
        workers=settings.workers,
        websockets=False,
        backlog=1024,
        log_level=LogLevels.error,
        respawn_failed_workers=True,
        respawn_interval=READY_SECONDS,
        workers_kill_timeout=20,
    )


def refuse_strangers(settings: Settings) -> None:
    """Stop the start of a sample on an address that other machines reach."""
    if not _is_loopback(settings.bind):
        raise click.ClickException(
            f"견본 신문의 비밀번호는 누구나 아는 것이어서 {settings.bind} 에는 열지 않습니다. "
            "그래도 다른 컴퓨터에 보이려면 이렇게 엽니다: make run ARGS=--public"
        )


def _is_loopback(address: str) -> bool:
    try:
        return address == "localhost" or ip_address(address).is_loopback
    except ValueError:
        return False


def refuse_sample_passwords() -> None:
    """Stop the start while anybody has a password that the sample paper's README publishes."""
    known = {
        person.username for person in sample_people() if _opens(person.username, person.password)
    }
    if known:
        raise click.ClickException(
            f"견본 신문의 비밀번호를 아직 쓰는 사람이 있습니다: {', '.join(sorted(known))}. "
            "누구나 아는 비밀번호이니 BOARD_ENV=sample로 열어 바꾸거나 새 폴더에서 시작해 주세요."
        )


def _opens(username: str, password: str) -> bool:
    _user, check = User.challenge(username, password)
    return check()


def _introduce() -> None:
    click.echo("  로그인해 볼 수 있는 사람 (아이디 / 비밀번호):")
    for person in sample_people():
        click.echo(f"    {person.role_name}  {person.username} / {person.password}")
    click.echo("\n  멈추려면 Ctrl+C\n")


def _check_port(settings: Settings) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.bind, settings.port))
        except OSError as error:
            raise click.ClickException(
                f"{settings.bind}:{settings.port} 에서 열 수 없습니다 ({error.strerror}). "
                f"다른 번호로 열어 보세요: PORT={settings.port + 1} make run"
            ) from None

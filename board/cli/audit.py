"""Audit log commands: verify the hash chain."""

import re

import click
from flask.cli import with_appcontext

from board import clock
from board.extensions import reading
from board.models import BrokenChainError, Chain, Head

SHORTEST_DIGEST = 16  # hexadecimal digits
NOTED = re.compile(rf"([1-9]\d{{0,17}}):([0-9a-f]{{{SHORTEST_DIGEST},64}})")


@click.group()
def audit() -> None:
    """감사 기록을 확인합니다."""


@audit.command()
@click.option(
    "--head",
    "noted",
    metavar="번호:값",
    help="전에 적어 둔 머리(마지막 기록)가 아직 있는지 확인합니다.",
)
@with_appcontext
def verify(noted: str | None) -> None:
    """감사 기록이 쓴 그대로인지 처음부터 끝까지 확인합니다. 바뀐 곳이 있으면 종료 코드가 1입니다."""
    try:
        with reading():  # a look at a long log must not keep the site from writing
            chain = Chain.walk(None if noted is None else _head(noted))
    except BrokenChainError as error:
        raise click.ClickException(str(error)) from None
    if not chain.head.number:
        click.echo("아직 기록이 없습니다.")
        return
    click.echo(f"기록 {chain.head.number:,}건이 모두 쓴 그대로입니다.")
    click.echo(f"{_wall_clock(chain.first_at)}부터 {_wall_clock(chain.last_at)}까지")
    click.echo(f"머리 {chain.head.number}:{chain.head.digest}")
    click.echo("머리를 다른 곳에 적어 두면, 나중에 --head로 끝이 잘리지 않았는지 볼 수 있습니다.")


def _head(text: str) -> Head:
    found = NOTED.fullmatch(text.strip().lower())
    if found is None:
        raise click.BadParameter(
            f"번호:값으로 씁니다. 값은 {SHORTEST_DIGEST}자 이상의 16진수입니다.",
            param_hint="--head",
        )
    return Head(int(found[1]), found[2])


def _wall_clock(moment) -> str:
    return f"{clock.local(moment):%Y-%m-%d %H:%M:%S}"

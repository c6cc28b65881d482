"""Press release commands."""

import click

from board.cli.release.fetching import fetch
from board.cli.release.importing import import_
from board.cli.release.publishing import list_, publish, withdraw


@click.group()
def release() -> None:
    """보도자료를 가져오고, 게시하고, 게시를 중단합니다."""


for command in (import_, fetch, list_, publish, withdraw):
    release.add_command(command)

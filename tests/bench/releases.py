"""Benchmark of press release extraction: accuracy for each format and each form, then speed.

`python -m tests.bench releases` prints the table and ends with 1 when a goal is missed.
"""

import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from board.extensions import db
from board.models import Board, PressRelease
from board.models.intake.filing import Filing
from board.text.documents import Document
from tests.bench import speed
from tests.releases import trial
from tests.releases.judging import Verdict


def main(_: list[str]) -> int:
    """Reads all releases in all formats, and all forms in all wordings, and prints what was right;
    then how fast they are drafts."""
    verdicts: dict[str, list[Verdict]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder, speed.paper(Path(folder)) as (board, _editor):
        for place in trial.places():
            db.session.add(Board(group=board.group, slug=f"place-{abs(hash(place))}", name=place))
        for case in trial.cases():
            verdicts[case.format].append(_told(case.name, trial.tried(case, file=_filed)))
        for form, wording in trial.forms():
            verdict = trial.tried_form(form, wording, _filed)
            verdicts[form.name].append(_told(f"{form.name} · {wording}", verdict))
    everything = [verdict for found in verdicts.values() for verdict in found]
    __say({**verdicts, "all": everything})
    faults = trial.missed(everything)
    _say("\n".join(faults) or "every goal is reached")
    return max(int(bool(faults)), speed.main([]))


def _filed(document: Document) -> str:
    board = Filing.of(PressRelease.of(document)).board
    return board.name if board else ""


def _told(name: str, verdict: Verdict) -> Verdict:
    for fault in verdict.faults:
        _say(f"{name}: {fault[:300]}")
    return verdict


def __say(verdicts: dict[str, list[Verdict]]) -> None:
    _say(f"{'':22}" + "".join(f"{what:>13}" for what in trial.GOALS))
    for name, found in verdicts.items():
        share = trial.shares(found)
        told = (f"{'/'.join(map(str, share.get(what, '-'))):>13}" for what in trial.GOALS)
        _say(f"{name:17}{len(found):4} " + "".join(told))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")

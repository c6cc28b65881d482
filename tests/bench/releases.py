"""Benchmark of press release extraction: accuracy for each format, then speed (`speed`).

`python -m tests.bench releases` prints the table and ends with 1 when a goal is missed.
"""

import sys
from collections import defaultdict

from tests.bench import speed
from tests.releases.judging import Verdict
from tests.releases.trial import GOALS, cases, missed, shares, tried


def main(_: list[str]) -> int:
    """Reads all releases in all formats and prints what was right; then how fast they are drafts."""
    verdicts: dict[str, list[Verdict]] = defaultdict(list)
    for case in cases():
        verdict = tried(case)
        verdicts[case.format].append(verdict)
        for fault in verdict.faults:
            _say(f"{case.name}: {fault[:300]}")
    everything = [verdict for found in verdicts.values() for verdict in found]
    __say({**verdicts, "all": everything})
    faults = missed(everything)
    _say("\n".join(faults) or "every goal is reached")
    return max(int(bool(faults)), speed.main([]))


def __say(verdicts: dict[str, list[Verdict]]) -> None:
    _say(f"{'':14}" + "".join(f"{what:>13}" for what in GOALS))
    for format_, found in verdicts.items():
        share = shares(found)
        told = (f"{'/'.join(map(str, share.get(what, '-'))):>13}" for what in GOALS)
        _say(f"{format_:9}{len(found):4} " + "".join(told))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")

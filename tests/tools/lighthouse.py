"""`make lighthouse`: the four scores of every page the figures speak of, on a phone and a desktop.

The paper it weighs is the gate's own, served by the shipped command. A score of performance is
worth only as much as the machine is quiet: benchmarkIndex says how fast it was (an idle desk has
1,500 or more). A page that does not get a hundred is weighed up to three times and the best is
printed; so is one that Lighthouse does not get through, as it happens with a browser that was slow
to start. Arguments are names of pages; without any, all are weighed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.browser.chromium import arguments, find
from tests.browser.conftest import BOARD, ROOT, surroundings
from tests.browser.gate.budgets import PAGES
from tests.browser.gate.paper import Paper, served, talked_about
from tests.tools import node

WEIGHED = ("home", "list", "article", "sign-in", "newsroom")
NOT_TO_BE_FOUND = ("search", "sign-in", "registration", "not-found")  # they ask for that themselves
TRIES = 3
SCORES = ("performance", "accessibility", "best-practices", "seo")
FORMS = {"phone": [], "desktop": ["--preset=desktop"]}


def main(names: list[str]) -> None:
    print(f"{'':22}{'':9}performance  accessibility  best-practices  seo  benchmarkIndex")
    with tempfile.TemporaryDirectory() as folder:
        paper = sown(Path(folder))
        with served(paper) as site:
            for name in names or WEIGHED:
                for form, words in FORMS.items():
                    print(row(name, form, best(site, paper, name, words)), flush=True)


def sown(folder: Path) -> Paper:
    for command in (["db", "upgrade"], ["seed"]):
        surrounded = surroundings(folder / "sown", 0)
        subprocess.run([BOARD, *command], cwd=ROOT, env=surrounded, check=True)
    return talked_about(folder / "sown", folder / "instance")


def best(site: str, paper: Paper, name: str, words: list[str]) -> dict:
    """The report with the best performance of up to three."""
    reports = []
    for number in range(1, TRIES + 1):
        report = weigh(site, paper, name, words)
        if isinstance(report, str):
            print(f"    try {number} of {TRIES}, {name}: {report}", flush=True)
            continue
        reports.append(report)
        if performance(report) == 1:
            break
    if not reports:
        sys.exit(f"Lighthouse did not get through {name}")
    return max(reports, key=performance)


def performance(report: dict) -> float:
    return report["categories"]["performance"]["score"] or 0


def weigh(site: str, paper: Paper, name: str, words: list[str]) -> dict | str:
    """Lighthouse's report on one page, or what kept it from one; newsroom pages get the editor's
    cookie."""
    page = PAGES[name]
    command = [
        *node.command("lighthouse"),
        site + page.address.format(**paper.places),
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(SCORES)}",
        f"--chrome-flags={' '.join(['--headless=new', *arguments()])}",
        *words,
    ]
    if page.role:
        cookie = json.dumps({"Cookie": f"naru_session={paper.token}"})
        command.append(f"--extra-headers={cookie}")
    if page.role or name in NOT_TO_BE_FOUND:
        command.append("--skip-audits=is-crawlable")
    done = subprocess.run(
        command,
        env=os.environ | {"CHROME_PATH": find()},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return done.stderr.strip() or f"exit {done.returncode}"
    report = json.loads(done.stdout)
    return report.get("runtimeError", {}).get("code") or report


def row(name: str, form: str, report: dict) -> str:
    """One line of the table, and one for every audit that cost a point."""
    scores = [report["categories"][each]["score"] for each in SCORES]
    figures = "  ".join(f"{100 * (score or 0):.0f}".rjust(12) for score in scores)
    index = f"{report['environment']['benchmarkIndex']:.0f}".rjust(14)
    return "\n".join([f"{name:22}{form:9}{figures}{index}", *lost(report)])


def lost(report: dict) -> list[str]:
    costly = {
        each["id"]
        for category in report["categories"].values()
        for each in category["auditRefs"]
        if each["weight"]
    }
    audits = (report["audits"][each] for each in sorted(costly))
    return [
        f"    {each['id']}: {each['score']} {each.get('displayValue', '')}"
        for each in audits
        if each["score"] is not None and each["score"] < 1
    ]


if __name__ == "__main__":
    main(sys.argv[1:])

"""HTML validity of every page, as it is served."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

from tests.browser.conftest import ROOT
from tests.browser.gate.budgets import PAGES
from tests.browser.gate.paper import Paper
from tests.tools import node

RULES = ROOT / "tests" / "tools" / "html-validate.json"


def test_every_page_is_valid_html(site: str, paper: Paper, tmp_path: Path) -> None:
    for name, page in PAGES.items():
        cookie = {"Cookie": f"naru_session={paper.token}"} if page.role else {}
        address = site + quote(page.address.format(**paper.places), safe="/?=")
        (tmp_path / f"{name}.html").write_bytes(source(address, cookie, page.status))
    assert not (errors := html_errors(tmp_path)), "\n".join(errors)


def source(address: str, headers: dict[str, str], status: int) -> bytes:
    try:
        answer = urlopen(Request(address, headers=headers))  # noqa: S310
    except HTTPError as refusal:
        answer = refusal
    with answer:
        assert answer.status == status, f"{address} answers {answer.status}"
        return answer.read()


def html_errors(folder: Path) -> list[str]:
    """What html-validate says about the pages in a folder, one sentence each."""
    pages = sorted(str(path) for path in folder.glob("*.html"))
    checker = [*node.command("html-validate"), "--config", str(RULES), "--formatter", "json"]
    said = folder / "errors.json"  # a pipe would be cut off when the checker leaves early
    with said.open("w") as file:
        done = subprocess.run([*checker, *pages], stdout=file, stderr=subprocess.PIPE, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    return [
        f"{Path(page['filePath']).stem}:{each['line']}: {each['ruleId']}: {each['message']}"
        for page in json.loads(said.read_text())
        for each in page["messages"]
    ]

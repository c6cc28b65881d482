"""`python -m tests.bench NAME`: runs `main` of the module of that name beside this one."""

import sys
from importlib import import_module
from pathlib import Path

BENCHES = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))

if len(sys.argv) < 2 or sys.argv[1] not in BENCHES:
    raise SystemExit(f"python -m tests.bench {'|'.join(BENCHES)}")
raise SystemExit(import_module(f"tests.bench.{sys.argv[1]}").main(sys.argv[2:]))

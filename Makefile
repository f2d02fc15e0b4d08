# Two commands do all set-up: `make demo` and `make test`. The rest is for people who work on the project.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python

.PHONY: demo test check bench faults lint clean

demo: $(VENV)/.runs  ## start the practice workspace with the assistant in it, and a page to chat in
	@$(RUN) -m bot demo

test: $(VENV)/.tests  ## everything: style, types, arrows, content, tests
	@$(MAKE) --no-print-directory lint check
	@echo "== tests (a few minutes)"
	@$(RUN) -m pytest

lint: $(VENV)/.tests
	@echo "== style"; $(RUN) -m ruff check bot handlers tests
	@echo "== types (about a minute the first time)"; $(RUN) -m mypy
	@echo "== arrows"; $(VENV)/bin/lint-imports

check: $(VENV)/.runs  ## is the curated content sound?
	@echo "== content"; $(RUN) -m bot check --finding

bench: $(VENV)/.tests  ## measure: answers, search, beside other ways of doing it
	@$(RUN) -m tests.bench

faults: $(VENV)/.tests  ## the fault lab, whole (long)
	@$(RUN) -m tests.faults

clean:
	rm -rf $(VENV) var build *.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else 1)' || \
	  { echo "Python 3.11 or newer is needed; this is $$($(PYTHON) -V 2>&1 || echo none). Install it, or say which one: make PYTHON=python3.12 …"; exit 1; }
	@echo "== making a virtual environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "python3 -m venv failed. On Debian or Ubuntu: apt install python3-venv"; exit 1; }

$(VENV)/.runs: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "== installing what the assistant needs (about a minute)"
	@$(RUN) -m pip install -q --disable-pip-version-check -c constraints.txt -e . || \
	  { echo "pip could not install. Check the network or your package index, then run the same command again."; exit 1; }
	@touch $@

$(VENV)/.tests: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "== installing what the tests need (about a minute)"
	@$(RUN) -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[dev]' || \
	  { echo "pip could not install. Check the network or your package index, then run the same command again."; exit 1; }
	@touch $@ $(VENV)/.runs

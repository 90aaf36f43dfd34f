# The two commands are `make build` and `make test`; each sets up what it needs.
.DEFAULT_GOAL := help
.PHONY: help setup parts build test check rules bench lock coverage clean

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
READY := .venv/.ready

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(MAKEFILE_LIST)

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Pressroom needs Python 3.11 or newer: install it, or say where it is: make PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "Setting up .venv (once, about a minute) …"
	@$(PYTHON) -m venv --clear .venv || { echo "Python's venv is missing; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

setup: $(READY) ## a .venv with all that is needed, from requirements.lock

parts: $(READY) ## what the tests need beside Python, as far as it can be installed
	@$(BIN)/python -m tests.install

build: $(READY) ## the sample publication into site/ and build/email/
	@$(BIN)/pressroom build

test: parts ## every test, and which were left out and why
	@$(BIN)/python -m pytest --numprocesses=auto -rs

check: $(READY) ## ruff, mypy --strict, import-linter
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

coverage: parts ## every test, with branch coverage of at least 95%
	@$(BIN)/python -m pytest --numprocesses=auto --cov --cov-report=term

rules: $(READY) ## the reference of all rules, and what tests compare reporters with, out of the rules
	@$(BIN)/python -m tests.rules

bench: $(READY) ## how fast, beside its peers
	@$(BIN)/python -m tests.bench

lock: $(READY) ## renew requirements.lock: every package with its hashes, no address
	@$(BIN)/uv pip compile pyproject.toml --group dev --universal --generate-hashes --upgrade \
		--no-header --no-annotate --no-emit-index-url --quiet --output-file requirements.lock

clean: ## remove what can be made again
	@rm -rf build .cache .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis tests/*/node_modules
	@find site -mindepth 1 ! -name .gitignore -delete

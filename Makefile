# Every target does the set-up that it needs; the second time that takes seconds.
#   make demo PORT=9000   the review site on port 9000        make demo KEEP=1   go on from where the last demo stood
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
TYPED := tinbai ingest review publish $(wildcard alembic/env.py)
# Two workers a processor, since half of the tests wait for servers and browsers; each keeps to whole files, so that
# what a file's tests share is made once.
WORKERS := --numprocesses $(shell echo $$((2 * $$(nproc)))) --maxprocesses 8 --dist loadfile --no-loadscope-reorder
# Where Python is told to keep no compiled modules, each of the hundreds of processes of a run would compile its own.
export PYTHONDONTWRITEBYTECODE :=
DEMO_ARGUMENTS := $(if $(PORT),--port $(PORT)) $(if $(KEEP),--keep)

.PHONY: help setup setup-demo demo test test-hard checks compiled lint types imports audit format lock pictures bench clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install everything that the tests need: Debian programs, .venv, the pages' files
	@scripts/set_up.sh test

setup-demo: ## Install what the program needs, and nothing for the tests
	@scripts/set_up.sh demo
	@echo "Ready. Your own office, set up in the browser: .venv/bin/tinbai run    Invented letters: make demo"

demo: ## Run the whole way on invented letters (PORT=9000, KEEP=1)
	@scripts/set_up.sh demo
	@exec $(BIN)/tinbai demo $(DEMO_ARGUMENTS)

test: setup ## Run every check and every test but the hard ones
	@$(MAKE) --jobs 2 --output-sync=target --assume-old=setup checks
	@scripts/in_memory.sh $(BIN)/python -m pytest $(WORKERS) $(ARGS)

checks: types lint imports audit compiled

# One process compiles the tests while the types are checked; each worker would compile all of them again.
compiled: setup
	@$(BIN)/python -m pytest --collect-only --quiet > /dev/null || true # the run itself says what is wrong

test-hard: setup ## Run the long tests: fuzzing, kills, loads (marked "hard")
	@$(BIN)/python -m pytest -m hard --timeout 3600 --hypothesis-profile new $(ARGS)

lint: setup ## Check the style of the code with ruff
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: setup ## Check the types with mypy: strictly in the program, plainly in the tests
	@$(BIN)/mypy $(TYPED) tests

imports: setup ## Check who may import whom
	@$(BIN)/lint-imports --no-cache

audit: setup ## Ask the package index for known holes in what the lock files pin
	@$(BIN)/python scripts/audit.py

format: setup ## Bring the code into the style that "make lint" checks
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lock: setup ## Write the lock files anew (UPGRADE=1 takes newer versions)
	@scripts/lock.sh $(if $(UPGRADE),--upgrade)

pictures: setup ## Photograph every page for the documents, at 1440 and 390 px
	@TINBAI_PICTURES=docs/pictures $(BIN)/python -m pytest tests/e2e $(ARGS)

bench: setup ## Measure the speed; the figures go to docs/benchmarks.md by hand
	@$(BIN)/python -m pytest -m bench tests/benchmarks $(ARGS)

clean: ## Remove everything that was installed or made here, the demo's data too
	rm -rf .venv node_modules review/static/vendor var .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

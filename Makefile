# `make run` for the founding case, `make test` for everything we check, `make bench` for how we compare with peers.
# Each sets itself up.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test bench setup clean

run: .venv/.run
	$(BIN)/governance check examples/rift-house.toml
	@mkdir -p out
	$(BIN)/governance draft examples/rift-house.toml -o out/rift-house.docx --force

test: .venv/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

bench:
	$(PYTHON) benchmarks/run.py

setup: .venv/.test

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.run: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/.test: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ .venv/.run

clean:
	rm -rf .venv .venv-bench out dist build

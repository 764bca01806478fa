# `make run` for the founding case, `make test` for everything we check, `make bench` for how we compare with peers.
# Each sets itself up.

PYTHON ?= python3
BIN := .venv/bin

# What LibreOffice, pdftotext and a font of Arial's widths are called by apt; the tests read our Word files with them.
OFFICE := libreoffice-writer-nogui poppler-utils fonts-liberation

.PHONY: run test bench attack fuzz mutate reader gallery docs setup office clean

run: .venv/.run
	$(BIN)/governance check examples/rift-house.toml
	@mkdir -p out
	$(BIN)/governance draft examples/rift-house.toml -o out/rift-house.docx --force

test: .venv/.test office
	@echo "This takes up to seven minutes on two quiet cores; the tests say how long they took here last."
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

bench:
	$(PYTHON) benchmarks/run.py

attack: .venv/.test
	$(BIN)/python benchmarks/attack.py --seconds 120

fuzz: .venv/.test office
	$(BIN)/python benchmarks/fuzz_reader.py --seconds 60

mutate: .venv/.mutate
	$(BIN)/python benchmarks/mutate.py

reader: .venv/.test
	$(BIN)/python benchmarks/reader

gallery: .venv/.run office
	$(BIN)/python docs/gallery.py

docs: .venv/.test
	$(BIN)/python -m sphinx -q -W --keep-going -b html docs out/docs
	@echo "Open out/docs/index.html."

setup: .venv/.test office

# Nothing where they are there; installed where apt and root (or sudo without a password) are; else what to install.
office:
	@if command -v soffice >/dev/null && command -v pdftotext >/dev/null; then exit 0; fi; \
	as=; if [ "$$(id -u)" != 0 ]; then as="sudo -n"; fi; \
	if command -v apt-get >/dev/null && $$as true 2>/dev/null; then \
		echo "Installing $(OFFICE) ..."; \
		$$as apt-get update -qq </dev/null || echo "apt-get update failed; trying with the lists that are there."; \
		$$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o DPkg::Lock::Timeout=300 --no-install-recommends $(OFFICE) </dev/null; \
	fi; \
	if command -v soffice >/dev/null && command -v pdftotext >/dev/null; then exit 0; fi; \
	echo "The tests open every Word file in LibreOffice and read the PDFs with poppler. Please install them"; \
	echo "(Debian, Ubuntu: sudo apt-get install $(OFFICE); macOS: brew install --cask libreoffice; brew install poppler),"; \
	echo "put soffice and pdftotext on the path, and run make test again."; \
	exit 1

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.run: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/.test: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ .venv/.run

.venv/.mutate: .venv/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,mutate]'
	@touch $@

clean:
	rm -rf .venv .venv-bench mutants out dist build

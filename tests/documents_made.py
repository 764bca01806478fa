"""Every kind of Word document that the program makes, by name: what holds of all is tested on all.

A new kind of document gets a line here, and with it every test of `test_accessibility`.
"""

import functools
import tomllib
from datetime import date
from pathlib import Path

from templates import council
from word_samples import WHOLE

import governance
from governance.documents.book.category import category_file
from governance.documents.book.frame import Book
from governance.documents.book.word import word_file
from governance.documents.template import read_template
from governance.documents.word.render import render
from governance.law.library import library
from governance.people.declaration import declaration
from governance.people.in_post import in_post
from governance.people.publication import publication
from governance.people.register import read_register
from governance.people.vacancies import vacancies

EXAMPLES = Path(__file__).parents[1] / "examples"
PROPOSALS = tuple(
    path for path in sorted(EXAMPLES.glob("**/*.toml")) if "school" in tomllib.loads(path.read_text("utf-8"))
)


HOUSE, BEFORE = "rift-house.toml", "rift-house-2015.toml"
UNLAWFUL = "unlawful/voluntary-aided-of-ten.toml"
DAY = date(2024, 9, 1)


@functools.cache
def _load(name):
    return governance.load(EXAMPLES / name)


@functools.cache
def _register():
    return read_register(EXAMPLES / "register.csv")


@functools.cache
def _template():
    return read_template(council())


def _drafted(**options):
    return governance.draft(_load(HOUSE), **options)


def _reported(*, several=False, **options):
    house = _load(HOUSE)
    return governance.report([house, _load("voluntary-aided.toml")] if several else house, **options)


def _smallest():
    return min(library(), key=lambda volume: len(volume.law.provisions))


def _drafted_of(path):
    return governance.draft(governance.load(path), anyway=True)


_MAKERS = {path.stem: functools.partial(_drafted_of, path) for path in PROPOSALS} | {
    "every block": lambda: render(WHOLE),
    "instrument with an annex": lambda: _drafted(changes_from=_load(BEFORE)),
    "instrument that is sealed": lambda: _drafted(attest="seal"),
    "instrument with an annex in a council's template": lambda: _drafted(
        changes_from=_load(BEFORE), template=_template()
    ),
    "instrument in a council's template": lambda: _drafted(template=_template()),
    "report": _reported,
    "report in the long form": lambda: _reported(form="long"),
    "report on several with an annex": lambda: _reported(several=True, annex=True),
    "report in a council's template": lambda: _reported(template=_template()),
    "check sheet": lambda: governance.check_sheet(governance.check(_load(HOUSE)), _load(HOUSE)),
    "rule book of one kind of school": lambda: category_file(Book(library(), date(2025, 9, 1)), "community"),
    "letter with boards to choose from": lambda: governance.letter(
        governance.repair(_load(UNLAWFUL)), _load(UNLAWFUL)
    ),
    "letter on what is impossible": lambda: governance.letter(
        governance.repair(_load(UNLAWFUL), total=11), _load(UNLAWFUL)
    ),
    "letter in a council's template": lambda: governance.letter(
        governance.check(_load(UNLAWFUL)), _load(UNLAWFUL), template=_template()
    ),
    "declaration": lambda: governance.declaration(declaration("parent", "voluntary aided", on="2026-11-29")),
    "report on vacancies": lambda: governance.vacancies_report(
        vacancies([_register()], [_load(HOUSE)], on=DAY, before=date(2025, 9, 1))
    ),
    "governors for publication": lambda: governance.publication(
        publication(in_post(_register(), [_load(HOUSE)], on=DAY))
    ),
    "rule book of one instrument of law": lambda: word_file(Book((_smallest(),), date(2025, 9, 1))),
}
NAMES = tuple(_MAKERS)
"""One of each, and an instrument of every example."""


@functools.cache
def made(name):
    """Make one of them, once."""
    return _MAKERS[name]()


def documents():
    """Make all of them, by name."""
    return {name: made(name) for name in NAMES}

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


@functools.cache
def documents():
    """Make one of each, and an instrument of every example."""
    house = governance.load(EXAMPLES / "rift-house.toml")
    several = [house, governance.load(EXAMPLES / "voluntary-aided.toml")]
    before = governance.load(EXAMPLES / "rift-house-2015.toml")
    smallest = min(library(), key=lambda volume: len(volume.law.provisions))
    template = read_template(council())
    register, day = read_register(EXAMPLES / "register.csv"), date(2024, 9, 1)
    unlawful = governance.load(EXAMPLES / "unlawful" / "voluntary-aided-of-ten.toml")
    made = {path.stem: governance.draft(governance.load(path), anyway=True) for path in PROPOSALS}
    return made | {
        "every block": render(WHOLE),
        "instrument with an annex": governance.draft(house, changes_from=before),
        "instrument that is sealed": governance.draft(house, attest="seal"),
        "instrument with an annex in a council's template": governance.draft(
            house, changes_from=before, template=template
        ),
        "instrument in a council's template": governance.draft(house, template=template),
        "report": governance.report(house),
        "report in the long form": governance.report(house, form="long"),
        "report on several with an annex": governance.report(several, annex=True),
        "report in a council's template": governance.report(house, template=template),
        "check sheet": governance.check_sheet(governance.check(house), house),
        "rule book of one kind of school": category_file(Book(library(), date(2025, 9, 1)), "community"),
        "letter with boards to choose from": governance.letter(governance.repair(unlawful), unlawful),
        "letter on what is impossible": governance.letter(governance.repair(unlawful, total=11), unlawful),
        "letter in a council's template": governance.letter(
            governance.check(unlawful), unlawful, template=template
        ),
        "declaration": governance.declaration(declaration("parent", "voluntary aided", on="2026-11-29")),
        "report on vacancies": governance.vacancies_report(
            vacancies([register], [house], on=day, before=date(2025, 9, 1))
        ),
        "governors for publication": governance.publication(publication(in_post(register, [house], on=day))),
        "rule book of one instrument of law": word_file(Book((smallest,), date(2025, 9, 1))),
    }

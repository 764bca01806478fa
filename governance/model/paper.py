"""The words of a paper for the decision: what an officer knows of it and no proposal says.

They stand under `[paper]` in a proposal, or in a file of their own beside it.
"""

import datetime
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from governance.model.table import Table

HEADING: Final = ("committee", "report_of", "subject", "type_of_decision", "power_to_decide")
"""What stands once in a paper, each in one line."""
WORDS: Final = ("background", "reasons", "options")
"""The sections that every kind of paper has. A house style may have others, each under its own key."""


@attrs.frozen
class Contact:
    """Whom to ask about a paper: an office, never a person."""

    office: str | None = None
    department: str | None = None
    address: str | None = None
    telephone: str | None = None
    email: str | None = None

    def lines(self) -> Iterator[str]:
        """Give it as the lines of an address."""
        yield from filter(None, (self.office, self.department, self.address))
        if self.telephone:
            yield f"Telephone: {self.telephone}"
        if self.email:
            yield f"E-mail: {self.email}"


@attrs.frozen
class Paper:
    """The officer's words. `contact` are the lines of an office, and `sections` the words of each section by its key.

    `committee` is who decides, whether a committee, a member or an officer. `source` is where they came from, for messages.
    """

    committee: str | None = None
    meeting_on: datetime.date | None = None
    report_of: str | None = None
    subject: str | None = None
    type_of_decision: str | None = None
    power_to_decide: str | None = None
    contact: tuple[str, ...] = ()
    sections: Mapping[str, str] = attrs.field(factory=dict)
    source: str = attrs.field(default="paper", eq=False)


def read_paper(table: Table, source: str = "paper") -> Paper:
    """Read the words of a paper; every key that is no other is that of a section."""
    heading = {key: table.text(key) for key in HEADING}
    meeting_on, contact = table.date("meeting_on"), _contact(table)
    given = {key: table.words(key) for key in WORDS}
    given |= {key: table.words(key) for key in table.others()}
    sections = {key: text for key, text in given.items() if text}
    return Paper(**heading, meeting_on=meeting_on, contact=contact, sections=sections, source=source)


def read_contact(table: Table) -> Contact:
    """Read the office to ask, key by key."""
    contact = Contact(**{field.name: table.text(field.name) for field in attrs.fields(Contact)})
    table.finish()
    return contact


def _contact(table: Table) -> tuple[str, ...]:
    """Give the office to ask: as lines of text, or key by key as a house style has it."""
    if isinstance(table.raw("contact"), dict):
        return tuple(read_contact(table.table("contact")).lines())
    lines = (table.words("contact") or "").splitlines()
    return tuple(" ".join(line.split()) for line in lines if line.strip())

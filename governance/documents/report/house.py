"""A council's house style for decision reports: what its papers are headed, which sections they have, and its own words.

It is a TOML file. Everything in it is the council's own: nothing in the report is attributed to the council that
does not stand here, in the proposal or in the findings.
"""

import datetime
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs

from governance.errors import Problem, ProblemsError, file_name
from governance.files import budget
from governance.model.log import Log
from governance.model.names import ATTESTS, Attest
from governance.model.places import toml_line
from governance.model.reading import beyond_toml
from governance.model.table import Table

if TYPE_CHECKING:
    import os

MOST_BYTES = 1_000_000
"""A house style is a page; a file beyond this is something else."""

SECTION_TITLES: Final[Mapping[str, str]] = {
    "type_of_decision": "Type of decision",
    "purpose": "Purpose of report",
    "background": "Background",
    "proposal": "Proposal",
    "procedure": "Procedure, and those in post",
    "reasons": "Reasons for the recommendation",
    "options": "Options considered",
    "risk": "Risk implications",
    "financial": "Financial considerations",
    "legal": "Legal considerations",
    "consultation": "Consultation and approvals",
    "child_and_family_poverty": "Child and family poverty considerations",
    "equality_and_diversity": "Equality and diversity considerations",
    "staff": "Staff considerations",
    "asset_management": "Asset management considerations",
    "recommendation": "Recommendation",
    "background_papers": "Background papers",
    "contact": "Contact officer",
}
"""Every section by the name a house style calls it, with its usual title, in the usual order."""


class HouseStyleError(ProblemsError):
    """A house style cannot be read as one."""


@attrs.frozen
class SectionStyle:
    """How one section is done: under what title, whether at all, and the council's standing words, a paragraph each."""

    title: str | None = None
    show: bool = True
    text: tuple[str, ...] = ()


@attrs.frozen
class Contact:
    """Whom to ask about a report: an office, never a person."""

    office: str | None = None
    department: str | None = None
    address: str | None = None
    telephone: str | None = None
    email: str | None = None


@attrs.frozen
class HouseStyle:
    """A house style. What it leaves out is None, and the report marks the place where a person must write it.

    `body` is what the report, though never the instrument, calls a governing body. `order` are the sections that
    come first; the others follow in their usual order. `letters` makes it Appendix A in place of Appendix 1. `attest` is how the
    authority attests an instrument.
    """

    council: str | None = None
    decision_maker: str | None = None
    power_to_decide: str | None = None
    report_of: str | None = None
    type_of_decision: str | None = None
    meeting_on: datetime.date | None = None
    title: str = "Instrument of government"
    body: str = "governing body"
    letters: bool = False
    attest: Attest | None = None
    order: tuple[str, ...] = ()
    contact: Contact = Contact()
    sections: Mapping[str, SectionStyle] = attrs.field(factory=dict)

    def style(self, section: str) -> SectionStyle:
        """Give how a section is done."""
        return self.sections.get(section, SectionStyle())

    def title_of(self, section: str) -> str:
        """Give what a section is called here."""
        return self.style(section).title or SECTION_TITLES[section]

    def shown(self) -> tuple[str, ...]:
        """Name the sections that a report has, in their order."""
        ordered = dict.fromkeys((*self.order, *SECTION_TITLES))
        return tuple(section for section in ordered if self.style(section).show)


def load_house_style(path: "str | os.PathLike[str]") -> HouseStyle:
    """Read a house style from a TOML file; HouseStyleError with every problem found, each at its line."""
    source = file_name(path)
    with budget.of(source):
        return _load(source)


def _load(source: str) -> HouseStyle:
    try:
        with Path(source).open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
        text = raw.decode("utf-8-sig")
    except OSError as error:
        raise _failed(
            source, f"cannot be read: {error.strerror or error}", "Check the name of the file"
        ) from None
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise _failed(f"{source}:{line}", "is not UTF-8 text", "Save the file as UTF-8") from None
    except ValueError as error:
        raise _failed(repr(source), f"cannot be read: {error}", "Check the name of the file") from None
    if len(raw) > MOST_BYTES:
        raise _failed(source, f"is larger than {MOST_BYTES} bytes", "A house style is a page of text")
    return read_house_style(text, source=source)


def read_house_style(text: str, *, source: str = "house style") -> HouseStyle:
    """Read a house style from text; HouseStyleError with every problem found, each at its line."""
    if beyond := beyond_toml(text):
        raise _failed(source, beyond, "A house style is a page of text")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message, _, place = str(error).rpartition(" (at line ")
        where = f"{source}:{place.split(',')[0]}" if message else source
        raise _failed(where, f"is not TOML: {message or error}", "Mend that line") from None
    except (RecursionError, ValueError):
        raise _failed(source, "is not TOML that can be read", "Mend the file") from None
    log = Log(strict=True)

    def locate(path: tuple[str, ...]) -> str:
        line = toml_line(text, path)
        return f"{source}:{line}" if line else source

    root = Table(data, locate, log)
    house = _house(root)
    root.finish()
    if log.problems:
        raise HouseStyleError(tuple(log.problems))
    return house


def _house(root: Table) -> HouseStyle:
    heading, words, appendix = root.table("heading"), root.table("words"), root.table("appendix")
    plain = HouseStyle()
    attest = root.choice("attest", ATTESTS)
    house = HouseStyle(
        council=heading.text("council"),
        decision_maker=heading.text("decision_maker"),
        power_to_decide=heading.text("power_to_decide"),
        report_of=heading.text("report_of"),
        type_of_decision=heading.text("type_of_decision"),
        meeting_on=heading.date("date"),
        title=heading.text("title") or plain.title,
        body=words.text("governing_body") or plain.body,
        letters=appendix.flag("letters"),
        attest=next((one for one in ATTESTS if one == attest), None),
        order=root.choices("order", tuple(SECTION_TITLES)),
        contact=_contact(root.table("contact")),
        sections=_sections(root.table("sections")),
    )
    for table in (heading, words, appendix):
        table.finish()
    for section in dict.fromkeys(house.order):
        if house.order.count(section) > 1:
            root.problem("order", f"{section} stands twice", remedy="Name each section once")
    if not house.shown():
        root.problem("sections", "none is shown", remedy="Take out show = false where a section is wanted")
    return house


def _contact(table: Table) -> Contact:
    contact = Contact(**{field.name: table.text(field.name) for field in attrs.fields(Contact)})
    table.finish()
    return contact


def _sections(table: Table) -> dict[str, SectionStyle]:
    found = {section: _section(table.table(section)) for section in SECTION_TITLES}
    table.finish()
    return {section: style for section, style in found.items() if style != SectionStyle()}


def _section(table: Table) -> SectionStyle:
    style = SectionStyle(
        title=table.text("title"),
        show=table.flag("show") if "show" in table else True,
        text=_paragraphs(table),
    )
    table.finish()
    return style


def _paragraphs(table: Table) -> tuple[str, ...]:
    """Give the council's words: one paragraph as a text, or several as a list."""
    if isinstance(table.raw("text"), list):
        return table.texts("text")
    text = table.text("text")
    return (text,) if text else ()


def _failed(where: str, message: str, remedy: str) -> HouseStyleError:
    return HouseStyleError((Problem(where, "", message, remedy),))

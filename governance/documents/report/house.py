"""A council's house style for decision reports: what its papers are headed, which sections they have, and its own words.

It is a TOML file. Everything in it is the council's own: nothing in the report is attributed to the council that
does not stand here, in the proposal or in the findings.
"""

import datetime
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Final

import attrs

from governance.documents.report.toml_file import root_of, text_of
from governance.errors import ProblemsError, file_name
from governance.files import budget
from governance.model.hints import meant_key
from governance.model.log import Log
from governance.model.names import ATTESTS, Attest
from governance.model.paper import Contact, read_contact
from governance.model.table import Table

if TYPE_CHECKING:
    import os

SECTION_TITLES: Final[Mapping[str, str]] = {
    "type_of_decision": "Type of decision",
    "purpose": "Purpose of report",
    "background": "Background",
    "proposal": "Proposal",
    "procedure": "Procedure, and those in post",
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
    "reasons": "Reasons for the recommendation",
    "background_papers": "Background papers",
    "contact": "Contact officer",
}
"""Every section by the name a house style calls it, with its usual title, in the usual order."""


class HouseStyleError(ProblemsError):
    """A house style cannot be read as one."""


@attrs.frozen
class SectionStyle:
    """How one section is done: under what title, whether at all, and the council's standing words, a paragraph each.

    `after` is the section that it follows, where that is not the usual one.
    """

    title: str | None = None
    show: bool = True
    text: tuple[str, ...] = ()
    after: str | None = None


@attrs.frozen
class HouseStyle:
    """A house style. What it leaves out is None, and the report marks the place where a person must write it.

    `body` is what the report, though never the instrument, calls a governing body. `order` are the sections that
    come first; the others follow in their usual order, and a section of the council's own stands before the
    recommendation where it does not say after which. `letters` makes it Appendix A in place of Appendix 1. `document` is
    what the paper is called, `report_to` what stands before who decides, `recommends` the words before what is to be decided, and `signed` those above the place
    where the decision maker signs the paper itself; without them there is no such place. `attest` is how the
    authority attests an instrument.
    """

    council: str | None = None
    decision_maker: str | None = None
    power_to_decide: str | None = None
    report_of: str | None = None
    type_of_decision: str | None = None
    meeting_on: datetime.date | None = None
    document: str = "Report for decision"
    report_to: str = "Report to"
    title: str = "Instrument of government"
    body: str = "governing body"
    recommends: str | None = None
    signed: str | None = None
    letters: bool = False
    attest: Attest | None = None
    order: tuple[str, ...] = ()
    contact: Contact = attrs.field(factory=Contact)
    sections: Mapping[str, SectionStyle] = attrs.field(factory=dict)

    def style(self, section: str) -> SectionStyle:
        """Give how a section is done."""
        return self.sections.get(section, SectionStyle())

    def title_of(self, section: str) -> str:
        """Give what a section is called here."""
        return self.style(section).title or SECTION_TITLES[section]

    def known(self) -> tuple[str, ...]:
        """Name every section that a paper of this council may have, in their order but for `order`."""
        moved = {
            name: style for name, style in self.sections.items() if style.after or name not in SECTION_TITLES
        }
        names = [name for name in SECTION_TITLES if name not in moved]
        for name, style in moved.items():
            after = style.after in names and names.index(style.after or "") + 1
            names.insert(after or _before_the_recommendation(names), name)
        return tuple(names)

    def shown(self, given: Collection[str] = ()) -> tuple[str, ...]:
        """Name the sections that a report has, in their order; one for which words are `given` is never left out."""
        ordered = dict.fromkeys((*self.order, *self.known()))
        return tuple(section for section in ordered if self.style(section).show or section in given)


def _before_the_recommendation(names: list[str]) -> int:
    return names.index("recommendation") if "recommendation" in names else len(names)


def load_house_style(path: "str | os.PathLike[str]") -> HouseStyle:
    """Read a house style from a TOML file; HouseStyleError with every problem found, each at its line."""
    source = file_name(path)
    with budget.of(source):
        return read_house_style(text_of(source, HouseStyleError), source=source)


def read_house_style(text: str, *, source: str = "house style") -> HouseStyle:
    """Read a house style from text; HouseStyleError with every problem found, each at its line."""
    log = Log(strict=True)
    root = root_of(text, source, log, HouseStyleError)
    house = _house(root)
    root.finish()
    if log.problems:
        raise HouseStyleError(tuple(log.problems))
    return house


def _house(root: Table) -> HouseStyle:
    heading, words, appendix = root.table("heading"), root.table("words"), root.table("appendix")
    plain, sections = HouseStyle(), _sections(root.table("sections"))
    attest = root.choice("attest", ATTESTS)
    house = HouseStyle(
        council=heading.text("council"),
        decision_maker=heading.text("decision_maker"),
        power_to_decide=heading.text("power_to_decide"),
        report_of=heading.text("report_of"),
        type_of_decision=heading.text("type_of_decision"),
        meeting_on=heading.date("date"),
        document=heading.text("document") or plain.document,
        report_to=words.text("report_to") or plain.report_to,
        title=heading.text("title") or plain.title,
        body=words.text("governing_body") or plain.body,
        recommends=words.text("recommends"),
        signed=words.text("signed"),
        letters=appendix.flag("letters"),
        attest=next((one for one in ATTESTS if one == attest), None),
        order=root.choices("order", tuple(dict.fromkeys((*SECTION_TITLES, *sections)))),
        contact=read_contact(root.table("contact")),
        sections=sections,
    )
    for table in (heading, words, appendix):
        table.finish()
    for section in dict.fromkeys(house.order):
        if house.order.count(section) > 1:
            root.problem("order", f"{section} stands twice", remedy="Name each section once")
    if not house.shown():
        root.problem("sections", "none is shown", remedy="Take out show = false where a section is wanted")
    return house


def _sections(table: Table) -> dict[str, SectionStyle]:
    """Read how each section is done; one that is none of ours is the council's own, and has a title."""
    known = dict.fromkeys(SECTION_TITLES)
    found = {section: _section(table.table(section), tuple(known)) for section in SECTION_TITLES}
    for section in table.others():
        if not isinstance(given := table.raw(section), dict) or "title" not in given:
            remedy = f"{meant_key(section, list(SECTION_TITLES))} A section of your own has a title."
            table.problem(section, "is not a key that is known here", remedy=remedy)
            continue
        found[section] = _section(table.table(section), tuple(known))
        known[section] = None
    return {section: style for section, style in found.items() if style != SectionStyle()}


def _section(table: Table, known: tuple[str, ...]) -> SectionStyle:
    words = table.words("text")
    style = SectionStyle(
        title=table.text("title"),
        show=table.flag("show") if "show" in table else True,
        text=tuple(words.split("\n\n")) if words else (),
        after=table.choice("after", known),
    )
    table.finish()
    return style

"""The words of a paper as a file to fill in, with what is already known: `governance new --paper`."""

from collections.abc import Iterator
from typing import Final

from governance.documents.report.house import HouseStyle
from governance.documents.report.sections import LONG
from governance.documents.report.short import SHORT
from governance.english import day_words, listed, sentence
from governance.model import Proposal
from governance.model.keys import keys
from governance.model.paper import HEADING, Paper
from governance.model.toml_writer import comment, toml_value

_HEAD: Final = (
    "A line behind # is left out: fill it in and take the # away, or leave it. What is left out is marked in the "
    "report where it has to be written; of the other sections the report says nothing. Write an empty line between "
    "paragraphs, and a dash before each entry of a list."
)
_FACTS: Final = frozenset(SHORT.facts) - {"background", "consultation"}
"""The sections of a report that facts fill."""


def blank(house: HouseStyle, proposal: Proposal | None = None) -> str:
    """Write the file, for a proposal if there is one already."""
    return "\n".join([*_lines(house, proposal), ""])


def _lines(house: HouseStyle, proposal: Proposal | None) -> Iterator[str]:
    paper = (proposal and proposal.paper) or Paper()
    yield from comment(
        f"The words of a paper{_on(proposal)}, for `governance report FILE --paper THIS-FILE`."
    )
    yield from comment(_HEAD)
    if proposal:
        yield from comment(sentence(f"the report itself says {listed(_known(proposal))}"))
    yield from ("", "[paper]")
    from_house = {"committee": house.decision_maker, "meeting_on": house.meeting_on}
    words = {key.name: key.words for key in keys() if key.table == "paper"}
    for name in (*HEADING, "meeting_on", "contact"):
        value = getattr(paper, name)
        known = from_house.get(name) or getattr(house, name, None)
        text = "\n".join(value or house.contact.lines()) if name == "contact" else value or known
        yield from ("", *comment(f"{words[name]}."))
        yield from _key(name, text, "YYYY-MM-DD" if name == "meeting_on" else toml_value("..."))
    for name in house.shown():
        if name not in _FACTS and name not in (*HEADING, "contact"):
            what = LONG.to_write.get(name)
            yield from ("", *comment(f"{house.title_of(name)}{f': {what}' if what else ''}."))
            if standing := " ".join(house.style(name).text):
                yield from comment(f"Without words of yours the house style says: {standing}")
            yield from _key(name, paper.sections.get(name), '"""\n# ...\n# """')


def _on(proposal: Proposal | None) -> str:
    return f" on {proposal.school.name}" if proposal and proposal.school.name else ""


def _known(proposal: Proposal) -> Iterator[str]:
    """Say what the proposal gives, so that nobody writes it twice."""
    now, total = proposal.current and proposal.current.sum(), proposal.seats.sum()
    if total is not None:
        yield f"that there would be {total} seats{f' in place of {now}' if now is not None else ''}, and of which categories"
    if day := proposal.instrument.effective_on:
        yield f"that the instrument would have effect from {day_words(day)}"
    yield "what the law says of the proposal"


def _key(name: str, value: object, left_out: str) -> Iterator[str]:
    """Write a key with its value, on several lines where it has some; behind # where there is none."""
    if value in (None, ""):
        yield f"# {name} = {left_out}"
    elif isinstance(value, str) and "\n" in value:
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        yield f'{name} = """\n{escaped}\n"""'
    else:
        yield f"{name} = {toml_value(value)}"

"""The decision report as a document: its heading, its sections, and each instrument as an appendix."""

import datetime
from collections.abc import Sequence

from governance.documents.instrument.attest import USUAL
from governance.documents.instrument.draft import document
from governance.documents.instrument.shortfalls import shortfall_words
from governance.documents.report.facts import Case, Facts, gather
from governance.documents.report.house import HouseStyle
from governance.documents.report.sections import section
from governance.documents.typeset import typeset_names
from governance.documents.word.blocks import (
    Block,
    Callout,
    Clause,
    Column,
    Document,
    Gap,
    Held,
    Section,
    Sections,
    Subtitle,
    Table,
    Text,
    Title,
    plain,
)
from governance.english import day_words, listed
from governance.errors import CannotTellError, DraftRefusedError
from governance.model import Proposal
from governance.model.names import Attest


def report(
    proposals: Sequence[Proposal],
    *,
    house: HouseStyle | None = None,
    on: datetime.date | None = None,
    meeting: datetime.date | None = None,
    anyway: bool = False,
    attest: Attest = USUAL,
) -> Document:
    """Give the decision report on one or several proposals, block by block.

    `meeting` is the day on which the decision is to be taken, where the house style does not say. Raises
    DraftRefusedError where a proposal is unlawful or incomplete; with `anyway` the report says on every page and
    in its recommendation that it cannot be approved. Raises CannotTellError where the law of a day cannot be told.
    """
    if not proposals:
        raise CannotTellError("A report needs a proposal. Give at least one.")
    facts = gather(
        [typeset_names(one) for one in proposals], house=house or HouseStyle(), on=on, meeting=meeting
    )
    _refuse(facts, anyway=anyway)
    instruments = [
        document(case.proposal, case.book, complies=case.complies, attest=attest) for case in facts.cases
    ]
    sections = tuple(section(facts, name) for name in facts.house.shown())
    title = f"{facts.house.title}: {listed([case.name for case in facts.cases])}"
    return Document(
        title=f"Report: {title}",
        subject=f"Decision report under {listed(dict.fromkeys(case.book.law.cite for case in facts.cases))}",
        created=facts.meeting_on or max(case.result.on for case in facts.cases),
        blocks=(
            Title("Report for decision"),
            Subtitle(title),
            _heading(facts),
            *_to_complete(facts, sections),
            Sections(sections),
            *(
                block
                for case, made in zip(facts.cases, instruments, strict=True)
                for block in _appendix(case, made)
            ),
        ),
        header=facts.house.council,
        footer=f"Report: {facts.house.title}",
        mark=_mark(facts),
        properties=_properties(facts, instruments),
    )


def _refuse(facts: Facts, *, anyway: bool) -> None:
    stopped = [case for case in facts.cases if not case.complies]
    if anyway or not stopped:
        return
    raise DraftRefusedError(
        listed([case.proposal.source for case in stopped]),
        tuple(
            f"{f'{case.name}: ' if facts.many else ''}{one}"
            for case in stopped
            for one in shortfall_words(case.result)
        ),
        unlawful=any(case.result.lawful is False for case in stopped),
        refusal="no report, because what is proposed is",
    )


def _heading(facts: Facts) -> Table:
    house = facts.house
    rows: tuple[tuple[str, Text], ...] = (
        ("Report to", house.decision_maker or (Gap("who decides: the committee, member or officer"),)),
        ("Date", day_words(facts.meeting_on) if facts.meeting_on else (Gap("date of the decision"),)),
        ("Report of", house.report_of or (Gap("the director or other officer who reports"),)),
        ("Subject", f"{house.title}: {listed([case.name for case in facts.cases])}"),
    )
    return Table(
        caption="About this report",
        description="To whom the report goes, its date, whose report it is and its subject",
        columns=(Column("Item"), Column("Details", share=4)),
        rows=rows,
    )


def _to_complete(facts: Facts, sections: Sequence[Section]) -> tuple[Block, ...]:
    """List, at the head of the report, the sections where a person must still write or settle something."""
    marked = [
        f"{number} ({plain(one.heading)})"
        for number, one in enumerate(sections, start=1)
        if any(map(_is_open, one.blocks))
    ]
    house = facts.house
    if not (house.decision_maker and facts.meeting_on and house.report_of):
        marked.insert(0, "the table above")
    if not marked:
        return ()
    return (
        Callout(
            f"Before this report is published, complete or settle what is marked in {listed(marked)}; then delete this paragraph."
        ),
    )


def _is_open(block: object) -> bool:
    """Tell whether a block is marked, or has a gap in it."""
    match block:
        case Callout():
            return True
        case Clause() as clause:
            return any(map(_has_gap, (clause.text, *(item.text for item in clause.items))))
        case Table() as table:
            return any(_has_gap(cell) for row in table.rows for cell in row)
    return False


def _has_gap(text: Text) -> bool:
    return isinstance(text, tuple) and any(isinstance(part, Gap) for part in text)


def _appendix(case: Case, made: Document) -> tuple[Block, ...]:
    """Put an instrument on pages of its own, under the title of an appendix."""
    first, *rest = made.blocks
    name = plain(first.text) if isinstance(first, Title) else made.title
    return (Title((Held("appendix", f"Appendix {case.appendix}: {name}"),), new_page=True), *rest)


def _mark(facts: Facts) -> str | None:
    """Say on every page what cannot be decided yet, and why."""
    stopped = [case for case in facts.cases if not case.complies]
    unlawful = [case.name for case in stopped if case.result.lawful is False]
    incomplete = [case.name for case in stopped if case.result.lawful is not False]
    why = [
        f"what is proposed for {listed(names)} {wrong}"
        for names, wrong in ((unlawful, "does not comply with the law"), (incomplete, "is not complete"))
        if names
    ]
    return f"DRAFT, not for decision: {'; '.join(why)}" if why else None


def _properties(facts: Facts, instruments: Sequence[Document]) -> dict[str, str]:
    """Give the properties of the instruments; those of several schools are told apart by their appendix."""
    if not facts.many:
        return dict(instruments[0].properties)
    return {
        f"{name}, Appendix {case.appendix}": value
        for case, made in zip(facts.cases, instruments, strict=True)
        for name, value in made.properties.items()
    }

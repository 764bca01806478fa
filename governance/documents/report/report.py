"""The decision report as a document: its heading, its sections, and each instrument as an appendix."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from governance.documents.instrument.attest import USUAL
from governance.documents.instrument.draft import document
from governance.documents.instrument.shortfalls import shortfall_words
from governance.documents.report.facts import Case, Facts, gather
from governance.documents.report.house import HouseStyle
from governance.documents.report.sections import LONG, Form, Written, written
from governance.documents.report.short import SHORT, school_sections
from governance.documents.typeset import typeset_names
from governance.documents.word.blocks import (
    Annex,
    Block,
    Callout,
    Clause,
    Column,
    Document,
    Gap,
    Held,
    Section,
    Sections,
    Signature,
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
from governance.model.paper import Paper
from governance.model.proposal import one_of

FORMS: Final[Mapping[str, Form]] = {"short": SHORT, "long": LONG}


@attrs.frozen
class Report:
    """A report, and what of it is not written: what is `marked` in it for a person to write, and the sections `left_out`.

    Each is told by its key under `[paper]`. `without_today` are the schools whose present seats are not given. `cautions`
    say what to know of our record of the law, which a short paper, the council's own, does not.
    """

    document: Document
    marked: Mapping[str, str]
    left_out: tuple[str, ...]
    without_today: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()

    def notes(self) -> tuple[str, ...]:
        """Say what is not written, and by which keys it is given."""
        notes = []
        if self.marked:
            lines = "".join(f"\n  {key}: {what}" for key, what in self.marked.items())
            notes.append(f"still to be written, and marked in the report. {_HOW}{lines}")
        if self.left_out:
            notes.append(f"left out, because nobody says anything of it: {', '.join(self.left_out)}. {_HOW}")
        if self.without_today:
            whose = listed(self.without_today)
            notes.append(
                f"the present seats of {whose} are not given. With [current.seats] the table has them, too."
            )
        return (*notes, *(f"caution: {one}" for one in self.cautions))


_HOW: Final = (
    "Give it under [paper], or in a file with --paper; `governance new --paper` writes one to fill in."
)


def report(
    proposals: Sequence[Proposal],
    *,
    house: HouseStyle | None = None,
    paper: Paper | None = None,
    on: datetime.date | None = None,
    meeting: datetime.date | None = None,
    undated: datetime.date | None = None,
    anyway: bool = False,
    form: str = "short",
    annex: bool = False,
    strict: bool = False,
    attest: Attest = USUAL,
) -> Report:
    """Give the decision report on one or several proposals, block by block.

    `paper` are the officer's words, which go before those of the proposals and of the house style; `meeting` is the day on
    which the decision is to be taken, and `undated` that whose law is asked of a proposal without a day of its own. With
    `annex` the check sheet of each proposal follows. Raises DraftRefusedError where a proposal is unlawful or incomplete;
    with `anyway` the report says on every page and in its recommendation that it cannot be approved. It is raised, too,
    where anything is left to write and the report is `strict`. Raises CannotTellError where the law of a day cannot be
    told, and PaperError where the officer's words contradict one another or have no section.
    """
    one_of(FORMS, form, name="form")
    if not proposals:
        raise CannotTellError("A report needs a proposal. Give at least one.")
    facts = gather(
        [typeset_names(one) for one in proposals],
        house=house or HouseStyle(),
        on=on,
        meeting=meeting,
        undated=undated,
        paper=typeset_names(paper),
    )
    _refuse(facts, anyway=anyway)
    parts = [written(facts, FORMS[form], key) for key in facts.shown]
    marked = dict(_unsaid(facts)) | {part.key: part.marked for part in parts if part.marked}
    if strict and marked:
        _refuse_gaps(facts, marked)
    document = _document(facts, tuple(_sections(facts, parts, form)), annex=annex, attest=attest)
    left_out = (part.key for part in parts if part.section is None and part.key not in FORMS[form].elsewhere)
    today = (case.name for case in facts.cases if not (case.to_be_formed or case.proposal.current))
    cautions = dict.fromkeys(one for case in facts.cases for one in case.result.cautions)
    return Report(document, marked, tuple(left_out), tuple(today), tuple(cautions))


def _sections(facts: Facts, parts: Sequence[Written], form: str) -> Iterator[Section]:
    """Give the sections in their order, and in the short form each of several schools after the proposal."""
    for part in parts:
        if part.section:
            yield part.section
        if part.key == "proposal" and facts.many and FORMS[form].by_school:
            yield from school_sections(facts)


def _unsaid(facts: Facts) -> Iterator[tuple[str, str]]:
    """Give each key of the heading under which nobody says anything, with what it is to say."""
    for key, value, what in (
        ("committee", facts.decision_maker, "who decides: the committee, member or officer"),
        ("meeting_on", facts.meeting_on, "the date of the decision"),
        ("report_of", facts.report_of, "the director or other officer who reports"),
    ):
        if not value:
            yield key, what


def _document(facts: Facts, sections: tuple[Section, ...], *, annex: bool, attest: Attest) -> Document:
    instruments = [
        document(case.proposal, case.book, complies=case.complies, attest=attest) for case in facts.cases
    ]
    house = facts.house
    signed = (Signature(house.signed, ("Signature", "Name", "Date")),) if house.signed else ()
    return Document(
        title=f"{house.document}: {facts.subject}",
        subject=f"Decision report under {listed(dict.fromkeys(case.book.law.cite for case in facts.cases))}",
        created=facts.meeting_on or max(case.result.on for case in facts.cases),
        blocks=(
            Title(house.document),
            Subtitle(facts.subject),
            _heading(facts),
            *_to_complete(facts, sections),
            Sections(sections),
            *signed,
            *(
                block
                for case, made in zip(facts.cases, instruments, strict=True)
                for block in _appendix(case, made)
            ),
        ),
        header=house.council,
        footer=f"{house.document}: {house.title}",
        mark=_mark(facts),
        properties=_properties(facts, instruments),
        annexes=(_annex(facts),) if annex else (),
    )


def _annex(facts: Facts) -> Annex:
    from governance.documents.report.annex import annex  # noqa: PLC0415 - the check sheet has tables of the report

    return annex(facts)


def _refuse_gaps(facts: Facts, marked: Mapping[str, str]) -> None:
    raise DraftRefusedError(
        listed([case.proposal.source for case in facts.cases]),
        tuple(f"{key}: {what}" for key, what in marked.items()),
        unlawful=False,
        refusal="no report, because its words under [paper] are",
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
    gaps = dict(_unsaid(facts))
    day = facts.meeting_on and day_words(facts.meeting_on)
    rows: tuple[tuple[str, Text], ...] = (
        (facts.house.report_to, facts.decision_maker or (Gap(gaps["committee"]),)),
        ("Date", day or (Gap(gaps["meeting_on"]),)),
        ("Report of", facts.report_of or (Gap(gaps["report_of"]),)),
        ("Subject", facts.subject),
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
    if any(_unsaid(facts)):
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

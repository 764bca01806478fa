"""The section on the proposal: the seats side by side, terms, who appoints, and from when."""

from collections.abc import Iterator

from governance.documents.instrument.clauses import body_words
from governance.documents.instrument.clauses.board import term_holders
from governance.documents.report.facts import Case, Facts
from governance.documents.report.pieces import Pieces, of_school, titled
from governance.documents.report.tables import seats_table
from governance.documents.word.blocks import Clause, Column, Gap, Table
from governance.english import day_words, listed
from governance.model.names import UNKNOWN
from governance.model.proposal import ExOfficio


def proposed(facts: Facts) -> Pieces:
    """Write the section, school by school."""
    for case in facts.cases:
        yield Clause((*of_school(facts, case), *size(facts, case)))
        caption = titled(facts, case, "Seats of each category")
        yield seats_table(case.proposal, caption=caption, head_is_staff=case.head_is_staff)
        yield from _foundation(facts, case)
        for line in ((" ".join(terms(case)),), effect(case)):
            yield Clause((*of_school(facts, case), *line))


def size(facts: Facts, case: Case, *, told: bool = True) -> tuple[str | Gap, ...]:
    """Say how many seats there would be, and how many there are; where that is not given it is `told`, or not."""
    proposal, body = case.proposal, facts.body(case)
    total = proposal.seats.sum()
    size: str | Gap = Gap("number") if total is None else str(total)
    if case.to_be_formed:
        return (f"The {body} would have ", size, f" {case.members}.")
    if proposal.current is None:
        unknown = " Its present seats are not given, and so are not shown." if told else ""
        return (f"The {body} would have ", size, f" {case.members}.{unknown}")
    now = proposal.current.sum()
    before: str | Gap = Gap("number") if now is None else str(now)
    if total is not None and total == now:
        return (f"The {body} would have {total} {case.members}, as it has now.",)
    return (f"The {body} would have ", size, f" {case.members} in place of ", before, ".")


def terms(case: Case, *, told: bool = True) -> Iterator[str]:
    """Say what terms of office are proposed; that there are none is `told`, or not."""
    set_terms, words = case.proposal.terms, body_words(case.proposal)
    holders = tuple(term_holders(case.proposal))
    for whose, term in holders:
        yield f"{whose} would hold office for a term of {term}."
    if not holders and told:
        yield "No term of office other than that of the Regulations is proposed."
    if set_terms.fixed_by_appointer:
        whose = listed([words.seats(category, 2) for category in set_terms.fixed_by_appointer])
        yield f"The term of office of each of the {whose} could be fixed by those appointing."


def _foundation(facts: Facts, case: Case) -> Pieces:
    appointers = case.proposal.foundation.appointers
    if appointers:
        by_school = any(one.school for one in appointers)
        yield Table(
            caption=titled(facts, case, "Who appoints the foundation governors"),
            description="Each person or body that appoints foundation governors, how many, and on what basis",
            columns=(
                Column("Appointed by", share=5),
                *((Column("In respect of", share=4),) if by_school else ()),
                Column("Basis", share=4),
                Column("Number", share=2, numbers=True),
            ),
            rows=tuple(
                (
                    one.by,
                    *((one.school or "not stated",) if by_school else ()),
                    one.basis or "none stated",
                    one.how_many,
                )
                for one in appointers
            ),
        )
    elif case.proposal.seats.foundation not in (0, UNKNOWN):
        yield Clause(
            (
                *of_school(facts, case),
                "The foundation governors would be appointed by ",
                Gap("who appoints them"),
                ".",
            )
        )
    for office in case.proposal.foundation.ex_officio:
        yield Clause((*of_school(facts, case), *ex_officio(office)))


def ex_officio(office: ExOfficio) -> tuple[str | Gap, ...]:
    """Say with which office a seat goes, and who may name a substitute or ask for removal."""
    where = f" ({office.school})" if office.school else ""
    return (
        f"A foundation governorship would go with an office{where}: {office.office}. A substitute could be appointed by ",
        office.substitute_appointed_by or Gap("who may appoint a substitute"),
        ", and removal requested by ",
        office.removal_requested_by or Gap("who may request removal"),
        ".",
    )


def effect(case: Case) -> tuple[str | Gap, ...]:
    """Say from which day."""
    day = case.proposal.instrument.effective_on
    return ("The instrument would have effect from ", day_words(day) if day else Gap("date of effect"), ".")

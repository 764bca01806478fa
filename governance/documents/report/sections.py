"""The sections of a decision report, each a function from the facts to numbered paragraphs and tables.

What only a person can know is never made up: the place is marked, and says what is to be written there.
"""

from collections.abc import Callable, Mapping
from typing import Final

from governance.documents.instrument.clauses import body_words
from governance.documents.report.facts import Case, Facts
from governance.documents.report.house import Contact
from governance.documents.report.legal import legal
from governance.documents.report.pieces import Pieces, listing, of_school, titled, to_write
from governance.documents.report.proposed import proposed
from governance.documents.report.recommended import recommended
from governance.documents.report.tables import shrunk
from governance.documents.word.blocks import Clause, Column, Gap, Section, Strong, Table
from governance.english import listed
from governance.law.checks.schools import character_of
from governance.law.wording import sentence


def section(facts: Facts, name: str) -> Section:
    """Write one section, with the council's standing words in it.

    They take the place of what a person would have to write, and follow what the facts say.
    """
    style = facts.house.style(name)
    standing = tuple(Clause(text) for text in style.text)
    if what := TO_WRITE.get(name):
        return Section(facts.house.title_of(name), standing or (to_write(what),))
    return Section(facts.house.title_of(name), (*SECTIONS[name](facts), *standing))


def _type_of_decision(facts: Facts) -> Pieces:
    house = facts.house
    if house.type_of_decision:
        yield Clause(f"{house.type_of_decision.removesuffix('.')}.")
    else:
        yield to_write("the type of decision, and whether it is a key decision")
    if house.power_to_decide:
        yield Clause(f"Power to decide: {house.power_to_decide.removesuffix('.')}.")
    else:
        yield to_write(
            "the power under which the decision is taken, and where the council’s constitution gives it"
        )


def _purpose(facts: Facts) -> Pieces:
    ready = all(case.complies for case in facts.cases)
    lead = "The purpose of this report is to seek approval of" if ready else "This report sets out"
    lines = [_what(facts, case) for case in facts.cases]
    if facts.many:
        yield Clause(f"{lead}:", items=listing(lines))
    else:
        yield Clause(f"{lead} {lines[0]}.")
    if not ready:
        where = f"the section “{facts.house.title_of('recommendation')}”"
        yield Clause(
            f"No approval is sought of what does not comply with the law or is not complete: see {where}."
        )


def _what(facts: Facts, case: Case) -> str:
    of = f"of the {facts.body(case)} of {case.name}"
    if case.proposal.current:
        return f"the reconstitution {of} and its revised instrument of government (Appendix {case.appendix})"
    return f"the instrument of government {of} (Appendix {case.appendix})"


def _background(facts: Facts) -> Pieces:
    for case in facts.cases:
        yield Clause(_standing(facts, case))
    yield to_write(
        "how the proposal came about: when the instrument was last reviewed, and the date of the meeting at which "
        "the proposal was agreed"
    )


def _standing(facts: Facts, case: Case) -> tuple[str | Gap, ...]:
    """Say what kind of school it is, and how many seats its body has now, if there is one."""
    school, current = case.proposal.school, case.proposal.current
    words = f"{case.name} is {_kind(case)}. "
    if character := character_of(school):
        words += f"It is designated as having a religious character: {character}. "
    if school.local_authority:
        words += f"The local authority is {school.local_authority}. "
    if case.to_be_formed:
        return (words.rstrip(),)
    now = current.sum() if current else None
    return (
        f"{words}Its {facts.body(case)} now has ",
        Gap("number") if now is None else str(now),
        " seats.",
    )


def _kind(case: Case) -> str:
    category = case.proposal.school.category
    if category == "federation":
        return (
            f"{'to be ' if case.to_be_formed else ''}a federation of "
            f"{listed([one.name or '[name of a school]' for one in case.proposal.schools])}"
        )
    article = "an" if category[0] in "aeiou" else "a"
    return f"{article} {category}{'' if category == 'pupil referral unit' else ' school'}"


def _procedure(facts: Facts) -> Pieces:
    """Give the steps of the law for the change, once where several schools take the same."""
    told: dict[tuple[str, ...], list[str]] = {}
    for case in facts.cases:
        for procedure in case.comparison.procedures if case.comparison else ():
            steps = [f"{one.who} {one.what.removesuffix('.')} ({one.citation})" for one in procedure.steps]
            title = procedure.title.partition(":")[0]
            told.setdefault((title, *steps), []).append(case.name)
    for (title, *lines), names in told.items():
        whose = (Strong(f"{listed(names)}: "),) if facts.many else ()
        yield Clause(
            (*whose, f"{title}. The steps, each with the provision it rests on, are:"),
            items=listing(f"{line[:1].lower()}{line[1:]}" for line in lines),
        )
    for case in facts.cases:
        yield Clause((*of_school(facts, case), _fewer(case)))
    yield to_write("what happens to those now in post")


def _fewer(case: Case) -> str:
    if case.proposal.current is None:
        whose = "of the governing bodies that there are now " if case.to_be_formed else ""
        return f"The present seats {whose}are not given, so it cannot be said here whether anybody in post is affected."
    before, after = case.proposal.current.counts(), case.proposal.seats.counts()
    words, filled = body_words(case.proposal).seats, case.proposal.filled
    fewer = [
        f"{words(seat, 2)} ({after[seat]} in place of {before[seat]}"
        + (f", {filled[seat]} now in post)" if seat in filled else ")")
        for seat in shrunk(case.proposal)
    ]
    if not fewer:
        return "No category would have fewer seats than it has now."
    return f"Fewer seats than now: {listed(fewer)}."


def _options(facts: Facts) -> Pieces:
    for case in facts.cases:
        if case.present is not None:
            yield Clause((*of_school(facts, case), _as_it_is(case)))
    yield to_write("the options considered, and why each was rejected")


def _as_it_is(case: Case) -> str:
    """Say whether the seats of today could stay as they are."""
    if not case.present:
        return "To leave the seats as they are: the present numbers of seats comply with the same law."
    broken = listed([f"{one.because} ({one.citation})" for one in case.present])
    return f"To leave the seats as they are: the present numbers do not comply with the same law: {broken}."


def _consultation(facts: Facts) -> Pieces:
    if none := [case.name for case in facts.cases if not case.approvals]:
        whose = (Strong(f"{listed(none)}: "),) if facts.many else ()
        yield Clause((*whose, "No rule that applies requires the approval of another body first."))
    for case in facts.cases:
        if case.approvals:
            yield _approvals(facts, case)
    yield to_write("who else was consulted, when, and what they said")


def _approvals(facts: Facts, case: Case) -> Table:
    return Table(
        caption=titled(facts, case, "Approvals wanted before the instrument is made"),
        description="Each approval that the Regulations want, whether it is given and when, and the citation",
        columns=(Column("Approval", share=6), Column("Given", share=6), Column("Citation", share=5)),
        rows=tuple(
            (
                one.title,
                sentence(one.state) if one.given else (Gap("not recorded yet: date of approval"),),
                one.citation,
            )
            for one in case.approvals
        ),
    )


def _background_papers(facts: Facts) -> Pieces:
    for law in dict.fromkeys((case.book.law.title, case.book.law.cite) for case in facts.cases):
        yield Clause(f"{law[0]} ({law[1]}).")
    yield to_write("the minutes and other papers on which this report relies")


def _contact(facts: Facts) -> Pieces:
    contact = facts.house.contact
    if contact == Contact():
        yield to_write(
            "the office to ask about this report, with its address, telephone number and e-mail address"
        )
        return
    yield Table(
        caption="Whom to ask about this report",
        description="The office to ask, and how to reach it",
        columns=(Column("Contact"), Column("Details", share=3)),
        rows=tuple(
            (label, value or (Gap(f"{label[:1].lower()}{label[1:]} of the office"),))
            for label, value in (
                ("Office", contact.office),
                ("Department", contact.department),
                ("Address", contact.address),
                ("Telephone", contact.telephone),
                ("E-mail", contact.email),
            )
        ),
    )


SECTIONS: Final[Mapping[str, Callable[[Facts], Pieces]]] = {
    "type_of_decision": _type_of_decision,
    "purpose": _purpose,
    "background": _background,
    "proposal": proposed,
    "procedure": _procedure,
    "options": _options,
    "legal": legal,
    "consultation": _consultation,
    "recommendation": recommended,
    "background_papers": _background_papers,
    "contact": _contact,
}
"""The sections that facts fill, wholly or in part."""

TO_WRITE: Final[Mapping[str, str]] = {
    "reasons": "why the change is wanted",
    "risk": "the risks, or that there are none",
    "financial": "the financial considerations, or that there are none",
    "child_and_family_poverty": "the child and family poverty considerations, or that there are none",
    "equality_and_diversity": "the equality and diversity considerations, or that there are none",
    "staff": "the staff considerations, or that there are none",
    "asset_management": "the asset management considerations, or that there are none",
}
"""The sections that a person writes, or the council's standing words fill."""

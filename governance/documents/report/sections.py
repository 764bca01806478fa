"""The sections of a decision report, each a function from the facts to numbered paragraphs and tables.

What only a person can know is never made up: the place is marked, and says what is to be written there.
"""

from collections.abc import Callable, Mapping
from typing import Final

import attrs

from governance.documents.instrument.clauses import body_words
from governance.documents.instrument.clauses.brief import article
from governance.documents.report.facts import Case, Facts
from governance.documents.report.legal import legal
from governance.documents.report.pieces import Pieces, listing, of_school, titled, to_write
from governance.documents.report.proposed import proposed
from governance.documents.report.recommended import recommended
from governance.documents.report.tables import shrunk
from governance.documents.report.words import clauses
from governance.documents.word.blocks import Clause, Column, Gap, Section, Strong, Table, plain
from governance.english import listed
from governance.law.checks.schools import character_of
from governance.law.wording import sentence

Fill = Callable[[Facts], Pieces]


@attrs.frozen
class Form:
    """How long a report is: what the facts say in each section, and what a person has to write in some.

    A section of which neither the facts nor anybody says anything is left out, but where a person has to write it.
    `by_school` tells that what is of one school stands in a section of its own, where there are several, and `elsewhere`
    are the sections that nobody misses, because what they say stands in another or in the annex.
    """

    facts: Mapping[str, Fill]
    to_write: Mapping[str, str]
    by_school: bool = False
    elsewhere: frozenset[str] = frozenset()


@attrs.frozen
class Written:
    """One section by its key; None where it is left out. `marked` says what a person has to write in it."""

    key: str
    section: Section | None
    marked: str = ""


def written(facts: Facts, form: Form, key: str) -> Written:
    """Write one section: what the facts say, the officer's words, and the council's standing words.

    Standing words follow what the facts say; elsewhere the officer's take their place.
    """
    said = tuple(form.facts[key](facts)) if key in form.facts else ()
    words = _words(facts, key)
    if not words or key in form.facts:
        words += clauses(*facts.house.style(key).text)
    if not form.by_school:
        words += tuple(line for case in facts.cases for line in of_case(facts, case, key))
    marked = ""
    if not words and key in form.to_write and not all(case.words.get(key) for case in facts.cases):
        marked = form.to_write[key]
    blocks = (*said, *words, *((to_write(marked),) if marked else ()))
    return Written(key, Section(facts.house.title_of(key), blocks) if blocks else None, marked)


def of_case(facts: Facts, case: Case, key: str, *, lead: str = "") -> tuple[Clause, ...]:
    """Give the officer's words on one of several schools, which begin with its name, or with `lead`."""
    first, *others = clauses(case.words.get(key, "")) or (None,)
    if first is None:
        return ()
    head = (Strong(f"{lead}. "),) if lead else of_school(facts, case)
    return (attrs.evolve(first, text=(*head, plain(first.text))), *others)


def _words(facts: Facts, key: str) -> tuple[Clause, ...]:
    """Give what the officer says, or the council of this paper."""
    given = facts.paper.sections.get(key, "")
    match key:
        case "type_of_decision":
            power = facts.power_to_decide
            lines = (facts.type_of_decision, power and f"Power to decide: {power}")
            return tuple(Clause(f"{line.removesuffix('.')}.") for line in lines if line)
        case "contact":
            return (Clause("\n".join(facts.contact)),) if facts.contact else ()
    return clauses(given)


def purpose(facts: Facts) -> Pieces:
    """Say of what approval is sought."""
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
    if case.changes_seats:
        return f"the reconstitution {of} and its {case.its_instrument} (Appendix {case.appendix})"
    return f"the {case.its_instrument} {of} (Appendix {case.appendix})"


def _background(facts: Facts) -> Pieces:
    for case in facts.cases:
        authority, current = case.proposal.school.local_authority, case.proposal.current
        words = kind(case)
        if authority:
            words += f" The local authority is {authority}."
        if current and (now := current.sum()) is not None:
            words += f" Its {facts.body(case)} now has {now} seats."
        yield Clause(words)


def kind(case: Case) -> str:
    """Say what kind of school it is, or of federation or unit."""
    school = case.proposal.school
    words = f"{case.name} is {_kind(case)}."
    if character := character_of(school):
        words += f" It is designated as having a religious character: {character}."
    return words


def _kind(case: Case) -> str:
    category = case.proposal.school.category
    if category == "federation":
        names = listed([one.name or "[name of a school]" for one in case.proposal.schools])
        return f"{'to be ' if case.to_be_formed else ''}a federation of {names}"
    if category == "pupil referral unit":
        return (
            "a group of pupil referral units"
            if case.name.casefold().endswith("units")
            else "a pupil referral unit"
        )
    return f"{article(category)} {category} school"


def _procedure(facts: Facts) -> Pieces:
    """Give the steps of the law for the change, once where several schools take the same."""
    told: dict[tuple[str, ...], list[str]] = {}
    for case in facts.cases:
        for procedure in case.procedures:
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
        yield Clause((*of_school(facts, case), fewer(case)))


def fewer(case: Case) -> str:
    """Say which categories would have fewer seats than now, and how many are in post."""
    if case.proposal.current is None:
        whose = "of the governing bodies that there are now " if case.to_be_formed else ""
        return f"The present seats {whose}are not given, so it cannot be said here whether anybody in post is affected."
    before, after = case.proposal.current.counts(), case.proposal.seats.counts()
    words, filled = body_words(case.proposal).seats, case.proposal.filled
    found = [
        f"{words(seat, 2)} ({after[seat]} in place of {before[seat]}"
        + (f", {filled[seat]} now in post)" if seat in filled else ")")
        for seat in shrunk(case.proposal)
    ]
    if not found:
        return "No category would have fewer seats than it has now."
    return f"Fewer seats than now: {listed(found)}."


def _options(facts: Facts) -> Pieces:
    for case in facts.cases:
        if case.present is not None:
            yield Clause((*of_school(facts, case), _as_it_is(case)))


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
        together=True,
    )


def _background_papers(facts: Facts) -> Pieces:
    for law in dict.fromkeys((case.book.law.title, case.book.law.cite) for case in facts.cases):
        yield Clause(f"{law[0]} ({law[1]}).")


LONG: Final = Form(
    facts={
        "purpose": purpose,
        "background": _background,
        "proposal": proposed,
        "procedure": _procedure,
        "options": _options,
        "legal": legal,
        "consultation": _consultation,
        "recommendation": recommended,
        "background_papers": _background_papers,
    },
    to_write={
        "type_of_decision": "the type of decision, and whether it is a key decision",
        "background": "how the proposal came about: when the instrument was last reviewed, and the date of the meeting at "
        "which the proposal was agreed",
        "procedure": "what happens to those now in post",
        "options": "the options considered, and why each was rejected",
        "consultation": "who else was consulted, when, and what they said",
        "reasons": "why the change is wanted",
        "risk": "the risks, or that there are none",
        "financial": "the financial considerations, or that there are none",
        "child_and_family_poverty": "the child and family poverty considerations, or that there are none",
        "equality_and_diversity": "the equality and diversity considerations, or that there are none",
        "staff": "the staff considerations, or that there are none",
        "asset_management": "the asset management considerations, or that there are none",
        "background_papers": "the minutes and other papers on which this report relies",
        "contact": "the office to ask about this report, with its address, telephone number and e-mail address",
    },
)
"""Every section, with the arithmetic of each rule and the steps of the law."""

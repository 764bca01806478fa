"""The section that recommends: approval of what complies; of anything else, why it cannot be approved and what could."""

from collections.abc import Iterator

from governance.answers.repair import repair
from governance.answers.words import seats_words
from governance.documents.instrument.shortfalls import shortfalls
from governance.documents.report.facts import Case, Facts
from governance.documents.report.pieces import Pieces, listing, of_school
from governance.documents.report.tables import questions
from governance.documents.word.blocks import Callout, Clause, Gap, Item
from governance.english import day_words, listed
from governance.errors import GovernanceError
from governance.law.wording import sentence


def recommended(facts: Facts, *, noting: bool = True) -> Pieces:
    """Write the section, `noting` on what condition the law is met. Nothing that does not comply is recommended."""
    ready = [case for case in facts.cases if case.complies]
    lines = [line for case in ready for line in _approve(facts, case, noting=noting)]
    lead = (facts.house.recommends,) if facts.house.recommends else ("It is recommended that ", _who(facts))
    if len(lines) == 1:
        yield Clause((*lead, f" {lines[0]}."))
    elif lines:
        yield Clause((*lead, ":"), items=listing(lines))
    for case in ready:
        yield from _before(facts, case)
    for case in facts.cases:
        if not case.complies:
            yield from _not_ready(facts, case)


def _before(facts: Facts, case: Case) -> Pieces:
    """Warn of approvals that are still awaited, and of a date of effect that the decision would come after."""
    if case.awaited:
        whose = listed(f"{one.by} ({one.citation})" for one in case.awaited)
        yield Clause(
            (
                *of_school(facts, case),
                f"The approval of {whose} comes before the instrument is made, and is not recorded as given.",
            )
        )
    day, meeting = case.proposal.instrument.effective_on, facts.meeting_on
    if day and meeting and day < meeting:
        yield Callout(
            f"{case.name}: the date of effect, {day_words(day)}, is before the date of the decision, "
            f"{day_words(meeting)}. One of the two should be looked at again."
        )


def _who(facts: Facts) -> str | Gap:
    who = facts.decision_maker
    if not who:
        return Gap("who decides")
    return f"the {who.removeprefix('The ').removeprefix('the ')}"


def _approve(facts: Facts, case: Case, *, noting: bool) -> Iterator[str]:
    day = case.proposal.instrument.effective_on
    effect = f", to have effect from {day_words(day)}" if day else ""
    change = (
        f"the reconstitution of the {facts.body(case)} of {case.name}, and " if case.changes_seats else ""
    )
    whose = f"its {case.its_instrument}" if change else f"the {case.its_instrument} of {case.name}"
    once = ", once the approvals named below are given" if case.awaited else ""
    yield f"approve {change}{whose} as set out in Appendix {case.appendix}{effect}{once}"
    for finding in case.result.conditions if noting else ():
        yield f"note that at {case.name} this complies with the law provided that {finding.condition} ({finding.citation})"


def _not_ready(facts: Facts, case: Case) -> Pieces:
    unlawful = case.result.lawful is False
    yield Callout(
        f"{case.name}: the proposal cannot be approved as it stands, because it does not comply with the law."
        if unlawful
        else f"{case.name}: the proposal cannot be approved as it stands, because it is not complete."
    )
    first, *others = (_stop(sentence(line)) for line in _in_the_way(case))
    if others:
        items = tuple(map(Item, (first, *others)))
        yield Clause((*of_school(facts, case), "What stands in the way:"), items=items)
    else:
        yield Clause((*of_school(facts, case), f"What stands in the way: {first}"))
    if unlawful:
        for remedy in remedies(case):
            yield Clause((*of_school(facts, case), remedy))


def _in_the_way(case: Case) -> Iterator[str]:
    found = shortfalls(case.result)
    yield from (f"{one.because} ({one.citation})" for one in found if one.verdict == "breached")
    yield from questions(one for one in found if one.verdict != "breached")


def _stop(text: str) -> str:
    return text if text.endswith(".") else f"{text}."


def remedies(case: Case) -> Iterator[str]:
    """Say the nearest lawful board, or what else would have to be mended, or that nothing near will do."""
    try:
        answer = repair(case.proposal, on=case.result.on, most=1)
    except GovernanceError as error:
        yield f"The nearest lawful proposal cannot be told. {error}"
        return
    for one in answer.mend:
        yield f"To be mended: {_stop(one)}"
    for board in answer.boards:
        on_condition = f", provided that {listed(board.conditions)}" if board.conditions else ""
        yield (
            f"The nearest lawful board has {board.total} {case.members}: {'; '.join(board.moves)}. "
            f"It would have {seats_words(board.seats)}{on_condition}."
        )
        for one in board.mend:
            yield f"Also to be mended: {_stop(one)}"
    if answer.staff:
        yield f"No seat need be changed if {answer.staff}."
    if answer.impossible:
        yield "No board meets all the rules together: " + " ".join(
            _stop(one.says) for one in answer.impossible.clashes
        )

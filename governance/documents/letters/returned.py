"""The letter with which a draft is returned: what to change, in order, each with its provision."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from governance.answers.check import check
from governance.answers.finding import Finding, Result
from governance.answers.repair import Repairs, repair
from governance.documents.letters.letter import (
    Letter,
    in_words_of,
    numbered,
    part,
    provisions,
)
from governance.documents.letters.repair import NEAREST, nearest, nearest_rests_on
from governance.documents.report.legal import doubts
from governance.documents.report.tables import questions, repairs
from governance.documents.word.blocks import Block
from governance.errors import CannotTellError
from governance.law.regime import governing
from governance.model import Proposal


def letter(result: Result, proposal: Proposal, *, unread: Sequence[str] = ()) -> Letter:
    """Write the letter; `unread` says what of a draft was not understood, or contradicts itself."""
    wrong, unknown = result.of("unlawful", "breached"), result.of("unlawful", "unknown")
    awaited = (*result.awaiting("statement"), *result.awaiting("step"))
    found = _nearest(result, proposal) if wrong else None
    near = nearest_rests_on(found, proposal) if found else ()
    return Letter(
        category=proposal.school.category,
        school=proposal.school.name,
        subject="Your draft instrument of government",
        answer=_answer(result, unread),
        asked="You asked whether the draft complies with the law",
        law=governing(result.on, proposal),
        on=result.on,
        parts=tuple(_parts(result, proposal, unread, found)),
        provisions=provisions((*wrong, *unknown, *awaited, *result.conditions, *near)),
        doubts=tuple(doubts((*wrong, *(one for one in result.findings if one.verdict == "met")))),
        cautions=result.cautions,
    )


def _answer(result: Result, unread: Sequence[str]) -> str:
    wrong = len(result.of("unlawful", "breached"))
    if result.lawful is False:
        things = "1 thing is" if wrong == 1 else f"{wrong} things are"
        return f"We return the draft, because it does not comply with the law: {things} to be changed"
    if result.lawful is None:
        return "We return the draft, because it cannot be told yet whether it is lawful"
    condition = ", on the conditions below" if result.conditions else ""
    if unread:
        return f"What we could read of the draft is lawful{condition}, but some of it is to be made clear"
    if result.awaiting("statement") or result.awaiting("step"):
        return f"The draft is lawful{condition}, but it is not complete"
    return f"The draft is lawful{condition}, and nothing in it need be changed"


def _parts(
    result: Result, proposal: Proposal, unread: Sequence[str], found: Repairs | None
) -> Iterator[Block]:
    category = proposal.school.category

    def listing(title: str, lines: Iterable[str]) -> tuple[Block, ...]:
        return part(title, numbered(in_words_of(category, line) for line in lines))

    wrong = result.of("unlawful", "breached")
    yield from listing("What to change", (_change(one, wrong, result, proposal) for one in wrong))
    if found:
        yield from part(NEAREST, nearest(found, proposal))
    yield from listing("What to make clear", unread)
    yield from listing("What to tell us", questions(result.of("unlawful", "unknown")))
    yield from listing("What the draft is still to state", questions(result.awaiting("statement")))
    yield from listing("What is still to be done before it is made", questions(result.awaiting("step")))
    yield from listing("What it depends on", map(_condition, result.conditions))
    yield from listing("Good practice, which is not law", map(_advice, result.of("advice", "breached")))


def _change(finding: Finding, wrong: Sequence[Finding], result: Result, proposal: Proposal) -> str:
    """Say what is wrong, and the smallest change; of several for the same seats only the first that mends all."""
    rivals = [one for one in wrong if _touched(one) & _touched(finding)] or [finding]
    mending = (one for one in rivals if all(_mends(one, other, result, proposal) for other in rivals))
    told = finding.repairs and next(mending, None) is finding
    smallest = f". The smallest change: {repairs(finding)}" if told else ""
    return f"{finding.because} ({finding.citation}){smallest}"


def _touched(finding: Finding) -> frozenset[str]:
    return frozenset(seat for one in finding.repairs for seat in one.seats)


def _mends(finding: Finding, other: Finding, result: Result, proposal: Proposal) -> bool:
    """Tell whether each smallest change that one rule asks for satisfies another, too."""
    if finding is other:
        return True
    boards = (
        attrs.evolve(proposal, seats=attrs.evolve(proposal.seats, **one.seats)) for one in finding.repairs
    )
    checked = (check(board, on=result.on).findings for board in boards)
    return all(
        one.verdict != "breached"
        for found in checked
        for one in found
        if (one.rule, one.citation) == (other.rule, other.citation)
    )


def _condition(finding: Finding) -> str:
    return f"{finding.condition} ({finding.citation})"


def _advice(finding: Finding) -> str:
    return f"{finding.because} ({finding.citation}). {finding.says}"


def _nearest(result: Result, proposal: Proposal) -> Repairs | None:
    """Give the lawful boards near to the one in the draft, where seats have to be moved."""
    try:
        found = repair(proposal, on=result.on)
    except CannotTellError:
        return None
    return found if found.boards else None

"""The letter on what is still open: what to settle, and what would be lawful."""

from collections.abc import Iterator, Mapping

from governance.answers.check import check
from governance.answers.unknowns import Case, Unknowns, range_words
from governance.documents.letters.boards import clashing, impossible_parts
from governance.documents.letters.letter import (
    Letter,
    in_words_of,
    numbered,
    part,
    provisions,
    thing,
    whole,
)
from governance.documents.report.legal import doubts
from governance.documents.word.blocks import Block, Column, Table
from governance.english import listed, sentence
from governance.law.facts import Value
from governance.law.regime import governing
from governance.law.wording import fact_words
from governance.model import Proposal
from governance.model.names import CO_OPTED_STAFF


def letter(answer: Unknowns, proposal: Proposal) -> Letter:
    """Write the letter."""
    result = check(proposal, on=answer.on)
    turns = (*result.of("unlawful", "breached"), *result.of("unlawful", "unknown"), *result.conditions)
    clashes = [one for case in answer.cases for one in clashing(case.impossible)]
    return Letter(
        category=proposal.school.category,
        school=proposal.school.name,
        subject="What is still to be settled about your board",
        answer=_answer(answer, proposal),
        asked="You asked on what that depends, and what is to be settled next",
        law=governing(answer.on, proposal),
        on=answer.on,
        parts=tuple(_parts(answer, proposal)),
        provisions=tuple(dict.fromkeys((*clashes, *provisions(turns)))),
        doubts=tuple(doubts(result.of("unlawful", "breached"))),
        cautions=result.cautions,
    )


def _answer(answer: Unknowns, proposal: Proposal) -> str:
    proposed = whole(proposal)
    match answer.verdict:
        case "unlawful":
            return f"{proposed} is unlawful, whatever is still open"
        case "lawful" if answer.conditional:
            staff = "few enough of the co-opted governors are employed at the school"
            return in_words_of(
                proposal.school.category,
                f"{proposed} is lawful, whatever else is still open, provided that {staff}",
            )
        case "lawful":
            return f"{proposed} is lawful, whatever is still open"
    return f"Whether {proposed} is lawful depends on what is still open"


def _parts(answer: Unknowns, proposal: Proposal) -> Iterator[Block]:
    category = proposal.school.category

    def said(text: str) -> str:
        return in_words_of(category, text)

    asks = (said(one.asks.partition(" Set ")[0]) for one in answer.ask)
    yield from part("What we ask you to settle, the most telling first", numbered(asks))
    first, *others = answer.cases
    if not others and first.impossible:
        yield from impossible_parts(category, first.impossible)
        return
    table = Table(
        caption="The board, by what is still open",
        description="Each way in which the open facts may turn out, and what is lawful then",
        columns=(Column("If", share=3), Column("Then the board is", share=7)),
        rows=tuple(
            (sentence(_facts(category, case.facts)), sentence(said(_then(case)))) for case in answer.cases
        ),
    )
    yield from part("What would be lawful", [table])


def _facts(category: str, facts: Mapping[str, Value]) -> str:
    if not facts:
        return "Whatever is settled"
    return f"It is a {thing(category)} {listed(fact_words(name, value) for name, value in facts.items())}"


def _then(case: Case) -> str:
    """Say what is lawful in a case, each number by itself."""
    if case.impossible:
        clashes = " ".join(dict.fromkeys(one.says for one in case.impossible.clashes))
        instead = "; or ".join(case.impossible.nearest)
        return f"Unlawful. These cannot all be kept: {clashes}" + (
            f" What can be had: {sentence(instead)}" if instead else ""
        )
    numbers = [
        range_words(ranges, name)
        for name, ranges in case.values.items()
        if name != CO_OPTED_STAFF and case.verdict == "depends"
    ]
    if staff := case.values.get(CO_OPTED_STAFF):
        least, most = staff[-1]
        numbers.append(f"at most {range_words(((most or least, most),), CO_OPTED_STAFF)}")
    match case.verdict:
        case "unlawful":
            says = "Unlawful"
        case "lawful":
            says = f"Lawful, on condition that there are {listed(numbers)}" if case.conditional else "Lawful"
        case "depends":
            says = f"Lawful only with {listed(numbers)}" if numbers else "Not to be told yet"
    open_ = (one.partition(" Set ")[0] for one in case.open)
    return " ".join(map(sentence, (says, *case.mend, *open_)))

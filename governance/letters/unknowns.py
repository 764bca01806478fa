"""What is still open, as a short letter: on what it depends, and what to ask next."""

from collections.abc import Iterator, Mapping

from governance.answers.unknowns import Case, Unknowns, range_words
from governance.english import day_words
from governance.law.facts import Value
from governance.letters.page import wrap
from governance.letters.repair import impossible_lines
from governance.model import Proposal
from governance.model.names import CO_OPTED_STAFF

_HEADLINE = {
    "lawful": "LAWFUL whatever is still open",
    "unlawful": "UNLAWFUL whatever is still open",
    "depends": "IT DEPENDS",
}


def unknowns_letter(answer: Unknowns, proposal: Proposal) -> str:
    """Write the letter."""
    return "\n".join(_lines(answer, proposal))


def _lines(answer: Unknowns, proposal: Proposal) -> Iterator[str]:
    yield f"{headline(answer)}: {proposal.school.name or answer.proposal}"
    yield (
        f"{answer.proposal}: {proposal.school.category}; the law of {day_words(answer.on)} ({answer.regime})"
    )
    for case in answer.cases:
        yield from _case(case)
    if answer.ask:
        yield from ("", "What to ask, the question that settles most first")
        for number, question in enumerate(answer.ask, start=1):
            settles = f"{question.settles} of the {question.answers} answers tried would settle it"
            yield from wrap(f"{question.asks} ({settles}.)", f"{number:3}. ", "     ")


def headline(answer: Unknowns) -> str:
    """Say whether it depends on what is open."""
    if not answer.conditional:
        return _HEADLINE[answer.verdict]
    others = any(case.facts or case.values.keys() - {CO_OPTED_STAFF} for case in answer.cases)
    return f"LAWFUL, on condition{', whatever else is still open' if others else ''}"


def _case(case: Case) -> Iterator[str]:
    says, items = case_words(case)
    yield from ("", says)
    for one in items:
        yield from wrap(one, "  - ", "    ")
    if case.impossible:
        yield from impossible_lines(case.impossible)


def case_words(case: Case) -> tuple[str, list[str]]:
    """Say what holds in a case, and with which numbers, what is to be mended and what is to be asked."""
    where = _facts(case.facts)
    says = ""
    match case.verdict:
        case "lawful":
            condition = ", on condition that there are" if case.conditional else ""
            says = f"{where or 'Whatever it is'}: lawful{condition}"
        case "unlawful":
            says = f"{where or 'Whatever it is'}: unlawful"
        case "depends":
            only = "lawful only with, for each number alone," if case.values else "it cannot be told"
            says = f"{where}: {only}" if where else only.capitalize()
    items = []
    for name, ranges in case.values.items():
        if name == CO_OPTED_STAFF and ranges:
            items.append(f"at most {range_words(((ranges[-1][1] or 0, ranges[-1][1]),), name)}")
        elif case.verdict == "depends":
            items.append(range_words(ranges, name))
    return says, [*items, *(f"{one}." for one in case.mend), *(f"Ask: {one}" for one in case.open)]


def _facts(facts: Mapping[str, Value]) -> str:
    named = (
        f"{name.replace('_', ' ')} = {'yes' if value is True else value}" for name, value in facts.items()
    )
    return f"If {', '.join(named)}" if facts else ""

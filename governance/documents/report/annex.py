"""The annex of a report: the arithmetic, the conditions and the steps that a check sheet has."""

from collections.abc import Iterator

from governance.documents.check_sheet import findings, steps
from governance.documents.report.facts import Facts
from governance.documents.word.blocks import Annex, Block, Heading, Paragraph, Title


def annex(facts: Facts) -> Annex:
    """Write it on pages of its own, with their own numbers; steps that several schools take are set out once."""
    return Annex(
        blocks=tuple(_blocks(facts)),
        header=f"Annex for information: {facts.house.document}",
        footer="Check sheet",
    )


def _blocks(facts: Facts) -> Iterator[Block]:
    yield Title("Annex: Check sheet")
    yield Paragraph("This annex is for information, and is no part of an instrument of government.")
    for case in facts.cases:
        if facts.many:
            yield Heading(case.name, 2)
        yield from findings(case.result, case.proposal, case.book)
    yield from steps((case.name, case.procedures) for case in facts.cases)

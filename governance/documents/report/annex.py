"""The annex of a report: the arithmetic, the conditions and the steps that a check sheet has."""

from collections.abc import Iterator

from governance.documents.check_sheet import findings, steps
from governance.documents.report.facts import Facts
from governance.documents.word.blocks import Block, Heading, Paragraph, Title


def annex(facts: Facts) -> Iterator[Block]:
    """Write it on pages of its own; steps that several schools take are set out once."""
    yield Title("Annex: Check sheet", new_page=True)
    yield Paragraph("This annex is for information, and is no part of an instrument of government.")
    for case in facts.cases:
        if facts.many:
            yield Heading(case.name, 2)
        yield from findings(case.result, case.proposal, case.book)
    yield from steps((case.name, case.procedures) for case in facts.cases)

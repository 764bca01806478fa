"""The instrument of government: the clauses that the law asks of a body of its kind, in their usual order.

Which clauses there are is not decided here: the rule book of the day says what the instrument must state (its
`states` checks), and `clauses` how each such thing is put.
"""

import datetime

from governance.answers.check import check
from governance.answers.finding import Result
from governance.documents.blocks import Clauses, Document, Signature, Subtitle, Title
from governance.documents.clauses import CLAUSES, authority
from governance.documents.proof import proofread
from governance.documents.word import render
from governance.errors import DraftRefusedError
from governance.law import RuleBook, book_for
from governance.law.checks.board import States
from governance.model import Proposal


def draft(proposal: Proposal, *, on: datetime.date | None = None, anyway: bool = False) -> bytes:
    """Draft the instrument as a Word file; DraftRefusedError where it would be unlawful or incomplete."""
    result = check(proposal, on=on)
    reasons = _reasons(result)
    if reasons and not anyway:
        raise DraftRefusedError(proposal.source, reasons, unlawful=result.lawful is False)
    book = book_for(proposal, result.on)
    made = document(proposal, book, complies=not reasons)
    return proofread(render(made), made)


def document(proposal: Proposal, book: RuleBook, *, complies: bool) -> Document:
    """Give the instrument block by block; one that does not comply says so on every page."""
    school, instrument = proposal.school, proposal.instrument
    name = school.name or "[name of the school]"
    items = frozenset(rule.check.item for rule in book.rules if isinstance(rule.check, States))
    clauses = [build(proposal, items) for item, build in CLAUSES if item in items or item is None]
    signs = authority(proposal)
    return Document(
        title=f"Instrument of Government: {name}",
        subject=f"Constitution of the governing body under {book.law.cite}",
        created=instrument.made_on or instrument.effective_on or book.day,
        blocks=(
            Title("Instrument of Government"),
            Subtitle(name),
            Clauses(tuple(clause for clause in clauses if clause)),
            Signature(
                ("Signed on behalf of ", signs),
                ("Signature", "Name", "Office held", "Date"),
            ),
            Signature(
                (
                    "Where this instrument is sealed, the common seal of ",
                    signs,
                    " was affixed in the presence of",
                ),
                ("Authorised signatory",),
            ),
        ),
        footer=f"Instrument of Government: {name}",
        mark=None if complies else f"DRAFT that does not comply with {book.law.cite}: not to be made",
        properties={
            "Law as at": book.day.isoformat(),
            "Regulations": book.law.id,
            "Rules hash": book.law.hash,
        },
    )


def _reasons(result: Result) -> tuple[str, ...]:
    """What stands in the way: every breach, everything unknown, and everything still to be stated."""
    return (
        *(f"{finding.because} ({finding.citation})" for finding in result.of("unlawful", "breached")),
        *(f"{finding.question} ({finding.citation})" for finding in result.of("unlawful", "unknown")),
        *(f"{finding.question} ({finding.citation})" for finding in result.awaiting("statement")),
    )

"""The instrument of government: the clauses that the law asks of a body of its kind, in their usual order.

Which clauses there are is not decided here: the rule book of the day says what the instrument must state (its
`states` checks), and `clauses` how each such thing is put. Of a variation this is the consolidated copy: the whole
instrument as varied, with the day from which the variation takes effect.
"""

from typing import TYPE_CHECKING

import attrs

from governance.answers.check import check
from governance.documents.instrument.attest import USUAL, attest_by, attestation
from governance.documents.instrument.changes import annex
from governance.documents.instrument.clauses import clauses
from governance.documents.instrument.shortfalls import shortfall_words
from governance.documents.typeset import typeset_names
from governance.documents.word.blocks import Clauses, Document, Held, Subtitle, Title, untagged
from governance.documents.word.proofread import proofread
from governance.documents.word.render import render
from governance.errors import DocumentError, DraftRefusedError
from governance.law import RuleBook, book_for
from governance.model import Proposal
from governance.model.fingerprint import fingerprint
from governance.model.names import Attest
from governance.model.proposal import Day

if TYPE_CHECKING:
    from governance.documents.template import Template


def draft(
    proposal: Proposal,
    *,
    on: Day | None = None,
    anyway: bool = False,
    changes: bool = False,
    changes_from: Proposal | None = None,
    template: "Template | None" = None,
    plain: bool = False,
    attest: Attest | None = None,
) -> bytes:
    """Draft the instrument as a Word file; DraftRefusedError where it would be unlawful or incomplete.

    With `changes` an annex sets out what changes from the seats that it replaces, and with `changes_from` from
    another proposal, that of the previous instrument. DocumentError where there is nothing to compare with. With
    `template` it is put into a council's own Word template. Each fact stands in a content control, which no page shows, but
    not with `plain`. The authority signs in one block, or seals as `attest` says; a template that has its own gets none.
    """
    if changes and changes_from is None and proposal.current is None:
        raise DocumentError(
            f"{proposal.source} does not say what it replaces, so there is nothing to set its changes out from. "
            "Add [current.seats], or give the proposal of the previous instrument."
        )
    result = check(proposal, on=on)
    reasons = shortfall_words(result)
    if reasons and not anyway:
        raise DraftRefusedError(proposal.source, reasons, unlawful=result.lawful is False)
    book = book_for(proposal, result.on)
    made = document(proposal, book, complies=not reasons, attest=attest_by(template, attest))
    if changes or changes_from is not None:
        made = attrs.evolve(
            made, annexes=annex(typeset_names(proposal), changes_from and typeset_names(changes_from))
        )
    made = untagged(made) if plain else made
    return proofread(render(made, template), made)


def document(proposal: Proposal, book: RuleBook, *, complies: bool, attest: Attest = USUAL) -> Document:
    """Give the instrument block by block; one that does not comply says so on every page."""
    proposal = typeset_names(proposal)
    school, instrument = proposal.school, proposal.instrument
    name = school.name or "[name of the school]"
    return Document(
        title=f"Instrument of Government: {name}",
        subject=f"Constitution of the governing body under {book.law.cite}",
        created=instrument.made_on or instrument.effective_on or book.day,
        blocks=(
            Title("Instrument of Government"),
            Subtitle((Held("school.name", name),) if school.name else name),
            Clauses(clauses(proposal, book)),
            *attestation(proposal, attest),
        ),
        footer=f"Instrument of Government: {name}",
        mark=None if complies else f"DRAFT that does not comply with {book.law.cite}: not to be made",
        properties={
            "Law as at": book.day.isoformat(),
            "Proposal hash": fingerprint(proposal),
            "Regulations": book.law.id,
            "Rules hash": book.law.hash,
        },
    )

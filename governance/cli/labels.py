"""A document asked about under Regulations that know the labels it uses, and not under what later law calls them."""

from typing import TYPE_CHECKING

from governance.cli.inputs import Given
from governance.model import Proposal

if TYPE_CHECKING:
    from governance.answers.by_category import ByCategory


def in_own_labels(given: Given) -> Proposal | None:
    """Give the proposal in the document's own labels; None where it is no document, or they are the same."""
    if given.understood is None:
        return None
    from governance.reading.facts.regulations import in_own_labels as own  # noqa: PLC0415 - only documents are read

    found = own(given.understood)
    return None if found is None else found.proposal()


def asked_on(given: Given) -> Proposal:
    """Give the proposal that is put to the law of its day: in the document's own labels where that law knows them."""
    if given.understood is None:
        return given.proposal
    from governance.reading.beside import as_labelled  # noqa: PLC0415 - only documents are read

    return as_labelled(given.understood, given.on).proposal()


def by_category(given: Given) -> "ByCategory":
    """Check a board whose category nobody gives as each that it may be, in the labels that the law of its day knows."""
    from governance.answers.by_category import by_category as each_category  # noqa: PLC0415 - most say it

    proposals = [asked_on(_as_one(given, one)) for one in given.each]
    if given.understood is None:
        return each_category(proposals, on=given.on)
    from governance.reading.beside import speaks_of_a_federation  # noqa: PLC0415 - only documents are read

    return each_category(proposals, on=given.on, federated=speaks_of_a_federation(given.understood))


def _as_one(given: Given, proposal: Proposal) -> Given:
    """Take what was read as of the category of one proposal."""
    if given.understood is None:
        return given._replace(proposal=proposal)
    from governance.reading.beside import added  # noqa: PLC0415 - only documents are read

    understood = added(given.understood, {"category": proposal.school.category})
    return given._replace(proposal=proposal, understood=understood)

"""A document asked about under Regulations that know the labels it uses, and not under what later law calls them."""

import datetime

from governance.cli.inputs import Given
from governance.errors import CannotTellError
from governance.model import Proposal


def in_own_labels(given: Given) -> Proposal | None:
    """Give the proposal in the document's own labels; None where it is no document, or they are the same."""
    if given.understood is None:
        return None
    from governance.reading.facts.regulations import in_own_labels as own  # noqa: PLC0415 - only documents are read

    return own(given.understood)


def asked_on(given: Given, day: datetime.date | None) -> Proposal:
    """Give the proposal that is put to the law of a day: in the document's own labels where that law knows them."""
    own = in_own_labels(given) if day is not None else None
    if own is None or day is None:
        return given.proposal
    from governance.law.regime import CONSTITUTION_2007, governing  # noqa: PLC0415 - only where labels differ
    from governance.law.store.instruments import board_law  # noqa: PLC0415

    try:
        law = governing(day, own, load=board_law)
    except CannotTellError:
        return given.proposal
    return own if law.id == board_law(CONSTITUTION_2007).id else given.proposal

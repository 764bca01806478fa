"""The law on school governing bodies in England, checked, explained and drafted.

>>> import governance
>>> proposal = governance.load("examples/rift-house.toml")
>>> governance.check(proposal).lawful
True
"""

import datetime

from governance.answers import Doubt, Finding, Repair, Result, check
from governance.errors import (
    CannotTellError,
    DocumentError,
    DraftRefusedError,
    GovernanceError,
    LawError,
    Problem,
    ProposalError,
)
from governance.model import Proposal, load, parse
from governance.version import __version__

__all__ = [
    "CannotTellError",
    "DocumentError",
    "Doubt",
    "DraftRefusedError",
    "Finding",
    "GovernanceError",
    "LawError",
    "Problem",
    "Proposal",
    "ProposalError",
    "Repair",
    "Result",
    "__version__",
    "check",
    "draft",
    "load",
    "parse",
]


def draft(proposal: Proposal, *, on: datetime.date | None = None, anyway: bool = False) -> bytes:
    """Draft the instrument of government that a proposal describes, as the bytes of a Word file.

    Raises DraftRefusedError, with the reasons, where the proposal is unlawful or incomplete; with `anyway`
    the draft is made all the same and every page says that it does not comply.
    """
    from governance.documents import instrument  # noqa: PLC0415 - Word is slow to load, and checks need none

    return instrument.draft(proposal, on=on, anyway=anyway)

"""What a proposal says: the school, its seats, the terms of office and the instrument. No law lives here."""

from governance.model.proposal import (
    Appointer,
    ExOfficio,
    FederatedSchool,
    Foundation,
    Instrument,
    Proposal,
    School,
    Seats,
    Terms,
)
from governance.model.reading import load, parse
from governance.model.term import Term

__all__ = [
    "Appointer",
    "ExOfficio",
    "FederatedSchool",
    "Foundation",
    "Instrument",
    "Proposal",
    "School",
    "Seats",
    "Term",
    "Terms",
    "load",
    "parse",
]

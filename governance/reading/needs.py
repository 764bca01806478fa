"""What a document leaves open: what a check cannot do without, and what an instrument must still say."""

import datetime
import re
from typing import Final, Literal

import attrs

from governance.answers.check import check
from governance.errors import CannotTellError, ProposalError
from governance.model.names import CATEGORIES, UNKNOWN
from governance.reading.evidence import Understood
from governance.reading.evidence_words import field_words

_ASKS: Final = re.compile(r"Set (\w+) under \[(\w+)\]")
"""How the questions of a check name the key that answers them."""
WHICH_SCHOOLS: Final = (
    "Which schools are in the federation, and of what category is each? The document does not list them, and the law on "
    "the board depends on them."
)


@attrs.frozen
class Need:
    """Something a document does not settle. `field` is its key in a proposal file, or "" where it has several."""

    field: str
    says: str
    of: Literal["check", "instrument"] = "check"


def needs(understood: Understood) -> tuple[Need, ...]:
    """List what was not found, or not settled: first what a check needs, then what an instrument must state."""
    missing = _not_found(understood)
    try:
        proposal = understood.proposal()
    except ProposalError as error:
        return tuple(missing or [Need(problem.path, str(problem)) for problem in error.problems])
    instrument = proposal.instrument
    if instrument.effective_on is None:
        says = "The document does not say from which day it has effect."
        missing.append(Need("instrument.effective_on", says))
    day = instrument.effective_on or instrument.made_on or datetime.date.today()  # noqa: DTZ011
    try:
        result = check(proposal, on=day)
    except CannotTellError as error:
        return (*missing, Need("", str(error)))
    known = {need.field for need in missing}
    counted = any(field.startswith("seats.") for field in known)
    asked = [one.question for one in result.of("unlawful", "unknown")]
    more = [Need(_field(one), one) for one in asked if not (counted and one.startswith("How many"))]
    stated = [one.question for one in result.awaiting("statement") if one.question not in asked]
    more += [Need(_field(one), one, "instrument") for one in stated]
    return tuple(dict.fromkeys((*missing, *(need for need in more if need.field not in known))))


def settled(understood: Understood) -> bool:
    """Tell whether a check needs nothing else, and the document nowhere contradicts itself."""
    return not (
        understood.unread
        or understood.outside
        or any(one.sure == "conflict" for one in understood.evidence)
        or any(remark.kind == "conflict" for remark in understood.remarks)
        or any(need.of == "check" for need in needs(understood))
    )


def _not_found(understood: Understood) -> list[Need]:
    """Name the category, the seats and the schools of a federation that were not found, and the seats that are not settled."""
    category, seats = understood.data.get("school", {}).get("category"), understood.data.get("seats", {})
    known = f"The document does not state the category. Known: {', '.join(CATEGORIES)}."
    missing = [] if category else [Need("school.category", known)]
    if not set(seats) - {"total"}:
        missing.append(Need("seats", "No seats were found in the document."))
    if category == "federation" and not understood.data.get("schools"):
        missing.append(Need("schools", WHICH_SCHOOLS))
    open_ones = [f"seats.{seat}" for seat in seats if seats[seat] == UNKNOWN]
    return missing + [Need(one, f"The number of {field_words(one)} is not settled.") for one in open_ones]


def _field(question: str) -> str:
    named = _ASKS.search(question)
    return f"{named[2]}.{named[1]}" if named else ""

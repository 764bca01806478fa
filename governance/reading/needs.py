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
    missing = [*_without_which_nothing(understood), *_unsettled(understood)]
    try:
        proposal = understood.proposal()
    except ProposalError as error:
        if not missing:
            missing = [Need(problem.path, str(problem)) for problem in error.problems]
        return tuple(missing)
    if proposal.instrument.effective_on is None:
        missing.append(
            Need("instrument.effective_on", "The document does not say from which day it has effect.")
        )
    day = proposal.instrument.effective_on or proposal.instrument.made_on or datetime.date.today()  # noqa: DTZ011
    try:
        result = check(proposal, on=day)
    except CannotTellError as error:
        return (*missing, Need("", str(error)))
    known = {need.field for need in missing}
    asked = [finding.question for finding in result.of("unlawful", "unknown")]
    if any(field.startswith("seats.") for field in known):
        asked = [question for question in asked if not question.startswith("How many")]
    stated = [finding.question for finding in result.awaiting("statement") if finding.question not in asked]
    return tuple(
        dict.fromkeys(
            (
                *missing,
                *(Need(_field(question), question) for question in asked if _field(question) not in known),
                *(Need(_field(one), one, of="instrument") for one in stated if _field(one) not in known),
            )
        )
    )


def settled(understood: Understood) -> bool:
    """Tell whether a check needs nothing else, and the document nowhere contradicts itself."""
    return not (
        understood.unread
        or understood.outside
        or any(one.sure == "conflict" for one in understood.evidence)
        or any(remark.kind == "conflict" for remark in understood.remarks)
        or any(need.of == "check" for need in needs(understood))
    )


def _without_which_nothing(understood: Understood) -> list[Need]:
    """Name the category, the seats and the schools of a federation, where they were not found."""
    missing = []
    if not understood.data.get("school", {}).get("category"):
        known = ", ".join(CATEGORIES)
        missing.append(Need("school.category", f"The document does not state the category. Known: {known}."))
    if not set(understood.data.get("seats", {})) - {"total"}:
        missing.append(Need("seats", "No seats were found in the document."))
    if understood.data.get("school", {}).get("category") == "federation" and not understood.data.get(
        "schools"
    ):
        missing.append(Need("schools", WHICH_SCHOOLS))
    return missing


def _unsettled(understood: Understood) -> list[Need]:
    seats = understood.data.get("seats", {})
    return [
        Need(f"seats.{seat}", f"The number of {field_words(f'seats.{seat}')} is not settled.")
        for seat, count in seats.items()
        if count == UNKNOWN
    ]


def _field(question: str) -> str:
    named = _ASKS.search(question)
    return f"{named[2]}.{named[1]}" if named else ""

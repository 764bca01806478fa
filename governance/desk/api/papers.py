"""The Word files that are made of a proposal, by name: the instrument, and the paper for the decision."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any, Final

import attrs

import governance
from governance.answers.asked import day_asked
from governance.desk.api.parameters import DAY, FLAG, Parameter
from governance.desk.api.questions import ON, REQUEST, Body, alone, today, written
from governance.errors import Problem, ProposalError
from governance.model.names import ATTESTS
from governance.model.reading import Written, in_our_words

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@attrs.frozen
class Paper:
    """A Word file: its name, what it is, how it is made, and what it takes."""

    name: str
    title: str
    says: str
    make: Callable[..., bytes]
    parameters: tuple[Parameter, ...]


def made(paper: Paper, body: Body, given: Mapping[str, Any]) -> bytes:
    """Make a Word file; DraftRefusedError where the proposal is unlawful or incomplete."""
    with alone(times=max(1, len(_several(body)))):
        return paper.make(body, **given)


def _draft(body: Body, *, on: datetime.date | None = None, **given: Any) -> bytes:
    proposal = written(body).proposal()
    day, _ = day_asked(proposal, on, today=today())
    return governance.draft(proposal, on=day, **given)


def _report(body: Body, *, on: datetime.date | None = None, **given: Any) -> bytes:
    several = _several(body)
    proposals = [in_our_words(Written(one, f"proposals.{n}")).proposal() for n, one in enumerate(several)]
    return governance.report(proposals or written(body).proposal(), on=on, **given)


def _several(body: Body) -> list[Body]:
    """Give the proposals of a paper on several; none where the body is one proposal."""
    if "proposals" not in body:
        return []
    several = body["proposals"]
    if (
        len(body) > 1
        or not isinstance(several, list)
        or not several
        or not all(isinstance(one, Mapping) for one in several)
    ):
        raise ProposalError(
            (
                Problem(
                    REQUEST,
                    "proposals",
                    "is not a list of proposals alone",
                    'Write {"proposals": [{...}, {...}]}',
                ),
            )
        )
    return several


_ANYWAY: Final = Parameter(
    "anyway", FLAG, "Make it of an unlawful or incomplete proposal, too, marked so on every page."
)
_ATTEST: Final = Parameter("attest", {"enum": list(ATTESTS)}, "How the authority attests the instrument.")
PAPERS: Final[Mapping[str, Paper]] = {
    one.name: one
    for one in (
        Paper(
            "draft",
            "The instrument of government",
            "The instrument that a proposal describes, as a Word file. An unlawful or incomplete one is refused with the reasons.",
            _draft,
            (
                ON,
                _ANYWAY,
                Parameter("changes", FLAG, "Add an annex of what changes from the seats that it replaces."),
                Parameter("plain", FLAG, "Leave out the content controls by which it is read back exactly."),
                _ATTEST,
            ),
        ),
        Paper(
            "report",
            "The report for the decision",
            'The paper on which a council decides, as a Word file, on one proposal or on several ({"proposals": [...]}).',
            _report,
            (
                Parameter(
                    "on", DAY, "The day whose law to apply. Default: the day the instrument takes effect."
                ),
                Parameter("meeting", DAY, "The day of the decision."),
                Parameter("form", {"enum": ["short", "long"]}, "How long it is. Default: short."),
                Parameter("annex", FLAG, "Add the check sheet of each proposal."),
                Parameter("strict", FLAG, "Refuse a report in which anything is left to be written."),
                _ANYWAY,
                _ATTEST,
            ),
        ),
    )
}
"""Every Word file, by the name that it has in an address."""

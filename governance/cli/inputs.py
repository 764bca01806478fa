"""What a command is given as FILE: a proposal in TOML or JSON, or a document that is read as one."""

from typing import TYPE_CHECKING, Any

import attrs

from governance.errors import Problem, ProposalError, UnreadableError
from governance.model import Proposal, load
from governance.model.recognise import is_proposal_file

if TYPE_CHECKING:
    from governance.reading.evidence import Understood


@attrs.frozen
class Given:
    """A proposal, and what it was read from where that is a document."""

    proposal: Proposal
    understood: "Understood | None" = None

    def as_read(self) -> str:
        """Say what reading left open, to stand below an answer; nothing for a proposal file."""
        if self.understood is None:
            return ""
        from governance.letters.reading import as_read  # noqa: PLC0415 - only documents are read

        return f"\n\n{as_read(self.understood)}"

    def as_json(self, answer: dict[str, Any]) -> dict[str, Any]:
        """Add to an answer, under `read`, what it was read from."""
        read = self.reading()
        return {**answer, "read": read} if read else answer

    def reading(self) -> dict[str, Any] | None:
        """Give the evidence and the findings of a document; None for a proposal file."""
        if self.understood is None:
            return None
        from governance.reading.as_json import reading  # noqa: PLC0415 - only documents are read

        return reading(self.understood)


def take(file: str) -> Given:
    """Read FILE; ProposalError with every problem found, also where a document cannot be read.

    A proposal is known by its name or by what it holds, so that one saved as .txt is one; all else is a document.
    """
    if is_proposal_file(file):
        return Given(load(file))
    from governance.reading.read import read  # noqa: PLC0415 - only documents are read

    try:
        understood = read(file)
    except UnreadableError as error:
        raise ProposalError((Problem(error.source or file, "", error.wrong, error.remedy),)) from None
    try:
        return Given(understood.proposal(), understood)
    except ProposalError as error:
        raise _open(file, understood, error) from None


def _open(file: str, understood: "Understood", error: ProposalError) -> ProposalError:
    """Say what the document does not state, what it does, and how to fill it in."""
    from governance.reading.evidence_words import said  # noqa: PLC0415
    from governance.reading.needs import needs  # noqa: PLC0415 - only where something is missing

    remedy = (
        f'Fill it in: governance read "{file}" --toml > proposal.toml, then governance check proposal.toml'
    )
    values = "; ".join(said(one) for one in understood.evidence) or "nothing that a proposal needs"
    if understood.outside:
        return error
    missing = [need.says for need in needs(understood) if need.field in ("school.category", "seats")]
    if not missing:
        return error
    problems = tuple(Problem(file, "", says.removesuffix(".")) for says in missing)
    return ProposalError((*problems, Problem(file, "", f"it gives: {values}", remedy)))

"""Where the authority signs or seals an instrument: one block, or none where somebody else has it."""

from typing import TYPE_CHECKING, Final

from governance.documents.instrument.clauses import authority
from governance.documents.word.blocks import Signature
from governance.model import Proposal
from governance.model.names import Attest

if TYPE_CHECKING:
    from governance.documents.template import Template

USUAL: Final[Attest] = "signature"


def attest_by(template: "Template | None", *asked: Attest | None) -> Attest:
    """Choose how an instrument is attested: none where the template has its own block, or else the first that is asked for."""
    if template is not None and template.attests:
        return "none"
    return next((one for one in asked if one), USUAL)


def attestation(proposal: Proposal, attest: Attest) -> tuple[Signature, ...]:
    """Give the block in which the authority signs or seals."""
    signs = authority(proposal)
    match attest:
        case "signature":
            return (Signature(("Signed on behalf of ", signs), ("Signature", "Name", "Office held", "Date")),)
        case "seal":
            lead = ("The common seal of ", signs, " was affixed in the presence of")
            return (Signature(lead, ("Authorised signatory", "Name", "Date")),)
    return ()

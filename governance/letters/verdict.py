"""A verdict as one line."""

from governance.answers.verdict import Verdict
from governance.english import listed
from governance.model import Proposal


def line(found: Verdict, proposal: Proposal, *, dated: str = "") -> str:
    """Write the line: the verdict, where the proposal stands, the name, the total and what it breaks."""
    word = found.verdict.upper().replace("LAWFUL ON", "LAWFUL, ON")
    name = f" ({proposal.school.name})" if proposal.school.name else ""
    members = "members" if proposal.school.category == "pupil referral unit" else "governors"
    total = "a number of" if found.total is None else found.total
    broken = f"; breaks {listed(found.provisions)}" if found.broken else ""
    return f"{word}: {found.proposal}{name}: {total} {members}{broken}{f' ({dated})' if dated else ''}"

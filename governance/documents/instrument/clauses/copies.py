"""The clause on copies: whom the local authority is to give one, as far as the body has them."""

from collections.abc import Iterator
from typing import Final

from governance.documents.instrument.clauses.brief import Brief
from governance.documents.word.blocks import Clause
from governance.law.checks.schools import character_of
from governance.model import FederatedSchool, School

MEMBERS: Final = frozenset({"C12-COPY-GOVERNORS", "FED-COPY-GOVERNORS", "PRU-COPY-GOVERNORS"})
ASSOCIATES: Final = frozenset({"C12-COPY-ASSOCIATES", "FED-COPY-ASSOCIATES"})
HEAD: Final = frozenset({"C12-COPY-HEAD", "FED-COPY-HEAD", "PRU-COPY-HEAD"})
TRUSTEES: Final = frozenset({"C12-COPY-TRUSTEES", "FED-COPY-TRUSTEES"})
DIOCESE: Final = frozenset({"C12-COPY-DIOCESE", "FED-COPY-DIOCESE"})
RELIGIOUS: Final = frozenset({"C12-COPY-RELIGIOUS", "FED-COPY-RELIGIOUS"})
"""The footings in `rules/` that give each a copy."""


def copies(brief: Brief) -> Clause:
    """Say to whom the local authority is to give a copy.

    Where the words of the law were not read, it is the members and the head teacher, as is customary.
    """
    *others, last = (f"to {one}" for one in recipients(brief))
    return Clause(f"A copy of this instrument is to be supplied {', '.join(others)}, and {last}.")


def recipients(brief: Brief) -> Iterator[str]:
    """Name everybody who is to have a copy and whom this body has."""
    proposal, words, footings = brief.proposal, brief.words, brief.footings
    federated = proposal.school.category == "federation"
    which = "each" if federated else "the"
    bodies = proposal.schools or (proposal.school,)
    characters = [said.casefold() for one in bodies if (said := character_of(one))]
    of_a_church = [any(church.casefold() in said for church in brief.churches) for said in characters]
    unread = footings.isdisjoint(MEMBERS)
    yield f"every member of the {words.body}"
    if footings & ASSOCIATES:
        yield "every associate member"
    if unread or footings & HEAD:
        head = f"{words.seats('head_teacher', 1)}{' of each federated school' if federated else ''}"
        yield f"the {head} if not a {words.member}"
    if footings & TRUSTEES and any(map(_may_have_trustees, bodies)):
        yield f"the trustees of {which} foundation"
    if footings & DIOCESE and any(of_a_church):
        yield f"{which} appropriate diocesan authority"
    if footings & RELIGIOUS and not all(of_a_church):
        yield f"{which} appropriate religious body"


def _may_have_trustees(body: School | FederatedSchool) -> bool:
    """Tell whether there is a foundation; in a federation, as for approvals, whether one is not denied."""
    if isinstance(body, School) or body.foundation:
        return body.foundation in ("foundation", "qualifying")
    return body.category.startswith(("foundation", "voluntary"))

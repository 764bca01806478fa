"""The verdict on a board and the provisions it breaks, and nothing else: for so many boards that nobody reads the findings.

The answers are those of `check`, and a test holds them to it.
"""

import datetime
from typing import Any, Final, Literal

import attrs

from governance.answers.fast import Plan, book_of, plan_of
from governance.answers.judge import Board, judge
from governance.answers.space.space import day_needed
from governance.law import Rule
from governance.law.checks.outcome import Verdict as OfRule
from governance.model import Proposal
from governance.model.names import UNKNOWN

Word = Literal["lawful", "lawful on condition", "unlawful", "cannot tell"]


@attrs.frozen
class Verdict:
    """What a check comes to. `total` is None where seats are unsettled; `broken` are the rules that are breached."""

    proposal: str
    on: datetime.date
    verdict: Word
    total: int | None
    broken: tuple[Rule, ...]

    @property
    def lawful(self) -> bool | None:
        """What `lawful` is in the result of a check."""
        return {"unlawful": False, "cannot tell": None}.get(self.verdict, True)

    @property
    def provisions(self) -> tuple[str, ...]:
        """Cite each provision that is broken, once."""
        return tuple(dict.fromkeys(rule.citation for rule in self.broken))

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {
            "proposal": self.proposal,
            "verdict": self.verdict,
            "total": self.total,
            "broken": list(self.provisions),
        }


def verdict(proposal: Proposal, *, on: datetime.date | None = None) -> Verdict:
    """Give the verdict of a check. Raises CannotTellError as `check` does."""
    day = day_needed(on or proposal.instrument.effective_on)
    plan = plan_of(book_of(proposal, day))
    found = _relations(plan, proposal)
    found += [
        (rule, _as_known(check.judge(proposal).verdict, certain=certain))
        for rule, check, certain in plan.checks
    ]
    broken = tuple(rule for rule, one in found if one == "breached")
    said = {one for _, one in found}
    word: Word = "lawful"
    if broken:
        word = "unlawful"
    elif "unknown" in said:
        word = "cannot tell"
    elif "conditional" in said:
        word = "lawful on condition"
    return Verdict(proposal.source, day, word, proposal.seats.sum(), broken)


def _relations(plan: Plan, proposal: Proposal) -> list[tuple[Rule, OfRule]]:
    """Give what each relation says, for all that the number of co-opted governors employed at the school may be."""
    seats = proposal.seats
    counts, staff = tuple(seats.counts().values()), seats.co_opted_staff
    if plan.each is None or UNKNOWN in counts or staff == UNKNOWN:
        board = Board.of(seats, proposal.schools)
        return [
            (rule, _as_known(judge(relation, board), certain=certain))
            for rule, relation, certain in plan.relations
        ]
    # What is met by none of them and by all is met by any number between, and so it is with what is met by neither.
    none, every = (0, seats.co_opted) if staff is None else (staff, staff)
    ends = zip(plan.relations, plan.each(*counts, none), plan.each(*counts, every), strict=True)
    return [(rule, _BETWEEN[one + other]) for (rule, _, _), one, other in ends if not (one and other)]


_BETWEEN: Final[tuple[OfRule, ...]] = ("breached", "conditional", "met")


def _as_known(found: OfRule, *, certain: bool) -> OfRule:
    return found if certain or found == "met" else "unknown"

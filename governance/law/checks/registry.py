"""Every check, by the name it has in `rules/`: for the loader, which must know them all."""

from typing import Final

from governance.law.checks.approvals import ApprovedBy
from governance.law.checks.board import AddsUp, BoardCheck, MustNotSay, NotRead, States, TermBetween
from governance.law.checks.dates import BarredFor, DaysBetween, DoneWithin, NoSentence, NotFor
from governance.law.checks.majority import MajorityUnchanged
from governance.law.checks.people import (
    AgeAtLeast,
    AnyOf,
    AtMost,
    Attested,
    CameBy,
    InOrder,
    MustNot,
    PersonCheck,
    TrusteeMustNot,
    Unread,
)
from governance.law.checks.schools import ApprovedBySchool
from governance.law.checks.terms import InTerm, OwnTermBetween, TermAllowed, TermRunsOn
from governance.law.checks.usage import NotBefore, WordsToAvoid

Check = BoardCheck | PersonCheck
"""Any check: of a board, or of a person."""

CHECKS: Final = {
    "states": States,
    "adds_up": AddsUp,
    "approved_by": ApprovedBy,
    "approved_by_school": ApprovedBySchool,
    "term_between": TermBetween,
    "must_not_say": MustNotSay,
    "not_read": NotRead,
    "majority_unchanged": MajorityUnchanged,
    "words_to_avoid": WordsToAvoid,
    "not_before": NotBefore,
    "must_not": MustNot,
    "trustee_must_not": TrusteeMustNot,
    "attested": Attested,
    "any_of": AnyOf,
    "in_order": InOrder,
    "came_by": CameBy,
    "at_most": AtMost,
    "age_at_least": AgeAtLeast,
    "barred_for": BarredFor,
    "not_for": NotFor,
    "no_sentence": NoSentence,
    "done_within": DoneWithin,
    "days_between": DaysBetween,
    "own_term_between": OwnTermBetween,
    "term_allowed": TermAllowed,
    "in_term": InTerm,
    "term_runs_on": TermRunsOn,
    "unread": Unread,
}
"""Every check, by the name it has in `rules/`."""

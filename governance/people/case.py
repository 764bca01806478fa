"""A body of a register on a day, with the law of the day: what findings about its people are made from."""

import datetime
from typing import Any, Final

import attrs

from governance.law import Rule, RuleBook
from governance.law.checks.board import TermBetween
from governance.law.checks.terms import InTerm
from governance.people.in_post import Body, Line, Note

Holidays = tuple[tuple[datetime.date, datetime.date], ...]

STATED: Final = "stated in the instrument"
RECORDED: Final = "recorded"
INFERRED: Final = "inferred"
CANNOT_TELL: Final = "cannot tell"
WORKS_THERE: Final = ("staff", "head_teacher")
"""Those who are employed at the school because of what they are."""


@attrs.frozen
class Case:
    """A body on a day, the law of the day, and what was asked about."""

    body: Body
    on: datetime.date
    book: RuleBook | None
    within: int
    holidays: Holidays

    def note(self, rule: Rule | None, lines: "list[Line]", says: str, grade: str, **more: Any) -> Note:
        """Make a note of a rule; without one it is about the record alone. `more` are other fields of it."""
        numbers = tuple(line.person.line for line in lines if line.person.line is not None)
        cited = (rule.id, rule.citation, rule.url) if rule else ("", "", "")
        return Note(cited[0], numbers, says, cited[1], grade, cited[2], **more)

    def term_rule(self, line: Line) -> Rule | None:
        """Give the rule by which the office of somebody ends with the term."""
        rules = self.book.person_rules if self.book else ()
        mine = (one for one in rules if line.person.category in one.where.get("seat", ()))
        return next((one for one in mine if isinstance(one.check, InTerm)), None) or self.longest_rule()

    def longest_rule(self) -> Rule | None:
        """Give the rule on how long a term may be."""
        rules = self.book.rules if self.book else ()
        return next((one for one in rules if isinstance(one.check, TermBetween)), None)

    def with_post(self) -> Rule | None:
        """Give the rule by which an office goes with a post."""
        rules = self.book.person_rules if self.book else ()
        return next((one for one in rules if getattr(one.check, "fact", "") == "left_the_post"), None)

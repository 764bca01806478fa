"""Checks on one person that turn on a term of office: how long it may be, who may set it, when it is over.

A term is the one that was set on the day of election or appointment: by the instrument then in force, or by those who
appointed the person.
"""

from typing import Final

import attrs

from governance.english import day_words
from governance.law.checks.calendar import after
from governance.law.checks.outcome import Outcome
from governance.law.checks.people import QUESTION_BEGAN, Case, PersonCheck, a_fact
from governance.model import Term, Terms
from governance.model.names import SEATS
from governance.model.person import Fact


@attrs.frozen
class OwnTermBetween(PersonCheck):
    """A term of office of the person's own must lie between two lengths of time."""

    most: Term
    least: Term | None = None
    fact: str = attrs.field(default="term", validator=a_fact("term"))

    def judge_person(self, case: Case) -> Outcome:
        """Compare the term, where there is one."""
        term = case.fact(self.fact)
        if not isinstance(term, Term):
            return Outcome("met", "no term of their own is given")
        limits = f"{self.least} to {self.most}" if self.least else f"{self.most} at most"
        kept = term <= self.most and (self.least is None or term >= self.least)
        return Outcome("met" if kept else "breached", f"a term of {term}; it may be {limits}")


@attrs.frozen
class TermAllowed(PersonCheck):
    """A term shorter than `than` must be one that the instrument sets for the category, or lets be fixed."""

    than: Term
    fact: str = attrs.field(default="term", validator=a_fact("term"))

    def judge_person(self, case: Case) -> Outcome:
        """Compare the person's own term with what the instrument says."""
        term, terms = case.fact(self.fact), _terms_when_chosen(case)
        if not isinstance(term, Term) or term >= self.than:
            return Outcome("met", f"no term of less than {self.than} is given")
        if terms is None:
            return Outcome("unknown", _OTHER_INSTRUMENT, QUESTION_TERMS)
        if case.person.category in terms.fixed_by_appointer:
            return Outcome("met", f"a term of {term}, which the instrument leaves to those appointing")
        if _category_term(case, terms) == term:
            return Outcome("met", f"a term of {term}, as the instrument sets for the category")
        return Outcome("breached", f"a term of {term}, which the instrument does not provide for")


@attrs.frozen
class InTerm(PersonCheck):
    """The office ends with its term, as set on the day on which the person was elected or appointed.

    It is the person's own, or else the one that the instrument then in force set for the category, or else `term`,
    which is also the longest. With `fixed` it is always `term`. The last day is the one before the term is complete,
    or with `anniversary` the day on which it is.
    """

    term: Term
    fixed: bool = False
    anniversary: bool = False
    fact: str = attrs.field(default="term", validator=a_fact("term"))

    def judge_person(self, case: Case) -> Outcome:
        """Count from the day on which the office began."""
        began = case.person.appointed_on
        if began is None:
            return Outcome("unknown", "the end of the term depends on when it began", QUESTION_BEGAN)
        term = self.term if self.fixed else _term_set(case, case.fact(self.fact), most=self.term)
        end = after(began, (term or self.term).months)
        over = case.day > end if self.anniversary else case.day >= end
        if term is None and not over:
            return Outcome("unknown", _term_not_known(case), QUESTION_TERM)
        working = f"{term or self.term} from {day_words(began)} are complete on {day_words(end)}"
        if term is None:
            working += ", and no longer term can have been set"
        return Outcome("breached" if over else "met", working + _varied_since(case, term or self.term))


@attrs.frozen
class TermRunsOn(PersonCheck):
    """An instrument that takes effect while a term is running changes nothing of it.

    With `varied` it does: the instrument in force on the day then gives the term, or else `varied` is it.
    """

    varied: Term | None = None
    fact: str = attrs.field(default="term", validator=a_fact("term"))

    def judge_person(self, case: Case) -> Outcome:
        """Met as it stands; with `varied`, say whether the later instrument ends what would else go on."""
        began = case.person.appointed_on
        if began is None or not _later_instrument(case):
            return Outcome("met", "no later instrument is known of")
        if self.varied is None:
            return Outcome("met", "the term stays as it was set at the election or appointment")
        end = after(began, min(_category_term(case, case.proposal.terms) or self.varied, self.varied).months)
        as_set = _term_set(case, case.fact(self.fact), most=self.varied)
        if as_set and case.day >= after(began, as_set.months):
            return Outcome("met", "the term as it was set is complete, too")
        return Outcome("breached" if case.day >= end else "met", f"it would be complete on {day_words(end)}")


QUESTION_TERM: Final = (
    "Which term was set when the person was elected or appointed? Set term under [[people]], or list the "
    "instrument then in force under [[earlier]], with its terms."
)
QUESTION_TERMS: Final = (
    "Did the instrument then in force set that term, or let those appointing set it? List it under [[earlier]], "
    "with its terms."
)
_OTHER_INSTRUMENT: Final = "the instrument in force on the day of the election or appointment is not given"


def _term_set(case: Case, own: Fact | None, *, most: Term) -> Term | None:
    """Give the term that was set at the election or appointment; None where nobody has said which it was."""
    if isinstance(own, Term):
        return min(own, most)
    if case.person.category not in SEATS:
        return most
    terms = _terms_when_chosen(case)
    if terms is None or case.person.category in terms.fixed_by_appointer:
        return None
    return min(_category_term(case, terms) or most, most)


def _term_not_known(case: Case) -> str:
    """Say why nobody can tell which term was set."""
    return _OTHER_INSTRUMENT if _terms_when_chosen(case) is None else "its term was left to those appointing"


def _later_instrument(case: Case) -> bool:
    """Tell whether an instrument has taken effect since the person was elected or appointed."""
    began, since = case.person.appointed_on, case.proposal.instrument.effective_on
    return began is not None and since is not None and began < since <= case.day


def _varied_since(case: Case, term: Term) -> str:
    """Say that a later instrument, which sets another term for the category, changes nothing; else nothing."""
    later, since = _category_term(case, case.proposal.terms), case.proposal.instrument.effective_on
    if later in (None, term) or since is None or not _later_instrument(case):
        return ""
    return (
        f"; the {later} of the instrument in force since {day_words(since)} are for those chosen from then on"
    )


def _terms_when_chosen(case: Case) -> Terms | None:
    """Give the terms of the instrument in force on the day of the election or appointment; None if it is not known."""
    began = case.person.appointed_on
    return case.proposal.terms if began is None else case.proposal.terms_on(began)


def _category_term(case: Case, terms: Terms) -> Term | None:
    """Give the term that an instrument sets for the person's category; it sets none but for its governors."""
    category, by_category = case.person.category, terms.by_category
    return by_category.get(category, by_category.get("all")) if category in SEATS else None

"""Checks on one person that turn on days: absences, sentences, bars that run out, things due by a day."""

import datetime
from collections.abc import Iterator

import attrs

from governance.english import day_words
from governance.law.checks.calendar import after, days_after, days_in
from governance.law.checks.outcome import Outcome
from governance.law.checks.people import QUESTION_BEGAN, Case, PersonCheck, a_fact
from governance.model import Term
from governance.model.person import FACTS, Sentence


@attrs.frozen
class BarredFor(PersonCheck):
    """Something that happened bars the person for a length of time.

    The day on which the time is complete is free, or the last that is barred with `anniversary`. What counts
    is the day of the rule, or with `at_start` the day on which the person's office begins.
    """

    ask: str
    term: Term
    fact: str = attrs.field(validator=a_fact("day", "days"))
    anniversary: bool = False
    at_start: bool = False

    def judge_person(self, case: Case) -> Outcome:
        """Breached while the bar lasts."""
        value = case.fact(self.fact)
        words = FACTS[self.fact].words
        if value is None:
            return Outcome("unknown", f"nobody has said: {words}", self.ask)
        if not (happened := tuple(_days(value))):
            return Outcome("met", f"{words}: never")
        day = case.person.appointed_on if self.at_start else case.day
        if day is None:
            return Outcome("unknown", f"{words} {_list(happened)}", QUESTION_BEGAN)
        for one in happened:
            if self._bars(one, day, case.day):
                return Outcome("breached", f"{words} {day_words(one)}, which bars {self._until(one)}")
        return Outcome("met", f"{words} {_list(happened)}, which bars no more")

    def _bars(self, happened: datetime.date, day: datetime.date, today: datetime.date) -> bool:
        end = after(happened, self.term.months, roll=True)
        ended = day > end if self.anniversary else day >= end
        return not ended and happened <= max(day, today)

    def _until(self, happened: datetime.date) -> str:
        end = after(happened, self.term.months, roll=True)
        return f"until {'the end of ' if self.anniversary else ''}{day_words(end)}"


@attrs.frozen
class NotFor(PersonCheck):
    """Something that must not go on for a length of time, from the day it began.

    The person is caught on the day on which the time is complete, or with `first_day_apart` on the day after.
    """

    ask: str
    term: Term
    fact: str = attrs.field(validator=a_fact("day"))
    first_day_apart: bool = False

    def judge_person(self, case: Case) -> Outcome:
        """Breached once the time is complete."""
        since, words = case.fact(self.fact), FACTS[self.fact].words
        if since is None:
            return Outcome("unknown", f"nobody has said: {words}", self.ask)
        if not isinstance(since, datetime.date):
            return Outcome("met", f"{words}: never")
        end = after(since, self.term.months)
        caught = days_after(end, 1) if self.first_day_apart else end
        return Outcome(
            "breached" if case.day >= caught else "met",
            f"{words} {day_words(since)}; {self.term} are complete on {day_words(end)}",
        )


@attrs.frozen
class NoSentence(PersonCheck):
    """No sentence of imprisonment of a length or more within the years before the office begins.

    Without `before`, at any time. With `since`, nor one passed after the office began. With
    `fine_option_spares`, a sentence with the option of a fine does not count.
    """

    ask: str
    length: Term
    before: Term | None = None
    since: bool = False
    fine_option_spares: bool = False
    fact: str = attrs.field(default="sentences", validator=a_fact("sentences"))

    def judge_person(self, case: Case) -> Outcome:
        """Compare each sentence; one that is near the length in days leaves the answer open."""
        sentences = case.fact(self.fact)
        if not isinstance(sentences, tuple):
            return Outcome("unknown", "nobody has said what sentences there are", self.ask)
        open_question: Outcome | None = None
        for sentence in sentences:
            if not isinstance(sentence, Sentence) or not self._counts(sentence, case.day):
                continue
            words = f"sentenced to {sentence} on {day_words(sentence.on)}{', suspended' * sentence.suspended}"
            long_enough = self._long_enough(sentence)
            in_time = self._in_time(sentence, case)
            if long_enough and in_time:
                return Outcome("breached", words)
            if long_enough is not False and in_time is not False:
                question = QUESTION_BEGAN if in_time is None else f"Is {sentence} {self.length} or more?"
                open_question = Outcome("unknown", words, question)
        return open_question or Outcome("met", f"no such sentence of {self.length} or more")

    def _counts(self, sentence: Sentence, day: datetime.date) -> bool:
        spared = self.fine_option_spares and sentence.fine_option
        return not (spared or sentence.no_offence_in_uk) and sentence.on <= day

    def _long_enough(self, sentence: Sentence) -> bool | None:
        if sentence.months is not None:
            return sentence.months >= self.length.months
        fewest, most = days_in(self.length)
        days = sentence.days or 0
        return True if days >= most else False if days < fewest else None

    def _in_time(self, sentence: Sentence, case: Case) -> bool | None:
        if self.before is None:
            return True
        began = case.person.appointed_on
        if began is None:
            return None
        if sentence.on >= began:
            return self.since
        return sentence.on >= after(began, -self.before.months)


@attrs.frozen
class DoneWithin(PersonCheck):
    """Something that must be done by a day, or within so many days after the office begins.

    It concerns those whose office began before `began_before`, or on or after `began_since`; `unless` is a
    fact that makes it needless.
    """

    ask: str
    fact: str = attrs.field(validator=a_fact("day"))
    unless: str = attrs.field(validator=a_fact("flag"))
    days: int | None = None
    by: datetime.date | None = None
    began_before: datetime.date | None = None
    began_since: datetime.date | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a rule without just one limit."""
        if (self.days is None) == (self.by is None):
            raise ValueError("needs either `days` or `by`")

    def judge_person(self, case: Case) -> Outcome:
        """Compare the day it was done, or today's where it is not, with the last day for it."""
        began, done = case.person.appointed_on, case.fact(self.fact)
        if case.fact(self.unless):
            return Outcome("met", f"{FACTS[self.unless].words}: yes")
        if began is None:
            return Outcome("unknown", "the last day for it depends on when the office began", QUESTION_BEGAN)
        if (self.began_before and began >= self.began_before) or (
            self.began_since and began < self.began_since
        ):
            return Outcome("met", f"the office began on {day_words(began)}, which another rule is for")
        last = self.by if self.days is None else days_after(began, self.days)
        words = f"{FACTS[self.fact].words}"
        if isinstance(done, datetime.date):
            return Outcome(
                "met" if last and done <= last else "breached",
                f"{words} {day_words(done)}; the last day for it is {day_words(last or done)}",
            )
        if done is False and last and case.day > last:
            return Outcome("breached", f"{words}: not yet; the last day for it was {day_words(last)}")
        return Outcome("unknown", f"the last day for it is {day_words(last or began)}", self.ask)


@attrs.frozen
class DaysBetween(PersonCheck):
    """The least number of days from one thing to another; where neither happened there is nothing to count."""

    ask: str
    least: int
    first: str = attrs.field(validator=a_fact("day"))
    then: str = attrs.field(validator=a_fact("day"))

    def judge_person(self, case: Case) -> Outcome:
        """Count the days."""
        first, then = case.fact(self.first), case.fact(self.then)
        if not isinstance(first, datetime.date) and not isinstance(then, datetime.date):
            return Outcome("met", "nothing of the kind is in question")
        if not (isinstance(first, datetime.date) and isinstance(then, datetime.date)):
            return Outcome("unknown", "only one of the two days is given", self.ask)
        days = (then - first).days
        return Outcome(
            "met" if days >= self.least else "breached",
            f"{day_words(then)} is {days} {'day' if days == 1 else 'days'} after {day_words(first)}; "
            f"the least is {self.least}",
        )


def _days(value: object) -> Iterator[datetime.date]:
    for one in value if isinstance(value, tuple) else (value,):
        if isinstance(one, datetime.date):
            yield one


def _list(days: tuple[datetime.date, ...]) -> str:
    return ", ".join(day_words(day) for day in days)

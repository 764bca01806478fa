"""Where the steps of a procedure come from: an instrument of `rules/` as it stands on a day."""

import datetime
import itertools
import re
from typing import Any, Final

import attrs

from governance.english import day_words
from governance.errors import CannotTellError, GovernanceError
from governance.law.checks.calendar import after
from governance.law.provision import Footing, Instrument, Rule, cite
from governance.law.store.instruments import instrument

CONSTITUTION_2007: Final = "constitution-2007"
CONSTITUTION_2012: Final = "constitution-2012"
FEDERATIONS_2012: Final = "federations-2012"
PROCEDURES_2013: Final = "procedures-2013"
ALTERATIONS_2013: Final = "acts/alterations-2013"
NEW_SCHOOLS_2007: Final = "acts/new-schools-2007"
EDUCATION_2002: Final = "acts/education-act-2002"
INSPECTIONS_2006: Final = "acts/education-and-inspections-act-2006"
REMOVAL_2007: Final = "acts/removal-of-foundation-2007"
DIOCESAN_BOARDS_2021: Final = "acts/diocesan-boards-of-education-measure-2021"
UNITS_2007: Final = "pupil-referral-units-2007"
GUIDANCE_2017: Final = "guidance/statutory-2017"

OLDER_FEDERATIONS: Final = "SI 2007/960"
"""The Regulations on federations before those of 2012, which are not encoded."""

COUNTING: Final = (
    "Days are counted from the day after the first meeting. Whether clear days are meant, so that the second meeting could be "
    "held one day later at the earliest, is not settled in anything we have read: allow one day more."
)
"""What to say where the first day for a second meeting is counted."""

_DAYS_A_WEEK = 7


@attrs.frozen
class Source:
    """An instrument of law on a day: to cite, and to count by."""

    folder: str
    day: datetime.date

    @property
    def law(self) -> Instrument:
        """The instrument."""
        return instrument(self.folder)

    def in_force(self) -> bool:
        """Tell whether the instrument is in force on the day."""
        return self.day in self.law.span

    def cite(self, para: str) -> tuple[str, str]:
        """Give the citation of a paragraph and the address of its provision.

        >>> Source(CONSTITUTION_2012, datetime.date(2018, 9, 18)).cite("25(2)(c)")[1]
        'https://www.legislation.gov.uk/uksi/2012/1034/regulation/25'
        """
        for listed in self.law.provisions:
            if para in listed.paras:
                return cite(self.law.cite, listed.number, para), listed.url
        provision = self.provision(para)
        return cite(self.law.cite, provision, para), f"{self.law.url}/{provision}"

    def provision(self, para: str) -> str:
        """Name the provision that a paragraph which no file lists by itself stands in, by its number.

        >>> Source("acts/alterations-2013", datetime.date(2018, 9, 18)).provision("Sch 4 para 5")
        'schedule/4'
        """
        if schedule := re.match(r"Sch (\w+)", para):
            return f"schedule/{schedule.group(1)}"
        number = re.match(r"\d+[A-Z]*", para)
        kind = "section" if self.law.id.startswith(("ukpga/", "ukcm/")) else "regulation"
        return f"{kind}/{number.group() if number else para}"

    def stands(self, footing_id: str) -> bool:
        """Tell whether a power or duty stands on the day."""
        return self.law.footing(footing_id, self.day) is not None

    def footing(self, footing_id: str) -> Footing:
        """Give what a step rests on; CannotTellError where it does not stand on the day."""
        footing = self.law.footing(footing_id, self.day)
        if footing is None:
            raise CannotTellError(
                f"On {day_words(self.day)} nothing that we have read in {self.law.cite} says it ({footing_id})."
            )
        return footing

    def rule(self, rule_id: str) -> Rule | None:
        """Give a rule as it stands on the day; None where it does not."""
        return next((rule for rule in self.law.rules if rule.id == rule_id and self.day in rule.span), None)

    def parameter(self, rule_id: str, name: str) -> Any:
        """Give what the check of a rule is told, as it stands on the day; CannotTellError where it does not."""
        rule = self.rule(rule_id)
        if rule is None:
            raise CannotTellError(
                f"On {day_words(self.day)} the rule {rule_id} of {self.law.cite} does not stand."
            )
        return getattr(rule.check, name)


def source(folder: str, day: datetime.date) -> Source:
    """Give an instrument on a day; CannotTellError where it is not in force."""
    found = Source(folder, day)
    if not found.in_force():
        raise CannotTellError(
            f"On {day_words(day)} {found.law.cite} is not in force, and the procedure of other law of that day "
            f"is not in our notes. The first day we can answer for is {day_words(found.law.span.since)}."
        )
    return found


class ProcedureDateError(GovernanceError):
    """The days given to a procedure cannot be: one leads out of the calendar, or two are in the wrong order."""


def in_order(*days: tuple[str, datetime.date | None]) -> None:
    """Refuse days that are not in their order; ProcedureDateError names the two that are not."""
    given = [(what, day) for what, day in days if day]
    for (one, first), (other, then) in itertools.pairwise(given):
        if then < first:
            raise ProcedureDateError(
                f"{other[0].upper()}{other[1:]}, {then}, is before {first}, {one}. Give the days in their order."
            )


def days_from(day: datetime.date | None, days: int) -> datetime.date | None:
    """Count days from a day, or back from it; None where there is no day.

    >>> days_from(datetime.date(2018, 9, 1), -1)
    datetime.date(2018, 8, 31)
    """
    if day is None:
        return None
    try:
        return day + datetime.timedelta(days=days)
    except OverflowError:
        raise _beyond(day, back=days < 0) from None


def _months_from(day: datetime.date, months: int) -> datetime.date:
    found = after(day, months)
    if found in (datetime.date.min, datetime.date.max):  # what `after` gives beyond the calendar
        raise _beyond(day, back=months < 0)
    return found


def _beyond(day: datetime.date, *, back: bool) -> ProcedureDateError:
    return ProcedureDateError(
        f"{day} is too far in the {'past' if back else 'future'}: the days counted from it are beyond the calendar. "
        "Give another day."
    )


def later(day: datetime.date | None, footing: Footing) -> datetime.date | None:
    """Count from a day by the number of a footing; None where there is no day, or only a school calendar knows.

    >>> span = instrument(REMOVAL_2007).span
    >>> later(datetime.date(2018, 1, 31), Footing("X", "4", "", span, 3, "months"))
    datetime.date(2018, 4, 30)
    """
    if day is None or footing.value is None:
        return None
    number = int(footing.value)
    match footing.unit:
        case "days":
            return days_from(day, number)
        case "weeks":
            return days_from(day, _DAYS_A_WEEK * number)
        case "months":
            return _months_from(day, number)
    return None


def earlier(day: datetime.date | None, footing: Footing) -> datetime.date | None:
    """Count back from a day by the number of a footing in months or clear days; None where there is no day.

    Of clear days neither the first nor the last is one.

    >>> span = instrument(PROCEDURES_2013).span
    >>> earlier(datetime.date(2026, 12, 1), Footing("X", "13(4)", "", span, 7, "clear days"))
    datetime.date(2026, 11, 23)
    """
    if day is None or footing.value is None:
        return None
    number = int(footing.value)
    match footing.unit:
        case "clear days":
            return days_from(day, -number - 1)
        case "months":
            return _months_from(day, -number)
    return None


def older_law(steps_day: datetime.date, *, federation: bool = False) -> tuple[str, ...]:
    """Say that some bodies were under the older Regulations on the day, where they were."""
    law = instrument(CONSTITUTION_2007)
    since = instrument(CONSTITUTION_2012).span.since
    if since <= steps_day and steps_day in law.span:
        text = (
            f"On {day_words(steps_day)} a body whose instrument took effect before {day_words(since)}, and "
            f"that nobody had decided to vary, was still under {OLDER_FEDERATIONS if federation else law.cite}: these steps are "
            "not for it."
        )
        return (text,)
    return ()

"""Which Regulations govern a body on a day: decided here, and nowhere else.

From 1 September 2012 SI 2012/1034 applies to a body whose instrument takes effect on or after that day (its
reg 2(a) until 31 August 2015, and every maintained school since, reg 2 having been omitted by SI 2014/1257
reg 2(2) on 1 September 2015). Federations and pupil referral units have Regulations of their own.
"""

import datetime
from typing import Final

from governance.errors import CannotTellError
from governance.law.loader import load_instrument
from governance.law.provision import Instrument

CONSTITUTION_2012: Final = "constitution-2012"
_ALL_BODIES_SINCE: Final = datetime.date(2015, 9, 1)
_ELSEWHERE: Final = {
    "federation": "Federations are constituted under SI 2012/1035",
    "pupil referral unit": "Pupil referral units are constituted under SI 2007/2978",
}


def governing(day: datetime.date, category: str, effective_on: datetime.date | None) -> Instrument:
    """Give the Regulations that govern a school's instrument on a day.

    `effective_on` is the day the instrument takes effect; None is taken as the day asked about.
    Raises CannotTellError where they are not encoded.
    """
    if category in _ELSEWHERE:
        raise CannotTellError(f"{_ELSEWHERE[category]}, which this version does not yet encode.")
    law = load_instrument(CONSTITUTION_2012)
    took_effect = min(day, effective_on or day)
    if day not in law.span or (day < _ALL_BODIES_SINCE and took_effect not in law.span):
        raise CannotTellError(
            f"On {day} an instrument that took effect on {took_effect} was governed by SI 2007/957, "
            f"which this version does not yet encode. {law.cite} applies to instruments that take effect "
            f"on or after {law.span.since}."
        )
    return law

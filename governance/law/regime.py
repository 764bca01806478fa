"""Which Regulations govern a body on a day: decided here, and nowhere else.

Schools. SI 2007/957 came into force on 25 May 2007. SI 2012/1034 replaced it on 1 September 2012 for a body whose
instrument takes effect on or after that day (its reg 2(a)), or is older and is decided under reg 32(2) of SI
2007/957 to be varied (reg 2(b)); for the others SI 2007/957 went on (reg 4(1), (2)). Since 1 September 2015 every
body is under SI 2012/1034: SI 2014/1257 reg 2(2), (3) omitted its reg 2 and ended the saving.

Federations. SI 2012/1035 replaced SI 2007/960 in the same way and on the same days (its regs 2, 3 and 4(1); SI
2014/1257 reg 3(2), (3), (4)).

No date is stated in SI 2012/1034 reg 2(b) for the decision to vary. We take one made on or after 1 September 2012, as
the department's guidance of 2012 did, and as SI 2012/1035 reg 2 says of the review.

Pupil referral units. SI 2007/2978 came into force on 13 November 2007, and governs every unit since.
"""

import datetime
from collections.abc import Callable
from typing import Final

from governance.errors import CannotTellError
from governance.law.provision import Instrument
from governance.law.store.instruments import instrument
from governance.model import Proposal

Load = Callable[[str], Instrument]

CONSTITUTION_2007: Final = "constitution-2007"
CONSTITUTION_2012: Final = "constitution-2012"
FEDERATIONS_2012: Final = "federations-2012"
UNITS_2007: Final = "pupil-referral-units-2007"
_REFORM: Final = datetime.date(2012, 9, 1)
_ALL_BODIES_SINCE: Final = datetime.date(2015, 9, 1)
_FEDERATIONS_2007: Final = datetime.date(2007, 5, 25)
_BESIDE: Final = (
    "acts/education-act-2002",
    "acts/education-and-inspections-act-2006",
    "acts/alterations-2013",
    "acts/charities-act-2011",
    "guidance/good-practice",
)
"""The folders whose rules are put to a board or its people beside the Regulations; other Acts and guidance hold no rule."""


def governing(day: datetime.date, proposal: Proposal, *, load: Load = instrument) -> Instrument:
    """Give the Regulations that govern a body's instrument on a day.

    Where the proposal does not say from which day the instrument has effect, the day asked about is taken.
    `load` takes it from its folder, whole or only as far as a board is concerned.
    Raises CannotTellError, naming the Regulations, where they are not encoded.
    """
    match proposal.school.category:
        case "pupil referral unit":
            return _units(day, load)
        case "federation":
            return _federations(day, proposal, load)
    return _schools(day, proposal, load)


def _schools(day: datetime.date, proposal: Proposal, load: Load) -> Instrument:
    if _reformed(day, proposal):
        return load(CONSTITUTION_2012)
    law = load(CONSTITUTION_2007)
    if day < law.span.since:
        raise CannotTellError(
            f"On {day} governing bodies were constituted under SI 2003/348 or still earlier law, which is not "
            f"encoded: our notes give it in outline only. The first day we can answer for is {law.span.since}, "
            f"when {law.cite} came into force."
        )
    return law


def _federations(day: datetime.date, proposal: Proposal, load: Load) -> Instrument:
    if _reformed(day, proposal):
        return load(FEDERATIONS_2012)
    law = "SI 2007/960" if day >= _FEDERATIONS_2007 else "SI 2004/2042"
    raise CannotTellError(
        f"On {day} a federation whose instrument took effect on {_took_effect(day, proposal)} was governed by {law}, "
        f"which is not encoded: our notes give it in outline only. SI 2012/1035 governs federations whose "
        f"instrument takes effect, or is decided to be varied, on or after {_REFORM}, and every federation "
        f"from {_ALL_BODIES_SINCE}."
    )


def _units(day: datetime.date, load: Load) -> Instrument:
    law = load(UNITS_2007)
    if day < law.span.since:
        raise CannotTellError(
            f"On {day} {law.cite}, which gave pupil referral units their management committees, was not yet in "
            f"force: it came into force on {law.span.since}. No law before it is encoded."
        )
    return law


def _reformed(day: datetime.date, proposal: Proposal) -> bool:
    """Tell whether the Regulations of 2012 have reached a body: SI 2012/1034 reg 2, SI 2012/1035 reg 2."""
    if day >= _ALL_BODIES_SINCE:
        return True
    decided = proposal.instrument.decided_to_vary_on
    return _took_effect(day, proposal) >= _REFORM or (decided is not None and _REFORM <= decided <= day)


def _took_effect(day: datetime.date, proposal: Proposal) -> datetime.date:
    return min(day, proposal.instrument.effective_on or day)


def in_force(regulations: str, day: datetime.date, *, load: Load = instrument) -> bool:
    """Tell whether Regulations, by their id, govern some body on a day; those that are not encoded govern none."""
    laws = map(load, (CONSTITUTION_2007, CONSTITUTION_2012, FEDERATIONS_2012, UNITS_2007))
    return any(law.id == regulations and day in law.span for law in laws)


def beside(day: datetime.date, *, load: Load = instrument) -> tuple[Instrument, ...]:
    """Give the Acts and guidance that bear on an instrument beside the Regulations that govern it."""
    return tuple(law for law in (load(folder) for folder in _BESIDE) if day in law.span)

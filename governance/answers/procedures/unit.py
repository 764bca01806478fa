"""The instrument of a pupil referral unit: who makes it, who varies it, and who is sent it (SI 2007/2978 regs 5 to 8)."""

import datetime
from typing import Final

from governance.answers.procedures.source import UNITS_2007, Source, source
from governance.answers.procedures.step import Procedure, Steps

_AUTHORITY: Final = "The local authority"


def making(on: datetime.date) -> Procedure:
    """Give the steps by which a unit, or a group of units, gets its first instrument."""
    law = source(UNITS_2007, on)
    steps = Steps("Making an instrument of government: pupil referral unit", on)
    steps.add(
        law,
        "5",
        _AUTHORITY,
        "makes the instrument: nobody else drafts it or need agree to it.",
        note=f"What it must set out: {law.cite('6')[0]}; the numbers: {law.cite('14(5)(a)')[0]} to (e).",
    )
    steps.add(law, "5", _AUTHORITY, "makes the first appointments to the management committee.")
    _sent(steps, law)
    return steps.done()


def variation(on: datetime.date) -> Procedure:
    """Give the steps to review and vary the instrument of a unit."""
    law = source(UNITS_2007, on)
    steps = Steps("Varying an instrument of government: pupil referral unit", on)
    steps.add(law, "7", "The local authority or the management committee", "may review the instrument.")
    steps.add(
        law,
        "7",
        _AUTHORITY,
        "varies the instrument and, where there is no agreement, may in the end vary it as it thinks fit.",
        note="What each must tell the other before that is not in our notes.",
    )
    steps.add(law, "7", _AUTHORITY, "states in the instrument the date on which the variation takes effect.")
    _sent(steps, law)
    return steps.done()


def disagreement(on: datetime.date) -> Procedure:
    """Give what happens where local authority and management committee do not agree."""
    law = source(UNITS_2007, on)
    steps = Steps("No agreement on the instrument of government: pupil referral unit", on)
    steps.add(law, "5", _AUTHORITY, "makes the first instrument, and needs nobody's agreement.")
    steps.add(law, "7", _AUTHORITY, "may in the end vary the instrument as it thinks fit.")
    return steps.done()


def copies(on: datetime.date) -> Procedure:
    """Give to whom the instrument of a unit is sent."""
    law = source(UNITS_2007, on)
    steps = Steps("Copies of the instrument of government: pupil referral unit", on)
    _sent(steps, law)
    return steps.done()


def _sent(steps: Steps, law: Source) -> None:
    steps.add(
        law,
        law.footing("PRU-COPY-GOVERNORS").para,
        _AUTHORITY,
        "sends a copy to every member of the management committee.",
    )
    steps.add(
        law,
        law.footing("PRU-COPY-HEAD").para,
        _AUTHORITY,
        "sends a copy to the teacher in charge.",
    )

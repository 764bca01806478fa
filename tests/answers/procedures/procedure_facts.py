"""What the tests of procedures share: days on both sides of a change, and ways to look at steps."""

import datetime

from governance.answers.procedures import Procedure

DAY = datetime.date(2018, 9, 18)
ONE = datetime.timedelta(days=1)


def paras(procedure: Procedure) -> list[str]:
    """What the steps are cited to, in their order."""
    return [step.citation for step in procedure.steps]


def words(procedure: Procedure) -> str:
    """Everything that the steps and cautions say."""
    steps = [f"{step.who} {step.what} {step.note}" for step in procedure.steps]
    return "\n".join([*steps, *procedure.cautions])

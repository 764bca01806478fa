"""What goes with every election and appointment: notice to the clerk, the term, and the criminal record certificate."""

import datetime

from governance.answers.procedures.meeting import BODY
from governance.answers.procedures.source import (
    CONSTITUTION_2012,
    FEDERATIONS_2012,
    Source,
    days_from,
    source,
)
from governance.answers.procedures.step import Steps


def nomination_notice(steps: Steps) -> None:
    """Add the notice of a nomination or an appointment that the clerk is given."""
    constitution = source(CONSTITUTION_2012, steps.on)
    steps.add(
        constitution,
        "16",
        "Whoever nominates or appoints a governor",
        "gives the clerk written notice of the person's name and usual place of residence.",
    )


def afterwards(
    steps: Steps, began: datetime.date | None, *, federation: bool = False, how: str = "appointment"
) -> None:
    """Add what follows every election and appointment, as on the day it took place: the term and the certificate."""
    constitution = source(CONSTITUTION_2012, steps.on)
    steps.add(
        constitution,
        "18(1)",
        "The term",
        f"runs from the day of the {how}, and is the one that the instrument in force on that day gives.",
        note=f"It applies to federations by {Source(FEDERATIONS_2012, steps.on).cite('23')[0]}."
        if federation
        else "",
    )
    if constitution.rule("C12-DBS-2") and steps.on >= constitution.parameter("C12-DBS-2", "began_since"):
        days = constitution.parameter("C12-DBS-2", "days")
        steps.add(
            constitution,
            "16A(2)",
            BODY,
            f"applies within {days} days for an enhanced criminal record certificate for a governor who has none.",
            by=days_from(began, days),
        )

"""Forming a federation: report, consent, proposals, decision, one instrument, and the federation date."""

import datetime
from typing import Final

from governance.answers.procedures.meeting import Business, call
from governance.answers.procedures.source import (
    CONSTITUTION_2012,
    FEDERATIONS_2012,
    days_from,
    in_order,
    later,
    source,
)
from governance.answers.procedures.step import Procedure, Steps
from governance.english import day_words

_EACH: Final = "Each governing body"
_TOGETHER: Final = "The governing bodies"


def forming_federation(
    on: datetime.date,
    *,
    first_meeting: datetime.date | None = None,
    published_on: datetime.date | None = None,
    decided_on: datetime.date | None = None,
    federated_on: datetime.date | None = None,
) -> Procedure:
    """Give the steps by which schools federate.

    `first_meeting` is the meeting that considers the report, `published_on` the day the proposals are published,
    `decided_on` the day of the decision on them and `federated_on` the federation date. Raises CannotTellError where the
    law of the day was not read, and ProcedureDateError where the days are not in their order.
    """
    law = source(FEDERATIONS_2012, on)
    open_for, told = law.footing("FED-REPRESENTATIONS"), law.footing("FED-FORM-NOTICE")
    closes = later(published_on, open_for)
    in_order(
        ("the day of the meeting on the report", first_meeting),
        ("the day the proposals are published", published_on),
        (f"the end of the {open_for} for representations", closes),
        ("the day of the decision", decided_on),
        ("the federation date", federated_on),
    )
    steps = Steps("Forming a federation", on)
    steps.add(
        law,
        "6",
        "Two or more governing bodies",
        "may federate.",
        note=f"For a school that is still to open there are rules of their own: {law.cite('11')[0]}, {law.cite('12')[0]} and "
        f"{law.cite('Sch 1')[0]}.",
    )
    report = Business(
        item="the report on federation", law=law, agenda="7", void="The regulation asks for it."
    )
    held = call(steps, first_meeting, report, which="the meeting of each governing body")
    steps.add(
        law,
        "7",
        _EACH,
        "considers a report on federation.",
        by=first_meeting,
        not_before=first_meeting,
        meeting=held,
    )
    steps.add(
        law,
        "8",
        "Those whom the regulation names",
        "give their consent before proposals are published.",
        note="Who they are is not in our notes: read the regulation.",
    )
    steps.add(
        law,
        "9",
        _TOGETHER,
        "publish proposals. They state the names of the bodies, the proposed size of the governing body and the number in each "
        "category, staffing, the federation date, the admission authority, and the day by which representations may be made, "
        f"at least {open_for} after publication.",
        by=published_on,
        not_before=published_on,
        note="They state other matters, too, which are not in our notes."
        + (f" The first such day is {day_words(closes)}." if closes else ""),
    )
    steps.add(
        law,
        "9",
        _TOGETHER,
        "send them to the Secretary of State, the local authorities, head teachers, foundation governors and trustees, diocesan "
        "authorities and religious bodies, staff and parents.",
    )
    held = call(steps, decided_on, Business(), which="the meeting of each governing body", announce=False)
    steps.add(
        law,
        "10",
        _EACH,
        "decides to go on as proposed, to go on with changes, or not to federate.",
        by=decided_on,
        not_before=decided_on or closes,
        meeting=held,
    )
    steps.add(
        law,
        "10",
        _TOGETHER,
        f"give notice of the decision within {told}.",
        by=later(decided_on, told),
    )
    steps.add(
        law,
        "27",
        "The governing body of a school that joins",
        "writes a report and makes its minutes available.",
        note="The regulation was read in part: to whom and by when is not in our notes.",
    )
    steps.add(
        law,
        "Sch 5, reg 29(2)",
        _TOGETHER,
        "draft the one instrument of the federation and submit it to the local authority.",
        by=days_from(federated_on, -1),
        note="`governance steps making --category federation` gives the steps. The instrument is in force from the federation "
        "date: that it should be made before is our inference.",
    )
    steps.add(
        law,
        "13",
        "The old governing bodies",
        "are dissolved on the federation date; the governing body of the federation is incorporated, and property, rights and "
        "liabilities pass to it. Every office in the old bodies ends.",
        by=federated_on,
        not_before=federated_on,
        note=f"Governors of the federation are elected and appointed afresh ({law.cite('14')[0]} to 20). That the offices end "
        "follows from the dissolution.",
    )
    steps.caution(
        "Regulations 7 to 13 are in our notes in a few words each. Days are school days in these Regulations (reg 5), and weeks "
        "are counted here by the calendar.",
        "What the local authority and the governing bodies must also do under other law, on staff or land, is not told here.",
        f"Regard is had to the statutory guidance in making the instrument ({source(CONSTITUTION_2012, on).cite('27')[0]}).",
    )
    return steps.done()

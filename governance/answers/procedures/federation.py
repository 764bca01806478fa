"""Leaving a federation, and dissolving one: what happens to the instruments."""

import datetime

from governance.answers.procedures.meeting import BODY_OF_FEDERATION as _BODY
from governance.answers.procedures.meeting import Business, call
from governance.answers.procedures.source import (
    CONSTITUTION_2012,
    EDUCATION_2002,
    FEDERATIONS_2012,
    Source,
    days_from,
    earlier,
    later,
    source,
)
from governance.answers.procedures.step import Procedure, Steps

_AUTHORITY = "The local authority"


def leaving_federation(
    on: datetime.date,
    *,
    schools: int = 3,
    received_on: datetime.date | None = None,
    first_meeting: datetime.date | None = None,
) -> Procedure:
    """Give the steps by which one school leaves a federation of so many schools.

    `received_on` is the day the request is received and `first_meeting` the meeting that decides on it. Where only two schools are federated it is a dissolution.
    """
    law = source(FEDERATIONS_2012, on)
    steps = Steps("A school leaves a federation", on)
    _request(steps, law, received_on, first_meeting)
    if schools <= 2:  # noqa: PLR2004 - two schools are the fewest that can be federated
        steps.add(
            law,
            "31(2)",
            "The departure of one of only two schools",
            f"is treated as a dissolution ({law.cite('34(1)(b)')[0]}), because one school cannot be a federation.",
        )
        _dissolve(steps, law, first_meeting)
        return steps.done()
    steps.add(
        law,
        "31(3)",
        _AUTHORITY,
        "sets up a temporary governing body for the school that leaves.",
        note="Under Parts 3 and 4 of SI 2007/958.",
    )
    constitution = Source(CONSTITUTION_2012, on).law.cite
    steps.add(
        law,
        "31(4)",
        _AUTHORITY,
        f"makes a new instrument for the school that leaves, under Part 5 of {constitution}.",
        note="The temporary governing body does the part of the governing body (reg 31(5)).",
    )
    steps.add(
        law,
        "31(4)",
        _BODY,
        f"reviews the instrument of the federation, under {constitution} reg 30.",
        note="It must; `governance steps variation` gives the steps.",
    )
    _open_questions(steps)
    return steps.done()


def dissolving(on: datetime.date, *, decided_on: datetime.date | None = None) -> Procedure:
    """Give the steps of dissolving a federation, once that is decided on a day."""
    law = source(FEDERATIONS_2012, on)
    steps = Steps("A federation is dissolved", on)
    steps.caution(
        f"A federation is dissolved also where one of only two schools leaves ({law.cite('34(1)(b)')[0]}): `governance steps "
        "leaving-federation --schools 2`."
    )
    _dissolve(steps, law, decided_on)
    return steps.done()


def discontinuance(
    on: datetime.date, *, schools_left: int, ends_on: datetime.date | None = None
) -> Procedure:
    """Give the steps where a federated school is discontinued on a day, and so many are left."""
    law = source(FEDERATIONS_2012, on)
    steps = Steps("A federated school is discontinued", on)
    eve = days_from(ends_on, -1)
    if schools_left == 1:
        notice = law.footing("FED-DISCONTINUE-NOTICE")
        steps.add(
            law,
            notice.para,
            _BODY,
            f"tells the Secretary of State at least {notice} before the date.",
            by=earlier(ends_on, notice),
        )
        steps.add(
            law,
            "41(3) to (4)",
            _AUTHORITY,
            "sets up a temporary governing body for the school that is left, and issues its new instrument, before the "
            "date; that body is incorporated when the federation is dissolved.",
            by=eve,
        )
    else:
        steps.add(
            law,
            "44",
            _BODY,
            "reviews the instrument of the federation before the date.",
            by=eve,
            note="It must; `governance steps variation` gives the steps. The governing body itself goes on "
            f"({Source(EDUCATION_2002, on).cite('Sch 1 para 5')[0]}).",
        )
    steps.caution(
        "Discontinuance takes in proposals under Schedule 2 to the Education and Inspections Act 2006, notice under section 30 of "
        "the School Standards and Framework Act 1998, directions under sections 17(1) and 68(1) of the Act of 2006, and what "
        f"section 6(2) of the Academies Act 2010 is about: {law.cite('40')[0]}."
    )
    _open_questions(steps)
    return steps.done()


def _request(
    steps: Steps, law: Source, received_on: datetime.date | None, first_meeting: datetime.date | None
) -> None:
    governors, pupils = law.footing("FED-LEAVE-GOVERNORS"), law.footing("FED-LEAVE-PARENTS")
    staff, notices = law.footing("FED-LEAVE-STAFF"), law.footing("FED-LEAVE-NOTICE")
    wait, told = law.footing("FED-LEAVE-DECISION"), law.footing("FED-LEAVE-DECISION-NOTICE")
    steps.add(
        law,
        governors.para,
        "Those who want it",
        f"ask in writing: at least {governors}, or the parents of at least {pupils}, or at least {staff}, or the "
        "local authority, or the trustees, or a body that appoints foundation governors.",
    )
    steps.add(
        law,
        notices.para,
        _BODY,
        f"gives notice of the request within {notices} to local authorities and head teachers, and to trustees, diocesan "
        "authority or religious body, staff, parents and others.",
        by=later(received_on, notices),
    )
    held = call(
        steps,
        first_meeting,
        Business(federation=True),
        which="the meeting that decides",
        announce=False,
    )
    steps.add(
        law,
        wait.para,
        _BODY,
        f"decides, not less than {wait} after the notice: the school leaves on a date, the federation is dissolved on a "
        "date, or all stay.",
        by=first_meeting,
        not_before=first_meeting,
        meeting=held,
        note="Days are school days in these Regulations (reg 5): only the calendar of the schools gives the date. It must be "
        "an item of the agenda.",
    )
    steps.add(
        law,
        told.para,
        _BODY,
        f"gives notice of the decision within {told}, and tells the Secretary of State.",
        by=later(first_meeting, told),
    )


def _dissolve(steps: Steps, law: Source, decided_on: datetime.date | None) -> None:
    notice = law.footing("FED-DISSOLVE-NOTICE")
    steps.add(
        law,
        "34(2)",
        _BODY,
        f"gives notice of the dissolution within {notice} of the decision, and the notice states the date: to the Secretary of "
        "State, each local authority, the head teachers, the staff, the parents it knows of and others whom it thinks fit; and, "
        "of a foundation or voluntary school, to the foundation governors, the trustees, and the diocesan authority or "
        "religious body.",
        by=later(decided_on, notice),
    )
    for who, what in (
        (_AUTHORITY, "sets up a temporary governing body for each school."),
        (_AUTHORITY, "issues a new instrument to each school."),
        ("The governing body of each school", "is incorporated on the date of dissolution."),
    ):
        steps.add(law, "35", who, what, note="Regulations 35 to 39 are recorded together.")
    steps.caution("Our notes give regulations 35 to 39 together: which of them says what is not certain.")
    _open_questions(steps)


def _open_questions(steps: Steps) -> None:
    steps.caution(
        "Regulation 30 and those after it were read as made in 2012; what has been changed since and is not in our notes "
        "was not found."
    )

"""The chair and the vice-chair, elected and removed, and the suspension of a governor (SI 2013/1624 regs 7, 9, 17)."""

import datetime
from typing import Final

from governance.answers.procedures.meeting import BODY, Business, call, concerned
from governance.answers.procedures.source import (
    FEDERATIONS_2012,
    INSPECTIONS_2006,
    PROCEDURES_2013,
    Source,
    source,
)
from governance.answers.procedures.step import Procedure, Steps

OFFICES: Final = ("chair", "vice-chair")


def chair_election(
    on: datetime.date,
    *,
    first_meeting: datetime.date | None = None,
    office: str = "chair",
    federation: bool = False,
) -> Procedure:
    """Give the steps of electing the chair or the vice-chair. Raises CannotTellError where the law was not read."""
    law = source(PROCEDURES_2013, on)
    steps = Steps(f"Electing the {office}", on)
    employed = "the federation or a school of it" if federation else "the school"
    held = call(steps, first_meeting, Business(federation=federation))
    steps.add(
        law,
        "7",
        BODY,
        f"fixes the day on which the term of the {office} is to end, before the election.",
        by=first_meeting,
    )
    steps.add(
        law,
        "7",
        BODY,
        f"elects the {office} from among its members.",
        by=first_meeting,
        not_before=first_meeting,
        note=_not_eligible(on, employed, federation=federation)
        + f" It is subject to {Source(INSPECTIONS_2006, on).cite('67')[0]}, by which the Secretary of State may nominate a chair.",
        meeting=held,
    )
    steps.add(
        law,
        "7",
        f"The {office}",
        "may resign at any time, by written notice to the clerk.",
    )
    steps.add(
        law,
        "7(5)",
        f"The {office}",
        f"ceases to be one on ceasing to be a governor, on coming to be employed at {employed}, on removal (regulation 9), or "
        "on being replaced by a nominee of the Secretary of State.",
    )
    steps.add(
        law,
        "7(6)",
        BODY,
        "fills a vacancy at its next meeting.",
        note="Meanwhile the vice-chair acts as chair; where there is neither, the governing body elects a chair for the "
        "meeting: that last clause is known from a secondary source.",
    )
    steps.caution(
        "No rule of its own on how the vote is taken, or on whether candidates withdraw, is in our notes: the general rule on "
        "interests is what there is."
    )
    return steps.done()


def _not_eligible(on: datetime.date, employed: str, *, federation: bool) -> str:
    if not federation:
        return f"A governor who is employed at {employed} cannot be elected."
    modified = source(FEDERATIONS_2012, on).cite("Sch 6")[0]
    return f"A governor who is paid to work at {employed} cannot be elected ({modified})."


def chair_removal(
    on: datetime.date,
    *,
    first_meeting: datetime.date | None = None,
    office: str = "chair",
    federation: bool = False,
) -> Procedure:
    """Give the steps of removing the chair or the vice-chair. Raises CannotTellError where the law was not read."""
    law = source(PROCEDURES_2013, on)
    steps = Steps(f"Removing the {office} from that office", on)
    held = call(
        steps,
        first_meeting,
        Business(
            item=f"the removal of the {office}",
            law=law,
            agenda="9",
            not_urgent="PROC-URGENCY-NOT-CHAIR-REMOVAL",
            withdraws=concerned(steps, f"The {office}, after the reply.", para="9"),
            federation=federation,
        ),
    )
    steps.add(
        law,
        "9",
        "The governor who proposes the removal",
        f"gives the reasons at the meeting; the {office} may reply, and then withdraws.",
        by=first_meeting,
        not_before=first_meeting,
    )
    steps.add(
        law,
        "9",
        BODY,
        f"resolves to remove the {office}.",
        by=first_meeting,
        not_before=first_meeting,
        note="One meeting is enough: no second one confirms it. The person stays a governor.",
        meeting=held,
    )
    steps.add(
        law,
        "7(6)",
        BODY,
        f"elects a new {office} at its next meeting.",
        note="`governance steps chair-election` gives the steps.",
    )
    if office == "chair":
        steps.caution(
            "A chair whom the Secretary of State nominated (section 67, Education and Inspections Act 2006) cannot be removed so."
        )
    return steps.done()


def suspension(
    on: datetime.date, *, first_meeting: datetime.date | None = None, federation: bool = False
) -> Procedure:
    """Give the steps of suspending a governor. Raises CannotTellError where the law was not read."""
    law = source(PROCEDURES_2013, on)
    longest = law.footing("PROC-SUSPENSION")
    steps = Steps("Suspending a governor", on)
    steps.add(
        law,
        longest.para,
        BODY,
        "may suspend a governor only on one of four grounds: (a) the governor is paid to work at the school and is subject to "
        "disciplinary proceedings; (b) the governor is subject to proceedings in a court or tribunal that may end in "
        "disqualification; (c) the governor has acted against the ethos or the religious character of the school, to its "
        "disrepute; (d) the governor is in breach of confidentiality.",
    )
    held = call(
        steps,
        first_meeting,
        Business(
            item="the suspension",
            law=law,
            agenda="17(2)",
            not_urgent="PROC-URGENCY-NOT-SUSPENSION",
            withdraws=concerned(
                steps,
                "The governor concerned, once heard, and does not vote: a fair hearing is required. This is our inference from "
                "the general words of the regulation.",
            ),
            federation=federation,
        ),
    )
    steps.add(
        law,
        longest.para,
        "The governor who proposes the suspension",
        "gives the reasons at the meeting, and the governor concerned may reply, before the governing body resolves.",
        by=first_meeting,
        not_before=first_meeting,
    )
    steps.add(
        law,
        longest.para,
        BODY,
        f"resolves to suspend the governor from all of its meetings or from some, for a fixed period of at most {longest}.",
        by=first_meeting,
        not_before=first_meeting,
        meeting=held,
    )
    steps.add(
        law,
        longest.para,
        "A governor who is suspended",
        "is still sent notices, agendas and papers, and stays a governor.",
    )
    steps.caution(
        "The regulation is known from a secondary source and from the Regulations of 2003, which say the same; whether a second "
        "suspension may follow is not in our notes."
    )
    return steps.done()

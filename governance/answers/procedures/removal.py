"""Removing a governor from office: who may, what must be done, and the second meeting."""

import datetime
from typing import Final

from governance.answers.procedures.meeting import BODY, Business, call, concerned
from governance.answers.procedures.source import (
    CONSTITUTION_2012,
    COUNTING,
    FEDERATIONS_2012,
    GUIDANCE_2017,
    Source,
    days_from,
    older_law,
    source,
)
from governance.answers.procedures.step import Meeting, Procedure, Steps
from governance.english import day_words
from governance.errors import CannotTellError

REMOVABLE: Final = {
    "parent": "an elected parent governor",
    "appointed_parent": "a parent governor whom the governing body appointed",
    "staff": "a staff governor",
    "local_authority": "the local authority governor",
    "co_opted": "a co-opted governor",
    "partnership": "a partnership governor",
    "foundation": "a foundation governor who was appointed",
    "ex_officio": "an ex officio foundation governor",
    "head_teacher": "the head teacher",
}
"""The kinds of governor, as removal tells them apart."""

_ELECTED: Final = ("parent", "staff")


def removal(
    category: str,
    on: datetime.date | None = None,
    *,
    first_meeting: datetime.date | None = None,
    at_request: bool = False,
) -> Procedure:
    """Give the steps to remove a governor of a category (a key of `REMOVABLE`).

    `on` is the day whose law is asked, by default that of the first meeting; `at_request` is a partnership
    governor's removal at the request of whoever nominated that governor. Raises CannotTellError where the law of
    the day was not read.
    """
    day = on or first_meeting
    if day is None:
        raise CannotTellError(
            "The law depends on the day, and no day is given: give `on` or `first_meeting`."
        )
    law = source(CONSTITUTION_2012, day)
    steps = Steps(f"Removing {REMOVABLE[category]}", day)
    match category:
        case "local_authority":
            _by_notice(steps, law, "22", "The local authority that nominated the governor")
            steps.caution("The governing body cannot remove the local authority governor.")
        case "foundation":
            _by_notice(steps, law, "20", "Whoever appointed the governor")
            steps.caution("The governing body cannot remove a foundation governor who was appointed.")
        case "head_teacher":
            _head(steps, law)
        case "parent" | "staff" if law.rule("C12-REMOVE-ELECTED") is None:
            steps.caution(
                f"On {day_words(day)} there is no power to remove {REMOVABLE[category]}: such a governor leaves by "
                "resignation, at the end of the term, or by disqualification."
            )
        case _:
            _by_resolution(steps, law, category, first_meeting, at_request=at_request)
    steps.caution(*older_law(day))
    return steps.done()


def _by_notice(steps: Steps, law: Source, regulation: str, who: str) -> None:
    steps.add(
        law,
        f"{regulation}(2)",
        who,
        "gives written notice of the removal to the clerk and to the governor.",
        note=f"The power to remove: {law.cite(f'{regulation}(1)')[0]}.",
    )


def _head(steps: Steps, law: Source) -> None:
    steps.add(
        law,
        "19(1)",
        "The head teacher",
        "may resign as a governor at any time, by written notice to the clerk.",
        note=f"The resignation may be withdrawn by written notice at any time ({law.cite('19(2)')[0]}).",
    )
    steps.caution(
        "Nobody can remove the head teacher as a governor: the head teacher is one for as long as he or she holds the "
        f"post ({law.cite('18(2)')[0]}), or until resigning as one."
    )


def _by_resolution(
    steps: Steps, law: Source, category: str, first_meeting: datetime.date | None, *, at_request: bool
) -> None:
    power, reasons = _power(category, at_request=at_request)
    requested = reasons == "25(2)(a)"
    if requested:
        who = "the person named in the instrument" if category == "ex_officio" else "the nominating body"
        steps.add(
            law,
            power,
            who[0].upper() + who[1:],
            "asks for the removal and gives the reasons in writing to the clerk and to the governor.",
            note=f"The reasons: {law.cite('21(2)' if category == 'ex_officio' else '23(3)')[0]}.",
        )
    held = _meeting(steps, law, "the first meeting", first_meeting)
    if requested:
        steps.add(
            law,
            reasons,
            BODY,
            "considers the reasons, and gives the governor the opportunity to make a statement, before it resolves.",
            by=first_meeting,
            not_before=first_meeting,
        )
    else:
        literal = (
            ""
            if category != "staff"
            else "On its words this paragraph does not name staff governors. Do it all the same: that is advice."
        )
        steps.add(
            law,
            reasons,
            "The governor who proposes the removal",
            "gives the reasons at the meeting, and the governor concerned has the opportunity to respond, before the "
            "governing body resolves.",
            by=first_meeting,
            not_before=first_meeting,
            note=literal,
        )
    steps.add(
        law,
        power,
        BODY,
        "resolves to remove the governor.",
        by=first_meeting,
        not_before=first_meeting,
        meeting=held,
    )
    wait = law.parameter("C12-REMOVE-2MTG", "least")
    second = days_from(first_meeting, wait)
    held = _meeting(steps, law, "the second meeting", None, earliest=second)
    steps.add(
        law,
        "25(2)(c)",
        BODY,
        f"confirms the resolution at a second meeting, held not less than {wait} days after the first.",
        not_before=second,
        note="Without this the resolution has no effect.",
        meeting=held,
    )
    _afterwards(steps, law, category)
    applied = Source(FEDERATIONS_2012, steps.on).cite("23")[0]
    steps.caution(
        "The Regulations prescribe no grounds for removal.",
        COUNTING,
        f"In a federation these steps apply by {applied}. That the {wait} days are days of the calendar there, too, and not "
        "school days, is our inference; its meetings are governed with modifications that our notes do not record.",
    )
    _advise(steps, category)


def _power(category: str, *, at_request: bool) -> tuple[str, str]:
    """Give the paragraph with the power, and the one on reasons."""
    if category == "ex_officio":
        return "21(1)", "25(2)(a)"
    if category == "partnership" and at_request:
        return "23(2)", "25(2)(a)"
    power = {"parent": "24A(1)", "staff": "24A(1)", "appointed_parent": "24"}.get(category, "23(1)")
    return power, "25(2)(b)"


def _meeting(
    steps: Steps,
    law: Source,
    which: str,
    day: datetime.date | None,
    *,
    earliest: datetime.date | None = None,
) -> Meeting:
    concern = (
        "The governor concerned, once heard, and does not vote: a fair hearing is required, and the vote is on that "
        "governor's own office. This is our inference from the general words of the regulation."
    )
    business = Business(
        item="the removal",
        law=law,
        agenda="25(2)(d)",
        void="It must be an item of the agenda of both meetings, or the resolution has no effect.",
        not_urgent="PROC-URGENCY-NOT-REMOVAL",
        withdraws=concerned(steps, concern),
    )
    return call(steps, day, business, which=which, earliest=earliest)


def _afterwards(steps: Steps, law: Source, category: str) -> None:
    if category in _ELECTED:
        bar = law.parameter("C12-DQ-REMOVED", "term")
        steps.add(
            law,
            "Sch 4 para 12A",
            "The person removed",
            f"cannot be a governor of any maintained school in England for {bar} from the removal, nor an associate member.",
            note="The bar ends on the day after the anniversary; on the anniversary itself it still holds. It reaches "
            f"maintained schools in England ({law.cite('3')[0]}) and their associate members "
            f"({law.cite('Sch 4 para 4')[0]}); an academy has articles of its own.",
        )
    elif category == "ex_officio":
        steps.add(
            law,
            "9(c)",
            "Whoever the instrument names",
            "may appoint a substitute for the ex officio governor.",
        )


def _advise(steps: Steps, category: str) -> None:
    """Give what the statutory guidance says of removing elected governors, as others quote it."""
    guidance = Source(GUIDANCE_2017, steps.on)
    if category not in _ELECTED or not guidance.in_force():
        return
    steps.advise(
        guidance,
        "pp 24-25",
        "Remove an elected governor only in exceptional circumstances, and for something serious; the guidance gives examples.",
        "Consider suspension first (`governance steps suspension`).",
        "Make arrangements for an appeal: the guidance expects them, and no regulation asks for one.",
    )
    regard = source(CONSTITUTION_2012, steps.on).cite("27")[0]
    steps.caution(
        f"The statutory guidance of August 2017 is no law, and regard must be had to it ({regard}, on making and varying an "
        "instrument, and section 19(7) of the Education Act 2002). We know it from those who quote it."
    )

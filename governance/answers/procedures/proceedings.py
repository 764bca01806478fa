"""Meetings and committees as such, a change of name, and a notice that the school is to be discontinued."""

import datetime
from typing import Final

from governance.answers.procedures.meeting import BODY, Business, call
from governance.answers.procedures.source import (
    COUNTING,
    DIOCESAN_BOARDS_2021,
    EDUCATION_2002,
    PROCEDURES_2013,
    Source,
    earlier,
    later,
    source,
)
from governance.answers.procedures.step import Procedure, Steps
from governance.english import day_words

_EVERY_COMMITTEE: Final = "Every committee"


def meeting(
    on: datetime.date, *, first_meeting: datetime.date | None = None, federation: bool = False
) -> Procedure:
    """Give the rules of any meeting of a governing body, in their order. Raises CannotTellError where they were others."""
    law = source(PROCEDURES_2013, on)
    steps = Steps("A meeting of the governing body", on)
    fewest, asking = law.footing("PROC-MEETINGS"), law.footing("PROC-REQUISITION")
    steps.add(law, "13(1)", BODY, f"holds at least {fewest} in every school year.")
    steps.add(
        law,
        "13(2)",
        "The clerk",
        "convenes the meeting, as the governing body directs and, subject to that, the chair.",
    )
    steps.add(law, asking.para, f"Any {asking} of the governing body", "may requisition a meeting.")
    held = call(steps, first_meeting, Business(federation=federation))
    steps.add(
        law,
        "12(1)",
        "Governors, the head teacher (a governor or not), the clerk and associate members",
        "may attend, and others whom the governing body admits.",
        note="An associate member may be excluded while an individual pupil or member of staff is discussed "
        f"({law.cite('12(2)')[0]}).",
    )
    steps.add(
        law,
        "14(3)",
        BODY,
        "decides questions by a majority of those present and voting.",
        by=first_meeting,
        not_before=first_meeting,
        note="Associate members do not vote in the full body. Interests on which a person withdraws: "
        f"{law.cite('16')[0]} and {law.cite('Sch 1 para 1')[0]}.",
        meeting=held,
    )
    steps.add(
        law,
        "14(8)",
        BODY,
        "may approve other ways of taking part and voting, such as by telephone or video.",
    )
    steps.add(
        law,
        "14(7)",
        "The proceedings",
        "are not made invalid by a vacancy, by a defect in an election or appointment, or by a notice or agenda that was not "
        "received.",
    )
    steps.add(
        law,
        "8",
        "The chair",
        "may act in urgency where a delay would be likely to be seriously detrimental to the school, a pupil, a parent or "
        "somebody who works there.",
        note="The vice-chair may where there is no chair, or the chair cannot be reached in time.",
    )
    void = ["14(5), discontinuing the school", "14(6), changing its name"]
    if law.stands("PROC-SURPLUS-AGENDA"):
        void.append("14(6A), removing excess governors")
    void += ["17(2), suspending a governor", "9, removing the chair or vice-chair"]
    steps.caution(
        f"Without an item of the agenda these have no effect: {law.law.cite} reg {'; reg '.join(void)}; and the removals of SI "
        "2012/1034 reg 25(2)(d). That other business need not be on the agenda is our inference.",
        "The appointment of the clerk, and the minutes and their publication, are not told here: regulations 10, 11 and 15, "
        "among others, we have not read.",
    )
    return steps.done()


def committee(on: datetime.date, *, first_meeting: datetime.date | None = None) -> Procedure:
    """Give the rules of a committee and of its meeting. Raises CannotTellError where they were others."""
    law = source(PROCEDURES_2013, on)
    steps = Steps("A committee of the governing body", on)
    quorum, notice = law.footing("PROC-COMMITTEE-QUORUM"), law.footing("PROC-COMMITTEE-NOTICE")
    steps.add(
        law,
        "22(1)",
        BODY,
        "settles the constitution, membership and terms of the committee, and reviews them every year.",
    )
    steps.add(
        law,
        "23",
        BODY,
        "appoints a chair of the committee every year or has one elected, and may remove that chair.",
        note="Our notes do not tell this clause and the next apart from regulation 22.",
    )
    steps.add(
        law,
        "23",
        _EVERY_COMMITTEE,
        "has a clerk, who is not the head teacher; a member may act where the clerk is absent.",
    )
    steps.add(
        law,
        "24",
        "Associate members",
        "vote in the committee as the governing body determines.",
        note="Known from a secondary source. Whether those under 18 are barred was not confirmed.",
    )
    steps.add(
        law,
        notice.para,
        "Written notice and the agenda",
        f"go to the members of the committee and the head teacher at least {notice} before the meeting.",
        by=earlier(first_meeting, notice),
        note="The chair may shorten the notice. Neither the day of the notice nor that of the meeting is counted.",
    )
    steps.add(
        law,
        quorum.para,
        "The committee",
        f"has a quorum of not less than {quorum} who are members of it.",
    )
    steps.add(
        law,
        "26(4)",
        "The committee",
        "takes no vote unless most of the members present are governors.",
        by=first_meeting,
        not_before=first_meeting,
    )
    steps.add(
        law,
        notice.para,
        "The committee",
        "decides by a majority, and its chair, if a governor, has a casting vote.",
        note="A vacancy or a defect in an appointment does not invalidate its proceedings. The minutes are signed at the next "
        "meeting.",
    )
    steps.caution("The regulation on meetings of committees was read as it was made.")
    return steps.done()


def name_change(
    on: datetime.date, *, first_meeting: datetime.date | None = None, federation: bool = False
) -> Procedure:
    """Give the steps of changing the name of a school. Raises CannotTellError where the law was not read."""
    law = source(PROCEDURES_2013, on)
    steps = Steps("Changing the name of a school", on)
    rule = law.footing("PROC-CHANGE-OF-NAME")
    held = call(
        steps,
        first_meeting,
        Business(item="the change of name", law=law, agenda=rule.para, federation=federation),
    )
    steps.add(
        law,
        rule.para,
        BODY,
        "decides to change the name.",
        by=first_meeting,
        not_before=first_meeting,
        note="An ordinary majority is enough. That all members vote for it was asked by Regulations that ended on "
        f"{day_words(law.law.span.since)}.",
        meeting=held,
    )
    act = Source(EDUCATION_2002, on)
    steps.add(
        act,
        "20(5)",
        BODY,
        "does not conduct the school under the new name until the instrument has it.",
        note="The name is in the instrument, so the instrument is varied: `governance steps variation`.",
    )
    steps.caution(
        "The paragraph on names is known from a page that quotes it word for word, and the department's memorandum confirms it."
    )
    return steps.done()


def discontinuance_notice(on: datetime.date, *, first_meeting: datetime.date | None = None) -> Procedure:
    """Give the steps by which a governing body decides to serve notice that it will discontinue the school.

    Raises CannotTellError where the law was not read.
    """
    law = source(PROCEDURES_2013, on)
    steps = Steps("Deciding to serve notice that the school is to be discontinued", on)
    wait = law.footing("PROC-DISCONTINUANCE-SECOND")
    business = Business(
        item="the notice of discontinuance",
        law=law,
        agenda=wait.para,
        not_urgent="PROC-URGENCY-NOT-DISCONTINUANCE",
    )
    held = call(steps, first_meeting, business, which="the first meeting")
    steps.add(
        law,
        wait.para,
        BODY,
        "decides to serve notice under section 30 of the School Standards and Framework Act 1998.",
        by=first_meeting,
        not_before=first_meeting,
        meeting=held,
    )
    second = later(first_meeting, wait)
    held = call(steps, None, business, which="the second meeting", earliest=second)
    steps.add(
        law,
        wait.para,
        BODY,
        f"confirms the decision at a second meeting, held not less than {wait} after the first.",
        not_before=second,
        note="Without this the decision has no effect.",
        meeting=held,
    )
    steps.caution(
        "The paragraph is known from a page that quotes it word for word; whether the item must be on the agenda of both meetings "
        "is not clear from it, and it is put on both here.",
        "What the section itself asks, such as how long the notice is, is not in our notes.",
        COUNTING,
    )
    measure = Source(DIOCESAN_BOARDS_2021, on)
    if measure.in_force():
        steps.caution(
            "A Church of England school has the advice of the Diocesan Board of Education before it gives the notice "
            f"({measure.cite('7(2)')[0]}).",
            measure.footing("DBE-CONSENT").says,
        )
    return steps.done()

"""Changes that an ordinary variation cannot make: of category, of the foundation majority, and a new school."""

import datetime
from typing import Final

from governance.answers.procedures.meeting import BODY, Business, call
from governance.answers.procedures.source import (
    ALTERATIONS_2013,
    CONSTITUTION_2012,
    COUNTING,
    DIOCESAN_BOARDS_2021,
    INSPECTIONS_2006,
    NEW_SCHOOLS_2007,
    REMOVAL_2007,
    Source,
    days_from,
    in_order,
    later,
    source,
)
from governance.answers.procedures.step import Procedure, Steps

_AUTHORITY: Final = "The local authority"
_CHURCH: Final = "church of england"


def change_of_category(
    on: datetime.date,
    *,
    published_on: datetime.date | None = None,
    implemented_on: datetime.date | None = None,
    first_meeting: datetime.date | None = None,
    religious_character: str | None = None,
) -> Procedure:
    """Give the steps of a change of category, or of giving foundation governors the majority.

    `published_on` is the day the proposals are published and `implemented_on` the implementation date, the end of
    the implementation period being taken as that date; `first_meeting` is the meeting that decides to publish. A
    `religious_character` other than of the Church of England leaves the Diocesan Board out. Raises CannotTellError where
    the law was not read, and ProcedureDateError where the days are not in their order.
    """
    in_order(
        ("the day of the meeting that decides to publish", first_meeting),
        ("the day the proposals are published", published_on),
        ("the implementation date", implemented_on),
    )
    law = source(ALTERATIONS_2013, on)
    objections, reconstitute = law.footing("ALT-OBJECTIONS"), law.footing("ALT-RECONSTITUTE")
    steps = Steps("Changing the category of a school, or giving its foundation governors the majority", on)
    steps.add(
        law,
        "3(2)(c)",
        "A change of the instrument that gives foundation governors the majority",
        "is a relevant change: it needs foundation proposals, and no ordinary variation makes it.",
        note="Of foundation and foundation special schools only. Foundation proposals are also for a change of category from "
        "community, voluntary aided or voluntary controlled to foundation, or from community special to foundation special "
        f"({law.cite('3(2)(a)')[0]}), and for acquiring a foundation ({law.cite('3(2)(b)')[0]}).",
    )
    _consents(steps, religious_character)
    held = call(steps, first_meeting, Business(to_authority=True), announce=False)
    steps.add(
        law,
        "Sch 1 para 5",
        BODY,
        "publishes proposals on a website and in a local newspaper; they give among other things the proposed "
        f"constitution of the governing body ({law.cite('Sch 1')[0]}).",
        by=published_on,
        not_before=published_on,
        meeting=held,
    )
    steps.add(
        law,
        objections.para,
        "Anybody",
        f"may object within {objections} of publication.",
        by=later(published_on, objections),
    )
    held = call(steps, None, Business(to_authority=True), announce=False)
    steps.add(
        law,
        "Sch 1 para 7",
        BODY,
        "decides on the proposals, unless they are referred to the adjudicator.",
        note="The decision is the governing body's and not the local authority's. Proposals may be withdrawn "
        f"({law.cite('Sch 1 para 12')[0]}).",
        meeting=held,
    )
    steps.add(
        law,
        "Sch 1 paras 8 to 11",
        _AUTHORITY,
        "may have the proposals referred to the adjudicator and, after the decision, so may others.",
        note=f"Its right comes from {Source(INSPECTIONS_2006, on).cite('21')[0]}. How referred proposals are determined: "
        f"{law.cite('Sch 1 paras 13 to 15')[0]}.",
    )
    steps.add(
        law,
        "Sch 4 para 2",
        "The governing body and the local authority",
        "secure a new instrument, under the Regulations on constitution, by the end of the implementation period.",
        by=implemented_on,
        note="For reconstituting the body it takes effect when it is made, for everything else on the implementation "
        "date: the instrument should state both.",
    )
    steps.add(
        law,
        "Sch 4 para 4",
        "Governors in post",
        "continue in the corresponding category for the rest of their terms.",
        note="A surplus does not make proceedings void.",
    )
    steps.add(
        law,
        "Sch 4 para 5",
        "Surplus governors",
        "leave in the order of their service: the shortest continuous service first, and lots are drawn between equals.",
        note="It is not the method of SI 2012/1034 reg 15: see `governance steps surplus --cause change-of-category`.",
    )
    steps.add(
        law,
        reconstitute.para,
        BODY,
        f"is reconstituted as soon as possible, and within {reconstitute} of the implementation date.",
        by=later(implemented_on, reconstitute),
    )
    steps.caution(
        "Other changes of category, such as from voluntary controlled to voluntary aided, are not in our notes: these steps "
        "are for foundation proposals."
    )
    return steps.done()


def _consents(steps: Steps, religious_character: str | None) -> None:
    """Give whose consent there must be before proposals are published."""
    act = source(INSPECTIONS_2006, steps.on)
    steps.add(
        act,
        "20",
        "The trustees of the school, and those who appoint its foundation governors,",
        "consent before the governing body publishes proposals: for a change from voluntary to foundation; for a change "
        "that gives foundation governors the majority at a foundation school that had a foundation when Part 2 of the Act "
        "began; and for such a change at a school that used to be voluntary.",
        note="The section was read in the Bill; that the Act says the same is inferred. A school that has neither, such as a "
        "community school, has nobody to ask.",
    )
    measure = Source(DIOCESAN_BOARDS_2021, steps.on)
    if religious_character is not None and _CHURCH not in religious_character.casefold():
        return
    if not measure.in_force():
        steps.caution(
            f"Whether a Church of England school had to ask its diocese on the day of this law is not in our notes: the "
            f"{measure.law.cite} is of a later day."
        )
        return
    steps.add(
        measure,
        "8",
        "The Diocesan Board of Education, for a Church of England school,",
        "consents to a change from voluntary to foundation, and to a change that gives foundation governors the majority.",
        note="The governing body has the Board's advice before other steps under section 19 of the Education and Inspections "
        f"Act 2006 ({measure.cite('7(2)')[0]}).",
    )
    steps.caution(measure.footing("DBE-CONSENT").says)


def ending_majority(
    on: datetime.date,
    *,
    first_meeting: datetime.date | None = None,
    received_on: datetime.date | None = None,
) -> Procedure:
    """Give the steps of an alteration by which foundation governors cease to be the majority.

    `received_on` is the day the clerk receives a notice of a minority that requires proposals.
    """
    act, law = source(INSPECTIONS_2006, on), source(REMOVAL_2007, on)
    wait, share = law.footing("EIA-25-SECOND-MEETING"), law.footing("EIA-25-MINORITY")
    period = law.footing("EIA-25-MINORITY-TIME")
    steps = Steps("Ending the foundation governors' majority, or removing the foundation", on)
    steps.add(
        act,
        "25",
        "A change by which foundation governors cease to be the majority",
        "needs published proposals, and no ordinary variation makes it.",
        note="The section reaches a foundation school that has a foundation and was established by proposals under Schedule 2, "
        "or acquired its foundation by proposals under section 24. A school whose foundation is older, or that only gained "
        "the majority, is outside it.",
    )
    held = call(steps, first_meeting, Business(), which="the first meeting")
    steps.add(
        law,
        wait.para,
        BODY,
        "or a committee of it decides at a first meeting to publish proposals.",
        by=first_meeting,
        not_before=first_meeting,
        meeting=held,
    )
    second = later(first_meeting, wait)
    held = call(steps, None, Business(), which="the second meeting", earliest=second)
    steps.add(
        law,
        wait.para,
        BODY,
        f"confirms the decision to publish at a second meeting, held not less than {wait} after the first.",
        not_before=second,
        meeting=held,
    )
    steps.add(
        law,
        share.para,
        "A minority of the governors",
        f"may require publication by written notice to the clerk, only where the governing body does not resolve to publish: "
        f"{share}.",
        note=f"Not of a school that was newly established or newly acquired its foundation ({law.cite('5(4)')[0]}).",
    )
    steps.add(
        law,
        period.para,
        BODY,
        f"publishes the proposals that a minority requires within {period} of the clerk's receipt of the notice, unless "
        f"the regulation on land applies ({law.cite('6')[0]}).",
        by=later(received_on, period),
    )
    steps.caution(
        "Of these Regulations the explanatory note was read. Its day of commencement, what proposals must say, and how they are "
        "decided once published are not in our notes: read the Regulations.",
        COUNTING,
    )
    return steps.done()


def new_school(on: datetime.date, *, opens_on: datetime.date | None = None) -> Procedure:
    """Give the steps to the first instrument of a new school, which opens on a day."""
    law, constitution = source(NEW_SCHOOLS_2007, on), source(CONSTITUTION_2012, on)
    steps = Steps("The instrument of a new school", on)
    steps.add(
        law,
        "52(1)",
        _AUTHORITY,
        f"secures that an instrument is made before the school opens, by {constitution.cite('27')[0]} to 29.",
        by=days_from(opens_on, -1),
        note="`governance steps making` gives the steps.",
    )
    steps.add(
        law,
        "52(2)",
        "The instrument",
        "takes effect when it is made, for constituting the governing body and without disturbing the temporary one.",
    )
    steps.add(
        law,
        "52(4)",
        "The instrument",
        "takes effect for everything else on the incorporation date, which it states.",
        note="Two dates: a single line on the date of effect cannot hold both.",
    )
    steps.add(law, "52(5)", BODY, "is constituted on the incorporation date.")
    steps.add(
        law,
        "53 to 56",
        "Parents",
        "elect the first parent governors after the school has opened, or these are appointed.",
    )
    steps.caution(
        "Until then a temporary governing body acts. It has a make-up of its own, which is not checked here."
    )
    return steps.done()

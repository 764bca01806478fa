"""Changes that an ordinary variation cannot make: of category, of the foundation majority, and a new school."""

import datetime

from governance.answers.procedures.source import (
    ALTERATIONS_2013,
    CONSTITUTION_2012,
    COUNTING,
    INSPECTIONS_2006,
    NEW_SCHOOLS_2007,
    REMOVAL_2007,
    ProcedureDateError,
    days_from,
    later,
    source,
)
from governance.answers.procedures.step import Procedure, Steps

_BODY = "The governing body"


def change_of_category(
    on: datetime.date,
    *,
    published_on: datetime.date | None = None,
    implemented_on: datetime.date | None = None,
) -> Procedure:
    """Give the steps of a change of category, or of giving foundation governors the majority.

    `published_on` is the day the proposals are published and `implemented_on` the implementation date, the end of
    the implementation period being taken as that date. Raises CannotTellError where the law was not read, and
    ProcedureDateError where the implementation date is before the publication.
    """
    if published_on and implemented_on and implemented_on < published_on:
        raise ProcedureDateError(
            f"The implementation date, {implemented_on}, is before {published_on}, the day the proposals are published. "
            "Give the days in their order."
        )
    law = source(ALTERATIONS_2013, on)
    objections, reconstitute = law.footing("ALT-OBJECTIONS"), law.footing("ALT-RECONSTITUTE")
    steps = Steps("Changing the category of a school, or giving its foundation governors the majority", on)
    steps.add(
        law,
        "3(2)(c)",
        "Everybody",
        "treats a change of the instrument that gives foundation governors the majority as a relevant change: it needs "
        "foundation proposals.",
        note="Of foundation and foundation special schools only.",
    )
    steps.add(
        law,
        "Sch 1",
        "The proposer",
        "publishes proposals on a website and in a local newspaper; they give among other things the proposed "
        "constitution of the governing body.",
        by=published_on,
        not_before=published_on,
    )
    steps.add(
        law,
        objections.para,
        "Anybody",
        f"may object within {objections} of publication.",
        by=later(published_on, objections),
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
        _BODY,
        "clears a surplus: the shortest continuous service leaves first, and lots are drawn between equals.",
        note="It is not the method of SI 2012/1034 reg 15: see `governance steps surplus --cause change-of-category`.",
    )
    steps.add(
        law,
        reconstitute.para,
        _BODY,
        f"is reconstituted as soon as possible, and within {reconstitute} of the implementation date.",
        by=later(implemented_on, reconstitute),
    )
    steps.caution(
        "Who decides on the proposals, and how, is not in our notes.",
        "The words of regulation 3(2)(a) and (b), on what else foundation proposals are for, are not in our notes.",
    )
    return steps.done()


def ending_majority(on: datetime.date, *, first_meeting: datetime.date | None = None) -> Procedure:
    """Give the steps of an alteration by which foundation governors cease to be the majority."""
    act, law = source(INSPECTIONS_2006, on), source(REMOVAL_2007, on)
    wait, share = law.footing("EIA-25-SECOND-MEETING"), law.footing("EIA-25-MINORITY")
    period = law.footing("EIA-25-MINORITY-TIME")
    steps = Steps("Ending the foundation governors' majority, or removing the foundation", on)
    steps.add(
        act,
        "25",
        "The local authority",
        "does not make the change as an ordinary variation: it needs published proposals.",
    )
    steps.add(
        law,
        share.para,
        "A minority of the governors",
        f"can force the matter: {share}.",
        note=f"Our notes add a period of {period} and do not say from when it runs: read the regulation.",
    )
    steps.add(
        law,
        wait.para,
        _BODY,
        "takes the decision at a first meeting.",
        by=first_meeting,
        not_before=first_meeting,
    )
    steps.add(
        law,
        wait.para,
        _BODY,
        f"confirms the decision at a second meeting, held not less than {wait} after the first.",
        not_before=later(first_meeting, wait),
    )
    steps.caution(
        "Our notes record these Regulations in a few words, and not the day they came into force: read them before "
        "relying on the order of the steps.",
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
        "The local authority",
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
    steps.add(law, "52(5)", _BODY, "is constituted on the incorporation date.")
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

"""Partnership governors: nominations are sought, and the governing body appoints from those who are eligible."""

import datetime
from typing import Final

from governance.answers.procedures.appointment import appointing
from governance.answers.procedures.entry import afterwards, nomination_notice
from governance.answers.procedures.meeting import BODY, BODY_OF_FEDERATION, call
from governance.answers.procedures.source import CONSTITUTION_2012, FEDERATIONS_2012, older_law, source
from governance.answers.procedures.step import Procedure, Steps
from governance.errors import CannotTellError

_WITH: Final = ("foundation", "foundation special", "federation")


def partnership_appointment(
    on: datetime.date,
    category: str,
    *,
    religious_character: str | None = None,
    first_meeting: datetime.date | None = None,
) -> Procedure:
    """Give the steps by which a partnership governor is nominated and appointed, for a category of school.

    A school that has a `religious_character` seeks its nominations elsewhere. Raises CannotTellError for a category that
    has no such governors, or a day on which the law was another.
    """
    if category not in _WITH:
        raise CannotTellError(
            f"A {category}{'' if category.endswith('unit') else ' school'} has no partnership governors: foundation and foundation "
            "special schools without a foundation have them."
        )
    kind = category if category == "federation" else f"{category} school without a foundation"
    steps = Steps(f"Appointing a partnership governor: {kind}", on)
    if category == "federation":
        _of_federation(steps, first_meeting)
    else:
        _of_school(steps, first_meeting, religious_character)
    afterwards(steps, first_meeting, federation=category == "federation")
    steps.caution(*older_law(on, federation=category == "federation"))
    return steps.done()


def _of_school(steps: Steps, first_meeting: datetime.date | None, religious_character: str | None) -> None:
    law = source(CONSTITUTION_2012, steps.on)
    if religious_character is not None:
        churches = law.parameter("C12-IOG-APPROVE-DIOCESE", "characters")
        diocese = any(church.casefold() in religious_character.casefold() for church in churches)
        steps.add(
            law,
            "Sch 3 para 1",
            BODY,
            f"seeks nominations from the appropriate {'diocesan authority' if diocese else 'religious body'}.",
            note=f"Those appointed preserve and develop the religious character ({law.cite('10(2)')[0]}).",
        )
    else:
        steps.add(
            law,
            "Sch 3 para 2",
            BODY,
            "seeks nominations from parents of registered pupils and such people of the community as it thinks appropriate.",
            note="At a school with a religious character they come from the diocesan authority or the religious body instead "
            f"({law.cite('Sch 3 para 1')[0]}): give --religious-character.",
        )
    steps.add(law, "Sch 3 para 3", BODY, "arranges everything else about nomination and appointment.")
    steps.add(
        law,
        "Sch 3 para 5",
        "A governor",
        "may not nominate anybody, unless there are fewer eligible nominees than places.",
    )
    if law.rule("C12-SKILL-PART"):
        steps.add(
            law,
            "Sch 3 para 4(1)",
            "Whoever nominates",
            "is of the opinion that the nominee has the skills required.",
            note=f"The governing body must think so too ({law.cite('Sch 3 para 4(2)')[0]}). Who cannot be nominated: "
            f"{law.cite('Sch 4 para 7(1)(a)')[0]} to (d).",
        )
    nomination_notice(steps)
    held = call(steps, first_meeting, appointing(steps, "partnership"))
    steps.add(
        law,
        "Sch 3 para 6(1)",
        BODY,
        "appoints the number in the instrument from the eligible nominees.",
        by=first_meeting,
        not_before=first_meeting,
        note="It may make up a shortfall with people whom governors nominate and it appoints "
        f"({law.cite('Sch 3 para 6(2)')[0]}).",
        meeting=held,
    )
    steps.add(
        law,
        "Sch 3 para 7",
        BODY,
        "gives its reasons in writing to the local authority, the nominator and the person rejected, where it makes up a "
        "shortfall having rejected a nominee as ineligible.",
    )


def _of_federation(steps: Steps, first_meeting: datetime.date | None) -> None:
    law = source(FEDERATIONS_2012, steps.on)
    steps.add(
        law,
        "Sch 4 para 1",
        BODY_OF_FEDERATION,
        "must seek nominations from parents at the schools that have no foundation, and may from other parents and the "
        "community.",
    )
    steps.add(
        law,
        "Sch 4 para 3",
        "A governor",
        f"may not nominate anybody, save for a shortfall ({law.cite('Sch 4 para 4')[0]}(2)).",
    )
    if not law.rule("FED-SKILL-PART"):
        steps.add(
            law, "Sch 4 para 2", "A nominee", "must be eligible for appointment as a co-opted governor."
        )
    nomination_notice(steps)
    held = call(steps, first_meeting, appointing(steps, "partnership", federation=True))
    skills = (
        f", who in its opinion have the skills required ({law.cite('Sch 4 para 7')[0]})"
        if law.rule("FED-SKILL-PART")
        else ""
    )
    steps.add(
        law,
        "Sch 4 para 4",
        BODY_OF_FEDERATION,
        f"appoints the number in the instrument from the eligible nominees{skills}; it makes up a shortfall with persons it "
        "selects itself.",
        by=first_meeting,
        not_before=first_meeting,
        meeting=held,
    )
    steps.add(
        law,
        "Sch 4 para 5",
        BODY_OF_FEDERATION,
        "gives its reasons in writing to each local authority and to the person rejected, where it rejects a nominee.",
        note="Not to the nominator: in a single school it is otherwise.",
    )
    steps.add(law, "Sch 4 para 6", BODY_OF_FEDERATION, "arranges everything else.")
    steps.caution("The Schedule was read as it was made, and its skills test as SI 2014/1257 put it in.")

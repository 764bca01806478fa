"""The instrument's own procedures: making it, varying it, what happens when nobody agrees, and who gets copies."""

import datetime

from governance.answers.procedures import unit
from governance.answers.procedures.meeting import BODY as _BODY
from governance.answers.procedures.meeting import Business, call
from governance.answers.procedures.source import (
    ALTERATIONS_2013,
    CONSTITUTION_2007,
    CONSTITUTION_2012,
    FEDERATIONS_2012,
    INSPECTIONS_2006,
    OLDER_FEDERATIONS,
    Source,
    older_law,
    source,
)
from governance.answers.procedures.step import Procedure, Steps
from governance.errors import CannotTellError
from governance.model import School

_AUTHORITY = "The local authority"


def making(
    on: datetime.date,
    school: School,
    *,
    foundation_governors: bool | None = None,
    first_meeting: datetime.date | None = None,
) -> Procedure:
    """Give the steps by which a school, a federation or a pupil referral unit gets its first instrument.

    `foundation_governors` need be given only where the kind of school does not tell whether there are any;
    `first_meeting` is the meeting that decides on the draft. Raises CannotTellError where something must be known and is
    not, or where the law of the day was not read.
    """
    if school.category == "pupil referral unit":
        return unit.making(on)
    with_foundation = _has_foundation_governors(school, foundation_governors)
    steps = Steps(f"Making an instrument of government: {school.category}", on)
    if school.category == "federation":
        _making_federation(steps, on, first_meeting, with_foundation=with_foundation)
    else:
        _making_school(steps, school, first_meeting, with_foundation=with_foundation)
    steps.caution(*older_law(on, federation=school.category == "federation"))
    return steps.done()


def variation(
    on: datetime.date,
    school: School,
    *,
    foundation_governors: bool | None = None,
    proposed_by: str = "governing body",
    first_meeting: datetime.date | None = None,
) -> Procedure:
    """Give the steps to vary an instrument; `proposed_by` is "governing body" or "local authority".

    `first_meeting` is the meeting that decides on the variation. Raises CannotTellError where it is not known whether
    there are foundation governors, or the law was not read.
    """
    if school.category == "pupil referral unit":
        return unit.variation(on)
    with_foundation = _has_foundation_governors(school, foundation_governors)
    law = source(CONSTITUTION_2012, on)
    steps = Steps(f"Varying an instrument of government: {school.category}", on)
    by_body = proposed_by == "governing body"
    federation = school.category == "federation"
    held = call(steps, first_meeting, Business(federation=federation), announce=False)
    proposer, other = (_BODY, _AUTHORITY) if by_body else (_AUTHORITY, _BODY)
    steps.add(
        law,
        "30(1)",
        proposer,
        "reviews the instrument, at any time, with regard to the Secretary of State's guidance.",
        note=f"The duty to have regard to it: {law.cite('27')[0]}.",
    )
    if school.category in ("foundation", "foundation special"):
        _majority(steps, on)
    if by_body and with_foundation:
        _approvals(steps, law, school, varying=True)
    steps.add(
        law,
        "30(2)",
        proposer,
        f"notifies {other[0].lower()}{other[1:]} of the variation it proposes, with its reasons.",
        meeting=held if by_body else None,
    )
    if not by_body:
        if with_foundation:
            _approvals(steps, law, school, varying=True)
        steps.add(
            law,
            "30(3)",
            _BODY,
            "says whether it is content with the variation and, if not, why.",
            meeting=held,
        )
    steps.add(
        law, "30(7)", _AUTHORITY, "considers whether the variation complies with every law that applies."
    )
    steps.add(
        law,
        "30(5)",
        _AUTHORITY,
        f"must vary the instrument as proposed where {'it' if by_body else 'the governing body'} agrees, or as all agree otherwise.",
    )
    _no_agreement(steps, law, "30(6)", with_foundation=with_foundation)
    steps.add(
        law, "30(8)", _AUTHORITY, "states in the instrument the date on which the variation takes effect."
    )
    steps.add(
        law,
        "31(1)",
        _AUTHORITY,
        "sends everybody concerned the instrument as varied, consolidated, free of charge.",
        note=f"Who they are: {law.cite('31(2)')[0]}, `governance steps copies`.",
    )
    if federation:
        steps.caution(_IN_A_FEDERATION)
    if older_law(on):
        older = OLDER_FEDERATIONS if federation else Source(CONSTITUTION_2007, on).law.cite
        by = Source(FEDERATIONS_2012, on).cite("4(1)")[0] if federation else law.cite("2(b)")[0]
        steps.caution(
            f"An instrument still under {older} comes under these Regulations by {'being' if federation else 'the decision that it be'} "
            f"varied ({by})."
        )
    return steps.done()


def disagreement(on: datetime.date, school: School, *, foundation_governors: bool | None = None) -> Procedure:
    """Give what happens where local authority and governing body do not agree on an instrument.

    Raises CannotTellError where it is not known whether there are foundation governors, or the law was not read.
    """
    if school.category == "pupil referral unit":
        return unit.disagreement(on)
    with_foundation = _has_foundation_governors(school, foundation_governors)
    law = source(CONSTITUTION_2012, on)
    steps = Steps(f"No agreement on the instrument of government: {school.category}", on)
    if not with_foundation:
        steps.add(law, "29(4)", _AUTHORITY, "tells the governing body why it is not content with the draft.")
        steps.add(law, "29(4)", _AUTHORITY, "gives a reasonable opportunity to reach agreement.")
        steps.add(
            law,
            "29(4)",
            _AUTHORITY,
            "makes the instrument as agreed or, failing that, as it thinks fit, having regard to the category of the "
            "school and any relationship with a foundation.",
        )
        steps.add(
            law, "30(6)", _AUTHORITY, "does the same where it is a variation on which there is no agreement."
        )
    else:
        steps.caution(NO_WAY_OUT)
    if school.category == "federation":
        steps.caution(_IN_A_FEDERATION)
    steps.caution(*older_law(on, federation=school.category == "federation"))
    return steps.done()


def copies(on: datetime.date, *, category: str | None = None) -> Procedure:
    """Give to whom the local authority sends the instrument; `category` need be given for a pupil referral unit alone."""
    if category == "pupil referral unit":
        return unit.copies(on)
    law = source(CONSTITUTION_2012, on)
    steps = Steps("Copies of the instrument of government", on)
    steps.add(
        law,
        "31(1)",
        _AUTHORITY,
        "provides the instrument and, when it is varied, a consolidated copy, free of charge, to each of those below.",
    )
    for para, who in (
        ("31(2)(a)", "Every governor and every associate member"),
        ("31(2)(b)", "The head teacher"),
        ("31(2)(c)", "Any foundation, in the person of its trustees,"),
        ("31(2)(d)", "Any appropriate diocesan authority"),
        ("31(2)(e)", "Any appropriate religious body"),
    ):
        steps.add(law, para, who, "gets a copy.")
    steps.caution(
        "It is a duty of the local authority; a sentence about copies in the instrument is customary and not required.",
        *older_law(on),
    )
    return steps.done()


NO_WAY_OUT = (
    "Where there are foundation governors the Regulations give no way out of a disagreement: the local authority can "
    "make or vary the instrument only as everybody agrees (regs 29(3), 30(5)); the power to make it as it thinks fit "
    "is only for schools without foundation governors (regs 29(4), 30(6)). Go on seeking agreement, and take advice."
)
_IN_A_FEDERATION = (
    "In a federation regulations 29 to 31 apply as Schedule 5 to SI 2012/1035 modifies them: the approvals are needed in "
    "respect of each foundation and voluntary school. The words of its modifications to regulations 30 and 31 were "
    "not noted."
)


def foundation_governors_of(school: School) -> bool | None:
    """Tell whether a school of that kind has foundation governors; None where its kind does not tell."""
    if school.category in ("voluntary aided", "voluntary controlled"):
        return True
    if school.category not in ("foundation", "foundation special", "federation"):
        return False
    if school.category == "federation" or school.foundation is None:
        return None
    return school.foundation != "none"


def _has_foundation_governors(school: School, given: bool | None) -> bool:  # noqa: FBT001 - as it was given
    known = foundation_governors_of(school) if given is None else given
    if known is None:
        raise CannotTellError(
            f"The steps depend on whether the {school.category} {'' if school.category == 'federation' else 'school '}"
            "has foundation governors, and nobody has said. Give --foundation, or say --foundation-governors or "
            "--no-foundation-governors."
        )
    return known


def _making_school(
    steps: Steps, school: School, first_meeting: datetime.date | None, *, with_foundation: bool
) -> None:
    law = source(CONSTITUTION_2012, steps.on)
    steps.add(
        law,
        "29(1)",
        _BODY,
        "drafts the instrument, with regard to the Secretary of State's guidance.",
        note=f"What it must set out: {law.cite('28(1)')[0]}. The guidance: {law.cite('27')[0]}.",
    )
    if with_foundation:
        _approvals(steps, law, school, varying=False)
    held = call(steps, first_meeting, Business(), announce=False)
    steps.add(law, "29(1)", _BODY, "submits the draft to the local authority.", meeting=held)
    steps.add(law, "29(3)", _AUTHORITY, "considers whether the draft complies with every law that applies.")
    steps.add(
        law,
        "29(3)",
        _AUTHORITY,
        "must make the instrument if it is content, or if everybody agrees on a revision that complies.",
    )
    _no_agreement(steps, law, "29(4)", with_foundation=with_foundation)
    steps.add(
        law,
        "31(2)",
        _AUTHORITY,
        "sends everybody concerned the instrument, free of charge.",
        note="`governance steps copies` says to whom.",
    )


def _making_federation(
    steps: Steps, on: datetime.date, first_meeting: datetime.date | None, *, with_foundation: bool
) -> None:
    law = source(FEDERATIONS_2012, on)
    steps.add(law, "Sch 5, reg 29(1)", "The local authorities", "agree which of them makes the instrument.")
    steps.add(law, "Sch 5, reg 29(2)", "The governing bodies", "draft the instrument jointly.")
    if with_foundation:
        for who in (
            "The foundation governors of each foundation and voluntary school",
            "The trustees of any trust of each of these schools",
            "The diocesan authority of each that is a Church of England or Roman Catholic school",
            "The religious body of each that has another religious character",
        ):
            steps.add(law, "Sch 5, reg 29(3)", who, "approve the draft before it is submitted.")
    held = call(steps, first_meeting, Business(), which="the meeting of each governing body", announce=False)
    steps.add(
        law,
        "Sch 5, reg 29(2)",
        "The governing bodies",
        "submit the draft to the local authority.",
        meeting=held,
    )
    steps.add(
        law,
        "Sch 5, reg 29(4)",
        _AUTHORITY,
        "must make the instrument if it is content, or if everybody agrees on a revision.",
    )
    if with_foundation:
        steps.caution(
            "Where there are foundation governors Schedule 5 gives no way out of a disagreement: the power to make the "
            "instrument as the local authority thinks fit (reg 29(5) as modified) is only for federations without."
        )
    else:
        steps.add(
            law,
            "Sch 5, reg 29(5)",
            _AUTHORITY,
            "otherwise gives its reasons and a reasonable opportunity to agree, and then makes the instrument as agreed "
            "or as it thinks fit, having regard to the category of the schools.",
        )


def _approvals(steps: Steps, law: Source, school: School, *, varying: bool) -> None:
    when = "before the governing body proposes or agrees to it" if varying else "before it is submitted"
    draft = "variation" if varying else "draft"
    listed = [("29(2)(a)", "The foundation governors approve")]
    if school.foundation != "none":
        listed.append(("29(2)(b)", "The trustees of any foundation approve"))
    character = school.religious_character
    churches = law.parameter("C12-IOG-APPROVE-DIOCESE", "characters")
    if character is None:
        listed.append(("29(2)(c)", f"The diocesan authority of a {' or '.join(churches)} school approves"))
        listed.append(
            ("29(2)(d)", "The religious body of a school with another religious character approves")
        )
    elif any(church.casefold() in character.casefold() for church in churches):
        listed.append(("29(2)(c)", "The appropriate diocesan authority approves"))
    else:
        listed.append(("29(2)(d)", "The appropriate religious body approves"))
    for para, said in listed:
        who, _, verb = said.rpartition(" ")
        note = f"A variation needs it too ({law.cite('30(4)')[0]})." if varying else ""
        steps.add(law, para, who, f"{verb} the {draft}, {when}.", note=note)


def _no_agreement(steps: Steps, law: Source, para: str, *, with_foundation: bool) -> None:
    if with_foundation:
        steps.caution(NO_WAY_OUT)
        return
    steps.add(
        law,
        para,
        _AUTHORITY,
        "otherwise gives its reasons and a reasonable opportunity to agree, and then decides as agreed or as it thinks "
        "fit, having regard to the category of the school and any relationship with a foundation.",
    )


def _majority(steps: Steps, on: datetime.date) -> None:
    """Say that a change of majority is no ordinary variation, under the law there is on the day."""
    for folder, para, what, command in (
        (INSPECTIONS_2006, "25", "end the foundation governors' majority", "ending-majority"),
        (ALTERATIONS_2013, "3(2)(c)", "give the foundation governors the majority", "change-of-category"),
    ):
        law = Source(folder, on)
        if law.in_force():
            steps.add(
                law,
                para,
                f"A variation that would {what}",
                "stops here: it needs proposals, and cannot be an ordinary variation.",
                note=f"The steps for that: `governance steps {command}`.",
            )

"""Governors whom somebody appoints: parents where too few stand, local authority, co-opted and foundation governors."""

import datetime
from typing import Final

from governance.answers.procedures.election import authority, ballot, parents_are_told
from governance.answers.procedures.entry import afterwards, nomination_notice
from governance.answers.procedures.meeting import BODY, Business, call, concerned
from governance.answers.procedures.source import (
    CONSTITUTION_2012,
    FEDERATIONS_2012,
    Source,
    older_law,
    source,
)
from governance.answers.procedures.step import Procedure, Steps
from governance.english import day_words, listed
from governance.errors import CannotTellError
from governance.model.person import FACTS

_SPECIAL: Final = ("community special", "foundation special")
_LETTERS: Final = "abcd"
_WITH_FOUNDATION: Final = (
    "foundation",
    "foundation special",
    "voluntary aided",
    "voluntary controlled",
    "federation",
)


def parent_appointment(
    on: datetime.date, category: str, *, first_meeting: datetime.date | None = None
) -> Procedure:
    """Give the steps from a vacancy among the parent governors to an appointment, for a category of school.

    Raises CannotTellError for a body whose steps were not read, or a day on which the law was another.
    """
    if category in ("federation", "pupil referral unit"):
        raise CannotTellError(
            f"How parents are appointed in a {category} is under other Regulations, which our notes give in outline only."
        )
    law = source(CONSTITUTION_2012, on)
    steps = Steps(f"Filling a parent governor's seat by appointment: {category} school", on)
    parents_are_told(steps, law, category)
    ballot(steps, law, "Sch 1", category)
    boarders = law.footing("C12-PARENT-BOARDERS")
    hospital = (
        "; or the school is in a hospital and the authority thinks an election impractical"
        if category in _SPECIAL
        else ""
    )
    steps.add(
        law,
        "Sch 1 para 9",
        BODY,
        "makes the number up by appointment only if there are fewer candidates than vacancies; or pupils who board are at "
        f"least {boarders} and the authority thinks an election not reasonably practicable{hospital}.",
        note=f"The authority is {authority(category)[0].lower()}{authority(category)[1:]}.",
    )
    _appoint_parent(steps, law, first_meeting, special=category in _SPECIAL)
    afterwards(steps, first_meeting)
    steps.caution(*older_law(on))
    return steps.done()


def _appoint_parent(steps: Steps, law: Source, first_meeting: datetime.date | None, *, special: bool) -> None:
    """Add the one step that appoints: from these classes, in this order, and with the skills."""
    rule = "C12-PARENT-ORDER-SPECIAL" if special else "C12-PARENT-ORDER"
    order = law.rule(rule)
    looks_back = order is not None and order.para.endswith("(2)")
    para = "Sch 1 para 11(1)" if special else "Sch 1 para 10(1)"
    classes = [
        f"({letter}) {FACTS[name].words}"
        for letter, name in zip(_LETTERS, law.parameter(rule, "facts"), strict=False)
    ]
    skills = (
        f", and only somebody who in its opinion has the skills required ({law.cite('Sch 1 para 12')[0]})"
        if law.rule("C12-SKILL-PAR")
        else ""
    )
    how = "one of these" if looks_back else "one of these, in this order of preference"
    note = (
        "It appoints from a class only if it is not reasonably practicable to appoint from the class immediately before it "
        f"({law.cite(order.para)[0]})."
        if looks_back and order
        else "It is an order of preference: that a later class is open only where nobody of an earlier one can be had is more "
        "than the words say. Advice, not law: record why somebody of a later class is preferred."
    )
    held = call(steps, first_meeting, appointing(steps, "parent"))
    steps.add(
        law,
        para,
        BODY,
        f"appoints {how}: {listed(classes, last='or')}{skills}.",
        by=first_meeting,
        not_before=first_meeting,
        note=note,
        meeting=held,
    )
    if looks_back:
        steps.caution(
            "On its words each class looks back only to the one immediately before it; the Joint Committee on Statutory "
            "Instruments raised this."
        )


def local_authority_appointment(
    on: datetime.date, category: str, *, first_meeting: datetime.date | None = None
) -> Procedure:
    """Give the steps by which a local authority governor is nominated and appointed."""
    law, federation = _law(on, category)
    steps = Steps(f"Appointing a local authority governor: {_kind(category)}", on)
    several = (
        f" Where there are several local authorities they agree which of them nominates ({law.cite('16(2)')[0]})."
        if federation
        else ""
    )
    bar = law.cite("16" if federation else "Sch 4 para 6")[0]
    steps.add(
        law,
        "16" if federation else "8(a)",
        "The local authority",
        "nominates somebody who is not eligible to be a staff governor.",
        note=f"The bar: {bar}.{several}",
    )
    nomination_notice(steps)
    held = call(steps, first_meeting, appointing(steps, "local authority", federation=federation))
    skilled = law.rule("FED-SKILL-LA" if federation else "C12-SKILL-LA")
    test = (
        "if in its opinion the nominee has the skills required, and meets any further criteria that it has set"
        if skilled
        else "if in its opinion the nominee meets the criteria that it has set, where it has set any"
    )
    if not skilled and not federation:
        steps.caution(
            f"The words of {law.cite('8(b)')[0]} on {day_words(on)} were not found: the test is inferred from those for a "
            f"federation ({Source(FEDERATIONS_2012, on).cite('16(1)(b)')[0]})."
        )
    steps.add(
        law,
        "16(1)(b)" if federation else "8(b)",
        BODY,
        f"appoints the nominee {test}.",
        by=first_meeting,
        not_before=first_meeting,
        note="It may decline a nominee who in its opinion does not pass the test, and cannot appoint anybody who is not nominated.",
        meeting=held,
    )
    afterwards(steps, first_meeting, federation=federation)
    steps.caution(*older_law(on, federation=federation))
    return steps.done()


def co_option(on: datetime.date, category: str, *, first_meeting: datetime.date | None = None) -> Procedure:
    """Give the steps by which a governing body co-opts a governor."""
    law, federation = _law(on, category)
    steps = Steps(f"Co-opting a governor: {_kind(category)}", on)
    limit = "21(5)" if federation else "13(5)"
    held = call(steps, first_meeting, appointing(steps, "co-opted", federation=federation))
    steps.add(
        law,
        "19" if federation else "11",
        BODY,
        "appoints somebody who in its opinion has the skills required.",
        by=first_meeting,
        not_before=first_meeting,
        note="A governor who moves from another category leaves that office first, and serves a full new term"
        + (
            "."
            if federation
            else f": nobody holds two governorships of a school ({law.cite('Sch 4 para 3')[0]})."
        ),
        meeting=held,
    )
    heads = "the head teachers" if federation else "the head teacher"
    counted = "" if law.rule("FED-CAP-A") else f", the staff governor and {heads}"
    steps.add(
        law,
        limit,
        f"The co-opted governors who could be elected staff governor{counted}",
        "are together no more than their share of the membership: it is counted again at every co-option.",
        note="`governance check` does the sum. A surplus staff governor who is co-opted counts here.",
    )
    afterwards(steps, first_meeting, federation=federation)
    steps.caution(*older_law(on, federation=federation))
    return steps.done()


def foundation_appointment(
    on: datetime.date, category: str, *, appointed_on: datetime.date | None = None
) -> Procedure:
    """Give the steps by which a foundation governor is appointed, or acts in place of an ex officio one."""
    law, federation = _law(on, category)
    if category not in _WITH_FOUNDATION:
        raise CannotTellError(
            f"A {category} school has no foundation governors: {law.cite('14')[0]} gives them to foundation and voluntary "
            "schools only."
        )
    steps = Steps(f"Appointing a foundation governor: {_kind(category)}", on)
    where = source(CONSTITUTION_2012, on)
    steps.add(
        where,
        "28(1)(f)(i)",
        "The instrument",
        "says who appoints and, where several do, on what basis: the governing body does not appoint.",
    )
    skilled = law.rule("FED-SKILL-FND" if federation else "C12-SKILL-FND")
    skills = ", who in that appointer's opinion has the skills required" if skilled else ""
    if federation:
        what = (
            "appoints somebody in respect of one federated school, for the character of that school and the governing documents of "
            f"its foundation{skills}."
        )
        note = "The opinion is the appointer's, not the governing body's."
    else:
        what = f"appoints somebody whom that appointer thinks capable of securing the purposes of the office{skills}."
        note = f"The purposes: {law.cite('9(a)(ii)')[0]} and (iii). The opinion is the appointer's, not the governing body's."
    steps.add(
        law,
        "17" if federation else "9(a)(iv)",
        "Whoever the instrument names, and not the local authority,",
        what,
        by=appointed_on,
        not_before=appointed_on,
        note=note,
    )
    nomination_notice(steps)
    steps.add(
        where,
        "9(b)",
        "Whoever holds the office that the instrument names",
        "is a foundation governor by virtue of it, and needs no appointment.",
    )
    steps.add(
        where,
        "9(c)",
        "Whoever the instrument names for it",
        "may appoint a substitute where the holder of that office is unwilling or unable to act, or was removed as governor.",
        note=f"How long a substitute serves: {where.cite('18(5)')[0]}.",
    )
    afterwards(steps, appointed_on, federation=federation)
    steps.caution(*older_law(on, federation=federation))
    return steps.done()


def _law(on: datetime.date, category: str) -> tuple[Source, bool]:
    if category == "pupil referral unit":
        raise CannotTellError(
            "Appointments in a pupil referral unit are under other Regulations, SI 2007/2978, which our notes give in outline only."
        )
    federation = category == "federation"
    return source(FEDERATIONS_2012 if federation else CONSTITUTION_2012, on), federation


def _kind(category: str) -> str:
    return category if category == "federation" else f"{category} school"


def appointing(steps: Steps, what: str, *, federation: bool = False) -> Business:
    """Give the business of appointing somebody, who may be a governor already."""
    says = (
        f"Whoever is to be appointed {what} governor, if already at the meeting, and does not vote: the department's view as "
        "others report it."
        if what == "co-opted"
        else f"Whoever is to be appointed {what} governor, if already at the meeting, and does not vote: our inference from the "
        "general words of the regulation."
    )
    return Business(withdraws=concerned(steps, says), federation=federation)

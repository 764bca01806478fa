"""Elections of parent and staff governors: who runs them, and what they must and need not do (Schedules 1 and 2)."""

import datetime
from typing import Final

from governance.answers.procedures.entry import afterwards
from governance.answers.procedures.source import (
    CONSTITUTION_2012,
    FEDERATIONS_2012,
    Source,
    older_law,
    source,
)
from governance.answers.procedures.step import Procedure, Steps
from governance.errors import CannotTellError

_AUTHORITY: Final = "The local authority"
_BY_BODY: Final = ("voluntary aided", "foundation", "foundation special")
_FEDERATION: Final = "federation"
_PARAS: Final = {
    "Sch 1": ("Sch 1 para 4", "Sch 1 para 5", "Sch 1 para 6"),
    "Sch 2": ("Sch 2 para 3", "Sch 2 para 4", "Sch 2 para 5"),
}
"""The paragraphs on arranging an election, on the votes needed, and on a contested one."""
_EITHER: Final = (
    "The local authority, for a community, community special, nursery or voluntary controlled school, and the governing "
    "body of the federation, for a foundation, foundation special or voluntary aided school,"
)


def parent_election(
    on: datetime.date, category: str, *, elected_on: datetime.date | None = None
) -> Procedure:
    """Give the steps from a vacancy among the parent governors to an election, for a category of school.

    Raises CannotTellError for a body whose steps were not read, or a day on which the law was another.
    """
    _refuse_units(category)
    steps = Steps(f"Electing parent governors: {_kind(category)}", on)
    if category == _FEDERATION:
        _federated(steps, "Sch 2 paras 3 to 7", elected_on)
        return steps.done()
    law = source(CONSTITUTION_2012, on)
    parents_are_told(steps, law, category)
    ballot(steps, law, "Sch 1", category)
    steps.add(
        law,
        "6(1)(a)",
        "Those elected",
        "are parents of registered pupils at the time of the election, elected by such parents.",
        note=f"At a nursery school more parents may stand and vote ({law.cite('6(1)(b)')[0]}). Where too few stand the governing "
        "body appoints: `governance steps parent-appointment`.",
    )
    afterwards(steps, elected_on, how="election")
    steps.caution(*older_law(on))
    return steps.done()


def staff_election(on: datetime.date, category: str, *, elected_on: datetime.date | None = None) -> Procedure:
    """Give the steps of electing the staff governor, for a category of school.

    Raises CannotTellError for a body whose steps were not read, or a day on which the law was another.
    """
    _refuse_units(category)
    steps = Steps(f"Electing the staff governor: {_kind(category)}", on)
    if category == _FEDERATION:
        _federated(steps, "Sch 3", elected_on)
        return steps.done()
    law = source(CONSTITUTION_2012, on)
    ballot(steps, law, "Sch 2", category)
    steps.add(
        law,
        "7",
        "The person elected",
        "is employed by the governing body or the local authority under a contract to work at the school, at the time of the "
        "election, and so is everybody who votes.",
        note="Teachers and others are not told apart, and no opinion on skills is asked for.",
    )
    afterwards(steps, elected_on, how="election")
    steps.caution(
        "No postal vote is asked for, and the Regulations let nobody be appointed where nobody stands: the seat stays vacant.",
        *older_law(on),
    )
    return steps.done()


def authority(category: str) -> str:
    """Name the appropriate authority for elections in a category of school."""
    return "The governing body" if category in _BY_BODY else _AUTHORITY


def parents_are_told(steps: Steps, law: Source, category: str) -> None:
    """Add the step that tells parents of a vacancy, with who may act."""
    steps.add(
        law,
        "Sch 1 para 8",
        authority(category),
        "takes reasonably practicable steps so that every known parent hears of the vacancy and of the right to stand and "
        "to vote, and has the opportunity.",
        note=f"It is the authority for elections in such a school ({law.cite('Sch 1 para 1')[0]}). "
        + _who_else(law, "Sch 1", category),
    )


def ballot(steps: Steps, law: Source, schedule: str, category: str) -> None:
    """Add the steps of holding the election by Schedule 1, on parents, or Schedule 2, on staff."""
    parents = schedule == "Sch 1"
    who = authority(category)
    arranged, votes, contested = _PARAS[schedule]
    steps.add(
        law,
        arranged,
        who,
        "arranges the election.",
        note=""
        if parents
        else f"It is the authority for elections in such a school ({law.cite('Sch 2 para 1')[0]}). "
        + _who_else(law, "Sch 2", category),
    )
    steps.add(law, votes, who, "may not ask for a minimum number of votes.")
    post = (
        f" A vote by post, or delivered by hand, must be offered, and electronic voting may be ({law.cite('Sch 1 para 7')[0]})."
        if parents
        else ""
    )
    steps.add(law, contested, who, f"holds a ballot if the election is contested.{post}")


def _who_else(law: Source, schedule: str, category: str) -> str:
    if category not in _BY_BODY:
        return f"It may delegate to the head teacher ({law.cite(f'{schedule} para 2')[0]})."
    if schedule == "Sch 1":
        return f"The local authority may act for it if both agree ({law.cite('Sch 1 para 3')[0]})."
    return ""


def _federated(steps: Steps, paras: str, elected_on: datetime.date | None) -> None:
    law = source(FEDERATIONS_2012, steps.on)
    parents = paras != "Sch 3"
    post = ", a vote by post is offered, and electronic voting may be" if parents else ""
    steps.add(
        law,
        paras,
        _EITHER,
        f"arranges the election; no minimum number of votes may be asked for, and a contested election is by ballot{post}.",
        note="Where the federated schools are of both kinds one election may so have two authorities: how it is then run is not "
        "in our notes.",
    )
    if not parents:
        steps.add(
            law,
            "15",
            "Those who vote",
            "are employed by the governing body of the federation or the local authority under a contract to work at the "
            "federation or at a federated school. A staff governor who ceases to work there ceases to be one.",
        )
    afterwards(steps, elected_on, federation=True, how="election")
    steps.caution(
        "Our notes tell Schedules 2 and 3, on parents and on staff, together and without their paragraphs."
        + (
            ""
            if parents
            else " Whether a vote by post must be offered to staff, too, is not certain from them."
        ),
        *older_law(steps.on, federation=True),
    )


def _kind(category: str) -> str:
    return category if category == _FEDERATION else f"{category} school"


def _refuse_units(category: str) -> None:
    if category == "pupil referral unit":
        raise CannotTellError(
            "Elections in a pupil referral unit are under other Regulations, SI 2007/2978 Sch 1, which our notes give in outline "
            "only."
        )

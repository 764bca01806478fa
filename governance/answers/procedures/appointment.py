"""Parent governors whom the governing body appoints, because too few could be elected: when, whom, in what order."""

import datetime

from governance.answers.procedures.source import CONSTITUTION_2012, Source, older_law, source
from governance.answers.procedures.step import Procedure, Steps
from governance.errors import CannotTellError
from governance.model.person import FACTS

_BODY = "The governing body"
_BY_BODY = ("voluntary aided", "foundation", "foundation special")
_SPECIAL = ("community special", "foundation special")
_LETTERS = "abcd"


def parent_appointment(on: datetime.date, category: str) -> Procedure:
    """Give the steps from a vacancy among the parent governors to an appointment, for a category of school.

    Raises CannotTellError for a body whose steps were not read, or a day on which the law was another.
    """
    if category in ("federation", "pupil referral unit"):
        raise CannotTellError(
            f"How parents are appointed in a {category} is under other Regulations, which our notes give in outline only."
        )
    law = source(CONSTITUTION_2012, on)
    steps = Steps(f"Filling a parent governor's seat by appointment: {category} school", on)
    by_body = category in _BY_BODY
    authority = _BODY if by_body else "The local authority"
    steps.add(
        law,
        "Sch 1 para 8",
        authority,
        "takes reasonably practicable steps so that every known parent hears of the vacancy and of the right to stand and "
        "to vote, and has the opportunity.",
        note=f"It is the authority for elections in such a school ({law.cite('Sch 1 para 1')[0]}). "
        + (
            f"The local authority may act for it if both agree ({law.cite('Sch 1 para 3')[0]})."
            if by_body
            else f"It may delegate to the head teacher ({law.cite('Sch 1 para 2')[0]})."
        ),
    )
    steps.add(
        law,
        "Sch 1 para 6",
        authority,
        "holds a ballot if the election is contested, with a postal vote and no minimum number of votes.",
        note=f"{law.cite('Sch 1 para 5')[0]}, para 7.",
    )
    _when(steps, law, special=category in _SPECIAL)
    _ladder(steps, law, special=category in _SPECIAL)
    if law.rule("C12-SKILL-PAR"):
        steps.add(
            law,
            "Sch 1 para 12",
            _BODY,
            "appoints only somebody who in its opinion has the skills required.",
            note="It is a test of parents who are appointed, not of those elected.",
        )
    steps.caution(*older_law(on))
    return steps.done()


def _when(steps: Steps, law: Source, *, special: bool) -> None:
    boarders = law.footing("C12-PARENT-BOARDERS")
    hospital = (
        "; or the school is in a hospital and the authority thinks an election impractical" if special else ""
    )
    steps.add(
        law,
        "Sch 1 para 9",
        _BODY,
        "makes the number up by appointment only if there are fewer candidates than vacancies; or pupils who board are at "
        f"least {boarders} and the authority thinks an election not reasonably practicable{hospital}.",
    )


def _ladder(steps: Steps, law: Source, *, special: bool) -> None:
    rule = "C12-PARENT-ORDER-SPECIAL" if special else "C12-PARENT-ORDER"
    classes = law.parameter(rule, "facts")
    order = law.rule(rule)
    looks_back = order is not None and order.para.endswith("(2)")
    para = "Sch 1 para 11(1)" if special else "Sch 1 para 10(1)"
    for letter, before, name in zip(_LETTERS, ("", *_LETTERS), classes, strict=False):
        if not before:
            note = ""
        elif looks_back:
            note = (
                f"Only if it is not reasonably practicable to appoint from ({before}), the class immediately before "
                f"({law.cite(order.para if order else para)[0]})."
            )
        else:
            note = "In this order of preference; whether an earlier class is practicable is no longer asked."
        steps.add(law, para, _BODY, f"appoints ({letter}) {FACTS[name].words}.", note=note)
    if looks_back:
        steps.caution(
            "On its words each class looks back only to the one immediately before it; the Joint Committee on Statutory "
            "Instruments raised this."
        )

"""Surplus governors: more of them in a category than the instrument provides for.

There are four methods, and they must not be mixed. Under the Regulations of 2007 surplus governors serve out
their terms; under those of 2012, since they were changed, the ones with the most relevant skills stay, by a vote
on each category; after a change of category of school the shortest service goes first; and a procedure that an
instrument has of its own is set aside by both of the last two.
"""

import datetime
from collections.abc import Iterable
from typing import Final, Literal

from governance.answers.procedures.source import (
    ALTERATIONS_2013,
    CONSTITUTION_2007,
    CONSTITUTION_2012,
    FEDERATIONS_2012,
    PROCEDURES_2013,
    Source,
    later,
    source,
)
from governance.answers.procedures.step import Procedure, Steps
from governance.errors import CannotTellError
from governance.law.words import day_words
from governance.model.names import SEAT_WORDS

Cause = Literal["new instrument", "federation", "change of category"]

CAUSES: Final[tuple[Cause, ...]] = ("new instrument", "federation", "change of category")
"""Why there are too many: a new instrument of a school, or of a federation, or a change of category of school."""


def surplus(
    on: datetime.date,
    *,
    categories: Iterable[str] = ("parent", "foundation", "co_opted"),
    cause: Cause = "new instrument",
    older_instrument: bool = False,
    implemented_on: datetime.date | None = None,
) -> Procedure:
    """Give the steps by which surplus governors of some categories leave, or stay.

    `older_instrument` is one that the Regulations of 2007 still govern. Raises CannotTellError where the law of
    the day was not read.
    """
    names = tuple(SEAT_WORDS[category][1] for category in dict.fromkeys(categories))
    steps = Steps(f"Surplus {_listed(names)}", on)
    if cause == "change of category":
        _by_juniority(steps, source(ALTERATIONS_2013, on), names, implemented_on)
    elif cause == "new instrument" and _is_old(on, older=older_instrument):
        _serve_out(steps, source(CONSTITUTION_2007, on))
    else:
        _by_skills(steps, on, names, federation=cause == "federation")
    return steps.done()


def _is_old(on: datetime.date, *, older: bool) -> bool:
    if on < Source(CONSTITUTION_2012, on).law.span.since:
        return True
    old = Source(CONSTITUTION_2007, on)
    if older and not old.in_force():
        raise CannotTellError(
            f"On {day_words(on)} no body is under {old.law.cite} any more: leave out that it is."
        )
    return older


def _serve_out(steps: Steps, law: Source) -> None:
    law.footing("C07-SURPLUS")
    steps.add(
        law,
        "20",
        "Nobody",
        "has to leave: surplus governors may serve out their terms.",
    )


def _by_skills(steps: Steps, on: datetime.date, names: tuple[str, ...], *, federation: bool) -> None:
    law = source(FEDERATIONS_2012 if federation else CONSTITUTION_2012, on)
    if not law.stands("FED-SURPLUS" if federation else "C12-SURPLUS"):
        raise CannotTellError(
            f"What {law.law.cite} said of surplus governors on {day_words(on)} we have not read: the method we know is "
            "of a later day. Take advice on the provision as it then stood."
        )
    rule = "22A" if federation else "15"

    def para(part: str) -> str:
        return rule if federation else f"{rule}{part}"

    others = tuple(name for name in names if name != SEAT_WORDS["foundation"][1])
    steps.add(
        law,
        para("(1)"),
        "The clerk",
        f"compares the {_listed(names)} in post with the seats of the instrument, after any resignations.",
        note="Where resignations clear the excess nobody has to leave and the procedure ends here.",
    )
    agenda = source(PROCEDURES_2013, on)
    agenda.footing("PROC-SURPLUS-AGENDA")
    steps.add(
        agenda,
        "14(6A)",
        "The clerk",
        "puts the decision on who is to leave on the agenda of the meeting.",
        note="A decision that is not an item of the agenda has no effect.",
    )
    if len(others) < len(names):
        steps.add(
            law,
            para("(2)"),
            "Those who appointed the foundation governors",
            "decide which foundation governors leave, so that those who remain are best placed to contribute and to "
            "serve the purposes for which foundation governors are appointed.",
            note="The governing body does not decide this. A procedure of the instrument's own for excess "
            f"foundation governors does not apply ({law.cite(para('(5)'))[0]}).",
        )
    for name in others:
        steps.add(
            law,
            para("(3)"),
            "The governing body",
            f"votes on which {name} remain: those with the most relevant skills.",
            note=f"One vote for this category by itself; {name} do not vote on it, and every other governor may "
            f"({law.cite(para('(4)'))[0]}).",
        )
    steps.add(
        law,
        para("(4)"),
        "Nobody",
        "leaves until every category with an excess has been voted on.",
    )
    steps.add(
        law,
        para("(1)"),
        "The governors not chosen",
        "cease to hold office, as many as are in excess.",
    )
    if federation:
        steps.caution(
            f"Our notes record regulation {rule} without its paragraphs; the steps cite it as a whole."
        )


def _by_juniority(
    steps: Steps, law: Source, names: tuple[str, ...], implemented_on: datetime.date | None
) -> None:
    steps.add(
        law,
        "Sch 4 para 4",
        "Governors in post",
        "continue in the corresponding category for the rest of their terms, until there is a surplus to clear.",
        note="A surplus does not make the proceedings void.",
    )
    steps.add(
        law,
        "Sch 4 para 5",
        "The clerk",
        f"lists the {_listed(names)} by the length of their continuous service.",
        note="Sponsor governors are treated apart, in a way our notes do not record. A procedure of the instrument's "
        "own for excess foundation governors does not apply.",
    )
    steps.add(
        law,
        "Sch 4 para 5",
        "The governors with the shortest service",
        "leave first, as many as are in excess.",
    )
    steps.add(
        law,
        "Sch 4 para 5",
        "The clerk",
        "draws lots between those whose service is equally short.",
    )
    limit = law.footing("ALT-RECONSTITUTE")
    steps.add(
        law,
        limit.para,
        "The governing body",
        f"is reconstituted as soon as possible, and within {limit} of the implementation date.",
        by=later(implemented_on, limit),
    )


def _listed(names: tuple[str, ...]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)

"""Surplus governors: more of them in a category than the instrument provides for.

There are several methods, and they must not be mixed. Under the Regulations of 2007 surplus governors serve out their
terms; under those of 2012 the longest service stayed at first, as others report, and since they were changed the ones with
the most relevant skills stay, by a vote on each category; after a change of category of school the shortest service goes
first; and a procedure that an instrument has of its own is set aside by both of the last two.
"""

import datetime
from collections.abc import Iterable
from typing import Final, Literal

from governance.answers.procedures.meeting import BODY, Business, call
from governance.answers.procedures.source import (
    ALTERATIONS_2013,
    CONSTITUTION_2007,
    CONSTITUTION_2012,
    FEDERATIONS_2012,
    OLDER_FEDERATIONS,
    PROCEDURES_2013,
    Source,
    later,
    older_law,
    source,
)
from governance.answers.procedures.step import Procedure, Said, Steps
from governance.english import day_words, listed
from governance.errors import CannotTellError
from governance.model.names import SEAT_WORDS

Cause = Literal["new instrument", "federation", "change of category"]

CAUSES: Final[tuple[Cause, ...]] = ("new instrument", "federation", "change of category")
"""Why there are too many: a new instrument of a school, or of a federation, or a change of category of school."""

_ABOLISHED: Final = ("community", "sponsor")
"""The categories of governor that the Regulations of 2012 do not have."""


def surplus(
    on: datetime.date,
    *,
    categories: Iterable[str] = ("parent", "foundation", "co_opted"),
    cause: Cause = "new instrument",
    older_instrument: bool = False,
    implemented_on: datetime.date | None = None,
    first_meeting: datetime.date | None = None,
    school: str | None = None,
) -> Procedure:
    """Give the steps by which surplus governors of some categories leave, or stay.

    `older_instrument` is one that the Regulations of 2007 still govern, and `school` the category of the school, which
    need be given for a pupil referral unit alone. Categories that the law of the day has abolished are told in a caution.
    Raises CannotTellError where no other is left, or where the law of the day was not read.
    """
    if school == "pupil referral unit":
        raise CannotTellError(
            "Community and sponsor members are categories of a pupil referral unit to this day. What happens to members in "
            "excess of its instrument is not in our notes on SI 2007/2978."
        )
    if school == "federation" and cause == "new instrument":
        cause = "federation"
    if cause == "federation" and older_instrument:
        raise CannotTellError(
            f"What happens to surplus governors under an instrument that {OLDER_FEDERATIONS} governs is not in our notes."
        )
    categories = tuple(dict.fromkeys(categories))
    old = cause == "new instrument" and _is_old(on, older=older_instrument)
    gone = () if old else tuple(one for one in categories if one in _ABOLISHED and _is_abolished(on, cause))
    names = tuple(SEAT_WORDS[one][1] for one in categories if one not in gone)
    if gone and not names:
        raise CannotTellError(_abolished(on, gone))
    steps = Steps(f"Surplus {listed(names)}", on)
    if gone:
        steps.caution(_abolished(on, gone))
    if cause == "change of category":
        _by_juniority(steps, source(ALTERATIONS_2013, on), names, implemented_on)
    elif old:
        _serve_out(steps, source(CONSTITUTION_2007, on))
    else:
        law = source(FEDERATIONS_2012 if cause == "federation" else CONSTITUTION_2012, on)
        if law.stands("C12-SURPLUS-SERVICE"):
            _by_service(steps, law, names)
        else:
            _by_skills(steps, law, names, first_meeting)
        steps.caution(*older_law(on, federation=cause == "federation"))
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


def _is_abolished(on: datetime.date, cause: Cause) -> bool:
    """Tell whether a body can have no such seats: none can once no older instrument is governed by older law."""
    older_law_ended = not Source(CONSTITUTION_2007, on).in_force()
    return older_law_ended or (cause != "change of category" and Source(CONSTITUTION_2012, on).in_force())


def _abolished(on: datetime.date, gone: tuple[str, ...]) -> str:
    names = " and ".join(SEAT_WORDS[one][1] for one in gone)
    old, new = Source(CONSTITUTION_2007, on).law, Source(CONSTITUTION_2012, on).law
    ended = old.span.until
    since = f" since {day_words(ended)}" if ended and ended <= on else ""
    older = "".join(f" {text} `--older-instrument` asks about such a body." for text in older_law(on))
    return (
        f"There is no vote on {names}: no instrument under {new.cite} or {Source(FEDERATIONS_2012, on).law.cite} can have "
        f"such a seat{since}, and with no seat there is nobody to choose. Whoever is still listed as one holds no office "
        "since the instrument now in force took effect: all of them have gone, on that day. (The regulation on surplus "
        f"governors, {new.cite} reg 15, may reach them with a provision of none, or the office has no footing in law; it comes "
        "to the same. That is our inference: take advice where anybody contests it.) Such a person may be appointed to "
        "another category by its own rules, for a new term: `governance steps co-option`. Only a pupil referral unit has such "
        f"members today.{older}"
    )


def _serve_out(steps: Steps, law: Source) -> None:
    law.footing("C07-SURPLUS")
    steps.add(
        law,
        "20",
        "Nobody",
        "has to leave: surplus governors may serve out their terms.",
    )
    steps.caution(f"The words of {law.cite('20')[0]} were not found: a secondary source says so.")


def _by_service(steps: Steps, law: Source, names: tuple[str, ...]) -> None:
    _excess(steps, law, "15", names)
    steps.add(
        law,
        "15",
        "The governors with the shortest continuous service",
        "leave first, as many as are in excess: those with the longest service stay.",
    )
    steps.caution(
        f'What {law.law.cite} said of surplus governors on {day_words(steps.on)} is known from a secondary source only ("first '
        'in, last out"): take advice on the regulation as it then stood. How those with equal service were treated, and '
        "whether foundation governors went another way, is not in our notes."
    )


def _excess(steps: Steps, law: Source, para: str, names: tuple[str, ...]) -> None:
    steps.add(
        law,
        para,
        "An excess",
        f"exists only once the instrument is in force, and only as far as more {listed(names)} are in post than it provides "
        "for.",
    )
    resignation = source(CONSTITUTION_2012, steps.on)
    steps.add(
        resignation,
        "19(1)",
        "Any of these governors",
        "may resign first, by written notice to the clerk.",
        note="Where resignations clear the excess nobody else has to leave, and the procedure ends here.",
    )


def _by_skills(
    steps: Steps, law: Source, names: tuple[str, ...], first_meeting: datetime.date | None
) -> None:
    federation = law.folder == FEDERATIONS_2012
    if not law.stands("FED-SURPLUS" if federation else "C12-SURPLUS"):
        raise CannotTellError(
            f"What {law.law.cite} said of surplus governors on {day_words(steps.on)} we have not read: the method we know is "
            "of a later day. Take advice on the provision as it then stood."
        )
    rule = "22A" if federation else "15"

    def para(part: str) -> str:
        return rule if federation else f"{rule}{part}"

    foundation = SEAT_WORDS["foundation"][1]
    others = tuple(name for name in names if name != foundation)
    _excess(steps, law, para("(1)"), names)
    agenda = source(PROCEDURES_2013, steps.on)
    agenda.footing("PROC-SURPLUS-AGENDA")
    if foundation in names:
        _appointers_decide(steps, law, para("(2)"), para("(5)"))
    own = Said.of(
        "withdraws",
        "The governors of a category do not vote on it. The paragraph does not ask them to leave the room; if they do, see "
        "first that a quorum stays.",
        law,
        para("(4)"),
    )
    held = call(
        steps,
        first_meeting,
        Business(
            item="the decision on who is to leave",
            law=agenda,
            agenda="14(6A)",
            void="Otherwise the decision has no effect."
            + (
                " The words take in the decision on foundation governors, which is not the governing body's: it is put on the "
                "agenda all the same."
                if foundation in names
                else ""
            ),
            withdraws=(own,) if others else (),
            federation=federation,
        ),
    )
    for name in others:
        steps.add(
            law,
            para("(3)"),
            BODY,
            f"votes on which {name} remain: those with the most relevant skills.",
            by=first_meeting,
            not_before=first_meeting,
            note=f"One vote for this category by itself; {name} do not vote on it, and every other governor may, foundation "
            f"governors and the head teacher too ({law.cite(para('(4)'))[0]}).",
            meeting=held,
        )
    steps.add(
        law,
        para("(4)"),
        "Nobody",
        "leaves until every category with an excess has been voted on.",
        note="Until then the governors concerned vote on the other categories."
        if others
        else "It matters only where a category on which the governing body votes has an excess, too.",
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
    _besides(steps, names)


def _appointers_decide(steps: Steps, law: Source, decides: str, own: str) -> None:
    """Add the decision on foundation governors, which is there when the governing body meets on the others."""
    steps.add(
        law,
        decides,
        "Those who appointed the foundation governors",
        "decide which foundation governors leave, so that those who remain are best placed to contribute and to serve the "
        "purposes for which foundation governors are appointed.",
        note="The governing body does not decide this. A procedure of the instrument's own for excess foundation governors "
        f"does not apply ({law.cite(own)[0]}).",
    )
    steps.caution(
        "An ex officio foundation governor is not reached: nobody appointed that governor. This is our inference.",
        "Where several bodies appoint foundation governors, whether each decides on its own appointees is open.",
    )


def _besides(steps: Steps, names: tuple[str, ...]) -> None:
    """Say what the law leaves open, and what we advise where it is silent."""
    constitution = source(CONSTITUTION_2012, steps.on)
    steps.caution(
        "Advice, not law: hold the meeting on the day the instrument takes effect or after it, because before it there is "
        "no excess yet; give the whole notice, because the paragraph on business for which the chair cannot shorten it was seen "
        "in part; and record each vote in the minutes.",
        "Governors in excess are members in post until they cease, and count towards the quorum. No last day is set for the "
        "votes. That an excess does not meanwhile make proceedings void is inferred from like provisions.",
        "Where the instrument provides no seat at all for a category, all of its governors leave and the vote chooses nobody; "
        "the item of the agenda is wanted all the same. That is our inference.",
    )
    elected = [SEAT_WORDS[seat][1] for seat in ("parent", "staff")]
    if constitution.rule("C12-DQ-REMOVED") and any(name in names for name in elected):
        bar = constitution.parameter("C12-DQ-REMOVED", "term")
        steps.caution(
            "Whether an elected parent or staff governor who goes by such a vote has been removed from office, and so is barred "
            f"for {bar} ({constitution.cite('Sch 4 para 12A')[0]}), is open: the regulation on the agenda speaks of removing "
            "excess governors. Advice, not law: offer resignation before the vote."
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
        f"The {listed(names)} with the shortest continuous service",
        "leave first, as many as are in excess.",
        note="Sponsor governors are treated apart, in a way our notes do not record. A procedure of the instrument's "
        "own for excess foundation governors does not apply.",
    )
    steps.add(
        law,
        "Sch 4 para 5",
        "Lots",
        "are drawn between those whose service is equally short.",
        note="Who draws them is not in our notes.",
    )
    limit = law.footing("ALT-RECONSTITUTE")
    steps.add(
        law,
        limit.para,
        BODY,
        f"is reconstituted as soon as possible, and within {limit} of the implementation date.",
        by=later(implemented_on, limit),
    )
    steps.caution("Nobody votes on who leaves after a change of category, and no meeting decides it.")

"""Meetings of a governing body: the last day for the notice, the agenda, the quorum, the vote, and who withdraws.

Every procedure in which a governing body decides calls its meeting here, so that each has the same rules.
"""

import datetime
from collections.abc import Iterator
from typing import Final

import attrs

from governance.answers.procedures.source import PROCEDURES_2013, Source, earlier
from governance.answers.procedures.step import Meeting, Said, Steps
from governance.english import day_words

BODY: Final = "The governing body"
BODY_OF_FEDERATION: Final = "The governing body of the federation"
_IN_A_FEDERATION: Final = (
    "In a federation SI 2013/1624 applies with modifications that our notes do not record: read them for a federation "
    "before relying on the rules of its meetings."
)


@attrs.frozen
class Business:
    """What a meeting decides, as far as the rules of meetings treat it apart.

    `item` is what must be an item of the agenda, by the paragraph `agenda` of `law`; `void` says what follows where it
    is not. `not_urgent` names the footing by which the chair cannot shorten the notice for it, and `withdraws` says who
    withdraws for this business in particular, by which paragraph.
    """

    item: str = ""
    law: Source | None = None
    agenda: str = ""
    void: str = "Otherwise the decision has no effect."
    not_urgent: str = ""
    withdraws: tuple[Said, ...] = ()
    to_authority: bool = False
    federation: bool = False


def _rules_of_meetings(steps: Steps) -> Source | None:
    """Give the Regulations on meetings of the day; None, with a caution, where they were others."""
    law = Source(PROCEDURES_2013, steps.on)
    if law.in_force():
        return law
    steps.caution(
        f"On {day_words(steps.on)} the notice, the quorum and the vote of a meeting were governed by other Regulations than "
        f"{law.law.cite}, and they are not in our notes."
    )
    return None


def call(
    steps: Steps,
    day: datetime.date | None,
    business: Business,
    *,
    which: str = "the meeting",
    earliest: datetime.date | None = None,
    announce: bool = True,
) -> Meeting:
    """Add the notice and the agenda of a meeting as steps, and give the meeting, for the step it decides.

    `earliest` is the first day on which it may be held, where its own day is not known. Without `announce` the notice
    is told with the meeting, and not as a step of its own.
    """
    law = _rules_of_meetings(steps)
    by = earlier(day, law.footing("PROC-NOTICE")) if law else None
    notice, notes = _notice(law, business, which, earliest) if law else ("", "")
    if law and announce:
        steps.add(law, "13(4)", "The clerk", f"gives {notice}", by=by, note=notes)
    if business.law and business.agenda:
        item = business.item
        steps.add(
            business.law,
            business.agenda,
            f"{item[:1].upper()}{item[1:]}",
            f"is an item of the agenda of {which}.",
            by=by,
            note=business.void,
        )
    if law is None:
        return Meeting(day, None)
    told = () if announce else (Said.of("notice", f"The clerk gives {notice} {notes}", law, "13(4)"),)
    if business.federation:
        steps.caution(_IN_A_FEDERATION)
    return Meeting(day, by, (*told, *_rules(steps, law, business)))


def _notice(law: Source, business: Business, which: str, earliest: datetime.date | None) -> tuple[str, str]:
    """Say what the notice is, and what else to know of it."""
    length = law.footing("PROC-NOTICE")
    papers = ", with a copy of the agenda and the papers," if law.stands("PROC-NOTICE-PAPERS") else ""
    authority = (
        ", and to the local authority where a change of category is on the agenda"
        if business.to_authority
        else ""
    )
    text = (
        f"written notice of {which}{papers} at least {length} before it to every governor, every associate member and "
        f"the head teacher (a governor or not){authority}."
    )
    notes = ["Neither the day of the notice nor that of the meeting is counted."]
    if earliest:
        last = earlier(earliest, length)
        notes.append(
            f"If it is held on {day_words(earliest)}, the first day on which it may be, the last day for the notice is "
            f"{last and day_words(last)}."
        )
    shorten = f"The chair may shorten it for urgency ({law.cite('13(5)')[0]})"
    if business.not_urgent and law.stands(business.not_urgent):
        notes.append(
            f"{shorten}, but not, as we read {law.cite('13(6)')[0]}, for this business; only the opening words of that "
            "paragraph were seen."
        )
    else:
        notes.append(f"{shorten}, and the notice then says so.")
    return text, " ".join(notes)


def _rules(steps: Steps, law: Source, business: Business) -> Iterator[Said]:
    """Give the rules of the meeting itself."""
    quorum = law.footing("PROC-QUORUM")
    yield Said.of(
        "quorum",
        f"{quorum}, rounded up; vacancies are not counted ({law.cite('14(2)')[0]}).",
        law,
        quorum.para,
    )
    yield Said.of(
        "vote",
        "A majority of those present and voting; where the votes are equal the chair of the meeting, if a governor, has "
        f"a second or casting vote ({law.cite('14(4)')[0]}). Quorum and vote are known from pages that quote the regulation word "
        "for word, and not from the regulation.",
        law,
        "14(3)",
    )
    yield from business.withdraws
    if law.stands("PROC-WITHDRAW"):
        yield Said.of(
            "also withdraws" if business.withdraws else "withdraws",
            "Any governor, associate member, head teacher or clerk with a pecuniary interest, whose interests conflict with "
            "the governing body's, or whose impartiality is in reasonable doubt where a fair hearing is required; who "
            "withdraws does not vote.",
            law,
            "16",
        )
    else:
        steps.caution(
            f"Who withdrew from a meeting on {day_words(steps.on)} is not in our notes: the words of {law.cite('16')[0]} "
            "before they were changed were not read."
        )


def concerned(steps: Steps, says: str, *, para: str = "16") -> tuple[Said, ...]:
    """Say who withdraws for one kind of business, where the Regulations on meetings are in force."""
    law = Source(PROCEDURES_2013, steps.on)
    return (Said.of("withdraws", says, law, para),) if law.in_force() else ()

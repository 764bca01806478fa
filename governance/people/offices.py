"""The chair and the vice-chair: offices that a governor holds on top of the governorship (SI 2013/1624 reg 7)."""

import datetime
from collections.abc import Iterator

import attrs

from governance.answers.procedures.source import PROCEDURES_2013, source
from governance.english import day_words
from governance.errors import CannotTellError
from governance.model.names import IN_POST
from governance.people.case import CANNOT_TELL, RECORDED, WORKS_THERE, Case
from governance.people.in_post import Line, Note


def offices(case: Case) -> Iterator[Note]:
    """The chair and the vice-chair: offices on an appointment, with a term and an end of their own."""
    try:
        law = source(PROCEDURES_2013, case.on)
    except CannotTellError:
        return
    place = f"{PROCEDURES_2013}: "

    def note(para: str, lines: list[Line], says: str, grade: str = RECORDED) -> Note:
        citation, url = law.cite(para)
        return attrs.evolve(
            case.note(None, lines, says, grade), rule=place + para, citation=citation, url=url
        )

    federated = case.body.proposal is not None and case.body.proposal.school.category == "federation"
    where = "the federation or a school of it" if federated else "the school"
    for office in ("chair", "vice chair"):
        holders = [
            line for line in case.body.lines if line.person.office == office and not _left(line, case.on)
        ]
        named = [line for line in holders if line.standing in (IN_POST, "office", "cannot tell")]
        if office == "chair" and not named and case.body.lines:
            says = "No chair is recorded. A vacancy in the chair is filled at the next meeting."
            yield note("7(6)", [], says)
        people = {line.person.who or line.person.key for line in named}
        if len(people) > 1:
            says = f"{len(people)} people are recorded as {office}. Whether the office may be shared is not in our notes."
            yield note("7", named, says, CANNOT_TELL)
        for line in holders:
            one = line.person
            if line.standing == "ended":
                says = f"{one.key} is recorded as {office}, and the governorship has ended: the office of {office} ended with it."
                yield note("7(5)", [line], says)
            elif line.standing in ("associate", "not a governor"):
                yield note(
                    "7",
                    [line],
                    f"{one.key} is recorded as {office}, and is no governor: the {office} is one of the governors.",
                )
            elif one.category in WORKS_THERE or one.employed_at_school:
                says = f"{one.key} is recorded as {office}, and is employed at {where}: such a governor cannot be elected {office}, and ceases to be it."
                yield attrs.evolve(note("7(5)", [line], says), broken=True)
            elif one.employed_at_school is None and line.standing != "office":
                yield note(
                    "7",
                    [line],
                    f"Is {one.key}, the {office}, employed at {where}? Then the office is not open to them.",
                    CANNOT_TELL,
                )
            if line.standing == "office" and one.stated_end and one.stated_end < case.on:
                says = f"{one.key}: the term as {office} ended on {day_words(one.stated_end)}, as the register states it. An election is due."
                yield note("7", [line], says)


def _left(line: Line, on: datetime.date) -> bool:
    return line.person.ended_on is not None and line.person.ended_on < on

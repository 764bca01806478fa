"""A governing body as linked data in the Department's own terms: constitution, positions, vacancies and appointments.

A person is not the appointment, and an office is not the appointment: each is a node of its own. What the register does
not say is left out or said in words, and never filled in. Names are there only where the register kept them.
"""

import datetime
from collections.abc import Iterator
from typing import Any

from governance.english import day_words
from governance.files.columns import fold
from governance.gias import epr
from governance.gias.mend import over_by_law_alone
from governance.model.names import ADDITIONAL, SEAT_WORDS, member_words
from governance.people.in_post import Body, InPost, Line, has_term

Node = dict[str, Any]


def jsonld(answer: InPost) -> Node:
    """Give every body of an answer, and those who are in post on its day, as one JSON-LD document."""
    gids = fold(answer.columns.get("key", "")) == "gid"
    bodies = [body for body in answer.bodies if body.proposal or any(map(_serves, body.lines))]
    graph = [
        node
        for number, body in enumerate(bodies, start=1)
        for node in _body(body, f"_:body{number}", answer.on, gids=gids)
    ]
    return {"@context": dict(epr.PREFIXES), "@graph": graph}


def _serves(line: Line) -> bool:
    """Tell whether a row is of an appointment to the body: an office is none, and what is unknown may be one."""
    return line.in_post or line.standing == "cannot tell"


def _body(body: Body, mark: str, on: datetime.date, *, gids: bool) -> Iterator[Node]:
    serving = [line for line in body.lines if _serves(line)]
    positions = _positions(body, mark, on)
    filled = _filled(serving, positions)
    first = {line.person.who: line.person.line for line in reversed(serving)}
    persons = [first[line.person.who] if line.person.who else line.person.line for line in serving]
    unsure = any(line.standing == "cannot tell" or over_by_law_alone(line, on) for line in body.lines)
    unit = body.proposal is not None and body.proposal.school.category == "pupil referral unit"
    node: Node = {
        "@id": mark,
        "@type": epr.COMMITTEE if unit else epr.BODY,
        epr.LABEL: body.name,
        epr.COMMENT: f"As the register has it on {day_words(on)}.",
    }
    if positions is not None:
        free = set(positions) - set(filled.values())
        node[epr.HAS_CONSTITUTION] = {
            "@id": f"{mark}-constitution",
            "@type": epr.CONSTITUTION,
            epr.HAS_POSITION: [
                _position(one, member_words(words) if unit else words, vacant=one in free, unsure=unsure)
                for one, words in positions.items()
            ],
        }
    node[epr.HAS_APPOINTMENT] = [
        _appointment(line, mark, f"{mark}-person-{persons[place]}", filled.get(place), gids=gids)
        for place, line in enumerate(serving)
    ]
    urns = sorted({line.person.urn for line in body.lines} - {""})
    yield from (_school(urn, mark) for urn in urns)
    yield node
    yield from _offices(body, serving, mark)


def _positions(body: Body, mark: str, on: datetime.date) -> dict[str, str] | None:
    """Give each seat of the instrument and its words; None where no instrument in force, or not every seat, is known."""
    since = body.proposal.instrument.effective_on if body.proposal else None
    if body.proposal is None or any(one.seats is None for one in body.counts) or (since and since > on):
        return None
    return {
        f"{mark}-{one.category.replace('_', '-')}-{number}": f"{SEAT_WORDS[one.category][0]}, seat {number}"
        for one in body.counts
        for number in range(1, (one.seats or 0) + 1)
    }


def _filled(serving: list[Line], positions: dict[str, str] | None) -> dict[int, str]:
    """Give the seat of each who serves, as far as there are seats of the category."""
    filled = {}
    for seat in positions or ():
        category = seat.split("-", 1)[1].rpartition("-")[0].replace("-", "_")
        place = next(
            (n for n, line in enumerate(serving) if n not in filled and line.in_post and line.person.category == category),
            None,
        )  # fmt: skip
        if place is not None:
            filled[place] = seat
    return filled


def _position(mark: str, words: str, *, vacant: bool, unsure: bool) -> Node:
    node: Node = {"@id": mark, "@type": epr.POSITION, epr.LABEL: words}
    if vacant and unsure:
        node[epr.COMMENT] = (
            "Whether this seat is filled cannot be told: the category of somebody in the register is not known, or a term is over "
            "by the law alone."
        )
    elif vacant:
        node[epr.HAS_VACANCY] = {"@id": f"{mark}-vacancy", "@type": epr.VACANCY}
    return node


def _appointment(line: Line, mark: str, person: str, seat: str | None, *, gids: bool) -> Node:
    one = line.person
    node: Node = {
        "@id": f"{mark}-appointment-{one.line}",
        "@type": epr.APPOINTMENT,
        epr.APPOINTMENT_OF: {
            "@id": person,
            "@type": epr.PERSON,
            **({epr.LABEL: one.name} if one.name else {}),
        },
        epr.HAS_ROLE_TYPE: {"@id": epr.GOVERNORS.get(one.category, epr.GOVERNOR)},
        epr.HAS_BASIS: {"@id": epr.STATUTORY},
        epr.COMMENT: _comment(line),
    }
    way = epr.APPOINTED.get((one.category, one.came_by)) or epr.APPOINTED.get((one.category, None))
    if way:
        node[epr.HAS_APPOINTING_BODY] = {"@id": way}
    if seat:
        node[epr.FILLS] = {"@id": seat}
    if gids and one.key.isdecimal():
        node[epr.HAS_GID] = {"@type": epr.GID, epr.VALUE: one.key}
    end = min((day for day in (one.stated_end, one.ended_on) if day), default=None)
    days = {epr.STARTS: one.appointed_on, epr.ENDS: end if has_term(one) else None}
    if term := {key: _day(day) for key, day in days.items() if day}:
        node[epr.HAS_TERM] = {"@type": epr.TERM, **term}
    return {key: value for key, value in node.items() if value}


def _comment(line: Line) -> str:
    """Say in words what there is no identifier for."""
    one = line.person
    says = []
    if line.standing == "cannot tell" or not one.category:
        says.append("The category of governor is not known from the register.")
    elif one.inferred:
        says.append("The category follows from who appointed the governor, and nothing states it.")
    if one.category and one.category not in epr.GOVERNORS:
        words = one.words if one.category == ADDITIONAL else SEAT_WORDS.get(one.category, (one.category,))[0]
        says.append(f"{words[:1].upper()}{words[1:]}.")
    if has_term(one) and one.stated_end is None and line.end.days:
        either = " or ".join(dict.fromkeys(map(day_words, line.end.days)))
        says.append(f"The register states no end. By the law the term ends on {either} at the latest.")
    return " ".join(says)


def _offices(body: Body, serving: list[Line], mark: str) -> Iterator[Node]:
    """Give the chair and the vice-chair, each on the appointment of the one who holds it, where that can be told."""
    for line in body.lines:
        one = line.person
        if one.office is None or not (_serves(line) or line.standing == "office"):
            continue
        below = (
            line
            if _serves(line)
            else next((other for other in serving if one.who and other.person.who == one.who), None)
        )
        if below is None:
            continue
        yield {
            "@id": f"{mark}-office-{one.line}",
            "@type": epr.ROLE_ASSIGNMENT,
            epr.LAYERED_ON: {"@id": f"{mark}-appointment-{below.person.line}"},
            epr.ASSIGNS: {"@id": epr.CHAIRS[one.office]},
        }


def _school(urn: str, body: str) -> Node:
    number = {"@type": epr.URN, epr.VALUE: urn}
    return {
        "@id": f"_:school{urn}",
        "@type": epr.SCHOOL,
        epr.HAS_IDENTITY: {"@type": epr.IDENTITY, epr.BY_URN: number},
        epr.HAS_BODY: {"@id": body},
    }


def _day(day: datetime.date) -> Node:
    return {"@value": day.isoformat(), "@type": epr.DATE}

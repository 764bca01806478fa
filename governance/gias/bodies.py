"""Which body of the public record is that of a register: told by the URN, and else by the name."""

from collections.abc import Mapping
from typing import Any

import attrs

from governance.errors import DocumentError
from governance.files.columns import fold
from governance.gias.pairing import mark, once
from governance.gias.record import Body as Recorded
from governance.gias.record import Entry, Record
from governance.people.bodies import NO_BODY
from governance.people.in_post import Body, InPost
from governance.people.register import Register

_MOST_NAMED = 5


@attrs.frozen
class Matched:
    """A body of the register, its URNs, the rows that the record has of it, and what to know of that."""

    body: Body
    urns: tuple[str, ...]
    entries: tuple[Entry, ...]
    notes: tuple[str, ...]


def without_names(register: Register) -> tuple[Register, dict[int, int]]:
    """Give a register without its names, and the mark of each person, by the line, by which rows of one are told."""
    marks = {one.line: found for one in register.people if one.line and (found := mark(one))}
    nobody: dict[str, Any] = {"name": "", "names": {}}
    return attrs.evolve(register, people=tuple(attrs.evolve(one, **nobody) for one in register.people)), marks


def matched(answer: InPost, record: Record, school: str | None) -> Matched:
    """Find the one body that is compared, on both sides; DocumentError where it cannot be told which it is."""
    body = _mine(answer, school)
    urns = _urns(body, record, school)
    if not any(urn in record.bodies for urn in urns):
        raise DocumentError(
            f"The record has nothing of the school with URN {', '.join(urns)}. Check the number and the files. If GIAS has nobody "
            "of it, give the file of establishments, too, which has the school."
        )
    notes = []
    for urn in tuple(urns):
        there = record.bodies.get(urn)
        if there is None:
            notes.append(f"The record has no row of the school with URN {urn}.")
        elif there.federation is not None:
            urns += [one for one in there.federation.schools if one not in urns]
        elif there.federated:
            notes.append(
                f"The school with URN {urn} is in a federation. Which other schools are in it is in the file of group "
                "links, which was not given, so that rows may be missing."
            )
    if len(urns) > 1:
        notes.append(
            f"The schools with URN {', '.join(urns)} have one governing body. A person under several counts once."
        )
    if body.name.isdecimal() or body.name == NO_BODY:
        named = body.proposal.school.name if body.proposal else None
        there = record.bodies.get(urns[0])
        body = attrs.evolve(body, name=named or (there.name if there else "") or body.name)
    those = [record.bodies[urn] for urn in urns if urn in record.bodies]
    if lost := [str(line) for one in those for line in one.lost]:
        notes.append(
            f"A row of the extract could not be read (line {', '.join(lost)}). Look there before anybody is added to GIAS."
        )
    entries = tuple(entry for one in those for entry in one.entries)
    if any(fold(one.appointing_body) == fold("Interim Executive Board") for one in entries):
        notes.append("GIAS has an interim executive board, to which the instrument does not apply.")
    return Matched(body, tuple(urns), once(entries) if len(urns) > 1 else entries, tuple(notes))


def _mine(answer: InPost, school: str | None) -> Body:
    inked = [body for body in answer.bodies if any(line.person.line for line in body.lines)]
    found = inked
    if school is not None and len(inked) > 1:
        found = [
            one
            for one in inked
            if fold(one.name) == fold(school) or any(line.person.urn == school for line in one.lines)
        ]
    if not inked:
        raise DocumentError("The register has no row of a governor. Check that it is the right file.")
    if len(found) != 1:
        names = [one.name for one in inked if one.name != NO_BODY][:_MOST_NAMED]
        raise DocumentError(
            f"The register has {len(inked)} bodies ({', '.join(names)}, ...). Say with --school which one, by URN or name."
        )
    return found[0]


def _urns(body: Body, record: Record, school: str | None) -> list[str]:
    if school is not None and school.isdecimal():
        return [school]
    own = dict.fromkeys(line.person.urn for line in body.lines if line.person.urn)
    if own:
        return list(own)
    if len(record.bodies) == 1:
        return list(record.bodies)
    names = {fold(body.name)} | ({fold(body.proposal.school.name or "")} if body.proposal else set())
    found = [urn for urn, one in record.bodies.items() if one.name and fold(one.name) in names]
    if len(found) != 1:
        raise DocumentError(
            f'Which school of the record "{body.name}" is cannot be told: {_several(found, record.bodies)}. Give its URN '
            "with --school."
        )
    return found


def _several(found: list[str], bodies: Mapping[str, Recorded]) -> str:
    if found:
        return f"{len(found)} have this name"
    named = any(one.name for one in bodies.values())
    return "none has this name" if named else "no file of establishments was given, so that it has no names"

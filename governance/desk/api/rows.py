"""What the desk keeps of bodies and proposals, as plain values: by office, and without a name of anybody."""

from typing import Any

from governance.desk.models import Appointment, Body, Event, Finding, Instrument, Proposal, ProposalVersion


def body(body: Body) -> dict[str, Any]:
    """Give a body and its schools."""
    return {
        "id": body.pk,
        "name": body.name,
        "category": body.category,
        "kind": body.kind,
        "opened_on": _day(body.opened_on),
        "closed_on": _day(body.closed_on),
        "schools": [
            {"urn": one.urn, "name": one.name, "category": one.category} for one in body.schools.all()
        ],
    }


def instrument(one: Instrument) -> dict[str, Any]:
    """Give an instrument on file, with the answer on it."""
    return {
        "body": one.body_id,
        "made_on": _day(one.made_on),
        "effective_on": _day(one.effective_on),
        "ended_on": _day(one.ended_on),
        "proposal": one.data,
        "verdict_then": one.verdict_then or None,
        "verdict_today": one.verdict_today or None,
        "broken_then": one.broken_then,
        "broken_today": one.broken_today,
        "checked_on": _day(one.checked_on),
    }


def appointment(one: Appointment) -> dict[str, Any]:
    """Give who is in post, by key."""
    return {
        "key": one.key,
        "category": one.category,
        "came_by": one.came_by or None,
        "appointed_on": _day(one.appointed_on),
        "term": one.term or None,
        "ends_stated": _day(one.ends_stated),
        "ended_on": _day(one.ended_on),
        "employed_at_school": one.employed_at_school,
        "offices": [office.role for office in one.offices.all()],
    }


def finding(one: Finding) -> dict[str, Any]:
    """Give something that is to be looked at."""
    return {
        "about": one.about,
        "code": one.code,
        "grade": one.grade,
        "words": one.words,
        "citation": one.citation or None,
        "url": one.url or None,
        "first_seen": _day(one.first_seen),
        "last_seen": _day(one.last_seen),
        "settled_on": _day(one.settled_on),
    }


def proposal(one: Proposal) -> dict[str, Any]:
    """Give a proposal with its last version."""
    latest = next(iter(one.versions.all()), None)
    return {
        "id": one.pk,
        "body": one.body_id,
        "title": one.title,
        "status": one.status,
        "due_on": _day(one.due_on),
        "version": latest and version(latest),
    }


def version(one: ProposalVersion) -> dict[str, Any]:
    """Give a version, with the verdict that it had when it was made."""
    return {
        "number": one.number,
        "proposal": one.data,
        "lawful": one.lawful,
        "on": _day(one.on),
        "by": one.by,
        "at": one.at.isoformat(),
    }


def event(one: Event) -> dict[str, Any]:
    """Give an event with its place in the chain."""
    return {
        "number": one.number,
        "at": one.at.isoformat(),
        "actor": one.actor,
        "verb": one.verb,
        "subject": one.subject,
        "says": one.says,
        "body": one.body_id,
        "facts": one.facts,
        "previous_hash": one.previous_hash,
        "hash": one.hash,
    }


def _day(value: Any) -> str | None:
    return value.isoformat() if value else None

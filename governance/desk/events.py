"""What was done, in a chain: each event holds the hash of the one before, so that a quiet change breaks the chain."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs
from django.db import transaction
from django.utils import timezone

from governance.desk.models import Authority, Body, Event

FIRST: Final = "0" * 64
"""What the first event has in place of the hash of the one before."""
_NOTHING: Final[Mapping[str, Any]] = {}


@attrs.frozen
class Broken:
    """Where the chain of an authority does not hold, and why."""

    authority: str
    number: int
    says: str


@attrs.frozen
class Verified:
    """How many events there are, the last hash of each authority's chain, and where one is broken."""

    events: int
    last: Mapping[str, str]
    broken: tuple[Broken, ...]


def record(
    authority: Authority,
    actor: str,
    verb: str,
    subject: Any = None,
    *,
    says: str = "",
    body: Body | None = None,
    facts: Mapping[str, Any] = _NOTHING,
) -> Event:
    """Add an event to the chain of an authority, in the same transaction as what was done.

    `actor` is an office, `verb` what it did ("changed", "made a version"), `subject` the row it did it to and `says` its
    name. `facts` are plain values, by offices and never by names.
    """
    with transaction.atomic():
        # Whoever adds to the chain waits here for whoever is adding to it.
        Authority.objects.select_for_update().get(pk=authority.pk)
        last = Event.objects.filter(authority=authority).order_by("-number").first()
        event = Event(
            authority=authority,
            number=last.number + 1 if last else 1,
            at=timezone.now(),
            actor=actor,
            verb=verb,
            subject="" if subject is None else f"{subject._meta.model_name} {subject.pk}",  # noqa: SLF001 - Django's own way to say it
            says=says or ("" if subject is None else str(subject)),
            body=body,
            facts=json.loads(json.dumps(dict(facts), default=str)),
            previous_hash=last.hash if last else FIRST,
        )
        event.hash = hash_of(event)
        event.save()
    return event


def hash_of(event: Event) -> str:
    """Give the hash of all that an event says, with the hash of the one before it."""
    said = {
        "authority": event.authority_id,
        "number": event.number,
        "at": event.at.astimezone(timezone.get_fixed_timezone(0)).isoformat(),
        "actor": event.actor,
        "verb": event.verb,
        "subject": event.subject,
        "says": event.says,
        "body": event.body_id,
        "facts": event.facts,
        "previous": event.previous_hash,
    }
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def verify(noted: str | None = None) -> Verified:
    """Walk every chain, and say where one does not hold; `noted` is a hash that one of them must still have."""
    count, last, broken = 0, {}, []
    if noted and not Event.objects.filter(hash=noted).exists():
        broken.append(Broken("", 0, f"no event has the hash {noted}: what came last was taken away"))
    for authority in Authority.objects.order_by("pk"):
        previous, number = FIRST, 0
        for event in Event.objects.filter(authority=authority).order_by("number").iterator():
            count, number = count + 1, number + 1
            broken += [Broken(authority.name, event.number, says) for says in _wrong(event, number, previous)]
            previous, number = event.hash, event.number
        last[authority.name] = previous
    return Verified(count, last, tuple(broken))


def _wrong(event: Event, number: int, previous: str) -> Iterator[str]:
    if event.number != number:
        yield f"event {number} is missing"
    if event.previous_hash != previous:
        yield "it does not follow from the event before it"
    if event.hash != hash_of(event):
        yield "it was changed after it was written"


def letter(found: Verified) -> str:
    """Say what was found, with the last hash of each chain to note."""
    if found.broken:
        lines = (
            f"{f'{one.authority}, event {one.number}: ' if one.number else ''}{one.says}"
            for one in found.broken
        )
        return "\n".join(("BROKEN: the record of events was changed.", *(f"  - {line}" for line in lines)))
    chains = (f"  {name}: {last}" for name, last in found.last.items())
    return "\n".join((f"The record holds: {found.events} events. The last hash, to note:", *chains))

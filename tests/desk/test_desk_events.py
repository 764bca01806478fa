"""Events are added and never changed, and the chain tells where somebody changed them all the same."""

import pytest


def record(authority, number):
    from governance.desk import events

    for one in range(number):
        events.record(authority, "officer", "tried", authority, facts={"number": one, "word": "é"})


def around(change):
    """Change the table as somebody would who has the file, without the trigger that refuses it."""
    from django.db import connection

    with connection.cursor() as cursor:
        for kind in ("update", "delete"):
            on = " ON desk_event" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER desk_event_{kind}{on}")
        cursor.execute(change)


def test_the_chain_of_the_demonstration(authority):
    """It holds, and the last hash is that of the last event."""
    from governance.desk import events
    from governance.desk.models import Event

    record(authority, 3)
    found = events.verify()
    assert ((), Event.objects.count()) == (found.broken, found.events)
    last = Event.objects.filter(authority=authority).first()
    assert last.hash == found.last[authority.name]
    assert events.letter(found).endswith(last.hash)
    assert () == events.verify(last.hash).broken


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("UPDATE desk_event SET actor = 'x' WHERE number = {one}", "it was changed after it was written"),
        ("UPDATE desk_event SET facts = '{{}}' WHERE number = {one}", "it was changed after it was written"),
        (
            "UPDATE desk_event SET at = '2020-01-01T00:00:00+00:00' WHERE number = {one}",
            "it was changed after it was written",
        ),
        ("DELETE FROM desk_event WHERE number = {one}", "is missing"),
    ],
)
def test_a_quiet_change(authority, change, says):
    """It is told at which event the chain breaks."""
    from governance.desk import events
    from governance.desk.models import Event

    record(authority, 5)
    one = Event.objects.filter(authority=authority).first().number - 2
    around(change.format(one=one))
    found = events.verify()
    assert {one, one + 1} >= {broken.number for broken in found.broken}
    assert any(says in broken.says for broken in found.broken)
    assert events.letter(found).startswith("BROKEN")


def test_what_came_last_is_taken_away(authority):
    """A chain that is cut off holds, but not for whoever noted its last hash."""
    from governance.desk import events
    from governance.desk.models import Event

    record(authority, 3)
    noted = events.verify().last[authority.name]
    around(f"DELETE FROM desk_event WHERE number > {Event.objects.first().number - 2}")
    assert () == events.verify().broken
    assert 1 == len(events.verify(noted).broken)


def test_one_changes_in_another_chain(authority):
    """Each authority has its chain, which begins with one."""
    from governance.desk import events
    from governance.desk.models import Authority

    other = Authority.objects.create(name="Southshire")
    record(other, 2)
    record(authority, 1)
    assert [2, 1] == list(other.events.values_list("number", flat=True))
    assert () == events.verify().broken


@pytest.mark.parametrize("change", ["update", "delete", "save", "delete one", "version"])
def test_the_program_changes_none(authority, change):
    """Neither the program nor the database lets an event or a version be changed."""
    from django.db import Error, transaction

    from governance.desk.models import AlwaysSameError, Event, ProposalVersion

    event, version = Event.objects.first(), ProposalVersion.objects.first()
    does = {
        "update": lambda: Event.objects.update(verb="x"),
        "delete": lambda: Event.objects.filter(pk=event.pk).delete(),
        "save": event.save,
        "delete one": event.delete,
        "version": lambda: ProposalVersion.objects.filter(pk=version.pk).update(note="x"),
    }
    with pytest.raises((AlwaysSameError, Error)), transaction.atomic():
        does[change]()


def test_events_in_words(client, authority):
    """A move is told by the words of the statuses, a day as the trade writes it, and no key is shown."""
    from governance.desk import events

    moved = {"move": "disagree", "from": "checked", "to": "disagreement", "version": 3, "on": "2026-10-05"}
    events.record(authority, "officer", "moved a proposal", authority, facts=moved)
    approved = {"kind": "foundation_governors", "version": 2, "on": "2026-10-06", "school": None}
    events.record(authority, "officer", "recorded an approval", authority, facts=approved)
    events.record(
        authority, "officer", "sent copies", authority, facts={"to": ["every governor", "the head"]}
    )
    said = client.get("/events").content.decode()
    assert "from “Checked” to “In disagreement”; version 3; on: 5 October 2026" in said
    assert "kind: foundation governors; version 2; on: 6 October 2026<" in said
    assert "to: every governor and the head" in said

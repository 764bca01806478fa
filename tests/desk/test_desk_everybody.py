"""All bodies with their people are read once, for each who may see them, and kept until an event tells of a change."""

import pytest


@pytest.fixture
def today(desk):
    from governance.desk.look import today

    return today()


def test_until_something_is_done(authority, office, today):
    """It is the same object, with what was made of it, until there is another event."""
    from governance.desk.events import record
    from governance.desk.everybody import everybody

    first = everybody(office, today)
    assert "made once" == first.once("x", lambda: "made once") == first.once("x", lambda: "made again")
    assert first is everybody(office, today)
    record(authority, "an office", "did something")
    second = everybody(office, today)
    assert first is not second
    assert "made again" == second.once("x", lambda: "made again")
    assert [one.found for one in first.bodies] == [one.found for one in second.bodies]


def test_what_is_answered_anew(authority, office, today):
    """After an event on one body that body alone is answered on again."""
    from governance.desk.events import record
    from governance.desk.everybody import everybody

    before = {one.row.pk: one.found for one in everybody(office, today).bodies}
    body = authority.bodies.first()
    body.appointments.filter(category="parent").delete()
    record(authority, "an office", "took somebody off", body=body)
    after = {one.row.pk: one.found for one in everybody(office, today).bodies}
    assert {body.pk} == {pk for pk, found in after.items() if found is not before[pk]}
    assert after[body.pk].in_post < before[body.pk].in_post


def test_what_one_may_see(authority, office, today):
    """What is kept for one is not given to another."""
    from governance.desk.everybody import everybody
    from governance.desk.models import Body, Membership, User

    clerk, body = User.objects.create(username="clerk"), authority.bodies.first()
    Membership.objects.create(user=clerk, authority=authority, role="school", body=body)
    assert Body.objects.filter(closed_on=None).count() == len(everybody(office, today).bodies)
    assert [body.pk] == [one.row.pk for one in everybody(clerk, today).bodies]


@pytest.mark.parametrize("path", ["/", "/audit", "/vacancies", "/calendar"])
def test_questions_do_not_grow(client, authority, path):
    """A page on all bodies asks the database as much of three bodies as of all, and nothing of them the second time."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from governance.desk import everybody
    from governance.desk.models import Body

    def asked():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert 200 == client.get(path).status_code
        return len(queries)

    client.get(path)
    again = asked()
    everybody._known.clear()
    of_all = asked()
    few = authority.bodies.values_list("pk", flat=True)[:3]
    Body.objects.exclude(pk__in=list(few)).update(closed_on="2020-01-01")
    everybody._known.clear()
    assert (of_all, True) == (asked(), again <= 3)

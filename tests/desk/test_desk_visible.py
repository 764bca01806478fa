"""What is another's is not there: `visible_to` of every table, for an office, a school and a diocese."""

import datetime

import pytest


@pytest.fixture
def other(desk):
    """Another authority, with a row in every table that belongs to one."""
    from governance.desk import events
    from governance.desk import models as m

    day = datetime.date(2026, 9, 1)
    authority = m.Authority.objects.create(name="Southshire")
    school = m.School.objects.create(authority=authority, name="South School", category="community")
    body = m.Body.objects.create(authority=authority, name="South School", category="community")
    m.BodySchool.objects.create(body=body, school=school)
    m.Instrument.objects.create(body=body, data={})
    m.Meeting.objects.create(body=body, on=day)
    document = m.Document.objects.create(
        authority=authority, body=body, type="pdf", sha256="0", size=1, path="0"
    )
    m.Correction.objects.create(document=document, field="seats.parent", said="2", by="x")
    proposal = m.Proposal.objects.create(body=body, title="Theirs")
    version = m.ProposalVersion.objects.create(proposal=proposal, number=1, data={}, tool_version="0", by="x")
    m.Approval.objects.create(version=version, kind="trustees", on=day, by_office="trustees")
    m.Move.objects.create(version=version, move="shared", from_status="draft", to_status="shared", on=day)
    m.CopySent.objects.create(proposal=proposal, recipient="x", sent_on=day)
    person = m.Person.objects.create(authority=authority, name="Somebody")
    run = m.ImportRun.objects.create(authority=authority, body=body, document=document)
    appointment = m.Appointment.objects.create(body=body, key="x", category="parent", person=person, run=run)
    m.Office.objects.create(appointment=appointment, role="chair")
    m.Problem.objects.create(run=run, says="x")
    m.Finding.objects.create(run=run, body=body, grade="x", words="x", first_seen=day)
    m.Job.objects.create(authority=authority, kind="audit")
    m.Feed.objects.create(authority=authority, body=body, secret="s")
    events.record(authority, "x", "made", body, body=body)
    user = m.User.objects.create(username="theirs")
    m.Membership.objects.create(user=user, authority=authority, role="officer")
    return authority


def tables():
    from governance.desk.models.visible import Row

    return [one for one in Row.__subclasses__() if one.__name__ != "Diocese"]


def test_another_authority_is_not_there(other, office):
    """Of each table there is a row of the other authority, and its office alone sees it."""
    theirs = other.memberships.get().user
    for table in tables():
        rows = table.objects.filter(**{table.belongs_to: other.pk})
        assert rows.exists(), table
        assert not rows.visible_to(office).exists(), table
        assert set(rows) == set(table.objects.visible_to(theirs)), table


@pytest.mark.parametrize(("role", "of"), [("school", "body"), ("diocese", "diocese")])
def test_a_part_of_an_authority(authority, role, of):
    """A school sees its body and a diocese those of its schools, and nothing that is the authority's own."""
    from governance.desk import models as m

    body = m.Body.objects.get(authority=authority, name="Mossdale Church of England Primary School")
    diocese = body.schools.get().diocese
    own = {"body": body, "diocese": diocese}[of]
    user = m.User.objects.create(username=role)
    m.Membership.objects.create(user=user, authority=authority, role=role, **{of: own})
    expected = {body} if of == "body" else set(m.Body.objects.filter(schools__diocese=diocese))
    assert expected == set(m.Body.objects.visible_to(user))
    assert {one.pk for one in expected} == set(
        m.Appointment.objects.visible_to(user).values_list("body", flat=True)
    )
    assert not m.Job.objects.visible_to(user).exists()
    assert not m.Person.objects.visible_to(user).exists()


def test_every_table_has_the_door():
    """No table of ours is without it but the users, whom nobody lists."""
    from django.apps import apps

    from governance.desk.models import User
    from governance.desk.models.visible import Visible

    without = [
        one
        for one in apps.get_app_config("desk").get_models()
        if not isinstance(one._default_manager.all(), Visible)
    ]
    assert [User] == without


def test_views_ask_at_the_door():
    """A page and the API come to rows by `visible_to` alone."""
    import re
    from pathlib import Path

    import governance.desk

    folder = Path(governance.desk.__file__).parent
    files = [*folder.glob("views/*.py"), *folder.glob("api/*.py")]
    asked = [
        (file.name, found)
        for file in files
        for found in re.findall(r"\.objects\.(?!visible_to\b|create\b)\w+", file.read_text())
    ]
    assert [] == asked

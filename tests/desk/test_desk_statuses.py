"""A proposal makes a move only where its latest version may, and what was done is recorded with it."""

import datetime

import pytest

from governance.errors import GovernanceError

TODAY = datetime.date(2026, 11, 30)
OFFICE = "clerk to the governors"


def begun(category, seats=None):
    from governance.desk.keeping import new_proposal
    from governance.desk.models import Body

    body = Body.objects.filter(category=category).first()
    instrument = body.instruments.first()
    data = dict(instrument.data)
    data["seats"] = {**data["seats"], **(seats or {})}
    data["seats"].pop("total", None)
    data["current"] = {"seats": instrument.data["seats"]}
    data["instrument"] = {**data["instrument"], "effective_on": "2027-01-04"}
    data["instrument"].pop("made_on", None)
    return new_proposal(body, "A variation", data, by=OFFICE).proposal


def go(proposal, *names, **said):
    from governance.desk.statuses import do

    for name in names:
        proposal.refresh_from_db()
        latest = proposal.latest.number
        do(proposal, name, version=latest, on=TODAY, by_office=OFFICE, today=TODAY, said=said)
    proposal.refresh_from_db()
    return proposal


def approve(proposal, kind):
    from governance.desk.models import Approval

    Approval.objects.create(version=proposal.latest, kind=kind, on=TODAY, by_office=OFFICE)


def test_to_the_end():
    """A community school's variation goes from the draft to the end, each move recorded and told as an event."""
    from governance.desk.models import CopySent, Event
    from governance.desk.statuses import standing_of

    proposal = begun("community")
    before = Event.objects.count()
    go(proposal, "share", "agree", "submit", "check", "content", "decide", "make")
    with pytest.raises(GovernanceError, match="Still to be sent to every member of the governing body"):
        go(proposal, "send")
    for recipient in standing_of(proposal).case.copies_due:
        CopySent.objects.create(proposal=proposal, recipient=recipient, sent_on=TODAY)
    go(proposal, "send", "place", "close")
    assert "closed" == proposal.status
    assert proposal.closed_at
    assert 10 == Event.objects.count() - before
    assert "make" == proposal.latest.moves.get(to_status="made").move


def test_foundation_side_first():
    """Each approval that is due must be of the latest version before it is submitted; a later version needs them anew."""
    from governance.desk.keeping import new_version

    proposal = go(begun("voluntary aided"), "agree")
    with pytest.raises(
        GovernanceError, match="Still to be had for version 1: the foundation governors approve"
    ):
        go(proposal, "approve")
    for kind in ("foundation_governors", "trustees", "diocesan_authority"):
        approve(proposal, kind)
    go(proposal, "approve")
    new_version(proposal, proposal.latest.data, after=1, by=OFFICE)
    with pytest.raises(
        GovernanceError, match=r"agreed version 1; this is version 2\. Still to be had for version 2"
    ):
        go(proposal, "submit")


def test_unlawful_is_not_content():
    """What breaks the law is returned, and never found good."""
    proposal = go(begun("community", {"staff": 3}), "agree", "submit", "check")
    with pytest.raises(GovernanceError, match="does not comply"):
        go(proposal, "content")
    assert "returned" == go(proposal, "return", reasons="One staff governor.").status


def test_another_version():
    """A move is of the version that whoever makes it has seen."""
    from governance.desk.keeping import new_version
    from governance.desk.statuses import do

    proposal = begun("community")
    new_version(proposal, proposal.latest.data, after=1, by=OFFICE)
    with pytest.raises(GovernanceError, match="Another version has come"):
        do(proposal, "share", version=1, on=TODAY, by_office=OFFICE, today=TODAY, said={})


def test_no_such_move():
    """A move that does not begin here is refused, and so is a day to come."""
    from governance.desk.statuses import do

    proposal = begun("community")
    with pytest.raises(GovernanceError, match="no such move"):
        go(proposal, "object")
    with pytest.raises(GovernanceError, match="It comes after “The authority is content”"):
        go(proposal, "decide")
    tomorrow = TODAY + datetime.timedelta(days=1)
    with pytest.raises(GovernanceError, match="has not come"):
        do(proposal, "share", version=1, on=tomorrow, by_office=OFFICE, today=TODAY, said={})


def test_every_proposal_of_the_demonstration(office):
    """Each stands somewhere, and unless it is over there is a move to make."""
    from governance.desk.models import Proposal
    from governance.desk.statuses import OVER, offered, standing_of

    for proposal in Proposal.objects.visible_to(office):
        found = offered(standing_of(proposal), TODAY)
        assert (proposal.status in OVER) == (not found)
        assert (
            proposal.status in OVER
            or any(one.allowed for one in found)
            or standing_of(proposal).case.copies_due
        )


def test_another_day_of_effect(desk):
    """What is made has effect from the day that was checked: the law of another day may say otherwise."""
    proposal = go(begun("community"), "agree", "submit", "check", "content", "decide")
    with pytest.raises(GovernanceError, match="another day of effect"):
        go(proposal, "make", effective_on=datetime.date(2027, 1, 5))
    assert "made" == go(proposal, "make", effective_on=datetime.date(2027, 1, 4)).status
    assert datetime.date(2027, 1, 4) == proposal.body.instruments.first().effective_on

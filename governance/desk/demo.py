"""The synthetic authority of the demonstration. No school, body or office in it is real, and nobody has a name.

Its registers are as untidy as those of any office: a governor listed twice, a term that is over, a day that is missing.
"""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Final

import attrs
from django.db import transaction

import governance
from governance.answers.check import check
from governance.desk import standing, store
from governance.desk.events import record
from governance.desk.models import (
    Appointment,
    Approval,
    Authority,
    Body,
    BodySchool,
    CopySent,
    Diocese,
    Instrument,
    Meeting,
    Move,
    Office,
    Proposal,
    ProposalVersion,
    School,
)
from governance.errors import CannotTellError
from governance.law.library import library, library_hash
from governance.model import parse
from governance.model.names import member_words, seat_words
from governance.version import __version__

OFFICER: Final = "Governor services officer"
_COUNCIL: Final = "Northshire Council"
_ETHOS: Final = (
    "The school lives by its {faith} foundation, and welcomes children of every faith and of none."
)
_SHORT: Final = {"p": "parent", "la": "local_authority", "s": "staff", "h": "head_teacher", "c": "co_opted"}
_SHORT_OTHERS: Final = {"f": "foundation", "pa": "partnership", "cm": "community", "sp": "sponsor"}
_CE: Final = "Church of England"
_RC: Final = "Roman Catholic"
_WAYS: Final = {
    "parent": ("election", "the parents"),
    "staff": ("election", "the staff"),
    "local_authority": ("nomination", _COUNCIL),
    "head_teacher": ("ex officio", ""),
    "foundation": ("appointment", "those who appoint foundation governors"),
}
_UNTIDY: Final = (
    "listed twice",
    "over, and still there",
    "no day",
    "an end that is not that of the term",
    "a category that the board does not have",
)
_CO_OPTED: Final = ("appointment", "the governing body")


@attrs.frozen
class Spec:
    """One body: its name, category, seats in short ("p2 la1 s1 h1 c7") and the day on which its instrument took effect."""

    name: str
    category: str
    seats: str
    since: str
    foundation: str = ""
    faith: str = ""
    phase: str = "Primary"


BODIES: Final = (
    Spec("Alder Lane Primary School", "community", "p2 la1 s1 h1 c7", "2018-09-18"),
    Spec("Beacon Hill Infant School", "community", "p2 la1 s1 h1 c6", "2014-09-01"),
    Spec("Bramble Green Primary School", "community", "p5 la3 s3 cm4", "2009-09-01"),
    Spec("Canal Street Junior School", "community", "p1 la1 s1 h1 c6", "2019-01-07"),
    Spec("Dunmoor Road Primary School", "community", "p3 la1 s2 h1 c5", "2016-04-18"),
    Spec("Eastgate High School", "community", "p4 la1 s1 h1 c9", "2015-09-01", phase="Secondary"),
    Spec("Fenwick Lodge School", "community special", "p2 la1 s1 h1 c7", "2017-02-01", phase="Special"),
    Spec("Garth Nursery School", "maintained nursery", "p2 la1 s1 h1 c5", "2013-11-04", phase="Nursery"),
    Spec(
        "Harbour View Nursery School", "maintained nursery", "p2 la1 s1 h1 c4", "2022-03-21", phase="Nursery"
    ),
    Spec("Ings Road Foundation School", "foundation", "p2 la1 s1 h1 c4 pa3", "2014-01-13", foundation="none"),
    Spec("Jubilee Trust School", "foundation", "p2 la1 s1 h1 c3 f3", "2015-06-01", foundation="foundation"),
    Spec(
        "Kingsmead Trust College",
        "foundation",
        "p2 la1 s1 h1 c2 f8",
        "2012-10-08",
        "qualifying",
        phase="Secondary",
    ),
    Spec(
        "Larchfield School",
        "foundation special",
        "p2 la1 s1 h1 c3 f2",
        "2018-01-08",
        "foundation",
        phase="Special",
    ),
    Spec(
        "Mossdale Church of England Primary School",
        "voluntary aided",
        "p2 la1 s1 h1 c1 f8",
        "2015-03-02",
        "foundation",
        _CE,
    ),
    Spec(
        "St Oswin's Church of England Primary School",
        "voluntary aided",
        "p3 la1 s1 h1 f7",
        "2016-09-05",
        "foundation",
        _CE,
    ),
    Spec(
        "Our Lady of the Fells Catholic Primary School",
        "voluntary aided",
        "p2 la1 s1 h1 f7",
        "2014-05-12",
        "none",
        _RC,
    ),
    Spec(
        "St Blaise Catholic High School",
        "voluntary aided",
        "p2 la1 s1 h1 c2 f9",
        "2019-09-02",
        "none",
        _RC,
        "Secondary",
    ),
    Spec(
        "Northtown Jewish Primary School",
        "voluntary aided",
        "p2 la1 s1 h1 f7",
        "2020-01-06",
        "foundation",
        "Jewish",
    ),
    Spec(
        "Priory Church of England Junior School",
        "voluntary controlled",
        "p2 la1 s1 h1 c4 f3",
        "2015-09-01",
        "none",
        _CE,
    ),
    Spec(
        "Quarry Bank Church of England School",
        "voluntary controlled",
        "p2 la1 s1 h1 c2 f2",
        "2017-11-20",
        "none",
        _CE,
    ),
    Spec("Rushford Endowed School", "voluntary controlled", "p2 la1 s1 h1 c2 f1", "2013-09-02", "foundation"),
    Spec(
        "Saltersgate Church of England Primary School",
        "voluntary controlled",
        "p5 la2 s3 cm2 f3",
        "2008-01-14",
        "none",
        _CE,
    ),
    Spec(
        "Northshire Pupil Referral Unit",
        "pupil referral unit",
        "p1 s1 h1 la2 cm6",
        "2025-09-01",
        phase="Other",
    ),
)
"""Every body but the federation."""

FEDERATION: Final = Spec("The Riverbank Federation", "federation", "p2 la1 s1 h2 c4 f1", "2025-09-01")
FEDERATED: Final = (
    Spec("Riverbank Church of England Primary School", "voluntary controlled", "", "", "none", _CE),
    Spec("Millpond Nursery School", "maintained nursery", "", "", phase="Nursery"),
)


@attrs.frozen
class Case:
    """A proposal of the demonstration: whose, its status, the seats of each version, who approved the last, when it began."""

    body: str
    status: str
    title: str
    seats: tuple[str, ...]
    approved: tuple[str, ...] = ()
    days_ago: int = 10
    assigned: str = OFFICER
    entrance: str = "body"


CASES: Final = (
    Case(
        "Bramble Green Primary School", "draft", "A board under today's law", ("p2 la1 s1 h1 c7",), days_ago=3
    ),
    Case(
        "Canal Street Junior School",
        "shared",
        "A second parent",
        ("p2 la1 s1 h1 c6", "p2 la1 s1 h1 c5"),
        days_ago=21,
    ),
    Case(
        "Dunmoor Road Primary School",
        "agreed",
        "One staff governor",
        ("p3 la1 s1 h1 c6",),
        ("governing_body",),
        40,
    ),
    Case(
        "Mossdale Church of England Primary School",
        "approved",
        "A smaller board",
        ("p2 la1 s1 h1 c1 f8", "p2 la1 s1 h1 f7"),
        ("governing_body", "foundation_governors", "trustees", "diocesan_authority"),
        64,
    ),
    Case(
        "Eastgate High School",
        "submitted",
        "Two co-opted governors fewer",
        ("p4 la1 s1 h1 c7",),
        ("governing_body",),
        15,
    ),
    Case(
        "Garth Nursery School",
        "checked",
        "One co-opted governor more",
        ("p2 la1 s1 h1 c6",),
        ("governing_body",),
        33,
    ),
    Case(
        "Saltersgate Church of England Primary School",
        "returned",
        "A board under today's law",
        ("p2 la1 s2 h1 c3 f2",),
        days_ago=90,
    ),
    Case(
        "Beacon Hill Infant School",
        "decided",
        "A larger board",
        ("p3 la1 s1 h1 c7",),
        ("governing_body",),
        52,
    ),
    Case(
        "Alder Lane Primary School", "made", "Twelve governors", ("p2 la1 s1 h1 c7",), ("governing_body",), 70
    ),
    Case("Harbour View Nursery School", "withdrawn", "One parent fewer", ("p1 la1 s1 h1 c5",), days_ago=200),
    Case(
        "Priory Church of England Junior School",
        "disagreement",
        "Four foundation governors",
        ("p2 la1 s1 h1 c3 f4",),
        days_ago=48,
        entrance="authority",
    ),
)


@transaction.atomic
def fill(authority: Authority, today: datetime.date) -> None:
    """Fill an authority that has nothing."""
    authority.name, authority.code, authority.demo = "Northshire", "000", True
    authority.holidays = [
        [f"{year}-{first}", f"{year}-{last}"]
        for year in (today.year, today.year + 1)
        for first, last in (("04-02", "04-17"), ("07-22", "09-01"), ("12-19", "12-31"))
    ]
    authority.save()
    record(authority, OFFICER, "made the demonstration", authority)
    dioceses = {
        faith: Diocese.objects.create(name=name, faith=faith)
        for faith, name in ((_CE, "Diocese of Northshire"), (_RC, "Archdiocese of Northtown"))
    }
    for number, spec in enumerate((*BODIES, FEDERATION)):
        schools = FEDERATED if spec is FEDERATION else (spec,)
        body = Body.objects.create(authority=authority, name=spec.name, category=spec.category)
        for place, one in enumerate(schools):
            school = _school(authority, one, dioceses, urn=900_100 + 10 * number + place)
            BodySchool.objects.create(body=body, school=school, since=_day(spec.since))
        _instrument(body, spec, today)
        _people(body, spec, today, number)
        Meeting.objects.create(
            body=body,
            on=today + datetime.timedelta(days=9 + 3 * number),
            about="Meeting of the governing body",
        )
    for case in CASES:
        _proposal(Body.objects.get(authority=authority, name=case.body), case, today)


def data_of(spec: Spec, *, made_by: str = _COUNCIL) -> dict[str, Any]:
    """Give the proposal of a body with the keys of a file."""
    seats = seats_of(spec.seats)
    unit = spec.category == "pupil referral unit"
    made = (_day(spec.since) - datetime.timedelta(days=48)).isoformat()
    whose = "management committee" if unit else "governing body"
    school = {"name": spec.name, "category": spec.category, "local_authority": "Northshire"}
    school |= {
        key: said
        for key, said in (("foundation", spec.foundation), ("religious_character", spec.faith))
        if said
    }
    data: dict[str, Any] = {
        "school": school,
        "instrument": {
            "governing_body": f"The {whose} of {spec.name}",
            "made_by": made_by,
            "made_on": made,
            "effective_on": spec.since,
        },
        "seats": {**seats, "total": sum(seats.values())},
    }
    if spec is FEDERATION:
        data["schools"] = [_federated(one) for one in FEDERATED]
    if seats.get("foundation"):
        by = {_CE: "the Northshire Diocesan Board of Education", _RC: "the Archbishop of Northtown"}.get(
            spec.faith, "the trustees of the foundation"
        )
        data["foundation"] = {"appointers": [{"by": by, "number": seats["foundation"]}]}
        if spec is FEDERATION:
            data["foundation"]["appointers"][0]["school"] = FEDERATED[0].name
    if spec.faith:
        data["ethos"] = {"description": _ETHOS.format(faith=spec.faith)}
    return data


def seats_of(short: str) -> dict[str, int]:
    """Read seats in short.

    >>> seats_of("p2 la1")
    {'parent': 2, 'local_authority': 1}
    """
    known = {**_SHORT, **_SHORT_OTHERS}
    return {
        known[one.rstrip("0123456789")]: int(one.lstrip("abcdefghijklmnopqrstuvwxyz"))
        for one in short.split()
    }


def _federated(spec: Spec) -> dict[str, Any]:
    said = {
        "name": spec.name,
        "category": spec.category,
        "foundation": spec.foundation,
        "religious_character": spec.faith,
    }
    said["ethos"] = _ETHOS.format(faith=spec.faith) if spec.faith else ""
    return {key: value for key, value in said.items() if value}


def _school(authority: Authority, spec: Spec, dioceses: Mapping[str, Diocese], *, urn: int) -> School:
    school: School = School.objects.create(
        authority=authority,
        diocese=dioceses.get(spec.faith),
        urn=str(urn),
        laestab=f"000{urn % 10_000:04}",
        name=spec.name,
        category=spec.category,
        foundation=spec.foundation,
        religious_character=spec.faith,
        phase=spec.phase,
        source="demonstration",
    )
    return school


def _instrument(body: Body, spec: Spec, today: datetime.date) -> None:
    data = data_of(spec)
    draft = governance.draft(parse(data), anyway=True)
    document = store.keep(
        body.authority,
        draft,
        kind="instrument",
        suffix="docx",
        title="Instrument of government",
        body=body,
        by=OFFICER,
    )
    made = data["instrument"]["made_on"]
    instrument = Instrument.objects.create(
        body=body, data=data, made_on=_day(made), effective_on=_day(spec.since), document=document
    )
    standing.bring_up_to_date(instrument, today)
    record(body.authority, OFFICER, "put an instrument on file", instrument, says=body.name, body=body)


def _people(body: Body, spec: Spec, today: datetime.date, number: int) -> None:
    """Fill most seats, and leave the register as untidy as registers are."""
    unit, line = spec.category == "pupil referral unit", 1
    for seat, seats in seats_of(spec.seats).items():
        vacant = 1 if (number + len(seat)) % 5 == 0 and seats > 1 else 0
        for place in range(seats - vacant):
            line += 1
            came_by, by = _WAYS.get(seat, _CO_OPTED)
            since = today - datetime.timedelta(days=(number * 211 + place * 307 + len(seat) * 97) % 1430)
            words = seat_words(seat, 1)
            one = Appointment(
                body=body,
                key=f"{member_words(words) if unit else words} {'ABCDEFGHIJKLMN'[place]}",
                category=seat,
                came_by=came_by,
                appointed_by=by,
                appointed_on=since,
                term="" if seat == "head_teacher" else "4 years",
                ends_stated=None
                if seat == "head_teacher"
                else _years_after(since, 4) - datetime.timedelta(days=1),
                employed_at_school=seat in {"staff", "head_teacher"} or None,
                standing="in post",
                line=line,
                source="register of the office",
                grade="recorded",
            )
            one.save()
            if (seat, place) == ("co_opted" if "c" in spec.seats.split()[-1] else "parent", 0):
                Office.objects.create(appointment=one, role="chair", since=since)
    _untidy(body, today, number, line)


def _untidy(body: Body, today: datetime.date, number: int, line: int) -> None:
    """Make each third register one of the ways in which registers are wrong."""
    first = body.appointments.exclude(category="head_teacher").order_by("line").first()
    if first is None or number % 3:
        return
    match _UNTIDY[number // 3 % len(_UNTIDY)]:
        case "listed twice":
            first.pk, first.line = None, line + 1
        case "over, and still there":
            first.appointed_on = today - datetime.timedelta(days=5 * 365)
            first.ends_stated = _years_after(first.appointed_on, 4)
        case "no day":
            first.appointed_on = None
        case "an end that is not that of the term":
            first.ends_stated = _years_after(first.appointed_on, 8)
        case _:
            first.category = "partnership" if first.category != "partnership" else "sponsor"
    first.save()


def _proposal(body: Body, case: Case, today: datetime.date) -> None:
    began = today - datetime.timedelta(days=case.days_ago)
    instrument = body.instruments.first()
    proposal = Proposal.objects.create(
        body=body,
        title=case.title,
        status=case.status,
        entrance=case.entrance,
        assigned_to=case.assigned,
        due_on=began + datetime.timedelta(days=60),
        replaces=instrument,
    )
    versions = [
        _version(proposal, instrument, number, seats, began)
        for number, seats in enumerate(case.seats, start=1)
    ]
    record(body.authority, OFFICER, "began a proposal", proposal, body=body)
    for place, kind in enumerate(case.approved):
        Approval.objects.create(
            version=versions[-1],
            kind=kind,
            on=began + datetime.timedelta(days=2 + place),
            by_office="clerk" if kind == "governing_body" else kind.replace("_", " "),
        )
    before = "draft"
    for place, status in enumerate(_way(case)):
        Move.objects.create(
            version=versions[-1],
            move=status,
            from_status=before,
            to_status=status,
            on=began + datetime.timedelta(days=1 + place),
            by_office=OFFICER,
        )
        record(
            body.authority,
            OFFICER,
            "moved a proposal",
            proposal,
            body=body,
            facts={"from": before, "to": status},
        )
        before = status
    if case.status == "made":
        CopySent.objects.create(
            proposal=proposal,
            recipient="the governors",
            sent_on=today - datetime.timedelta(days=4),
            how="e-mail",
        )


def _way(case: Case) -> Sequence[str]:
    """Give the statuses by which a proposal came to where it is."""
    whole = [
        "shared",
        "agreed",
        *(["approved"] if "foundation_governors" in case.approved else []),
        "submitted",
        "checked",
        "content",
        "decided",
        "made",
    ]
    ways = {
        "draft": [],
        "returned": ["shared", "submitted", "checked", "returned"],
        "withdrawn": ["withdrawn"],
        "disagreement": ["submitted", "checked", "disagreement"],
    }
    return ways[case.status] if case.status in ways else whole[: whole.index(case.status) + 1]


def _version(
    proposal: Proposal, instrument: Instrument, number: int, short: str, began: datetime.date
) -> ProposalVersion:
    seats = seats_of(short)
    data = {
        **instrument.data,
        "seats": {**seats, "total": sum(seats.values())},
        "current": {"seats": instrument.data["seats"]},
    }
    effective = (began + datetime.timedelta(days=120)).isoformat()
    data["instrument"] = {
        **data["instrument"],
        "made_on": None,
        "effective_on": effective,
        "replaces": instrument.data["instrument"]["made_on"],
    }
    data["instrument"].pop("made_on")
    if "foundation" in data:
        appointers = [{**data["foundation"]["appointers"][0], "number": seats.get("foundation", 0)}]
        data["foundation"] = {"appointers": appointers}
    try:
        result = check(parse(data, source=proposal.title))
    except CannotTellError:
        result = None
    version: ProposalVersion = ProposalVersion.objects.create(
        proposal=proposal,
        number=number,
        data=data,
        result=result and result.as_json(),
        lawful=result.lawful if result else None,
        on=_day(effective),
        rules_hash=library_hash(library()),
        tool_version=__version__,
        by=OFFICER,
    )
    return version


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def _years_after(day: datetime.date, years: int) -> datetime.date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)

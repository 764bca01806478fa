"""A body as linked data, in the Department's terms: nothing is stated that the register does not say."""

import datetime
import json

import attrs
import pytest
from click.testing import CliRunner

import governance
from governance.cli import main
from governance.gias.epr import PREFIXES
from governance.gias.jsonld import jsonld
from governance.model.person import Person
from governance.people.in_post import in_post
from governance.people.register import Register

DAY = datetime.date(2026, 11, 29)
HILL = governance.load("examples/rift-house.toml")
SEATS = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 7}


def person(key="p", category="parent", began="2025-09-01", **more):
    day = datetime.date.fromisoformat(began) if began else None
    return Person(key, category, appointed_on=day, line=2, **more)


def made(*people, instrument=HILL, columns=None):
    numbered = tuple(attrs.evolve(one, line=line) for line, one in enumerate(people, start=2))
    register = Register("r", numbered, headings=columns or {})
    return jsonld(in_post(register, (instrument,) if instrument else (), on=DAY))


def nodes(document, kind):
    """Every node of a kind, wherever it stands."""
    found = []

    def walk(value):
        if isinstance(value, dict):
            if value.get("@type") == kind:
                found.append(value)
            value = list(value.values())
        if isinstance(value, list):
            for one in value:
                walk(one)

    walk(document["@graph"])
    return found


def test_positions_and_vacancies():
    """Each seat is a position; one that nobody fills has a vacancy, and one that is filled has none."""
    found = made(person("a"), person("b", "co_opted"))
    positions = nodes(found, "gov:ConstitutionPosition")
    assert sum(SEATS.values()) == len(positions)
    filled = {one["govo:fills"]["@id"] for one in nodes(found, "gov:GovernanceAppointment")}
    assert {"_:body1-parent-1", "_:body1-co-opted-1"} == filled
    assert {one["@id"] for one in positions if "govo:hasVacancy" not in one} == filled


def test_more_than_the_seats():
    """Who is one too many fills no position."""
    found = made(person("a"), person("b"), person("c"))
    assert [True, True, False] == ["govo:fills" in one for one in nodes(found, "gov:GovernanceAppointment")]


def test_without_instrument():
    """There is no constitution where no instrument is given, and none before the day of effect."""
    assert not nodes(made(person(), instrument=None), "gov:Constitution")
    later = attrs.evolve(
        HILL, instrument=attrs.evolve(HILL.instrument, effective_on=datetime.date(2027, 1, 1))
    )
    assert not nodes(made(person(), instrument=later), "gov:Constitution")


def test_somebody_of_no_category():
    """Such a person is a plain governor, and no seat is called vacant that may be theirs."""
    found = made(person("a", "", standing="cannot tell"))
    (one,) = nodes(found, "gov:GovernanceAppointment")
    assert {"@id": "gov:Governor"} == one["govo:hasRoleType"]
    assert "not known" in one["rdfs:comment"]
    assert not nodes(found, "gov:Vacancy")


def test_a_term_over_by_the_law_alone():
    """Then it is open whether the seat is empty: the register does not say that anybody left."""
    assert not nodes(made(person("a", "co_opted", began="2021-09-01")), "gov:Vacancy")
    last = datetime.date(2025, 8, 31)
    assert nodes(made(person("a", "co_opted", began="2021-09-01", stated_end=last)), "gov:Vacancy")


@pytest.mark.parametrize(
    ("category", "way", "role", "by"),
    [
        ("parent", "election", "ParentGovernor", "ElectedByParents"),
        ("parent", "appointment", "ParentGovernor", "ParentAppointedByGoverningBodyDueToNoElection"),
        ("parent", None, "ParentGovernor", None),
        ("staff", None, "StaffGovernor", "ElectedByStaff"),
        ("head_teacher", "ex officio", "ExOfficioGovernor", "ExOfficioAppointment"),
        ("local_authority", "nomination", "LocalAuthorityGovernor", "AppointedByLocalAuthority"),
        ("co_opted", None, "CoOptedGovernor", "AppointedByGoverningBody"),
        ("foundation", "ex officio", "FoundationGovernor", "ExOfficioAppointment"),
        ("foundation", "appointment", "FoundationGovernor", "AppointedByFoundationOrTrust"),
        ("partnership", None, "PartnershipGovernor", "NominatedByPartner"),
        ("sponsor", None, "Governor", None),
    ],
)
def test_terms_of_the_department(category, way, role, by):
    """The role type and who appointed; what has no word of its own is a governor, and said in a comment."""
    (one,) = nodes(made(person("a", category, came_by=way)), "gov:GovernanceAppointment")
    assert {"@id": f"gov:{role}"} == one["govo:hasRoleType"]
    assert (None if by is None else {"@id": f"gov:{by}"}) == one.get("govo:hasAppointingBody")
    assert (role == "Governor") is ("Sponsor governor." in one.get("rdfs:comment", ""))


def test_terms_of_office():
    """A day that the register states is given; one that is reckoned is said in words, in both readings."""
    stated = made(person(stated_end=datetime.date(2029, 8, 31)))
    (term,) = nodes(stated, "gov:TermOfOffice")
    assert ["2025-09-01", "2029-08-31"] == [term[f"govo:has{one}Date"]["@value"] for one in ("Start", "End")]
    (one,) = nodes(made(person("a", "co_opted")), "gov:GovernanceAppointment")
    assert "govo:hasEndDate" not in one["govo:hasTermOfOffice"]
    assert "31 August 2029 or 1 September 2029" in one["rdfs:comment"]


def test_no_end_of_a_head():
    """The office goes with the post."""
    head = person("h", "head_teacher", came_by="ex officio", stated_end=datetime.date(2029, 8, 31))
    (term,) = nodes(made(head), "gov:TermOfOffice")
    assert "govo:hasEndDate" not in term


@pytest.mark.parametrize(("office", "role"), [("chair", "gov:Chair"), ("vice chair", "gov:ViceChair")])
def test_an_office(office, role):
    """It is laid upon the appointment, also where it has a row of its own."""
    for people in (
        (person("a", office=office),),
        (person("a", who="x"), person("b", "", office=office, standing="office", who="x")),
    ):
        (one,) = nodes(made(*people), "gov:RoleAssignment")
        assert ("_:body1-appointment-2", role) == (
            one["govo:layeredOn"]["@id"],
            one["govo:assignsRole"]["@id"],
        )


def test_who_is_no_governor():
    """Who has left, an associate member and a clerk have no appointment to the body."""
    gone = person("a", ended_on=datetime.date(2026, 11, 28))
    others = (
        person("b", "associate member", standing="associate"),
        person("c", "", standing="not a governor"),
    )
    assert not nodes(made(gone, *others), "gov:GovernanceAppointment")


def test_one_person_twice():
    """Two appointments of one person are of one node, and the person is not the appointment."""
    found = made(person("a", who="x"), person("b", "co_opted", who="x"))
    assert 1 == len({one["@id"] for one in nodes(found, "gov:GovernancePerson")})
    assert 2 == len({one["@id"] for one in nodes(found, "gov:GovernanceAppointment")})


def test_a_name_that_was_kept():
    """It is the label of the person, and of nothing else."""
    found = made(person(name="Pat Example"))
    assert "Pat Example" == nodes(found, "gov:GovernancePerson")[0]["rdfs:label"]
    assert 1 == json.dumps(found).count("Pat Example")


@pytest.mark.parametrize(("heading", "there"), [("GID", True), ("Ref", False)])
def test_gid(heading, there):
    """Only the Department's number is its number."""
    found = made(person("1000001"), columns={"key": (heading,)})
    assert there is bool(nodes(found, "gov:GovernanceIdentifier"))


def test_school():
    """The school is a node of its own, by its URN."""
    (one,) = nodes(made(person(urn="100000")), "est:Establishment")
    assert "100000" == one["esto:hasEstablishmentIdentity"]["esto:identifiedByUrn"]["rdf:value"]
    assert {"@id": "_:body1"} == one["govo:hasGovernanceBody"]


def test_unit():
    """A unit has a management committee, for which there is no class of its own."""
    unit = governance.load("examples/pupil-referral-unit.toml")
    found = made(person("a", "community"), instrument=unit)
    assert "gov:GovernanceBody" == found["@graph"][0]["@type"]
    assert "parent member, seat 1" in {one["rdfs:label"] for one in nodes(found, "gov:ConstitutionPosition")}


@pytest.mark.parametrize(
    "source",
    [("examples/register.csv", "--instrument", "examples/rift-house.toml"), ("examples/people.toml",)],
)
def test_command(source):
    """Every prefix that is used is known, every node that is meant is there, and no name is."""
    done = CliRunner().invoke(main, ["people", *source, "--on", "2024-09-01", "--jsonld"])
    found = json.loads(done.stdout)
    text = json.dumps(found["@graph"])
    used = {key.split(":")[0] for key in _keys(found["@graph"]) if ":" in key}
    assert used <= set(PREFIXES)
    there = {
        one["@id"]
        for kind in ("ConstitutionPosition", "GovernanceAppointment")
        for one in nodes(found, f"gov:{kind}")
    }
    meant = [
        one["govo:fills"]["@id"] for one in nodes(found, "gov:GovernanceAppointment") if "govo:fills" in one
    ]
    assert meant
    assert set(meant) <= there
    assert nodes(found, "gov:GovernancePerson")
    assert all("rdfs:label" not in one for one in nodes(found, "gov:GovernancePerson"))
    assert "gov:ParentGovernor" in text


def test_either():
    """Two answers at once are refused."""
    done = CliRunner().invoke(main, ["people", "examples/register.csv", "--json", "--jsonld"])
    assert 2 == done.exit_code


def _keys(value):
    if isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from _keys(one)
    elif isinstance(value, list):
        for one in value:
            yield from _keys(one)

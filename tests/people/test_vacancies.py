"""The report for members: what is vacant, and what a count must not say."""

import datetime
from collections import Counter
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import governance
from governance.documents.vacancies import document, vacancies_workbook
from governance.documents.word.blocks import Clauses, Table, plain
from governance.letters.vacancies import summary
from governance.model.names import SEATS
from governance.model.person import Person
from governance.people.register import Register
from governance.people.vacancies import vacancies

EXAMPLES = Path(__file__).parents[2] / "examples"
RIFT = governance.load(EXAMPLES / "rift-house.toml")
AIDED = governance.load(EXAMPLES / "voluntary-aided.toml")
DAY = datetime.date(2026, 11, 29)
SOON = datetime.date(2027, 2, 27)
NAME = "Rift House Primary School"


def person(key, category, began="2025-09-01", **more):
    return Person(key, category, appointed_on=datetime.date.fromisoformat(began), body=NAME, **more)


def found(*people, instruments=(RIFT,)):
    return vacancies([Register("all.csv", people)], instruments, on=DAY, before=SOON)


def test_seats_in_post_and_vacancies():
    """A body with an instrument and one parent governor."""
    answer = found(person("p", "parent"))
    counts = {one.category: (one.seats, one.in_post, one.vacancies, one.surplus) for one in answer.places}
    assert (2, 1, 1, 0) == counts["parent"]
    assert [(NAME, 1)] == [(one.body, one.vacancies) for one in answer.ours]


@given(st.lists(st.sampled_from(SEATS), max_size=20))
def test_seats_are_in_post_and_vacancies_less_surplus(categories):
    """Of each category, and of all together; nobody is counted twice."""
    people = [person(f"{seat} {number}", seat) for number, seat in enumerate(categories)]
    answer = found(*people)
    for one in (*answer.places, *answer.totals):
        assert one.seats == one.in_post + one.vacancies - one.surplus
    if people:
        told = Counter({one.category: one.in_post for one in answer.totals})
        assert +told == Counter(categories)


def test_a_body_that_no_register_names_has_no_vacancies():
    """Who is in post there is not known: an empty register is no empty board."""
    answer = found(person("p", "parent"), instruments=(RIFT, AIDED))
    assert {NAME} == {one.body for one in answer.places}
    assert 1 == len(answer.unlisted)
    (said,) = [block for block in document(answer).blocks if isinstance(block, Clauses)]
    assert "no register names anybody" in plain(said.clauses[0].text)


def test_a_body_without_an_instrument_has_no_seats():
    """Both are named: the only register is not of the only instrument because of that."""
    answer = found(attrs.evolve(person("h", "parent"), body="Hill School"))
    assert ("Hill School",) == answer.without
    assert 1 == len(answer.unlisted)
    assert () == answer.places


def test_somebody_of_whom_it_cannot_be_told_is_said_to_be():
    """The vacancies may be fewer."""
    answer = found(person("p", "parent"), person("q", "", standing="cannot tell"))
    assert any("whether q is a governor in post" in line for line in answer.unsettled)


@pytest.mark.parametrize(
    ("began", "there"),
    [("2023-01-15", True), ("2023-02-27", True), ("2023-02-28", False)],
)
def test_terms_that_end_before_a_day(began, there):
    """Four years; the earlier reading of the end decides, so that none is missed."""
    answer = found(person("s", "staff", began))
    assert there is bool(answer.endings)


def test_a_term_that_is_over():
    """Two years of a parent governor; the register does not say that the governor has left."""
    answer = found(person("p", "parent", "2023-09-01"))
    assert [("p", datetime.date(2025, 8, 31))] == [(one.key, one.days[0]) for one in answer.over]
    assert 2 == next(one.vacancies for one in answer.places if one.category == "parent")
    assert () == found(person("p", "parent", "2023-09-01", ended_on=DAY.replace(year=2025))).over


def test_registers_that_name_no_body_are_of_their_files():
    """One file for each school."""
    rift = Register(f"{NAME}.csv", (attrs.evolve(person("p", "parent"), body=""),))
    other = Register("Hill School.csv", (attrs.evolve(person("q", "parent"), body=""),))
    answer = vacancies([rift, other], [RIFT], on=DAY, before=SOON)
    assert {NAME} == {one.body for one in answer.places}
    assert ("Hill School",) == answer.without


def test_the_people_of_a_proposal_are_of_its_own_body():
    """Whatever its file is called."""
    own = Register(RIFT.source, (attrs.evolve(person("p", "parent"), body=""),))
    answer = vacancies([own], [RIFT, AIDED], on=DAY, before=SOON)
    assert {"parent": 1} == {one.category: one.in_post for one in answer.places if one.in_post}
    assert 1 == len(answer.unlisted)


def test_where_nothing_is_known():
    """The first sentence does not say that there is no vacancy."""
    answer = found(attrs.evolve(person("h", "parent"), body="Hill School"))
    assert "cannot be told" in summary(answer)


def test_the_same_report_is_the_same_bytes():
    """In Word and as a workbook."""
    answer = found(person("p", "parent"), person("s", "staff", "2023-01-15"))
    assert governance.vacancies_report(answer) == governance.vacancies_report(answer)
    assert vacancies_workbook(answer) == vacancies_workbook(answer)
    tables = [plain(block.caption) for block in document(answer).blocks if isinstance(block, Table)]
    assert [
        "Seats and people by category",
        "Where somebody is wanted",
        "Local authority governors",
        "Terms of governors in post",
    ] == tables

"""A register written out and read back is the same register, whatever its keys begin with."""

import datetime
import io

import openpyxl
import pytest
from command import command as run
from hypothesis import given
from hypothesis import strategies as st

from governance.errors import DocumentError
from governance.files.cells import safe_cell
from governance.model.names import ASSOCIATE, SEATS
from governance.model.person import Person
from governance.model.term import Term
from governance.people.export import export, export_csv
from governance.people.in_post import in_post
from governance.people.register import Register, read_register

DAY = datetime.date(2026, 11, 29)
KEYS = st.text(alphabet="ab12=+-@'", min_size=1, max_size=6).map(lambda text: f"{text}g")
DAYS = st.dates(datetime.date(2012, 9, 1), datetime.date(2026, 1, 1))


@st.composite
def people(draw):
    """A governor, an associate member or a vacancy, as a register tells of one."""
    seat = draw(st.sampled_from([seat for seat in SEATS if seat != "head_teacher"] + [ASSOCIATE]))
    began = draw(DAYS)
    facts = {}
    if draw(st.booleans()):
        facts["term"] = Term(draw(st.integers(1, 4)) * 12)
    if draw(st.booleans()):
        facts["employed_at_school"] = draw(st.booleans())
    return Person(
        draw(KEYS),
        seat,
        came_by=None
        if seat == ASSOCIATE
        else draw(st.sampled_from(("election", "appointment", "nomination"))),
        appointed_on=began,
        facts=facts,
        body=draw(st.sampled_from(("Hill School", "=HYPERLINK(1)", "-Dale"))),
        stated_end=draw(st.none() | st.dates(began + datetime.timedelta(30), datetime.date(2031, 1, 1))),
        ended_on=draw(st.none() | st.just(began + datetime.timedelta(300))),
        office=None if seat == ASSOCIATE else draw(st.sampled_from((None, "chair", "vice chair"))),
        standing="associate" if seat == ASSOCIATE else "in post",
    )


def told(person):
    """What a register tells of somebody."""
    return (
        person.body,
        person.key,
        person.category,
        person.came_by,
        person.appointed_on,
        person.stated_end,
        person.ended_on,
        person.office,
        person.employed_at_school,
        person.term,
    )


@given(
    st.lists(people(), min_size=1, max_size=6, unique_by=lambda one: one.key),
    st.sampled_from((".csv", ".xlsx")),
)
def test_the_round_trip(made, suffix):
    """As a .csv file and as a workbook."""
    answer = in_post(Register("r", tuple(made)), on=DAY)
    again = read_register(export(answer, suffix))
    assert sorted(map(told, made), key=str) == sorted(map(told, again.people), key=str)


def test_a_formula_stays_text():
    """In both."""
    answer = in_post(Register("r", (Person("=1+1", "parent", appointed_on=DAY, body="Hill"),)), on=DAY)
    assert safe_cell("=1+1") in export_csv(answer).decode("utf-8-sig")
    sheet = openpyxl.load_workbook(io.BytesIO(export(answer, ".xlsx"))).active
    assert ("=1+1", "s") == (sheet["B2"].value, sheet["B2"].data_type)


def test_a_vacancy_is_a_vacancy_again():
    """Of its category."""
    answer = in_post(Register("r", (Person("v", "parent", body="Hill", standing="vacancy"),)), on=DAY)
    (again,) = read_register(export_csv(answer)).people
    assert ("vacancy", "parent") == (again.standing, again.category)


def test_the_command(tmp_path):
    """Beside the answer; another kind of file is refused."""
    path = tmp_path / "people.csv"
    done = run("people", "examples/register.csv", "--on", "2024-09-01", "--export", path)
    assert f"Wrote {path}." in done.stderr
    assert b"Governor ID" in path.read_bytes()
    assert 2 == run("people", "examples/register.csv", "--export", path).returncode
    assert 2 == run("people", "examples/register.csv", "--export", tmp_path / "people.doc").returncode
    with pytest.raises(DocumentError, match="ends in"):
        export(in_post(read_register("examples/register.csv"), on=DAY), "")

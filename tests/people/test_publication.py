"""The table of governors that a school publishes."""

import csv
import datetime
import io

import docx
import pytest
from command import command as run

import governance
from governance.documents.publication import document
from governance.documents.word.blocks import Paragraph, plain
from governance.errors import CannotTellError
from governance.files.cells import plain_cell
from governance.model.person import Person
from governance.people.in_post import in_post
from governance.people.publication import publication, publication_csv
from governance.people.register import Register

DAY = datetime.date(2026, 11, 29)


def person(key, category="parent", began="2025-09-01", **more):
    return Person(key, category, appointed_on=datetime.date.fromisoformat(began), body="Hill", **more)


def made(*people, since=None):
    return publication(in_post(Register("r", people), on=DAY), since=since)


def rows(*people, since=None):
    return [row for body in made(*people, since=since).bodies for row in body.rows]


def test_who_serves_stands_before_who_has_left():
    """The last to leave first."""
    left = {"ended_on": datetime.date(2026, 1, 5)}
    before = {"ended_on": datetime.date(2025, 12, 5)}
    found = rows(person("a", **before), person("b", **left), person("c", office="chair"))
    assert ["c", "b", "a"] == [row[0] for row in found]
    assert ["in post", "5 January 2026", "5 December 2025"] == [row[5] for row in found]
    assert ["Parent governor, chair", "Parent governor", "Parent governor"] == [row[1] for row in found]


@pytest.mark.parametrize(("day", "there"), [("2026-01-05", True), ("2026-01-06", False)])
def test_those_who_left_before_a_day_are_left_out(day, there):
    """Only where that is asked."""
    gone = person("a", ended_on=datetime.date(2026, 1, 5))
    found = rows(gone, person("p"), since=datetime.date.fromisoformat(day))
    assert there is ("a" in [row[0] for row in found])


def test_only_governors():
    """An associate member, a vacancy and a clerk are none."""
    people = (
        person("a", "associate member", standing="associate"),
        person("v", standing="vacancy"),
        person("c", "", standing="not a governor"),
        person("p"),
    )
    assert ["p"] == [row[0] for row in rows(*people)]
    with pytest.raises(CannotTellError, match="nobody in it is known to be a governor"):
        made(*people[:3])


def test_the_end_of_a_term():
    """As the register states it; or as it is reckoned, in both readings."""
    stated = person("a", stated_end=datetime.date(2028, 8, 31))
    reckoned = "31 August 2029 or 1 September 2029"
    later = person("c", stated_end=datetime.date(2029, 9, 2))
    assert ["31 August 2028", reckoned, f"{reckoned}; the register says 2 September 2029"] == [
        row[4] for row in rows(stated, person("b"), later)
    ]


def test_what_the_register_does_not_say():
    """Nothing is made up."""
    ((_, _, by, began, *_),) = rows(Person("a", "parent", body="Hill"))
    assert ("not in the register", "not in the register") == (by, began)


def test_what_the_guidance_asks_for_besides():
    """With its citation, and the hint on names where there are none."""
    said = [plain(block.text) for block in document(made(person("p"))).blocks if isinstance(block, Paragraph)]
    assert any("paras 25-27" in line and "attendance" in line for line in said)
    assert any("--names" in line for line in said)
    with pytest.raises(CannotTellError, match="not in force"):
        publication(in_post(Register("r", (person("p"),)), on=datetime.date(2017, 8, 28)))


def test_no_cell_is_a_formula_and_the_same_bytes():
    """In the .csv file; the Word file is made anew as it was."""
    found = made(person("=1+1"))
    text = publication_csv(found).decode("utf-8-sig")
    (_, (_, key, *_)) = csv.reader(io.StringIO(text))
    assert ("'=1+1", "=1+1") == (key, plain_cell(key))
    assert governance.publication(found) == governance.publication(found)


def test_the_command(tmp_path):
    """By the end of the name."""
    asked = ("publication", "examples/register.csv", "--on", "2024-09-01")
    for name in ("governors.docx", "governors.xlsx", "governors.csv"):
        assert f"Wrote {tmp_path / name}." in run(*asked, "-o", tmp_path / name).stdout
    assert "Governors" == docx.Document(tmp_path / "governors.docx").paragraphs[0].text
    assert 2 == run(*asked, "-o", tmp_path / "governors.csv").returncode
    assert 2 == run(*asked, "-o", tmp_path / "governors.doc").returncode

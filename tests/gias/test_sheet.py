"""The bulk-update workbook of GIAS: filled from a register into a copy, and all else as in the template."""

import csv
import datetime
import io
import json
import zipfile
from typing import ClassVar

import openpyxl
import pytest
from click.testing import CliRunner
from gias_template import COLUMNS, LISTS, SHEET, template

from governance.cli import main
from governance.people.register import read_register

DAY = "2026-11-29"
HEADS = ("GID", "URN", "Title", "First name", "Surname", "Type of governor", "Appointed by", "Start date", "Term ends", "Date left", "Role")  # fmt: skip
PARENT = {
    "GID": "1000001", "URN": "100000", "Type of governor": "Parent", "Appointed by": "Elected by parents",
    "Start date": "01/09/2025", "Term ends": "31/08/2029", "First name": "Pat", "Surname": "Example", "Title": "Mrs",
}  # fmt: skip


def register(folder, *rows, heads=HEADS):
    path = folder / "register.csv"
    text = io.StringIO()
    table = csv.DictWriter(text, heads)
    table.writeheader()
    table.writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8")
    return path


def run(*arguments):
    return CliRunner().invoke(main, ["gias", "sheet", *map(str, arguments)])


class Done:
    """One run: what was said, and the workbook where there is one."""

    def __init__(self, folder, form, rows, *more, heads=HEADS):
        self.form, self.out = folder / "form.xlsx", folder / "out.xlsx"
        self.form.write_bytes(form)
        source = register(folder, *rows, heads=heads)
        done = run(self.form, source, "-o", self.out, "--on", DAY, "--json", *more)
        self.status = done.exit_code
        self.said = json.loads(done.stdout)

    @property
    def rows(self):
        """The rows of the workbook below its heading, each by column."""
        with pytest.warns(UserWarning, match="Data Validation"):  # openpyxl would lose the drop-downs
            sheet = openpyxl.load_workbook(self.out)["Data"]
        heads = [cell.value for cell in sheet[1]]
        return [
            {head: value for head, value in zip(heads, row, strict=True) if value is not None}
            for row in sheet.iter_rows(min_row=2, values_only=True)
            if any(value is not None for value in row)
        ]

    def says(self, words):
        """The remarks that have these words."""
        return [one for one in self.said["remarks"] if words in one["says"]]


@pytest.fixture
def made(tmp_path):
    def make(*rows, form=None, more=(), heads=HEADS):
        return Done(tmp_path, form or template(), rows, *more, heads=heads)

    return make


def day(text):
    return datetime.datetime.fromisoformat(text)  # as openpyxl gives a day


def test_a_row(made):
    """Who is in post has a row in GIAS's own words, with days that are days; the name only where it is asked for."""
    done = made(PARENT)
    row = {
        "GID": 1000001, "URN": 100000, "Role": "Governor", "Date of appointment": day("2025-09-01"),
        "Date term of office ends/ended": day("2029-08-31"), "Appointing body": "Elected by parents",
    }  # fmt: skip
    assert [row] == done.rows
    assert 0 == done.status
    assert done.says("names are blank")
    named = made(PARENT, more=("--names", "--force"))
    assert [{**row, "Title": "Mrs", "Forename 1": "Pat", "Surname": "Example"}] == named.rows
    assert not named.says("names are blank")


def test_all_else_is_as_in_the_template(made):
    """Every other part is the same byte for byte, the drop-downs are there, and the template is not touched."""
    form = template()
    done = made(*[{**PARENT, "GID": str(number)} for number in range(5)], form=form)
    assert form == done.form.read_bytes()
    before, after = zipfile.ZipFile(io.BytesIO(form)), zipfile.ZipFile(done.out)
    assert before.namelist() == after.namelist()
    assert [SHEET] == [name for name in before.namelist() if before.read(name) != after.read(name)]
    sheets = [zipfile.ZipFile(one).read(SHEET) for one in (done.form, done.out)]
    around = [(one[: one.index(b"<dimension")], one[one.index(b"</sheetData>") :]) for one in sheets]
    assert around[0] == around[1]
    assert 5 == around[1][1].count(b"<x14:dataValidation ")


def test_the_same_bytes_each_time(made):
    """The same register and template give the same workbook."""
    first = made(PARENT).out.read_bytes()
    assert first == made(PARENT, more=("--force",)).out.read_bytes()


def test_it_is_read_back(made):
    """Another reader of workbooks finds the same people in it."""
    rows = [
        {**PARENT, "GID": str(number), "Surname": f"P{number}", "Start date": f"0{number}/09/2025"}
        for number in range(1, 6)
    ]
    done = made(*rows)
    found = read_register(done.out)
    assert [one.key for one in found.people] == [row["GID"] for row in rows]
    assert [one.appointed_on.day for one in found.people] == [1, 2, 3, 4, 5]
    assert {one.stated_end for one in found.people} == {datetime.date(2029, 8, 31)}
    assert {one.category for one in found.people} == {"parent"}


@pytest.mark.parametrize(
    ("category", "by", "words"),
    [
        ("Parent", "", None),
        ("Parent", "Governing body", "Parent appointed by GB/board due to no election candidates"),
        ("Parent", "Appointed by GB/board", "Parent appointed by GB/board due to no election candidates"),
        ("Staff", "", "Elected by school staff"),
        ("LA", "", "Nominated by LA and appointed by GB"),
        ("LA", "Appointed by LA", None),
        ("Co-opted", "", "Appointed by GB/board"),
        ("Partnership", "", "Nominated by other body and appointed by GB"),
        ("Foundation", "", "Appointed by foundation/Trust"),
        ("Foundation", "The bishop", "Appointed by foundation/Trust"),
        ("", "nominated by other body and appointed by gb", "Nominated by other body and appointed by GB"),
        ("Sponsor", "", None),
    ],
)
def test_who_appointed(made, category, by, words):
    """The words of the list, where they say what the register says; else the cell is blank, and named with its line."""
    done = made({**PARENT, "Type of governor": category, "Appointed by": by})
    (row,) = done.rows
    assert words == row.get("Appointing body")
    left = [one for one in done.said["remarks"] if one["column"] == "Appointing body"]
    assert ([[2]] if words is None else []) == [one["lines"] for one in left]
    assert (3 if words is None else 0) == done.status


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"Date left": "31/08/2026"}, "have left"),
        ({"Term ends": "28/11/2026"}, "have left"),
        ({"Start date": "01/09/2021"}, "by the law the term is over"),
        ({"Start date": "30/11/2026"}, "a day to come"),
        ({"Type of governor": "Associate member"}, "associate members"),
        ({"Surname": "VACANCY", "First name": "", "Start date": ""}, "vacant seats"),
        ({"Type of governor": "Clerk"}, "no role for a clerk"),
        ({"Type of governor": "Acting headteacher"}, "cannot be told"),
        ({"Type of governor": "", "Appointed by": "Interim Executive Board"}, '"Interim Executive Board"'),
    ],
)
def test_who_is_left_out(made, row, words):
    """GIAS takes none of these, and each is named with its line."""
    done = made({**PARENT, **row}, {**PARENT, "GID": "2", "Surname": "Other"})
    assert [2] == [one["GID"] for one in done.rows]
    assert [[2]] == [one["lines"] for one in done.says(words)]


@pytest.mark.parametrize(("last", "there"), [("29/11/2026", True), ("28/11/2026", False)])
def test_the_last_day_of_a_term(made, last, there):
    """Somebody is in post on the last day."""
    assert there is bool(made({**PARENT, "Term ends": last}).rows)


def test_the_chair(made):
    """The chair has the role, once; a second chair has none, for GIAS has one; a vice-chair is a governor there."""
    done = made(
        {**PARENT, "Role": "Vice chair"},
        {**PARENT, "GID": "2", "Surname": "Two", "Role": "Chair"},
        {**PARENT, "GID": "3", "Surname": "Three", "Role": "Chair of governors"},
    )
    assert ["Governor", "Chair of Governors", None] == [row.get("Role") for row in done.rows]
    assert [[4]] == [one["lines"] for one in done.says("one chair")]
    assert [[2 + 1]] == [one["lines"] for one in done.says("days of the governorship")]


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        ({"Start date": "September 2025"}, "Date of appointment", "not in the register"),
        (
            {"Term ends": ""},
            "Date term of office ends/ended",
            "By the law it is 31 August 2029 or 1 September 2029",
        ),
    ],
)
def test_a_day_that_is_not_there(made, row, column, words):
    """A day is never filled in."""
    done = made({**PARENT, **row})
    assert column not in done.rows[0]
    assert [column] == [one["column"] for one in done.says(words)]
    assert 3 == done.status


@pytest.mark.parametrize(("last", "named"), [("01/09/2029", False), ("02/09/2029", True)])
def test_an_end_beyond_the_law(made, last, named):
    """Both readings of the last day are four years; a day more is named, and what GIAS wants of a second term."""
    assert named is bool(made({**PARENT, "Term ends": last}).says("a record for each term"))


def test_no_end_of_an_ex_officio_governor(made):
    """GIAS asks for none."""
    head = {**PARENT, "Type of governor": "Head teacher", "Appointed by": "", "Term ends": "31/08/2030"}
    done = made(head)
    assert "Date term of office ends/ended" not in done.rows[0]
    assert "Ex-officio by virtue of office as headteacher/principal" == done.rows[0]["Appointing body"]
    assert 0 == done.status


def test_an_earlier_end(made):
    """Who has given notice to leave has that day."""
    done = made({**PARENT, "Date left": "31/12/2026"})
    assert day("2026-12-31") == done.rows[0]["Date term of office ends/ended"]


class TestGid:
    """Only GIAS gives a GID, each to one appointment."""

    def test_of_a_new_record(self, made):
        """Another key of the register is no GID."""
        heads = tuple("Ref" if head == "GID" else head for head in HEADS)
        row = {("Ref" if key == "GID" else key): value for key, value in PARENT.items()}
        assert "GID" not in made(row, heads=heads).rows[0]

    def test_of_a_second_term(self, made):
        """A new term is a new record: the earliest appointment keeps the number."""
        later = {**PARENT, "Start date": "01/10/2026", "Term ends": "30/09/2030", "Surname": "Other"}
        done = made(later, PARENT)
        assert [None, 1000001] == [row.get("GID") for row in done.rows]
        assert [[2]] == [one["lines"] for one in done.says("an earlier term")]


class TestRowsThatAreThere:
    """The template as GIAS fills it: what it has is never changed, and nothing is put in twice."""

    THERE: ClassVar = {
        "GID": 1000001, "URN": 100000, "Role": "Governor", "Title": "Mrs", "Forename 1": "Pat", "Surname": "Example",
        "Date of appointment": 45901, "Date term of office ends/ended": 47361, "Appointing body": "Elected by parents",
    }  # fmt: skip

    def test_the_same(self, made):
        """A row that is there is not written again; a new one stands below."""
        done = made(
            PARENT,
            {**PARENT, "GID": "", "Surname": "Other", "Start date": "02/09/2025"},
            form=template([self.THERE]),
        )
        assert [1000001, None] == [row.get("GID") for row in done.rows]
        assert "Pat" == done.rows[0]["Forename 1"]
        assert (1, 1) == (done.said["added"], done.said["there"])
        assert 0 == done.status

    def test_the_other_reading(self, made):
        """Both last days of four years are right."""
        assert 0 == made({**PARENT, "Term ends": "01/09/2029"}, form=template([self.THERE])).status

    def test_another_role(self, made):
        """Who has become the chair is named with the row."""
        done = made({**PARENT, "Role": "Chair"}, form=template([self.THERE]))
        assert [["Role"]] == [[one["column"] for one in done.says("Row 2 of the template has another")]]

    def test_another_end(self, made):
        """What differs is named with the row, and not changed."""
        done = made({**PARENT, "Term ends": "31/08/2028"}, form=template([self.THERE]))
        assert day("2029-08-31") == done.rows[0]["Date term of office ends/ended"]
        assert done.says("Row 2 of the template")
        assert 3 == done.status

    def test_a_new_term(self, made):
        """A later start under the same number is a new term, and a new row without the number."""
        there = {**self.THERE, "Date of appointment": 44440, "Date term of office ends/ended": 45900}
        done = made(PARENT, form=template([there]))
        assert [1000001, None] == [row.get("GID") for row in done.rows]
        assert day("2025-09-01") == done.rows[1]["Date of appointment"]

    def test_a_new_chair(self, made):
        """The chair is replaced in a row of its own: GIAS archives the record of the one before."""
        there = {**self.THERE, "GID": 1000009, "Role": "Chair of Governors", "Date of appointment": 44440}
        done = made({**PARENT, "Role": "Chair"}, form=template([there]))
        assert ["Chair of Governors"] * 2 == [row["Role"] for row in done.rows]
        assert done.says("Row 2 of the template is of the chair before")

    def test_without_gids(self, made):
        """Two of one day and appointer are taken for the same once, and that is to be checked."""
        done = made(
            {**PARENT, "GID": ""}, {**PARENT, "GID": "", "Surname": "Other"}, form=template([self.THERE])
        )
        assert [1000001, None] == [row.get("GID") for row in done.rows]
        assert [[2]] == [one["lines"] for one in done.says("Check that it is")]


@pytest.mark.parametrize(("many", "status"), [(200, 0), (201, 2)])
def test_two_hundred_rows(made, many, status):
    """GIAS takes two hundred rows in a file."""
    done = made(*({**PARENT, "GID": str(n + 1), "Surname": f"P{n}"} for n in range(many)))
    assert status == done.status
    assert (status == 0) is done.out.exists()


@pytest.mark.parametrize(("picture", "status"), [(980_000, 0), (1_000_000, 2)])
def test_one_megabyte(made, picture, status):
    """GIAS takes no file beyond that."""
    done = made(PARENT, form=template(picture=picture))
    assert status == done.status
    assert (status == 0) is done.out.exists()


class TestSchool:
    """A school uploads its own rows alone."""

    def test_several(self, made):
        """Of several it is asked which is meant."""
        rows = (PARENT, {**PARENT, "GID": "2", "URN": "100001"})
        assert "--school" in made(*rows).said["error"]["problems"][0]
        assert [100001] == [row["URN"] for row in made(*rows, more=("--school", "100001")).rows]

    @pytest.mark.parametrize(("more", "urn"), [((), None), (("--school", "100000"), 100000)])
    def test_not_given(self, made, more, urn):
        """The number is never made up."""
        done = made({**PARENT, "URN": ""}, more=more)
        assert urn == done.rows[0].get("URN")
        assert (3 if urn is None else 0) == done.status

    def test_unknown(self, made):
        """A number that no row has is an error."""
        assert 2 == made(PARENT, more=("--school", "100009")).status


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 and no more", "damaged"),
        (template()[:3000], "damaged"),
        (template(columns=("Name", "Age")), "heading"),
        (template(drop_downs=False), "drop-down"),
        (template(columns=tuple("X" if one in ("GID", "Role") else one for one in COLUMNS)), "no column GID, Role"),
    ],
    ids=("empty", "no zip", "cut off", "another table", "no drop-downs", "columns renamed"),
)  # fmt: skip
def test_another_file(made, form, words):
    """A file that is not the template is refused, with the remedy, and nothing is written."""
    done = made(PARENT, form=form or b" ")
    assert 2 == done.status
    assert words in done.said["error"]["problems"][0]
    assert not done.out.exists()


def test_days_that_the_template_shows_as_text(made):
    """Where the cells of the template show no days, a day is text and no number."""
    done = made(PARENT, form=template(days="0"))
    assert "01/09/2025" == done.rows[0]["Date of appointment"]


def test_a_workbook_that_counts_from_1904(made):
    """Its days are the same days."""
    assert (
        day("2025-09-01") == made(PARENT, form=template(about='date1904="1"')).rows[0]["Date of appointment"]
    )


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Mrs Pat Example", ("Mrs", "Pat", "Example")),
        ("Example, Pat", (None, "Pat", "Example")),
        ("Pat van Example", (None, None, None)),
        ("Example", (None, None, None)),
    ],
)
def test_a_name_in_one_cell(made, name, parts):
    """It is taken apart where there is one way to do so, and else named."""
    heads = ("GID", "URN", "Name", *HEADS[5:])
    row = {**{key: value for key, value in PARENT.items() if key in heads}, "Name": name}
    done = made(row, heads=heads, more=("--names",))
    assert parts == tuple(done.rows[0].get(one) for one in ("Title", "Forename 1", "Surname"))
    assert (parts[2] is None) is bool(done.says("cannot") or done.says("told apart"))


def test_a_title_that_is_not_listed(made):
    """It is left blank, and named."""
    done = made({**PARENT, "Title": "Capt"}, more=("--names",))
    assert "Title" not in done.rows[0]
    assert done.says('"Capt"')
    assert "Mrs" in LISTS["E"]


def test_the_template_itself_is_not_written_over(tmp_path):
    """Neither it nor the register."""
    form = tmp_path / "form.xlsx"
    form.write_bytes(template())
    done = run(form, register(tmp_path, PARENT), "-o", form, "--force")
    assert 2 == done.exit_code
    assert template() == form.read_bytes()


def test_in_words(tmp_path):
    """What is to settle stands first, with its lines."""
    form = tmp_path / "form.xlsx"
    form.write_bytes(template())
    rows = [{**PARENT, "GID": str(n), "Surname": f"P{n}", "Term ends": ""} for n in range(3)]
    done = run(form, register(tmp_path, *rows), "-o", tmp_path / "o.xlsx", "--on", DAY)
    shown = " ".join(done.stdout.split())
    assert "3 rows from the register. To fill in, or to settle" in shown
    assert "(lines 2-4)" in shown
    assert shown.index("not in the register") < shown.index("To know")

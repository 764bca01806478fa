"""A register of governors is read as it was meant, whatever its layout, and what cannot be read is named."""

import datetime

import openpyxl
import pytest
import registers

from governance.errors import ProposalError, UnreadableError
from governance.people.register import load_columns, read_register

HEADINGS = ("Ref", "Category", "Appointed by", "Start date", "Term ends")
FIELDS = ("key", "category", "appointed_by", "appointed_on", "ends_on")

LAYOUTS = {
    "the public record": (
        ("GID", "URN", "UID", "Role", "Forename 1", "Date of appointment", "Date term of office ends/ended", "Appointing body"),
        ("key", "urn", None, "office", "name", "appointed_on", "ends_on", "appointed_by"),
    ),
    "governor services": (
        ("DfE No.", "Establishment", "Governor", "Governor Type", "Appointing Organisation", "Election Date", "Term Ends Date", "Position(s)"),
        ("laestab", "school", "name", "category", "appointed_by", "appointed_on", "ends_on", "office"),
    ),
    "a platform": (
        ("Account", "Name", "Governor type", "Term of office", "Role"),
        ("school", "name", "category", "span", "office"),
    ),
    "an open register": (
        ("ID", "Type", "Role", "Appointment date", "Term in years"),
        ("key", "category", "office", "appointed_on", "term"),
    ),
    "the publication list": (
        ("Full name", "Category of governor", "Which body appointed them", "Date of Appointment", "Term of office", "Date stepped down", "Positions", "Business interests"),
        ("name", "category", "appointed_by", "appointed_on", "term", "ended_on", "office", None),
    ),
    "roles that are categories": (
        ("Office", "Role", "From", "To", "Staff?"),
        ("key", "category", "appointed_on", "ends_on", "employed_at_school"),
    ),
    "codes under Governor": (
        ("Governor", "Constituency", "How appointed", "Effective from", "Expiry", "Chair?"),
        ("key", "category", "appointed_by", "appointed_on", "ends_on", "office"),
    ),
    "an officer's own": (
        ("SCHOOL", "governor_id", "type_of_governor", "date_elected", "end_of_term", "Employed at the school"),
        ("school", "key", "category", "appointed_on", "ends_on", "employed_at_school"),
    ),
}  # fmt: skip


def mapped(headings, fields):
    """The columns that a layout has, by field."""
    pairs = zip(headings, fields, strict=True)
    return {"term" if field == "span" else field: heading for heading, field in pairs if field}


def read(path, *lines, **more):
    """Read a workbook with these lines."""
    return read_register(registers.workbook(path / "register.xlsx", *lines), **more)


def one(path, **cells):
    """Read a register of one row, in which these cells stand, and give the person and what is wrong."""
    values = {
        "Ref": "G1",
        "Category": "Parent",
        "Appointed by": None,
        "Start date": datetime.date(2023, 9, 1),
    }
    values |= {name.replace("_", " "): value for name, value in cells.items()}
    found = read(path, tuple(values), tuple(values.values()))
    return found.people[0], found.problems


class TestLayouts:
    """Which column is which is told by its heading, and where that may be two things by what stands below it."""

    @pytest.mark.parametrize("layout", LAYOUTS)
    @pytest.mark.parametrize(
        ("days", "words"), [("date", "plain"), ("%d/%m/%Y", "trade"), ("%d %B %Y", "plain")]
    )
    def test_read(self, tmp_path, layout, days, words):
        """Every field is read, in workbooks with title rows over the heading."""
        headings, fields = LAYOUTS[layout]
        lines = registers.rows(fields, days=days if "span" not in fields else "%d/%m/%Y", words=words)
        found = read(tmp_path, ("Register of governors",), (), headings, *lines)
        assert mapped(headings, fields).items() <= found.columns.items()
        for person, (_, category, _, start, end, office, works) in zip(
            found.people, registers.PEOPLE, strict=True
        ):
            assert category == person.category
            if "span" not in fields or end:
                assert datetime.date.fromisoformat(start) == person.appointed_on
            if "ends_on" in fields or "span" in fields:
                assert end == (person.stated_end and person.stated_end.isoformat())
            if "office" in fields and "Chair?" not in headings:
                assert office == person.office
            if "employed_at_school" in fields:
                assert works is person.employed_at_school
        assert list(range(4, 10)) == [person.line for person in found.people]

    @pytest.mark.parametrize(
        ("delimiter", "encoding"), [(",", "utf-8"), (";", "cp1252"), ("\t", "utf-8-sig"), (",", "utf-16")]
    )
    def test_text(self, tmp_path, delimiter, encoding):
        """A text file is read in whatever encoding and with whatever delimiter it has."""
        lines = registers.rows(FIELDS)
        path = registers.text(tmp_path / "r.csv", HEADINGS, *lines, delimiter=delimiter, encoding=encoding)
        found = read_register(path)
        assert [category for _, category, *_ in registers.PEOPLE] == [
            person.category for person in found.people
        ]
        assert found.people == read_register(path.read_bytes()).people

    def test_two_rows_of_headings(self, tmp_path):
        """From and To may stand below a heading of both."""
        head = [("Ref", "Category", "Term of office", None), (None, None, "From", "To")]
        found = read(tmp_path, *head, ("G1", "Parent", "01/09/2023", "31/08/2027"))
        assert {
            "key": "Ref",
            "category": "Category",
            "appointed_on": "From",
            "ends_on": "To",
        } == found.columns
        assert datetime.date(2027, 8, 31) == found.people[0].stated_end

    def test_sheet_of_schools(self, tmp_path):
        """A sheet that lists schools is not taken for the register."""
        path = registers.workbook(tmp_path / "r.xlsx", ("School", "URN"), ("Rift House", 111000))
        book = openpyxl.load_workbook(path)
        sheet = book.create_sheet("All")
        for line in (("Ref", "Category", "Start date"), ("G1", "Parent", "01/09/2023")):
            sheet.append(line)
        book.save(path)
        found = read_register(path)
        assert ["G1"] == [person.key for person in found.people]
        assert ['The sheet "Governors" was not read: the first with a heading is "All".'] == [
            wrong.says for wrong in found.problems
        ]

    def test_schools_of_one_name(self, tmp_path):
        """Two schools of one name are told apart by their numbers; one number may be written in two ways."""
        head = ("DfE No", "School", "Ref", "Category", "Start date")
        rows = [
            (number, "St Mary's", "G1", "Parent", "01/09/2023")
            for number in ("805/2004", 8052004, "805/2005")
        ]
        bodies = [person.body for person in read(tmp_path, head, *rows).people]
        assert ["St Mary's (8052004)", "St Mary's (8052004)", "St Mary's (8052005)"] == bodies

    def test_not_read(self, tmp_path):
        """Columns that were not read are named, those that nobody knows and those that nobody needs."""
        found = read(
            tmp_path, (*HEADINGS, "Shoe size", "E-mail"), ("G1", "Parent", None, "01/09/2023", None, 7, "x")
        )
        assert [("Shoe size", None), ("E-mail", None)] == [
            (wrong.column, wrong.value) for wrong in found.problems
        ]

    @pytest.mark.parametrize(
        ("headings", "says"),
        [
            (("Ref", "Category", "Shoe size"), "appointed_on: no column is this"),
            (("Ref", "Start date", "Shoe size"), "category: no column is this"),
            (
                ("Ref", "Category", "Start date", "Date appointed"),
                "2 columns may be this: Start date, Date appointed",
            ),
        ],
    )
    def test_stops(self, tmp_path, headings, says):
        """Without a column that is needed, or with two for one field, it stops and shows what there is."""
        row = tuple(
            "01/09/2023" if "ate" in heading and "C" not in heading else "Parent" for heading in headings
        )
        with pytest.raises(ProposalError, match="--columns FILE") as caught:
            read(tmp_path, headings, row)
        assert says in str(caught.value)

    def test_columns_given(self, tmp_path):
        """A file says which column is which, and takes what no heading would tell."""
        told = tmp_path / "columns.toml"
        told.write_text('category = "Sort"\nappointed_on = "Start date"', encoding="utf-8")
        lines = (
            ("Ref", "Sort", "Start date", "Date appointed"),
            ("G1", "Parent", "01/09/2023", "02/09/2023"),
        )
        found = read(tmp_path, *lines, columns=load_columns(told))
        assert ("parent", datetime.date(2023, 9, 1)) == (
            found.people[0].category,
            found.people[0].appointed_on,
        )
        assert ["Date appointed"] == [wrong.column for wrong in found.problems]

    @pytest.mark.parametrize(
        ("field", "says"), [("sort", "is no field"), ("category", 'has no column "Nix"')]
    )
    def test_columns_wrong(self, tmp_path, field, says):
        """What the file names and there is not is said."""
        with pytest.raises(ProposalError, match=says):
            read(tmp_path, HEADINGS, ("G1", "Parent", None, "01/09/2023", None), columns={field: "Nix"})


class TestTwoRowsOfHeadings:
    """A second row of headings is read with the first."""

    def test_neither_says_it_alone(self, tmp_path):
        """Date is a day of something: of what stands above it, in the same column or in one before it."""
        found = read(
            tmp_path,
            ("Category", "Term", None, "Resigned", None),
            (None, "From", "To", "Date", "Reason"),
            ("Parent", "01/09/2023", "31/08/2027", "01/02/2025", "Moved"),
        )
        (person,) = found.people
        days = (person.appointed_on, person.stated_end, person.ended_on)
        assert ("2023-09-01", "2027-08-31", "2025-02-01") == tuple(map(str, days))


class TestRows:
    """Each cell is read as it was meant, or named."""

    @pytest.mark.parametrize(
        ("written", "says"),
        [
            ("01/09/23", "two figures"),
            ("September 2023", "a month"),
            ("Sept '23", "two figures|a month"),
            (2023, "a number"),
            ("31/06/2023", "no day of the calendar"),
            ("01/01/1900", "stands for no day"),
            ("soon", "no day of the calendar"),
        ],
    )
    def test_no_day(self, tmp_path, written, says):
        """What is no whole day is named with its line and value, and the person is in post all the same."""
        person, (wrong,) = one(tmp_path, Start_date=written)
        assert (None, "in post", "parent") == (person.appointed_on, person.standing, person.category)
        assert (2, "Start date", str(written)) == (wrong.line, wrong.column, wrong.value)
        assert any(part in wrong.says for part in says.split("|"))

    @pytest.mark.parametrize("written", ["VACANCY", "Vacant", "TBC", "-", "Vacant since May"])
    def test_vacancy(self, tmp_path, written):
        """Who is called so is nobody."""
        head = ("Name", "Category", "Start date")
        found = read(tmp_path, head, (written, "Parent", None), ("Person 1", "Parent", "01/09/2023"))
        assert [("vacancy", "parent"), ("in post", "parent")] == [
            (p.standing, p.category) for p in found.people
        ]

    @pytest.mark.parametrize(
        ("written", "category", "standing"),
        [
            ("Associate Member", "associate member", "associate"),
            ("Clerk to governors", "", "not a governor"),
            ("Former parent governor", "parent", "ended"),
            ("Parent (vacancy)", "parent", "vacancy"),
            ("Acting Headteacher", "head_teacher", "cannot tell"),
            ("Ex officio", "", "cannot tell"),
            ("Parent/Staff", "", "cannot tell"),
            ("Co-opted / Parent", "", "cannot tell"),
            ("Ex officio - Rector", "foundation", "in post"),
            ("Additional governor (LA)", "additional governor", "in post"),
            ("Co-opted (parent)", "co_opted", "in post"),
            ("Community", "community", "in post"),
            ("Local Auth. nominee", "local_authority", "in post"),
            ("PAR - Parent", "parent", "in post"),
            ("Co-opted (formerly community)", "co_opted", "in post"),
            ("Formerly parent governor", "parent", "ended"),
            ("Headteacher (non-governor)", "", "not a governor"),
            ("PCC - Parent", "", "cannot tell"),
            ("Assoc. Member", "associate member", "associate"),
        ],
    )
    def test_category(self, tmp_path, written, category, standing):
        """What is no governor is counted apart, and what may be two things is not guessed."""
        person, _ = one(tmp_path, Category=written)
        assert (category, standing) == (person.category, person.standing)

    def test_clerk_whom_the_body_appointed(self, tmp_path):
        """The governing body appoints its clerk, too; that parents elected somebody makes a governor of anybody."""
        head = ("Ref", "Role", "Appointing body", "Date of appointment")
        role = "Governance professional to an individual school"
        found = read(
            tmp_path,
            head,
            ("G1", role, "Appointed by GB/board", "01/09/2023"),
            ("G2", "Bursar", "Elected by parents", "01/09/2023"),
        )
        assert [("not a governor", ""), ("in post", "parent")] == [
            (p.standing, p.category) for p in found.people
        ]

    @pytest.mark.parametrize(
        ("written", "office"),
        [
            ("Shared chair of governors", "chair"),
            ("Interim Chair", "chair"),
            ("Chair of Govs", "chair"),
            ("Joint Vice-Chair", "vice chair"),
            ("V/Chair", "vice chair"),
            ("Vice", "vice chair"),
            ("Chr", "chair"),
            ("Chair elect", None),
            ("Chair of Resources", None),
        ],
    )
    def test_office(self, tmp_path, written, office):
        """The chair is the chair however it is shared or shortened; a committee has a chair of its own."""
        person, _ = one(tmp_path, **{"Chair?": written})
        assert office == person.office

    def test_office_beside_the_name(self, tmp_path):
        """A chair is often marked beside the name."""
        head = ("Name", "Category", "Start date")
        found = read(tmp_path, head, ("Person One (Vice Chair)", "Parent", "01/09/2023"))
        assert found.people[0].office == "vice chair"

    def test_titles_of_categories(self, tmp_path):
        """A title gives its category to the rows below it that have none, up to one that has, and that is said."""
        found = read(
            tmp_path,
            ("Name", "Category", "Appointed by", "Start date"),
            ("PARENT GOVERNORS (2)", None, None, None),
            ("Person One", None, "Elected", "01/09/2023"),
            ("Vacancy", None, None, None),
            ("Person Two", None, "Appointed by the governing body", "01/09/2023"),
            ("Person Three", "Staff", None, "01/09/2023"),
            ("Person Four", None, None, "01/09/2023"),
            ("Co-opted", None, None, None),
            ("Person Five", None, None, "01/09/2023"),
        )
        assert ["", "parent", "parent", "co_opted", "staff", "", "", "co_opted"] == [
            p.category for p in found.people
        ]
        assert [3, 9] == [wrong.line for wrong in found.problems if "title above" in wrong.says]

    def test_category_not_understood(self, tmp_path):
        """A word that is no category is named with its line and value."""
        _, (wrong,) = one(tmp_path, Category="Blue")
        assert (2, "Category", "Blue") == (wrong.line, wrong.column, wrong.value)

    def test_inferred(self, tmp_path):
        """Without a category it follows from who appointed, and only where that leaves no choice."""
        person, problems = one(tmp_path, Category=None, Appointed_by="Elected by parents")
        assert ("parent", True, "election", ()) == (
            person.category,
            person.inferred,
            person.came_by,
            problems,
        )
        person, (wrong,) = one(
            tmp_path, Category=None, Appointed_by="Nominated by other body and appointed by GB"
        )
        assert ("", "cannot tell", "Appointed by") == (person.category, person.standing, wrong.column)

    @pytest.mark.parametrize(
        ("heading", "written", "ended", "standing"),
        [
            ("Date left", "03/04/2024", datetime.date(2024, 4, 3), "in post"),
            ("Resigned", "Yes", None, "ended"),
            ("Resigned", "No", None, "in post"),
            ("Status", "Former", None, "ended"),
            ("Status", "Current", None, "in post"),
            ("Status", "Paused", None, "in post"),
            ("Reason for leaving", "Moved away", None, "ended"),
        ],
    )
    def test_left(self, tmp_path, heading, written, ended, standing):
        """Who left has left; on which day is compared with the day asked about later."""
        person, _ = one(tmp_path, **{heading: written})
        assert (ended, standing) == (person.ended_on, person.standing)

    def test_month_only(self, tmp_path):
        """A term that begins in a month has a length and no day."""
        head = ("Ref", "Category", "Term of office")
        found = read(tmp_path, head, ("G1", "Parent", "4 years (from September '23)"))
        assert (None, "4 years") == (found.people[0].appointed_on, str(found.people[0].term))
        assert "September '23" in [wrong.value for wrong in found.problems]

    def test_contradicts_itself(self, tmp_path):
        """A term that ends before it begins is named."""
        _, (wrong,) = one(tmp_path, Term_ends=datetime.date(2022, 9, 1))
        assert "before it begins" in wrong.says

    def test_offices(self, tmp_path):
        """The chair of a committee is no chair, and a yes below Chair is one."""
        head = ("Ref", "Category", "Start date", "Role", "Chair?")
        rows = [
            ("G1", "Parent", "01/09/2023", "Chair of Finance Committee", None),
            ("G2", "Parent", "01/09/2023", None, "Yes"),
        ]
        assert [None, "chair"] == [person.office for person in read(tmp_path, head, *rows).people]

    def test_hidden_merged_and_broken(self, tmp_path):
        """A hidden row and a merged cell are read and named, and so are sheets that are not and cells without a value."""
        lines = (
            ("School", "Ref", "Category", "Start date"),
            ("A", "G1", "Parent", "01/09/2023"),
            (None, "G2", "Staff", "=1/0"),
            (None, "G3", "Parent", "01/09/2023"),
        )
        path = registers.workbook(tmp_path / "r.xlsx", *lines, hidden=[4], merged=["A2:A4"], sheets=["Old"])
        found = read_register(path)
        assert ["A", "A", "A"] == [person.body for person in found.people]
        said = [str(wrong) for wrong in found.problems]
        for part in (
            'sheet "Old" was not read',
            "line 2, School: The cell is merged over the rows to 4",
            "line 3, Start date",
            "line 4: The row is hidden",
        ):
            assert any(part in one for one in said), part
        assert 1 == sum("merged" in one for one in said)

    def test_note(self, tmp_path):
        """A row with one cell is a note, and is named."""
        lines = (("Ref", "Category", "Start date"), ("G1", "Parent", "01/09/2023"), ("Total", 1))
        found = read(tmp_path, *lines)
        assert ["in post", "note"] == [person.standing for person in found.people]
        assert [3] == [wrong.line for wrong in found.problems]

    @pytest.mark.parametrize(
        "content", [b"", b'{"code": "error.notFound"}', b"<html>404</html>", b"a,b\n1,2\n"]
    )
    def test_no_register(self, content):
        """What is no register is refused with what to do."""
        with pytest.raises(UnreadableError):
            read_register(content)


class TestPeople:
    """Names are dropped, and the rows of one person are told apart from those of others."""

    HEAD = ("Name", "Category", "Appointed by", "Start date", "Term ends", "Role")

    def test_names(self, tmp_path):
        """A name is kept where that is asked for, and nowhere else."""
        lines = (self.HEAD, ("Person One", "Parent", None, "01/09/2023", None, None))
        assert "Person One" not in str(read(tmp_path, *lines))
        assert "" == read(tmp_path, *lines).people[0].name
        assert "Person One" == read(tmp_path, *lines, names=True).people[0].name

    def test_keys(self, tmp_path):
        """Without a key column the key is the category and the ordinal by the start."""
        days = ("02/09/2023", "01/09/2023", None)
        lines = [(f"Person {n}", "Parent", None, day, None, None) for n, day in enumerate(days)]
        assert ["parent 2", "parent 1", "parent 3"] == [
            one.key for one in read(tmp_path, self.HEAD, *lines).people
        ]

    def test_chair_row(self, tmp_path):
        """A row of the chair that repeats a governor is an office; without another row it is a governor."""
        rows = (
            ("Person 1", None, "Elected by parents", "01/09/2023", None, "Governor"),
            ("PERSON 1", None, "Appointed by GB/board", "01/10/2023", None, "Chair of Governors"),
            ("Person 2", None, "Nominated by LA and appointed by GB", "01/10/2023", None, "Vice Chair"),
        )
        found = read(tmp_path, self.HEAD, *rows).people
        assert ["in post", "office", "in post"] == [one.standing for one in found]
        assert ["parent", "local_authority"] == [found[0].category, found[2].category]

    def test_chair_chosen_again(self, tmp_path):
        """A new appointment of a governor who is chair is no row of the chair."""
        rows = (
            ("Person 1", "Parent", None, "01/09/2019", "31/08/2023", None),
            ("Person 1", "Parent", None, "01/09/2023", "31/08/2027", "Chair"),
        )
        assert ["in post", "in post"] == [one.standing for one in read(tmp_path, self.HEAD, *rows).people]

    def test_one_key(self, tmp_path):
        """Without names the rows of one key are of one person."""
        rows = [
            ("G1", "Parent", "01/09/2023", None),
            ("G1", None, "01/10/2023", "Chair"),
            ("G2", "Staff", "01/09/2023", None),
        ]
        found = read(tmp_path, ("Ref", "Category", "Start date", "Role"), *rows).people
        assert ["in post", "office", "in post"] == [one.standing for one in found]
        assert (True, "") == (found[0].who == found[1].who != "", found[2].who)

    def test_duplicate(self, tmp_path):
        """The same appointment twice is one; another governorship is another."""
        row = ("Person 1", "Parent", None, "01/09/2023", None, None)
        other = ("Person 1", "Co-opted", None, "01/09/2023", None, None)
        found = read(tmp_path, self.HEAD, row, row, other).people
        assert ["in post", "duplicate", "in post"] == [one.standing for one in found]


def test_proposal():
    """The people of a proposal are a register, too."""
    found = read_register("examples/people.toml")
    assert [1, 2, 3, 4] == [person.line for person in found.people]
    assert "associate" == found.people[3].standing

"""A list of schools beside an audit: which school is whose, what is taken from it, and what never is."""

import datetime
import json

import pytest
from command import command as run
from tables_made import text, workbook

from governance.audit import audit_one, load_schools
from governance.errors import ProposalError

TODAY = datetime.date(2025, 9, 1)
BOARD = """Instrument of Government
1. The name of the school is {name}.
2. {kind}
3. The name of the governing body is "The governing body of {name}".
4. The governing body shall consist of: 2 parent governors; 1 local authority governor; 1 staff governor; the headteacher;
7 co-opted governors.
5. Total number of governors: 12
6. This instrument comes into effect on 18 September 2018.
7. This instrument was made by order of Hartlepool Local Authority on 18 September 2018.
"""
GIAS = (
    *(
        "URN",
        "LA (code)",
        "LA (name)",
        "EstablishmentNumber",
        "EstablishmentName",
        "TypeOfEstablishment (code)",
    ),
    *("TypeOfEstablishment (name)", "EstablishmentStatus (name)", "ReligiousCharacter (name)"),
    *("TrustSchoolFlag (name)", "FederationFlag (name)"),
)


def gias(
    urn, number, name, kind, *, status="Open", federation="Not under a federation", la=("805", "Hartlepool")
):
    """One line of the establishment extract."""
    return (urn, *la, number, name, "01", kind, status, "Does not apply", "Not applicable", federation)


def document(folder, file="a.txt", name="Hill School", kind="It is maintained.", more=""):
    """An instrument that does not say of what category its school is."""
    (folder / file).write_text(BOARD.format(name=name, kind=kind) + more, "utf-8")
    return folder / file


def told(folder, *rows, document, headings=GIAS):
    """The row of a document, audited with a list."""
    made = text(folder / "list.csv", headings, *rows, encoding="cp1252")
    return audit_one(document, today=TODAY, schools=load_schools(made))


class TestFound:
    """How a school is found."""

    @pytest.mark.parametrize(
        ("file", "more"),
        [
            ("Instrument 123456.txt", ""),
            ("805-2004 instrument.txt", ""),
            ("8052004.txt", ""),
            ("a.txt", "URN: 123456"),
            ("a.txt", "DfE number 805/2004"),
        ],
    )
    def test_by_number(self, tmp_path, file, more):
        """By its URN or its number with the Department, in the name of the file or in the document."""
        made = document(tmp_path, file, "Another name", more=more)
        row = told(
            tmp_path,
            gias("123456", "2004", "Hill School", "Community school"),
            gias("123457", "2005", "Dale School", "Voluntary aided school"),
            document=made,
        )
        assert ("community", "lawful on condition") == (row.category, row.verdict)
        assert (f"category: community ({tmp_path / 'list.csv'}:2)",) == row.told[:1]

    def test_by_name(self, tmp_path):
        """However it is abbreviated, where one school alone has it."""
        made = document(tmp_path, name="St. Mary's & St. John's School")
        row = told(
            tmp_path,
            gias("1", "2", "Saint Mary’s and Saint John’s School", "Community school"),
            document=made,
        )
        assert "community" == row.category

    @pytest.mark.parametrize(
        ("other", "category"),
        [
            ({}, None),
            ({"status": "Closed"}, "community"),
            ({"la": ("806", "Middlesbrough")}, "community"),
        ],
    )
    def test_one_name_of_two_schools(self, tmp_path, other, category):
        """It is that of its own authority, or that which is open; else it cannot be told which."""
        row = told(
            tmp_path,
            gias("1", "2", "Hill School", "Voluntary aided school", **other),
            gias("3", "4", "Hill School", "Community school"),
            document=document(tmp_path),
        )
        assert category == row.category
        assert category or "2 schools of the list have its name" in row.remarks[0]

    def test_a_school_of_that_name_elsewhere(self, tmp_path):
        """A school of another authority is another school."""
        row = told(
            tmp_path,
            gias("1", "2", "Hill School", "Voluntary aided school", la=("806", "Middlesbrough")),
            document=document(tmp_path),
        )
        assert row.category is None
        assert "is of another authority" in row.remarks[0]

    def test_by_file(self, tmp_path):
        """A table of one's own may name the file."""
        rows = ("a.txt", "VC"), ("b.txt", "community")
        row = told(tmp_path, *rows, headings=("File", "Category"), document=document(tmp_path, "b.txt"))
        assert "community" == row.category

    def test_an_authority_by_another_form_of_its_name(self, tmp_path):
        """It is the same authority, whatever stands around its name."""
        made = document(tmp_path)
        hull = made.read_text("utf-8").replace(
            "Hartlepool Local Authority", "Kingston upon Hull City Council"
        )
        made.write_text(hull, "utf-8")
        row = told(
            tmp_path,
            gias("1", "2", "Hill School", "Community school", la=("810", "Kingston upon Hull, City of")),
            document=made,
        )
        assert ("community", ()) == (row.category, row.conflicts)

    def test_nowhere(self, tmp_path):
        """Nothing is taken, and that it was not found is said."""
        row = told(tmp_path, gias("1", "2", "Dale School", "Community school"), document=document(tmp_path))
        assert ("cannot tell", ()) == (row.verdict, row.told)
        assert "Not found in the list of schools" in row.remarks[0]


class TestTaken:
    """What is taken, and what is not."""

    def test_it_never_overrules(self, tmp_path):
        """A document that says otherwise keeps its category, and cannot be told until somebody looks."""
        made = document(tmp_path, kind="The school is a community school.")
        row = told(tmp_path, gias("1", "2", "Hill School", "Voluntary aided school"), document=made)
        assert ("community", "cannot tell") == (row.category, row.standing)
        assert "says category: voluntary aided, and the document community" in row.conflicts[0]

    def test_a_school_of_a_federation(self, tmp_path):
        """The category of a school is none for the instrument of its federation."""
        row = told(
            tmp_path,
            gias("1", "2", "Hill School", "Community school", federation="Supported by a federation"),
            document=document(tmp_path),
        )
        assert row.category is None
        assert "It may be of a federation" in row.remarks[0]

    def test_what_is_no_maintained_school(self, tmp_path):
        """The list says what it is, and there is no verdict."""
        row = told(tmp_path, gias("1", "2", "Hill School", "Academy converter"), document=document(tmp_path))
        assert ("cannot tell", None) == (row.verdict, row.category)
        assert 'calls it "Academy converter", which is no category of maintained school' in row.reason

    @pytest.mark.parametrize(
        ("said", "standing"), [("qualifying", "unlawful"), ("yes", "cannot tell"), ("", "cannot tell")]
    )
    def test_a_foundation(self, tmp_path, said, standing):
        """Which foundation it is comes from a table that says it, and from no word that leaves it open."""
        headings = ("School", "Type of school", "Foundation")
        row = told(
            tmp_path, ("Hill School", "Foundation", said), headings=headings, document=document(tmp_path)
        )
        assert ("foundation", standing) == (row.category, row.standing)

    def test_a_proposal(self, tmp_path):
        """A proposal file lacks what a document may lack."""
        made = tmp_path / "a.toml"
        made.write_text('[school]\nname = "Hill School"\n[seats]\nparent = 1\n', "utf-8")
        row = told(tmp_path, gias("1", "2", "Hill School", "Community school"), document=made)
        assert ("community", "unlawful") == (row.category, row.verdict)
        assert any("category: community" in one for one in row.told)


def test_a_list_that_says_nothing(tmp_path):
    """A table without a category, or without what a school is found by, is refused."""
    with pytest.raises(ProposalError, match="does not say which school is of what category"):
        load_schools(text(tmp_path / "a.csv", ("School", "URN"), ("Hill", "1")))


def test_a_newcomer_audits_a_folder(tmp_path):
    """The list stands in the folder itself and is no document; the letter, the JSON and the status know of it."""
    document(tmp_path)
    document(tmp_path, "b.txt", "Dale School")
    rows = ("Hill School", "VA"), ("Dale School", "community")
    made = workbook(tmp_path / "schools.xlsx", ("Our schools",), ("School", "Category"), *rows)
    alone = run("audit", tmp_path, "--on", "2025-09-01")
    assert "the document does not state the category of the school" in " ".join(alone.stdout.lower().split())
    done = run("audit", tmp_path, "--on", "2025-09-01", "--schools", made)
    assert 1 == done.returncode
    assert f"From the list of schools: category: voluntary aided ({made}:3)." in " ".join(done.stdout.split())
    assert done.stdout.endswith("2 documents: 1 unlawful and 1 lawful on condition.\n")
    found = json.loads(run("audit", tmp_path, "--json", "--schools", made, "--processes", "2").stdout)
    assert [[f"category: voluntary aided ({made}:3)"], [f"category: community ({made}:4)"]] == [
        one["told"][:1] for one in found
    ]
    assert 2 == run("audit", tmp_path, "--schools", tmp_path / "none.csv").returncode

"""Register, instrument and public record side by side: what the school must mend, and how GIAS wants it mended."""

import csv
import io
import json

import pytest
from click.testing import CliRunner
from gias_files import GOVERNOR, HEAD, LINK, SCHOOL, STAFF, table

from governance.cli import main

DAY = "2026-11-29"
HEADS = ("URN", "Ref", "First name", "Surname", "Type of governor", "Appointed by", "Start date", "Term ends", "Date left", "Role")  # fmt: skip
ANN = {
    "URN": "100001", "Ref": "p1", "First name": "Ann", "Surname": "Alpha", "Type of governor": "Parent",
    "Appointed by": "Elected by parents", "Start date": "01/09/2025", "Term ends": "31/08/2029",
}  # fmt: skip
IN_GIAS = GOVERNOR | {"GID": "11", "Forename 1": "Ann", "Surname": "Alpha"}
START, END, BODY = "Date of appointment", "Date term of office ends/ended", "Appointing body"


class Done:
    """One comparison: its status and its answer."""

    def __init__(self, folder, register, extract, *more, heads=HEADS, **others):
        text = io.StringIO()
        rows = csv.DictWriter(text, heads, extrasaction="ignore")
        rows.writeheader()
        rows.writerows(register)
        source, files = folder / "register.csv", []
        source.write_text(text.getvalue(), encoding="utf-8")
        for name, those in {"governanceladata": extract, **others}.items():
            files.append(folder / f"{name}20261101.csv")
            files[-1].write_bytes(table(those))
        asked = ["gias", "diff", source, *files, *(more or ("--on", DAY, "--json"))]
        done = CliRunner().invoke(main, list(map(str, asked)))
        self.status, self.out = done.exit_code, done.stdout
        self.said = json.loads(done.stdout) if "--json" in asked else {}

    @property
    def ways(self):
        """What is to be done, in the order of the list."""
        return [one["do"] for one in self.said["mend"]]

    @property
    def says(self):
        """All that is to mend, in one text."""
        return "\n".join(one["says"] for one in self.said["mend"])

    @property
    def counts(self):
        """Each category on the three sides."""
        return {
            one["category"]: (one["instrument"], one["register"], one["gias"])
            for one in self.said["categories"]
        }


@pytest.fixture
def made(tmp_path):
    def make(register, extract, *more, **others):
        return Done(tmp_path, register, extract, *more, **others)

    return make


def test_the_same(made):
    """Nothing is to mend where both say the same."""
    done = made([ANN], [IN_GIAS])
    assert (0, []) == (done.status, done.ways)
    assert {"parent": (None, 1, 1)} == done.counts
    assert "the person and the day of appointment" == done.said["rows"][0]["by"]


@pytest.mark.parametrize(
    ("end", "ways"),
    [
        ("31/08/2029", []),
        ("01/09/2029", []),
        ("30/08/2029", ["change"]),
        ("02/09/2029", ["change"]),
        ("01/09/2031", ["change"]),
        ("02/09/2031", ["new term"]),
        ("31/08/2033", ["new term"]),
        ("28/11/2026", ["change"]),
        ("", ["change"]),
    ],
)
def test_ends(made, end, ways):
    """Both readings of four years are right, and another day is changed; what is nearer to eight years is two terms."""
    done = made([ANN], [IN_GIAS | {END: end}])
    assert ways == done.ways
    assert (1 if ways else 0) == done.status


def test_both_too_long(made):
    """That the register has the same end makes it no shorter."""
    assert ["new term"] == made([ANN | {"Term ends": "31/08/2033"}], [IN_GIAS | {END: "31/08/2033"}]).ways


class TestFurtherTerm:
    """A term is a record of its own: the record of the term before is never extended."""

    NEW = ANN | {"Start date": "01/09/2025", "Term ends": "31/08/2029"}
    OLD = ANN | {"Start date": "01/09/2021", "Term ends": "31/08/2025"}

    @pytest.mark.parametrize("register", [[NEW], [OLD, NEW]], ids=("one row", "both terms"))
    def test_extended(self, made, register):
        """The usual mistake: eight years in one record."""
        done = made(register, [IN_GIAS | {START: "01/09/2021", END: "31/08/2029"}])
        assert ["new term"] == done.ways
        assert "was extended to 31 August 2029" in done.says
        assert "appointed on 1 September 2025" in done.says
        assert ["11"] == done.said["mend"][0]["gids"]

    @pytest.mark.parametrize("end", ["31/08/2025", "01/09/2025", ""])
    def test_not_entered(self, made, end):
        """The record of the term before has its own end, and the new one is missing."""
        done = made([self.NEW], [IN_GIAS | {START: "01/09/2021", END: end}])
        assert ["new term"] == done.ways
        assert "only the one from 1 September 2021" in done.says

    def test_entered(self, made):
        """Two records for two terms are right."""
        old = IN_GIAS | {"GID": "10", START: "01/09/2021", END: "31/08/2025"}
        assert [] == made([self.OLD, self.NEW], [old, IN_GIAS]).ways

    def test_another_day(self, made):
        """A start some days later is a mistake on one of the sides, and no further term."""
        assert ["ask"] == made([ANN | {"Start date": "08/09/2025"}], [IN_GIAS]).ways
        assert ["ask"] == made([ANN | {"Start date": "01/08/2025"}], [IN_GIAS]).ways


def test_not_in_gias(made):
    """Who is missing is added, with all that the record takes."""
    other = ANN | {"Ref": "c1", "Surname": "Beta", "Type of governor": "Co-opted", "Appointed by": ""}
    done = made([ANN, other], [IN_GIAS])
    assert ["add"] == done.ways
    for words in ("role Governor", '"Appointed by GB/board"', "1 September 2025", "31 August 2029"):
        assert words in done.says
    assert [3] == done.said["mend"][0]["lines"]
    assert "4.1" in done.said["mend"][0]["guidance"]


@pytest.mark.parametrize("extract", [[], [IN_GIAS | {END: ""}]], ids=("no record", "no end"))
def test_no_end_that_the_law_does_not_allow(made, extract):
    """A term of eight years in the register is never to be entered."""
    done = made(
        [ANN | {"Term ends": "31/08/2033"}], extract or [IN_GIAS | {"Surname": "Beta", START: "02/09/2025"}]
    )
    (one,) = (one for one in done.said["mend"] if one["do"] in ("add", "change"))
    assert "31 August 2029 or 1 September 2029 at the latest" in one["says"]
    assert "ends on 31 August 2033" not in one["says"]


def test_not_in_the_register(made):
    """Whether somebody has left is a question; who is history in GIAS is none."""
    other = IN_GIAS | {"GID": "12", "Surname": "Beta"}
    done = made([ANN], [IN_GIAS, other])
    assert (["ask"], 3) == (done.ways, done.status)
    assert [] == made([ANN], [IN_GIAS, other | {END: "28/11/2026"}]).ways


@pytest.mark.parametrize(
    ("row", "way"),
    [
        ({"Date left": "15/06/2026"}, "left"),
        ({"Start date": "01/09/2022", "Term ends": "31/08/2026"}, "completed"),
    ],
)
def test_has_left(made, row, way):
    """An early end and a term that was served are two ways in GIAS."""
    start = row.get("Start date", "01/09/2025")
    assert [way] == made([ANN | row], [IN_GIAS | {START: start}]).ways
    assert [] == made([ANN | row], [IN_GIAS | {START: start, END: "15/06/2026"}]).ways


def test_a_term_over_by_the_instrument(made):
    """That an instrument makes it over is no leaving: the end in GIAS is put beside it."""
    done = made([ANN | {"Start date": "01/09/2024"}], [IN_GIAS | {START: "01/09/2024"}], "--on", DAY, "--json", "--instrument", "examples/rift-house.toml")  # fmt: skip
    assert ["new term"] == done.ways
    assert "31 August 2026 or 1 September 2026" in done.says
    assert (2, 0, 1) == done.counts["parent"]
    assert (7, 0, 0) == done.counts.get("co_opted", (7, 0, 0))


@pytest.mark.parametrize(
    ("category", "body", "wrong"),
    [
        ("Parent", STAFF, True),
        ("Parent", "Appointed by GB/board", True),
        ("Co-opted", "Appointed by GB/board", False),
        ("Partnership", "Appointed by GB/board", False),
        ("Partnership", "Nominated by other body and appointed by GB", False),
        ("Co-opted", "N/A", False),
        ("LA", "Appointed by LA", False),
    ],
)
def test_appointing_body(made, category, body, wrong):
    """One that is of another category is changed; what leaves the category open is not."""
    done = made([ANN | {"Type of governor": category, "Appointed by": ""}], [IN_GIAS | {BODY: body}])
    assert (["change"] if wrong else []) == done.ways


class TestChair:
    """GIAS has one chair, in a record with that role; the chair is told by the person."""

    BOB = ANN | {"Ref": "p2", "First name": "Bob", "Surname": "Beta"}
    BOB_THERE = IN_GIAS | {"GID": "12", "Forename 1": "Bob", "Surname": "Beta"}

    @pytest.mark.parametrize(
        "more", [[], [IN_GIAS | {"GID": "13"}]], ids=("one row", "a row as governor, too")
    )
    def test_the_same(self, made, more):
        """In a row of the chair alone, or beside one as governor."""
        chair = IN_GIAS | {"Role": "Chair of Governors"}
        assert [] == made([ANN | {"Role": "Chair"}], [chair, *more]).ways

    def test_none(self, made):
        """The record is added."""
        done = made([ANN | {"Role": "Chair"}], [IN_GIAS])
        assert ["add"] == done.ways
        assert "no chair in post" in done.says

    def test_another(self, made):
        """The chair is replaced, and not edited."""
        rows = [IN_GIAS | {"Role": "Chair of Governors"}, self.BOB_THERE]
        done = made([ANN, self.BOB | {"Role": "Chair"}], rows)
        assert ["replace"] == done.ways
        assert ["11"] == done.said["mend"][0]["gids"]

    def test_two(self, made):
        """Two in post are a question."""
        rows = [IN_GIAS | {"Role": "Chair of Governors"}, self.BOB_THERE | {"Role": "Chair of Governors"}]
        assert ["ask"] == made([ANN | {"Role": "Chair"}, self.BOB], rows).ways

    def test_not_named(self, made):
        """A register without a chair proves nothing."""
        assert ["ask"] == made([ANN], [IN_GIAS | {"Role": "Chair of Governors"}]).ways


def test_twice_in_gias(made):
    """The second record of one appointment was made in error."""
    done = made([ANN], [IN_GIAS, IN_GIAS | {"GID": "12"}])
    assert ["mistake"] == done.ways
    assert ["12"] == done.said["mend"][0]["gids"]


class TestHead:
    """The head's office has no term, and registers seldom have a day for it."""

    ROW = ANN | {"Type of governor": "Headteacher", "Appointed by": "", "Start date": "", "Term ends": ""}
    THERE = IN_GIAS | {BODY: HEAD, "Forename 1": "", "Surname": "", START: "01/09/2019"}

    @pytest.mark.parametrize("end", ["", "31/08/2043"])
    def test_the_same(self, made, end):
        """An end that GIAS has of one to come says nothing."""
        assert [] == made([self.ROW], [self.THERE | {END: end}]).ways

    def test_over(self, made):
        """One that is past takes the head out of the record."""
        assert ["change"] == made([self.ROW], [self.THERE | {END: "31/08/2026"}]).ways


class TestWhoIsWho:
    """Who is told to be the same."""

    def test_by_gid(self, made):
        """The number is that of the record, where the register has it."""
        heads = tuple("GID" if one == "Ref" else one for one in HEADS)
        row = {**ANN, "GID": "11", "Surname": "Alpha-Married", "Start date": "02/09/2025"}
        other = {**ANN, "GID": "12", "Surname": "Beta"}
        done = made([row, other], [IN_GIAS, IN_GIAS | {"GID": "12", "Surname": "Beta"}], heads=heads)
        assert ["ask", "ask"] == done.ways
        assert "named otherwise" in done.says
        assert "the GID" == done.said["rows"][0]["by"]

    def test_by_appointment(self, made):
        """Without names by the day and the appointing body, each row once."""
        rows = [ANN | {"First name": "", "Surname": "", "Ref": f"p{n}"} for n in range(3)]
        nameless = IN_GIAS | {"Forename 1": "", "Surname": ""}
        done = made(rows, [nameless, nameless | {"GID": "12"}])
        assert ["add"] == done.ways

    def test_a_record_without_names(self, made):
        """One that was imported tells people by numbers, which are compared with no name."""
        row = {key: value for key, value in IN_GIAS.items() if key not in ("Forename 1", "Surname")}
        done = made([ANN], [row | {"person": "f202c0"}])
        assert [] == done.ways
        assert "imported without names" in done.said["notes"][0]

    def test_names_never_shown(self, made):
        """They are compared, and dropped; --names shows those of the register."""
        rows, extract = (
            [ANN, ANN | {"Surname": "Beta"}],
            [IN_GIAS, IN_GIAS | {"Surname": "Gamma", "GID": "12"}],
        )
        for more in (("--on", DAY, "--json"), ("--on", DAY, "--all")):
            out = made(rows, extract, *more).out
            assert not {"Alpha", "Beta", "Gamma"} & set(out.replace('"', " ").split())
        assert "Beta" in made(rows, extract, "--on", DAY, "--names").out


class TestSchool:
    """Which body is compared."""

    def test_by_name(self, made):
        """A register without a URN is told by the name, where the establishments are given; else it is asked for."""
        heads = ("School", *HEADS[1:])
        row, two = (
            ANN | {"School": "Rift House Primary School"},
            [IN_GIAS, IN_GIAS | {"URN": "100002", "GID": "12"}],
        )
        schools = [SCHOOL, SCHOOL | {"URN": "100002", "EstablishmentName": "Other School"}]
        done = made([row], two, heads=heads, edubasealldata=schools)
        assert ("100001", []) == (done.said["urn"], done.ways)

    def test_not_told(self, made):
        """Nothing is compared that may be of another school."""
        heads = ("School", *HEADS[1:])
        row, two = ANN | {"School": "Hill"}, [IN_GIAS, IN_GIAS | {"URN": "100002", "GID": "12"}]
        done = made([row], two, heads=heads)
        assert 2 == done.status
        assert "--school" in done.said["error"]["problems"][0]
        asked = made([row], two, "--on", DAY, "--json", "--school", "100001", heads=heads)
        assert [] == asked.ways

    def test_not_in_the_record(self, made):
        """Nobody is to be added to a school that the record does not have; one that has no governor there is another thing."""
        there = ANN | {"URN": "100009"}
        done = made([there], [IN_GIAS])
        assert 2 == done.status
        assert "100009" in done.said["error"]["problems"][0]
        empty = made([there], [IN_GIAS], edubasealldata=[SCHOOL, SCHOOL | {"URN": "100009"}])
        assert ["add"] == empty.ways

    def test_federation(self, made):
        """The schools of a federation have one body: a person who stands under each counts once."""
        schools = [SCHOOL | {"FederationFlag (name)": "Supported by a federation"}]
        schools.append(schools[0] | {"URN": "100002", "EstablishmentName": "Other"})
        rows = [
            IN_GIAS,
            IN_GIAS | {"URN": "100002", "GID": "12"},
            IN_GIAS | {"URN": "100002", "GID": "13", "Surname": "Beta"},
        ]
        beta = ANN | {"Surname": "Beta"}
        links = [LINK, LINK | {"URN": "100002"}]
        done = made([ANN, beta], rows, edubasealldata=schools, alllinksdata=links)
        assert [] == done.ways
        unknown = made([ANN, beta], rows, edubasealldata=schools)
        assert "federation" in unknown.said["notes"][0]

    def test_two_bodies(self, made):
        """Of a register of several it is asked which is meant."""
        rows = [ANN, ANN | {"URN": "100002"}]
        assert 2 == made(rows, [IN_GIAS]).status
        assert [] == made(rows, [IN_GIAS], "--on", DAY, "--json", "--school", "100001").ways


def test_interim_executive_board(made):
    """The instrument does not apply to one."""
    done = made([ANN], [IN_GIAS | {BODY: "Interim Executive Board"}])
    assert any("interim executive board" in one for one in done.said["notes"])


def test_the_day_of_the_extract(made):
    """Without a day it is that of the extract."""
    assert "2026-11-01" == made([ANN], [IN_GIAS], "--json").said["on"]


def test_in_words(made):
    """The list says what, how, where in the guidance, and who alone may do it."""
    done = made([ANN | {"Date left": "15/06/2026"}], [IN_GIAS], "--on", DAY, "--all")
    shown = " ".join(done.out.split())
    assert "left on 15 June 2026, and is in post in GIAS. (line 2; GID 11)" in shown
    assert "(GIAS governance guidance 4.4)" in shown
    assert "Only the school can change its record" in shown
    assert 1 == done.status


@pytest.mark.parametrize("text", ['{"code":"error.notFound"}', "a,b\r\n1,2\r\n", ""])
def test_another_file(tmp_path, made, text):
    """An extract that is none is named."""
    made([ANN], [IN_GIAS])
    wrong = tmp_path / "wrong.csv"
    wrong.write_text(text)
    done = CliRunner().invoke(main, ["gias", "diff", str(tmp_path / "register.csv"), str(wrong)])
    assert 2 == done.exit_code
    assert "wrong.csv" in done.stderr


@pytest.mark.parametrize("day", [START, END])
def test_a_day_that_cannot_be_read(made, day):
    """What GIAS has there is not known, so nothing is to be changed for it."""
    done = made([ANN], [IN_GIAS | {day: "August 2029"}])
    assert 3 == done.status
    assert "a day of the row of GIAS cannot be read" in done.says


def test_a_row_that_cannot_be_read(tmp_path, made):
    """Somebody who seems not to be in GIAS may stand in it."""
    made([ANN], [IN_GIAS])
    path = tmp_path / "governanceladata20261101.csv"
    path.write_bytes(path.read_bytes() + b'"12","100001","","","Governor","open\r\n')
    asked = ["gias", "diff", str(tmp_path / "register.csv"), str(path), "--on", DAY, "--json"]
    (note,) = json.loads(CliRunner().invoke(main, asked).stdout)["notes"]
    assert "could not be read (line 3)" in note


@pytest.mark.parametrize("change", [{END: None}, {"URN": "999999"}])
def test_an_extract_that_does_not_tell(made, change):
    """Without the column of the ends, or with the rows of other schools alone, nobody is to be added or changed."""
    row = {key: text for key, text in (IN_GIAS | change).items() if text is not None}
    done = made([ANN], [row], edubasealldata=[SCHOOL])
    assert 2 == done.status

"""A table of boards: which heading is which key, what a cell means, and what of a row is no board."""

import contextlib
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables_made import HEADINGS, RIFT_HOUSE, TEN_AIDED, text, workbook

from governance.errors import ProposalError, UnreadableError
from governance.model import Seats
from governance.model.boards import open_boards, path_of
from governance.model.names import PARTS_OF, SEAT_WORDS, SEATS


def entries(path):
    """The rows of a table."""
    return list(open_boards(path).entries)


def only(tmp_path, headings, *cells):
    """The one row of a table."""
    (entry,) = entries(workbook(tmp_path / "a.xlsx", headings, cells))
    return entry


def wrong(entry):
    """What is wrong with a row, a line for each."""
    with pytest.raises(ProposalError) as refused:
        entry.parse(entry.data)
    return str(refused.value)


@pytest.mark.parametrize(
    ("heading", "path"),
    [
        ("School name", "school.name"),
        ("EstablishmentName", "school.name"),
        ("TypeOfEstablishment (name)", "school.category"),
        ("TYPE", "school.category"),
        ("LA governors", "seats.local_authority"),
        ("LEA Governor", "seats.local_authority"),
        ("LA", "seats.local_authority school.local_authority"),
        ("Local Authority", "seats.local_authority school.local_authority"),
        ("LA (name)", "school.local_authority"),
        ("Foundation", "seats.foundation school.foundation"),
        ("Foundation governors", "seats.foundation"),
        ("Parents", "seats.parent"),
        ("No. of parent governors", "seats.parent"),
        ("Parent (number)", "seats.parent"),
        ("Headteacher", "seats.head_teacher"),
        ("Co-opted", "seats.co_opted"),
        ("co_opted", "seats.co_opted"),
        ("Coopted Members", "seats.co_opted"),
        ("of whom staff", "seats.co_opted_staff"),
        ("Total number of governors", "seats.total"),
        ("Current parent governors", "current.seats.parent"),
        ("Parents now", "current.seats.parent"),
        ("Existing number of parent govs", "current.seats.parent"),
        ("LA Gov", "seats.local_authority"),
        ("Local Authority (LA) governors", "seats.local_authority"),
        ("Head Teacher (ex-officio)", "seats.head_teacher"),
        ("Parent governor places", "seats.parent"),
        ("No of Govs", "seats.total"),
        ("School/Setting", "school.name"),
        ("Community", "seats.community"),
        ("Federation", None),
        ("Co-opted (community)", None),
        ("Parent governors (2)", None),
        ("Proposed co-opted", "seats.co_opted"),
        ("Parent governors in post", "filled.parent"),
        ("Date of effect", "instrument.effective_on"),
        ("seats.foundation_parent", "seats.foundation_parent"),
        ("foundation.appointers.1.by", "foundation.appointers.1.by"),
        ("Trust-appointed governors", None),
        ("Staff governors (including headteacher)", None),
        ("Teachers", None),
        ("Pupils", None),
        ("Vacancies", None),
    ],
)
def test_headings(heading, path):
    """A heading is that of one key, or of none; what may be another thing in law is none."""
    assert path == path_of(heading)


@pytest.mark.parametrize("number", [*SEATS, *PARTS_OF, "total"])
def test_every_number_has_headings(number):
    """Each by its key, and each category by its words."""
    assert path_of(f"seats.{number}") == f"seats.{number}"
    for words in SEAT_WORDS.get(number, ()):
        assert path_of(words.title()) == f"seats.{number}"


class TestCells:
    """What stands in a cell means what it would in any file."""

    def test_a_row(self, tmp_path):
        """Words of the trade, numbers as text, a day in figures."""
        entry = only(tmp_path, HEADINGS, *TEN_AIDED)
        proposal = entry.parse(entry.data)
        assert ("Our Lady's", "voluntary aided") == (proposal.school.name, proposal.school.category)
        assert (
            Seats(parent=2, local_authority=1, staff=1, head_teacher=1, foundation=5, total=10)
            == proposal.seats
        )
        assert datetime.date(2027, 1, 11) == proposal.instrument.effective_on
        assert any("is read as 2027-01-11" in note for note in proposal.read_as)

    @pytest.mark.parametrize(
        ("cell", "count"), [("two", 2), ("2.0", 2), (2.0, 2), ("?", "unknown"), ("nil", 0)]
    )
    def test_a_number(self, tmp_path, cell, count):
        """In figures or words, or still open."""
        assert {"parent": count, "staff": 1} == only(tmp_path, ("Parents", "Staff"), cell, 1).data["seats"]

    def test_one_word_for_two_things(self, tmp_path):
        """Under "LA" a number is of seats and a name is of the school, and so it is under "Foundation"."""
        headings = ("Name", "LA", "Foundation", "Parents")
        first = only(tmp_path, headings, "Hill", 1, 7, 2).data
        assert ({"name": "Hill"}, {"local_authority": 1, "foundation": 7, "parent": 2}) == (
            first["school"],
            first["seats"],
        )
        second = only(tmp_path, headings, "Hill", "Hartlepool", "no", 2).data
        assert ({"name": "Hill", "local_authority": "Hartlepool", "foundation": "none"}, {"parent": 2}) == (
            second["school"],
            second["seats"],
        )

    def test_keys_as_headings(self, tmp_path):
        """Whatever a proposal may say has a column."""
        headings = (
            "Parents",
            "foundation.appointers.1.by",
            "Foundation governors appointed by",
            "terms.parent",
        )
        data = only(tmp_path, headings, 2, "the Bishop", "the trustees", "Two years").data
        assert [{"by": "the trustees"}, {"by": "the Bishop"}] == data["foundation"]["appointers"]
        assert {"parent": "2 years"} == data["terms"]


def test_the_board_as_it_is_now(tmp_path):
    """Where no other board is in the table, the present one is asked about; where there is, it is what is replaced."""
    only_now = only(tmp_path, ("School", "Current parent governors", "Current staff"), "Hill", 2, 1)
    assert {"parent": 2, "staff": 1} == only_now.data["seats"]
    both = only(tmp_path, ("School", "Current parents", "Proposed parents"), "Hill", 2, 3)
    assert ({"parent": 3}, {"seats": {"parent": 2}}) == (both.data["seats"], both.data["current"])


class TestWrong:
    """What cannot be read is named by the file, the row and the column, with what to do."""

    def test_each_column(self, tmp_path):
        """Everything that is wrong with a row, at once."""
        entry = only(
            tmp_path, HEADINGS, "Dale", "special", "2 or 3", "#N/A", -1, 1, 2.5, None, None, "31/02/2027"
        )
        said = wrong(entry)
        for column, value in (
            ("Category", '"special" is not one of those known. Ask which special school it is'),
            ("Parent governors", '"2 or 3" is not a whole number'),
            ("LA governors", "holds #N/A"),
            ("Staff governors", "-1 is less than nought"),
            ("Co-opted governors", "2.5 is not a whole number"),
            ("Takes effect on", '"31/02/2027" is not a day of the calendar'),
        ):
            assert f'a.xlsx:2: column "{column}": {value}' in said

    def test_seats_that_no_column_is_known_for(self, tmp_path):
        """Seats are not lost because nobody knows their heading; other columns are named once."""
        headings = ("School", "Parents", "Trust-appointed governors", "Pupils")
        made = workbook(tmp_path / "a.xlsx", headings, ("Hill", 2, 7, 200), ("Dale", 2, None, 90))
        boards = open_boards(made)
        assert any('"Trust-appointed governors", "Pupils"' in note for note in boards.notes)
        first, second = boards.entries
        assert 'column "Trust-appointed governors": holds 7, and is no column that is known' in wrong(first)
        assert () == second.problems

    def test_no_seats(self, tmp_path):
        """A row of which nobody says how many seats there are is no board of none."""
        assert "no seats are given" in wrong(only(tmp_path, HEADINGS, "Hill", "community", *[None] * 6, 12))

    def test_a_number_is_no_name(self, tmp_path):
        """How many are ex officio is not the office that carries the seat."""
        assert 'column "Ex officio": 1 is not text' in wrong(
            only(tmp_path, ("Category", "Parents", "Ex officio"), "VA", 2, "1")
        )

    def test_a_row_of_sums(self, tmp_path):
        """What stands below a list of boards is no board, and a school may be called Total."""
        assert "is a row of sums" in wrong(
            only(tmp_path, HEADINGS, "Totals", None, 40, 20, 20, 20, 90, 0, 190)
        )
        school = only(tmp_path, HEADINGS, "Total", "community", *RIFT_HOUSE[2:])
        assert "Total" == school.parse(school.data).school.name

    @pytest.mark.parametrize(
        ("headings", "says"),
        [
            (("School", "Parents", "Parent governors"), '"Parents" and "Parent governors" are the same'),
            (("School", "Category", "Pupils"), "no column is of seats"),
        ],
    )
    def test_columns_that_are_no_boards(self, tmp_path, headings, says):
        """Nothing is answered where it is not clear which column is which."""
        with pytest.raises(ProposalError, match=says):
            open_boards(text(tmp_path / "a.csv", headings, [1, 2, 3]))

    def test_no_heading(self, tmp_path):
        """A sheet without names of columns is refused."""
        with pytest.raises(UnreadableError, match="None of its first 20 rows is a heading"):
            open_boards(text(tmp_path / "a.csv", ["Hill", "2"], ["Dale", "3"]))


@given(st.dictionaries(st.sampled_from(SEATS), st.integers(0, 999), min_size=1))
def test_every_board_survives(tmp_path_factory, seats):
    """The seats of a row are those of the board that was written into it."""
    path = tmp_path_factory.mktemp("t") / "a.csv"
    made = text(
        path, ("Name", "Category", *(SEAT_WORDS[seat][1] for seat in seats)), ("Hill", "VC", *seats.values())
    )
    (entry,) = entries(made)
    assert Seats(**seats) == entry.parse(entry.data).seats


KEYS = st.lists(st.sampled_from(["parent", "name", "0", "2", "by"]), min_size=1, max_size=3)
PATHS = st.builds(
    lambda table, keys: ".".join([table, *keys]), st.sampled_from(["seats", "schools", "foundation"]), KEYS
)


@given(st.lists(PATHS, min_size=2, max_size=5, unique=True))
def test_keys_that_cannot_stand_together(tmp_path_factory, paths):
    """Whatever keys are headings, a row is a proposal or says what is wrong."""
    path = tmp_path_factory.mktemp("t") / "a.csv"
    made = text(path, ("Staff", "Category", *paths), ("2", "community", *"1" * len(paths)))
    with contextlib.suppress(ProposalError):
        (entry,) = entries(made)
        assert 2 == entry.parse(entry.data).seats.staff


def test_rift_house(tmp_path):
    """The names of a workbook's rows are the file and the row that a person counts."""
    (entry,) = entries(workbook(tmp_path / "b.xlsx", ("Boards",), (), HEADINGS, RIFT_HOUSE))
    assert (f"{tmp_path / 'b.xlsx'}:4", "Rift House") == (entry.source, entry.name)

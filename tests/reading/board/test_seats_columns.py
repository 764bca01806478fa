"""Seats in columns: tables of every build, lists that lost their columns, and the people who hold the seats."""

import pytest
from boards_read import BOARD, read, seats, total


def test_a_bracket_that_is_never_closed_takes_no_line_with_it():
    """Only a line that closes more brackets than it opens goes on with the one before."""
    board = "2 parent governors\n1 LA governor (appointed by the council\n1 staff governor (elected)\n1 head teacher\n5 co-opted governors"
    assert {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 5} == seats(
        f"The governing body of Moor School consists of:\n{board}\nTotal: 10"
    )


class TestTables:
    """The columns of a table may come in any order, and its rows may be columns."""

    @pytest.mark.parametrize(
        "text",
        [
            "How many | Who | How they come to be governors\n2 | Parents | Voted for by parents\n5 | Co-opted | Up to 2 could be staff\n1 | LA | The council nominates\n2 | Staff | (Headteacher + 1)\n10 altogether",
            "Category | Number | Term\nParent | 2 | 4 years\nStaff (incl. Headteacher) | 2 | 4 years\nLA | 1 | 4 years\nCo-opted | 5 | 4 years\nTotal | 10 |",
            "Category | Number\nParent | 2 (one vacancy)\nStaff | 1\nHeadteacher | 1\nLA | 1 (nominated by the council)\nCo-opted | 5*\nAll governors | 10",
            "Type | Current | Change | New\nParent | 4 | -2 | 2\nStaff | 2 | -1 | 1\nHeadteacher | 1 | 0 | 1\nLA | 3 | -2 | 1\nCommunity | 4 | -4 | 0\nCo-opted | 0 | +5 | 5\nTotal | 14 | -4 | 10",
            "Parent | Staff | Head | LA | Co-opted | Total\n2 | 1 | 1 | 1 | 5 | 10",
            "Governors | How many? | How appointed | Term (years)\nParents | two | elected by parents | 4\nStaff | one | elected by staff | 4\nHeadteacher | one | ex officio | -\nLA | one | by the council | 4\nCo-opted | five | by the board | 4\nTotal | ten | |",
            " | Parent | Staff | Head | LA | Co-opted | Total\nExisting | 4 | 2 | 1 | 3 | 4 | 14\nNew | 2 | 1 | 1 | 1 | 5 | 10",
            "               Was     Change     Now\nParents          4      -2      2\nStaff         2      -1      1\nHeadteacher     1      0      1\nLA       3      -2      1\nCo-opted     0      +5      5\nAll governors     10      0      10",
        ],
    )
    def test_any_build(self, text):
        """The seats and the total of the board that is to be."""
        assert (BOARD, 10) == (seats(text), total(text))


class TestLostColumns:
    """A category on one line and its number on the next is one line of a list."""

    @pytest.mark.parametrize(
        "text",
        [
            "Parents\n2\nStaff\n1\nHeadteacher\n1\nLocal Authority\n1\nCo-opted\n5\nTotal\n10",
            "Elected by the parents\n2\nElected by the staff\n1\nNominated by the local authority\n1\nHeadteacher\n1\nCo-opted\n5\nTotal\n10",
            "2\nParent governors\n1\nStaff governor\n1\nHead teacher\n1\nLA governor\n5\nCo-opted governors\nTotal number of governors: 10",
        ],
    )
    def test_put_together(self, text):
        """The number belongs to the category that it stands with throughout."""
        assert (BOARD, 10) == (seats(text), total(text))

    def test_number_of_a_page(self):
        """A number between two whole lines is the number of a page."""
        text = "2 parent governors\n1 staff governor\n7\n1 head teacher\n1 LA governor\n5 co-opted governors"
        assert seats(text) == BOARD


class TestHolders:
    """Where the people are named under their category, they are the seats."""

    @pytest.mark.parametrize(
        "text",
        [
            "Headteacher\nMrs A.\n\nParent Governors\nMr B. (elected 2022)\nVacancy (election in progress)\n\nStaff Governor\nMiss C.\n\nLA Governor\nMr D.\n\nCo-opted Governors\nMrs E. - Chair\nMr F. - Vice Chair, Safeguarding\nMs G.\nMr H.\nMrs I. - Finance\n\nIn attendance\nMrs J. - Clerk",
            "Headteacher: Mrs A.\nParent governors: Mr B., Mrs C.\nStaff governor: Miss D.\nLA governor: Cllr E.\nCo-opted governors: Mr F., Mrs G., Ms H., Dr I. and one vacancy\nClerk: Mrs J.",
        ],
    )
    def test_counted(self, text):
        """Each person is a seat, and so is a vacancy; the clerk is none. It is only inferred."""
        found = {one.sure for one in read(text).evidence if one.field.startswith("seats.")}
        assert (BOARD, {"inferred"}) == (seats(text), found)

    def test_too_few(self):
        """People under two categories are no list of a governing body."""
        assert seats("Headteacher\nMrs A.\n\nStaff\nMr B.\nMrs C.\nMrs D.") == {}


class TestSmallSigns:
    """Letters without stops, sorts of staff, and what is counted within a category."""

    def test_letters_without_stops(self):
        """Letters in order before the seats of a list are its marks."""
        lines = (
            "a    2 Parent Governors",
            "b    1 LA Governor",
            "c    1 Staff Governor",
            "d    Head Teacher Governor",
        )
        text = "\n".join(("The governing body shall consist of", *lines, "e    5 Co-opted Governors"))
        assert BOARD == seats(text)

    def test_two_sorts_of_staff(self):
        """Teaching and other staff with a line each are two seats, also where the total counts somebody else, too."""
        text = "Total: 12\nParents x 4\nHead x 1\nStaff (teaching) x 1\nStaff (non teaching) x 1\nLEA x 1\nCo-opted x 3"
        assert 2 == seats(text)["staff"]

    def test_the_head_and_two_others(self):
        """Three staff, the head and two others who are named, are two and one."""
        text = (
            "A membership of 15, constituted thus:\nParents: 5\nCo-opted: 6\nStaff: 3, the Headteacher, plus 1 member "
            "of the teaching staff and 1 member of the non-teaching staff\nLocal Authority: 1"
        )
        assert (2, 1) == (seats(text)["staff"], seats(text)["head_teacher"])

    def test_foundation_governors_before_their_list(self):
        """A line that counts them and opens the list of those who appoint them gives the seats."""
        text = (
            "1. The Headmaster\n2. One member of Staff\n3. Two Parents\n4. One LA governor\n5. Two Co-opted\n"
            "6. Nine Foundation, of whom:\n1. six appointed by the Bishop of Northshire\n2. three appointed by the Trustees"
        )
        assert 9 == seats(text)["foundation"]

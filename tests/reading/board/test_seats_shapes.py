"""Seats however they are written: run together, side by side, in sentences, beside older numbers; and how sure."""

import pytest
from boards_read import BOARD, read, seats, total

LIST = "2 parent governors\n1 LA governor\n1 staff governor\n1 head teacher\n5 co-opted governors\n"


def sure(text):
    return {one.sure for one in read(text).evidence if one.field.startswith("seats.")}


class TestRunTogether:
    """Clauses and items that run on within a line are read as if each had its own."""

    @pytest.mark.parametrize(
        "text",
        [
            (
                "1.Name: Elm School.2.It is a community school.3.The governing body shall consist of:(a)2 parent governors"
                "(b)1 LA governor(c)1 staff governor(d)1 head teacher(e)5 co-opted governors4.Total number of governors:105.Term of office:4 years."
            ),
            (
                "1. Name: Elm School. 2. A community school. 3. The governing body shall consist of (i) two parent governors, (ii) one LA governor, "
                "(iii) one staff governor, (iv) the head teacher and (v) five co-opted governors. 4. Total number of governors: 10. 5. Term: 4 years."
            ),
            (
                "1. Name: Elm School. 2. Community. 3. It has: a. 2 parent governors; b. 1 LA governor; c. 1 staff governor; "
                "d. 1 head teacher; e. 5 co-opted governors. 4. Total number of governors 10. (It is 9 if the head declines.)"
            ),
        ],
    )
    def test_clauses(self, text):
        """The number of the next clause is no part of the total before it."""
        assert (BOARD, 10) == (seats(text), total(text))

    @pytest.mark.parametrize(
        "text",
        [
            "Parents 2 · Staff 1 · Head 1 · LA 1 · Co-opted 5",
            "Parents: 2; Staff: 1; Headteacher: 1; LA: 1; Co-opted: 5",
            "Parents 2    Staff 1    Headteacher 1    LA 1    Co-opted 5",
            "Parent Governors      2      Co-opted Governors      5\nLocal Authority      1      Staff      1\nHeadteacher      1      Total      10",
            "2 parent governors      1 LA governor      1 staff governor\n1 headteacher      5 co-\nopted governors",
            "Parent governors........2\nStaff........1\nHeadteacher........1\nLA........1\nCo-opted governors........5",
        ],
    )
    def test_side_by_side(self, text):
        """Several seats stand on a line, parted by spaces, dots or semicolons."""
        assert seats(text) == BOARD

    def test_bare_clause_numbers(self):
        """A clause number without a stop is no number of seats where each is the next."""
        text = f"1  Name: Elm School\n2  It is a community school\n3  The body shall consist of:\n{LIST}4  Total number of governors: 10\n5  Parent governors hold office for 2 years"
        assert seats(text) == BOARD

    def test_scanned(self):
        """The letter l in place of a 1 is read as meant."""
        text = "The governing body shall consist of:\n2 parent governors\nl LA governor\nl staff governor\nl headteacher\n5 co-opted governors\nTotaI number of governors l0"
        assert (BOARD, 10) == (seats(text), total(text))


class TestLabels:
    """Seats go by many names."""

    @pytest.mark.parametrize(
        "line",
        [
            "3 Diocesan Governors",
            "3 PCC governors",
            "3 Circuit governors",
            "3 Trustee Governors",
            "3 Archdiocesan foundation governors",
            "3 Roman Catholic foundation governors",
            "2 Anglican foundation governors\n1 Methodist foundation governor",
        ],
    )
    def test_foundation(self, line):
        """A church's or a trust's governors are foundation governors."""
        assert seats(LIST + line) == BOARD | {"foundation": 3}

    @pytest.mark.parametrize(
        "line",
        [
            "1 Authority Governor",
            "1 by Fenshire County Council",
            "1 governor nominated by Fenshire Council",
            "1 governor put forward by the council",
            "1 member appointed by the authority",
        ],
    )
    def test_authority(self, line):
        """A council that appoints is the local authority."""
        assert seats(LIST.replace("1 LA governor", line)) == BOARD

    @pytest.mark.parametrize(
        "line", ["Headteacher: Yes", "Principal", "1 Head of School", "The Headteacher is a governor too."]
    )
    def test_head(self, line):
        """A head teacher needs no number."""
        assert seats(LIST.replace("1 head teacher", line)) == BOARD

    @pytest.mark.parametrize("none", ["N/A", "none", "nil"])
    def test_none(self, none):
        """A category that does not apply takes no number from the line below."""
        assert seats(f"{LIST}Sponsor governors: {none}\nClerk: 1") == BOARD

    def test_parochial_church_council(self):
        """A church's council is no local authority."""
        assert seats("1 by the Parochial Church Council\n" + LIST)["local_authority"] == 1


class TestOldAndNew:
    """The board there was is not the board there is to be."""

    @pytest.mark.parametrize(
        "text",
        [
            "Category | New | Old\nParents | 2 | 4\nLA | 1 | 3\nStaff | 1 | 2\nHead | 1 | 1\nCo-opted | 5 | 0",
            "| | Proposed | Current |\n| Parents | 2 | 4 |\n| LA | 1 | 3 |\n| Staff | 1 | 2 |\n| Headteacher | 1 | 1 |\n| Co-opted | 5 | 0 |",
            "Category | Now | Proposed\nParents | 4 | 2\nLA | 3 | 1\nStaff | 2 | 1\nHeadteacher | 1 | 1\nCo-opted | 0 | 5",
            "Parents: 2 (was 4)\nLA: 1 (was 3)\nStaff: 1 (was 2)\nHeadteacher: 1\nCo-opted: 5 (previously 0)",
            "The figures for last year are in brackets.\nParents 2 (4)\nLA 1 (2)\nStaff 1 (2)\nHeadteacher 1 (1)\nCo-opted 5 (0)",
            "Elm School: the body, now of four parents, three LA governors, two staff, the head and four community governors (14), asks to be reconstituted. New make-up:\n"
            + LIST,
            (
                "3.1 The governing body has 14 places: 4 parents, 3 LA governors, 2 staff, the head and 4 community governors.\n"
                f"3.2 It wishes to reconstitute with 10, as follows:\n{LIST}3.3 The 3 LA governors and 4 community governors displaced will be thanked."
            ),
        ],
    )
    def test_new(self, text):
        """Only the new numbers are the seats."""
        assert {seat: count for seat, count in seats(text).items() if count != "unknown"} == BOARD

    def test_from_to(self):
        """A change that is told alone gives the new number, and says so."""
        text = "RESOLVED to increase the number of co-opted governors from 5 to 7; all others are unchanged."
        assert ({"co_opted": 7}, {"inferred"}) == (seats(text), sure(text))

    @pytest.mark.parametrize(
        "text",
        [
            "They agreed to come down from 14 to 10, with 2 parents, 1 staff, the head, 1 LA and 5 co-opted.",
            "Membership, at present 10 - Headteacher; Staff Governor; LA Governor; 2 Parent Governors; 5 Co-opted Governors",
            "Where there were sixteen of us there are now ten: two parents, one LA governor, one staff governor, the head and five co-opted governors.",
            "A governing body of 10 comprising 2 parent, 5 co-opted, 1 Authority and 1 staff governor together with the Headteacher.",
            "We have the Head, 1 staff, 2 parents, 1 LA and 5 co-opted. That's 10.",
            "Q. How many governors are there?\nA. Ten. We have two parents, one LA governor, one staff governor and five co-opted governors. The Head is also a governor.",
        ],
    )
    def test_total_in_a_sentence(self, text):
        """The total before or after the seats is read, and is no number of the first of them."""
        assert (BOARD, 10) == (seats(text), total(text))


class TestNotes:
    """What stands beside a number explains it."""

    @pytest.mark.parametrize(
        "line", ["Parents (2 - 1 vacancy)", "Parents (2, with 1 vacancy)", "Parents (2: one of each school)"]
    )
    def test_in_brackets(self, line):
        """A note within the brackets changes nothing."""
        assert seats(LIST.replace("2 parent governors", line)) == BOARD

    @pytest.mark.parametrize(
        "line", ["Co-opted governors 3 + 2 vacancies", "3 co-opted governors plus two vacancies"]
    )
    def test_vacancies_added(self, line):
        """Vacancies that are added are seats; the total may say that they are not."""
        text = LIST.replace("5 co-opted governors", line)
        assert seats(text) == BOARD
        assert seats(f"{text}Total: 8")["co_opted"] == 3

    def test_part_of_them(self):
        """Some of the governors of a category are no further seats."""
        text = f"{LIST}3 foundation governors\nTwo of the foundation governors are appointed by the Diocese."
        assert seats(text)["foundation"] == 3

    def test_rows(self):
        """A line for each governor is counted, chairs and vacancies too."""
        text = "Governor A - Chair, Parent Governor\nGovernor B - Parent Governor\nGovernor C - LA Governor\nGovernor D - Staff Governor\nGovernor E - Headteacher\nVacancy - Co-opted Governor"
        assert seats(text) == BOARD | {"co_opted": 1}


class TestSure:
    """A number is stated only where it is safe."""

    SENTENCE = "We have two parents, one LA governor, one staff governor, 1 head teacher and five co-opted governors."

    def test_list(self):
        """A whole list that is understood is stated."""
        assert sure(f"The governing body shall consist of:\n{LIST}") == {"stated"}

    def test_sentence(self):
        """A sentence is believed where a total confirms it."""
        assert sure(self.SENTENCE) == {"inferred"}
        assert sure(f"{self.SENTENCE}\nTotal number of governors: 10") == {"stated"}

    @pytest.mark.parametrize("number", [9, 11])
    def test_total_differs(self, number):
        """Where the total says otherwise nothing is safe, no seat is guessed, and none counts as nought."""
        text = f"The governing body shall consist of:\n{LIST}Total number of governors: {number}"
        untold = dict.fromkeys(("foundation", "partnership", "community", "sponsor"), "unknown")
        assert (BOARD | untold, {"inferred", "unread"}) == (seats(text), sure(text))

    def test_unread_line(self):
        """A line that was not understood puts its list in doubt."""
        lines = LIST.replace("1 staff", "3 harbour members\n1 staff")
        assert sure(f"The governing body shall consist of:\n{lines}") == {"inferred", "unread"}

    def test_listed_twice(self):
        """The same category twice, with nothing to tell them apart, is in conflict and never added up."""
        found = read(f"The governing body shall consist of:\n3 parent governors\n{LIST}")
        one = next(one for one in found.evidence if one.field == "seats.parent")
        assert ("unknown", "conflict") == (one.value, one.sure)
        assert "3 parent governors" in one.because
        assert "2 parent governors" in one.because

    def test_twice_in_a_sentence(self):
        """Nor is it added up within one sentence."""
        text = "We have two parent governors, three parent governors, one LA governor, one staff governor and one head teacher."
        assert seats(text)["parent"] == "unknown"

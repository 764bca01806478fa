"""Seats in running words, and totals however they are said: who elects, who nominates, and how many there are of us."""

import pytest
from boards_read import BOARD, read, seats, total

LIST = "2 parent governors\n1 LA governor\n1 staff governor\n1 head teacher\n5 co-opted governors\n"


def sure(text, field):
    return next(one.sure for one in read(text).evidence if one.field == field)


class TestWhoElects:
    """Those who elect, nominate or co-opt name the category as well as its label does."""

    @pytest.mark.parametrize(
        "text",
        [
            "There are ten governors: two elected by the parents, one elected by the staff, one nominated by Mereshire County Council, five co-opted and the Headteacher.",
            "Our board is 10-strong. Parents vote in two governors, staff vote in one, the Council nominates one, the Head is a governor by right and the board itself co-opts five.",
            "The parents elect two, the staff elect one, the local authority puts forward one, five are co-opted and the headteacher makes ten of us in all.",
            "Two governors are chosen by and from the parents; one is a member of the teaching or support staff; one is put forward by the council; a further five are co-opted. The Headteacher is a governor too.",
            "Elected by parents: 2\nElected by staff: 1\nNominated by the local authority: 1\nBy co-option: 5\nHeadteacher: 1",
            "two by the parents\none by the staff\none by Mereshire County Council\nfive by co-option\nthe Headteacher",
            "Two places are reserved for parents. One place is reserved for staff. One place is reserved for the local authority. Five places are filled by co-option. The Headteacher also has a place.",
            "The governing body has 10 members (2 parents, 1 staff, 1 LA, 5 co-opted and the headteacher).",
        ],
    )
    def test_named_by_their_electors(self, text):
        """The verb may stand before the number or after it, and the list within brackets."""
        assert seats(text) == BOARD

    @pytest.mark.parametrize(
        "text",
        [
            "The remaining six come from the staff, the local authority and the neighbourhood.",
            "The other nine are the Headteacher, a staff governor and six more.",
        ],
    )
    def test_shared_number(self, text):
        """A number that several categories share is none of the first one."""
        assert not {6, 9} & set(seats(text).values())

    def test_term_that_breaks_off(self):
        """The years of a term are no seats, though the word years has slipped onto the next line."""
        text = (
            f"{LIST}\nTotal number of governors: 10\nThe term of office of parent governors is four\n\nyears."
        )
        assert (BOARD, 10) == (seats(text), total(text))


class TestShared:
    """Seats that are given to several categories together, or shared out within one."""

    @pytest.mark.parametrize(
        "text",
        [
            "Members: two parents, one each from the staff and the local authority, five co-opted governors and the headteacher.",
            "Members: two parents, the staff and the local authority one each; five co-opted governors; the headteacher.",
        ],
    )
    def test_one_each(self, text):
        """One each is one for every category that is named with it."""
        assert seats(text) == BOARD

    @pytest.mark.parametrize(
        "parents",
        [
            "2 parent governors, 1 elected by the parents of each of the schools",
            "two parent governors, one from each school",
            "2 parent governors (one to be elected by the parents of each school)",
        ],
    )
    def test_how_they_are_shared(self, parents):
        """One from each school is how the two are shared, and not one more."""
        text = LIST.replace("2 parent governors", parents) + "Total number of governors: 10"
        assert (BOARD, 10) == (seats(text), total(text))

    def test_two_heads(self):
        """A number in brackets behind the schools is the number of head teachers."""
        text = (
            LIST.replace("1 head teacher", "the head teachers of the two federated schools (2)")
            + "Total number of governors: 11"
        )
        assert seats(text)["head_teacher"] == 2

    @pytest.mark.parametrize(
        ("staff", "others"),
        [
            ("Staff Governors 3 (the Headteacher, one teacher, one support)", 2),
            ("3 staff governors (the headteacher and two others)", 2),
            ("Staff: 2 (Head + 1 elected)", 1),
        ],
    )
    def test_head_among_staff(self, staff, others):
        """The head teacher who is counted with the staff has the one seat that the others leave."""
        text = f"2 parent governors\n1 LA governor\n{staff}\n5 community governors\n"
        assert (others, 1) == (seats(text)["staff"], seats(text)["head_teacher"])


class TestTotals:
    """The number of governors, in the words of clerks, councils and schools."""

    @pytest.mark.parametrize(
        "words",
        [
            "Governing body size: 10",
            "Seats on the board: 10",
            "Total number of governors10",
            "10 in number",
            "There are ten of us in all.",
            "All governors: 10",
            "Overall: 10",
            "The membership stands at 10.",
            "A governing body of ten serves the school.",
            "The Governing Body (10)",
            "The board is ten strong.",
        ],
    )
    def test_said_to_be_the_total(self, words):
        """However it is said, it is the total."""
        assert total(f"Elm School\n{words}\n\n{LIST}") == 10

    @pytest.mark.parametrize(
        "words",
        [
            "After an audit of skills the governing body considers 10 to be the right size.",
            "It was resolved to reconstitute with the following 10:",
            "The present governing body of 18 is replaced by one of 10:",
        ],
    )
    def test_number_that_fits(self, words):
        """A number in a sentence about the board is its total where the seats add up to it, and is only inferred."""
        text = f"{words}\n{LIST}"
        assert (10, "inferred") == (total(text), sure(text, "seats.total"))

    @pytest.mark.parametrize(
        "words",
        [
            "We also have a Stakeholder Forum with 12 places.",
            "The board considers 12 to be the right size.",
            "The other twelve are pupils on the school council.",
        ],
    )
    def test_number_that_does_not_fit(self, words):
        """A number of something else, or one that the seats do not come to, is no total."""
        assert total(f"{LIST}{words}") is None


class TestNewOverOld:
    """Of an older number and a newer one, the newer is read."""

    @pytest.mark.parametrize(
        "text",
        [
            "Parents: 6 -> 2\nStaff: 2 -> 1\nHeadteacher: 1 -> 1\nLA: 3 -> 1\nCo-opted: none -> 5\nCommunity: 5 -> none\nOverall: 17 -> 10",
            "Parents: from 6 to 2\nStaff: reduced from 2 to 1\nHeadteacher: 1\nLA: down from 3 to 1\nCo-opted: from 1 to 5\nTotal: 10",
            "Parents 2 (was 6)\nStaff 1 (previously 2)\nHeadteacher 1\nLA 1 (down from 3)\nCo-opted 5 (currently 1)\nTotal 10",
            "We asked to have 10 governors instead of 17: 2 parent, 1 staff, 1 LA, 5 co-opted and the Head.",
            "Membership now: 6 parents, 3 LA, 2 staff, 1 head, 5 community\nMembership under the new instrument: 2 parents, 1 LA, 1 staff, 1 head, 5 co-opted - 10 in all",
            "The board asks to be cut to ten. Parent governors would fall from 4 to 2 and co-opted governors from 8 to 5; the LA (1), staff (1) and headteacher (1) places remain.",
        ],
    )
    def test_newer(self, text):
        """What was is no seat of the board that is to be."""
        assert (BOARD, 10) == (seats(text), total(text))

    @pytest.mark.parametrize(
        "decided",
        [
            "Decision: that Option 2 be adopted.",
            "Governors agreed that Option 2 was better.",
            "Option 2 is recommended.",
        ],
    )
    def test_option(self, decided):
        """Of several options the one that was chosen is read."""
        text = (
            "Option 1: 12 governors - 3 parents, 1 staff, 1 LA, the head teacher and 6 co-opted.\n"
            f"Option 2: 10 governors - 2 parents, 1 staff, 1 LA, the head teacher and 5 co-opted.\n{decided}"
        )
        assert seats(text) == BOARD

    def test_no_option_chosen(self):
        """Where nothing says which was chosen, neither is called stated."""
        text = (
            "Option 1: 12 governors - 3 parents, 1 staff, 1 LA, the head teacher and 6 co-opted.\n"
            "Option 2: 10 governors - 2 parents, 1 staff, 1 LA, the head teacher and 5 co-opted.\n"
        )
        assert sure(text, "seats.parent") != "stated"

    def test_part_of_all(self):
        """Three of the twelve governors are parents: three seats of twelve."""
        text = "Three of the twelve governors are parents. The other nine are the Headteacher, a staff governor, an LA governor and six co-opted governors."
        assert (3, 12) == (seats(text)["parent"], total(text))


class TestFoundation:
    """Foundation governors beside those who appoint them, and an office that carries a seat."""

    BOARD = "2 parent governors\n1 staff governor\nthe headteacher\n1 LA governor\n"

    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("Diocesan Board x 2", 2),
            ("Foundation governors: 7 appointed by the Bishop and the Parish Priest ex officio", 8),
            ("There are three foundation governors. One is appointed by the Bishop; one by the PCC.", 3),
            (
                "The foundation governors, of whom there are ten, shall be appointed as follows:\n(a) the Lea Trust shall appoint nine;\nand the Archdeacon of Lea shall be one ex officio.",
                10,
            ),
        ],
    )
    def test_number(self, text, number):
        """What is shared out is counted once, and the office besides."""
        assert number == seats(self.BOARD + text)["foundation"]

    def test_head_besides(self):
        """A head teacher whom words leave out of the staff has a seat, where no total forbids it."""
        text = "2 parents\n1 LA governor\none staff governor (not including the headteacher)\n5 co-opted governors"
        assert (1, 1) == (seats(text)["staff"], seats(text)["head_teacher"])
        assert "inferred" == sure(text, "seats.head_teacher")
        assert "head_teacher" not in seats(f"{text}\nTotal: 9")

    def test_ones(self):
        """Ones are people, and no number."""
        assert 4 == seats(f"{self.BOARD}the elected ones and 4 co-opted governors")["co_opted"]


class TestSharedOut:
    """Who appoints some of the foundation governors, told behind how many there are, adds none to them."""

    @pytest.mark.parametrize(
        "shares",
        [
            "The Board appoints four of them; the Diocese three.",
            "The Bishop appoints four, the PCC two and the vicar is one.",
            "Four are appointed by the Board of Education and three by the trust.",
        ],
    )
    def test_no_more(self, shares):
        """Also where the verb is said once for all who appoint."""
        text = f"2 parents\n1 LA governor\n1 staff governor\nThere are seven foundation governors. {shares}"
        assert seats(text)["foundation"] == 7

    def test_the_shares_alone(self):
        """Where no sentence says how many there are, they are added up."""
        assert seats("The Bishop appoints four foundation governors, the PCC two.") == {"foundation": 6}


class TestInSentences:
    """A board that several sentences tell of."""

    def test_foundation_first(self):
        """A sentence on some seats, and the next on the others, are one board; who appoints is told again."""
        text = (
            "The governing body will have 14 members. Eight will be foundation governors. The other six are two parent "
            "governors, a local authority governor, a staff governor, the headteacher and one co-opted governor.\n"
            "Of the eight foundation governors, five are appointed by the Diocesan Board and three by the PCC."
        )
        assert seats(text) == {**BOARD, "co_opted": 1, "foundation": 8}

    def test_total_at_the_end(self):
        """The words "being fourteen governors in all"."""
        text = "It shall consist of the headteacher, one staff governor, one LA governor, three parent governors and eight co-opted governors, being fourteen governors in all."
        assert total(text) == 14

    def test_parts_of_a_number(self):
        """What some of them must be, or two of them do, gives no seats besides."""
        told = "5 co-opted governors, of whom up to two may be employees and one must be a parent"
        assert (
            seats(
                f"{LIST.replace('5 co-opted governors', told)}2 of the parent governors' terms end in July."
            )
            == BOARD
        )

    def test_bare_headings(self):
        """The words "Current" and "Proposed" alone are headings of the board there is and of the board to be."""
        old = "Parent 5\nStaff 3\nLA 3\nCommunity 4\nHeadteacher 1\nTotal 16"
        new = "Parent 2\nStaff 1\nLA 1\nCo-opted 5\nHeadteacher 1\nTotal 10"
        assert seats(f"Current\n{old}\n\nProposed\n{new}") == BOARD


class TestTwice:
    """A whole list that stands twice is one board, whatever it calls the categories the second time."""

    @pytest.mark.parametrize(
        "again", [LIST, LIST.replace("LA governor", "governor nominated by the local authority")]
    )
    def test_told_again(self, again):
        """Each number is taken once, and is inferred."""
        assert seats(f"{LIST}\n{again}") == BOARD
        assert sure(f"{LIST}\n{again}", "seats.local_authority") == "inferred"


class TestAsItIsWritten:
    """Slips of the pen, and what the words around a number say of it."""

    @pytest.mark.parametrize(
        "text",
        [
            "2 parent governors\n1 L.A governor\n1 staff govenor\n1 Heateacher\n5 co-opted governers",
            "Headteacher Jo Lee\n2 parent governors\n1 LA governor\n1 staff governor (elected by the staff at Hill School 5 co-opted governors",
            "2 parent governors\n1 LA governor\nHeadteacherJo Lee\n1 staff governor\n5 co-opted governors",
            "There are 10 governors: two parents, an elected teacher, the head, one LA governor and five governors whom the board co-opts. A parent governor's term is four years. Ann Lee is a parent governor.",
        ],
    )
    def test_slips(self, text):
        """A letter wrong, a bracket that never closes, words run together, and one governor who is spoken of."""
        assert seats(text) == BOARD

    @pytest.mark.parametrize(
        "text",
        [
            "Our board has 14 governors, including the Headteacher.",
            "There are 14 governors (including the head).",
        ],
    )
    def test_head_of_all(self, text):
        """A head teacher who is counted in the total has a seat."""
        assert (1, 14) == (seats(text)["head_teacher"], total(text))

    def test_office_in_a_sentence_of_its_own(self):
        """Whoever is an ex officio governor by a sentence of its own is not left out in silence."""
        text = (
            LIST
            + "2 foundation governors, appointed by the diocese. The Rector of Lea is an ex officio governor."
        )
        assert sure(text, "seats.foundation") != "stated"

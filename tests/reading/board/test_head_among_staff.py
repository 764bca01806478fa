"""The head teacher among the staff, and the vicar among the foundation governors, in any bracket, order or title."""

import pytest
from as_read import read

LIST = "2 parent governors\n1 local authority governor\n{}\n5 co-opted governors\n"
CHURCH = "2 parent governors\n1 local authority governor\n1 staff governor\nthe headteacher\n{}\n"
AMONG = (
    "2 staff governors including the head teacher", "2 staff governors (one of whom is the head)",
    "2 staff (headteacher + 1)", "2 staff (1 + headteacher)", "2 staff: the headteacher and one other",
    "the headteacher and one other member of staff", "2 members of staff, one being the Principal",
    "2 staff governors, namely the Head Teacher and an elected teacher", "Staff: 2 (inc. HT)",
    "Staff (2, including Headteacher)", "Staff - 2 - Headteacher and one elected",
    "two staff governors, of which one shall be the Head Teacher", "two staff governors, the headteacher being one of them",
    "two members of staff (one elected by the staff, the other being the head)",
    "Staff governors: headteacher (ex officio) and one elected", "2 staff governors with the headteacher as one",
    "2 staff places, one reserved for the headteacher", "2 staff governors, counting the headteacher",
    "staff governors x 2 (Head and elected member)", "Two staff – the Acting Headteacher and one support staff",
    "2 Staff Governors – Ms A, Headteacher and Mr B", "one staff governor plus the Head of School",
    "2 staff governors [including the head teacher (unless the head teacher resigns)]",
    "Staff governors          2 (the Headteacher and one teacher)",
    "1 staff governor (excluding the Headteacher), the Headteacher", "head teacher (ex officio); one staff governor",
)  # fmt: skip
OFFICE = (
    "8 foundation governors: 5 appointed by the bishop, 2 by the PCC and the vicar",
    "5 foundation governors are appointed by the Diocesan Board, 2 by the PCC, and the vicar is one",
    "8 foundation governors (including the parish priest)", "8 x foundation (1 ex officio)",
    "7 foundation governors and the vicar ex officio", "7 foundation governors plus the incumbent",
    "five governors are appointed by the diocese and three by the PCC", "The Diocese appoints eight foundation governors",
)  # fmt: skip
NO_BOARD = (
    "Until 2014 we had 4 parents, 3 staff, 3 LA and 4 community governors.",
    "Our previous governing body of 16 was made up of 5 parents, 4 staff, 3 LA and 4 community governors.",
    "The governing body used to consist of 3 parents, 2 staff, 2 LA governors and 3 community governors.",
    "Most boards include 2 parent governors, 1 staff governor, 1 LA governor, the headteacher and 8 co-opted governors.",
    "By law there must be two parent governors, a head teacher, one staff governor and one LA governor.",
    "At our neighbouring school the board has 3 parents, 1 staff, 1 LA, the head and 6 co-opted.",
)


def seats(found):
    return {seat: count for seat, count in found.data["seats"].items() if seat != "total"}


@pytest.mark.parametrize("total", ["", "Total number of governors: 10"])
@pytest.mark.parametrize("line", AMONG)
def test_head(line, total):
    """One staff governor and the head teacher, with a total beside them or without."""
    board = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 5}
    assert board == seats(read(LIST.format(line) + total))


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        ("1 staff governor, who is the head teacher", 1),
        ("1 staff governor (the head teacher)", 1),
        ("2 staff governors, who are the head teachers", 2),
    ],
)
def test_head_is_all_of_the_staff(line, heads):
    """A head who is the only staff governor has one seat."""
    board = {"parent": 2, "local_authority": 1, "staff": 0, "head_teacher": heads, "co_opted": 5}
    assert board == seats(read(LIST.format(line)))


@pytest.mark.parametrize("line", OFFICE)
def test_office(line):
    """Eight foundation governors."""
    board = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "foundation": 8}
    assert board == seats(read(CHURCH.format(line)))


class TestOtherBoard:
    """A rule, a former board or another school's is not the board."""

    @pytest.mark.parametrize("line", NO_BOARD)
    def test_beside_the_board(self, line):
        """The list beside it stays as it is."""
        board = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 5}
        text = LIST.format("1 staff governor\n1 head teacher")
        assert board == seats(read(text + line))
        assert board == seats(read(f"{line}\nOur governing body consists of:\n{text}"))

    @pytest.mark.parametrize("line", NO_BOARD)
    def test_alone(self, line):
        """Alone it states nothing."""
        assert "stated" not in {one.sure for one in read(line).evidence if one.field.startswith("seats.")}


@pytest.mark.parametrize(
    "text",
    [
        "Parent governors are elected by parents. We have four.\nStaff governors are elected by staff. There is one.",
        "Parent governors\nElected by parents. We have four.\nStaff governor\nElected by those who work here. There is one.",
    ],
)
def test_number_in_a_sentence_of_its_own(text):
    """It counts the category that was named before it, and is not called stated."""
    found = read(text)
    assert {"parent": 4, "staff": 1} == seats(found)
    assert "stated" not in {one.sure for one in found.evidence}


def test_place_that_nominates():
    """A place stands for its council; what else nominates does not."""
    assert 1 == read("Leeds nominates one. 2 parents.").data["seats"]["local_authority"]
    assert "local_authority" not in read("Ask whom Leeds nominates one day. 2 parents.").data["seats"]

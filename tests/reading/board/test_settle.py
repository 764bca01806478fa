"""What is settled of the seats and the totals, whole: the number, how sure it is, why, and the words quoted."""

import pytest
from boards_read import read

LIST = """The governing body of Moor School shall consist of:
2 parent governors
1 local authority governor
1 staff governor
1 head teacher
5 co-opted governors
"""
TOTALS = {
    "There are 10 governors.": (10, "stated", "", "There are 10 governors."),
    "Total: 10": (10, "stated", "", "The governing body of Moor School shall consist of: Total: 10"),
    "The total number of governors is 12.\nThe total number of governors is 13.": (
        None,
        "conflict",
        "two totals are given",
        "The total number of governors is 12.",
    ),
    "The total number of governors is 11.\nThe total number of governors shall be 10.": (
        10,
        "inferred",
        "of several totals this is the one the seats add up to",
        "The total number of governors shall be 10.",
    ),
}
TWICE = {
    "Parent governors": "2 parent governors",
    "Staff governors": "1 staff governor",
    "Head teachers": "1 head teacher",
    "Co-opted governors": "5 co-opted governors",
}


def conflicts(found):
    """What is in conflict, and the words that show it."""
    return [(one.says, [words for words, _ in one.quotes]) for one in found.remarks if one.kind == "conflict"]


@pytest.mark.parametrize("line", TOTALS)
def test_the_total(line):
    """One that is stated, one of several that fits, and several of which none does."""
    found = next(one for one in read(LIST + line).evidence if one.field == "seats.total")
    assert TOTALS[line] == (found.value, found.sure, found.because, found.words)


def test_two_totals_are_quoted():
    """Both, in their order."""
    lines = ["The total number of governors is 11.", "The total number of governors shall be 10."]
    assert [("Two totals are given: 10 and 11", lines[::-1])] == conflicts(
        read("\n".join([LIST, *reversed(lines)]))
    )


@pytest.mark.parametrize("named", TWICE)
def test_a_category_listed_twice_is_told(named):
    """It counts once, and both lines are quoted."""
    found = read(f"{LIST}{TWICE[named]}\nTotal: 10")
    assert (f"{named}: the list gives them more than once", [TWICE[named]] * 2) in conflicts(found)
    assert 10 == found.data["seats"]["total"]


def test_the_totals_of_two_lists_side_by_side_are_one():
    """Where the seats come to both together; where they do not, two totals are given."""
    rows = (
        "Parent governors | 2 | Co-opted governors | 5\nStaff governors | 1 | Head teacher | 1\n"
        "Local authority governors | 1 | Foundation governors | 2\nTotal | 4 | Total | {}\n"
    )
    assert 12 == read(rows.format(8)).data["seats"]["total"]
    assert not conflicts(read(rows.format(8)))
    assert conflicts(read(rows.format(7)))

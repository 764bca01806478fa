"""What is settled of the seats and the totals, whole: the number, how sure it is, why, and the words quoted."""

import tomllib
from pathlib import Path

import pytest
from boards_read import read

TOGETHER = tomllib.loads(Path(__file__).with_name("settled.toml").read_text())["document"]
LIST = """The governing body of Moor School shall consist of:
2 parent governors
1 local authority governor
1 staff governor
1 head teacher
5 co-opted governors
"""
TOTALS = {
    "There are 10 governors.": (10, "stated", "", "There are 10 governors."),
    "Total: 10": (10, "stated", "", "Total: 10"),
    "Total number of governors:\nTen": (10, "stated", "", "Total number of governors: Ten"),
    "The total number of governors is 12.": (
        12,
        "inferred",
        "the seats read add up to 10, and the document says 12",
        "The total number of governors is 12.",
    ),
    "How many governors are there?\n10.": (10, "stated", "", "How many governors are there? 10."),
    "Seven governors change category.": (
        7,
        "inferred",
        "it counts governors, and does not call them the total",
        "Seven governors change category.",
    ),
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


def whole(found):
    """Every seat that is read, the total and the board before."""
    given = [one for one in found.evidence if "seats." in one.field and one.sure != "unread"]
    return {
        one.field.replace("seats.", ""): "conflict"
        if one.sure == "conflict"
        else f"{one.value}?"
        if one.because
        else one.value
        for one in given
    }


@pytest.mark.parametrize("document", TOGETHER, ids=lambda document: document["says"])
def test_lists_and_totals_together(document):
    """What one list says, completed or contradicted by others, and held to the total."""
    found = read(document["text"])
    assert document["seats"] == whole(found)
    assert document.get("told", []) == [says for says, _ in conflicts(found)]


def because(text, seat):
    """A value, and the reason that is given for it."""
    return next((one.value, one.because) for one in read(text).evidence if one.field == f"seats.{seat}")


def test_another_list():
    """What another list says otherwise is unknown, and the reason quotes it."""
    other = "The governing body consists of 3 parent governors, 1 staff governor and 5 co-opted governors."
    assert ("unknown", f"another place says: {other}") == because(f"{LIST}\n{other}", "parent")


def test_the_likeliest_reason_is_given():
    """Where the likeliest numbers meet the total, no other is looked for."""
    (document,) = [one for one in TOGETHER if one["says"].endswith("which the total adds up")]
    value, reason = because(document["text"], "foundation")
    assert (3, True) == (value, reason.startswith("added up from several lines"))

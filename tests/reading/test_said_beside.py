"""What is said beside a document fills in what it lacks, and the law is asked anew which seats are open."""

import pytest

from governance.errors import ContradictionError
from governance.model.names import CATEGORIES, UNKNOWN
from governance.reading.beside import each_kind, speaks_of_a_federation, with_beside
from governance.reading.facts.regulations import made_under, old_words
from governance.reading.read import read_pasted

BOARD = """Instrument of Government
The name of the school is Hill School.
The governing body shall consist of:
2 parent governors
1 local authority governor
1 staff governor
1 headteacher
5 co-opted governors
Total number of governors: 10
"""
COMMUNITY = BOARD.replace("Hill School.", "Hill School.\nThe school is a community school.")
CHANGE = "Before: four local authority, four parent and two staff governors. From September: 12 co-opted governors."


def read(text):
    return read_pasted(text.encode())


def evidence(found, field):
    return next(one for one in found.evidence if field == one.field)


@pytest.mark.parametrize("category", CATEGORIES)
def test_a_category_said_beside(category):
    """It becomes a value whose words are the option; one that the document contradicts is named with its words."""
    found = with_beside(read(BOARD), {"category": category})
    assert category == found.data["school"]["category"]
    assert "--category" == evidence(found, "school.category").words
    if "community" == category:
        assert with_beside(read(COMMUNITY), {"category": category}) == read(COMMUNITY)
    else:
        with pytest.raises(ContradictionError, match=r"--category says .*community school\W+\(line 3\)"):
            with_beside(read(COMMUNITY), {"category": category})


def test_nothing_else_changes():
    """What the document says stays as it was read."""
    before, after = read(COMMUNITY), with_beside(read(COMMUNITY), {"religious_character": "none"})
    assert before.data["seats"] == after.data["seats"]
    assert set(before.evidence) <= set(after.evidence)


def test_two_places_that_differ_are_not_settled_by_an_option():
    """The document says two things: the option contradicts one of them."""
    text = COMMUNITY.replace(
        "The governing body shall",
        "The category of the school is: foundation school.\nThe governing body shall",
    )
    found = read(text)
    assert "conflict" == evidence(found, "school.category").sure
    with pytest.raises(ContradictionError, match="--category"):
        with_beside(found, {"category": "community"})


def test_seats_that_nobody_wrote_are_open_for_the_category():
    """A change told without a full list makes no board unlawful, whatever the category."""
    assert 0 == read(CHANGE).data["seats"].get("parent", 0)
    assert UNKNOWN == with_beside(read(CHANGE), {"category": "community"}).data["seats"]["parent"]
    assert {UNKNOWN} == {one.proposal().seats.parent for one in each_kind(read(CHANGE))}


def test_a_document_that_speaks_of_a_federation():
    """In any form of the word."""
    assert not speaks_of_a_federation(read(BOARD))
    assert speaks_of_a_federation(read(BOARD.replace("Hill School", "the Hill Federation")))


@pytest.mark.parametrize(
    ("more", "regulations"),
    [
        ("", None),
        ("Made on 1 March 2018.\n", "uksi/2012/1034"),
        ("Made on 1 March 2008.\n", "uksi/2007/957"),
        ("Made under the School Governance (Constitution) (England) Regulations 2012.\n", "uksi/2012/1034"),
    ],
)
def test_made_under(more, regulations):
    """Cited, or shown by its day; co-opted governors alone show nothing."""
    assert regulations == made_under(read(BOARD + more))


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        (BOARD, ""),
        (BOARD.replace("local authority", "LEA"), '"1 LEA governor" (line 5)'),
        (BOARD.replace("local authority", "Local Education Authority"), "(line 5)"),
        (BOARD.replace("Hill", "Lea"), ""),
    ],
)
def test_old_words(text, quoted):
    """The old name of the authority is quoted with its place; a school called Lea is none."""
    assert quoted in old_words(read(text))
    assert bool(quoted) is bool(old_words(read(text)))

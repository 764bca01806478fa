"""The heading of a table of seats is not taken for a clause on the category of the school."""

import pytest
from made_files import cell, docx, para, row, run, table

from governance.reading.intake.intake import transcribe_bytes
from governance.reading.understand import understand

SEATS = {"Parent": 2, "Local authority": 1, "Staff": 1, "Headteacher": 1, "Co-opted": 5, "Total": 10}


def read(*heading, category):
    rows = [heading, *((name, str(number)) for name, number in SEATS.items())]
    body = [
        para(run("INSTRUMENT OF GOVERNMENT")),
        para(run("The name of the school is Mill Lane Primary School.")),
        para(run(category)),
        table(*(row(*(cell(para(run(words))) for words in one)) for one in rows)),
    ]
    return understand(transcribe_bytes(docx(*body), source="x.docx"))


@pytest.mark.parametrize(
    "heading",
    [
        ("Category of governor", "Number"),
        ("Type of governor", "How many"),
        ("Category", "Number of governors"),
        ("Category", "No."),
        ("Category", "Total"),
    ],
    ids=" ".join,
)
def test_a_heading_of_seats(heading):
    """Seats and category are read, and nothing is remarked on."""
    found = read(*heading, category="The school is a community school.")
    assert (("community", 10), ()) == (
        (found.data["school"]["category"], found.data["seats"]["total"]),
        found.remarks,
    )


def test_a_category_that_the_law_does_not_know():
    """It is still said of a clause on the category."""
    found = read("Category of governor", "Number", category="Category of school: academy")
    assert ["“academy” is not a category of school"] == [
        remark.says.partition(" that the law")[0] for remark in found.remarks
    ]

"""Documents in odd layouts: tables drawn with bars, cells on lines of their own, words that broke or ran together, footers."""

import tomllib
from pathlib import Path

import corpus
import pytest
from as_read import read
from made_files import docx, row, table

from governance.reading.intake.intake import transcribe_bytes
from governance.reading.understand import understand

DOCUMENTS = tomllib.loads(Path(__file__).with_name("layouts.toml").read_text(encoding="utf-8"))["document"]
BESIDE = {
    "name": "school.name",
    "local_authority": "school.local_authority",
    "appointers": "foundation.appointers",
    "ex_officio": "foundation.ex_officio",
}
"""What is judged where the truth tells it."""


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: one["name"])
def test_layout(document):
    """Everything that it says is read right, however it stands on the page."""
    given = document["truth"]
    silent = {field for key, field in BESIDE.items() if key not in given}
    silent |= {"instrument.governing_body", "school.religious_character"}
    lists = {key: tuple(map(tuple, given[key])) for key in ("appointers",) if key in given}
    truth = corpus.Truth(
        **(given | lists | {"doubtful": frozenset(given.get("doubtful", ()))}), silent=frozenset(silent)
    )
    assert [] == [str(mark) for mark in corpus.wrong(corpus.judge(truth, read(document["text"])))]


@pytest.mark.parametrize(
    "text",
    [
        "School\tGovernors\nHill Road Primary School\t12\nMill Lane School\t9\n",
        "| School | Type |\n|---|---|\n| Hill Road Primary School | Community |\n",
        "Home\n\nSchool\nContact us\n\nGoverning body\nMeetings\n\nFederation\nOur vision\n",
        "The board of Hill Road School    Governors meet termly\n",
    ],
)
def test_heads_are_no_labels(text):
    """What stands beside or below the head of a column, or of a page, is no name."""
    named = ("school.name", "instrument.governing_body")
    assert [] == [one.value for one in read(text).evidence if one.field in named and one.sure == "stated"]


def test_clause_numbers_in_word():
    """A column of clause numbers in a table of a Word file counts no seats, with a heading over it and without."""
    rows = [
        ("1", "Parent governors", "4"),
        ("", "Staff governor", "1"),
        ("", "Headteacher", "1"),
        ("2", "Total number of governors", "6"),
        ("3", "Term of office", "4 years"),
    ]
    for head in ([], [("Clause", "Subject", "Content")]):
        data = docx(table(*(row(*cells) for cells in head + rows)))
        seats = understand(transcribe_bytes(data, source="table.docx")).data["seats"]
        assert (4, 1, 1, 6) == tuple(seats[key] for key in ("parent", "staff", "head_teacher", "total"))


@pytest.mark.parametrize(
    "numbers",
    [
        "1\nParent governors\n2\nStaff governors\n3\nCo-opted governors\n",
        "1\n2\n3\n4\nParent governors\nStaff governor\nHeadteacher\nCo-opted governors\n",
        "1\nParent governors\n4\n2\nStaff governor\n1\n3\nCo-opted governors\n5\nTotal\n11\n",
    ],
)
def test_numbers_that_may_be_those_of_the_rows(numbers):
    """Where no sum says that numbers are those of the categories beside them, none is stated."""
    found = read(f"Constitution of the governing body of Hill Road School\n{numbers}").evidence
    assert [] == [
        one.field
        for one in found
        if one.field.startswith("seats.") and one.sure == "stated" and one.field != "seats.total"
    ]

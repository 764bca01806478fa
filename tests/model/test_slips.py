"""The slips of somebody who types a proposal twice a year: each is named, with the line as it should be."""

import pytest

from governance.errors import ProposalError
from governance.model.reading import loads

PROPOSAL = """[school]
name = "Oak Street Primary School"
category = "community"
[instrument]
effective_on = 2027-01-11
[seats]
parent = 2
"""


@pytest.mark.parametrize(
    ("right", "wrong", "line", "remedy"),
    [
        ("parent = 2", "parent governors = 2", 7, "Write parent = 2"),
        ("parent = 2", "parent = 2 seats", 7, "Write the number alone: parent = 2"),
        ("parent = 2", "parent: 2", 7, "Write parent = 2"),
        ("parent = 2", "parent = two", 7, "Write it in figures"),
        ("parent = 2", "parent =", 7, "Write it behind the ="),
        ("parent = 2", "about two parents", 7, "Put # before it"),
        ("[seats]", "seats", 6, "Write [seats]"),
        ("2027-01-11", "11/01/2027", 5, "effective_on = 2027-01-11"),
        ("2027-01-11", "11.1.2027", 5, "effective_on = 2027-01-11"),
        ("2027-01-11", "2027-1-11", 5, "effective_on = 2027-01-11"),
        ("2027-01-11", "11 January 2027", 5, "effective_on = 2027-01-11"),
        ("2027-01-11", "11th January 2027", 5, "effective_on = 2027-01-11"),
        ("2027-01-11", '"11/01/2027"', 5, "effective_on = 2027-01-11"),
        ("2027-01-11", '"11 January, 2027"', 5, "effective_on = 2027-01-11"),
        ("2027-01-11", '"September 2027"', 5, "Write year-month-day: 2018-09-18"),
        ("2027-01-11", "2027-02-30", 5, "There is no such day"),
        ("2027-01-11", "25/13/2027", 5, "There is no such day"),
        ("2027-01-11", "[{ on = 2019-02-30, months = 3 }]", 5, "There is no such day"),
        ("2027-01-11", "[{ on = 2019-02-03, off = 4/2/2019 }]", 5, "Write year-month-day: off = 2019-02-04"),
        ('"community"', "community", 3, 'Write category = "community"'),
        ('"Oak Street Primary School"', "“Oak Street”", 2, 'Write straight ones: name = "Oak Street"'),
    ],
)
def test_each_is_named_at_its_line(right, wrong, line, remedy):
    """The message gives the line as it stands, and what to write."""
    with pytest.raises(ProposalError) as caught:
        loads(PROPOSAL.replace(right, wrong), source="x.txt")
    (problem,) = caught.value.problems
    assert f"x.txt:{line}" == problem.where
    assert wrong in problem.message
    assert remedy in problem.remedy


def test_a_quotation_mark_left_open():
    """The parser finds it at the end of the line."""
    with pytest.raises(ProposalError, match=r"x\.toml:2: is not TOML"):
        loads(PROPOSAL.replace('School"', "School"), source="x.toml")

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
        ("parent = 2", "parent =", 7, "Write it behind the ="),
        ("parent = 2", "about two parents", 7, "Put # before it"),
        ("parent = 2", "parent = a few", 7, "Write a whole number such as 2"),
        ("parent = 2", "parent = 2 staff = 1", 7, "Write each on a line of its own"),
        ("2027-01-11", '"September 2027"', 5, "Say which day of September 2027 it is"),
        ("2027-01-11", "01/2027", 5, "Say which day of 01/2027 it is"),
        ("2027-01-11", "11/01/27", 5, "Write the year in full"),
        ("2027-01-11", "2027-02-30", 5, "There is no such day"),
        ("2027-01-11", "01/13/2027", 5, "in numbers the day comes before the month"),
        ("2027-01-11", "[{ on = 2019-02-30, months = 3 }]", 5, "There is no such day"),
        ("2027-01-11", "[{ on = 2019-02-03, off = 4/2/2019 }]", 5, "Write year-month-day: off = 2019-02-04"),
        ('"Oak Street Primary School"', "“Oak", 2, "Write straight ones"),
    ],
)
def test_each_is_named_at_its_line(right, wrong, line, remedy):
    """The message gives the line as it stands, and what to write."""
    with pytest.raises(ProposalError) as caught:
        loads(PROPOSAL.replace(right, wrong), source="x.txt")
    (problem,) = caught.value.problems
    assert f"x.txt:{line}" == problem.where
    assert wrong.partition(" = ")[2].strip('"') in problem.message
    assert remedy in problem.remedy


def test_a_file_that_is_mended_line_by_line_has_an_end():
    """So many slips are mended; a file with more is given back at the next."""
    people = "".join(f'[[people]]\noffice = "{n}"\ncategory = parent\n' for n in range(250))
    with pytest.raises(ProposalError, match=r"x\.toml:\d+: text has no quotation marks: category = parent"):
        loads(PROPOSAL + people, source="x.toml")


def test_a_quotation_mark_left_open():
    """The parser finds it at the end of the line."""
    with pytest.raises(ProposalError, match=r"x\.toml:2: is not TOML"):
        loads(PROPOSAL.replace('School"', "School"), source="x.toml")

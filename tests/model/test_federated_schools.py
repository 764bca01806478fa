"""The schools of a federation as a proposal lists them, and what is wrong with a list, at its line."""

import datetime

import pytest

import governance
from governance.model.reading import loads

HEAD = '[school]\ncategory = "federation"\n'
SEATS = "[seats]\nparent = 2\nfoundation = 2\n"
TWO = (
    '[[schools]]\nname = "A"\ncategory = "community"\n[[schools]]\nname = "B"\ncategory = "voluntary aided"\n'
)


def problems(text):
    """Every problem of a text, one a line."""
    with pytest.raises(governance.ProposalError) as caught:
        loads(text, source="f.toml")
    return str(caught.value)


def test_everything_is_read():
    """A school's name, category, facts, head, seats, ethos and approvals."""
    text = HEAD + SEATS + TWO + 'foundation = "none"\nreligious_character = "Jewish"\nhead = "the head"\n'
    text += 'head_resigned = true\nethos = "words"\nseats = { parent = 1, foundation = 2 }\n'
    text += "approvals = { trustees = 2020-01-01 }\n"
    first, second = loads(text).schools
    assert ("A", "community", None, None, False) == (
        first.name,
        first.category,
        first.foundation,
        first.head,
        first.head_resigned,
    )
    assert ("none", "Jewish", "the head", True) == (
        second.foundation,
        second.religious_character,
        second.head,
        second.head_resigned,
    )
    assert {"parent": 1, "foundation": 2} == second.seats
    assert {"trustees": datetime.date(2020, 1, 1)} == second.approvals


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (HEAD + SEATS, "`schools` is missing. Add [[schools]]"),
        ('[school]\ncategory = "community"\n' + SEATS + TWO, "f.toml:6: schools: belong to a federation"),
        (HEAD + SEATS + TWO.replace("community", "comunity"), "f.toml:8: schools.0.category"),
        (HEAD + SEATS + TWO.replace("community", "federation"), "f.toml:8: schools.0.category"),
        (HEAD + SEATS + TWO + "seats = { staff = 1 }\n", "f.toml:12: schools.1.seats.staff"),
        (HEAD + SEATS + TWO + 'seats = { parent = "unknown" }\n', "schools.1.seats.parent"),
        (HEAD + SEATS + TWO.replace('"B"', '"A"'), 'schools: "A" is the name of more than one of them'),
        (HEAD + SEATS + '[[schools]]\nname = "A"\n', "f.toml:6: schools.0: `category` is missing"),
        (HEAD + 'foundation = "none"\n' + SEATS + TWO, "f.toml:3: school.foundation: belongs to a school"),
        (HEAD + "head_resigned = true\n" + SEATS + TWO, "school.head_resigned: belongs to a school"),
        (
            HEAD + SEATS + TWO + '[[foundation.appointers]]\nby = "x"\nnumber = 2\nschool = "C"\n',
            'f.toml:15: foundation.appointers.0.school: "C" is not a school of the federation. Known: A, B',
        ),
        (
            HEAD + SEATS + TWO.replace('"A"', '"A"\nhead = "h"\nhead_resigned = true') + 'head = "h"\n',
            '"h" has resigned as a governor at one school and not at another',
        ),
    ],
)
def test_what_is_wrong(text, says):
    """Each mistake is named at its place."""
    assert says in problems(text)


@pytest.mark.parametrize("part", ["foundation_parent", "extra_foundation"])
def test_parts_of_the_foundation_seats(part):
    """No part is more than the whole."""
    text = '[school]\ncategory = "voluntary aided"\n' + SEATS
    assert f"{part}: 3 is more than the 2 foundation seats it is part of" in problems(f"{text}{part} = 3\n")
    assert 2 == getattr(loads(f"{text}{part} = 2\n").seats, part)


def test_instrument_of_earlier_law():
    """The names of sponsors, the body that nominates, the decision to vary, and the phase."""
    text = '[school]\ncategory = "community"\nphase = "secondary"\n' + SEATS + "[instrument]\n"
    text += 'sponsor_names = ["X", "Y"]\nnominating_body = "Z"\ndecided_to_vary_on = 2013-01-01\n'
    proposal = loads(text)
    assert "secondary" == proposal.school.phase
    assert ("X", "Y") == proposal.instrument.sponsor_names
    assert "Z" == proposal.instrument.nominating_body
    assert datetime.date(2013, 1, 1) == proposal.instrument.decided_to_vary_on
    assert "sponsor_names.1" in problems(text.replace('"Y"', "2"))
    assert "sponsor_names" in problems(text.replace('["X", "Y"]', '"X"'))


def test_the_gap():
    """A federation for whose mix the law does not provide cannot be told, and the reason is said."""
    result = governance.check(governance.load("examples/doubtful/federation-gap.toml"))
    assert None is result.lawful
    assert any("does not provide for this mix" in one.because for one in result.findings)

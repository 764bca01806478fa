"""What people hand in, kind by kind: each is answered as what was meant, or refused with what leads there."""

import json

import pytest
from click.testing import CliRunner

from governance.cli import main

PROPOSAL = """[school]
name = "Elm Lane Primary School"
category = "community"

[instrument]
governing_body = "The governing body of Elm Lane Primary School"
made_by = "Northshire County Council"
effective_on = 2027-01-11

[seats]
parent = 2
local_authority = 1
staff = 1
head_teacher = 1
co_opted = 5
total = 10
"""
DOCUMENT = """INSTRUMENT OF GOVERNMENT
1. The name of the school is Elm Lane Primary School.
2. The school is a community school.
3. The governing body shall consist of:
{seats}
4. Total number of governors: 10
5. This instrument comes into effect on 11 January 2027.
"""


def run(path, *more):
    return CliRunner().invoke(main, ["check", str(path), *more])


def put(right, wrong, text=PROPOSAL):
    """The proposal with something else in one place."""
    assert right in text
    return text.replace(right, wrong)


def key(wrong):
    return put("co_opted = 5", f"{wrong} = 5")


def day(wrong):
    return put("2027-01-11", wrong)


def category(wrong):
    return put('"community"', wrong)


def seats(wrong):
    return put("parent = 2", wrong)


MEANT = {
    **{
        f"key {wrong}": key(wrong)
        for wrong in ("co-opted", '"Co-opted"', "coopted", "Cooptees", "co_opted governors")
    },
    **{
        f"key {wrong}": put(f"{right} =", f"{wrong} =")
        for right, wrong in (
            *(("head_teacher", "headteacher"), ("head_teacher", "Head"), ("head_teacher", "HT")),
            *(
                ("local_authority", "LA"),
                ("local_authority", "LEA"),
                ("local_authority", "local authority governor"),
            ),
            *(
                ("parent", "parents"),
                ("parent", "Parent"),
                ("parent", "parent governors"),
                ("staff", "Staff governors"),
            ),
        )
    },
    **{
        f"day {wrong}": day(wrong)
        for wrong in (
            "11/01/2027",
            '"11/01/2027"',
            '"11 January 2027"',
            "11th January 2027",
            "2027-1-11",
            "11.01.2027",
        )
    },
    **{
        f"category {wrong}": category(wrong)
        for wrong in ('"Community"', '"community school"', "community", "“community”")
    },
    **{
        f"seats {wrong}": seats(wrong)
        for wrong in ("parent = two", 'parent = "Two"', 'parent = "2"', "parent = 2.0", "parent: 2")
    },
    "tabs": PROPOSAL.replace(" = ", "\t=\t"),
    "spaces from Word": PROPOSAL.replace(" = ", "\u00a0=\u00a0"),
    "Windows lines": PROPOSAL.replace("\n", "\r\n"),
    "curly quotes": PROPOSAL.replace('"', "”"),
    "no quotes": PROPOSAL.replace('"', ""),
    "table with a capital": put("[seats]", "[Seats]"),
    "table without brackets": put("[instrument]", "instrument"),
    "terms in words": f'{PROPOSAL}\n[terms]\nParents = "two years"\n',
    "no day": put("effective_on = 2027-01-11\n", ""),
}
"""What is the proposal, written otherwise."""

ENCODINGS = ("utf-8-sig", "utf-16", "cp1252")
NAMES = ("x.toml", "x.txt", "x.toml.txt", "x", "My proposal (final).TOML")

ASKED = {
    "a phase": (category('"primary"'), "That is a phase and no category of school"),
    "an academy": (category('"academy"'), "is not covered: its articles govern it"),
    "special": (category('"special"'), "`community special` or `foundation special`"),
    "voluntary": (category('"voluntary"'), "`voluntary aided` or `voluntary controlled`"),
    "a trust school": (category('"trust school"'), 'foundation is "foundation" or "qualifying"'),
    "a church with it": (category('"CofE VA"'), "Write the church as religious_character"),
    "a trust": (put('"community"', '"foundation"\nfoundation = "trust"'), "write `qualifying` if it is"),
    "no such day": (day("2027-02-30"), "There is no such day"),
    "the month first": (day("01/13/2027"), "in numbers the day comes before the month"),
    "no day of the month": (day('"September 2027"'), "Say which day of September 2027 it is"),
    "a short year": (day("11/01/27"), "Write the year in full"),
    "below nought": (seats("parent = -2"), "is less than nought"),
    "too many": (seats("parent = 2000"), "Check the number"),
    "a range": (seats('parent = "2 or 3"'), "Write a whole number such as 2"),
    "a key twice": (seats("parent = 2\nparent = 3"), "Keep one of the two"),
    "a key twice in two spellings": (seats("parents = 2\nParent governors = 3"), "Did you mean `parent`?"),
    "another thing in law": (put("staff =", "teachers ="), "Did you mean `staff`?"),
    "a term without its unit": (f"{PROPOSAL}[terms]\nparent = 2\n", 'Write "2 years" or "2 months"'),
    "a term without an end": (f'{PROPOSAL}[terms]\nparent = "indefinite"\n', 'Write "2 years"'),
    "a note": (put("[instrument]", 'notes = "by phone"\n[instrument]'), "Put # before it"),
    "an empty name": (put('"Elm Lane Primary School"', '""'), "Give it a value, or leave the key out"),
    "part of more": (f"{PROPOSAL}co_opted_staff = 6\n", "Count the co-opted governors who are employed"),
    "a federation of nothing": (category('"federation"'), "Add [[schools]]"),
    "nothing at all": ("", "Check that it is the right file"),
    "replaced later": (put("[seats]", "replaces = 2028-03-01\n[seats]"), "is after 2027-01-11"),
}
"""What has not one meaning, and what leads to it."""


@pytest.mark.parametrize("kind", MEANT)
def test_meant(tmp_path, kind):
    """It is answered as the proposal is, and that it was read so is said."""
    path = tmp_path / "x.toml"
    path.write_bytes(MEANT[kind].encode())
    done = run(path)
    assert 0 == done.exit_code
    assert "LAWFUL, on condition: Elm Lane Primary School" in done.output
    assert ": 10 governors, community; the law of" in done.output
    noted = kind not in ("tabs", "Windows lines", "no day")
    assert noted == ("Written otherwise, and read so" in done.output)


@pytest.mark.parametrize(
    ("word", "want"),
    [("VA", "voluntary aided"), ("PRU", "pupil referral unit"), ("nursery", "maintained nursery")],
)
def test_the_trade_s_short_names(tmp_path, word, want):
    """They are the category, in a file and in an option."""
    path = tmp_path / "x.toml"
    path.write_text(category(f'"{word}"'), "utf-8")
    in_file = run(path)
    path.write_text(put('category = "community"\n', ""), "utf-8")
    in_option = run(path, "--category", word)
    assert f", {want}; the law of" in in_file.output
    assert f", {want}; the law of" in in_option.output
    assert in_file.exit_code == in_option.exit_code


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_file_from_windows(tmp_path, name, encoding):
    """Whatever it is called, and whichever of Windows' encodings it has."""
    path = tmp_path / name
    path.write_bytes(PROPOSAL.replace("Elm Lane", "St Zoë’s").replace("\n", "\r\n").encode(encoding))
    done = run(path)
    assert 0 == done.exit_code
    assert "LAWFUL, on condition: St Zoë’s Primary School" in done.output
    assert (encoding == "cp1252") == ("look at its accents" in done.output)


@pytest.mark.parametrize("kind", ASKED)
def test_asked_about(tmp_path, kind):
    """It is refused, at its place, with the way to what was meant."""
    path = tmp_path / "x.toml"
    text, hint = ASKED[kind]
    path.write_text(text, "utf-8")
    done = run(path)
    assert 2 == done.exit_code
    assert str(path) in done.stderr
    assert hint in " ".join(done.stderr.split())


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        (lambda text: text.replace("}}", ",}}"), "Take the comma out"),
        (lambda text: text[:-1], "Mend it there"),
    ],
)
def test_json(tmp_path, said, hint):
    """JSON has the same words; a comma too many is told as that."""
    path = tmp_path / "x.json"
    data = {
        "school": {"category": "Community"},
        "seats": {"Parents": "two", "Staff": 1, "LA": 1, "head": 1, "coopted": 5},
    }
    path.write_text(json.dumps(data))
    assert 0 == run(path).exit_code
    assert 7 == len(json.loads(run(path, "--json").output)["read_as"])
    path.write_text(said(json.dumps(data)))
    done = run(path)
    assert 2 == done.exit_code
    assert hint in done.stderr


@pytest.mark.parametrize(
    ("seats", "status"),
    [
        (
            "2 parent governors\n1 local authority governor\n1 staff governor\nHead Teacher\n5 co-opted governors",
            0,
        ),
        ("2 x Parents\n1 x LA Governor\n1 x Staff\n1 x Headteacher\n5 x Co-opted", 0),
        (
            "two (2) parent governors\none (1) LEA governor\none staff governor\nthe head\nfive co-opted governors",
            0,
        ),
        ("2 parent governors\n1 LA governor\n1 staff governor\n1 headteacher\nup to 5 co-opted governors", 3),
        (
            "2 parent governors\n1 LA governor\n1 staff governor\n1 headteacher\n5 co-opted governors, 2 of them staff",
            1,
        ),
    ],
)
def test_documents(tmp_path, seats, status):
    """An instrument in words is answered; what it leaves open is no answer."""
    path = tmp_path / "x.txt"
    path.write_text(DOCUMENT.format(seats=seats), "utf-8")
    done = run(path)
    assert status == done.exit_code
    assert "Elm Lane Primary School" in done.output

"""Nothing unread counts as no seats: what was not understood is quoted, leaves its seats open, and never decides a verdict."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.answers.check import check
from governance.letters.reading import as_read, letter
from governance.reading.as_json import as_json
from governance.reading.intake.intake import transcribe_text
from governance.reading.proposal_file import proposal_file
from governance.reading.understand import understand

BOARD = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 5}
PLAIN = {
    "parent": "2 parent governors",
    "local_authority": "1 local authority governor",
    "staff": "1 staff governor",
    "head_teacher": "1 head teacher",
    "co_opted": "5 co-opted governors",
}
ODD = {
    "parent": ("two mums or dads", "2 chosen by the families", "no fewer than 2 parent governors"),
    "local_authority": (
        "someone the county sends",
        "1 governor whom the council puts forward",
        "a councillor",
    ),
    "staff": ("one colleague voted in by the team", "a teacher or teaching assistant", "one who works here"),
    "head_teacher": ("the Acting Headteacher", "whoever leads the school", "Mrs Jones"),
    "co_opted": (
        "up to 5 co-opted governors",
        "between 4 and 6 co-opted governors",
        "5 skills-based members",
        "five others",
        "co-opted governors as the board decides",
    ),
}
"""Ways of saying a board that nobody need understand; each is true of `BOARD`."""
UNLAWFUL = (
    "a further governor nominated by the LA for a term of four years",
    "one extra local authority governor until 2027",
    "plus one more for the council",
    "two further staff governors",
    "3 from the diocese",
)
"""Lines that make the board unlawful, whatever its total."""
WORDS = st.lists(
    st.sampled_from(
        ["harbour", "light", "gardens", "friends", "old", "boys", "tower", "local", "trade", "voice"]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)
SHAPES = ("(a) ", "", "- ", ", ")


def document(lines, *, total=None, shape="(a) "):
    listed = [f"({'abcdefghijk'[place]}) {line}" for place, line in enumerate(lines)]
    listed = listed if shape == "(a) " else [f"{shape}{line}" for line in lines]
    seats = " ".join((": ", ", ".join(lines))) if shape == ", " else ":\n" + "\n".join(listed)
    return "\n".join(
        (
            "INSTRUMENT OF GOVERNMENT",
            "1. The name of the school is Oak Primary School.",
            "2. The school is a community school.",
            f"4. The governing body shall consist of{seats}",
            *([f"5. Total number of governors: {total}"] if total is not None else []),
            "6. This instrument of government comes into effect on 1 September 2025.",
        )
    )


def read(text):
    return understand(transcribe_text(text))


def lawful(understood):
    return check(understood.proposal()).lawful


def seats(understood):
    return {seat: count for seat, count in understood.data["seats"].items() if seat != "total"}


def replaced(**lines):
    return [*{**PLAIN, **lines}.values()]


class TestOneLine:
    """One line of a list that is otherwise plain."""

    @pytest.mark.parametrize(
        ("seat", "line"), [(seat, line) for seat, lines in ODD.items() for line in lines]
    )
    @pytest.mark.parametrize("total", [10, None])
    def test_never_unlawful(self, seat, line, total):
        """It is read as what it is, or the verdict cannot be told, and the line is quoted with its place."""
        found = read(document(replaced(**{seat: line}), total=total))
        if BOARD == seats(found):
            assert lawful(found) is True
            return
        assert lawful(found) is None
        assert line in [one.words for one in found.unread]
        for text in (letter(found), as_read(found)):
            assert f'"{line}" (line ' in " ".join(text.split())

    @pytest.mark.parametrize(
        ("seat", "line"),
        [
            ("co_opted", "up to 5 co-opted governors"),
            ("co_opted", "between 5 and 7 co-opted governors"),
            ("parent", "no fewer than 2 parent governors"),
            ("co_opted", "co-opted governors as the board decides"),
        ],
    )
    def test_opens_what_it_names(self, seat, line):
        """The category that the line names is unknown, and the others stand as they were read."""
        assert BOARD | {seat: "unknown"} == seats(read(document(replaced(**{seat: line}))))

    def test_names_none(self):
        """A line that names no category opens every one that was not read and that such a school can have."""
        lines = replaced(co_opted="five others")
        assert BOARD | {"co_opted": "unknown"} == seats(read(document(lines)))
        aided = document(lines).replace("community school", "voluntary aided school")
        found = seats(read(aided))
        assert "unknown" == found["co_opted"] == found["foundation"]
        assert BOARD["parent"] == found["parent"]

    def test_total_that_is_a_range_too(self):
        """Where a line explains why the total is open, no other seats are opened for the total."""
        lines = replaced(co_opted="up to 5 co-opted governors")
        assert BOARD | {"co_opted": "unknown"} == seats(read(document(lines, total="up to 10")))

    @pytest.mark.parametrize("total", [11, 999, 1012])
    def test_total_that_contradicts_every_line(self, total):
        """Every category was read, and the total is another: the numbers that the law leaves free are open."""
        found = read(document(replaced(), total=total))
        assert BOARD | {"parent": "unknown", "co_opted": "unknown"} == seats(found)
        assert lawful(found) is None

    def test_two_staff_and_no_head(self):
        """The head teacher may be one of them: neither is known, and no verdict rests on it."""
        lines = replaced(staff="2 staff governors")
        lines.remove(PLAIN["head_teacher"])
        found = read(document(lines, total=10))
        assert BOARD | {"staff": "unknown", "head_teacher": "unknown"} == seats(found)
        assert lawful(found) is None

    def test_a_line_that_names_only_what_has_a_number(self):
        """Without a number of its own it explains: nothing is open for it."""
        lines = [line for one in PLAIN.values() for line in (one, "the governing body and the council")]
        assert BOARD == seats(read(document(lines, shape="- ")))

    def test_in_the_proposal_file(self):
        """The number is "unknown", with the line as its comment."""
        text = proposal_file(read(document(replaced(co_opted="up to 5 co-opted governors"))))
        assert 'co_opted = "unknown"' in text
        assert '"up to 5 co-opted governors" (line 9), not settled' in text

    def test_in_json(self):
        """Another program gets the line, its place and the seats it leaves open."""
        (line,) = as_json(read(document(replaced(co_opted="up to 5 co-opted governors"))))["not_understood"]
        assert ("line 9", ["seats.co_opted"]) == (line["where"], line["seats"])


class TestEveryDocument:
    """Documents by chance: lines that are not understood, in lists of every shape."""

    @settings(max_examples=60)
    @given(st.data())
    def test_lawful_board(self, data):
        """A lawful board is never called unlawful, however few of its lines are understood."""
        lines = [
            data.draw(
                st.sampled_from((PLAIN[seat], PLAIN[seat], *ODD[seat])) | WORDS.map(f"{count} {{}}".format)
            )
            for seat, count in BOARD.items()
        ]
        text = document(
            lines, total=data.draw(st.sampled_from((10, None))), shape=data.draw(st.sampled_from(SHAPES))
        )
        found = read(text)
        assert not seats_read(found) or lawful(found) is not False

    @settings(max_examples=60)
    @given(
        st.sampled_from(UNLAWFUL), st.integers(0, 5), st.sampled_from((10, 11, None)), st.sampled_from(SHAPES)
    )
    def test_unlawful_board(self, line, place, total, shape):
        """Words that break a limit are never called lawful, wherever they stand and whatever the total."""
        lines = [*PLAIN.values()]
        lines.insert(place, line)
        assert lawful(read(document(lines, total=total, shape=shape))) is not True


def seats_read(understood):
    return set(understood.data.get("seats", {})) - {"total"}


class TestNought:
    """A category that no line tells of."""

    def test_total_met(self):
        """The total is met by the sum: nobody else has a seat, and the board is as unlawful as it looks."""
        found = read(document([PLAIN["parent"], PLAIN["co_opted"]], total=7))
        assert lawful(found) is False
        assert {"parent": 2, "co_opted": 5} == seats(found)

    def test_no_total(self):
        """Without a total only what makes a breach is unknown, and an ordinary list keeps its verdict."""
        found = read(document(replaced()[:3] + replaced()[4:]))
        assert lawful(found) is None
        assert {
            "parent": 2,
            "local_authority": 1,
            "staff": 1,
            "head_teacher": "unknown",
            "co_opted": 5,
        } == seats(found)
        assert lawful(read(document(PLAIN.values()))) is True

    def test_what_was_read_still_counts(self):
        """A number that was understood is judged, also where there is no total."""
        found = read(document(replaced(parent="1 parent governor")))
        assert lawful(found) is False


class TestTotal:
    """A total that is not the sum, or no number."""

    @pytest.mark.parametrize("total", [9, 12, 1012, "1,012", "up to 10", "10 to 12"])
    def test_cannot_tell(self, total):
        """The document contradicts itself: there is no verdict."""
        assert lawful(read(document(PLAIN.values(), total=total))) is None

    @pytest.mark.parametrize("total", [999, 1000])
    def test_contradiction_outweighs_a_breach(self, total):
        """A number that breaks a rule may be what is misread: 57 co-opted governors of a PDF with its changes showing."""
        found = read(document(replaced(local_authority="12 local authority governors"), total=total))
        assert lawful(found) is None


class TestCoOptedStaff:
    """How many of the co-opted governors are staff, where the document says so: of ten the law has room for one."""

    @pytest.mark.parametrize(
        ("words", "verdict"),
        [
            (", of whom 1 shall be a member of staff", True),
            (", of whom 2 shall be members of staff", False),
            (", including two members of staff", False),
            (", up to 1 of whom may be employed at the school", True),
            (", up to 2 of whom may be employed at the school", None),
            (" (not more than 2 to be staff)", None),
            (" (2 staff)", None),
            (", one being a teacher", True),
            (", none of whom may be a member of staff", True),
            (
                " (with the staff governor and the head teacher, not more than one third of all may be staff)",
                True,
            ),
        ],
    )
    def test_of_ten(self, words, verdict):
        """A number is judged, a limit that the law does not give is a doubt, and so are words not understood."""
        found = read(document(replaced(co_opted=f"5 co-opted governors{words}"), total=10))
        assert verdict is lawful(found)

    def test_of_eight(self):
        """One may be: of eight that is one too many."""
        line = "3 co-opted governors (one of whom may be a member of staff)"
        assert lawful(read(document(replaced(co_opted=line), total=8))) is None

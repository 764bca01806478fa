"""Both sides of a doubt are run, and it is said whether the doubt matters for the board."""

import datetime

import pytest
from boards import DAY, ROUNDING_GONE, ROUNDING_LAST, SMALLEST, proposal
from hypothesis import given
from hypothesis import strategies as st
from strategies import boards, kinds

from governance.answers.readings import readings
from governance.letters.readings import letter

LAKESIDE = proposal(
    "foundation", "foundation", parent=2, local_authority=1, staff=1, head_teacher=1, co_opted=1, foundation=5
)


def one(found, reading):
    (answer,) = [answer for answer in found.answers if answer.reading == reading]
    return answer


def test_a_doubt_that_decides():
    """Five of eleven are unlawful exactly, and lawful if the cap was rounded: take advice."""
    found = readings(LAKESIDE, on=ROUNDING_LAST)
    answer = one(found, "rounding")
    assert (False, True, True) == (answer.lawful, answer.otherwise, answer.matters)
    assert (
        "Lawful only if the law is read the other way, and unlawful as we read it. Take advice."
        == answer.says
    )
    assert [("C12-FND-45", "breached", "met")] == [(r.rule, r.taken, r.other) for r in answer.rules]


def test_a_doubt_ends_with_its_provision():
    """The day after regulation 14(6) was omitted nobody doubts it."""
    assert "rounding" not in {answer.reading for answer in readings(LAKESIDE, on=ROUNDING_GONE).answers}


def test_a_doubt_that_does_not_matter():
    """One staff governor is exactly one, and at least one."""
    found = readings(proposal(**SMALLEST["community", None], co_opted_staff=0), on=DAY)
    answer = one(found, "one-staff")
    assert (False, "Lawful on either reading.") == (answer.matters, answer.says)
    assert () == found.matter


def test_lawful_only_as_we_read_it():
    """A head teacher who has resigned and no seat: lawful as we read it, unlawful on the stricter view."""
    seats = SMALLEST["community", None] | {"head_teacher": 0, "co_opted": 4}
    found = readings(proposal(head_resigned=True, co_opted_staff=0, **seats), on=DAY)
    answer = one(found, "head-seat")
    assert (True, False) == (answer.lawful, answer.otherwise)
    assert answer.says.startswith(
        "Lawful only if the law is read as we read it, and unlawful on the other view"
    )


def test_conditions_may_differ():
    """Where the head teacher has resigned, how many co-opted may be staff turns on the reading."""
    seats = SMALLEST["community", None] | {"head_teacher": 0, "co_opted": 5, "co_opted_staff": 2}
    answer = one(readings(proposal(head_resigned=True, **seats), on=DAY), "resigned-head")
    assert (True, False) == (answer.lawful, answer.otherwise)
    seats = seats | {"co_opted_staff": None, "co_opted": 3}
    answer = one(readings(proposal(head_resigned=True, **seats), on=DAY), "resigned-head")
    assert (True, True) == (answer.lawful, answer.otherwise)


def test_unlawful_for_other_reasons():
    """A doubt that decides a rule is told, though the board is unlawful on either reading."""
    seats = SMALLEST["community", None] | {"staff": 2, "parent": 1}
    answer = one(readings(proposal(**seats), on=DAY), "one-staff")
    assert (False, False, True) == (answer.lawful, answer.otherwise, answer.matters)
    assert answer.says.startswith("Unlawful on either reading, for other reasons;")


def test_advice_is_not_a_matter_of_lawfulness():
    """An instrument in effect before it is made: the doubt is about advice."""
    from governance import parse  # noqa: PLC0415 - only here is a whole file needed

    back_dated = parse(
        {
            "school": {"category": "community"},
            "seats": SMALLEST["community", None],
            "instrument": {"made_on": "2018-09-18", "effective_on": "2018-09-01"},
        }
    )
    answer = one(readings(back_dated), "back-dating")
    assert answer.matters
    assert answer.says.startswith("Whether it is lawful does not turn on this")


@pytest.mark.parametrize("day", [DAY, ROUNDING_LAST, datetime.date(2012, 9, 1)])
def test_the_letter_shows_what_matters(day):
    """Only what matters is shown, and all of it on request."""
    short = letter(readings(LAKESIDE, on=day), LAKESIDE)
    long = letter(readings(LAKESIDE, on=day), LAKESIDE, everything=True)
    assert ("rounded" in short) is (day < ROUNDING_GONE)
    assert short.count("Doubt:") < long.count("Doubt:")
    assert "--all shows the others" in short
    assert all(len(line) <= 100 or "https://" in line for line in long.splitlines())


@given(kind=kinds(), seats=boards())
def test_json_agrees(kind, seats):
    """What is said to matter is what has another verdict, and the taken side is the check's own answer."""
    found = readings(proposal(*kind, **seats), on=ROUNDING_LAST)
    verdicts = {one.rule: one.verdict for one in found.result.findings}
    for answer in found.answers:
        assert found.result.lawful is answer.lawful
        assert all(verdicts[rule.rule] == rule.taken for rule in answer.rules)
        if answer.lawful is not answer.otherwise:
            assert answer.matters
    assert len(found.matter) == len(found.as_json()["readings"])
    assert len(found.answers) == len(found.as_json(everything=True)["readings"])


class TestTogether:
    """Where no doubt alone decides, those that do so together are named."""

    SEATS = SMALLEST["community", None] | {"partnership": 2, "total": 99}

    def test_two_at_once(self):
        """Seats that are not provided for, and a total that is not the sum: two doubts, each of which must give way."""
        found = readings(proposal(**self.SEATS), on=DAY)
        assert False is found.result.lawful
        assert [False, False] == [answer.otherwise for answer in found.together]
        assert {"not-provided-for", "sum"} == {answer.reading for answer in found.together}
        told = " ".join(letter(found, proposal(**self.SEATS)).split())
        assert "Lawful only if the law is read the other way on all of these at once" in told
        assert all(answer.citation in told for answer in found.together)

    def test_one_is_enough(self):
        """Where one doubt decides there is nothing to take together."""
        found = readings(proposal(**self.SEATS | {"partnership": 0}), on=DAY)
        assert one(found, "sum").otherwise is True
        assert () == found.together

    def test_what_is_certain_cannot_be_doubted_away(self):
        """A board that breaks a rule nobody doubts is lawful on no reading."""
        found = readings(proposal(**self.SEATS | {"parent": 0}), on=DAY)
        assert () == found.together

    @given(kinds(), boards(), st.booleans())
    def test_never_more_than_are_needed(self, kind, seats, stated):
        """Each of them matters, and none of them makes the board lawful alone."""
        found = readings(proposal(*kind, **seats, total=99 if stated else None), on=DAY)
        assert len(found.together) != 1
        assert all(answer.matters and not answer.otherwise for answer in found.together)

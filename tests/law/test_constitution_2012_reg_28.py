"""Regulation 28 of SI 2012/1034: what an instrument of government must set out."""

import copy
import datetime

import pytest
from boards import SMALLEST, ask, breached, finding
from hypothesis import given
from hypothesis import strategies as st

import governance

WHOLE = {
    "school": {
        "name": "St Hild's School",
        "category": "voluntary aided",
        "foundation": "foundation",
        "religious_character": "Church of England",
    },
    "instrument": {"governing_body": "The governing body of St Hild's", "effective_on": "2018-09-18"},
    "seats": {**SMALLEST["voluntary aided", None], "total": 12},
    "terms": {"parent": "2 years"},
    "foundation": {
        "appointers": [{"by": "The diocese", "number": 4}, {"by": "The trustees", "number": 2}],
        "ex_officio": [
            {
                "office": "The vicar",
                "removal_requested_by": "The archdeacon",
                "substitute_appointed_by": "The archdeacon",
            }
        ],
    },
    "ethos": {"description": "The school is a community of faith."},
    "approvals": {
        "foundation_governors": "2018-06-01",
        "trustees": "2018-06-08",
        "diocesan_authority": "2018-06-15",
    },
}
"""An instrument that leaves nothing out."""

DAY = datetime.date(2018, 9, 18)


def check(*, without=(), **changed):
    """Check the whole instrument without one key, or with some tables changed."""
    data = copy.deepcopy(WHOLE) | changed
    if without:
        table = data
        for key in without[:-1]:
            table = table[key]
        del table[without[-1]]
    return governance.check(governance.parse(data), on=DAY)


def missing(result):
    """The rules for which something is still to be said."""
    return {one.rule for one in result.findings if one.verdict == "unknown"}


@pytest.mark.parametrize(
    ("without", "rule", "para"),
    [
        (("school", "name"), "C12-IOG-NAME", "28(1)(a)"),
        (("school", "foundation"), "C12-IOG-FOUNDATION", "28(1)(b)(i)-(ii)"),
        (("instrument", "governing_body"), "C12-IOG-BODY", "28(1)(c)"),
        (("foundation", "appointers"), "C12-IOG-APPOINTERS", "28(1)(f)(i)"),
        (("foundation", "ex_officio", 0, "removal_requested_by"), "C12-IOG-REMOVAL", "28(1)(f)(iii)"),
        (("foundation", "ex_officio", 0, "substitute_appointed_by"), "C12-IOG-SUBSTITUTE", "28(1)(f)(iii)"),
        (("ethos", "description"), "C12-IOG-ETHOS", "28(1)(g)"),
        (("instrument", "effective_on"), "C12-IOG-EFFECT", "28(1)(h)"),
    ],
)
def test_each_item(without, rule, para):
    """An item that is left out is asked for under its paragraph, and the board is no less lawful for it."""
    result = check(without=without)
    found = finding(result, rule)
    assert {rule} == missing(result)
    assert ("note", para) == (found.severity, found.para)
    assert found.question
    assert result.lawful is True


class TestContents:
    """28(1): name, category, body, numbers and total, short terms, appointers, ethos and date are set out."""

    def test_nothing_left_out(self):
        """The whole instrument has nothing missing and nothing wrong."""
        result = check()
        assert set() == missing(result) | breached(result)

    def test_category_is_always_there(self):
        """The category is known of every proposal that can be read."""
        assert "voluntary aided" == finding(check(), "C12-IOG-CATEGORY").because

    def test_only_where_there_is_a_character(self):
        """A school without a religious character is asked for no ethos."""
        school = {key: value for key, value in WHOLE["school"].items() if key != "religious_character"}
        assert "C12-IOG-ETHOS" not in {one.rule for one in check(school=school).findings}

    def test_community_school_has_no_appointers(self):
        """A community school is not asked who appoints foundation governors, and has no foundation to state."""
        result = ask(**SMALLEST["community", None])
        assert "C12-IOG-APPOINTERS" not in {one.rule for one in result.findings}
        assert "the school has no foundation" == finding(result, "C12-IOG-FOUNDATION").because

    def test_item_ea(self):
        """(ea), whether terms may be left to those appointing, is asked from 1 September 2015."""
        for day, asked in ((datetime.date(2015, 8, 31), False), (datetime.date(2015, 9, 1), True)):
            rules = {one.rule for one in ask(on=day, **SMALLEST["community", None]).findings}
            assert asked is ("C12-IOG-TERM-BY-APPOINTER" in rules)


class TestTotal:
    """28(1)(d): the instrument states the seats of each category, and the total, which is their sum."""

    @pytest.mark.parametrize("total", [11, 13])
    def test_one_out(self, total):
        """A total that is one out is wrong, and the finding shows the sum."""
        result = ask(**SMALLEST["community", None] | {"co_opted": 7}, total=total)
        found = finding(result, "C12-SUM")
        assert {"C12-SUM"} == breached(result)
        assert f"2 + 1 + 1 + 1 + 7 = 12; the total stated is {total}" == found.because

    def test_unknown_seat(self):
        """While a seat is unknown nobody can add up."""
        assert "unknown" == finding(ask(parent=2, co_opted="unknown", total=7), "C12-SUM").verdict

    @pytest.mark.parametrize(("total", "verdict"), [(12, "breached"), (13, "unknown")])
    def test_a_total_that_the_seats_already_pass(self, total, verdict):
        """Where the seats that are known are more than the total, no number of the others mends it."""
        board = SMALLEST["community", None] | {"parent": "unknown", "co_opted": 10}
        found = finding(ask(**board, total=total), "C12-SUM")
        assert verdict == found.verdict
        assert ("1 + 1 + 1 + 10 = 13 without the seats that are open" in found.because) is (total == 12)

    @given(st.integers(0, 9), st.integers(0, 9), st.none() | st.integers(0, 20))
    def test_sum(self, parent, co_opted, total):
        """No total stated, or the right one."""
        result = ask(parent=parent, co_opted=co_opted, total=total)
        expected = "met" if total in (None, parent + co_opted) else "breached"
        assert expected == finding(result, "C12-SUM").verdict


class TestAppointers:
    """28(1)(f)(i): those appointed and those ex officio, who are foundation governors too, fill the foundation seats."""

    @pytest.mark.parametrize(("number", "verdict"), [(6, "unknown"), (7, "met")])
    def test_others_may_appoint(self, number, verdict):
        """Where it is open whether others appoint too, six of seven are asked about."""
        result = check(foundation={"appointers": [{"by": "The trust", "number": number}], "rest": "unknown"})
        assert verdict == finding(result, "C12-IOG-APPOINTERS-SUM").verdict

    @pytest.mark.parametrize(
        ("numbers", "offices", "kept"),
        [
            ([7], 0, True),
            ([6], 0, False),
            ([8], 0, False),
            ([4, 3], 0, True),
            ([4, 2], 1, True),
            ([6], 1, True),
            ([4, 3], 1, None),
            ([7], 1, None),
            ([4, 1], 1, False),
            ([4, 4], 1, False),
            ([5], 2, True),
            ([6], 2, False),
            ([7], 2, None),
            ([], 7, True),
            ([], 8, False),
            ([4, "unknown"], 0, None),
            (["unknown"], 1, None),
        ],
    )
    def test_numbers(self, numbers, offices, kept):
        """Seven seats: seven appointed, or six and one ex officio; seven and one more is asked about, not counted away."""
        foundation = {
            "appointers": [{"by": f"Appointer {n}", "number": number} for n, number in enumerate(numbers)],
            "ex_officio": [{"office": "The vicar"}] * offices,
        }
        result = check(foundation=foundation)
        verdict = {True: "met", False: "breached", None: "unknown"}[kept]
        assert verdict == finding(result, "C12-IOG-APPOINTERS-SUM").verdict
        assert kept is result.lawful

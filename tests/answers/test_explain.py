"""An explanation shows the numbers of each rule, what would satisfy it, and which rules did not apply and why."""

import datetime

import pytest
from boards import DAY, KINDS, ROUNDING_LAST, SMALLEST, ask, proposal
from hypothesis import given
from hypothesis import strategies as st
from strategies import boards, kinds

import governance
from governance.answers.explain import explain
from governance.law.citations import UnknownLawError
from governance.letters.explain import letter
from governance.model.names import PARTS_OF, SEATS

TRUST = proposal(
    "foundation", "foundation", parent=2, local_authority=1, staff=1, head_teacher=1, co_opted=1, foundation=5
)
COMMUNITY = proposal(parent=2, local_authority=1, staff=1, head_teacher=1, co_opted=7)


def working(explanation, rule):
    (found,) = [one for one in explanation.workings if one.finding.rule == rule]
    return found


def alone(explanation, rule):
    return {one.name: one.says for one in working(explanation, rule).alone}


def test_the_numbers_are_put_into_the_rule():
    """Five of eleven: the working has each number the rule counts, and the arithmetic."""
    found = working(explain(TRUST, on=DAY), "C12-FND-45")
    assert "foundation <= 45% total" == found.encoded
    assert {"foundation": 5, "total": 11} == {one.name: one.number for one in found.inputs}
    assert "5 foundation governors of 11; 45% of 11 is 4 19/20, so the most is 4" == found.finding.because


def test_each_seat_alone():
    """Either one foundation governor fewer, or enough of another category, keeps 45 per cent."""
    expected = {
        "parent": "3 or more",
        "local_authority": "2 or more",
        "staff": "2 or more",
        "head_teacher": "2 or more",
        "co_opted": "2 or more",
        "foundation": "0 to 4",
    }
    assert expected == alone(explain(TRUST, on=DAY), "C12-FND-45")


def test_none_would():
    """Nine foundation governors are no majority of two on a board of other twelve, whatever one other seat is."""
    aided = proposal("voluntary aided", parent=6, local_authority=1, staff=1, head_teacher=1, foundation=4)
    found = alone(explain(aided, on=DAY), "C12-VA-MAJ")
    assert "11" == found["foundation"]
    assert "no number" == found["staff"]


def test_a_category_nobody_may_have_is_not_suggested():
    """Sponsor governors would make the board larger, but no rule of the day provides for any."""
    small = proposal(parent=2, local_authority=1, staff=1, head_teacher=1, co_opted=1)
    assert {"parent", "local_authority", "staff", "head_teacher", "co_opted"} == alone(
        explain(small, on=DAY), "C12-TOTAL-MIN"
    ).keys()


def test_what_is_supposed_is_said():
    """Where nobody says how many co-opted governors are staff, it is said what is supposed of them."""
    found = working(explain(COMMUNITY, on=DAY), "C12-STAFF-THIRD")
    assert "none of the co-opted governors is employed at the school" == found.supposing
    assert "0 to 2" == alone(explain(COMMUNITY, on=DAY), "C12-STAFF-THIRD")["co_opted_staff"]


@given(kind=kinds(), seats=boards(), number=st.integers(0, 14))
def test_alone_is_what_the_check_says(kind, seats, number):
    """A number alone would do exactly if the check says so of the board with that number in its place."""
    seats = {"co_opted_staff": 0, **seats}
    for one in explain(proposal(*kind, **seats), on=DAY).workings:
        for value in one.alone:
            changed = seats | {value.name: number}
            whole = PARTS_OF.get(value.name)
            if (whole and number > changed[whole]) or changed["co_opted_staff"] > changed["co_opted"]:
                continue
            would = (
                value.least is not None
                and value.least <= number
                and (value.most is None or number <= value.most)
            )
            rule = one.finding.rule
            met = [f.verdict for f in ask(*kind, **changed).findings if f.rule == rule]
            assert would is (met == ["met"])


@pytest.mark.parametrize("ref", ["14(4)", "reg 14(4)", "SI 2012/1034 reg 14(4)", "c12-va-maj"])
def test_one_rule(ref):
    """A rule is found by its name or its citation; one that is not for the school says for whom it is."""
    found = explain(COMMUNITY, ref, on=DAY)
    assert () == found.workings
    (not_applied,) = found.not_applied
    assert ("C12-VA-MAJ", "category", "community") == (not_applied.rule, not_applied.fact, not_applied.value)
    assert "voluntary aided schools" == not_applied.concerns


def test_unknown_rule():
    """A slip in a name is answered with what was perhaps meant."""
    with pytest.raises(UnknownLawError, match="Did you mean: C12-VA-MAJ"):
        explain(COMMUNITY, "C12-VA-MAX", on=DAY)


def test_a_paragraph_that_is_not_encoded_says_why():
    """Regulation 14(6) is no rule; the explanation gives the reason and the dates."""
    (gap,) = explain(COMMUNITY, "14(6)", on=DAY).not_stated
    assert "SI 2012/1034 reg 14(6)" == gap.citation
    assert datetime.date(2017, 5, 1) == gap.span.until


def test_rules_not_in_force():
    """In 2018 the words on terms of before September 2015 are no longer in force, and in 2014 they are."""
    later = {one.rule: one.span.until for one in explain(COMMUNITY, on=DAY).not_in_force}
    assert datetime.date(2015, 9, 1) == later["C12-TERM-AS-MADE"]
    earlier = explain(COMMUNITY, on=datetime.date(2014, 1, 1))
    assert "C12-TERM-AS-MADE" not in {one.rule for one in earlier.not_in_force}
    assert "C12-TERM-CAT" in {one.rule for one in earlier.not_in_force}


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_every_rule_of_the_day_is_accounted_for(kind):
    """A rule on boards that is in force is worked, or said not to be for the school."""
    found = explain(proposal(*kind, **SMALLEST[kind]), on=DAY)
    worked = [one.finding.rule for one in found.workings]
    assert sorted(one.rule for one in found.result.findings) == sorted(worked)
    rules = governance.law.book_for(proposal(*kind), DAY).law.rules
    book = {rule.id for rule in rules if rule.stage is None and DAY in rule.span}
    assert book <= {one.rule for one in found.not_applied} | set(worked)


def test_unknown_seats_are_not_guessed():
    """Where another seat is not settled no number alone is said to do."""
    found = explain(proposal(**SMALLEST["community", None] | {"parent": "unknown"}), on=DAY)
    assert ["parent"] == [one.name for one in working(found, "C12-TOTAL-MIN").alone]
    assert {"total": None} == {one.name: one.number for one in working(found, "C12-TOTAL-MIN").inputs}


def test_the_worst_comes_first():
    """What is breached is read before what is met."""
    order = [one.finding.verdict for one in explain(TRUST, on=DAY).workings]
    assert "breached" == order[0]
    assert order == sorted(order, key=["breached", "unknown", "conditional", "met"].index)


def test_the_other_view_is_told():
    """A verdict that turns on a doubt says so in the letter."""
    said = letter(explain(TRUST, on=ROUNDING_LAST), TRUST)
    assert "On the other view this rule is met." in " ".join(said.split())
    assert all(len(line) <= 100 or "https://" in line for line in said.splitlines())


def test_json_names_every_seat():
    """The JSON is made of plain values, and has the working."""
    given_json = explain(TRUST, "14(2)", on=DAY).as_json()
    assert ["C12-FND-45", "C12-FND-MIN"] == [one["rule"] for one in given_json["rules"]]
    names = {one["name"] for one in given_json["rules"][0]["alone"]}
    assert names <= set(SEATS)
    assert "14(2)" == given_json["asked"]

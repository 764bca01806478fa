"""The examples in `rules/` are true, and every rule has one on each side of its limit."""

import pytest
from boards import REGULATIONS
from rulebooks import LAWS, board_of, broken, days, days_of, examples, reaches, verdict

from governance.law.checks.approvals import ApprovedBy
from governance.law.checks.board import AddsUp, NotRead, States
from governance.law.checks.people import Unread
from governance.law.checks.schools import ApprovedBySchool
from governance.law.checks.terms import TermRunsOn

EXAMPLES = [pytest.param(law, example, id=name) for law in LAWS for name, example in examples(law)]
ENTRIES = [
    pytest.param(law, rule, id=f"{rule.id} from {rule.span.since} {number}")
    for law in LAWS
    for number, rule in enumerate(law.rules)
]


def never_breached(rule):
    """Rules that no example can break.

    A thing left unsaid, or an approval not given, is unknown (it may still be), and so is what turns on words nobody has read; that a
    later instrument changes no running term is the view we take, and only the other view can be broken; an
    example has no place for the numbers of those who appoint, which test_constitution_2012_reg_28 covers.
    """
    return isinstance(
        rule.check, States | NotRead | ApprovedBy | ApprovedBySchool | Unread | TermRunsOn
    ) or rule.check == AddsUp("foundation")


@pytest.mark.parametrize(("law", "example"), EXAMPLES)
def test_breaks(law, example):
    """On each of its days an example breaks the rules it says, and no others."""
    for day in days_of(law, example):
        assert example.breaks == broken(law, example.proposal, day), day


@pytest.mark.parametrize(("law", "example"), EXAMPLES)
def test_rules_in_force(law, example):
    """A rule that an example says is broken is in force on the example's day."""
    for day in days_of(law, example):
        reached = {rule.id for rule in law.rules if reaches(rule, example.proposal, day)}
        assert example.breaks <= reached


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.id)
def test_something_to_prove(law):
    """Each law that has rules has examples, and every law days to try them on."""
    assert [] != list(examples(law)) or not law.rules
    assert law.span.since == days(law)[0]


def reached_by(law, rule):
    """The examples that a rule reaches on one of their days."""
    return [
        example
        for _, example in examples(law)
        if any(reaches(rule, example.proposal, day) for day in days_of(law, example))
    ]


@pytest.mark.parametrize(("law", "rule"), [entry for entry in ENTRIES if not never_breached(entry.values[1])])
def test_broken_by_an_example(law, rule):
    """Every entry of every rule is broken by an example."""
    assert "breached" in {verdict(rule, example.proposal, example.on) for example in reached_by(law, rule)}


@pytest.mark.parametrize(
    ("law", "rule"),
    [entry for entry in ENTRIES if getattr(entry.values[1].check, "item", "") != "foundation"],
)
def test_met_by_an_example(law, rule):
    """Every entry of every rule is met by an example; a relation by one that is exactly on its limit."""
    met = [
        example for example in reached_by(law, rule) if verdict(rule, example.proposal, example.on) == "met"
    ]
    if rule.require is None:
        said = {verdict(rule, example.proposal, example.on) for example in reached_by(law, rule)}
        assert met or (never_breached(rule) and said == {"unknown"}) or rule.severity == "note"
        return
    margins = {rule.require.margin(board_of(example.proposal).known) for example in met}
    assert 0 in margins


def test_rules_that_cannot_break():
    """Nothing that could break is left out: these rules say "met" or "unknown", whatever the proposal."""
    left_out = {
        rule.id for law in LAWS for rule in law.rules if law.id == REGULATIONS and never_breached(rule)
    }
    notes = {rule.id for law in LAWS for rule in law.rules if rule.severity == "note"}
    assert {
        "C12-TERM-AS-MADE",
        "C12-TERM-IND-AS-MADE",
        "C12-TERM-PERSON-AS-MADE",
        "C12-TERM-RUNNING",
        "C12-IOG-APPOINTERS-SUM",
    } == left_out - notes

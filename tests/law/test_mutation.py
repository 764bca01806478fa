"""Every number in `rules/` matters: change any of them by one, and an example or a fact stated here is false."""

import datetime
import re

import attrs
import pytest
from boards import REGULATIONS, proposal
from rulebooks import LAWS, days_of, examples, reaches, verdict

from governance.answers.judge import Board, judge
from governance.law import relation
from governance.model import Term

NUMBER = re.compile(r"\d+")
SCHOOL = {"parent": 2, "local_authority": 1, "staff": 1}
AS_MADE = datetime.date(2014, 1, 1)

MORE = (
    ("TERM-AS-MADE", ("community", None), {"terms": {"parent": "48 months"}}, "met"),
    ("TERM-AS-MADE", ("community", None), {"terms": {"parent": "47 months"}}, "unknown"),
    ("C12-PART-MIN", ("foundation", "none"), {"partnership": 3}, "met"),
    ("C12-VC-MIN", ("voluntary controlled", None), {"foundation": 3}, "met"),
)
"""What rules say of proposals, where no example in `rules/` shows it.

An example says what is breached; that a term is unknown, because nobody has read the words, it cannot say.
"""

OTHER_VIEWS = (
    ("C12-HEAD", ("community", None, True), {"head_teacher": 0}, "breached"),
    ("C12-HEAD", ("community", None, True), {"head_teacher": 1}, "met"),
    ("C12-STAFF-ONE", ("community", None, False), {"staff": 0}, "breached"),
    ("C12-STAFF-ONE", ("community", None, False), {"staff": 1}, "met"),
    ("C12-LA-ONE", ("community", None, False), {"local_authority": 0}, "breached"),
    ("C12-LA-ONE", ("community", None, False), {"local_authority": 1}, "met"),
    ("C12-STAFF-THIRD", ("community", None, True), {"co_opted": 5, "co_opted_staff": 1}, "met"),
    ("C12-STAFF-THIRD", ("community", None, True), {"co_opted": 4, "co_opted_staff": 1}, "breached"),
    ("C12-PART-CAP", ("foundation", "none", False), {"partnership": 3, "co_opted": 2}, "met"),
    ("C12-PART-CAP", ("foundation", "none", False), {"partnership": 3, "co_opted": 1}, "breached"),
    ("C12-PART-CAP", ("foundation", "none", False), {"partnership": 9, "co_opted": 20}, "met"),
    ("C12-PART-CAP", ("foundation", "none", False), {"partnership": 9, "co_opted": 19}, "breached"),
    ("C12-FND-45", ("foundation", "foundation", False), {"foundation": 5, "co_opted": 0}, "met"),
    ("C12-FND-45", ("foundation", "foundation", False), {"foundation": 5, "parent": 1}, "breached"),
    ("C12-FND-45", ("foundation", "foundation", False), {"foundation": 50, "co_opted": 55}, "met"),
    ("C12-FND-45", ("foundation", "foundation", False), {"foundation": 50, "co_opted": 54}, "breached"),
    ("C12-VC-CAP", ("voluntary controlled", None, False), {"foundation": 3, "co_opted": 2}, "met"),
    ("C12-VC-CAP", ("voluntary controlled", None, False), {"foundation": 3, "co_opted": 1}, "breached"),
    ("C12-VC-CAP", ("voluntary controlled", None, False), {"foundation": 9, "co_opted": 20}, "met"),
    ("C12-VC-CAP", ("voluntary controlled", None, False), {"foundation": 9, "co_opted": 19}, "breached"),
)
"""What a rule would say of a board on the other view of the law, which examples do not state."""


def with_numbers_changed(text):
    """The text with one number one more, or one less, for every number in it."""
    for match in NUMBER.finditer(text):
        for number in (int(match.group()) - 1, int(match.group()) + 1):
            if number >= 0:
                yield f"{text[: match.start()]}{number}{text[match.end() :]}"


def mutants(rule):
    """Every way to change one number of a rule by one, or a term by a month."""
    if rule.require:
        for text in with_numbers_changed(rule.require.text):
            try:
                yield text, attrs.evolve(rule, require=relation.parse(text))
            except relation.RelationError:
                continue
    for field in attrs.fields(type(rule.check)) if rule.check else ():
        value = getattr(rule.check, field.name)
        for step in (-1, 1):
            if isinstance(value, Term):
                changed = Term(value.months + step)
            elif isinstance(value, int) and not isinstance(value, bool):
                changed = value + step
            else:
                continue
            name = f"{field.name} = {changed}"
            yield name, attrs.evolve(rule, check=attrs.evolve(rule.check, **{field.name: changed}))


def true_of_examples(law, rule):
    """Whether every example that the rule reaches is right about it."""
    return all(
        (verdict(rule, example.proposal, day) == "breached") is (rule.id in example.breaks)
        for _, example in examples(law)
        for day in days_of(law, example)
        if reaches(rule, example.proposal, day)
    )


def true_of_more(rule):
    """Whether what is stated here of a rule is right."""
    return all(
        said == verdict(rule, proposal(*kind, **{**SCHOOL, **given}))
        for name, kind, given, said in MORE
        if rule.id.endswith(name)
    )


def true_of_other_views(rule):
    """Whether what is stated of the other view of a rule is right."""
    for name, (category, has, resigned), seats, said in OTHER_VIEWS:
        board = {**SCHOOL, "head_teacher": 0 if resigned else 1, **seats}
        asked = proposal(category, has, head_resigned=resigned, **board)
        mine = name == rule.id and reaches(rule, asked, AS_MADE)
        if mine and judge(rule.otherwise, Board.of(asked.seats)) != said:
            return False
    return True


RULES = [
    pytest.param(law, rule, id=f"{rule.id} from {rule.span.since} {number}")
    for law in LAWS
    for number, rule in enumerate(law.rules)
    if next(mutants(rule), None)
]
DOUBTFUL = [
    pytest.param(rule, id=f"{rule.id} from {rule.span.since} {number}")
    for law in LAWS
    for number, rule in enumerate(law.rules)
    if rule.otherwise and law.id == REGULATIONS
]


@pytest.mark.parametrize(("law", "rule"), RULES)
def test_every_number(law, rule):
    """No number of the rule can be one more or one less without an example being false."""
    assert true_of_examples(law, rule)
    assert true_of_more(rule)
    survivors = [
        text for text, mutant in mutants(rule) if true_of_examples(law, mutant) and true_of_more(mutant)
    ]
    assert [] == survivors


@pytest.mark.parametrize("rule", DOUBTFUL)
def test_every_number_of_the_other_view(rule):
    """No number of the other view can be one more or one less without a fact stated here being false."""
    assert true_of_other_views(rule)
    survivors = []
    for text in with_numbers_changed(rule.otherwise.text):
        try:
            mutant = attrs.evolve(rule, otherwise=relation.parse(text))
        except relation.RelationError:
            continue
        if true_of_other_views(mutant):
            survivors.append(text)
    assert [] == survivors


@pytest.mark.parametrize(("law", "rule"), [entry for entry in RULES if entry.values[1].require])
def test_every_comparison(law, rule):
    """No comparison can be another one without an example being false."""
    written = rule.require.comparison
    survivors = [
        other
        for other in {">=", "<=", "=="} - {written}
        for mutant in [attrs.evolve(rule, require=relation.parse(rule.require.text.replace(written, other)))]
        if true_of_examples(law, mutant) and true_of_more(mutant)
    ]
    # A sum of seats is never below nought, so "at most none" says what "none" says.
    assert survivors in ([], ["<="] if rule.require.text.endswith("== 0") else [])


def test_whole_of_the_law_is_mutated():
    """The walk finds every relation with a number, and every term."""
    mutated = {rule.id for _, rule in (entry.values for entry in RULES)}
    assert {"C12-TOTAL-MIN", "C12-STAFF-THIRD", "C12-TERM-CAT", "C12-TERM-AS-MADE"} <= mutated
    with_number = {
        rule.id for law in LAWS for rule in law.rules if rule.require and NUMBER.search(rule.require.text)
    }
    assert with_number <= mutated

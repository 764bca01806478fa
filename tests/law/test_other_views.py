"""Every number of the other view of a doubtful rule matters, too: a fact stated in `other_views` notices it."""

import re

import pytest
from other_views import OTHER_VIEWS

from governance.law import relation
from governance.law.store.loader import load_instrument

LAWS = [
    load_instrument(name) for name in ("federations-2012", "constitution-2007", "pupil-referral-units-2007")
]
TEXTS = sorted({rule.otherwise.text for law in LAWS for rule in law.rules if rule.otherwise})


def told(text, parsed):
    """Whether everything that is stated of a relation is true of it."""
    return all(parsed.holds(seats) is holds for one, seats, holds in OTHER_VIEWS if one == text)


@pytest.mark.parametrize("text", TEXTS)
def test_every_number_of_the_other_view(text):
    """No number can be one more or one less without a fact being false."""
    assert told(text, relation.parse(text))
    survivors = []
    for match in re.finditer(r"\d+", text):
        for number in (int(match.group()) - 1, int(match.group()) + 1):
            changed = f"{text[: match.start()]}{number}{text[match.end() :]}"
            try:
                if told(text, relation.parse(changed)):
                    survivors.append(changed)
            except relation.RelationError:
                continue
    assert [] == survivors


def test_no_fact_is_idle():
    """Each fact is about the other view of a rule."""
    assert {text for text, _, _ in OTHER_VIEWS} == set(TEXTS)

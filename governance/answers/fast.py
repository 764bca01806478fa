"""Says whether boards are lawful and nothing else, fast: one proposal, or a hundred thousand boards at once.

The relations of a rule book are compiled into one Python expression. What an equality settles (one staff governor,
no sponsor governors) is put into all the others, so that each board costs a few comparisons. The answers are those
of `check`, and a test holds them to it.
"""

import datetime
import functools
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import attrs

from governance.answers.judge import Board, judge
from governance.answers.space.space import day_needed
from governance.errors import CannotTellError
from governance.law import Rule, RuleBook, book_for
from governance.law.checks.board import BoardCheck
from governance.law.facts import QUESTIONS
from governance.law.relation import Relation, parse
from governance.model import Instrument, Proposal, School, Seats
from governance.model.names import CO_OPTED_STAFF, EXTRA_FOUNDATION, SEATS, UNKNOWN
from governance.model.proposal import Day, day_of

Columns = Mapping[str, Sequence[int]]

_NOUGHT: Final = frozenset({*SEATS, EXTRA_FOUNDATION})
"""Numbers that are nought where they are not given."""

_WITH_STAFF: Final = frozenset({*SEATS, CO_OPTED_STAFF})


def lawful(proposal: Proposal, *, on: Day | None = None) -> bool | None:
    """Say whether a proposal is lawful, as `check` does; None where it cannot be told.

    Raises CannotTellError as `check` does.
    """
    day = day_needed(day_of(proposal, on))
    plan = plan_of(book_of(proposal, day))
    answer = _by_relations(plan, proposal)
    if answer is False:
        return False
    for _, check, certain in plan.checks:
        found = check.judge(proposal).verdict
        if found == "breached" and certain:
            return False
        if found == "unknown" or (found != "met" and not certain):
            answer = None
    return answer


def lawful_boards(book: RuleBook, columns: Columns) -> list[bool]:
    """Say of many boards whether each keeps the relations of a rule book.

    `columns` gives for each number the boards' values in turn (`{"parent": [2, 3], "co_opted": [7, 0]}`); a category
    that is not given has no seats. Where `co_opted_staff` is not given, a board is lawful if some number of them would
    make it so. Raises CannotTellError where it is not known whether a rule applies, or a number is missing.
    """
    rules = [rule for rule in book.rules if rule.require and rule.severity == "unlawful"]
    questions = [QUESTIONS[fact] for rule in rules if (fact := rule.missing_fact(book.kind))]
    if questions:
        raise CannotTellError("\n".join(dict.fromkeys(questions)))
    texts = tuple(rule.require.text for rule in rules if rule.require)
    return _many(texts, tuple(columns))(*columns.values())


@attrs.frozen
class Plan:
    """What a rule book asks of a board: each relation and check, and whether it is certain that it applies.

    `whole` decides all relations at once for a board whose seats are all known, first where nobody says how many of
    the co-opted are employed at the school, then where it is said. It is empty where a relation needs more. `each` tells which relations hold for a board with so many of
    the co-opted employed at the school; None where it needs more.
    """

    rules: tuple[Rule, ...]
    relations: tuple[tuple[Rule, Relation, bool], ...]
    checks: tuple[tuple[Rule, BoardCheck, bool], ...]
    whole: tuple[Callable[..., bool], ...]
    each: Callable[..., tuple[bool, ...]] | None


_PLANS: dict[int, Plan] = {}
_MOST_PLANS: Final = 1024


def plan_of(book: RuleBook) -> Plan:
    """Give the plan of a rule book; one is made for each, and kept with the rules it is of."""
    found = _PLANS.get(id(book.rules))
    if found is not None and found.rules is book.rules:
        return found
    decisive = [
        (rule, rule.missing_fact(book.kind) is None) for rule in book.rules if rule.severity == "unlawful"
    ]
    relations = tuple((rule, rule.require, certain) for rule, certain in decisive if rule.require)
    checks = tuple(
        (rule, rule.board_check, certain) for rule, certain in decisive if rule.board_check is not None
    )
    every = tuple(relation for _, relation, _ in relations)
    plain = all(certain and set(relation.weights) <= _WITH_STAFF for _, relation, certain in relations)
    whole = (_one(every, SEATS), _one(every, (*SEATS, CO_OPTED_STAFF))) if plain else ()
    ranged = plain and not any(one.exact and CO_OPTED_STAFF in one.weights for one in every)
    each = _each(every, (*SEATS, CO_OPTED_STAFF)) if ranged else None
    if len(_PLANS) >= _MOST_PLANS:
        _PLANS.clear()
    plan = _PLANS[id(book.rules)] = Plan(book.rules, relations, checks, whole, each)
    return plan


def book_of(proposal: Proposal, day: datetime.date) -> RuleBook:
    """Give the rule book of a proposal; that of a school depends on a few facts, and is kept by them."""
    if proposal.schools:
        return book_for(proposal, day)
    school, instrument = proposal.school, proposal.instrument
    facts = (school.category, school.foundation, school.religious_character is not None)
    more = (school.head_resigned, school.phase)
    return _school_book(facts, more, instrument.effective_on, instrument.decided_to_vary_on, day)


@functools.lru_cache(maxsize=8192)
def _school_book(
    facts: tuple[str, str | None, bool],
    more: tuple[bool, str | None],
    effective_on: datetime.date | None,
    decided: datetime.date | None,
    day: datetime.date,
) -> RuleBook:
    category, foundation, religious = facts
    resigned, phase = more
    school = School(
        category,
        foundation=foundation,
        religious_character="some" if religious else None,
        head_resigned=resigned,
        phase=phase,
    )
    dates = Instrument(effective_on=effective_on, decided_to_vary_on=decided)
    return book_for(Proposal(school, Seats(), dates), day)


def _by_relations(plan: Plan, proposal: Proposal) -> bool | None:
    if plan.whole:
        seats = proposal.seats
        counts = tuple(seats.counts().values())
        staff = seats.co_opted_staff
        if UNKNOWN not in counts and staff != UNKNOWN:
            return plan.whole[0](*counts) if staff is None else plan.whole[1](*counts, staff)
    board = Board.of(proposal.seats, proposal.schools)
    answer: bool | None = True
    for _, relation, certain in plan.relations:
        found = judge(relation, board)
        if found == "breached" and certain:
            return False
        if found == "unknown" or (found != "met" and not certain):
            answer = None
    return answer


def _one(relations: tuple[Relation, ...], names: tuple[str, ...]) -> Callable[..., bool]:
    """Compile what decides one board, given by its numbers in the order of the names."""
    return _run(f"lambda {', '.join(names)}: {' and '.join(_conditions(relations, names)) or 'True'}")


def _each(relations: tuple[Relation, ...], names: tuple[str, ...]) -> Callable[..., tuple[bool, ...]]:
    """Compile what tells of each relation whether one board keeps it."""
    conditions = "".join(f"{_written(*_restated(relation, names))}, " for relation in relations)
    return _run(f"lambda {', '.join(names)}: ({conditions})")


@functools.lru_cache(maxsize=256)
def _many(texts: tuple[str, ...], names: tuple[str, ...]) -> Callable[..., list[bool]]:
    """Compile what decides many boards, given by a column of numbers for each of the names."""
    conditions = _conditions(tuple(parse(text) for text in texts), names)
    words = set(re.findall(r"[a-z_]+", " ".join(conditions)))
    used = [name for name in names if name in words]
    columns = ", ".join(f"{name}_" for name in names)
    if not used:
        return _run(f"lambda {columns}: [{' and '.join(conditions) or 'True'}] * len({names[0]}_)")
    rows = f"zip({', '.join(f'{name}_' for name in used)}, strict=True)"
    return _run(f"lambda {columns}: [{' and '.join(conditions)} for {', '.join(used)}, in {rows}]")


def _run(text: str) -> Callable[..., Any]:
    """Make a function of a text that this module has written: whole numbers, comparisons and names of seats."""
    made: Callable[..., Any] = eval(text, {"__builtins__": {"zip": zip, "len": len}})  # noqa: S307 - no word of it comes from outside
    return made


def _conditions(relations: Iterable[Relation], names: tuple[str, ...]) -> list[str]:
    """Write the relations as comparisons, what an equality settles first and put into the others."""
    left = [_restated(relation, names) for relation in relations]
    settled: dict[str, int] = {}
    while found := next((values for one in left if (values := _settles(*one))), None):
        settled |= found
        left = [_put_in(one, found) for one in left]
    written = {f"{name} == {number}" for name, number in settled.items()}
    sums = dict.fromkeys(_written(*one) for one in sorted(left, key=lambda one: len(one[0])))
    return [*sorted(written), *(text for text in sums if text != "True")]


_Sum = tuple[dict[str, int], int, bool]
"""The weight of each number, the constant, and whether the sum must be exactly nought rather than nought or more."""


def _restated(relation: Relation, names: tuple[str, ...]) -> _Sum:
    """State a relation by the names that are given alone."""
    weights = dict(relation.weights)
    if CO_OPTED_STAFF not in names and (staff := weights.pop(CO_OPTED_STAFF, 0)):
        if relation.exact:
            raise CannotTellError(f"How many co-opted governors are employed at the school? {relation.text}")
        weights["co_opted"] = weights.get("co_opted", 0) + max(staff, 0)
    missing = [name for name in weights if name not in names and name not in _NOUGHT]
    if missing:
        raise CannotTellError(f"The number of {' and '.join(missing)} is not given. {relation.text}")
    return {name: w for name, w in weights.items() if name in names and w}, relation.constant, relation.exact


def _settles(weights: dict[str, int], constant: int, exact: bool) -> dict[str, int]:  # noqa: FBT001 - the parts of a sum
    """Give the numbers that an equality settles: its only one, or several that add up to nought."""
    if exact and len(weights) == 1:
        ((name, weight),) = weights.items()
        if constant % weight == 0 and -constant // weight >= 0:
            return {name: -constant // weight}
    if exact and weights and constant == 0 and len({weight > 0 for weight in weights.values()}) == 1:
        return dict.fromkeys(weights, 0)
    return {}


def _put_in(one: _Sum, settled: Mapping[str, int]) -> _Sum:
    weights, constant, exact = one
    constant += sum(weight * settled[name] for name, weight in weights.items() if name in settled)
    return {name: weight for name, weight in weights.items() if name not in settled}, constant, exact


def _written(weights: dict[str, int], constant: int, exact: bool) -> str:  # noqa: FBT001 - the parts of a sum
    if not weights:
        return str(constant == 0 if exact else constant >= 0)
    more = [_times(weight, name) for name, weight in weights.items() if weight > 0]
    less = [_times(-weight, name) for name, weight in weights.items() if weight < 0]
    (more if constant > 0 else less).append(str(abs(constant)))
    return f"{' + '.join(more) or '0'} {'==' if exact else '>='} {' + '.join(less)}"


def _times(weight: int, name: str) -> str:
    return name if weight == 1 else f"{weight} * {name}"

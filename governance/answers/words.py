"""The arithmetic of a relation, in words: the numbers of this board put into the rule."""

from collections.abc import Mapping
from math import gcd, lcm
from typing import Final

from governance.english import listed
from governance.law.relation import DERIVED, Part, Relation
from governance.model.names import (
    CO_OPTED_STAFF,
    EXTRA_FOUNDATION,
    FOUNDATION_PARENT,
    SEAT_WORDS,
    SEATS,
    seat_words,
)

_LIMIT = {">=": "the least is", "<=": "the most is", "==": "there must be exactly"}
_AS_MANY = {
    ">=": "there must be at least as many",
    "<=": "there may be no more",
    "==": "there must be as many",
}
_COUNTED: Final = {
    "schools": ("school of the federation", "schools of the federation"),
    "heads": ("head teacher who is a governor", "different head teachers who are governors"),
    "resigned_heads": (
        "head teacher who has resigned as a governor",
        "different head teachers who have resigned as governors",
    ),
    FOUNDATION_PARENT: (
        "foundation governor eligible as a parent",
        "foundation governors eligible as parents",
    ),
    EXTRA_FOUNDATION: ("additional foundation governor", "additional foundation governors"),
}
_NAMES: Final = {
    **SEAT_WORDS,
    **_COUNTED,
    "total": ("seat", "seats"),
    "others": ("other", "others"),
    CO_OPTED_STAFF: tuple(f"{words} employed at the school" for words in SEAT_WORDS["co_opted"]),
}
"""Each name of a relation in words: one of them, and several."""
_APART = ("sponsor", EXTRA_FOUNDATION)
"""Seats that earlier law leaves out of the total of which it takes a share."""

_MORE = {">=": "at least", "<=": "at most", "==": "exactly"}


def arithmetic(relation: Relation, seats: Mapping[str, int]) -> str:
    """Say what a relation comes to for a board whose numbers are all known.

    >>> from governance.law.relation import parse
    >>> arithmetic(parse("total >= 7"), {"parent": 2, "co_opted": 10})
    '12 seats; the least is 7'
    >>> arithmetic(parse("foundation <= 1/4 total"), {"foundation": 3, "parent": 8})
    '3 foundation governors of 11; 1/4 of 11 is 2 3/4, so the most is 2'
    >>> arithmetic(parse("3 parent + 1 >= total"), {"parent": 3, "staff": 7})
    '3 parent governors of 10; 1/3 of 10 is 3 1/3, to the nearest whole number 3, so the least is 3'
    """
    if rounded := _rounded_share(relation, seats):
        return rounded
    left = _sum(relation.left, seats)
    comparison = relation.comparison
    match relation.right:
        case (Part(name=None, numerator=0),) if comparison == "==":
            return f"{left}; there must be none"
        case (Part(name=None) as limit,):
            return f"{left}; {_LIMIT[comparison]} {_number(limit.numerator, limit.denominator)}"
        case (Part(name="total") as share,) if comparison == "<=":
            total = value("total", seats)
            most = share.numerator * total // share.denominator
            return (
                f"{left} of {total}; {_number(share.numerator, share.denominator)} of {total} is "
                f"{_number(share.numerator * total, share.denominator)}, so the most is {most}"
            )
        case (Part(name="others"), Part(name=None) as more):
            others = value("others", seats)
            ahead = (
                sum(part.numerator * value(part.name, seats) for part in relation.left if part.name) - others
            )
            return (
                f"{left} and {others} others, {_ahead(ahead)}; "
                f"there must be {_MORE[comparison]} {more.numerator} more"
            )
        case (Part(name=None) as limit, *_) if relation.left[0].name == "total":
            return _not_counting(relation, limit, seats)
        case (*counted, Part(name=None) as more):
            rest = _sum(tuple(counted), seats)
            return f"{left}, and {rest} besides; there must be {_MORE[comparison]} {more.numerator} more"
        case (Part(name=name, numerator=1, denominator=1),) if name in _COUNTED:
            return f"{left}; {_sum(relation.right, seats)}; {_AS_MANY[comparison]}"
    return (
        f"{left}; {_LIMIT[comparison]} {_total(relation.right, seats)}, being {_sum(relation.right, seats)}"
    )


def _rounded_share(relation: Relation, seats: Mapping[str, int]) -> str | None:
    """Say a share of the total to the nearest whole number, which relations state in whole numbers.

    `3 parent + 1 >= total` is a third at least, and `4 foundation <= total + 1` a quarter at most. Sponsors on the
    left are left out of the total.
    """
    at_least = relation.comparison == ">="
    if relation.exact or not (relation.left if at_least else relation.right)[1:]:
        return None
    apart = tuple(part for part in relation.left if part.name in _APART)
    counted = tuple(part for part in relation.left if part.name and part not in apart)
    shares = tuple(part for part in relation.right if part.name)
    spare = [part for part in (relation.left if at_least else relation.right) if part.name is None]
    times = {(part.numerator, part.denominator) for part in counted}
    if relation.exact or [part.name for part in shares] != ["total"] or len(spare) != 1 or len(times) != 1:
        return None
    (by, one), m = times.pop(), shares[0].numerator
    if by == 1 or one != 1 or any(part.numerator != m for part in apart):
        return None
    total = value("total", seats) - sum(value(part.name, seats) for part in apart)
    over = spare[0].numerator
    bound = -((over - m * total) // by) if at_least else (m * total + over) // by
    held = " + ".join(_part(Part(1, 1, part.name), seats) for part in counted if value(part.name, seats))
    held = held or f"no {name_words(counted[0].name or '', 2)}"
    if " + " in held:
        held += f" = {sum(value(part.name, seats) for part in counted)}"
    if left_out := [_part(Part(1, 1, part.name), seats) for part in apart if value(part.name, seats)]:
        held += f", {listed(left_out)} not counted,"
    exactly = _number(m * total, by)
    near = f", to the nearest whole number {bound}" if m * total % by else ""
    if 2 * m * total % (2 * by) == by:
        near = f", as near to {m * total // by} as to {m * total // by + 1}"
    limit = f"the {'least' if at_least else 'most'} is {bound}"
    return f"{held} of {total}; {_number(m, by)} of {total} is {exactly}{near}, so {limit}"


def _not_counting(relation: Relation, limit: Part, seats: Mapping[str, int]) -> str:
    """Say a size that some seats do not count towards."""
    apart = [part for part in relation.right if part.name and value(part.name, seats)]
    total = value("total", seats)
    counted = total - sum(value(part.name, seats) for part in apart)
    words = f"{total} {name_words('total', total)}"
    if apart:
        words += f", {counted} without the {' and the '.join(_part(part, seats) for part in apart)}"
    return f"{words}; {_LIMIT[relation.comparison]} {limit.numerator}"


def _total(parts: tuple[Part, ...], seats: Mapping[str, int]) -> str:
    from fractions import Fraction  # noqa: PLC0415 - only earlier law has rounded shares

    amounts = [Fraction(part.numerator, part.denominator) * value(part.name, seats) for part in parts]
    amount = sum(amounts, start=Fraction(0))
    return _number(amount.numerator, amount.denominator)


def value(name: str | None, seats: Mapping[str, int]) -> int:
    """Give the number a name stands for; 1 for a plain number."""
    if name is None:
        return 1
    if name not in DERIVED:
        return seats.get(name, 0)
    return sum([seats.get(seat, 0) for seat in DERIVED[name]])


def name_words(name: str, count: int) -> str:
    """Say a name of a relation in words that agree with the number."""
    return _NAMES[name][count != 1]


def _sum(parts: tuple[Part, ...], seats: Mapping[str, int]) -> str:
    counted = [(part, count) for part in parts if (count := value(part.name, seats))]
    if not counted:
        return f"no {' or '.join([name_words(part.name, 2) for part in parts if part.name])}"
    said = [_times(part, count) for part, count in counted]
    if len(said) == 1:
        return said[0]
    common = lcm(*[part.denominator for part, _ in counted])
    total = sum([part.numerator * count * (common // part.denominator) for part, count in counted])
    return f"{' + '.join(said)} = {_number(total, common)}"


def _part(part: Part, seats: Mapping[str, int]) -> str:
    return _times(part, value(part.name, seats))


def _times(part: Part, count: int) -> str:
    numerator, denominator, name = part
    if name is None:
        return _number(numerator, denominator)
    said = f"{count} {name_words(name, count)}"
    return said if numerator == denominator else f"{_number(numerator, denominator)} of {said}"


def _number(numerator: int, denominator: int) -> str:
    """Write a number exactly: whole, or whole and a fraction in its lowest terms."""
    if denominator == 1:
        return str(numerator)
    common = gcd(numerator, denominator)
    whole, rest = divmod(numerator // common, denominator := denominator // common)
    if rest == 0:
        return str(whole)
    if denominator in (20, 100) and whole == 0:
        return f"{rest * 100 // denominator}%"
    return f"{whole} {rest}/{denominator}" if whole else f"{rest}/{denominator}"


def _ahead(ahead: int) -> str:
    return f"{ahead} more" if ahead >= 0 else f"{-ahead} fewer"


def seats_words(seats: Mapping[str, int]) -> str:
    """Say the seats of a board in the order instruments list them.

    >>> seats_words({"parent": 2, "staff": 1, "co_opted": 0})
    '2 parent governors and 1 staff governor'
    """
    return listed([f"{seats[s]} {seat_words(s, seats[s])}" for s in SEATS if seats.get(s)])

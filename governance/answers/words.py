"""The arithmetic of a relation, in words: the numbers of this board put into the rule."""

import datetime
from collections.abc import Mapping

from governance.law.relation import DERIVED, Part, Relation
from governance.model.names import CO_OPTED_STAFF, seat_words

_LIMIT = {">=": "the least is", "<=": "the most is", "==": "there must be exactly"}
_MORE = {">=": "at least", "<=": "at most", "==": "exactly"}


def arithmetic(relation: Relation, seats: Mapping[str, int]) -> str:
    """Say what a relation comes to for a board whose numbers are all known.

    >>> from governance.law.relation import parse
    >>> arithmetic(parse("total >= 7"), {"parent": 2, "co_opted": 10})
    '12 seats; the least is 7'
    >>> arithmetic(parse("foundation <= 1/4 total"), {"foundation": 3, "parent": 8})
    '3 foundation governors of 11; 1/4 of 11 is 2 3/4, so the most is 2'
    """
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
    return f"{left}; the other side is {_sum(relation.right, seats)}"


def value(name: str | None, seats: Mapping[str, int]) -> int:
    """Give the number a name stands for; 1 for a plain number."""
    if name is None:
        return 1
    return sum(seats.get(seat, 0) for seat in DERIVED.get(name, (name,)))


def name_words(name: str, count: int) -> str:
    """Say a name of a relation in words that agree with the number."""
    if name == "total":
        return "seat" if count == 1 else "seats"
    if name == "others":
        return "other" if count == 1 else "others"
    if name == CO_OPTED_STAFF:
        return f"{seat_words('co_opted', count)} employed at the school"
    return seat_words(name, count)


def day_words(day: datetime.date) -> str:
    """Say a day as letters do.

    >>> day_words(datetime.date(2018, 9, 18))
    '18 September 2018'
    """
    return f"{day.day} {day:%B} {day.year}"


def listed(items: list[str]) -> str:
    """Join with commas and a last "and"."""
    return " and ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)


def _sum(parts: tuple[Part, ...], seats: Mapping[str, int]) -> str:
    said = [_part(part, seats) for part in parts if value(part.name, seats)]
    if not said:
        return f"no {' or '.join(name_words(part.name, 2) for part in parts if part.name)}"
    if len(said) == 1:
        return said[0]
    common = 1
    for part in parts:
        common *= part.denominator
    total = sum(part.numerator * value(part.name, seats) * (common // part.denominator) for part in parts)
    return f"{' + '.join(said)} = {_number(total, common)}"


def _part(part: Part, seats: Mapping[str, int]) -> str:
    factor = _number(part.numerator, part.denominator)
    if part.name is None:
        return factor
    count = value(part.name, seats)
    if (part.numerator, part.denominator) == (1, 1):
        return f"{count} {name_words(part.name, count)}"
    return f"{factor} of {count} {name_words(part.name, count)}"


def _number(numerator: int, denominator: int) -> str:
    """Write a number exactly: whole, or whole and a fraction in its lowest terms."""
    whole, rest = divmod(numerator, denominator)
    if rest == 0:
        return str(whole)
    if denominator in (20, 100) and whole == 0:
        return f"{rest * 100 // denominator}%"
    return f"{whole} {rest}/{denominator}" if whole else f"{rest}/{denominator}"


def _ahead(ahead: int) -> str:
    return f"{ahead} more" if ahead >= 0 else f"{-ahead} fewer"

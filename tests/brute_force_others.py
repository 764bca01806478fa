"""The composition of federations, of schools before 2012 and of units once more, by hand: a second oracle.

Written from the notes on the law (sections A.3, A.4, C.1 and E), with exact fractions and explicit rounding, and
not from `rules/`. Where the law is doubtful it takes the side that the project records as taken: a tie goes to the
stricter whole number, and under SI 2007/957 a share is one of the seats that count towards the size. It also
states what we infer: a body has no governors of a category for which the Regulations make no provision.
"""

import datetime
import functools
from collections.abc import Iterator, Mapping
from fractions import Fraction

Seats = Mapping[str, int]

CAP_COUNTS_POSTS = datetime.date(2014, 9, 1)
TWO_PARENTS = datetime.date(2016, 9, 1)


@functools.cache
def nearest(share: Fraction) -> tuple[int, ...]:
    """The nearest whole number, or the two of them where the share lies midway."""
    below = share.numerator // share.denominator
    rest = share - below
    if rest == Fraction(1, 2):
        return below, below + 1
    return (below,) if rest < Fraction(1, 2) else (below + 1,)


@functools.cache
def at_least(numerator: int, denominator: int, total: int) -> int:
    """The least that a share of a total allows, rounded."""
    return max(nearest(Fraction(numerator * total, denominator)))


@functools.cache
def at_most(numerator: int, denominator: int, total: int) -> int:
    """The most that a share of a total allows, rounded."""
    return min(nearest(Fraction(numerator * total, denominator)))


def total_of(seats: Seats) -> int:
    """Every seat; parts of a category and facts are no seats."""
    parts = ("co_opted_staff", "foundation_parent", "extra_foundation")
    return sum(count for seat, count in seats.items() if seat not in parts)


def federation(
    mix: str,
    day: datetime.date,
    seats: Seats,
    *,
    schools: int,
    heads: int,
    resigned_heads: int = 0,
) -> bool:
    """SI 2012/1035 regs 21 and 22; `mix` is "none" or the number of the paragraph of reg 22."""
    get = seats.get
    total = total_of(seats)
    if total < 7 or get("community", 0) or get("sponsor", 0):  # 21(2); Part 3
        return False
    if get("parent", 0) != (schools if day < TWO_PARENTS else 2):  # 21(3)(a)
        return False
    head = get("head_teacher", 0)
    if not heads <= head <= heads + resigned_heads:  # 21(3)(b)
        return False
    if get("staff", 0) != 1 or get("local_authority", 0) != 1:  # 21(3)(c), (d)
        return False
    employed = get("co_opted_staff", 0)
    if day >= CAP_COUNTS_POSTS:
        employed += get("staff", 0) + head
    if employed > Fraction(total, 3):  # 21(5)
        return False
    return _by_mix(mix, get("foundation", 0), get("partnership", 0), total)


def _by_mix(mix: str, foundation: int, partnership: int, total: int) -> bool:
    ahead = foundation - (total - foundation)
    if mix == "7":
        return foundation + partnership >= 2
    if mix == "1":
        return partnership >= 2 and partnership <= Fraction(total, 4) and foundation == 0
    if partnership:
        return False
    return {
        "none": foundation == 0,
        "2": foundation >= 2 and foundation <= Fraction(45 * total, 100),
        "3": ahead in (1, 2),
        "4": foundation >= 2 and foundation <= Fraction(total, 4),
        "5": ahead == 2,
        "6": foundation >= 1,
    }[mix]


def school_of_2007(regulation: int, seats: Seats, *, secondary: bool) -> bool:
    """SI 2007/957 reg 12 and one of regs 13 to 18; the head teacher is one of the staff, resigned or not."""
    get = seats.get
    total = total_of(seats)
    sponsors, extra = get("sponsor", 0), get("extra_foundation", 0)
    size = total - sponsors - extra
    if not 9 <= size <= 20 or get("co_opted", 0) or get("head_teacher", 0) > 1:  # 12(1), (2), 12(3)
        return False
    if sponsors > (4 if secondary else 2):
        return False
    staff = get("staff", 0) + get("head_teacher", 0)  # 12(5)
    if staff < 2 or staff > at_most(1, 3, size):
        return False
    parents, authority, community = get("parent", 0), get("local_authority", 0), get("community", 0)
    foundation, partnership = get("foundation", 0), get("partnership", 0)
    if regulation in (16, 18):
        if extra > (4 if secondary else 2) or extra > sponsors:  # 16(2)(b), 18(2)(b)
            return False
        if parents < 1 or parents + get("foundation_parent", 0) < at_least(1, 3, size):
            return False
    elif extra or parents < at_least(1, 3, size):
        return False
    if regulation != 14 and partnership:
        return False
    if regulation == 13:
        fifth = at_least(1, 5, size)
        return authority == fifth and community >= fifth and foundation == 0
    ahead = foundation - (total - foundation)
    if regulation == 18:
        return 1 <= authority <= at_most(1, 10, size) and community == 0 and ahead == 2
    if not 1 <= authority <= at_most(1, 5, size) or community < at_least(1, 10, size):
        return False
    if regulation == 14:
        return foundation == 0 and 2 <= partnership <= at_most(1, 4, size)
    if regulation == 15:
        return 2 <= foundation <= at_most(45, 100, size)
    if regulation == 16:
        return ahead in (1, 2)
    return 2 <= foundation <= at_most(1, 4, size)


def unit(seats: Seats) -> bool:
    """SI 2007/2978 reg 14: the size leaves sponsors out, the shares do not."""
    get = seats.get
    total = total_of(seats)
    sponsors = get("sponsor", 0)
    if not 7 <= total - sponsors <= 20 or sponsors > 2:  # 14(1), 14(5)(d)
        return False
    if get("co_opted", 0) or get("foundation", 0) or get("partnership", 0):  # 14(2)
        return False
    staff = get("staff", 0) + get("head_teacher", 0)  # 14(4)
    if not 1 <= get("parent", 0) <= at_most(1, 5, total):
        return False
    if not 1 <= staff <= at_most(1, 3, total) or not 1 <= get("local_authority", 0) <= at_most(1, 3, total):
        return False
    return get("community", 0) > total - get("community", 0)  # 14(5)(e)


def boards(categories: tuple[str, ...], most: int) -> Iterator[dict[str, int]]:
    """Every board of these categories with no more than so many seats in all, in a fixed order."""
    if not categories:
        yield {}
        return
    *first, last = categories
    for board in boards(tuple(first), most):
        for count in range(most - sum(board.values()) + 1):
            yield {**board, last: count}

"""Regulations 13 and 14 once more, by hand, in plain Python: an oracle that shares nothing with `rules/`.

Written from the notes on SI 2012/1034 (sections 3.1 and 3.2, as amended to date), not from the project's own
statement of the law. It also states what we infer: a school has no governors of a category for which the
Regulations make no provision.
"""

from collections.abc import Iterator

Kind = tuple[str, str | None]


def lawful(  # noqa: PLR0917 - called millions of times, a board at a time
    kind: Kind,
    parent: int,
    local_authority: int,
    staff: int,
    head: int,
    co_opted: int,
    foundation: int,
    partnership: int,
    co_opted_staff: int,
    *,
    resigned: bool,
) -> bool:
    """Whether a board of these seats is lawful; `co_opted_staff` of the co-opted are employed at the school."""
    total = parent + local_authority + staff + head + co_opted + foundation + partnership
    if total < 7:  # 13(2)
        return False
    if parent < 2:  # 13(3)(a)
        return False
    if head > 1 or (head == 0 and not resigned):  # 13(3)(b)
        return False
    if staff != 1 or local_authority != 1:  # 13(3)(c), (d)
        return False
    if co_opted_staff + staff + head > total // 3:  # 13(5)
        return False
    category, has = kind
    others = total - foundation
    if category in ("foundation", "foundation special"):
        if has == "none":  # 14(1)
            return partnership >= 2 and partnership * 4 <= total and foundation == 0
        if has == "foundation":  # 14(2): 45 per cent is nine in twenty
            return foundation >= 2 and foundation * 20 <= total * 9 and partnership == 0
        return foundation - others in (1, 2) and partnership == 0  # 14(3)
    if category == "voluntary aided":  # 14(4)
        return foundation - others == 2 and partnership == 0
    if category == "voluntary controlled":  # 14(5)
        return foundation >= 2 and foundation * 4 <= total and partnership == 0
    return foundation == 0 and partnership == 0


def boards(most: int) -> Iterator[tuple[int, int, int, int, int, int, int]]:
    """Every board of the seven categories with no more than so many seats in all, in a fixed order."""
    for parent in range(most + 1):
        for local_authority in range(left := most - parent + 1):
            for staff in range(left2 := left - local_authority):
                for head in range(left3 := left2 - staff):
                    for co_opted in range(left4 := left3 - head):
                        for foundation in range(left5 := left4 - co_opted):
                            for partnership in range(left5 - foundation):
                                yield parent, local_authority, staff, head, co_opted, foundation, partnership


def least_total(kind: Kind, seat: str, count: int, *, resigned: bool, most: int = 1000) -> int | None:
    """The size of the smallest lawful board with so many seats of one category, or so many co-opted staff.

    Of the seats that nothing is wished for, the fewest are the best: two foundation or partnership governors, or a
    majority of one or two; and how the rest is parted between parents and co-opted governors makes no difference.
    """
    for total in range(7, most + 1):
        for head in (0, 1):
            for foundation in {0, 2, count, (total + 1) // 2, total // 2 + 1}:
                for partnership in {0, 2, count}:
                    rest = total - 2 - head - foundation - partnership
                    for parent in {2, count, rest - count}:
                        staff = count if seat == "co_opted_staff" else 0
                        board = (parent, 1, 1, head, rest - parent, foundation, partnership)
                        named = dict(zip(SEATS_OF_2012, board, strict=True), co_opted_staff=staff)
                        if min(board) < 0 or staff > rest - parent or named[seat] != count:
                            continue
                        if lawful(kind, *board, staff, resigned=resigned):
                            return total
    return None


SEATS_OF_2012 = (
    "parent",
    "local_authority",
    "staff",
    "head_teacher",
    "co_opted",
    "foundation",
    "partnership",
)

"""Random schools and boards, mostly close to the limits of the law."""

from typing import Any

from boards import KINDS
from hypothesis import strategies as st

from governance.model.names import CO_OPTED_STAFF

_MOST = {
    "parent": 5,
    "local_authority": 2,
    "staff": 3,
    "head_teacher": 2,
    "co_opted": 9,
    "foundation": 12,
    "partnership": 5,
}


def kinds(*groups: tuple[tuple[str, str | None], ...]) -> st.SearchStrategy[tuple[str, str | None]]:
    """A kind of school: one of these groups, or any."""
    return st.sampled_from([kind for group in groups for kind in group] or list(KINDS))


@st.composite
def boards(draw: st.DrawFn, *, without: tuple[str, ...] = (), staff: bool = True) -> dict[str, Any]:
    """Seats of the seven categories of the 2012 Regulations, and sometimes who of the co-opted is staff."""
    seats = {seat: draw(st.integers(0, most)) for seat, most in _MOST.items() if seat not in without}
    if staff and draw(st.booleans()):
        seats[CO_OPTED_STAFF] = draw(st.integers(0, seats.get("co_opted", 0)))
    return seats


def size(seats: dict[str, Any]) -> int:
    """The total membership of a board whose seats are all known."""
    return sum(count for seat, count in seats.items() if seat != CO_OPTED_STAFF)

"""The nearest lawful boards to a proposal, and why there is none that meets somebody's wishes.

How far a board is from another is the number of seats moved: those added or those taken away, whichever are more,
so that a seat which goes from one category to another is moved once.
"""

import datetime
import itertools
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

import attrs

from governance.answers.check import check
from governance.answers.finding import Cell, Finding, Rows, Shown
from governance.answers.judge import Board
from governance.answers.space.impossible import Impossible, why_impossible
from governance.answers.space.nearest import Aim, in_order
from governance.answers.space.nearest import distance as at_least_moved
from governance.answers.space.space import Space, day_needed, laws, of_wish, relations
from governance.answers.space.wishes import TOTAL, Number, Wish, WishError, wish
from governance.english import listed
from governance.law import RuleBook, book_for
from governance.law.relation import GIVEN
from governance.model import Proposal
from governance.model.names import EXTRA_FOUNDATION, PARTS_OF, SEATS, federation_words, seat_words
from governance.model.proposal import Day, day_of

POLICY: Final = (
    "fewest seats moved",
    "then fewest governors in post losing their seat",
    "then fewest changes to categories other than co-opted, which others elect, appoint or nominate",
    "then the total that is stated",
    "then the smaller board",
)
"""By what boards are ranked, the first thing first."""

_FREE: Final = "co_opted"
_FURTHEST: Final = 6
"""How much further than the nearest board those after it may be."""


@attrs.frozen
class NearestBoard:
    """A lawful board near to a proposal: its seats, how many are moved, and each move in words.

    `lost` says who in post would lose a seat, `conditions` what the board's being lawful depends on, and `mend`
    what is besides unlawful about the proposal, its seats apart.
    """

    seats: Mapping[str, int]
    total: int
    moved: int
    moves: tuple[str, ...]
    lost: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    mend: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {
            "seats": {seat: count for seat, count in self.seats.items() if count},
            "total": self.total,
            "moved": self.moved,
            "moves": list(self.moves),
            "lost": list(self.lost),
            "conditions": list(self.conditions),
            "mend": list(self.mend),
        }


@attrs.frozen(repr=False)
class Repairs(Shown):
    """The nearest lawful boards, the first the nearest.

    `lawful` is the check's answer for the proposal as it stands. `fits` tells whether its seats may stay as they
    are, which they also may where only something else is unlawful (`mend`), or where they would be lawful with
    fewer co-opted governors employed at the school (`staff`). `impossible` says why there is no board.
    """

    proposal: str
    on: datetime.date
    regime: str
    lawful: bool | None
    fits: bool
    total: int | None
    boards: tuple[NearestBoard, ...] = ()
    mend: tuple[str, ...] = ()
    staff: str = ""
    wishes: tuple[str, ...] = ()
    impossible: Impossible | None = None

    def in_short(self) -> str:
        """Say whether it needs a repair, and how far the nearest board is."""
        if self.impossible:
            said = "IMPOSSIBLE"
        elif not self.boards:
            said = "NO SEAT NEED BE MOVED"
        else:
            moved = self.boards[0].moved
            said = f"NEAREST LAWFUL BOARDS, {moved} {'seat' if moved == 1 else 'seats'} moved"
        return f"{said}: {self.proposal}; the law of {self.on}"

    def in_rows(self) -> Rows:
        """Give the boards, the nearest first; where there is none, the proof."""
        if self.impossible:
            return self.impossible.in_rows()
        seats = [seat for seat in SEATS if any(board.seats.get(seat) for board in self.boards)]
        heads = ("What is moved", *(seat_words(seat, 2) for seat in seats), "Total", "Provided that")
        rows: list[tuple[Cell, ...]] = [
            (
                "; ".join(board.moves),
                *(board.seats[seat] for seat in seats),
                board.total,
                "; ".join(board.conditions),
            )
            for board in self.boards
        ]
        return heads, rows

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {
            "proposal": self.proposal,
            "on": self.on.isoformat(),
            "regime": self.regime,
            "lawful": self.lawful,
            "fits": self.fits,
            "total": self.total,
            "wishes": list(self.wishes),
            "policy": list(POLICY),
            "boards": [board.as_json() for board in self.boards],
            "mend": list(self.mend),
            "staff": self.staff or None,
            "impossible": self.impossible and self.impossible.as_json(),
        }


def repair(
    proposal: Proposal,
    *,
    on: Day | None = None,
    keep: Collection[str] = (),
    total: Number | None = None,
    most: int = 5,
    filled: Mapping[str, int] | None = None,
) -> Repairs:
    """Give the nearest lawful boards to a proposal, or say why there is none.

    The seats of the categories to `keep` stay as they are; `total` is a number of seats or its limits, and
    `filled` how many seats of a category have a governor in post. No lawful board is nearer than the first.
    Raises CannotTellError where no day or a fact on which a rule turns is not given, and WishError for a wish
    that cannot be understood.
    """
    on = day = day_needed(day_of(proposal, on))
    book = book_for(proposal, day)
    board = Board.of(proposal.seats, proposal.schools)
    wanted = (*_kept(proposal, keep), *(() if total is None else (wish(total, TOTAL),)))
    if most < 1:
        raise WishError(f"{most} is not a number of boards to give. Write 1 or more.")
    filled = proposal.filled if filled is None else filled
    result = check(proposal, on=on)
    space = proposal_space(book, board, proposal, wanted)
    now: dict[str, int] = {seat: board.known[seat] for seat in SEATS if seat in board.known}
    answer = Repairs(
        proposal.source,
        day,
        book.law.id,
        result.lawful,
        fits=len(now) == len(SEATS) and space.first(having=now) is not None,
        total=result.total,
        wishes=tuple(one.says for one in wanted),
    )
    if answer.fits:
        return attrs.evolve(answer, mend=_mend(result.of("unlawful", "breached")))
    if impossible := why_impossible(space):
        return attrs.evolve(answer, impossible=impossible)
    stated = proposal.seats.total if total is None else None
    boards = [_describe(proposal, one, now, filled, on) for one in _nearest(space, now, filled, most, stated)]
    return attrs.evolve(answer, boards=tuple(boards), staff=_staff(book, proposal, wanted, now))


def proposal_space(book: RuleBook, board: Board, proposal: Proposal, wanted: tuple[Wish, ...]) -> Space:
    """Give the lawful boards that meet some wishes, for a proposal's school and the people it tells of."""
    given: dict[str, int] = {name: board.known[name] for name in GIVEN if name in board.known}
    told = [Wish(part, count, count, how="said") for part, count in told_parts(book, proposal).items()]
    stated = [one for want in (*wanted, *told) for one in of_wish(want)]
    return Space.of((*laws(book, given), *stated))


def told_parts(book: RuleBook, proposal: Proposal) -> dict[str, int]:
    """Give the numbers a proposal tells of people within a category, where a relation counts them."""
    counted = {name for rule in relations(book) if rule.require for name in rule.require.weights}
    told = {part: getattr(proposal.seats, part) for part in PARTS_OF if part in counted}
    if EXTRA_FOUNDATION in told:
        told[EXTRA_FOUNDATION] = told[EXTRA_FOUNDATION] or 0
    return {part: count for part, count in told.items() if isinstance(count, int)}


def distance(seats: Mapping[str, int], now: Mapping[str, int]) -> int:
    """Count the seats moved from one board to another, over the categories whose seats are known.

    >>> distance({"staff": 1, "head_teacher": 1, "parent": 4}, {"staff": 2, "head_teacher": 0, "parent": 4})
    1
    """
    return at_least_moved(seats, seats, now)


def _nearest(
    space: Space, now: Mapping[str, int], filled: Mapping[str, int], most: int, stated: int | None
) -> list[dict[str, int]]:
    """Give the boards that rank best, none much further than the nearest.

    The stated total ranks so late that the best of those that keep it, beside the best of all, leave nothing out.
    """
    aim = Aim(now, filled, _FREE)
    found = [*itertools.islice(in_order(space, aim), most)]
    if stated is not None:
        keeping = space.also(*of_wish(Wish(TOTAL, stated, stated)))
        boards = in_order(keeping, aim, furthest=found[-1] if len(found) == most else None)
        found += [one for one in itertools.islice(boards, most) if one not in found]
        found.sort(key=lambda board: aim.rank_of(board, stated))
    far = distance(found[0], now) + _FURTHEST
    return [board for board in found[:most] if distance(board, now) <= far]


def _describe(
    proposal: Proposal,
    board: Mapping[str, int],
    now: Mapping[str, int],
    filled: Mapping[str, int],
    on: datetime.date | None,
) -> NearestBoard:
    total = sum(board.values())
    stated = proposal.seats.total
    seats = attrs.evolve(proposal.seats, **board, total=None)
    result = check(attrs.evolve(proposal, seats=seats), on=on)
    moves = list(_moves(board, now))
    if stated not in (None, total):
        moves.append(f"state a total of {total} instead of {stated}")
    return NearestBoard(
        board,
        total,
        distance(board, now),
        tuple(moves),
        lost=tuple(_lost(board, filled)),
        conditions=tuple(finding.condition for finding in result.conditions),
        mend=_mend(result.of("unlawful", "breached")),
    )


def _moves(board: Mapping[str, int], now: Mapping[str, int]) -> Iterator[str]:
    """Say what changes: seats that go from one category to another, seats added, seats taken away."""
    change = {seat: board[seat] - count for seat, count in now.items()}
    for source, target in itertools.permutations(change, 2):
        count = min(-change[source], change[target])
        if count > 0:
            change[source] += count
            change[target] -= count
            become = "seat becomes a" if count == 1 else "seats become"
            yield f"{count} {_of(source)} {become} {_of(target)} {'seat' if count == 1 else 'seats'}"
    for seat, count in change.items():
        if count:
            yield f"{abs(count)} {seat_words(seat, abs(count))} {'more' if count > 0 else 'fewer'}"
    for seat in SEATS:
        if seat not in now:
            yield f"{board[seat]} {seat_words(seat, board[seat])}, which was not settled"


def _of(seat: str) -> str:
    return seat_words(seat, 1).removesuffix(" governor")


def _lost(board: Mapping[str, int], filled: Mapping[str, int]) -> Iterator[str]:
    for seat, count in filled.items():
        if count > board[seat]:
            lost = count - board[seat]
            lose = "loses the seat" if lost == 1 else "lose their seats"
            yield f"{lost} of the {count} {seat_words(seat, count)} in post {lose}"


def _staff(book: RuleBook, proposal: Proposal, wanted: tuple[Wish, ...], now: Mapping[str, int]) -> str:
    """Say how many co-opted governors could be employed at the school with the seats as they are."""
    said = proposal.seats.co_opted_staff
    if not isinstance(said, int) or not said or len(now) < len(SEATS):
        return ""
    open_seats = attrs.evolve(proposal, seats=attrs.evolve(proposal.seats, co_opted_staff=None))
    open_board = Board.of(open_seats.seats, proposal.schools)
    space = proposal_space(book, open_board, open_seats, wanted)
    for number in range(said - 1, -1, -1):
        if "co_opted_staff" in space.names and space.first(having={**now, "co_opted_staff": number}):
            are = "is" if number == 1 else "are"
            said_of = federation_words if proposal.schools else str
            return said_of(
                f"at most {number} of the {now[_FREE]} co-opted governors {are} employed at the school, not {said}"
                if number
                else f"none of the {now[_FREE]} co-opted governors is employed at the school, not {said}"
            )
    return ""


def _mend(findings: tuple[Finding, ...]) -> tuple[str, ...]:
    return tuple(
        ". ".join(
            (
                f"{finding.because[:1].upper()}{finding.because[1:]} ({finding.citation})",
                *(one.says for one in finding.repairs),
            )
        )
        for finding in findings
    )


def _kept(proposal: Proposal, keep: Collection[str]) -> Iterator[Wish]:
    for seat in (keep,) if isinstance(keep, str) else keep:
        if seat not in SEATS:
            raise WishError(f"{seat!r} is not a category of governor. Known: {listed(list(SEATS))}.")
        count = getattr(proposal.seats, seat)
        if not isinstance(count, int):
            raise WishError(f"{seat}: the proposal leaves its seats unknown, so they cannot be kept.")
        yield Wish(seat, count, count, how="kept")

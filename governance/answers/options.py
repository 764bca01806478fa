"""Every lawful board of a kind of school that meets some wishes, and what follows from the law for its size."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import attrs

from governance.answers.consequences import runs
from governance.answers.finding import Rows, Shown
from governance.answers.space.elimination import remainder
from governance.answers.space.impossible import Impossible, smallest_conflict, why_impossible
from governance.answers.space.ranges import greatest, least
from governance.answers.space.space import Space, day_needed, laws, of_wish, seats_of
from governance.answers.space.wishes import TOTAL, Number, Wish, WishError, wishes
from governance.answers.words import name_words
from governance.english import listed
from governance.errors import CannotTellError
from governance.law import Kind, RuleBook
from governance.law.book import rule_book
from governance.law.facts import HAS_NO_FOUNDATION
from governance.law.federation import MIXES
from governance.law.library import governing_category
from governance.law.regime import beside
from governance.model import Proposal, School, Seats
from governance.model.names import CATEGORIES, CO_OPTED_STAFF, FOUNDATION, PHASES, SEATS, seat_words
from governance.model.proposal import Day, as_day, one_of

LARGEST: Final = 20
"""The largest board that is gone through where no largest is wished for. No law sets a maximum."""

MOST: Final = 10_000
"""More boards than this nobody reads; a narrower wish is asked for."""


@attrs.frozen
class Option:
    """One lawful board. `staff` is the most co-opted governors that may be employed at the school, where there is a limit."""

    seats: Mapping[str, int]
    total: int
    staff: int | None

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        seats = {seat: count for seat, count in self.seats.items() if count}
        return {"total": self.total, "seats": seats, "most_co_opted_staff": self.staff}


@attrs.frozen
class Consequence:
    """Something that follows from the law and stands nowhere in it, and the provisions that it follows from."""

    says: str
    citations: tuple[str, ...]


@attrs.frozen(repr=False)
class Options(Shown):
    """Every lawful board, smallest first, up to `largest` seats.

    `smallest` is the size of the smallest lawful board whatever is wished; `staff` gives for each total the most
    co-opted governors that may be employed at the school. `impossible` says why there is no board of whatever size,
    and `beyond` gives the least total where every board that meets the wishes has more than `largest` seats.
    """

    category: str
    facts: Mapping[str, str | bool]
    on: datetime.date
    regime: str
    wishes: tuple[str, ...]
    largest: int
    boards: tuple[Option, ...]
    smallest: int | None
    staff: Mapping[int, int]
    consequences: tuple[Consequence, ...]
    impossible: Impossible | None = None
    beyond: int | None = None
    cautions: tuple[str, ...] = ()

    def in_short(self) -> str:
        """Say how many boards there are, and for whom."""
        said = "1 lawful board" if len(self.boards) == 1 else f"{len(self.boards)} lawful boards"
        if self.impossible:
            said = "IMPOSSIBLE"
        elif self.beyond:
            said = f"No lawful board of up to {self.largest} seats, and one of {self.beyond}"
        wished = f"; {'; '.join(self.wishes)}" if self.wishes else ""
        return f"{said}: {self.category}{wished}; the law of {self.on}"

    def in_rows(self) -> Rows:
        """Give the boards, the smallest first; where there is none, the proof."""
        if self.impossible:
            return self.impossible.in_rows()
        seats = [seat for seat in SEATS if any(board.seats.get(seat) for board in self.boards)]
        heads = (
            "Total",
            *(seat_words(seat, 2) for seat in seats),
            f"{name_words(CO_OPTED_STAFF, 2)}, at most",
        )
        rows = [(one.total, *(one.seats[seat] for seat in seats), one.staff) for one in self.boards]
        return heads, rows

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {
            "category": self.category,
            "facts": dict(self.facts),
            "on": self.on.isoformat(),
            "regime": self.regime,
            "wishes": list(self.wishes),
            "largest": self.largest,
            "count": len(self.boards),
            "smallest": self.smallest,
            "smallest_beyond": self.beyond,
            "most_co_opted_staff": {str(total): most for total, most in self.staff.items()},
            "consequences": [
                {"says": one.says, "citations": list(one.citations)} for one in self.consequences
            ],
            "boards": [board.as_json() for board in self.boards],
            "impossible": self.impossible and self.impossible.as_json(),
            "cautions": list(self.cautions),
        }


def options(
    category: str,
    *,
    on: Day,
    foundation: str | None = None,
    head_resigned: bool = False,
    religious_character: bool = False,
    phase: str | None = None,
    mix: str | None = None,
    given: Mapping[str, int] | None = None,
    wanted: Mapping[str, Number | None] | None = None,
) -> Options:
    """List every lawful board of a kind of school on a day that meets some wishes.

    `wanted` gives a number or limits for `total` and any category of governor: 3, "12..16", (12, None). A
    federation needs its `mix` of schools and, `given`, the number of its `schools` and `heads`. Raises
    CannotTellError, with what to ask, where a fact on which a rule turns is missing, and WishError for a fact that
    no such body can have.
    """
    _refuse_what_cannot_be(category, foundation, {"mix": mix, **(given or {})})
    one_of(PHASES, phase, name="phase")
    day = day_needed(as_day(on))
    school = School(
        category,
        foundation=foundation,
        head_resigned=head_resigned,
        religious_character="yes" if religious_character else None,
        phase=phase,
    )
    if category == "federation":
        kind = Kind(category, head_resigned=head_resigned, religious_character=religious_character, mix=mix)
    else:
        kind = Kind.of(Proposal(school, Seats()))
    book = rule_book(governing_category(day, category), day, kind, beside=beside(day))
    asked = wishes(wanted or {})
    most = next((one.most for one in asked if one.name == TOTAL), None)
    # A least total without a largest is gone through as far again as the largest board is.
    wanted_least = max((one.least or 0 for one in asked), default=0)
    further = wanted_least + LARGEST if wanted_least > LARGEST // 2 else LARGEST
    largest = further if most is None else most
    law = Space.of(laws(book, given or {}))
    space = law.also(*(one for wish in asked for one in of_wish(wish)))
    if impossible := why_impossible(space):
        found: tuple[Option, ...] = ()
    else:
        found = tuple(_walk(space, largest))
    smallest = least(law, TOTAL)
    beyond = None if impossible or found else least(space, TOTAL)
    staff = {
        total: max(one.staff for one in found if one.total == total and one.staff is not None)
        for total in sorted({one.total for one in found if one.staff is not None})
    }
    return Options(
        category=category,
        facts=_facts(kind, given or {}),
        on=day,
        regime=book.law.id,
        wishes=tuple(one.says for one in asked),
        largest=largest,
        boards=found,
        smallest=smallest,
        staff=staff,
        consequences=(*_beyond(space, beyond, largest), *_consequences(book, law, space, smallest, staff)),
        impossible=impossible,
        beyond=beyond,
        cautions=book.cautions,
    )


def _refuse_what_cannot_be(category: str, foundation: str | None, of_federation: Mapping[str, Any]) -> None:
    """Refuse facts with which no board would pass the check, or which would be passed over in silence."""
    one_of(CATEGORIES, category, name="category")
    one_of(FOUNDATION, foundation, name="foundation")
    one_of(MIXES, of_federation["mix"], name="mix")
    if category in HAS_NO_FOUNDATION and foundation not in (None, "none"):
        raise WishError(f"A {category} school has no foundation. Leave {foundation!r} out.")
    if category == "federation":
        if foundation is not None:
            raise WishError("A federation has a mix of schools, and no foundation. Give its mix.")
    elif said := [name.replace("_", " ") for name, value in of_federation.items() if value is not None]:
        raise WishError(
            f"Only a federation has these: {listed(said)}. Leave them out, or ask of a federation."
        )


def _walk(space: Space, largest: int) -> Iterator[Option]:
    boards = []
    for board in space.boards(largest):
        boards.append(seats_of(board))
        if len(boards) > MOST:
            raise CannotTellError(
                f"There are more than {MOST} such boards. Ask for fewer, for instance with a smaller total."
            )
    staff = _most_staff(space)
    for seats in sorted(boards, key=lambda one: (sum(one.values()), tuple(-one[seat] for seat in SEATS))):
        yield Option(seats, sum(seats.values()), staff(seats))


def _most_staff(space: Space) -> Callable[[Mapping[str, int]], int | None]:
    """Give what says of a board the most co-opted governors that may be employed at the school."""
    if CO_OPTED_STAFF not in space.names:
        return lambda _: None
    staff = space.names.index(CO_OPTED_STAFF)
    limits = []
    for row in (row for rows in space.search for row in rows):
        weights = dict(row.weights)
        if (weight := weights.pop(staff, 0)) < 0:
            limits.append((row.constant, -weight, tuple(weights.items())))
    # A relation may count other parts of categories, too, of which each board was given one choice.
    alone = all(place < len(SEATS) for _, _, others in limits for place, _ in others)

    def most(board: Mapping[str, int]) -> int | None:
        counts = [board[seat] for seat in SEATS]
        if alone:
            return min(
                (constant + sum(weight * counts[place] for place, weight in others)) // by
                for constant, by, others in limits
            )
        same = (one for seat in SEATS for one in of_wish(Wish(seat, board[seat], board[seat])))
        return greatest(space.also(*same), CO_OPTED_STAFF, below=board["co_opted"])

    return most


def _beyond(space: Space, beyond: int | None, largest: int) -> Iterator[Consequence]:
    """Say of what size boards begin where none has as few seats as were listed."""
    if beyond is None:
        return
    smaller = space.also(*of_wish(Wish(TOTAL, None, beyond - 1)))
    yield Consequence(
        f"No board of up to {largest} seats meets the wishes; the smallest lawful board that does has {beyond}.",
        _citations(smaller, smallest_conflict(smaller)),
    )


def _consequences(
    book: RuleBook, law: Space, space: Space, smallest: int | None, staff: Mapping[int, int]
) -> Iterator[Consequence]:
    if smallest is None:
        return
    smaller = law.also(*of_wish(Wish(TOTAL, None, smallest - 1)))
    yield Consequence(
        f"The smallest lawful board has {smallest} seats.", _citations(smaller, smallest_conflict(smaller))
    )
    if multiple := _multiple(law):
        by, rest, sources = multiple
        always = "even" if (by, rest) == (2, 0) else f"{rest} more than a multiple of {by}"
        yield Consequence(f"The total is always {always}.", _citations(law, sources))
    if staff:
        total, most = next(iter(staff.items()))
        more = space.also(*of_wish(Wish(TOTAL, total, total)), *of_wish(Wish(CO_OPTED_STAFF, most + 1, None)))
        counting = {
            rule.citation for rule in book.rules if rule.require and CO_OPTED_STAFF in rule.require.weights
        }
        cited = _citations(more, smallest_conflict(more))
        yield Consequence(_staff_words(staff), tuple(sorted({*cited, *counting})))


def _multiple(law: Space) -> tuple[int, int, frozenset[int]] | None:
    """Find of what the total is always a multiple, from as few provisions as may be."""
    exact = [n for n, one in enumerate(law.constraints) if one.exact]
    if (found := _remainder(law, exact)) is None:
        return None
    for number in list(exact):
        fewer = [n for n in exact if n != number]
        if _remainder(law, fewer) == found:
            exact = fewer
    return (*found, frozenset(exact))


def _remainder(law: Space, exact: list[int]) -> tuple[int, int] | None:
    found = remainder(law.equalities(exact), TOTAL)
    return found and found[:2]


def _citations(space: Space, numbers: frozenset[int]) -> tuple[str, ...]:
    rules = (space.constraints[number].rule for number in sorted(numbers))
    return tuple(dict.fromkeys(rule.citation for rule in rules if rule))


def _staff_words(staff: Mapping[int, int]) -> str:
    parts = []
    for most in sorted(set(staff.values())):
        totals = tuple(total for total, number in staff.items() if number == most)
        spans = [str(a) if a == b else f"{a} to {b}" for a, b in runs(totals)]
        parts.append(f"{most or 'none'} with {listed(spans)} seats")
    return f"Co-opted governors who may be employed at the school, at most: {'; '.join(parts)}."


def _facts(kind: Kind, given: Mapping[str, int]) -> dict[str, Any]:
    named = ("foundation", "head_resigned", "religious_character", "phase", "mix")
    facts = {name: kind.value(name) for name in named}
    return {name: value for name, value in {**facts, **given}.items() if value}

"""Each category of a block with the numbers it may come to, the likeliest first, and why."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from governance.reading.board.blocks import FULL, LEADS, Block
from governance.reading.board.items import NOBODY, PEOPLE, REFERENCE, ROWS, Seat
from governance.reading.phrases.language import stem
from governance.reading.phrases.lexer import NUMBERS, PLACE, letters, lex

OLD_WORDING: Final = (
    "the head teacher is counted within the staff governors, as the Regulations of 2007 put it"
)
ONLY_NEW: Final = "the change is told without a full list of seats"
PASSING: Final = "it is said in passing, and the stated total has no room for it"
ADDED: Final = "added up from several lines"
ONCE: Final = "listed more than once"
TWO_WAYS: Final = "each number may belong to the words before it or behind it"
BY_WHOM: Final = "it is named by who appoints"
BY_PLACE: Final = "a place is taken for its council"
SHARED: Final = "so many each are given to several categories together"
EACH: Final = "so many from each"
"""The doubt of seats that are given for each school: where a total has room for two schools, twice as many."""
HEAD_AMONG: Final = "the total has room for the head teacher among the staff governors alone"
BESIDES: Final = "the seats named by office or appointer have lines of their own"
LISTED: Final = "those who appoint some of them are listed besides"
SOME: Final = "some of them are told of besides"
NO_NUMBER: Final = "{} is named without a number"

_MOST: Final = 60
"""More lines on one category than any board has; they are not compared with each other."""
_AND: Final = re.compile("G?[&,+]")


@attrs.frozen
class Choice:
    """One category of a block: the numbers it may come to, the likeliest first, with why."""

    category: str
    values: tuple[tuple[int, str], ...]
    seats: tuple[Seat, ...]


def choices(block: Block) -> list[Choice]:
    """Give every category of a block with the numbers it may come to."""
    by_category: dict[str, list[Seat]] = {}
    for seat in block.seats:
        if seat.item.category != NOBODY:
            by_category.setdefault(seat.item.category, []).append(seat)
    firm = block.full or len(by_category) >= FULL
    found = [
        _choice(category, seats)
        for category, seats in by_category.items()
        if firm or any(not seat.item.alone for seat in (block.seats if category == "head_teacher" else seats))
    ]
    return [_with_head(one, by_category) for one in found]


def _with_head(staff: Choice, told: Mapping[str, Sequence[Seat]]) -> Choice:
    """Let a total show that a head teacher who is named in the line on the staff, or with one in the next, is among them."""
    alone = [(seat.passage, seat.item.end) for seat in told.get("head_teacher", ()) if seat.item.alone]
    lines = {line.number - bool(_AND.match(letters(lex(line.text[end:])))) for line, end in alone}
    least = min((count for count, _ in staff.values), default=0) - 1
    if staff.category != "staff" or least < 1 or not lines & {seat.passage.number for seat in told["staff"]}:
        return staff
    return attrs.evolve(staff, values=(*staff.values, (least, HEAD_AMONG)))


def _choice(category: str, seats: Sequence[Seat]) -> Choice:
    if again := tuple(seat for seat in seats if seat.again):
        told = _choice(category, [seat for seat in seats if not seat.again])
        listed_twice = [(2 * count, f"{ADDED}: {_quotes(seats)}") for count, _ in told.values[:1]]
        listed_once = [(count, why or f"{ONCE}: {_quotes(seats)}") for count, why in told.values]
        return Choice(category, (*listed_once, *listed_twice), (*told.seats, *again))
    counted = [seat for seat in seats if seat.item.count is not None]
    if not counted:
        return Choice(category, (), tuple(seats))
    parts = _parts(counted)
    firm = _firm([seat for seat in counted if seat not in parts])
    if category == "foundation":
        own = {id(seat) for seat in (*firm, *parts)}
        beside = [seat for seat in counted if seat.weak and id(seat) not in own]
        whole = _foundation(firm, beside)
        besides = [(whole.values[0][0] + _sum(parts), BESIDES)] if parts else []
        return Choice(category, (*whole.values, *besides), (*whole.seats, *parts))
    one, first = firm[0].item, firm[0].item.count or 0
    if len(firm) == 1:
        without = [(first - one.vacant, "")] if one.vacant else [(0, PASSING)]
        other = without if one.vacant or firm[0].weak or one.besides else []
        other += [(2 * first, EACH)] if one.doubt == EACH else []
        other += [(first + _sum(parts), f"{ADDED}: {_quotes(firm)}")] if parts else []
        return Choice(category, ((first, _why(firm[0]) or (SOME if parts else "")), *other), (*firm, *parts))
    quotes = _quotes(firm)
    added, once = (_sum(firm), f"{ADDED}: {quotes}"), (first, f"{ONCE}: {quotes}")
    if len({_bare(seat) for seat in firm}) == len(firm):
        return Choice(category, (added, once), firm)
    differ = len({seat.item.count for seat in firm}) > 1
    return Choice(category, ((-1, quotes), once, added) if differ else (once, added), firm)


def _parts(counted: Sequence[Seat]) -> list[Seat]:
    """Give the seats that stand beneath a number of such seats, or behind it, and are some of them: who appoints "Foundation governors (9)"."""
    found = []
    for one in counted if len(counted) <= _MOST else ():
        below = range(one.passage.number + 1, one.passage.number + 1 + LEADS * (not one.passage.line.mark))
        beneath = [
            seat
            for seat in counted
            if seat.passage.under is one.passage
            or (seat.passage.line.mark and seat.passage.number in below)
            or _some(seat, one)
        ]
        if not one.item.alone and _sum(beneath) <= _sum([one]) > 1:
            found += beneath
    return found


def _some(seat: Seat, one: Seat) -> bool:
    """Whether staff told of behind staff governors are some of them: "4 staff governors, 3 teachers and 1 support"."""
    behind = (
        seat.passage is one.passage and seat.item.start > one.item.start and seat.item.category == "staff"
    )
    called = ["govern" in each.passage.text[each.item.start : each.item.end].lower() for each in (one, seat)]
    return behind and called == [True, False]


def _firm(counted: Sequence[Seat]) -> tuple[Seat, ...]:
    """Give what counts of some seats: numbers of a list, or else of running words, or else the first that is only named."""
    certain = [seat for seat in counted if not (seat.item.definite or seat.item.doubt)]
    numbers = [seat for seat in certain if not seat.item.alone]
    listed = [seat for seat in certain if not seat.weak]
    told = [seat for seat in numbers if not (seat.item.form == "article" or seat.item.newer)]
    leading = [seat for seat in told if seat.leads]
    if counted[0].item.category == "foundation":
        told, leading = [] if listed else numbers, []
    ranked = (
        [seat for seat in numbers if not seat.weak],
        leading,
        told,
        listed[:1],
        [seat for seat in counted if not (seat.item.definite or seat.item.alone)],
        counted[:1],
    )
    return tuple(next(filter(None, ranked)))


def _sum(seats: Sequence[Seat]) -> int:
    return sum(seat.item.count or 0 for seat in seats)


def _quotes(seats: Sequence[Seat]) -> str:
    return "; ".join(dict.fromkeys(seat.passage.words for seat in seats))


def _foundation(firm: tuple[Seat, ...], beside: Sequence[Seat]) -> Choice:
    """Foundation seats that are named by who appoints them are a breakdown of a number, or the number itself.

    What is said `beside` them in running words is the whole where it is no fewer than they are, and else one more.
    """
    if all(seat.item.by_whom == "appointer" for seat in firm):
        said = [seat for seat in beside if not (seat.item.by_whom or seat.item.doubt)]
        whole = [seat for seat in said if (seat.item.count or 0) >= _sum(firm)]
        firm = (*(whole or [seat for seat in said if seat.item.count == 1])[:1], *firm)
    named = tuple(seat for seat in firm if seat.item.by_whom in ("", "label"))
    whose = tuple(seat for seat in firm if seat.item.by_whom not in ("", "label"))
    base, parts, quotes = _sum(named), _sum(whose), _quotes(firm)
    values: tuple[tuple[int, str], ...]
    one, why = (named or whose)[0].item, _why((named or whose)[0])
    if named and whose:
        both = (base + parts, f"{BESIDES}: {quotes}")
        alone = (base, LISTED)
        by = {seat.item.by_whom for seat in whose}
        breakdown = parts <= base and (by <= _LISTED or (parts == base and "appointer" in by))
        values = (alone, both) if breakdown else (both, (parts, LISTED), alone)
    elif len(firm) > 1:
        added = f"{ADDED}: {quotes}" if named else f"added up by who appoints: {quotes}"
        values = ((base + parts, added), (one.count or 0, quotes if named else LISTED))
    else:
        plainly = "foundation" in firm[0].passage.text[one.start : one.end].lower()
        by_label = BY_WHOM if one.by_whom else ""
        values = ((base + parts, why or by_label if named else why if plainly else BY_WHOM),)
    return Choice("foundation", values, named or whose)


_LISTED: Final = {"appointer", "holder"}


def _why(seat: Seat) -> str:
    """Say why the number of some seats is inferred; "" where it is stated."""
    item = seat.item
    reasons = {
        OLD_WORDING: item.head_inside,
        item.form: item.form in (PEOPLE, ROWS, REFERENCE),
        ONLY_NEW: item.newer,
        TWO_WAYS: item.two_ways,
        BY_PLACE: item.by_whom == PLACE,
        SHARED: item.form == "shared",
        NO_NUMBER.format("the head teacher" if item.category == "head_teacher" else "it"): item.alone
        and item.form == "alone",
    }
    return next((because for because, holds in reasons.items() if holds), "")


def _bare(seat: Seat) -> str:
    text = seat.passage.text[seat.item.start :]
    words = re.findall("[a-z]{3,}", re.split("[,;.]", text, maxsplit=1)[0].lower())
    return " ".join(stem(word) for word in words if word not in NUMBERS)

"""Each category of a block with the numbers it may come to, the likeliest first, and why."""

import re
from typing import Final

import attrs

from governance.reading.board.blocks import FULL, Block
from governance.reading.board.items import NOBODY, REFERENCE, Seat
from governance.reading.phrases.language import stem
from governance.reading.phrases.lexer import NUMBERS, PLACE

OLD_WORDING: Final = (
    "the head teacher is counted within the staff governors, as the Regulations of 2007 put it"
)
PEOPLE: Final = "the people who sit for it are counted, with the vacancies"
ROWS: Final = "the rows are counted: one for each governor"
ONLY_NEW: Final = "the change is told without a full list of seats"
PASSING: Final = "it is said in passing, and the stated total has no room for it"
ADDED: Final = "added up from several lines"
ONCE: Final = "listed more than once"
TWO_WAYS: Final = "each number may belong to the words before it or behind it"
BY_PLACE: Final = "a place is taken for its council"
SHARED: Final = "so many each are given to several categories together"
NO_NUMBER: Final = "{} is named without a number"


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
    return [
        _choice(category, seats)
        for category, seats in by_category.items()
        if firm or any(not seat.item.alone for seat in (block.seats if category == "head_teacher" else seats))
    ]


def _choice(category: str, seats: list[Seat]) -> Choice:
    counted = [seat for seat in seats if seat.item.count is not None]
    if not counted:
        return Choice(category, (), tuple(seats))
    listed = [seat for seat in counted if not seat.weak and not seat.item.definite and not seat.item.doubt]
    firm = (
        [seat for seat in listed if not seat.item.alone]
        or listed[:1]
        or [seat for seat in counted if not seat.item.definite and not seat.item.alone]
        or counted[:1]
    )
    if category == "foundation":
        return _foundation(firm)
    counts = [seat.item.count or 0 for seat in firm]
    first, together = counts[0], sum(counts)
    if len(firm) == 1:
        without = (
            ((first - firm[0].item.vacant, ""),)
            if firm[0].item.vacant
            else ((0, PASSING),)
            if firm[0].weak
            else ()
        )
        return Choice(category, ((first, _why(firm[0])), *without), (firm[0],))
    quotes = "; ".join(seat.passage.words for seat in firm)
    added = (together, f"{ADDED}: {quotes}")
    once = (first, f"{ONCE}: {quotes}")
    if len({_bare(seat) for seat in firm}) == len(firm):
        return Choice(category, (added, once), tuple(firm))
    if len(set(counts)) > 1:
        return Choice(category, ((-1, quotes), once, added), tuple(firm))
    return Choice(category, (once, added), tuple(firm))


def _foundation(firm: list[Seat]) -> Choice:
    """Foundation seats that are named by who appoints them are a breakdown of a number, or the number itself."""
    named = [seat for seat in firm if seat.item.by_whom in ("", "label")]
    whose = [seat for seat in firm if seat.item.by_whom not in ("", "label")]
    base, parts = sum(seat.item.count or 0 for seat in named), sum(seat.item.count or 0 for seat in whose)
    quotes = "; ".join(seat.passage.words for seat in firm)
    if not whose:
        if len(named) == 1:
            why = _why(named[0]) or ("it is named by who appoints" if named[0].item.by_whom else "")
            return Choice("foundation", ((base, why),), (named[0],))
        first = named[0].item.count or 0
        return Choice("foundation", ((base, f"{ADDED}: {quotes}"), (first, quotes)), tuple(named))
    if not named:
        plainly = (
            _why(whose[0]) if "foundation" in whose[0].passage.text.lower() else "it is named by who appoints"
        )
        return Choice(
            "foundation",
            ((parts, f"added up by who appoints: {quotes}" if len(whose) > 1 else plainly),),
            tuple(whose),
        )
    both = (base + parts, f"the seats named by office or appointer have lines of their own: {quotes}")
    alone = (base, "those who appoint some of them are listed besides")
    breakdown = parts <= base and all(seat.item.by_whom in ("appointer", "holder") for seat in whose)
    return Choice("foundation", (alone, both) if breakdown else (both, alone), tuple(named))


def _why(seat: Seat) -> str:
    if seat.item.head_inside:
        return OLD_WORDING
    if seat.item.form in (PEOPLE, ROWS):
        return seat.item.form
    if seat.item.newer:
        return ONLY_NEW
    if seat.item.two_ways:
        return TWO_WAYS
    if seat.item.by_whom == PLACE:
        return BY_PLACE
    if seat.item.form == REFERENCE:
        return REFERENCE
    if seat.item.form == "shared":
        return SHARED
    if seat.item.alone and seat.item.form == "alone":
        return NO_NUMBER.format("the head teacher" if seat.item.category == "head_teacher" else "it")
    return ""


def _bare(seat: Seat) -> str:
    text = seat.passage.text[seat.item.start :]
    words = re.findall("[a-z]{3,}", re.split("[,;.]", text, maxsplit=1)[0].lower())
    return " ".join(stem(word) for word in words if word not in NUMBERS)

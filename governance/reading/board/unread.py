"""Each line of the board gave a value, is set aside for a reason, or is listed with the seats it leaves open."""

import bisect
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final

from governance.model.names import CO_OPTED_STAFF, SEATS, UNKNOWN
from governance.reading.board.blocks import FULL, Block, Found
from governance.reading.board.choices import ADDED, choices
from governance.reading.board.items import NOBODY, PEOPLE, ROWS, Left, Seat
from governance.reading.board.settle import FITS, OLD
from governance.reading.board.tables import cells_of
from governance.reading.evidence import Evidence, Unread
from governance.reading.phrases.language import stem
from governance.reading.phrases.lexer import letters, lex
from governance.reading.text.passages import Passage

TOTAL: Final = "seats.total"
RANGE: Final = "it gives a limit or a range, and no number"
NO_TOTAL: Final = "the total cannot be read"
LINE: Final = "it was not understood"
AGAIN: Final = "other lines give such seats, too, and the total has no room for all of them"
LIMIT: Final = "a limit"

_TAIL: Final = 3
_NEAR: Final = 6
_LONGEST_ITEM: Final = 80
_ASIDE: Final = re.compile("[lQRwhopr]|X$|d")
"""The law, another body, who holds no seat, vacancies and people in post, something else, what was, a day or a term."""
_PUT_THERE: Final = re.compile("G[^To]{0,60}T")
_WORDS: Final = re.compile(r"[a-z]{2}", re.IGNORECASE)
_NO_TOTAL: Final = re.compile("O[^NCHA.;#]{0,9}(?:b[^NCHA.;#]?N|z|N[t&|]N|(?P<big>d))")
_BIG: Final = re.compile(r"\d{1,3}(?:,?\d{3})+|\d{3}")


def unread_lines(
    read: Sequence[Passage],
    found: Found,
    used: Sequence[Block],
    evidence: Sequence[Evidence],
    *,
    before: Sequence[Block] = (),
    taken: Collection[int] = (),
) -> list[Unread]:
    """List what was not understood of a board that stands in the blocks `used`; `before` are those of an older one.

    `evidence` is all that was read, `taken` are passages on the foundation. Where a stated total is the sum of the seats, only
    an item of the list that gives a number of its own is listed: what else is left over explains seats that are confirmed.
    """
    seats: dict[int, list[Seat]] = {}
    for seat in (seat for block in found.blocks for seat in block.seats):
        seats.setdefault(seat.passage.number, []).append(seat)
    counted = [seat for block in (*used, *before) for one in choices(block) for seat in one.seats]
    gives = {seat.passage.number for seat in counted}
    listed = [
        seat.passage
        for seat in counted
        if seat.leads and not (seat.weak or seat.item.alone or seat.item.form in (PEOPLE, ROWS))
    ]
    items = _items(read, [one for one in listed if one.role not in OLD])
    stops = 2 * sum(one.text.rstrip().endswith(".") for one in listed) > len(listed)
    certain = confirmed(evidence)
    settled = {one.field.removeprefix("seats."): one.value for one in evidence}
    beside = _told_beside(found, items, [*used, *before]) if certain else set()
    others = {*taken, *found.aside, *(one.number for one in gave(read, evidence))}
    others |= {one.passage.number for one in found.totals if one.claim.plainly}
    people = {one.number for one in read if one.number in items and letters(lex(one.text)).startswith("s")}
    others |= people if len(people) >= len(gives & items.keys()) else set()
    of_staff = {one.number for one in gave(read, [one for one in evidence if CO_OPTED_STAFF in one.field])}
    whole = {id(seat) for block in used if block.full and block.numbered for seat in block.seats}
    lines: list[Unread] = []
    for passage in read:
        number, surely = passage.number, items.get(passage.number)
        if (passage.role in OLD and surely is None) or (number in others and number not in seats):
            continue
        left = _left_over(passage, found, settled, item=bool(surely))
        own = [one for one in seats.get(number, ()) if number not in of_staff or not one.item.doubt]
        counts = {seat.item.category for seat in own if seat.item.count is not None}
        doubted = [seat for seat in own if _open(seat, whole, settled) and seat.item.category not in counts]
        why = RANGE if any(one.limit for one in left) else LINE
        named: list[str] = []
        if doubted and not (certain and (number in gives or surely is None)):
            doubt = doubted[0].item.doubt
            why = RANGE if doubt == LIMIT else f"no exact number is given: {doubt}" if doubt else LINE
            named = [seat.item.category for seat in doubted]
        elif number in gives:
            told = ("staff",) if number in of_staff else None
            besides = [one for one in left if one.people and one.categories != told]
            if not besides or (certain and passage.opens) or cells_of(passage):
                continue
            why, named = RANGE if besides[0].limit else LINE, [*besides[0].categories]
        elif surely is None:
            named = [seat.item.category for seat in own if _gives(seat) and _differs(seat, settled)]
            if not named or certain or passage.role or _ASIDE.search(letters(lex(passage.text))):
                continue
            why = LINE
        elif any(_gives(seat) and not _in_passing(seat) for seat in own if number not in beside) or (
            not any(_tells_again(seat, settled) for seat in own)
            and _is_item(passage, left, settled, certain=certain, surely=surely, stops=stops)
        ):
            named = [str(one.value) for one in lex(passage.text) if one.letter in "CH"]
            named += [name for one in left for name in one.categories]
        else:
            continue
        lines.append(_unread(passage, why, named))
    lines += _listed_again(used, evidence)
    return lines if certain else [*lines, *_no_totals(read)]


def _told_beside(found: Found, items: Mapping[int, bool], used: Sequence[Block]) -> set[int]:
    """Give what stands beside a list that comes to its total: other whole lists, and words behind it that are no item of it."""
    own = {id(block) for block in used}
    others = (block for block in found.blocks if block.full and id(block) not in own)
    other = {one.number for block in others for one in block.passages}
    last = max((one.number for block in used for one in block.passages), default=0)
    return {number for number, surely in items.items() if number in other or (number > last and not surely)}


def _left_over(passage: Passage, found: Found, settled: Mapping[str, Any], *, item: bool) -> list[Left]:
    """Give the numbers of a line of which nothing is known; an `item` of the list may give as many seats as there are in all."""
    total = settled.get("total")
    called = [one.claim for one in found.totals if one.passage is passage and one.claim.value == total]
    explained = {one.start for one in called}
    over = (one for at, one in found.left if at is passage and one.start not in explained)
    return [one for one in over if not _explained(one, settled, None if item and not called else total)]


def confirmed(evidence: Sequence[Evidence]) -> bool:
    """Whether a total that the document states is the sum of the seats that were read."""
    known = {one.field.removeprefix("seats."): one for one in evidence if one.because != FITS}
    counts = [known[seat].value for seat in SEATS if seat in known]
    total = known["total"].value if "total" in known else None
    return total is not None and all(isinstance(one, int) for one in counts) and total == sum(counts)


def gave(read: Sequence[Passage], evidence: Sequence[Evidence]) -> Iterator[Passage]:
    """Give the passages whose words gave a value."""
    told: dict[object, set[str]] = {}
    for one in evidence:
        # A line on a term may give a seat besides: "a further governor ... for a term of four years".
        if one.because != FITS and not one.field.startswith("terms."):
            told.setdefault(one.where, set()).add(one.words)
    for passage in read:
        if any(passage.words in words for words in told.get(passage.where, ())):
            yield passage


def _listed_again(used: Sequence[Block], evidence: Sequence[Evidence]) -> list[Unread]:
    """Find the seats that several lines give in words of their own, of which a total has room for one line alone.

    Where that is so of as many categories as make a list, another board is told beside, and the total says which is meant.
    """
    found = []
    settled = {one.field: one.because for one in evidence}
    several = (one for block in used for one in choices(block) if len(one.values) > 1)
    for one in (one for one in several if one.category != "foundation"):
        (_, added), (_, once) = one.values[:2]
        words = [seat.passage.text[seat.item.start : seat.item.end] for seat in one.seats]
        # A teacher and one of the support staff are two of the staff; the LA and the council are one.
        said = {
            " ".join(map(stem, own.split())) if one.category == "staff" else letters(lex(own))
            for own in words
        }
        together = len({id(seat.passage.under) for seat in one.seats}) == 1 < len(said)
        if together and added.startswith(ADDED) and once == settled.get(f"seats.{one.category}"):
            found.append(_unread(one.seats[-1].passage, AGAIN, [one.category]))
    return found if len(found) < FULL else []


def _gives(seat: Seat) -> bool:
    """Whether a line begins with a number of seats of its own; it was read, and no board was made of it."""
    item = seat.item
    number = item.count is not None and not (item.alone or item.definite or item.doubt or item.by_whom)
    return number and seat.leads and not seat.weak and item.category != NOBODY


def _in_passing(seat: Seat) -> bool:
    """Whether "a parent governor" is one who does something, or to whom something happens, and no seat."""
    return seat.item.form == "article" and bool(_ASIDE.search(letters(lex(seat.passage.text))))


def _differs(seat: Seat, settled: Mapping[str, Any]) -> bool:
    return settled.get(seat.item.category) not in (seat.item.count, UNKNOWN)


def _items(read: Sequence[Passage], listed: Sequence[Passage]) -> dict[int, bool]:
    """Give the passages between, next behind or led in like lines that give seats, and whether each surely is one."""
    inside: dict[int, bool] = {}
    given = {one.number: one for one in listed}
    places = sorted(given)
    for passage in read:
        at = bisect.bisect_right(places, passage.number)
        before = given[places[at - 1]] if at else None
        after = given[places[at]] if at < len(places) else None
        behind = passage.number - before.number if before else _NEAR
        if behind == 0 or (before and after and after.number - before.number < _NEAR):
            inside[passage.number] = True
        elif before and behind <= _TAIL and passage.under is before.under and not passage.opens:
            inside[passage.number] = bool(passage.line.mark and before.line.mark)
        elif (
            after
            and after.under
            and after.under.number < passage.number
            and after.number - passage.number <= _NEAR
        ):
            inside[passage.number] = False
    return inside


def _open(seat: Seat, whole: Collection[int], known: Mapping[str, Any]) -> bool:
    """Whether some seats are named, and without an exact number; one that only names them counts in a whole list.

    Running words on seats that a list numbers, such as what is done when one falls vacant, leave none open.
    """
    item = seat.item
    in_passing = seat.weak and isinstance(known.get(item.category), int)
    if item.count is not None or item.set_aside or item.category == NOBODY or in_passing:
        return False
    in_list = not seat.weak and id(seat) in whole
    return bool(item.doubt and (seat.leads or in_list)) or (
        seat.leads and in_list and item.category not in known
    )


def _explained(one: Left, known: Collection[str], total: object) -> bool:
    """Whether a number that was left over is all the governors, or tells who sits in foundation seats that were read."""
    if not one.categories:
        return one.value == total if one.value else not (one.people or one.limit)
    return set(one.categories) == {"foundation"} <= set(known)


def _tells_again(seat: Seat, known: Collection[str]) -> bool:
    """Whether words speak again of seats that were read elsewhere, or of those who hold none."""
    item = seat.item
    again = item.category in known and (bool(item.by_whom) or item.alone)
    return item.category == NOBODY or item.set_aside or item.definite or seat.weak or again


def _is_item(
    passage: Passage,
    left: Sequence[Left],
    known: Collection[str],
    *,
    certain: bool,
    surely: bool,
    stops: bool,
) -> bool:
    """Whether a line among the seats, of which nothing was made, may give some: by a number, or as it is written like the others."""
    text, form = passage.text, letters(lex(passage.text))
    named = {str(one.value) for one in lex(text) if one.letter in "CHA"}
    goes_on = text[:1].islower() and not passage.line.mark and not set(form) & set("NCH#za")
    cut_off = "O" in form and not set(form) & set("N#za")
    if passage.opens or goes_on or cut_off or not _WORDS.search(text) or len(text) > _LONGEST_ITEM:
        return False
    if cells_of(passage):
        return bool(left) and not certain
    near = [one for one in left if one.start <= _NEAR]
    sentence = text.endswith(".") and text[:1].isupper() and not stops
    if sentence and not named and "G" in form and not _PUT_THERE.search(form):
        return False  # "Two governors look after safeguarding."
    if certain or any(one.people for one in near):
        return any(one.people for one in near) and not (certain and _ASIDE.search(form))
    told = named <= set(known) if named else "B" in form or form.startswith("T")
    explains = sentence or told
    return not _ASIDE.search(form) and bool(near or (surely and not explains))


def _no_totals(read: Sequence[Passage]) -> Iterator[Unread]:
    """Find what is called the total and is no number that a board can have, or no number."""
    for passage in read:
        tokens = lex(passage.text)
        if match := _NO_TOTAL.search(letters(tokens)):
            last = tokens[match.end() - 1]
            if not match["big"] or _BIG.fullmatch(passage.text[last.start : last.end]):
                yield Unread(passage.words, passage.where, NO_TOTAL, (TOTAL,))


def _unread(passage: Passage, why: str, named: Sequence[str]) -> Unread:
    seats = dict.fromkeys(f"seats.{seat}" for seat in named if seat in SEATS)
    return Unread(passage.words, passage.where, why, tuple(seats))

"""The sentences of a document as blocks: runs of seats that belong together, each telling of one board."""

import bisect
import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final, TypeVar

import attrs

from governance.reading.board.items import NOBODY, REFERENCE, Claim, Item, Left, Seat
from governance.reading.board.parts import adds_up, apart
from governance.reading.board.scan import referred
from governance.reading.board.tables import Told, cells_of, table_rows
from governance.reading.phrases.lexer import letters, lex
from governance.reading.phrases.words import sentence_of
from governance.reading.text.passages import Passage, role_of
from governance.reading.text.passages import Sentence as Sentence_

FORMER: Final = "former"
"""The role of a board that is no more; "current" may be the board that is asked for, where there is no other."""

FULL: Final = 3
"""So many categories with a number are a board; fewer are said in passing."""

_REPEATS: Final = 2
_Placed = TypeVar("_Placed", Item, Left)
_ASIDE: Final = re.compile(
    "[^NCHK#]{0,60}[lQ]|[^NCHKO#]{0,6}h|[^NCHK#]{0,6}w[^NCHK#.]{0,6}:|cb|[^NCHK#]{0,30}bO"
)
"""Words of law, of another body, of people in post or of vacancies before any seats, or "if more than" or the least total at the start: no board."""
_OWN: Final = re.compile(
    r"(?:the )?committee (?:is|shall|has|will|consists?|comprises?)(?![a-z])", re.IGNORECASE
)
_FIRM: Final = 2
LEADS: Final = 6


@attrs.frozen
class Total:
    """A claim with the passage it stands in, and which board it tells of."""

    claim: Claim
    passage: Passage
    role: str = ""


@attrs.define
class Block:
    """Seats that stand together, and of which board they tell."""

    role: str = ""
    seats: list[Seat] = attrs.field(factory=list)

    @property
    def passages(self) -> list[Passage]:
        """The passage of each seat."""
        return [seat.passage for seat in self.seats]

    @property
    def categories(self) -> set[str]:
        """Every category that has a number."""
        return {seat.item.category for seat in self.seats if seat.item.count is not None} - {NOBODY}

    @property
    def firm(self) -> set[str]:
        """Every category that a line of a list numbers, and no running words."""
        told = [seat for seat in self.seats if not (seat.weak or seat.item.definite)]
        return {seat.item.category for seat in told if seat.item.count is not None} - {NOBODY}

    @property
    def full(self) -> bool:
        """Whether it is a whole board, as far as can be told."""
        return len(self.categories) >= FULL and self.numbered

    @property
    def numbered(self) -> bool:
        """Whether its seats have numbers, and are not only named."""
        firm = {
            seat.item.category for seat in self.seats if seat.item.count is not None and not seat.item.alone
        }
        return len(firm - {NOBODY}) >= _FIRM


@attrs.frozen
class Found:
    """All that the passages give: blocks, totals, and numbers that nothing was made of.

    `aside` are the passages in which nothing is looked for, because they speak of the law, of another body or of people.
    """

    blocks: tuple[Block, ...]
    totals: tuple[Total, ...]
    left: tuple[tuple[Passage, Left], ...]
    aside: frozenset[int] = frozenset()


def blocks(read: Sequence[Passage], of_foundation: Collection[int] = ()) -> Found:
    """Part the seats of all passages into blocks; those `of_foundation` say only whose such seats are."""
    found: list[Block] = [Block()]
    totals: list[Total] = []
    left_over: list[tuple[Passage, Left]] = []
    aside: set[int] = set()
    rows = table_rows(read)
    opened, rules, heading, before = 0, None, "", ""
    explained: Passage | None = None
    unit = any("management committee" in passage.text.lower() for passage in read)
    for passage, after in itertools.zip_longest(read, read[1:]):
        if passage.opens:
            lead = passage.sentences[-1].text
            own = (unit and _OWN.match(lead)) or any(
                one.plainly for told in passage.sentences[:-1] for one in sentence_of(told.text).claims
            )
            rules = passage if _ASIDE.match(letters(lex(lead))) and not own else None
        if passage is explained or (rules is not None and rules in (passage, passage.under)):
            aside.add(passage.number)
            continue
        told = rows.get(passage.number) or list(
            _told(passage, passage.context if passage.first else before, heading)
        )
        alone = _ALONE.fullmatch(letters(lex(passage.text)))
        heading = str(lex(passage.text)[alone.start("label")].value) if alone else ""
        before = passage.text if passage.text.rstrip().endswith("?") else ""
        if not told:
            aside.add(passage.number)
        if passage.number in of_foundation:
            told = [
                (role, list(_whose(seats)), tuple(one for one in claims if not one.if_it_fits), ())
                for role, seats, claims, _ in told
            ]
        other = after is not None and (after.text[:1] == "(" or after.line.mark != passage.line.mark)
        if other and told and (held := _held(told[-1][1], after.text)):
            told[-1][1][-1:] = held
            explained = after
        if passage.opens and not any(seat.item.count for _, seats, _, _ in told for seat in seats):
            opened = len(found)
            found.append(Block(passage.role))
        for role, seats, claims, left in told:
            totals += [Total(claim, passage, role) for claim in claims]
            left_over += [(passage, one) for one in left]
            if seats:
                _place(found, opened, seats, role)
    parted = (one for block in found if block.seats for one in _by_itself(block, totals))
    whole = tuple(_once(_in_line(block)) for block in parted)
    return Found(whole, tuple(totals), tuple(left_over), frozenset(aside))


def _in_line(block: Block) -> Block:
    """Take a line next to those of a list for one of it where its number begins it or ends it, whatever it explains."""
    lines = {id(seat): seat for seat in block.seats if _is_line(seat)}
    listed = {seat.passage.number: seat.item.category for seat in lines.values() if not seat.weak}
    numbers = Counter(seat.passage.number for seat in block.seats if seat.item.count)
    made = []
    for seat in block.seats:
        before, after = (listed.get(seat.passage.number + by) for by in (-1, 1))
        again = before == seat.item.category and not seat.item.start
        within = id(seat) in lines and (before or after) and not again and numbers[seat.passage.number] == 1
        made.append(attrs.evolve(seat, leads=True, weak=False) if within else seat)
    return Block(block.role, made)


def _is_line(seat: Seat) -> bool:
    """Whether a line that opens no list begins or ends with the number of some seats."""
    item, ends = seat.item, seat.item.end >= len(seat.passage.text.rstrip(" ).|"))
    if item.count is None or item.alone or item.doubt or item.definite or seat.passage.opens:
        return False
    return (item.form == "number first" and not item.start) or (item.form == "label first" and ends)


def _once(block: Block) -> Block:
    """Take a whole list that stands twice as told again: before some place and behind it the seats come to the same numbers."""
    counts = [Counter({seat.item.category: seat.item.count or 0}) for seat in block.seats]
    together, before = sum(counts, Counter()), Counter[str]()
    for n, count in enumerate(counts if block.full else (), start=1):
        before += count
        if before + before == together:
            return Block(
                block.role, [*block.seats[:n], *(attrs.evolve(one, again=True) for one in block.seats[n:])]
            )
    return block


def _place(found: list[Block], opened: int, seats: list[Seat], role: str) -> None:
    """Put the seats of one sentence into the open block of their board, or into a new one where they begin another."""
    block = next((one for one in reversed(found[opened:]) if one.role == role), None)
    new = {seat.item.category for seat in seats if seat.item.count is not None and not seat.weak}
    repeats = len(new & block.categories) if block else 0
    goes_on = block is not None and block.seats[-1:] and block.seats[-1].passage is seats[0].passage
    begins = repeats > 0 or not goes_on
    whole = len(new) > FULL and block is not None and len(block.categories) < FULL and begins
    if block is None or whole or (repeats >= _REPEATS and len(new) > 1):
        block = Block(role)
        found.append(block)
    block.seats += seats


def _by_itself(block: Block, totals: Sequence[Total]) -> Iterator[Block]:
    """Part from a block the run of its seats that comes to a total at its head or foot, or stands in one line: others are told beside it."""
    firm = [seat for seat in block.seats if not (seat.weak or seat.item.definite)]
    runs: list[tuple[list[Seat], int]] = []
    if block.full and len(block.seats) <= _MOST_SEATS:
        lines = {id(seat.passage): [one for one in firm if one.passage is seat.passage] for seat in firm}
        runs += [(own, _FAR) for own in lines.values() if len(own) > FULL]
        runs += [run for total in _near(block, totals) for run in _sums(firm, total)]
    for own, foot in runs:
        run = Block(block.role, [seat for seat in block.seats if seat in own])
        rest = Block(block.role, [seat for seat in block.seats if seat not in own])
        if run.full and rest.seats and all(_beside(seat, run, foot) for seat in rest.seats):
            yield from (run, rest)
            return
    yield block


def _near(block: Block, totals: Sequence[Total]) -> Iterator[Total]:
    """Give the totals that stand with a block, and are not those of another board."""
    places = (block.passages[0].number - LEADS, block.passages[-1].number + 2)
    start, end = (bisect.bisect_left(totals, at, key=lambda one: one.passage.number) for at in places)
    yield from (one for one in totals[start:end] if one.role in (block.role, "", "proposed"))


def _sums(firm: list[Seat], total: Total) -> Iterator[tuple[list[Seat], int]]:
    """Give the seats behind a total, and those before it, that come to it; with the place of the total at their foot."""
    at, plainly = total.passage.number, not total.claim.if_it_fits
    behind = [seat for seat in firm if seat.passage.number >= at]
    before = [seat for seat in reversed(firm) if seat.passage.number <= at]
    for seats, far, foot in ((behind, LEADS if plainly else 1, _FAR), (before, 1, at)):
        sums = itertools.accumulate(seat.item.count or 0 for seat in seats)
        end = next((n for n, one in enumerate(sums, start=1) if one == total.claim.value), 0)
        if end and abs(seats[0].passage.number - at) <= far:
            yield seats[:end], foot


_MOST_SEATS: Final = 60
"""A block with more lines is no one board beside which others are told."""
_FAR: Final = 10**9


def _beside(seat: Seat, run: Block, foot: int) -> bool:
    """Whether a seat is told of beside a list, and is none of it: no line next to it, unless behind its total, and no other category."""
    apart = min(abs(seat.passage.number - one.number) for one in run.passages)
    again = seat.item.definite or seat.item.category in {*run.categories, NOBODY}
    return again and (apart > 1 or not seat.leads or seat.passage.number >= foot)


_OF_FOUNDATION: Final = {"office": "holder", "": "appointer", "label": "appointer", "appointer": "appointer"}


def _whose(seats: Sequence[Seat]) -> Iterator[Seat]:
    """Keep of a passage on the foundation only how many foundation governors it numbers, and by whom."""
    for seat in seats:
        item = seat.item
        if item.category == "foundation" and item.form in ("number first", "label first", "office"):
            by_whom = item.by_whom if seat.passage.opens else _OF_FOUNDATION.get(item.by_whom, "")
            yield attrs.evolve(seat, item=attrs.evolve(item, by_whom=by_whom))


def _held(seats: Sequence[Seat], words: str) -> list[Seat]:
    """Give staff whom the next line or sentence shares out between the head teacher and others."""
    last = seats[-1] if seats else None
    if last is None or last.item.category != "staff" or last.item.head_inside:
        return []
    told = adds_up(lex(words.strip("(). ")), last.item.count)
    return [attrs.evolve(last, item=one) for one in apart(last.item)] if told else []


_ALONE: Final = re.compile("D?(?P<label>[CH])G?[.:-]{0,9}")
_ANSWER: Final = re.compile("u?[.:]?N(?![^.;,:]{0,9}[CHA])")
_EXPLAINED: Final = re.compile("D?[CH]G?:a")
"""A label that is explained, and counts none besides: "Staff Governor: a member of staff"."""


def _told(passage: Passage, lead: str, heading: str) -> Iterator[Told]:
    """Read the sentences of a passage; `lead` are the words that it may answer, `heading` what the one before names alone."""
    asked, above = letters(lex(lead)), heading
    if "O" in asked and not set(asked) & set("CH") and (answer := _ANSWER.match(letters(lex(passage.text)))):
        number = lex(passage.text)[answer.end() - 1]
        yield passage.role, [], (Claim(number.value, number.start, plainly=True),), ()
    row = [Sentence_(" ; ".join(cells_of(passage)), 0, passage.role)] if len(passage.line.cells) > 1 else []
    before: list[Seat] = []
    for sentence in row or passage.sentences:
        if held := _held(before, sentence.text):
            before[-1:] = held
            continue
        tokens = lex(sentence.text)
        form = letters(tokens)
        made = sentence_of(sentence.text)
        if item := referred(tokens, heading):
            made = attrs.evolve(made, items=(item,), claims=(), left=(), leads=frozenset({item.start}))
        if _ASIDE.match(made.form) and "management committee" not in sentence.text.lower():
            continue
        named = {str(one.value) for one in tokens if one.letter in "CH"}
        heading = named.pop() if len(named) == 1 and not set(form) & set("N#") else heading
        if above == "co_opted":
            made = attrs.evolve(made, items=tuple(map(_co_opted, made.items)))
        if _EXPLAINED.match(form):
            made = attrs.evolve(made, items=tuple(attrs.evolve(one, definite=True) for one in made.items))
        counted = [item for item in made.items if item.count is not None]
        inline = len(counted) >= (_REPEATS if counted and counted[0].start in made.leads else FULL)
        single = made.explains and len({item.category for item in counted}) == 1
        seats = []
        for one in made.items:
            leads = one.start in made.leads
            weak = single or not (inline or (leads and not made.explains and not one.doubt))
            seats.append(Seat(_moved(one, sentence.start), passage, leads, weak))
        left, before = tuple(_moved(one, sentence.start) for one in made.left), seats
        yield _role(passage, sentence), seats, made.claims, left


def _co_opted(item: Item) -> Item:
    """Take community governors below the heading "Co-opted governors" for what the heading calls them."""
    called = item.category == "community"
    return attrs.evolve(item, category="co_opted", form=REFERENCE) if called else item


def _moved(one: _Placed, by: int) -> _Placed:
    """Give the place in the passage for that in the sentence."""
    return attrs.evolve(one, start=one.start + by, end=one.end + by)


def _role(passage: Passage, sentence: Sentence_) -> str:
    """Tell of which board a sentence speaks; one before the sentence that leads in a list has its own."""
    early = sentence.text[:_EARLY]
    before = passage.opens and sentence.start + len(sentence.text) < len(passage.text.rstrip())
    role: str = role_of(early) if before else sentence.role
    return FORMER if role_of(early) != "proposed" and _FORMER.match(letters(lex(early))) else role


_EARLY: Final = 60
_FORMER: Final = re.compile("[^NCH]?p|D?u?Bp")

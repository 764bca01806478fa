"""The sentences of a document as blocks: runs of seats that belong together, each telling of one board."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

import attrs

from governance.reading.board.items import NOBODY, Claim, Left, Seat
from governance.reading.board.scan import read_sentence, referred
from governance.reading.board.tables import cells_of, table_rows
from governance.reading.phrases.lexer import letters, lex
from governance.reading.text.passages import Passage, role_of
from governance.reading.text.passages import Sentence as Sentence_

FORMER: Final = "former"
"""The role of a board that is no more; "current" may be the board that is asked for, where there is no other."""

FULL: Final = 3
"""So many categories with a number are a board; fewer are said in passing."""

_REPEATS: Final = 2
_ASIDE: Final = re.compile("[^NCHK#]{0,60}[lQ]|[^NCHKO#]{0,6}h|[^NCHK#]{0,6}w[^NCHK#.]{0,6}:|cb")
"""Words of law, of another body, of people in post or of vacancies before any seats, or "if more than" at the start: no board."""
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
    head: Passage | None = None

    @property
    def categories(self) -> set[str]:
        """Every category that has a number."""
        return {seat.item.category for seat in self.seats if seat.item.count is not None} - {NOBODY}

    @property
    def full(self) -> bool:
        """Whether it is a whole board, as far as can be told."""
        return len(self.categories) >= FULL

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
    """Read every passage, and part the seats into blocks.

    `of_foundation` are passages on who appoints foundation governors: their numbers say whose those seats are.
    """
    found: list[Block] = [Block()]
    totals: list[Total] = []
    left_over: list[tuple[Passage, Left]] = []
    aside: set[int] = set()
    rows = table_rows(read)
    opened = 0
    rules: Passage | None = None
    asked, heading = False, ""
    for passage in read:
        if passage.opens:
            rules = passage if _ASIDE.match(letters(lex(passage.sentences()[-1].text))) else None
        if rules is not None and (passage is rules or passage.under is rules):
            aside.add(passage.number)
            continue
        told = rows.get(passage.number) or list(_told(passage, asked=asked, heading=heading))
        heading = _heading(passage)
        if not told:
            aside.add(passage.number)
        asked = passage.text.rstrip().endswith("?") and "O" in letters(lex(passage.text))
        if passage.number in of_foundation:
            told = [_whose(one) for one in told]
        if passage.opens and not any(seat.item.count for _, seats, _, _ in told for seat in seats):
            opened = len(found)
            found.append(Block(passage.role, head=passage))
        for role, seats, claims, left in told:
            totals += [Total(claim, passage, role) for claim in claims]
            left_over += [(passage, one) for one in left]
            if seats:
                _place(found, opened, seats, role)
    return Found(
        tuple(block for block in found if block.seats), tuple(totals), tuple(left_over), frozenset(aside)
    )


Told = tuple[str, list[Seat], tuple[Claim, ...], tuple[Left, ...]]


def _place(found: list[Block], opened: int, seats: list[Seat], role: str) -> None:
    """Put the seats of one sentence into the open block of their board, or into a new one where they begin another."""
    block = next((one for one in reversed(found[opened:]) if one.role == role), None)
    new = {seat.item.category for seat in seats if seat.item.count is not None and not seat.weak}
    repeats = len(new & block.categories) if block else 0
    whole = len(new) > FULL and block is not None and len(block.categories) < FULL
    if block is None or whole or (repeats >= _REPEATS and len(new) > 1):
        block = Block(role)
        found.append(block)
    block.seats += seats


_OF_FOUNDATION: Final = {"office": "holder", "": "appointer", "label": "appointer", "appointer": "appointer"}


def _whose(told: Told) -> Told:
    """Keep of a passage on the foundation only how many foundation governors it numbers, and by whom."""
    role, seats, _, _ = told
    kept = [
        attrs.evolve(seat, item=attrs.evolve(seat.item, by_whom=_OF_FOUNDATION.get(seat.item.by_whom, "")))
        if not seat.passage.opens
        else seat
        for seat in seats
        if seat.item.category == "foundation" and seat.item.form in ("number first", "label first", "office")
    ]
    return role, kept, (), ()


def _heading(passage: Passage) -> str:
    """Give the category that a line names, and nothing besides."""
    tokens = lex(passage.text)
    own = _ALONE.fullmatch(letters(tokens))
    return str(tokens[own.start("label")].value) if own else ""


_ALONE: Final = re.compile("D?(?P<label>[CH])G?[.:-]{0,9}")
_EXPLAINED: Final = re.compile("D?[CH]G?:a")
"""A label that is explained, and counts none besides: "Staff Governor: a member of staff"."""


def _told(passage: Passage, *, asked: bool = False, heading: str = "") -> Iterator[Told]:
    if asked and (answer := re.match("u?[.:]?N", letters(lex(passage.text)))):
        number = lex(passage.text)[answer.end() - 1]
        yield passage.role, [], (Claim(number.value, number.start, plainly=True),), ()
    if (total := _beneath(passage)) is not None:
        yield passage.role, [], (total,), ()
        return
    for sentence in _sentences(passage):
        tokens = lex(sentence.text)
        made = read_sentence(tokens)
        role = _role(passage, sentence)
        if item := referred(tokens, heading):
            made = attrs.evolve(made, items=(item,), claims=(), left=(), leads=frozenset({item.start}))
        if _ASIDE.match(made.form):
            continue
        named = [one.value for one in tokens if one.letter in "CH"]
        if len(set(named)) == 1 and not set(letters(tokens)) & set("N#"):
            heading = str(named[0])
        if _EXPLAINED.match(letters(tokens)):
            made = attrs.evolve(made, items=tuple(attrs.evolve(one, definite=True) for one in made.items))
        counted = [item for item in made.items if item.count is not None]
        inline = len(counted) >= (_REPEATS if counted and counted[0].start in made.leads else FULL)
        explains, single = made.explains, len({item.category for item in counted}) == 1
        seats = [
            Seat(
                attrs.evolve(item, start=item.start + sentence.start, end=item.end + sentence.start), passage,
                leads=item.start in made.leads, weak=(explains and single) or (not inline and (item.start not in made.leads or explains or bool(item.doubt))),
            )
            for item in made.items
        ]  # fmt: skip
        left = [
            attrs.evolve(one, start=one.start + sentence.start, end=one.end + sentence.start)
            for one in made.left
        ]
        yield role, seats, made.claims, tuple(left)


def _sentences(passage: Passage) -> list[Sentence_]:
    """Give the sentences of a passage; the cells of a row that is none of a table are sentences of their own."""
    if len(passage.line.cells) > 1:
        text = " ; ".join(cells_of(passage))
        return [Sentence_(text, 0, passage.role)]
    return passage.sentences()


def _role(passage: Passage, sentence: Sentence_) -> str:
    """Tell of which board a sentence speaks; one before the sentence that leads in a list has its own."""
    if not passage.opens or sentence.start + len(sentence.text) >= len(passage.text.rstrip()):
        role: str = sentence.role
    else:
        role = role_of(sentence.text[:_EARLY])
    return FORMER if role != "proposed" and _FORMER.match(letters(lex(sentence.text[:_EARLY]))) else role


_EARLY: Final = 60
_FORMER: Final = re.compile("[^NCH]?p|D?u?Bp")


def _beneath(passage: Passage) -> Claim | None:
    """Read a number that stands alone below "Total number of governors:"."""
    if not passage.first or passage.under is None:
        return None
    form = letters(lex(passage.context))
    own = lex(passage.text)
    if "O" not in form or set(form) & set("CH") or letters(own).rstrip(".G") != "N":
        return None
    return Claim(own[0].value, own[0].start, plainly=True)

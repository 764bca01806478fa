"""Seats to be counted by their holders: a category with the people who sit for it, or a row for each governor."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from governance.reading.board.blocks import FULL, Block
from governance.reading.board.items import NOBODY, PEOPLE, ROWS, Item, Seat
from governance.reading.board.scan import read_sentence
from governance.reading.board.tables import cells_of
from governance.reading.phrases.lexer import PERSON, letters, lex
from governance.reading.phrases.words import value_of
from governance.reading.text.passages import Passage

_FEWEST_ROWS: Final = 5
_LONGEST: Final = 300
_PLAIN: Final = (
    r"(?:[A-Z][\w'-]{1,40}|[A-Z]\.?)(?: (?:[A-Z][\w'-]{1,40}|[A-Z]\.?|de|van|von|der|al|bin)){1,3}"
)
_ONE: Final = re.compile(rf"\W{{0,9}}{_PLAIN}\s{{0,9}}(?:$|[-(,;:].{{0,300}}$)")
_PARTS: Final = re.compile(r"\s{0,9}(?:[,;/&]|and\b|plus\b)\s{0,9}")
_IN_BRACKETS: Final = re.compile(r"\([^()]{0,300}\)")
_VACANT: Final = re.compile("&?N(?P<label>C)G?w[.;]?")
_LABEL: Final = re.compile("D?(?:[CH]G?|AG|X|R)")
_BESIDE: Final = re.compile(r"(?:^|[-:(,])D?(?:(?P<whose>[CHRX]|A(?=G))G?)(?=$|[),(:&-])")

Told = tuple[str, Passage, int]


def counted_people(read: Sequence[Passage]) -> Block | None:
    """Count the people under each category, or the rows; None where they are not those of a governing body."""
    held, sat = _counts(_by_heading(read)), _counts(map(_seated, read))
    rows, people = (sum(count for count, _ in one.values()) for one in (sat, held))
    found, form = (sat, ROWS) if rows >= max(_FEWEST_ROWS, people) else (held, PEOPLE)
    seats = [Seat(Item(key, n, 0, 0, form), at, leads=True) for key, (n, at) in found.items() if n]
    return Block(seats=seats) if len(seats) >= FULL else None


def _counts(told: Iterable[Told]) -> dict[str, tuple[int, Passage]]:
    found: dict[str, tuple[int, Passage]] = {}
    for category, at, count in told:
        if category not in ("", NOBODY):
            before, first = found.get(category, (0, at))
            found[category] = (before + count, first)
    return found


def _by_heading(read: Sequence[Passage]) -> Iterator[Told]:
    """Give the people that a line names behind a category, and those in the lines below it."""
    heading: tuple[str, Passage] | None = None
    for passage in read:
        if own := _heading(passage):
            heading = own[0], passage
            yield *heading, _people(own[1])
        elif not _one(passage.text):
            heading = None
        elif heading is not None:
            head = _beside(passage) == "head_teacher"
            yield *(("head_teacher", passage) if head else heading), _people(passage.text) or 1


def _heading(passage: Passage) -> tuple[str, str] | None:
    """Give the category that a line begins with, and the names that follow it."""
    tokens = lex(passage.text[:_LONGEST])
    form = letters(tokens)
    match = _LABEL.match(form)
    if match is None or len(passage.text) > _LONGEST or "N" in re.sub(r"\([^()]{0,60}\)", "", form):
        return None
    rest = passage.text[tokens[match.end() - 1].end :].lstrip(" :.-")
    if rest and not _one(rest.split(",")[0]) and letters(lex(rest))[:1] not in ("s", "w"):
        return None
    return next(str(token.value) for token in tokens if token.letter in "CHAXR"), rest


def _seated(passage: Passage) -> Told:
    """Give the category of a row and one for who sits there, or of a line such as "3 co-opted vacancies" and as many."""
    tokens = lex(passage.text)
    vacant = _VACANT.fullmatch(letters(tokens))
    if vacant is None:
        return _of_row(passage), passage, 1
    return str(tokens[vacant.start("label")].value), passage, tokens[vacant.start("label") - 1].value


def _of_row(passage: Passage) -> str:
    """Give the one category of a row that has no number, where a name, a mark or a cell stands beside it."""
    cells = cells_of(passage)
    if len(cells) > 1:
        labels = [cell for cell in cells if re.match("[DGTu]{0,5}[CHAR]", letters(lex(cell)))]
        items = [one for cell in labels for one in read_sentence(lex(f"1 {cell}")).items[:1]]
        own = [one for one in items if one.category == NOBODY or (one.count == 1 and not one.doubt)]
        return own[0].category if own and not any(map(value_of, cells)) else ""
    opens = passage.opens and not passage.text.rstrip().endswith("-")
    return "" if opens or len(passage.text) > _LONGEST else _beside(passage)


def _beside(passage: Passage) -> str:
    """Give the category that stands beside a name: "Mrs B - parent governor", "Miss J (Headteacher)"; a chair's only alone."""
    tokens = lex(passage.text)
    form = letters(tokens)
    found = [] if "N" in form else [match.start("whose") for match in _BESIDE.finditer(form)]
    own = min(found, key=lambda n: form[n] == "R", default=None)
    if own is None or any(token.many for token in tokens[own : own + 1 + form.startswith("G", own + 1)]):
        return ""
    return str(tokens[own].value)


def _one(text: str) -> bool:
    """Whether a line is the name of one person, or a vacancy, and what is said of it."""
    return bool(_ONE.fullmatch(text) or re.match("[-.]{0,3}[sw](?:$|[-(,;:.])", letters(lex(text))))


def _people(words: str) -> int:
    """Count the people in a line of names, with the vacancies."""
    text = _IN_BRACKETS.sub("", words).strip(" .")
    if listed := [one for one in lex(text) if one.value == PERSON or one.letter == "w"]:
        return sum(one.value if isinstance(one.value, int) else 1 for one in listed)
    return sum(bool(_ONE.fullmatch(part)) for part in _PARTS.split(text) if part)

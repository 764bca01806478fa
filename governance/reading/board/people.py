"""Seats to be counted by their holders: a category with the people who sit for it, or a row for each governor."""

import re
from collections.abc import Sequence
from typing import Final

from governance.reading.board.blocks import FULL, Block
from governance.reading.board.items import NOBODY, Item, Seat
from governance.reading.board.scan import read_sentence
from governance.reading.board.tables import cells_of
from governance.reading.phrases.lexer import NUMBERS, Token, letters, lex
from governance.reading.phrases.words import value_of
from governance.reading.text.passages import Passage

PEOPLE: Final = "the people who sit for it are counted, with the vacancies"
ROWS: Final = "the rows are counted: one for each governor"

_FEWEST_ROWS: Final = 5
_TITLE: Final = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Revd|Reverend|Father|Fr|Canon|Cllr|Councillor|Sister|Sr|Sir|Dame|Lady|Lord|Imam|Rabbi)"
_TITLED: Final = rf"{_TITLE}\.?(?: \(?{_TITLE}\)?\.?)?\s+[A-Z][\w'.-]*"
_PLAIN: Final = r"(?:[A-Z][\w'-]+|[A-Z]\.?)(?: (?:[A-Z][\w'-]+|[A-Z]\.?|de|van|von|der|al|bin)){1,3}"
_EMPTY: Final = (
    r"(?i:vacan(?:cy|cies|t)(?: post| seat| position)?|to be (?:appointed|elected|confirmed)|tbc|unfilled)"
)
_ONE: Final = re.compile(rf"\W*(?:{_TITLED}|{_EMPTY}|{_PLAIN})\s*(?:$|[-(,;:].*$)")
_LISTED: Final = re.compile(rf"(?<![\w'])(?:{_TITLED}|{_EMPTY})")
_SOME_EMPTY: Final = re.compile(r"(?<!\w)(\w+) (?=vacanc|vacant)|(?:vacanc\w+) x ?(?=\d)", re.IGNORECASE)
_NAMES: Final = re.compile(r"\s*(?:[,;/&]|and\b|plus\b)\s*")
_LONGEST: Final = 300
_LABEL: Final = re.compile(r"D?(?:[CH]G?|AG|X|R)(?![\w]*N)")
_BESIDE: Final = re.compile(r"(?:^|[-:(,])D?(?:(?P<whose>[CHRX]|A(?=G))G?)(?=$|[),(:-])")
_CHAIR: Final = "R"

Counts = dict[str, tuple[int, Passage]]


def counted_people(read: Sequence[Passage]) -> Block | None:
    """Count the people under each category, or the rows; None where they are not those of a governing body."""
    people, rows = _by_heading(read), _by_row(read)
    held = {key: value for key, value in people.items() if value[0]}
    sat = {key: value for key, value in rows.items() if value[0]}
    use_rows = sum(count for count, _ in sat.values()) >= max(
        _FEWEST_ROWS, sum(count for count, _ in held.values())
    )
    found, because = (sat, ROWS) if use_rows else (held, PEOPLE)
    if len(found) < FULL:
        return None
    return Block(
        seats=[
            Seat(Item(key, count, 0, 0, form=because), at, leads=True) for key, (count, at) in found.items()
        ]
    )


def _by_heading(read: Sequence[Passage]) -> Counts:
    found: Counts = {}
    heading: Token | None = None
    at: Passage | None = None
    for passage in read:
        own = _heading(passage)
        if own is not None:
            heading, at = own[0], passage
            _count(found, heading.value, at, _people(own[1]))
        elif heading is not None and at is not None and _ONE.fullmatch(passage.text):
            whose = _beside(passage)
            category = "head_teacher" if whose == "head_teacher" else heading.value
            _count(found, category, passage if category != heading.value else at, _people(passage.text) or 1)
        elif not _ONE.fullmatch(passage.text):
            heading = None
    return found


def _heading(passage: Passage) -> tuple[Token, str] | None:
    """Give the category that a line begins with, and the names that follow it."""
    if len(passage.text) > _LONGEST:
        return None
    tokens = lex(passage.text)
    form = letters(tokens)
    match = _LABEL.match(form)
    if match is None or "N" in re.sub(r"\([^)]*\)", "", form).replace("Nw", ""):
        return None
    label = next(token for token in tokens if token.letter in "CHAXR")
    rest = passage.text[tokens[match.end() - 1].end :].lstrip(" :.-")
    if rest.startswith("(") and ")" in rest:
        rest = rest[rest.index(")") + 1 :].lstrip(" :.-")
    if rest and not _ONE.match(rest.split(",")[0]) and not _LISTED.match(rest):
        return None
    return label, rest


def _by_row(read: Sequence[Passage]) -> Counts:
    """Count the rows that have one category each and no number, where a name, a mark or a cell stands beside it."""
    found: Counts = {}
    for passage in read:
        category = _of_row(passage)
        if category:
            _count(found, category, passage, 1)
    return found


def _of_row(passage: Passage) -> str:
    cells = cells_of(passage)
    if len(cells) > 1:
        forms = [letters(lex(cell)) for cell in cells]
        if any(value_of(cell) for cell in cells):
            return ""
        for cell, form in zip(cells, forms, strict=True):
            items = read_sentence(lex(f"1 {cell}")).items if re.match("[DGTu]{0,5}[CHAR]", form) else ()
            if (len(items) >= 1 and items[0].count == 1 and not items[0].doubt) or (
                items and items[0].category == NOBODY
            ):
                return items[0].category
        return ""
    if len(passage.text) > _LONGEST or (passage.opens and not passage.text.rstrip().endswith("-")):
        return ""
    return _beside(passage)


def _beside(passage: Passage) -> str:
    """Give the category that stands beside a name: "Mrs B - parent governor", "Miss J (Headteacher)"."""
    tokens = lex(passage.text)
    form = letters(tokens)
    if "N" in form:
        return ""
    found = [tokens[match.start("whose")] for match in _BESIDE.finditer(form)]
    found = [one for one in found if one.letter != _CHAIR] or found
    if not found:
        return ""
    place = tokens.index(found[0])
    noun = tokens[place + 1] if place + 1 < len(tokens) and form[place + 1] == "G" else found[0]
    return "" if found[0].many or noun.many else str(found[0].value)


def _count(found: Counts, category: str, at: Passage, count: int) -> None:
    if category != NOBODY:
        before, first = found.get(category, (0, at))
        found[category] = (before + count, first)


def _people(words: str) -> int:
    """Count the people in a line of names."""
    text = re.sub(r"\([^()]*\)", "", words).strip(" .")
    if not text:
        return 0
    empty = sum((_value(match[1]) or 1) - 1 for match in _SOME_EMPTY.finditer(text) if match[1])
    if titled := len(_LISTED.findall(text)):
        return titled + empty
    return sum(bool(_ONE.fullmatch(part)) for part in _NAMES.split(text) if part)


def _value(word: str) -> int | None:
    return int(word) if word.isdecimal() else NUMBERS.get(word.lower())

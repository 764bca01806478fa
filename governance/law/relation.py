"""A rule of composition as one linear relation over whole-number seats.

The grammar is a sum, one comparison, a sum:

    relation   = sum ( ">=" | "<=" | "==" ) sum
    sum        = part { "+" part }
    part       = number | [ number ] name
    number     = 2 | 1/3 | 45%

A name is a category of seat, a part of one (`co_opted_staff`), `total` (every seat), `others` (every seat that is
not a foundation seat) or a number the federation gives (`schools`). There is no `or`, no bracket and no function, so every question about a board (is it
lawful, what would make it so, is it possible at all) stays a question of whole-number arithmetic.

>>> third = parse("co_opted_staff + staff + head_teacher <= 1/3 total")
>>> third.holds({"co_opted_staff": 2, "staff": 1, "head_teacher": 1, "co_opted": 7, "parent": 3})
True
>>> third.margin({"co_opted_staff": 3, "staff": 1, "head_teacher": 1, "co_opted": 7, "parent": 3})
-3
"""

import re
from collections.abc import Mapping
from math import gcd, lcm
from typing import Final, Literal, NamedTuple, cast

import attrs

from governance.errors import GovernanceError
from governance.model.names import PARTS_OF, SEATS

Comparison = Literal[">=", "<=", "=="]

DERIVED: Final = {
    "total": SEATS,
    "others": tuple(seat for seat in SEATS if seat != "foundation"),
}
"""Names that stand for a sum of seats."""

GIVEN: Final = ("schools", "heads", "resigned_heads")
"""Numbers that the federation gives and no change of seats alters: its schools, and their different head teachers
who are governors or have resigned as such."""

NAMES: Final = (*SEATS, *PARTS_OF, *DERIVED, *GIVEN)
"""Every name a relation may use."""

_PIECE: Final = r"\s*(?:(?P<number>\d+(?:/\d+|%)?)|(?P<name>[A-Za-z_]+)|(?P<comparison>>=|<=|==)|(?P<plus>\+)|(?P<other>\S))"


class RelationError(GovernanceError):
    """A relation that does not follow the grammar, with a marker under the part that does not."""

    def __init__(self, text: str, start: int, end: int, message: str) -> None:
        super().__init__(message)
        self.text, self.start, self.end, self.message = text, start, max(end, start + 1), message

    def __str__(self) -> str:
        """Print the message, the relation and a marker under the span."""
        marker = " " * self.start + "^" * (self.end - self.start)
        return f"{self.message}\n    {self.text}\n    {marker}"


class Part(NamedTuple):
    """A number of times a name: `numerator / denominator` times `name`; the name is None for a plain number."""

    numerator: int
    denominator: int
    name: str | None


@attrs.frozen
class Relation:
    """One linear relation, as written and as whole numbers.

    `weights` gives for each basic seat the whole number by which it counts, and `constant` the number added,
    so that the relation holds when their sum (`margin`) is nought or more, or exactly nought where `exact`.
    """

    text: str
    left: tuple[Part, ...]
    comparison: Comparison
    right: tuple[Part, ...]
    weights: Mapping[str, int] = attrs.field(repr=False)
    constant: int = attrs.field(repr=False)

    @property
    def exact(self) -> bool:
        """Tell whether both sides must be the same."""
        return self.comparison == "=="

    def margin(self, seats: Mapping[str, int]) -> int:
        """Give the sum of the weights: by how much, in whole steps, the relation is kept (or missed, below 0)."""
        margin = self.constant
        for seat, weight in self.weights.items():
            margin += weight * seats.get(seat, 0)
        return margin

    def holds(self, seats: Mapping[str, int]) -> bool:
        """Tell whether a board with these seats keeps the relation."""
        margin = self.margin(seats)
        return margin == 0 if self.exact else margin >= 0


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


def parse(text: str) -> Relation:
    """Read a relation; RelationError with a marker under the first part that does not fit."""
    tokens = _tokens(text)
    left, tokens = _sum(text, tokens)
    token = tokens[0]
    if token.kind != "comparison":
        raise RelationError(text, token.start, token.end, f"expected >=, <= or ==, found {_name(token)}")
    right, tokens = _sum(text, tokens[1:])
    if (extra := tokens[0]).kind != "end":
        raise RelationError(text, extra.start, extra.end, f"expected + or the end, found {_name(extra)}")
    comparison = cast("Comparison", token.text)
    weights, constant = _whole(left, comparison, right)
    if not weights:
        raise RelationError(text, 0, len(text), "no seat makes a difference to this relation")
    return Relation(text, left, comparison, right, weights, constant)


def _tokens(text: str) -> list[_Token]:
    tokens = []
    for match in re.finditer(_PIECE, text):
        kind = str(match.lastgroup)
        token = _Token(kind, match.group(kind), match.start(kind), match.end(kind))
        if kind == "other":
            raise RelationError(
                text,
                token.start,
                token.end,
                f"{token.text!r} is not part of a relation: only sums, >=, <=, ==",
            )
        tokens.append(token)
    return [*tokens, _Token("end", "", len(text), len(text))]


def _sum(text: str, tokens: list[_Token]) -> tuple[tuple[Part, ...], list[_Token]]:
    part, tokens = _part(text, tokens)
    parts = [part]
    while tokens[0].kind == "plus":
        part, tokens = _part(text, tokens[1:])
        parts.append(part)
    return tuple(parts), tokens


def _part(text: str, tokens: list[_Token]) -> tuple[Part, list[_Token]]:
    token, *rest = tokens
    numerator, denominator = 1, 1
    if token.kind == "number":
        numerator, denominator = _number(text, token)
        if rest[0].kind != "name":
            return Part(numerator, denominator, None), rest
        token, *rest = rest
    if token.kind != "name":
        raise RelationError(
            text, token.start, token.end, f"expected a number or a seat, found {_name(token)}"
        )
    if token.text not in NAMES:
        raise RelationError(
            text, token.start, token.end, f"{token.text!r} is not a seat; known: {', '.join(NAMES)}"
        )
    return Part(numerator, denominator, token.text), rest


def _number(text: str, token: _Token) -> tuple[int, int]:
    if token.text.endswith("%"):
        numerator, denominator = int(token.text[:-1]), 100
    else:
        first, _, second = token.text.partition("/")
        numerator, denominator = int(first), int(second or 1)
    if denominator == 0:
        raise RelationError(text, token.start, token.end, "a fraction of nought parts")
    common = gcd(numerator, denominator)
    return numerator // common, denominator // common


def _whole(
    left: tuple[Part, ...], comparison: Comparison, right: tuple[Part, ...]
) -> tuple[dict[str, int], int]:
    """Bring everything to one side in the smallest whole numbers, larger side first."""
    scale = lcm(*(part.denominator for part in (*left, *right)))
    sign = -1 if comparison == "<=" else 1
    weights: dict[str, int] = {}
    constant = 0
    for parts, side in ((left, sign), (right, -sign)):
        for part in parts:
            amount = side * part.numerator * (scale // part.denominator)
            if part.name is None:
                constant += amount
                continue
            for seat in DERIVED.get(part.name, (part.name,)):
                weights[seat] = weights.get(seat, 0) + amount
    weights = {seat: weight for seat, weight in weights.items() if weight}
    common = gcd(constant, *weights.values()) or 1
    return {seat: weight // common for seat, weight in weights.items()}, constant // common


def _name(token: _Token) -> str:
    return repr(token.text) if token.text else "the end"

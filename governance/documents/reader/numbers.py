"""Numbers as instruments write them, and which of them can be a number of seats.

"2", "two", "Two (2)" and "x 2" count something. "At least two", "9 to 11", "one third", "regulation 14",
"4 years" and "2 vacancies" do not.
"""

import functools
import re
from typing import Final, Literal

import attrs

Kind = Literal["count", "bound", "part", "unsure"]
"""A plain number; a limit or a range; a number of something that is not seats; two numbers that disagree."""

_UNITS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS: Final = (
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS: Final = {"twenty": 20, "thirty": 30, "forty": 40}
WORDS: Final = {
    "nil": 0,
    "zero": 0,
    **{word: value for value, word in enumerate((*_UNITS, *_TEENS), start=1)},
    **_TENS,
    **{f"{ten} {unit}": value + n for ten, value in _TENS.items() for n, unit in enumerate(_UNITS, start=1)},
}
"""Every number that is written in words, with its value."""

BOUNDS: Final = (
    "at least",
    "at most",
    "not less than",
    "not fewer than",
    "no less than",
    "no fewer than",
    "no more than",
    "not more than",
    "more than",
    "less than",
    "fewer than",
    "up to",
    "maximum of",
    "minimum of",
    "a maximum of",
    "a minimum of",
    "maximum",
    "minimum",
    "max",
    "min",
    "exceed",
    "exceeding",
    "by",
)
"""Words before a number that make it a limit or a difference."""

NOT_SEATS_BEFORE: Final = (
    "regulation",
    "regulations",
    "reg",
    "reg.",
    "regs",
    "schedule",
    "part",
    "paragraph",
    "paragraphs",
    "para",
    "section",
    "clause",
    "clauses",
    "article",
    "page",
    "item",
    "appendix",
    "annex",
    "version",
    "school number",
    "dfe number",
    "urn",
    "year",
    "key stage",
    "aged",
    "quorum is",
    "quorum of",
    "additional",
    "of whom",
    "of which",
)
"""Words before a number that make it the name of a place, or a number of something else."""

NOT_SEATS_AFTER: Final = (
    "years",
    "year",
    "months",
    "month",
    "weeks",
    "week",
    "days",
    "day",
    "terms",
    "hours",
    "minutes",
    "pupils",
    "children",
    "schools",
    "meetings",
    "votes",
    "times",
    "vacancy",
    "vacancies",
    "vacant",
    "third",
    "thirds",
    "quarter",
    "quarters",
    "fifth",
    "fifths",
    "half",
    "per cent",
    "percent",
    "%",
    "or more",
    "or fewer",
    "or less",
    "of which",
    "of whom",
    "of these",
    "of those",
    "from each",
    "per school",
    "for each",
    "each",
    "pm",
    "am",
    "clear",
    "working",
    "school days",
    "other",
    "another",
)
"""Words after a number that make it a number of something else."""


def _phrases(words: tuple[str, ...]) -> str:
    return "|".join(r"\s+".join(map(re.escape, one.split())) for one in sorted(words, key=len, reverse=True))


_WORD: Final = (
    "|".join(rf"{ten}[ -]?(?:{'|'.join(_UNITS)})" for ten in _TENS)
    + "|"
    + "|".join(sorted((word for word in WORDS if " " not in word), key=len, reverse=True))
)
_DIGITS: Final = r"(?:(?<![a-wyz\d_£/])|(?<=governors)|(?<=governor)|(?<=members)|(?<=total)|(?<=number)|(?<=parents)|(?<=opted)|(?<=authority)|(?<=teacher))(?<![^.]\.)(?<!\d[-,:])\d{1,3}(?!\d|[.,:]\d|/|(?:st|nd|rd|th)\b|[a-z]\b(?<!\dx))"
_ONE: Final = rf"(?:{_DIGITS}|(?<![a-z])(?<![a-z]-)(?:{_WORD})(?![a-z]))"
_NUMBER: Final = re.compile(
    rf"""
    (?P<fraction>\d+\s?/\s?\d+)
    | (?P<range>
        (?<![a-z])between\s+{_ONE}\s+and\s+{_ONE}
        | (?<![a-z])from\s+{_ONE}\s+to\s+{_ONE}
        | (?<![\w.])\d{{1,3}}(?:-\d{{1,3}}(?!\d)|\s-\s\d{{1,3}}(?!\s?[a-z]|\d))
        | {_ONE}\s+(?:to|or)\s+{_ONE}
    )
    | (?P<before>(?<![a-z])(?:{_phrases(BOUNDS + NOT_SEATS_BEFORE)})\s+(?:a\s+|the\s+)?)?
      (?P<number>{_ONE})
      (?:\s?\((?P<again>{_ONE})\))?
      (?P<after>\s?\+\s?[a-z](?![a-z])|\s*-?\s*(?:{_phrases(NOT_SEATS_AFTER)})(?![a-z])(?!\s+(?:members?\s+of|staff|teacher|foundation)))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LIKELY: Final = re.compile(
    r"\d|one|two|three|four|five|six|seven|eight|nine|te+n|eleven|twelve|twenty|thirty|forty|nil|zero",
    re.IGNORECASE,
)
_REMEMBERED: Final = 2**15
"""Each line is looked at by several readers; so many are remembered, more than the longest document has."""

_IS_BOUND: Final = re.compile(rf"(?:{_phrases(BOUNDS)})\s+(?:a\s+|the\s+)?", re.IGNORECASE)


@attrs.frozen
class Number:
    """A number in a text, from `start` to `end`; `value` is the number of a `count`, and the limit of a `bound`."""

    value: int
    start: int
    end: int
    kind: Kind = "count"


def numbers(text: str) -> list[Number]:
    """Find the numbers of a plain text, in order.

    >>> [(n.value, n.kind) for n in numbers("two parents, 1 head, up to 2 staff, one third")]
    [(2, 'count'), (1, 'count'), (2, 'bound'), (1, 'part')]
    """
    return list(_numbers(text))


@functools.lru_cache(maxsize=_REMEMBERED)
def _numbers(text: str) -> tuple[Number, ...]:
    if not _LIKELY.search(text):
        return ()
    return tuple(_number(match) for match in _NUMBER.finditer(text))


def value_of(text: str) -> int | None:
    """Read a text that is a number and nothing else; None for any other.

    >>> value_of("Thirteen.")
    13
    """
    found = numbers(text)
    if len(found) != 1 or found[0].kind != "count":
        return None
    rest = text[: found[0].start] + text[found[0].end :]
    return found[0].value if not rest.strip(" .;:x=()-*") else None


def _number(match: "re.Match[str]") -> Number:
    start, end = match.span()
    if match["fraction"]:
        return Number(0, start, end, "part")
    if match["range"]:
        return Number(0, start, end, "bound")
    value = _value(match["number"])
    if match["again"] is not None and _value(match["again"]) != value:
        return Number(value, start, end, "unsure")
    if match["after"]:
        return Number(value, start, end, "bound" if " or " in f" {match['after'].lower()}" else "part")
    if match["before"]:
        return Number(value, start, end, "bound" if _IS_BOUND.match(match["before"]) else "part")
    return Number(value, match.start("number"), end)


def _value(words: str) -> int:
    if words.isdecimal():
        return int(words)
    for ten, value in _TENS.items():
        if words.lower().startswith(ten):
            unit = words.lower().removeprefix(ten).strip(" -")
            return value + (WORDS[unit] if unit else 0)
    return WORDS[words.lower()]

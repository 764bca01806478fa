"""A term of office, as instruments state it: whole years, whole months, or both.

>>> Term.parse("2 years")
Term(months=24)
>>> str(Term.parse("18 months"))
'18 months'
>>> str(Term(months=48))
'4 years'
"""

import re
from typing import Self

import attrs

from governance.english import UNITS
from governance.model.names import shown

MONTHS_A_YEAR = 12
_WORDS = {word: number for number, word in enumerate(UNITS[: MONTHS_A_YEAR + 1]) if number}
_NUMBER = rf"(\d{{1,3}}|{'|'.join(_WORDS)})"
_TERM = rf"(?i)(?:{_NUMBER} years?)?(?:(?: and)? ?{_NUMBER} months?)?"

_FROM_ONE = rf"(?:[1-9]\d{{0,2}}|{'|'.join(_WORDS)})"
PATTERN = rf"^(?:{_FROM_ONE} years?(?: and {_FROM_ONE} months?)?|{_FROM_ONE} months?)$"
"""A term as it is usually written, as a regular expression that editors know, too."""


@attrs.frozen(order=True)
class Term:
    """A length of time in whole calendar months."""

    __repr__ = shown

    months: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "2 years", "18 months", "one year and six months"; ValueError if it is none of these."""
        match = re.fullmatch(_TERM, " ".join(text.split()))
        if not text.strip() or match is None or not any(match.groups()):
            raise ValueError(f"{text!r} is not a term of office")
        years, months = (_count(group) for group in match.groups())
        term = cls(years * MONTHS_A_YEAR + months)
        if term.months == 0:
            raise ValueError(f"{text!r} is no time at all")
        return term

    def __str__(self) -> str:
        """Say it in years where it is whole years, else in years and months."""
        years, months = divmod(self.months, MONTHS_A_YEAR)
        if months and years <= 1:
            return _plural(self.months, "month")
        return " and ".join(_plural(n, unit) for n, unit in ((years, "year"), (months, "month")) if n)


def _count(group: str | None) -> int:
    if group is None:
        return 0
    return _WORDS.get(group.lower()) or int(group)


def _plural(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"

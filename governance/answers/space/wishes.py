"""What somebody wants of a board: so many governors in all, so many of a category, seats that are to stay.

>>> wish("12..16", "total").says
'a total of 12 to 16'
>>> wish("3", "parent").says
'3 parent governors'
"""

import re
from collections.abc import Mapping
from typing import Any, Final

import attrs

from governance.answers.words import name_words
from governance.errors import GovernanceError
from governance.model.names import PARTS_OF, SEATS
from governance.model.table import MOST_SEATS

TOTAL: Final = "total"
NAMES: Final = (TOTAL, *SEATS, *PARTS_OF)
"""What a wish may be about."""

Number = int | str | tuple[int | None, int | None]
"""A number wished for: 12, "12", "12..16", "12.." or (12, 16), where None is no limit."""


class WishError(GovernanceError):
    """A wish that cannot be understood."""


@attrs.frozen
class Wish:
    """A number wished for, from `least` to `most` (None: no limit). `how` says where the wish comes from."""

    name: str
    least: int | None
    most: int | None
    how: str = "asked"

    @property
    def exact(self) -> bool:
        """Tell whether one number will do and no other."""
        return self.least is not None and self.least == self.most

    @property
    def says(self) -> str:
        """Say what is wished for."""
        return self.saying(self.least, self.most)

    def saying(self, least: int | None, most: int | None) -> str:
        """Say the same wish with other numbers."""
        if least == most:
            number = str(least) if least or self.name == TOTAL else "no"
        elif most is None:
            number = f"at least {least}"
        elif least is None:
            number = f"at most {most}"
        else:
            number = f"{least} to {most}"
        if self.name == TOTAL:
            return f"a total of {number}"
        return f"{number} {name_words(self.name, 1 if least == most == 1 else 2)}"

    @property
    def sentence(self) -> str:
        """Say whose wish it is."""
        return f"{_HOW[self.how]} {self.says}"


_HOW: Final = {
    "asked": "You asked for",
    "kept": "You asked to keep",
    "said": "The proposal says that there are",
    "stated": "The proposal states",
    "limit": "The search went as far as",
}

_WRITTEN: Final = re.compile(r"\s*+(?P<least>\d{1,6})?\s*+(?P<to>\.\.)?\s*+(?P<most>\d{1,6})?\s*+")


def wish(number: Number, name: str) -> Wish:
    """Read one wish; WishError where it makes no sense."""
    if name not in NAMES:
        raise WishError(f"{name!r} is not a category of governor. Known: {', '.join(NAMES)}.")
    least, most = _written(number, name) if isinstance(number, str) else _ends(number)
    for end in (least, most):
        if end is not None and not 0 <= end <= MOST_SEATS:
            raise WishError(
                f"{name}: {end} is more seats than can be written: {MOST_SEATS} is the most."
                if end > MOST_SEATS
                else f"{name}: {end} is not a number of seats from 0 to {MOST_SEATS}."
            )
    if least is None and most is None:
        raise WishError(f"{name}: no number is given. Write 12, 12..16, 12.. or ..16.")
    if least is not None and most is not None and least > most:
        raise WishError(f"{name}: {least}..{most} runs backwards. Write {most}..{least}.")
    return Wish(name, least, most)


def wishes(numbers: Mapping[str, Number | None]) -> tuple[Wish, ...]:
    """Read several wishes, leaving out those that are None."""
    return tuple(wish(number, name) for name, number in numbers.items() if number is not None)


def _ends(number: Any) -> tuple[int | None, int | None]:
    ends = number if isinstance(number, tuple) else (number, number)
    if len(ends) != len(("least", "most")) or not all(end is None or type(end) is int for end in ends):
        raise WishError(f'{number!r} is not a number of seats. Write 12, (12, 16), or text such as "12..16".')
    return ends


def _written(text: str, name: str) -> tuple[int | None, int | None]:
    match = _WRITTEN.fullmatch(text)
    if match is None or (match["to"] is None and match["most"] is not None):
        raise WishError(f"{name}: {text!r} is not a number of seats. Write 12, 12..16, 12.. or ..16.")
    least, most = (int(end) if end else None for end in (match["least"], match["most"]))
    return (least, most) if match["to"] else (least, least)

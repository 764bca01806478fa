"""What stands in a control, as the value of its key: as we wrote it, or as somebody wrote it over, in digits or words."""

import datetime
from typing import Any, Final

from governance.model.names import CATEGORIES, FOUNDATION_WORDS, SEAT_WORDS, member_words
from governance.model.term import Term
from governance.reading.phrases.days import days
from governance.reading.phrases.words import value_of as number
from governance.reading.text.signs import plain

NOBODY: Final = "no body"
"""What our instruments say where no body nominates a community governor."""

_UNITS: Final = ("unit", "group of units", "pupil referral unit")
_LONGEST: Final = 100
"""No number, day or term takes more characters."""


def value_of(key: str, text: str) -> Any:
    """Give the value that a text is for a key; None where it is none.

    >>> value_of("seats.parent", "Two (2)"), value_of("seats.parent", "2 or 3"), value_of("seats.parent", "two (3)")
    (2, None, None)
    >>> value_of("instrument.made_on", "the 3rd day of March 2016"), value_of("terms.all", "four years")
    (datetime.date(2016, 3, 3), '4 years')
    """
    said = plain(" ".join(text.split())).casefold().removesuffix(".")
    last = key.rpartition(".")[2]
    if key.startswith("seats.") or ".seats." in key or last == "number":
        one, _, again = said.removesuffix(")").partition("(")
        found = number(one.strip()) if len(said) < _LONGEST else None
        return found if not again or number(again) == found else None
    if key.startswith("terms.fixed"):
        return _seat(said)
    if key.startswith("terms."):
        return _term(said)
    if last in ("made_on", "effective_on", "replaces"):
        return _day(said) if len(said) < _LONGEST else None
    if last == "category":
        words = said.replace("-", " ").removesuffix(" school")
        return "pupil referral unit" if words in _UNITS else words if words in CATEGORIES else None
    if key == "school.foundation":
        return next((one for one, words in FOUNDATION_WORDS.items() if words[:-1].casefold() == said), None)
    if key == "instrument.nominating_body" and said == NOBODY:
        return "none"
    return text or None


def _day(said: str) -> datetime.date | None:
    found = days(said)
    whole = len(found) == 1 and found[0].start == len(said) - len(said.removeprefix("the "))
    return found[0].date if whole and found[0].end == len(said) else None


def _term(said: str) -> str | None:
    try:
        return str(Term.parse(said))
    except ValueError:
        return None


def _seat(said: str) -> str | None:
    return next(
        (seat for seat, words in SEAT_WORDS.items() for one in words if said in (one, member_words(one))),
        None,
    )

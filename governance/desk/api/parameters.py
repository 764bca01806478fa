"""What a question takes beside its proposal, as JSON Schema, and how it is read: from an address, or from JSON."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any, Final

import attrs

from governance.english import listed
from governance.errors import Problem, ProblemsError
from governance.model.table import MOST_CHARACTERS, parse_day, show

DAY: Final = {"type": "string", "format": "date"}
FLAG: Final = {"type": "boolean"}
TEXT: Final = {"type": "string"}
_FLAGS: Final = {"true": True, "1": True, "": True, "false": False, "0": False}


class ParameterError(ProblemsError):
    """A parameter is not one that is taken, or has a value that it cannot have; each problem names it as its path."""


@attrs.frozen
class Parameter:
    """One parameter: its name, the JSON Schema of its value and what it says."""

    name: str
    schema: Mapping[str, Any]
    says: str

    def read(self, value: Any) -> Any:
        """Read a value; ParameterError where it can have no such value."""
        kind = self.schema.get("type")
        if kind == "boolean":
            found = value if isinstance(value, bool) else _FLAGS.get(str(value).lower())
            return self._sure(found, value, "is neither true nor false", "Write true or false")
        if kind == "integer":
            least, most = self.schema["minimum"], self.schema["maximum"]
            whole = int(value) if isinstance(value, str) and value.isdecimal() else value
            fits = isinstance(whole, int) and not isinstance(whole, bool) and least <= whole <= most
            return self._sure(
                whole if fits else None,
                value,
                "is no such number",
                f"Write a whole number from {least} to {most}",
            )
        if options := self.schema.get("enum"):
            return self._sure(
                value if value in options else None,
                value,
                "is not one of those known",
                f"Known: {', '.join(options)}",
            )
        if not isinstance(value, str) or not value.isprintable():
            return self._sure(None, value, "is not a line of text", "Write text")
        if len(value) > self.schema.get("maxLength", MOST_CHARACTERS):
            return self._sure(None, value, "is too long", "Shorten it")
        if self.schema.get("format") == "date":
            return self._day(value)
        return value

    def _day(self, value: str) -> datetime.date:
        try:
            return parse_day(value)
        except ValueError:
            day: datetime.date = self._sure(
                None, value, "is not a day of the calendar", "Write the day year-month-day: 2018-09-18"
            )
            return day

    def _sure(self, found: Any, value: object, wrong: str, remedy: str) -> Any:
        if found is None:
            raise ParameterError((Problem("", self.name, f"{show(value)} {wrong}", remedy),))
        return found


def read(known: Iterable[Parameter], given: Mapping[str, Any]) -> dict[str, Any]:
    """Read all parameters that are given; ParameterError with everything that is wrong with them."""
    by_name = {one.name: one for one in known}
    problems: list[Problem] = []
    found: dict[str, Any] = {}
    for name, value in given.items():
        if (one := by_name.get(name)) is None:
            known_here = f"Known here: {listed(list(by_name))}" if by_name else "There are none here"
            problems.append(Problem("", show(name, ""), "is not a parameter that is known here", known_here))
            continue
        try:
            found[name] = one.read(value)
        except ParameterError as error:
            problems += error.problems
    if problems:
        raise ParameterError(tuple(problems))
    return found

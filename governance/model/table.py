"""One table of a proposal file, read key by key; everything wrong with it is collected, nothing is lost.

A `Table` hands out each value as the type that is asked for. What is written otherwise and has one meaning is taken,
and noted. A value of another type, or a key that nobody asks for, becomes a `Problem` that names the place, the value
and the remedy.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Self

from governance.errors import Problem
from governance.model.log import Log, Path
from governance.model.names import UNKNOWN
from governance.model.proposal import Count
from governance.model.term import Term

MOST_SEATS = 999
"""No law sets a maximum; a larger number in a file is a slip of the keyboard."""

_SPACES = "\n\t\u00a0\u202f\u2009"
"""White space that is pasted from Word and does no harm."""

MOST_ENTRIES = 500
"""The most entries a list may have; a board has fewer governors, and a federation far fewer schools."""
MOST_CHARACTERS = 20_000
"""The most characters a text may have; the longest ethos that is known has some two thousand."""
MOST_PROBLEMS = 1_000
"""The most problems that are listed; a file with more is something else, and whoever mends it begins with those."""

_MOST_SHOWN = 80
_LONGEST_WORD = 60

Locate = Callable[[tuple[str, ...]], str]
"""Gives the place ("file.toml:12") of a path of keys."""


class Table:
    """A table of a file, the place where it stands and the log of what is noticed in it."""

    def __init__(self, data: Mapping[str, Any], locate: Locate, log: Log, path: Path = ()) -> None:
        self._data = data
        self._locate = locate
        self._log = log
        self._path = path
        self._asked: set[str] = set()

    def __contains__(self, key: str) -> bool:
        """Tell whether the file has the key."""
        self._asked.add(key)
        return key in self._data

    def problem(self, key: str | Path, message: str, *, remedy: str = "") -> None:
        """Record what is wrong with one key of the table, or further down."""
        problems = self._log.problems
        if len(problems) > MOST_PROBLEMS:
            return
        path = (*self._path, *((key,) if key and isinstance(key, str) else key))
        if len(problems) == MOST_PROBLEMS:
            message, remedy = "there is more wrong here and below", f"Mend these {MOST_PROBLEMS} first"
        problems.append(Problem(self._locate(path), ".".join(path), message, remedy))

    def text(self, key: str) -> str | None:
        """Give a line of text, its words one space apart: a line end or two spaces come from where it was pasted."""
        value = self.lines(key)
        return value and " ".join(value.split())

    def lines(self, key: str) -> str | None:
        """Give text that may run over several lines, without the spaces around it."""
        value = self._take(key)
        if value is None:
            return None
        if not isinstance(value, str):
            self.problem(key, f"{show(value)} is not text", remedy='Put it in quotation marks: "..."')
            return None
        value = value.strip()
        if len(value) > MOST_CHARACTERS:
            self.problem(key, f"is longer than {MOST_CHARACTERS} characters", remedy="Shorten it")
            return None
        if not value:
            self.problem(key, "is empty", remedy="Give it a value, or leave the key out")
            return None
        if bad := next((c for c in value if not (c.isprintable() or c in _SPACES)), None):
            self.problem(
                key, f"holds the character U+{ord(bad):04X}, which cannot be printed", remedy="Remove it"
            )
            return None
        return value

    def choice(self, key: str, options: Sequence[str]) -> str | None:
        """Give one of the words that the law knows."""
        value = self._take(key)
        if value in options:
            return str(value)
        found: str | None = self._meant(key, value, "choice", options)
        if found is not None:
            return found
        value = self.text(key)
        if value is None or value in options:
            return value
        self.problem(key, f"{show(value)} is not one of those known", remedy=_suggest(value, options))
        return None

    def flag(self, key: str) -> bool:
        """Give true or false; false where the key is absent."""
        value = self._take(key)
        if value is None or isinstance(value, bool):
            return bool(value)
        found: bool | None = self._meant(key, value, "flag")
        if found is not None:
            return found
        self.problem(key, f"{show(value)} is neither true nor false", remedy="Write true or false")
        return False

    def count(self, key: str, *, may_be_unknown: bool = True) -> Count | None:
        """Give a whole number of seats, nought or more, or "unknown"."""
        value = self._take(key)
        if value is None:
            return None
        if value == UNKNOWN and may_be_unknown:
            return UNKNOWN
        if isinstance(value, bool) or not isinstance(value, int):
            found = self._meant(key, value, "count" if may_be_unknown else "whole")
            if found == UNKNOWN:
                return UNKNOWN
            value = value if found is None else found
        remedy = "Write a whole number such as 2"
        if may_be_unknown:
            remedy += ', or "unknown"'
        if isinstance(value, bool) or not isinstance(value, int):
            self.problem(key, f"{show(value)} is not a whole number", remedy=remedy)
        elif value < 0:
            self.problem(key, f"{show(value)} is less than nought", remedy=remedy)
        elif value > MOST_SEATS:
            self.problem(key, f"{show(value)} is more than {MOST_SEATS} seats", remedy="Check the number")
        else:
            return int(value)
        return None

    def whole(self, key: str, most: int, *, least: int = 0) -> int | None:
        """Give a whole number between two."""
        value = self._take(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            found: int | None = self._meant(key, value, "whole")
            value = value if found is None else found
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            says = "is not a whole number of a likely size"
            self.problem(key, says, remedy=f"Write a number from {least} to {most}")
            return None
        return value

    def date(self, key: str) -> datetime.date | None:
        """Give a day: a TOML date, or text such as "2018-09-18"."""
        value = self._take(key)
        if value is None:
            return None
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            return value
        if isinstance(value, str):
            try:
                return parse_day(value)
            except ValueError:
                pass
        found: datetime.date | None = self._meant(key, value, "day")
        if found is not None:
            return found
        from governance.model.slips import day_hint  # noqa: PLC0415 - only where something is wrong

        self.problem(key, f"{show(value)} is not a day of the calendar", remedy=day_hint(str(value), key))
        return None

    def date_or_flag(self, key: str, *, done: bool) -> bool | datetime.date | None:
        """Give the day of something, or false where it never happened; true, too, where it is enough that it is done."""
        value = self._take(key)
        if isinstance(value, str):
            found: bool | None = self._meant(key, value, "flag")
            value = value if found is None else found
        if value is False or (value is True and done):
            return bool(value)
        if value is True:
            remedy = "Write the day (2018-09-18), or false if it never happened"
            self.problem(key, "is not a day", remedy=remedy)
            return None
        return self.date(key)

    def term(self, key: str) -> Term | None:
        """Give a term of office such as "2 years"."""
        value = self._take(key)
        if value is None:
            return None
        if isinstance(value, str):
            try:
                return Term.parse(value)
            except ValueError:
                pass
        found: Term | None = self._meant(key, value, "term")
        if found is not None:
            return found
        bare = isinstance(value, int) and not isinstance(value, bool) and 0 < value < MOST_SEATS
        remedy = f'Write "{value} years" or "{value} months"' if bare else 'Write "2 years" or "18 months"'
        self.problem(key, f"{show(value)} is not a term of office", remedy=remedy)
        return None

    def choices(self, key: str, options: Sequence[str]) -> tuple[str, ...]:
        """Give a list of words that the law knows."""
        value = self._take(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.problem(key, f"{show(value)} is not a list of words", remedy='Write ["co_opted"]')
            return ()
        if self._too_many(key, value):
            return ()
        entries = self._entries(key, value)
        return tuple(word for number in range(len(value)) if (word := entries.choice(str(number), options)))

    def texts(self, key: str) -> tuple[str, ...]:
        """Give a list of lines of text."""
        value = self._take(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.problem(key, f"{show(value)} is not a list of names", remedy='Write ["..."]')
            return ()
        if self._too_many(key, value):
            return ()
        entries = self._entries(key, value)
        return tuple(text for number in range(len(value)) if (text := entries.text(str(number))))

    def dates(self, key: str) -> tuple[datetime.date, ...] | None:
        """Give a list of days; None where it is absent or a day in it is wrong."""
        value = self._take(key)
        if value is None:
            return None
        if not isinstance(value, list):
            self.problem(key, f"{show(value)} is not a list of days", remedy="Write [2018-09-18], or []")
            return None
        if self._too_many(key, value):
            return None
        entries = self._entries(key, value)
        days = [entries.date(str(number)) for number in range(len(value))]
        return None if None in days else tuple(day for day in days if day)

    def raw(self, key: str) -> Any:
        """Give a value as it stands, of whatever type; None where it is absent."""
        return self._take(key)

    def table(self, key: str) -> Self:
        """Give the table under a key; an empty one where it is absent."""
        value = self._take(key)
        if value is not None and not isinstance(value, dict):
            self.problem(key, f"{show(value)} is not a table", remedy=f"Write [{key}] and its keys below it")
            value = None
        return self._within(value or {}, key)

    def tables(self, key: str) -> tuple[Self, ...]:
        """Give the list of tables under a key."""
        value = self._take(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.problem(key, f"{show(value)} is not a list of tables", remedy=f"Write [[{key}]]")
            return ()
        if self._too_many(key, value):
            return ()
        return tuple(self._within(item, key, str(number)) for number, item in enumerate(value))

    def finish(self) -> None:
        """Report each key of the file that nobody asked for, or the one that it is another spelling of."""
        unknown = [key for key in map(str, self._data) if key not in self._asked]
        spelt = self._spelt(unknown[: MOST_PROBLEMS + 1]) if unknown and not self._log.strict else {}
        for key in unknown[: MOST_PROBLEMS + 1]:
            if key in spelt:
                self._log.keys[*self._path, key] = spelt[key]
                self._note(key, f"the key is read as {spelt[key]}")
                continue
            if len(self._log.problems) > MOST_PROBLEMS:
                return
            from governance.model.hints import meant_key  # noqa: PLC0415 - only where something is wrong

            remedy = meant_key(key[:_LONGEST_WORD], sorted(self._asked))
            self.problem(show(key, ""), "is not a key that is known here", remedy=remedy)

    def require(self, key: str, what: str) -> None:
        """Report a key that must be there and is not."""
        if self._data.get(key) is None:
            self.problem("", f"`{key}` is missing", remedy=what)

    def renamed(self, key: str, ours: str) -> bool:
        """Read an old name of a key as the one that it has now, and note it; false where every key is to be ours."""
        if not self._log.strict:
            self._log.keys[*self._path, key] = ours
            self._note(key, f"the key is called {ours} now")
        return not self._log.strict

    def _spelt(self, unknown: Sequence[str]) -> dict[str, str]:
        """Give the keys that are another spelling of one that is asked for, where it is not there and no other is it."""
        from governance.model.meaning import key  # noqa: PLC0415 - only where something is written otherwise

        asked = sorted(self._asked)
        found = {one: meant for one in unknown if (meant := key(one, asked)) and meant not in self._data}
        meanings = list(found.values())
        return {one: meant for one, meant in found.items() if meanings.count(meant) == 1}

    def _meant(self, key: str, value: object, kind: str, *options: Any) -> Any:
        """Take what a value means that is written otherwise, and note it; None where it has not one meaning."""
        if value is None or self._log.strict:
            return None
        from governance.model import meaning  # noqa: PLC0415 - only where something is written otherwise

        found = getattr(meaning, kind)(value, *options)
        if found is not None:
            ours = str(found) if kind == "term" else found
            self._log.values[*self._path, key] = ours
            self._note(key, f"{show(value)} is read as {show(ours, '')}")
        return found

    def _note(self, key: str, says: str) -> None:
        if len(self._log.notes) < MOST_PROBLEMS:
            self._log.notes.append(str(Problem("", ".".join((*self._path, key)), says)))

    def _within(self, data: Mapping[str, Any], *keys: str) -> Self:
        return type(self)(data, self._locate, self._log, (*self._path, *keys))

    def _entries(self, key: str, entries: Sequence[Any]) -> Self:
        return self._within({str(number): entry for number, entry in enumerate(entries)}, key)

    def _too_many(self, key: str, entries: Sequence[Any]) -> bool:
        if len(entries) <= MOST_ENTRIES:
            return False
        self.problem(key, f"has {len(entries)} entries", remedy=f"There may be up to {MOST_ENTRIES}")
        return True

    def _take(self, key: str) -> Any:
        self._asked.add(key)
        return self._data.get(key)


def parse_day(text: str) -> datetime.date:
    """Read a day written year-month-day; ValueError if it is not one."""
    day = datetime.date.fromisoformat(text.strip())
    if day.isoformat() != text.strip():
        raise ValueError(f"{text!r} is not written year-month-day")
    return day


def _suggest(word: str, options: Iterable[str]) -> str:
    from governance.model.hints import meant  # noqa: PLC0415 - only where something is wrong

    return meant(word[:_LONGEST_WORD], options)


def show(value: object, mark: str = '"') -> str:
    """Give a value as it is quoted in a message: no longer than a line."""
    text = f"{mark}{value}{mark}" if isinstance(value, str) else _short(value)
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}..."


def _short(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and abs(value) >= 10**20:
        return "a number of more than twenty digits"
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    return str(value)

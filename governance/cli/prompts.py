"""One question at a terminal: asked until the answer has one meaning, by click's own prompts."""

import datetime
from collections.abc import Callable
from typing import Any, TypeVar

import click

from governance.english import day_words
from governance.model import meaning
from governance.model.hints import meant
from governance.model.keys import Key, keys
from governance.model.names import UNKNOWN
from governance.model.slips import day_hint
from governance.model.table import MOST_SEATS

T = TypeVar("T")


def ask(
    question: str,
    read: Callable[[str], T | None],
    hint: Callable[[str], str],
    known: object = None,
    *,
    or_none: bool = False,
) -> Any:
    """Ask until the answer has one meaning; what was meant is said where it was written otherwise."""

    def value(said: str) -> Any:
        text = str(said).strip()
        if or_none and text in ("", "-"):
            return None
        found = read(text)
        if found is None:
            raise click.BadParameter(hint(text))
        if isinstance(found, datetime.date):
            click.echo(f"  {day_words(found)}")
        elif isinstance(found, str) and found.casefold() != text.casefold():
            click.echo(f"  {found}")
        return found

    if isinstance(known, list):
        known = ", ".join(map(str, known))
    default = str(known) if known is not None else "" if or_none else None
    return click.prompt(
        question, default=default, value_proc=value, show_default=bool(default), prompt_suffix=": "
    )


def ask_line(question: str, known: object = None) -> str | None:
    """Ask for a line of text, which may be left open."""
    found: str | None = ask(question, _line, _line_hint, known, or_none=True)
    return found


def _line(said: str) -> str | None:
    return said if said.isprintable() else None


def _line_hint(_: str) -> str:
    return "It holds a character that cannot be printed. Write it again."


def day_hint_of(said: str) -> str:
    """Say what is wrong with a day."""
    return f"That is no day of the calendar. {day_hint(said, 'it')}."


def set_text(table: dict[str, Any], key: str, question: str) -> None:
    """Ask for a text; an empty answer leaves it out."""
    said = ask_line(question, table.get(key))
    if said is None:
        table.pop(key, None)
    else:
        table[key] = said


def key_of(table: str, name: str) -> Key:
    """Find a key of a proposal."""
    return next(key for key in keys() if (key.table, key.name) == (table, name))


def set_answer(table: dict[str, Any], key: Key, question: str) -> None:
    """Ask for the value of a key, as its kind is read; an empty answer leaves it out."""
    options = f" {', '.join(key.options)}" if key.kind == "choice" else ""
    said = ask(
        f"{question}{options}",
        _reader(key),
        lambda said: _hint(key, said),
        table.get(key.name),
        or_none=True,
    )
    if said is None:
        table.pop(key.name, None)
    else:
        table[key.name] = said


def _reader(key: Key) -> Callable[[str], Any]:
    match key.kind:
        case "date":
            return meaning.day
        case "flag":
            return meaning.flag
        case "choice":
            return lambda said: said if said in key.options else meaning.choice(said, key.options)
        case "choices":
            return lambda said: _all_of(said, key)
        case "texts":
            return lambda said: [one.strip() for one in said.split(",") if one.strip()] or None
    return _line


def _all_of(said: str, key: Key) -> list[str] | None:
    if meaning.count(said) == 0:
        return []
    found = [meaning.key(one, key.options) for one in said.split(",")]
    return None if None in found else [one for one in found if one]


def _hint(key: Key, said: str) -> str:
    if key.kind == "date":
        return day_hint_of(said)
    if key.options:
        return f"{meant(said, key.options)}."
    return "Write yes or no." if key.kind == "flag" else _line_hint(said)


def seats_in(said: str) -> Any:
    """Read a number of seats, which may be unknown."""
    found = meaning.count(said)
    return found if found == UNKNOWN or found in range(MOST_SEATS + 1) else None


def number_in(said: str) -> int | None:
    """Read a number of seats."""
    found = seats_in(said)
    return found if isinstance(found, int) else None

"""A board that is stated in options, where there is no FILE: it is a proposal like any other."""

import functools
from collections.abc import Callable, Mapping
from typing import Any, Final

import click

from governance.model.names import CO_OPTED_STAFF, SEATS, seat_words
from governance.model.proposal import Count

NAME: Final = "The board given"
_HOW: Final = (
    "Give FILE, or the board itself: --category community --parent 2 --staff 1 --local-authority 1 --head-teacher 1 "
    "--co-opted 7. `governance new` makes a FILE."
)


class Stated(str):
    """The board that options state, in place of the name of a FILE, with its tables."""

    __slots__ = ("data",)
    data: Mapping[str, Any]


class Number(click.ParamType[Count]):
    """A number of seats, in figures or in words."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Count:
        """Read the number, or fail with what to write."""
        from governance.model.meaning import count  # noqa: PLC0415 - only where a board is stated

        found: Count | None = count(value)
        if found is None:
            self.fail(f'{value!r} is not a whole number. Write one such as 2, or "unknown".', param, ctx)
        return found


def wished(number: str | None) -> str | None:
    """Give a number that is wished for in figures where it is written in words; limits stay as they are.

    >>> wished("twelve"), wished("12..16")
    ('12', '12..16')
    """
    from governance.model.meaning import whole  # noqa: PLC0415 - only where something is wished for

    found = whole(number)
    return number if found is None else str(found)


def seat_flag(key: str) -> str:
    """Give the option that states a number of seats; `--foundation` is taken, for what the school has.

    >>> seat_flag("co_opted"), seat_flag("foundation")
    ('--co-opted', '--foundation-governors')
    """
    return "--foundation-governors" if key == "foundation" else f"--{key.replace('_', '-')}"


def seats_help(key: str) -> str:
    """Say in a few words what a number of seats is of."""
    words = {"total": "All governors", CO_OPTED_STAFF: "Co-opted governors employed at the school"}
    return words.get(key) or seat_words(key, 2).capitalize()


def board_options(*, total: bool = True) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Let a command take a board in options in place of FILE; it stands below `beside_options`.

    `total` is false where the command has a --total of its own.
    """
    keys = (*SEATS, CO_OPTED_STAFF, *(("total",) if total else ()))

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(command)
        def run(*args: Any, beside: Mapping[str, str], **given: Any) -> Any:
            seats = {key: given.pop(f"seat_{key}") for key in keys}
            seats = {key: number for key, number in seats.items() if number is not None}
            name = "files" if "files" in given else "file"
            if not given[name]:
                board = _stated(beside, seats)
                given[name], beside = ((board,) if name == "files" else board), {}
            elif seats:
                flags = ", ".join(map(seat_flag, seats))
                raise click.UsageError(f"{flags}: seats are stated in FILE or in options, not in both.")
            return command(*args, beside=beside, **given)

        for key in reversed(keys):
            says = f"{seats_help(key)}, where there is no FILE."
            run = click.option(seat_flag(key), f"seat_{key}", type=Number(), metavar="N", help=says)(run)
        return run

    return add


def _stated(beside: Mapping[str, str], seats: Mapping[str, Count]) -> Stated:
    if not seats:
        raise click.UsageError(_HOW)
    board = Stated(NAME)
    board.data = {"school": dict(beside), "seats": dict(seats)}
    return board

"""Files of a council's own words: house styles, and the words of a paper. They are TOML, and a page or two long."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from governance.errors import Problem, ProblemsError, file_name
from governance.model.log import Log
from governance.model.places import toml_line
from governance.model.reading import beyond_toml
from governance.model.recognise import legible
from governance.model.table import Table

if TYPE_CHECKING:
    import os

MOST_BYTES: Final = 1_000_000
"""A file beyond this is something else."""


def text_of(path: "str | os.PathLike[str]", error: type[ProblemsError]) -> str:
    """Give the text of a file, as Notepad or another editor saved it; `error` says why it cannot be read."""
    source = file_name(path)
    try:
        with Path(source).open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
        text, _ = legible(raw)
    except OSError as failed:
        why = failed.strerror or str(failed)
        raise _wrong(error, source, f"cannot be read: {why}", "Check the name of the file") from None
    except UnicodeDecodeError as failed:
        line = raw[: failed.start].count(b"\n") + 1
        raise _wrong(error, f"{source}:{line}", "is not UTF-8 text", "Save the file as UTF-8") from None
    except ValueError as failed:
        raise _wrong(error, repr(source), f"cannot be read: {failed}", "Check the name of the file") from None
    if len(raw) > MOST_BYTES:
        raise _wrong(error, source, f"is larger than {MOST_BYTES} bytes", "It is a page of text")
    return text


def root_of(text: str, source: str, log: Log, error: type[ProblemsError]) -> Table:
    """Read the tables of a text; what is wrong in them goes to the log, each at its line."""
    data = _data(text, source, error)

    def locate(path: tuple[str, ...]) -> str:
        line = toml_line(text, path)
        return f"{source}:{line}" if line else source

    return Table(data, locate, log)


def _data(text: str, source: str, error: type[ProblemsError]) -> Mapping[str, Any]:
    if beyond := beyond_toml(text):
        raise _wrong(error, source, beyond, "It is a page of text")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as failed:
        message, _, place = str(failed).rpartition(" (at line ")
        where = f"{source}:{place.split(',')[0]}" if message else source
        raise _wrong(error, where, f"is not TOML: {message or failed}", "Mend that line") from None
    except (RecursionError, ValueError):
        raise _wrong(error, source, "is not TOML that can be read", "Mend the file") from None


def _wrong(error: type[ProblemsError], where: str, message: str, remedy: str) -> ProblemsError:
    return error((Problem(where, "", message, remedy),))

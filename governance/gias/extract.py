"""The files of the public record as somebody downloaded them: a .csv file, or the zip that it came in.

Which of the Department's files one is, is told by its heading and never by its name. Its columns are found by their
headings, in whatever order; those that are not known are passed over, and those that are missing are named.
"""

import contextlib
import datetime
import io
import itertools
import os
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Final

import attrs

from governance.english import day_words, listed, sentence
from governance.errors import UnreadableError
from governance.files.columns import fold
from governance.gias.days import day_in
from governance.gias.lines import Fault, Faults, heading, rows
from governance.model.recognise import is_proposal

ESTABLISHMENTS: Final = "establishment fields"
GOVERNANCE: Final = "governance"
GROUP_LINKS: Final = "group links"
NOBODY: Final = "No file says who the governors are"
GIVE: Final = "Give the governance file of LA maintained schools, too, with all of its columns"
GROUPS: Final = "groups"
LINKS: Final = "establishment links"

_COLUMNS: Final[Mapping[str, Mapping[str, str]]] = {
    GOVERNANCE: {
        "urn": "URN",
        "appointing_body": "Appointing body",
        "role": "Role",
        "appointed_on": "Date of appointment",
        "ends_on": "Date term of office ends/ended",
        "gid": "GID",
        "uid": "UID",
        "forename": "Forename 1",
        "surname": "Surname",
        "person": "Person",
        "line": "Line",
    },
    GROUP_LINKS: {
        "urn": "URN",
        "uid": "Group UID",
        "type": "Group Type",
        "type_code": "Group Type (code)",
        "status": "Group Status",
        "name": "Group Name",
    },
    LINKS: {"urn": "URN", "link": "LinkURN"},
    GROUPS: {"uid": "Group UID", "type": "Group Type", "status": "Group Status", "name": "Group Name"},
    ESTABLISHMENTS: {
        "urn": "URN",
        "type": "TypeOfEstablishment (name)",
        "name": "EstablishmentName",
        "type_code": "TypeOfEstablishment (code)",
        "status": "EstablishmentStatus (name)",
        "authority": "LA (name)",
        "authority_code": "LA (code)",
        "number": "EstablishmentNumber",
        "religious_character": "ReligiousCharacter (name)",
        "trust": "TrustSchoolFlag (name)",
        "federation": "FederationFlag (name)",
    },
}
"""The columns that are read of each file, in the Department's words. The first two tell which file it is."""
_NOT_MISSED: Final = frozenset(
    ("uid", "person", "line", "forename", "surname", "type_code", "authority_code", "number")
)
"""Without these nothing that is said would change, or another column stands in for them."""
_FOLDED: Final = {kind: [fold(text) for text in those.values()] for kind, those in _COLUMNS.items()}
_WORDS: Final = frozenset(text for those in _FOLDED.values() for text in those)
_MOST_BYTES: Final = 400_000_000
_MOST_PARTS: Final = 200
_DELIMITERS: Final = ",\t;|"
_LEAST: Final = 2
_IN_NAME: Final = re.compile(r"(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)")
_ERROR_PAGE: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:[<{\[]|HTTP Status)", re.IGNORECASE)
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, ValueError)
_AGAIN: Final = "Download it again, and give it as it comes"


@attrs.frozen
class Extract:
    """One table of the record: which it is, and the place of each of its columns."""

    source: str
    kind: str
    columns: Mapping[str, int]
    width: int
    heading_line: int
    delimiter: str
    path: str
    part: str = ""
    missing: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()

    @property
    def day(self) -> datetime.date | None:
        """Give the day in the name of the file, which is that of the extract."""
        return name_day(self.part or self.path) or name_day(self.path)

    def rows(self, faults: Faults) -> Iterator[tuple[int, list[str]]]:
        """Give its rows by their lines."""
        with _opened(self.path, self.part) as stream:
            yield from rows(stream, self.delimiter, self.width, faults, after=self.heading_line)


def extracts(paths: Iterable[Path]) -> tuple[tuple[Extract, ...], tuple[Fault, ...]]:
    """Tell which table each file holds, and say of each that cannot be used why; of a folder its tables and zips."""
    found: list[Extract] = []
    refused: list[Fault] = []
    for path in dict.fromkeys(itertools.chain.from_iterable(map(_files, paths))):
        source = os.fspath(path)
        try:
            those = _within(source)
        except UnreadableError as error:
            refused.append(Fault(error.source or source, f"{error.wrong}. {sentence(error.remedy)}"))
            continue
        found += [one for one in those if isinstance(one, Extract)]
        refused += [one for one in those if isinstance(one, Fault)]
    return tuple(found), tuple(refused)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(
        one for one in path.iterdir() if one.suffix.lower() in (".csv", ".zip") and not _hidden(one.name)
    )


def _hidden(name: str) -> bool:
    """Tell whether a system hides a file: what a Mac adds beside each file has the same name after a full stop."""
    return name.rpartition("/")[2].startswith(".")


def headings(kind: str) -> Mapping[str, str]:
    """Give the heading of each column that is read of a file."""
    return _COLUMNS[kind]


def name_day(name: str) -> datetime.date | None:
    """Give the day in the name of a file of the Department.

    >>> name_day("edubasealldata20260924.csv")
    datetime.date(2026, 9, 24)
    """
    found = _IN_NAME.search(name.replace("\\", "/").rpartition("/")[2])
    return day_in("-".join(found.groups()))[0] if found else None


def _within(path: str) -> list[Extract | Fault]:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - the name may be anything
            if not file.read(4).startswith(b"PK"):
                size = os.fstat(file.fileno()).st_size
                return [_told(path, "", size)]
        with zipfile.ZipFile(path) as archive:
            parts = _parts(archive)
            if archive.testzip() is not None:
                raise zipfile.BadZipFile
    except _BROKEN:
        raise UnreadableError(
            "It is a zip that is cut off or damaged, so nothing of it was read", _AGAIN
        ) from None
    except OSError as error:
        raise UnreadableError(f"It cannot be read: {error.strerror or error}", "Check the name") from None
    except RuntimeError:
        raise UnreadableError("It is a zip with a password, or packed in a way of its own", _AGAIN) from None
    found: list[Extract | Fault] = []
    for part in parts:
        try:
            found.append(_told(path, part.filename, part.file_size))
        except UnreadableError as error:
            found.append(Fault(_source(path, part.filename), f"{error.wrong}. {sentence(error.remedy)}"))
    return found


def _parts(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Give the tables in a zip; UnreadableError where it is something else, or more than the record can be."""
    every = archive.infolist()
    if any(one.filename.startswith(("xl/", "word/")) for one in every):
        raise UnreadableError("It is a workbook or a document, and no file of the record", _AGAIN)
    tables = [one for one in every if one.filename.lower().endswith(".csv") and not _hidden(one.filename)]
    if not tables:
        raise UnreadableError("It is a zip without a .csv file in it", _AGAIN)
    if len(every) > _MOST_PARTS or sum(one.file_size for one in every) > _MOST_BYTES:
        raise UnreadableError(
            f"It is a zip of more than {_MOST_PARTS} files, or of more than {_MOST_BYTES // 1_000_000} MB",
            "Give the files of the record alone",
        )
    return tables


def _told(path: str, part: str, size: int) -> Extract:
    """Tell which table a file is by its heading."""
    if size > _MOST_BYTES:
        raise UnreadableError(
            f"It is larger than {_MOST_BYTES // 1_000_000} MB", "Give the files of the record alone"
        )
    with _opened(path, part) as stream:
        start = stream.read(1024)
    if not start.strip():
        raise UnreadableError("It is empty", _AGAIN)
    if is_proposal(start.decode(errors="replace")):
        raise UnreadableError("It is a proposal, and no file of the record", "Ask `governance check` of it")
    if _ERROR_PAGE.match(start):
        day = name_day(part or path) or name_day(path)
        of = f" of {day_words(day)}" if day else ""
        raise UnreadableError(
            f"It is an error message or a web page that was saved under the name of a table, so there was no extract{of}",
            "Download that of another day, and look at it before you give it",
        )
    delimiter, (line, cells) = max(_headings(path, part), key=lambda one: _known(one[1][1]))
    folded: dict[str, int] = {}
    for place, cell in enumerate(cells):
        folded.setdefault(fold(cell), place)
    kind = next((kind for kind, those in _FOLDED.items() if all(one in folded for one in those[:_LEAST])), "")
    if not kind:
        raise UnreadableError(
            f"It is none of the Department's files that are read here: {_instead(cells, folded)}",
            f"Give the {listed(_COLUMNS, last='or')}, as they are downloaded",
        )
    columns = {field: folded[fold(text)] for field, text in _COLUMNS[kind].items() if fold(text) in folded}
    many = Counter(map(fold, cells))
    twice = tuple(text for field, text in _COLUMNS[kind].items() if many[fold(text)] > 1)
    missing = tuple(
        text for field, text in _COLUMNS[kind].items() if field not in columns and field not in _NOT_MISSED
    )
    return Extract(
        _source(path, part), kind, columns, len(cells), line, delimiter, path, part, missing, twice
    )


def _instead(cells: Sequence[str], folded: Collection[str]) -> str:
    """Say what stands where the heading should; a row of data is never shown, for it may have a name."""
    if not any(fold(cell) for cell in cells):
        return "its first line has no heading"
    if any(re.fullmatch(r"[\d\s/.:-]+", cell) for cell in cells):
        return "its first line is a row, and no heading"
    nearest = max(_FOLDED, key=lambda kind: len({*_FOLDED[kind]} & {*folded}))
    if len({*_FOLDED[nearest]} & {*folded}) > _LEAST:
        lacks = [text for text in list(_COLUMNS[nearest].values())[:_LEAST] if fold(text) not in folded]
        return f"as a file of {nearest} it would need the column {listed(lacks)}"
    return f"its heading begins {listed(f'{chr(34)}{cell.strip()[:40]}{chr(34)}' for cell in cells[:4])}"


def _headings(path: str, part: str) -> Iterator[tuple[str, tuple[int, list[str]]]]:
    """Give the heading as each delimiter would have it."""
    for delimiter in _DELIMITERS:
        with _opened(path, part) as stream:
            yield delimiter, heading(stream, delimiter)


def _known(cells: Iterable[str]) -> int:
    return len({fold(cell) for cell in cells} & _WORDS)


def _source(path: str, part: str) -> str:
    return f"{path}:{part}" if part else path


@contextlib.contextmanager
def _opened(path: str, part: str) -> Iterator[IO[bytes]]:
    if not part:
        with open(path, "rb") as file:  # noqa: PTH123 - the name may be anything
            yield file
        return
    with zipfile.ZipFile(path) as archive, archive.open(part) as packed:
        yield io.BufferedReader(packed, 65_536)  # type: ignore[type-var]

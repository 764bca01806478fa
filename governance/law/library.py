"""Every instrument of law there is in `rules/`, loaded together, and what can be said of them as a whole.

A folder at any depth below `rules/` that holds an `instrument.toml` is one instrument.
"""

import datetime
import functools
import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

import attrs

from governance.errors import CannotTellError, LawError, Problem
from governance.law.provision import Instrument, Provision, Rule
from governance.law.regime import governing
from governance.law.store.cache import cached
from governance.law.store.files import rules_folder
from governance.law.store.folder import raw_files, stamp, whole
from governance.law.store.instruments import instrument
from governance.model import Instrument as SchoolInstrument
from governance.model import Proposal, School, Seats
from governance.model.names import CATEGORIES

_RANKS: Final = ("ukpga", "ukcm", "uksi")
"""Acts come first, then Measures of the Church of England, then Regulations, then what is none of these."""


@attrs.frozen
class Volume:
    """One instrument of the library, and the folder below `rules/` it was read from."""

    folder: str
    law: Instrument


class Edition(NamedTuple):
    """All the law there is, as one: its hash, and the day on which it was last compared with its sources."""

    hash: str
    compared: datetime.date


@attrs.frozen
class Entry:
    """One rule, with the provision and the instrument it stands in."""

    volume: Volume
    provision: Provision
    rule: Rule


def folders(*, root: Path | None = None) -> tuple[str, ...]:
    """List the folders of `rules/` that hold an instrument, by their path below it."""
    root = root or rules_folder()
    return tuple(sorted(path.parent.relative_to(root).as_posix() for path in root.rglob("instrument.toml")))


@functools.cache
def library(*, root: Path | None = None) -> tuple[Volume, ...]:
    """Load every instrument: Acts, then Regulations, then guidance, each by year and number.

    Raises LawError with everything that is wrong with any of them.
    """
    problems: list[Problem] = []
    volumes: list[Volume] = []
    for folder in folders(root=root):
        try:
            # Given no root, the one copy that the rest of the program has loaded already is used.
            law = instrument(folder, root=root) if root else instrument(folder)
        except LawError as error:
            problems += error.problems
        else:
            volumes.append(Volume(folder, law))
    if problems:
        raise LawError(tuple(problems))
    return tuple(sorted(volumes, key=_rank))


def entries(volumes: Iterable[Volume], *, on: datetime.date | None = None) -> Iterator[Entry]:
    """Walk every rule in its order; with a day, those in force on it."""
    for volume in volumes:
        for provision in volume.law.provisions:
            for rule in provision.rules:
                if on is None or on in rule.span:
                    yield Entry(volume, provision, rule)


def concerning(
    volumes: Iterable[Volume], category: str, *, on: datetime.date | None = None
) -> Iterator[Entry]:
    """Walk the rules that can apply to a category of school; with a day, those in force on it.

    Regulations that govern other bodies and never this one are left out. Raises CannotTellError for a day on which no
    Regulations that govern the category are encoded.
    """
    for entry in entries(volumes_for(tuple(volumes), category, on=on), on=on):
        if category in entry.rule.where.get("category", frozenset({category})):
            yield entry


def volumes_for(
    volumes: tuple[Volume, ...], category: str, *, on: datetime.date | None = None
) -> tuple[Volume, ...]:
    """Leave out the Regulations that govern other bodies and never this one; with a day, what is not in force on it.

    Raises CannotTellError as `concerning` does.
    """
    if on is not None and not _ever_governing(volumes, category, on):
        governing_category(on, category)
    governed = {name: _ever_governing(volumes, name, on) for name in CATEGORIES}
    foreign = frozenset().union(*governed.values()) - governed[category]
    return tuple(
        volume for volume in volumes if volume.law.id not in foreign and (on is None or on in volume.law.span)
    )


def governing_category(
    day: datetime.date, category: str, *, effective_on: datetime.date | None = None
) -> Instrument:
    """Give the Regulations that govern a new instrument of a category of school; CannotTellError if none do."""
    return governing(
        day, Proposal(School(category), Seats(), instrument=SchoolInstrument(effective_on=effective_on))
    )


def change_days(volumes: Iterable[Volume]) -> tuple[datetime.date, ...]:
    """Give every day on which any law of the library changes, in order."""
    return tuple(sorted({day for volume in volumes for day in volume.law.change_days()}))


def compared(volumes: Iterable[Volume]) -> datetime.date:
    """Give the day on which the whole law was last compared with its sources: that of the file compared longest ago."""
    return min(volume.law.compared for volume in volumes)


def file_hash(provision: Provision, *, root: Path | None = None) -> str:
    """Give the SHA-256 of the file a provision was read from, line ends as on Unix."""
    name = provision.file.removeprefix("rules/")
    raw = ((root or rules_folder()) / name).read_bytes().replace(b"\r\n", b"\n")
    return hashlib.sha256(raw).hexdigest()


@functools.cache
def edition() -> Edition:
    """Tell which law there is; none of it is loaded where that is kept."""
    raw = b"".join(whole(raw_files(folder)) for folder in folders())
    return cached("library", stamp(raw).hex(), lambda: _edition(library()))


def _edition(volumes: tuple[Volume, ...]) -> Edition:
    return Edition(library_hash(volumes), compared(volumes))


def library_hash(volumes: Iterable[Volume]) -> str:
    """Give one hash for all the law there is: that of the hashes of its instruments."""
    lines = (f"{volume.folder}\n{volume.law.hash}\n" for volume in volumes)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _ever_governing(volumes: tuple[Volume, ...], category: str, on: datetime.date | None) -> frozenset[str]:
    """Name the Regulations that govern a category on a day, whenever its instrument took effect."""
    days = change_days(volumes)
    found = set()
    for day in days if on is None else (on,):
        for effective_on in (None, *(start for start in days if start <= day)):
            try:
                found.add(governing_category(day, category, effective_on=effective_on).id)
            except CannotTellError:
                continue
    return frozenset(found)


def _rank(volume: Volume) -> tuple[int, tuple[int, ...], str]:
    kind = volume.law.id.partition("/")[0]
    rank = _RANKS.index(kind) if kind in _RANKS else len(_RANKS)
    return rank, tuple(int(number) for number in re.findall(r"\d+", volume.law.id)), volume.folder

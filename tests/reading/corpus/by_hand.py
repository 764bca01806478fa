"""The documents made by hand: shapes that nobody listed, from `hand_made.toml`, and those of `fresh.toml` and `by_others.toml`."""

import tomllib
from pathlib import Path
from typing import Any

from corpus.truth import Part, Sample, Truth

_FOLDER = Path(__file__).parent
_JUDGED_WHERE_GIVEN = {
    "school.name": "name",
    "instrument.governing_body": "governing_body",
    "school.local_authority": "local_authority",
    "school.religious_character": "religious_character",
    "foundation.appointers": "appointers",
    "foundation.ex_officio": "ex_officio",
}


def hand_made() -> tuple[Sample, ...]:
    """Give every document made by hand."""
    return tuple(map(_sample, _documents("hand_made")))


def fresh(*, outside: bool = False) -> tuple[Sample, ...]:
    """Give every document that was written before the reader saw it: those that the law covers, or those outside it."""
    every = [*_documents("fresh"), *_documents("by_others")]
    return tuple(_sample(one) for one in every if one.get("outside", False) is outside)


def after_published() -> tuple[Sample, ...]:
    """Give every document recomposed after a published one, of which seats and total are judged."""
    others = frozenset(field for field in Truth().fields() if not field.startswith("seats."))
    return tuple(
        Sample(
            one["name"], _parts(one["text"]), Truth(seats=one["seats"], total=one.get("total"), silent=others)
        )
        for one in _documents("after_published")
    )


def _documents(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))["document"]
    return found


def _sample(one: dict[str, Any]) -> Sample:
    given = one["truth"]
    silent = {field for field, key in _JUDGED_WHERE_GIVEN.items() if key not in given}
    sets = {key: frozenset(given.get(key, ())) for key in ("optional", "doubtful")}
    truth = Truth(**(given | sets), silent=frozenset(silent))
    return Sample(one["name"], _parts(one["text"]), truth)


def _parts(text: str) -> tuple[Part, ...]:
    return tuple(Part(line, cells=_cells(line)) for line in text.strip("\n").split("\n"))


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.split(" | ")) if " | " in line else ()

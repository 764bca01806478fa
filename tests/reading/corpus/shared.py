"""Documents with the facts of each in one form.

They are the published instruments, where they are beside the checkout, and those in `unseen.jsonl`, which others
wrote in their manner without having seen the reader.
"""

import datetime
import json
from pathlib import Path
from typing import Any

from corpus.truth import Part, Sample, Truth
from governance.model.names import SEATS

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "instruments"
"""`../shared/instruments`, seen from the checkout."""

UNSEEN = Path(__file__).with_name("unseen.jsonl")

_CATEGORIES = {"pru": "pupil referral unit", "unknown": None}
_EVERYBODY = ("all", "others")


def shared() -> tuple[Sample, ...]:
    """Give every published instrument; none where the folder is not there.

    Null and absent mean there that the source does not show it, so what a source is silent on is not judged,
    except the other seats of one that gives some, and the total of one that says it is complete.
    """
    if not FOLDER.is_dir():
        return ()
    return tuple(_sample(json.loads(path.read_text())) for path in sorted(FOLDER.glob("*.json")))


def unseen() -> tuple[Sample, ...]:
    """Give the documents that others wrote without having seen the reader; all schools in them are made up.

    Each set was measured before the reader was mended by it, so only a set to come can say how well it reads now.
    """
    lines = UNSEEN.read_text(encoding="utf-8").splitlines()
    return tuple(_sample(json.loads(line)) for line in lines)


def _sample(found: dict[str, Any]) -> Sample:
    parts = tuple(Part(line) for line in found["text"].split("\n"))
    return Sample(f"{found['id']} {found['name']}", parts, _truth(found))


def _truth(found: dict[str, Any]) -> Truth:
    seats = {seat: count for seat, count in found["seats"].items() if seat in SEATS and count is not None}
    category = _CATEGORIES.get(found["category"], found["category"])
    terms = {
        "all" if whose.startswith(_EVERYBODY) else whose: term.removesuffix(" (usually)")
        for whose, term in found["terms"].items()
    }
    made, effective = _day(found["made_on"]), _day(found["effective_on"])
    shown = {
        "seats.total": found["total"] is not None or found["complete"],
        "instrument.made_on": found["made_on"] is not None,
        "instrument.effective_on": found["effective_on"] is not None,
        "school.category": category is not None,
        "school.local_authority": found["local_authority"] is not None,
    }
    silent = {field for field, known in shown.items() if not known}
    silent |= {"school.religious_character", "foundation.appointers", "foundation.ex_officio"}
    silent |= {"instrument.governing_body", "school.name"}
    silent |= set() if seats else {f"seats.{seat}" for seat in SEATS}
    return Truth(
        name=found["name"],
        category=category,
        seats=seats,
        total=found["total"],
        terms=terms,
        made_on=made,
        effective_on=effective,
        local_authority=found["local_authority"],
        optional=frozenset({"school.local_authority", *_said_in_the_name(found)}),
        silent=frozenset(silent),
    )


def _said_in_the_name(found: dict[str, Any]) -> set[str]:
    """A category that only a name or a paragraph elsewhere suggests need not be read; another would be wrong."""
    return set() if found["complete"] else {"school.category"}


def _day(text: str | None) -> datetime.date | None:
    """Read a whole day; a month or a year alone is none."""
    try:
        return datetime.date.fromisoformat(text or "")
    except ValueError:
        return None

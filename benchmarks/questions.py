"""Random questions about boards, for every kind of body and every period whose law is encoded.

Each body comes with an oracle that shares nothing with `rules/` (`tests/brute_force.py` and
`tests/brute_force_others.py`): whether a board of so many seats is lawful. The same seed gives the same questions.
"""

import datetime
import functools
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import governance
from governance.model.names import SEATS

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))
from boards import KINDS, SMALLEST  # noqa: E402 - the tests' own kinds of school
from brute_force import lawful as by_hand  # noqa: E402
from brute_force_others import federation, school_of_2007, unit  # noqa: E402

SEVEN = ("parent", "local_authority", "staff", "head_teacher", "co_opted", "foundation", "partnership")
EARLIER = (
    "parent",
    "staff",
    "head_teacher",
    "local_authority",
    "community",
    "foundation",
    "partnership",
    "sponsor",
)
PARTS = {"co_opted_staff": "co_opted", "foundation_parent": "foundation", "extra_foundation": "foundation"}

NOW = datetime.date(2018, 9, 18)
OLD = datetime.date(2008, 9, 1)
PERIODS = tuple(
    datetime.date(*day) for day in ((2014, 8, 31), (2014, 9, 1), (2016, 8, 31), (2016, 9, 1), (2026, 1, 5))
)
"""Days on either side of each change in what a federation's board must be."""

MIXES = {
    "community": ("none", ("community", "maintained nursery")),
    "no foundation": ("1", ("foundation/none",)),
    "foundation": ("2", ("foundation/foundation",)),
    "qualifying": ("3", ("foundation/qualifying",)),
    "voluntary controlled": ("4", ("voluntary controlled",)),
    "voluntary aided": ("5", ("voluntary aided",)),
    "voluntary controlled and community": ("6", ("voluntary controlled", "community")),
    "mixed": ("7", ("voluntary aided", "community", "foundation/foundation")),
}
"""For each mix of schools its paragraph of regulation 22, and schools that make it up."""

REGULATIONS = {
    ("community", "none"): 13,
    ("maintained nursery", "none"): 13,
    ("foundation", "none"): 14,
    ("foundation", "foundation"): 15,
    ("foundation special", "qualifying"): 16,
    ("voluntary controlled", "foundation"): 17,
    ("voluntary aided", "foundation"): 18,
}
"""For kinds of school the regulation of SI 2007/957 on their board."""

_NEVER = {
    13: ("foundation", "partnership"),
    14: ("foundation",),
    15: ("partnership",),
    16: ("partnership",),
    17: ("partnership",),
    18: ("community", "partnership"),
}
"""For each of these regulations the categories of which a board has no governors."""

UNDER_2012 = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 4}
UNDER_2007 = {"parent": 5, "staff": 2, "head_teacher": 1, "local_authority": 2, "community": 2}


@dataclass(frozen=True, eq=False)
class Body:
    """A kind of body on a day: how a file says it, how `options` is asked, and whether a board of it is lawful.

    `categories` are those in which seats are put, also wrongly, `used` those that a lawful board may have, `core` a
    board near the law, and `parts` the numbers within categories that the law of the body counts.
    """

    name: str
    on: datetime.date
    data: dict[str, Any]
    asks: dict[str, Any]
    categories: tuple[str, ...]
    used: tuple[str, ...]
    core: dict[str, int]
    parts: tuple[str, ...]
    lawful: Callable[[dict[str, int]], bool]

    def proposal(self, seats: dict[str, Any]) -> governance.Proposal:
        """Give a proposal of this body with these seats."""
        return governance.parse({**self.data, "seats": seats})

    def fits(self, seats: dict[str, int]) -> bool:
        """Tell whether a board is lawful with those within its categories as they serve it best."""
        best = {"foundation_parent": seats.get("foundation", 0)} if "foundation_parent" in self.parts else {}
        return self.lawful({**best, **seats})


@functools.cache
def bodies() -> tuple[Body, ...]:
    """Give every kind of body: schools under either law, federations of one to three heads, and units."""
    return (*_schools(), *_federations(), *_earlier_schools(), *_units())


def _schools():
    for kind in KINDS:
        for resigned in (False, True):
            category, has = kind
            school = {"category": category, "head_resigned": resigned} | ({"foundation": has} if has else {})

            def lawful(seats, kind=kind, resigned=resigned):
                if any(seats.get(seat) for seat in SEATS if seat not in SEVEN):
                    return False
                counts = [seats.get(seat, 0) for seat in (*SEVEN, "co_opted_staff")]
                return by_hand(kind, *counts, resigned=resigned)

            yield Body(
                f"{category} {has or ''} {'resigned' if resigned else ''}".strip(),
                NOW,
                {"school": school, "instrument": {"effective_on": NOW}},
                {"category": category, "foundation": has, "head_resigned": resigned},
                SEVEN,
                SEVEN,
                UNDER_2012 | SMALLEST[kind],
                ("co_opted_staff",),
                lawful,
            )


def _federations():
    for mix, (paragraph, kinds) in MIXES.items():
        for day in PERIODS:
            for count, heads, resigned in ((2, 1, 0), (3, 3, 0), (3, 1, 2)):
                listed = []
                for number in range(max(count, len(kinds))):
                    category, _, has = kinds[number % len(kinds)].partition("/")
                    head = f"head {number if heads == count or (resigned and number) else 'of all'}"
                    school = {"category": category, "head": head} | ({"foundation": has} if has else {})
                    listed.append(school | ({"head_resigned": True} if resigned and number else {}))
                told = governance.parse(
                    {"school": {"category": "federation"}, "schools": listed, "seats": {}}
                )
                given = _numbers(told)

                def lawful(seats, paragraph=paragraph, day=day, given=given):
                    return federation(paragraph, day, seats, **given)

                core = UNDER_2012 | {
                    "parent": given["schools"] if day < datetime.date(2016, 9, 1) else 2,
                    "head_teacher": given["heads"],
                }
                yield Body(
                    f"federation, {mix}, {given['heads']} heads, {given['resigned_heads']} resigned, {day}",
                    day,
                    {
                        "school": {"category": "federation"},
                        "schools": listed,
                        "instrument": {"effective_on": day},
                    },
                    {
                        "category": "federation",
                        "mix": mix,
                        "head_resigned": given["resigned_heads"] > 0,
                        "given": given,
                    },
                    SEVEN,
                    SEVEN,
                    core,
                    ("co_opted_staff",),
                    lawful,
                )


def _numbers(told):
    heads = {school.head for school in told.schools if not school.head_resigned}
    resigned = {school.head for school in told.schools if school.head_resigned}
    return {"schools": len(told.schools), "heads": len(heads), "resigned_heads": len(resigned)}


def _earlier_schools():
    for (category, has), regulation in REGULATIONS.items():
        for phase in ("primary", "secondary"):
            school = {"category": category, "foundation": has, "phase": phase}
            if category in ("community", "maintained nursery") or category.startswith("voluntary"):
                del school["foundation"]
            if category == "maintained nursery":
                del school["phase"]
            secondary = phase == "secondary" and category != "maintained nursery"

            def lawful(seats, regulation=regulation, secondary=secondary):
                return school_of_2007(regulation, seats, secondary=secondary)

            yield Body(
                f"{category} {has} of 2007, {phase}",
                OLD,
                {"school": school, "instrument": {"effective_on": OLD}},
                dict(school),
                EARLIER,
                tuple(seat for seat in EARLIER if seat not in _NEVER[regulation]),
                UNDER_2007,
                ("foundation_parent", "extra_foundation") if regulation in (16, 18) else (),
                lawful,
            )


def _units():
    core = {"parent": 1, "staff": 1, "head_teacher": 1, "local_authority": 1, "community": 6}
    for day in (OLD, NOW):
        yield Body(
            f"pupil referral unit, {day}",
            day,
            {"school": {"category": "pupil referral unit"}, "instrument": {"effective_on": day}},
            {"category": "pupil referral unit"},
            EARLIER,
            tuple(seat for seat in EARLIER if seat not in ("foundation", "partnership")),
            core,
            (),
            unit,
        )


def a_board(chance: Random, body: Body, *, most: int = 30) -> dict[str, int]:
    """Give a board of a body: near the law, or at random, or with a category of up to so many seats."""
    seats = {seat: body.core.get(seat, 0) for seat in body.categories}
    for _ in range(chance.randint(0, 4)):
        seat = chance.choice(body.categories)
        seats[seat] = max(0, seats[seat] + chance.choice((-2, -1, -1, 1, 1, 2, 4)))
    if chance.random() < 0.2:
        seats = {seat: chance.choice((0, 0, 1, 1, 2, 3, 5, 9)) for seat in body.categories}
    if chance.random() < 0.3:
        seats[chance.choice(body.categories)] = chance.randint(0, most)
    if chance.random() < 0.05:
        seats[chance.choice(SEATS)] = chance.randint(0, 3)
    for part in body.parts:
        if chance.random() < 0.3:
            seats[part] = chance.randint(0, seats.get(PARTS[part], 0))
    return seats


def open_board(chance: Random, body: Body, *, most: int = 30) -> dict[str, Any]:
    """Give a board of which one to three categories are not settled."""
    seats: dict[str, Any] = dict(a_board(chance, body, most=most))
    for seat in chance.sample(body.categories, chance.choice((1, 1, 2, 2, 3))):
        seats[seat] = "unknown"
        for part, whole in PARTS.items():
            if whole == seat:
                seats.pop(part, None)
    return seats


def some_wishes(chance: Random, body: Body, *, most: int = 30) -> dict[str, Any]:
    """Give one to three numbers that somebody may wish for."""
    found: dict[str, Any] = {}
    for name in chance.sample(
        ("total", "total", *body.categories, *body.parts[:1]), chance.choice((1, 1, 2, 3))
    ):
        number = chance.choice((chance.randint(0, 12), chance.randint(0, most)))
        found[name] = chance.choice(
            (number, number, (number, number + chance.randint(0, 6)), (number, None), (None, number))
        )
    return found

"""A proposal as a file to fill in: a comment on each key, and a line that is left out for each that nobody has given."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final

from governance.answers.space.ranges import Ranges
from governance.answers.unknowns import span_words
from governance.law.facts import HAS_NO_FOUNDATION
from governance.model.keys import Key, heading, keys
from governance.model.names import CO_OPTED_STAFF, SCHOOL_CATEGORIES, SEATS, member_words
from governance.model.toml_writer import comment, toml_file, toml_value

_NONE: Final[Mapping[str, Ranges]] = {}
_ORDER: Final = ("school", "schools", "instrument", "seats", "terms", "foundation", "ethos", "approvals")
_RARE: Final = frozenset(
    (
        *(
            "school.phase",
            "school.foundation_origin",
            "instrument.decided_to_vary_on",
            "instrument.nominating_body",
        ),
        *("instrument.sponsor_names", "seats.foundation_parent", "seats.extra_foundation"),
        *("foundation.appointers[].school", "foundation.ex_officio[].school"),
    )
)
"""What a form leaves out, for few proposals need it; the page of keys has it."""

_OF_A_FOUNDATION: Final = (
    "foundation",
    "ethos",
    "approvals",
    "school.foundation",
    "school.religious_character",
)
_HEAD: Final = (
    "A proposal for `governance check`. A line behind # is left out: fill it in and take the # away, or leave it. "
    'Seats that are still open are "unknown". Every key there is: docs/proposal.md and `governance schema`.'
)


def form(data: Mapping[str, Any], room: Mapping[str, Ranges] = _NONE, *, said: Sequence[str] = ()) -> str:
    """Write tables as a file to fill in; `room` says of a seat what the law leaves, and `said` stands at the top."""
    category = data.get("school", {}).get("category", "")
    shown = [key for key in keys() if _belongs(key, category, data, room)]
    tables = {table: dict(data.get(table, {})) for table in _ORDER if table != "schools"}
    whole = {
        table: data[table] if table == "schools" else tables[table]
        for table in _ORDER
        if table in data or table in {key.path for key in shown}
    }
    notes: dict[str, list[str]] = {}
    after: dict[str, list[str]] = {}
    for key in shown:
        says = _says(key, room)
        if category == "pupil referral unit":
            says = member_words(says)
        places = _places(key.table, whole)
        for place, table in places:
            if key.name in table:
                if not isinstance(table[key.name], Mapping | list):
                    notes[f"{place}.{key.name}"] = [says]
            elif key.kind not in ("table", "tables"):
                after.setdefault(place, []).extend([*comment(says), f"# {key.name} = {_blank(key)}"])
            elif key.kind == "tables":
                after.setdefault(place, []).extend(_left_out(key, shown))
    top = [line for text in (_HEAD, *said) for line in comment(text)]
    return "\n".join([*top, "", toml_file(whole, notes=notes, after=after)])


def _belongs(key: Key, category: str, data: Mapping[str, Any], room: Mapping[str, Ranges]) -> bool:
    """Tell whether such a body has use for a key, or gives it."""
    top = key.path.partition(".")[0].removesuffix("[]")
    if top not in _ORDER or key.path in _RARE:
        return False
    if top == "schools":
        return (
            category == "federation" and key.name not in ("seats", "approvals") and key.table == "schools[]"
        )
    seat = key.name if key.table in ("seats", "terms") and key.name in SEATS else ""
    if seat:
        return seat in data.get("seats", {}) or room.get(seat, ()) not in ((), ((0, 0),))
    if (
        key.path in ("school.foundation", "school.religious_character", "school.head_resigned")
        and category not in SCHOOL_CATEGORIES
    ):
        return False
    if key.path.startswith(_OF_A_FOUNDATION):
        return category not in HAS_NO_FOUNDATION and category != "pupil referral unit"
    return key.name != CO_OPTED_STAFF or "co_opted" in data.get("seats", {})


def _says(key: Key, room: Mapping[str, Ranges]) -> str:
    says = key.words
    if key.options and key.kind == "choice":
        says = f"{says}: {', '.join(key.options)}"
    if key.table == "seats" and (left := room.get(key.name)):
        says = f"{says}; {span_words(left)} would be lawful"
    return says


def _places(table: str, whole: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Give each place where a table stands, with what it holds."""
    places: list[tuple[str, Any]] = [("", whole)]
    for part in table.split("."):
        name, many = part.removesuffix("[]"), part.endswith("[]")
        below: list[tuple[str, Any]] = []
        for place, there in places:
            inner = f"{place}.{name}" if place else name
            found = there.get(name, [] if many else None) if isinstance(there, Mapping) else None
            below += (
                [(f"{inner}.{n}", one) for n, one in enumerate(found or ())] if many else [(inner, found)]
            )
        places = [(place, there) for place, there in below if isinstance(there, Mapping)]
    yield from places


def _left_out(key: Key, shown: Collection[Key]) -> Iterator[str]:
    """Write an entry of a list of tables, all of it behind #."""
    table = f"{key.path}[]"
    yield "#"
    yield from comment(key.words)
    yield f"# {heading(table)}"
    for one in shown:
        if one.table == table:
            yield f"# {one.name} = {_blank(one)}  # {one.words}"


def _blank(key: Key) -> str:
    blanks = {
        "flag": "true",
        "count": "2",
        "total": "12",
        "date": "YYYY-MM-DD",
        "term": toml_value("2 years"),
        "choices": toml_value(["co_opted"]),
    }
    return toml_value(key.options[0]) if key.kind == "choice" else blanks.get(key.kind, toml_value("..."))

"""What may be read of a document, built by hand: the values of a proposal file, each with words and a place."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from hypothesis import strategies as st

from governance.model.names import APPROVERS, CATEGORIES, FOUNDATION, SCHOOL_CATEGORIES, SEATS, UNKNOWN
from governance.reading.evidence import Evidence, Remark, Understood
from governance.reading.intake.transcript import Transcript, Where

DAY = datetime.date(2018, 9, 18)
RIFT_HOUSE: Mapping[str, Any] = {
    "school": {"name": "Rift House Primary School", "category": "community", "local_authority": "Hartlepool"},
    "instrument": {
        "governing_body": "The governing body of Rift House Primary School",
        "made_by": "Hartlepool Local Authority",
        "made_on": DAY,
        "effective_on": DAY,
    },
    "seats": {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 7, "total": 12},
    "terms": {"parent": "2 years"},
}


def leaves(data: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    """Every value that is no table, with its key."""
    for key, value in data.items():
        inner = f"{path}.{key}" if path else key
        if isinstance(value, Mapping):
            yield from leaves(value, inner)
        elif isinstance(value, list) and value and all(isinstance(item, Mapping) for item in value):
            for number, item in enumerate(value):
                yield from leaves(item, f"{inner}.{number}")
        else:
            yield inner, value


def understood(
    data: Mapping[str, Any] = RIFT_HOUSE,
    *,
    evidence: tuple[Evidence, ...] | None = None,
    remarks: tuple[Remark, ...] = (),
    notes: tuple[str, ...] = (),
    also: Mapping[str, Any] | None = None,
    words: str = "",
) -> Understood:
    """These values, each stated in a paragraph of its own, unless `evidence` says otherwise."""
    if evidence is None:
        evidence = tuple(
            Evidence(field, value, words or f"it says {value}", Where(paragraph=number), "stated")
            for number, (field, value) in enumerate(leaves(data), start=1)
        )
    return Understood(Transcript("instrument.docx", "word", (), notes), data, also or {}, evidence, remarks)


def without(field: str) -> dict[str, Any]:
    """Rift House without one value."""
    table, _, key = field.partition(".")
    return {
        name: {inner: value for inner, value in values.items() if (name, inner) != (table, key)}
        for name, values in RIFT_HOUSE.items()
        if key or name != table
    }


_lines = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Co", "Cn"))
    | st.sampled_from('"\\\n\t#[]='),
    min_size=1,
    max_size=20,
).filter(lambda text: text.strip() and all(c.isprintable() or c in "\n\t\u00a0" for c in text.strip()))
_days = st.dates(datetime.date(1990, 1, 1), datetime.date(2030, 1, 1))
_counts = st.integers(0, 20) | st.just(UNKNOWN)
_terms = st.sampled_from(["2 years", "18 months", "one year and six months"])


def _table(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=keys)


_appointers = st.fixed_dictionaries({"by": _lines, "number": st.integers(0, 9)}, optional={"basis": _lines})
_offices = st.fixed_dictionaries({"office": _lines}, optional={"removal_requested_by": _lines})
_federated = st.fixed_dictionaries(
    {"category": st.sampled_from(SCHOOL_CATEGORIES)},
    optional={
        "name": _lines,
        "seats": _table(parent=st.integers(0, 3)),
        "approvals": _table(trustees=_days),
    },
)
READABLE = _table(
    school=_table(
        name=_lines,
        category=st.sampled_from([*CATEGORIES, "community", "voluntary aided"]),
        foundation=st.sampled_from(FOUNDATION),
        local_authority=_lines,
        head_resigned=st.booleans(),
    ),
    schools=st.lists(_federated, max_size=3),
    instrument=_table(governing_body=_lines, made_by=_lines, made_on=_days, effective_on=_days),
    seats=_table(**dict.fromkeys(SEATS, _counts), total=st.integers(0, 30)),
    terms=_table(all=_terms, parent=_terms, fixed_by_appointer=st.just(["co_opted"])),
    foundation=_table(
        name=_lines, appointers=st.lists(_appointers, max_size=2), ex_officio=st.lists(_offices, max_size=2)
    ),
    ethos=_table(description=_lines),
    approvals=_table(**dict.fromkeys(APPROVERS, _days)),
    current=st.fixed_dictionaries({"seats": _table(parent=_counts)}),
)
"""The tables of proposal files, whole or in part, as a document may give them."""

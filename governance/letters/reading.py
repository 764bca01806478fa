"""What was read, as a short letter: each value with the words it rests on, and what is open."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from governance.english import sentence
from governance.letters.page import wrap
from governance.model.names import SEATS, UNKNOWN
from governance.reading.evidence import Evidence, Sure, Understood
from governance.reading.evidence_words import not_understood, reason, remarked, said, value_words
from governance.reading.needs import Need, needs

_FORMATS: Final = {"word": "a Word document", "pdf": "a PDF", "text": "text"}
_KINDS: Final = {"conflict": "In conflict", "advice": "Wording to mend", "note": "To note"}
_ALSO: Final = {
    "regulations": "made under",
    "second_total": "a second total",
    "replaces": "replaces the instrument of",
    "co_opted_staff_most": "at most so many of the co-opted employed at the school",
}


def letter(understood: Understood) -> str:
    """Write the letter: what it is, its seats, the rest, what is inferred, in conflict or missing."""
    return "\n".join(_lines(understood))


def as_read(understood: Understood) -> str:
    """Say in a few lines what reading a document left open, to stand below another answer."""
    source = understood.transcript.source
    left = [
        *([understood.outside] if understood.outside else []),
        *(f"Not understood: {text}" for text in not_understood(understood)),
        # What has no table is no part of a proposal, and nothing hangs on it.
        *(f"Inferred: {reason(one)}" for one in _of(understood, "inferred") if "." in one.field),
        *(f"In conflict: {one}" for one in _conflicts(understood)),
        *understood.transcript.notes,
    ]
    head = f"As read from {source}"
    if not left:
        head += ": every value is stated there. `governance read` shows the words."
    return "\n".join([head, *(line for text in (*_taken(understood), *left) for line in _item(text))])


def unread(understood: Understood) -> tuple[str, ...]:
    """Say what of a document contradicts itself, and what was not understood."""
    lost = (f"This was not understood: {text}" for text in not_understood(understood))
    return (*_conflicts(understood), *lost)


def _conflicts(understood: Understood) -> Iterator[str]:
    yield from (remarked(one) for one in understood.remarks if one.kind == "conflict")
    yield from map(reason, _unremarked(understood))


def _taken(understood: Understood) -> Iterator[str]:
    """Say from where the stated values were taken on which a verdict hangs: a place, or an option."""
    stated = [
        f"{said(one)} ({str(one.where) or one.words})"
        for one in _of(understood, "stated")
        if one.field.partition(".")[0] in ("school", "schools", "seats", "instrument")
    ]
    if stated:
        yield f"Stated: {'; '.join(stated)}"


def _lines(understood: Understood) -> Iterator[str]:
    yield f"READ: {_headline(understood)}"
    transcript = understood.transcript
    yield f"{transcript.source}: {_FORMATS[transcript.format]}"
    if understood.outside:
        yield from _part("Not covered", [understood.outside])
    stated = _of(understood, "stated")
    seats = [one for one in stated if one.field.startswith("seats.")]
    yield from _part("Seats", map(reason, seats))
    yield from _part("What else it says", (reason(one) for one in stated if one not in seats))
    evident = {one.field.rpartition(".")[2] for one in understood.evidence}
    yield from _part(
        "Besides",
        (
            f"{_ALSO.get(key, key.replace('_', ' '))}: {value_words(value)}"
            for key, value in understood.also.items()
            if key not in evident and value not in (None, "")
        ),
    )
    yield from _part("Inferred, and not stated", map(reason, _of(understood, "inferred")))
    yield from _part("Not understood", not_understood(understood))
    yield from _part("In conflict", _conflicts(understood))
    for kind in ("advice", "note"):
        yield from _part(_KINDS[kind], (remarked(one) for one in understood.remarks if one.kind == kind))
    missing = needs(understood)
    yield from _part("Not found, and a check needs it", _missing(missing, "check"))
    open_fields = {one.field.removesuffix(".description") for one in _of(understood, "unread")}
    asked = [need for need in missing if any(f"[{field}]" in need.says for field in open_fields)]
    yield from _part(
        "To be asked, because the document says it in other words", _missing(asked, "instrument")
    )
    lacking = [need for need in missing if need not in asked]
    yield from _part("Not found, and an instrument must say it", _missing(lacking, "instrument"))
    yield from _part("How it was read", transcript.notes)


def _headline(understood: Understood) -> str:
    """Say whose instrument it is: "Rift House Primary School, a community school; 12 governors"."""
    school, seats = understood.data.get("school", {}), understood.data.get("seats", {})
    category = school.get("category")
    if not (school.get("name") or category or seats):
        return "no governing body was found in it"
    body = f"a {category}" if category in ("federation", "pupil referral unit") else f"a {category} school"
    if category == "federation" and understood.data.get("schools"):
        body = f"a federation of {len(understood.data['schools'])} schools"
    first = ", ".join(
        part for part in (school.get("name") or "a school without a name", body if category else "") if part
    )
    members = "members" if category == "pupil referral unit" else "governors"
    return f"{first}; {_size(seats)} {members}"


def _size(seats: Mapping[str, object]) -> str:
    if seats.get("total") is not None:
        return value_words(seats["total"])
    counts = [seats[seat] for seat in SEATS if seat in seats]
    if not counts or UNKNOWN in counts:
        return "an unsettled number of"
    return str(sum(count for count in counts if isinstance(count, int)))


def _of(understood: Understood, sure: Sure) -> list[Evidence]:
    return [one for one in understood.evidence if one.sure == sure]


def _unremarked(understood: Understood) -> list[Evidence]:
    """Give the values in conflict whose words no remark about a conflict quotes."""
    quotes = {quote for remark in understood.remarks if remark.kind == "conflict" for quote in remark.quotes}
    return [one for one in _of(understood, "conflict") if (one.words, one.where) not in quotes]


def _missing(missing: Iterable[Need], of: str) -> list[str]:
    return [sentence(need.says) for need in missing if need.of == of]


def _part(title: str, texts: Iterable[str]) -> Iterator[str]:
    texts = tuple(texts)
    if texts:
        yield from ("", title)
    for text in texts:
        yield from _item(text)


def _item(text: str) -> list[str]:
    return wrap(text, "  - ", "    ")

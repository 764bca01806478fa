"""Proposal files: TOML, or JSON with the same keys, read into a `Proposal`."""

import sys
import tomllib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from governance.errors import Problem, ProposalError, file_name
from governance.files import budget
from governance.model.log import settled
from governance.model.names import (
    APPROVERS,
    CATEGORIES,
    CO_OPTED_STAFF,
    EXTRA_FOUNDATION,
    FOUNDATION,
    FOUNDATION_ORIGINS,
    FOUNDATION_PARENT,
    PARTS_OF,
    PHASES,
    SEAT_WORDS,
    SEATS,
    UNKNOWN,
)
from governance.model.proposal import (
    Appointer,
    Earlier,
    ExOfficio,
    Foundation,
    Instrument,
    Proposal,
    School,
    Seats,
    Terms,
)
from governance.model.recognise import as_proposal, document_kind, legible
from governance.model.schools import federated_schools, religious_character
from governance.model.table import Table, show

if TYPE_CHECKING:
    import datetime
    import os

    from governance.model.paper import Paper
    from governance.model.person import Person

MOST_BYTES = 1_000_000
"""A proposal is a page; a file beyond this is something else."""
MOST_LINES = 20_000
"""A proposal with every seat filled has some fifteen lines for each."""
DEEPEST = 16
"""How many parts a key may have, with dots between them; a proposal needs five."""
_AS_UTF_8 = (
    "Save the file as UTF-8: in Notepad, Save As, Encoding: UTF-8; then look at its accents and pound signs"
)


def load(path: "str | os.PathLike[str]") -> Proposal:
    """Read a proposal from a file, or from standard input where the path is "-".

    A file that ends in .json is JSON, any other TOML; standard input may be either.
    Raises ProposalError with every problem found, each at its line where that can be told.
    """
    source = file_name(path)
    with budget.of(source):
        return written(source).proposal()


@attrs.frozen(repr=False)
class Written:
    """The tables of a proposal in our own words, the TOML they stand in, and how was read what is written otherwise."""

    data: Mapping[str, Any]
    source: str = "proposal"
    text: str | None = None
    read_as: tuple[str, ...] = ()

    def proposal(self) -> Proposal:
        """Turn the tables into a proposal; ProposalError with every problem found."""
        return parse(self.data, source=self.source, text=self.text, read_as=self.read_as)


def written(source: str) -> Written:
    """Read the tables of a proposal file; ProposalError where it is no such file."""
    try:
        raw = _read_input() if source == "-" else _read(source)
    except OSError as error:
        reason = error.strerror or str(error)
        raise _failed(source, f"cannot be read: {reason}", "Check the name of the file") from None
    except ValueError as error:
        raise _failed(repr(source), f"cannot be read: {error}", "Check the name of the file") from None
    if len(raw) > MOST_BYTES:
        raise _failed(source, f"is larger than {MOST_BYTES} bytes", "A proposal is a page of text")
    if kind := document_kind(raw):
        raise _failed(source, f"is {kind}, and no proposal", as_proposal(source))
    try:
        text, notes = legible(raw)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise _failed(f"{source}:{line}", "is not UTF-8 text", _AS_UTF_8) from None
    return _tables(text, source, notes)


def loads(text: str, *, source: str = "proposal") -> Proposal:
    """Read a proposal from text: JSON where it begins with a brace or `source` ends in .json, else TOML."""
    return _tables(text, source).proposal()


def _tables(text: str, source: str, notes: tuple[str, ...] = ()) -> Written:
    if not text.strip("\ufeff \t\r\n"):
        raise _failed(source, "is empty", "Check that it is the right file, and that it was saved whole")
    if source.lower().endswith(".json") or text.lstrip("\ufeff \t\r\n").startswith("{"):
        return in_our_words(Written(parse_json(text, source), source, read_as=notes))
    if beyond := beyond_toml(text):
        raise _failed(source, beyond, "A proposal is a page of text")
    said: tuple[str, ...] = ()
    try:
        try:
            data = tomllib.loads(text)
        except tomllib.TOMLDecodeError:
            from governance.model.slips import mended  # noqa: PLC0415 - only where something is wrong

            data, text, said = mended(text, source)
    except (RecursionError, ValueError) as error:
        raise _failed(source, f"is not TOML: {_reason(error)}", "Mend the file") from None
    return in_our_words(Written(data, source, text, (*notes, *said)))


def in_our_words(given: Written) -> Written:
    """Put keys and values that have one meaning into our own words."""
    _, data, log = settled(
        given.data, lambda data, log: read_root(Table(data, lambda _: "", log), given.source)
    )
    return attrs.evolve(given, data=data, read_as=(*given.read_as, *log.notes))


def beyond_toml(text: str) -> str:
    """Say which bound a TOML file goes beyond, before it is parsed; nothing where it is within all."""
    if len(text) > MOST_BYTES:
        return f"is larger than {MOST_BYTES} bytes"
    if text.count("\n") > MOST_LINES:
        return f"has more than {MOST_LINES} lines"
    if text.count(".") < DEEPEST:
        return ""
    from governance.model.places import too_deep  # noqa: PLC0415 - most proposals have few dots

    return f"has a key of more than {DEEPEST} parts" if too_deep(text, DEEPEST) else ""


def parse_json(text: str, source: str) -> dict[str, Any]:
    """Read one JSON object; ProposalError for anything else, or for a key given twice."""
    import json  # noqa: PLC0415 - most proposals are TOML

    try:
        data = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        place = f"{source}:{error.lineno}" if "\n" in text.strip() else source
        if text[error.pos : error.pos + 1] in ("}", "]") and text[: error.pos].rstrip().endswith(","):
            says = f"has a comma before the closing bracket at column {error.colno}"
            raise _failed(place, says, "Take the comma out") from None
        raise _failed(place, f"is not JSON: {error.msg} at column {error.colno}", "Mend it there") from None
    except (RecursionError, ValueError) as error:
        raise _failed(source, f"is not JSON: {_reason(error)}", "Mend it") from None
    if not isinstance(data, dict):
        raise _failed(source, "is not a JSON object", 'Write {"school": {...}, "seats": {...}}')
    return data


def parse(
    data: Mapping[str, Any], *, source: str = "proposal", text: str | None = None, read_as: Sequence[str] = ()
) -> Proposal:
    """Turn the tables of a proposal file into a `Proposal`.

    `text` is the TOML the tables were read from, so that problems can name their line. `read_as` says how something
    was read already. Raises ProposalError with every problem found.
    """
    if not isinstance(data, Mapping):
        raise _failed(source, "is not a table of keys", 'Give {"school": {...}, "seats": {...}}')

    def locate(path: tuple[str, ...]) -> str:
        from governance.model.places import toml_line  # noqa: PLC0415 - only where something is wrong

        line = toml_line(text, path) if text else None
        return f"{source}:{line}" if line else source

    proposal, _, log = settled(data, lambda data, log: read_root(Table(data, locate, log), source))
    if log.problems:
        raise ProposalError(tuple(log.problems))
    said = (*read_as, *log.notes)
    return attrs.evolve(proposal, read_as=said) if said else proposal


def read_root(root: Table, source: str = "proposal") -> Proposal:
    """Read every table of a proposal; what is wrong is told to the tables."""
    root.require("school", "Add [school] with the category of the school")
    root.require("seats", "Add [seats] with the number of seats of each category")
    school = _school(root.table("school"), given="school" in root)
    instrument = _instrument(root.table("instrument"))
    proposal = Proposal(
        school=school,
        schools=federated_schools(root, school.category),
        instrument=instrument,
        seats=_seats(root.table("seats")),
        terms=_terms(root.table("terms")) if "terms" in root else Terms(),
        foundation=_foundation(root.table("foundation")) if "foundation" in root else Foundation(),
        ethos=_ethos(root.table("ethos")) if "ethos" in root else None,
        approvals=_approvals(root.table("approvals")) if "approvals" in root else {},
        current=_current(root.table("current")) if "current" in root else None,
        filled=_filled(root.table("filled")) if "filled" in root else {},
        people=_people(root),
        earlier=_earlier(root, instrument.effective_on),
        paper=_paper(root, source),
        source=source,
    )
    root.finish()
    _refuse_strangers(root, proposal)
    return proposal


def _refuse_strangers(root: Table, proposal: Proposal) -> None:
    """Report each appointer or office that names a school which is not in the federation."""
    names = [school.name for school in proposal.schools if school.name]
    named = [
        *((("appointers", str(n)), entry.school) for n, entry in enumerate(proposal.foundation.appointers)),
        *((("ex_officio", str(n)), entry.school) for n, entry in enumerate(proposal.foundation.ex_officio)),
    ]
    strangers = [(place, school) for place, school in named if school and school not in names]
    for place, school in strangers if proposal.schools else ():
        message = f"{show(school)} is not a school of the federation"
        remedy = show(f"Known: {', '.join(names) or 'none'}", "")
        root.problem(("foundation", *place, "school"), message, remedy=remedy)


def _people(root: Table) -> "tuple[Person, ...]":
    if "people" not in root:
        return ()
    from governance.model.people import read_people  # noqa: PLC0415 - most proposals name nobody

    return read_people(root)


def _paper(root: Table, source: str) -> "Paper | None":
    if "paper" not in root:
        return None
    from governance.model.paper import read_paper  # noqa: PLC0415 - most proposals leave the paper's words to another file

    return read_paper(root.table("paper"), source)


def _school(table: Table, *, given: bool) -> School:
    if given:
        table.require("category", f"Known: {', '.join(CATEGORIES)}")
    school = School(
        name=table.text("name"),
        category=table.choice("category", CATEGORIES) or "",
        foundation=table.choice("foundation", FOUNDATION),
        religious_character=religious_character(table),
        local_authority=table.text("local_authority"),
        head_resigned=table.flag("head_resigned"),
        phase=table.choice("phase", PHASES),
        foundation_origin=table.choice("foundation_origin", FOUNDATION_ORIGINS),
    )
    for key in ("foundation", "religious_character", "head_resigned", "foundation_origin"):
        if school.category == "federation" and key in table:
            table.problem(key, "belongs to a school, not to the federation", remedy="Move it to [[schools]]")
    table.finish()
    return school


def _instrument(table: Table) -> Instrument:
    instrument = Instrument(
        governing_body=table.text("governing_body"),
        made_by=table.text("made_by"),
        made_on=table.date("made_on"),
        effective_on=table.date("effective_on"),
        replaces=table.date("replaces"),
        decided_to_vary_on=table.date("decided_to_vary_on"),
        sponsor_names=table.texts("sponsor_names"),
        nominating_body=table.text("nominating_body"),
    )
    replaced = instrument.replaces
    days = {"is made": instrument.made_on, "takes effect": instrument.effective_on}
    for what, day in days.items():
        if day and replaced and replaced > day:
            table.problem(
                "replaces",
                f"{replaced} is after {day}, on which this instrument {what}",
                remedy="Give the day on which the instrument that it replaces was made",
            )
            break
    table.finish()
    return instrument


_WITHIN = {CO_OPTED_STAFF: "Count the co-opted governors who are employed at the school within co_opted"}


def _seats(table: Table) -> Seats:
    counts = {seat: table.count(seat) or 0 for seat in SEATS}
    parts = {part: table.count(part) for part in PARTS_OF}
    for part, whole in PARTS_OF.items():
        of, all_of = parts[part], counts[whole]
        if isinstance(of, int) and isinstance(all_of, int) and of > all_of:
            words = SEAT_WORDS[whole][1].removesuffix(" governors")
            table.problem(
                part,
                f"{of} is more than the {all_of} {words} seats it is part of",
                remedy=_WITHIN.get(part, f"Count them within {whole}"),
            )
    total = table.count("total", may_be_unknown=False)
    table.finish()
    return Seats(
        **counts,
        co_opted_staff=parts[CO_OPTED_STAFF],
        foundation_parent=parts[FOUNDATION_PARENT],
        extra_foundation=parts[EXTRA_FOUNDATION],
        total=None if total is None else int(total),
    )


def _terms(table: Table) -> Terms:
    found = {category: table.term(category) for category in ("all", *SEATS)}
    fixed = table.choices("fixed_by_appointer", SEATS)
    table.finish()
    return Terms({category: term for category, term in found.items() if term}, fixed)


def _earlier(root: Table, since: "datetime.date | None") -> tuple[Earlier, ...]:
    """Read the `[[earlier]]` instruments, in the order of their days, all before the day of this one."""
    found: dict[datetime.date, Earlier] = {}
    for table in root.tables("earlier"):
        table.require("effective_on", "Give the day on which that instrument took effect")
        day, terms = table.date("effective_on"), _terms(table.table("terms"))
        if day in found:
            table.problem("effective_on", f"{day} stands twice", remedy="List each earlier instrument once")
        elif day and since is None:
            table.problem(
                "effective_on",
                "comes before a day that is not given",
                remedy="Set effective_on under [instrument], too",
            )
        elif day and since and day >= since:
            table.problem(
                "effective_on",
                f"{day} is not before {since}, on which this instrument takes effect",
                remedy="List under [[earlier]] only the instruments that came before this one",
            )
        elif day:
            found[day] = Earlier(day, terms)
        table.finish()
    return tuple(found[day] for day in sorted(found))


def _foundation(table: Table) -> Foundation:
    foundation = Foundation(
        name=table.text("name"),
        trust_deed=table.text("trust_deed"),
        rest=table.choice("rest", (UNKNOWN,)),
        appointers=tuple(_appointer(entry) for entry in table.tables("appointers")),
        ex_officio=tuple(_ex_officio(entry) for entry in table.tables("ex_officio")),
    )
    table.finish()
    return foundation


def _appointer(table: Table) -> Appointer:
    table.require("by", "Say who appoints")
    table.require("number", "Say how many they appoint")
    number = table.count("number")
    appointer = Appointer(
        by=table.text("by") or "",
        number=0 if number is None else number,
        basis=table.text("basis"),
        school=table.text("school"),
    )
    table.finish()
    return appointer


def _ex_officio(table: Table) -> ExOfficio:
    table.require("office", "Name the office that carries the seat")
    ex_officio = ExOfficio(
        office=table.text("office") or "",
        removal_requested_by=table.text("removal_requested_by"),
        substitute_appointed_by=table.text("substitute_appointed_by"),
        school=table.text("school"),
    )
    table.finish()
    return ex_officio


def _ethos(table: Table) -> str | None:
    description = table.lines("description")
    table.finish()
    return description


def _approvals(table: Table) -> dict[str, Any]:
    found = {approver: table.date(approver) for approver in APPROVERS}
    table.finish()
    return {approver: day for approver, day in found.items() if day}


def _current(table: Table) -> Seats:
    table.require("seats", "Add [current.seats]")
    seats = _seats(table.table("seats"))
    table.finish()
    return seats


def _filled(table: Table) -> dict[str, int]:
    counts = {seat: table.count(seat, may_be_unknown=False) for seat in SEATS}
    table.finish()
    return {seat: int(count) for seat, count in counts.items() if count is not None}


def _read_input() -> bytes:
    if sys.stdin is None:
        raise ValueError("standard input is closed")
    return sys.stdin.buffer.read(MOST_BYTES + 1)


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read(MOST_BYTES + 1)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    for key, value in pairs:
        if key in seen:
            raise ValueError("the key {} stands twice".format(show(key, "'")))
        seen[key] = value
    return seen


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not a number")


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "it is nested too deep"
    return "a number has too many digits" if "digits" in str(error) else str(error)


def _failed(where: str, message: str, remedy: str) -> ProposalError:
    return ProposalError((Problem(where, "", message, remedy),))

"""The facts in a document's controls, put over what its words were read to say.

A line is not read where it holds facts and the words around them are those that we wrote: each fact is taken as it stands.
What was rewritten or added is read by its words, and a fact is a doubt where these say otherwise.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from governance.model import meaning
from governance.model.names import FOUNDATION_WORDS, SEAT_WORDS, SEATS, STAFF_AND_HEAD, UNKNOWN, member_words
from governance.reading.board.doubts import NOT_MENTIONED, doubted
from governance.reading.evidence import (
    Evidence,
    Remark,
    Understood,
    alike,
    differing,
    in_doubt,
    tables,
    with_evidence,
)
from governance.reading.facts.foundation import THE_REST
from governance.reading.facts.names import authority_name
from governance.reading.facts.regulations import regime
from governance.reading.intake.transcript import APPENDIX, Control, Line, Transcript, Where, known
from governance.reading.phrases.days import days
from governance.reading.text.signs import plain

TAKEN: Final = "What stands in its content controls was taken as it stands there ({} facts)."
APPENDIX_ALONE: Final = "The instrument in its appendix was read, and not the report before it."
EMPTY: Final = "the control that held it is empty"
NOT_ONE: Final = "what stands in its control is not understood: {}"
CHANGED: Final = "the words around its control were changed"

_TOTAL: Final = "seats.total"
_LISTS: Final = re.compile(r"(instrument\.sponsor_names|terms\.fixed_by_appointer)\.(\d+)")
_WHOSE: Final = {"schools": "name", "foundation.appointers": "by", "foundation.ex_officio": "office"}
_CHOICES: Final = {
    **{words[:-1].casefold(): one for one, words in FOUNDATION_WORDS.items()},
    **dict.fromkeys(("unit", "group of units", "pupil referral unit"), "pupil referral unit"),
}
"""How our instruments say what people say otherwise."""
_SEATS: Final = {
    said: seat for seat in SEATS for words in SEAT_WORDS[seat] for said in (words, member_words(words))
}
_LONGEST: Final = 100
"""No number, day or term takes more characters."""

_Facts = Mapping[str, Sequence[tuple[Any, Control]]]
"""Each field with the value of each control that holds it."""


def unheld(transcript: Transcript) -> Transcript:
    """Leave the lines that are to be read by their words."""
    lines = tuple(line for line in _instrument(transcript) if not line.held)
    return attrs.evolve(transcript, lines=lines, controls=())


def _instrument(transcript: Transcript) -> Sequence[Line]:
    """Give the lines of the instrument: of a report with one appendix, the lines from its title on."""
    titles = [control.where for control in transcript.controls if control.key == APPENDIX]
    starts = [place for place, line in enumerate(transcript.lines) if line.where in titles]
    return transcript.lines[starts[0] :] if len(titles) == 1 else transcript.lines


def with_controls(read: Understood, transcript: Transcript) -> Understood:
    """Put the facts over what was read of the other lines."""
    lines = {line.where: line for line in reversed(_instrument(transcript))}
    controls = [one for one in transcript.controls if one.where in lines and one.key != APPENDIX]
    facts = _facts(controls)
    by_words = _by_field(read.evidence, facts)
    settled = [_settled(field, held, by_words.pop(field, None), lines) for field, held in facts.items()]
    evidence = [one for one, _ in settled]
    held = {control.where for control in controls}
    evidence += in_doubt(by_words.values(), CHANGED, lambda one: one.where in held)
    evidence += _following(evidence, transcript)
    evidence = in_doubt(evidence, "it is outside the law that is encoded" if read.outside else "")
    alone = (APPENDIX_ALONE,) if len(lines) < len({line.where for line in transcript.lines}) else ()
    notes = (*read.transcript.notes, TAKEN.format(len(facts)), *alone)
    remarks = (*read.remarks, *(remark for _, remark in settled if remark))
    whole = attrs.evolve(read, transcript=attrs.evolve(transcript, notes=notes), remarks=remarks)
    return with_evidence(whole, doubted(_added_up(evidence), read.unread))


def _facts(controls: Iterable[Control]) -> _Facts:
    """Gather the controls of each field; those of a list are one field, in their order."""
    facts: dict[str, list[tuple[Any, Control]]] = defaultdict(list)
    lists: dict[str, dict[int, tuple[Any, Control]]] = defaultdict(dict)
    for control in controls:
        value = value_of(control.key, control.text)
        if match := _LISTS.fullmatch(control.key):
            lists[match[1]].setdefault(int(match[2]), (value, control))
        elif control.key == f"seats.{STAFF_AND_HEAD}":
            facts["seats.staff"].append((value and value - 1, control))
            facts["seats.head_teacher"].append((value and 1, control))
        else:
            facts[control.key].append((value, control))
    for field, entries in lists.items():
        values = [entries[number][0] for number in sorted(entries)]
        whole = None if None in values else values
        facts[field] = [(whole, control) for _, control in entries.values()]
    return facts


def value_of(key: str, text: str) -> Any:
    """Give the value that a text is for a key, as we wrote it or as somebody wrote it over; None where it is none.

    >>> value_of("seats.parent", "Two (2)"), value_of("seats.parent", "2 or 3"), value_of("seats.parent", "two (3)")
    (2, None, None)
    >>> value_of("instrument.made_on", "the 3rd day of March 2016"), value_of("terms.all", "four years")
    (datetime.date(2016, 3, 3), '4 years')
    """
    asked = known(key)
    said = plain(" ".join(text.split())).casefold().removesuffix(".")
    short = said if len(said) < _LONGEST else ""
    match asked and asked.kind:
        case "count" | "total":
            return meaning.whole(short)
        case "term":
            found = meaning.term(short)
            return found and str(found)
        case "date":
            around = [(short[: day.start], short[day.end :], day.date) for day in days(short)[:1]]
            return next((day for before, after, day in around if before in ("", "the ") and not after), None)
        case "choices":
            return _SEATS.get(said)
        case "choice" if asked:
            return _CHOICES.get(said) or meaning.choice(short, asked.options)
    # Our instruments say "no body" where none nominates a community governor.
    return "none" if (key, said) == ("instrument.nominating_body", "no body") else text or None


def _by_field(evidence: Iterable[Evidence], facts: _Facts) -> dict[str, Evidence]:
    """Give what was read by its field: schools, appointers and offices have the number of the fact that is alike, or come after."""
    numbers: dict[str, str] = {}
    result: dict[str, Evidence] = {}
    for one in evidence:
        if one.sure != "stated" and (one.because == NOT_MENTIONED or one.field == "regulations"):
            continue
        entry, _, key = one.field.rpartition(".")
        family = entry.rpartition(".")[0]
        if _WHOSE.get(family) == key:
            entries = [field for field in facts if re.fullmatch(rf"{family}\.\d+\.{key}", field)]
            own = {field.rpartition(".")[0]: alike(facts[field][0][0]) for field in entries}
            given = [at for at in numbers.values() if at.rpartition(".")[0] == family]
            same = (at for at, value in own.items() if value == alike(one.value) and at not in given)
            after = 1 + max((int(at.rpartition(".")[2]) for at in (*own, *given)), default=-1)
            numbers[entry] = next(same, f"{family}.{after}")
        field = f"{numbers.get(entry, entry)}.{key}" if entry else key
        result.setdefault(field, attrs.evolve(one, field=field))
    return result


def _settled(
    field: str, held: Sequence[tuple[Any, Control]], other: Evidence | None, lines: Mapping[Where, Line]
) -> tuple[Evidence, Remark | None]:
    """Give a fact, or the doubt about it; `other` is what the other lines say."""
    value, first = held[0]
    told = Evidence(field, value, lines[first.where].words, first.where, "stated")
    seat = field.startswith("seats.")
    open_ = UNKNOWN if seat and field != _TOTAL else str(value or first.text)

    def doubt(because: str, where: Where = first.where) -> Evidence:
        return Evidence(field, open_, lines[where].words, where, "conflict", because)

    if none := next((control for again, control in held if again is None), None):
        return doubt(NOT_ONE.format(none.text) if none.text else EMPTY, none.where), None
    kept = any(control.kept for _, control in held)
    sure = other.sure if other is not None and alike(other.value) == alike(value) else ""
    by_words = other if kept and sure not in ("stated", "inferred") else None
    differs = next((lines[control.where] for again, control in held if again != value), by_words)
    if differs is not None:
        return doubt(f"another place says: {differs.words}"), differing(told, differs)
    if kept or sure == "stated":
        return told, None
    return (doubt(CHANGED) if seat or other is not None else told.inferred(CHANGED)), None


def _following(evidence: Sequence[Evidence], transcript: Transcript) -> Iterator[Evidence]:
    """Give what follows from the facts: whose authority it is, how many one appointer appoints, and under which Regulations."""
    held = {one.field: one for one in evidence if one.sure != "conflict"}
    maker, seats = held.get("instrument.made_by"), held.get("seats.foundation")
    if maker and "school.local_authority" not in held and (place := authority_name(str(maker.value))):
        yield maker.inferred("it makes the instrument", field="school.local_authority", value=place)
    by = [field for field in held if re.fullmatch(r"foundation\.appointers\.\d+\.by", field)]
    offices = sum(bool(re.fullmatch(r"foundation\.ex_officio\.\d+\.office", field)) for field in held)
    number = seats.value - offices if seats and isinstance(seats.value, int) else 0
    if len(by) == 1 and number > 0 and (field := f"{by[0].removesuffix('by')}number") not in held:
        yield held[by[0]].inferred(THE_REST, field=field, value=number)
    if "regulations" not in held and (made := regime((), tables(evidence), transcript.lines[0])):
        yield made


def _added_up(evidence: list[Evidence]) -> list[Evidence]:
    """Doubt the seats where they do not come to the total."""
    seats = [one for one in evidence if one.field.removeprefix("seats.") in SEATS]
    total = next((one for one in evidence if one.field == _TOTAL and one.sure != "conflict"), None)
    numbers = [one.value for one in seats]
    if total is None or not all(isinstance(count, int) for count in numbers) or sum(numbers) == total.value:
        return evidence
    because = f"the seats read add up to {sum(numbers)}, and the document says {total.value}"
    return in_doubt(evidence, because, [*seats, total].__contains__)

"""The facts in a document's controls, put over what its words were read to say.

A line is not read where it holds facts and the words around them are those that we wrote: each fact is taken as it stands.
What was rewritten or added is read by its words, and a fact is a doubt where these say otherwise.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from governance.model.names import SEATS, STAFF_AND_HEAD, UNKNOWN
from governance.reading.board.doubts import NOT_MENTIONED, doubted
from governance.reading.control_values import value_of
from governance.reading.evidence import Evidence, Remark, Understood, in_doubt
from governance.reading.facts.foundation import THE_REST
from governance.reading.facts.names import authority_name
from governance.reading.facts.regulations import regime
from governance.reading.intake.transcript import APPENDIX, Control, Line, Transcript, Where
from governance.reading.merge import alike, tables, with_evidence

TAKEN: Final = "What stands in its content controls was taken as it stands there ({} facts)."
APPENDIX_ALONE: Final = "The instrument in its appendix was read, and not the report before it."
EMPTY: Final = "the control that held it is empty"
NOT_ONE: Final = "what stands in its control is not understood: {}"
CHANGED: Final = "the words around its control were changed"

_TOTAL: Final = "seats.total"
_SEATS: Final = tuple(f"seats.{seat}" for seat in SEATS)
_LISTS: Final = re.compile(r"(instrument\.sponsor_names|terms\.fixed_by_appointer)\.\d+")
_ENTRY: Final = re.compile(r"(schools|foundation\.appointers|foundation\.ex_officio)\.(\d+)\.(.+)")
_WHOSE: Final = {"schools": "name", "foundation.appointers": "by", "foundation.ex_officio": "office"}


@attrs.frozen
class _Fact:
    """A field with the value of each control that holds it."""

    field: str
    values: tuple[Any, ...]
    controls: tuple[Control, ...]


def unheld(transcript: Transcript) -> Transcript:
    """Leave the lines that are to be read by their words."""
    return attrs.evolve(
        transcript, lines=tuple(line for line in _instrument(transcript) if not line.held), controls=()
    )


def _instrument(transcript: Transcript) -> Sequence[Line]:
    """Give the lines of the instrument: of a report with one appendix, the lines from its title on."""
    titles = [control.where for control in transcript.controls if control.key == APPENDIX]
    starts = [place for place, line in enumerate(transcript.lines) if line.where in titles]
    return transcript.lines[starts[0] :] if len(titles) == 1 else transcript.lines


def with_controls(read: Understood, transcript: Transcript) -> Understood:
    """Put the facts over what was read of the other lines."""
    lines: dict[Where, Line] = {}
    for line in _instrument(transcript):
        lines.setdefault(line.where, line)
    controls = [one for one in transcript.controls if one.where in lines and one.key != APPENDIX]
    facts = tuple(_facts(controls))
    by_words = _by_field(read.evidence, facts)
    settled = [_settled(fact, by_words.pop(fact.field, None), lines) for fact in facts]
    evidence = [one for one, _ in settled]
    held = {control.where for control in controls}
    evidence += in_doubt(by_words.values(), CHANGED, lambda one: one.where in held)
    evidence += _following(evidence, transcript)
    evidence = in_doubt(evidence, "it is outside the law that is encoded" if read.outside else "")
    notes = [*read.transcript.notes, TAKEN.format(len(facts))]
    if len(lines) < len({line.where for line in transcript.lines}):
        notes.append(APPENDIX_ALONE)
    remarks = (*read.remarks, *(remark for _, remark in settled if remark))
    whole = attrs.evolve(read, transcript=attrs.evolve(transcript, notes=tuple(notes)), remarks=remarks)
    return with_evidence(whole, doubted(_added_up(evidence), read.unread))


def _facts(controls: Sequence[Control]) -> Iterator[_Fact]:
    """Gather the controls of each field; those of a list are one field, in their order."""
    by_key: dict[str, list[Control]] = {}
    for control in controls:
        by_key.setdefault(control.key, []).append(control)
    lists: dict[str, list[_Fact]] = {}
    for key, own in by_key.items():
        values = tuple(value_of(key, control.text) for control in own)
        if match := _LISTS.fullmatch(key):
            lists.setdefault(match[1], []).append(_Fact(key, values, tuple(own)))
        elif key == f"seats.{STAFF_AND_HEAD}":
            yield _Fact("seats.staff", tuple(value and value - 1 for value in values), tuple(own))
            yield _Fact("seats.head_teacher", tuple(value and 1 for value in values), tuple(own))
        else:
            yield _Fact(key, values, tuple(own))
    for field, several in lists.items():
        several.sort(key=lambda fact: int(fact.field.rpartition(".")[2]))
        held = tuple(control for fact in several for control in fact.controls)
        first = [fact.values[0] for fact in several]
        yield _Fact(field, (None if None in first else first,), held)


def _by_field(evidence: Iterable[Evidence], facts: Sequence[_Fact]) -> dict[str, Evidence]:
    """Give what was read by its field: schools, appointers and offices have the number of the fact that is alike, or come after."""
    held = {fact.field: fact.values[0] for fact in facts}
    numbers: dict[tuple[str, str], int] = {}
    evidence = [
        one
        for one in evidence
        if (one.because != NOT_MENTIONED and one.field != "regulations") or one.sure == "stated"
    ]
    for one in evidence:
        match = _ENTRY.fullmatch(one.field)
        if match is None or match[3] != _WHOSE[match[1]]:
            continue
        family = {
            int(own[2]): value
            for field, value in held.items()
            if (own := _ENTRY.fullmatch(field)) and (own[1], own[3]) == (match[1], match[3])
        }
        taken = [number for (of, _), number in numbers.items() if of == match[1]]
        same = (
            place
            for place, value in family.items()
            if alike(value) == alike(one.value) and place not in taken
        )
        numbers[match[1], match[2]] = next(same, 1 + max((*family, *taken), default=-1))
    result: dict[str, Evidence] = {}
    for one in evidence:
        field = one.field
        if (match := _ENTRY.fullmatch(field)) and (number := numbers.get((match[1], match[2]))) is not None:
            field = f"{match[1]}.{number}.{match[3]}"
        result.setdefault(field, attrs.evolve(one, field=field))
    return result


def _settled(
    fact: _Fact, other: Evidence | None, lines: Mapping[Where, Line]
) -> tuple[Evidence, Remark | None]:
    """Give a fact, or the doubt about it; `other` is what the other lines say."""
    first = fact.controls[0]

    def doubt(because: str, where: Where = first.where) -> Evidence:
        seat = fact.field.startswith("seats.") and fact.field != _TOTAL
        value = UNKNOWN if seat else str(fact.values[0] or first.text)
        return Evidence(fact.field, value, lines[where].words, where, "conflict", because)

    def conflict(words: str, where: Where) -> tuple[Evidence, Remark]:
        of = fact.field.rpartition(".")[2].replace("_", " ")
        quotes = (lines[first.where].words, first.where), (words, where)
        return doubt(f"another place says: {words}"), Remark("conflict", f"Two places differ on {of}", quotes)

    for value, control in zip(fact.values, fact.controls, strict=False):
        if value is None:
            return doubt(NOT_ONE.format(control.text) if control.text else EMPTY, control.where), None
        if value != fact.values[0]:
            return conflict(lines[control.where].words, control.where)
    told = Evidence(fact.field, fact.values[0], lines[first.where].words, first.where, "stated")
    says = (
        other is not None and other.sure in ("stated", "inferred") and alike(other.value) == alike(told.value)
    )
    if any(control.kept for control in fact.controls):
        if other is not None and not says:
            return conflict(other.words, other.where)
        return told, None
    if says and other is not None and other.sure == "stated":
        return told, None
    if fact.field.startswith("seats.") or other is not None:
        return doubt(CHANGED), None
    return attrs.evolve(told, sure="inferred", because=CHANGED), None


def _following(evidence: Sequence[Evidence], transcript: Transcript) -> Iterator[Evidence]:
    """Give what follows from the facts: whose authority it is, how many one appointer appoints, and under which Regulations."""
    held = {one.field: one for one in evidence if one.sure != "conflict"}
    maker, seats = held.get("instrument.made_by"), held.get("seats.foundation")
    if maker and "school.local_authority" not in held and (place := authority_name(str(maker.value))):
        because = "it makes the instrument"
        yield Evidence("school.local_authority", place, maker.words, maker.where, "inferred", because)
    by, offices = (
        [one for field, one in held.items() if re.fullmatch(pattern, field)]
        for pattern in (r"foundation\.appointers\.\d+\.by", r"foundation\.ex_officio\.\d+\.office")
    )
    number = seats.value - len(offices) if seats and isinstance(seats.value, int) else 0
    if len(by) == 1 and number > 0 and (field := f"{by[0].field.removesuffix('by')}number") not in held:
        yield Evidence(field, number, by[0].words, by[0].where, "inferred", THE_REST)
    if "regulations" not in held and (made := regime((), tables(evidence), transcript.lines[0])):
        yield made


def _added_up(evidence: list[Evidence]) -> list[Evidence]:
    """Doubt the seats where they do not come to the total."""
    seats = {one.field: one for one in evidence if one.field in (*_SEATS, _TOTAL)}
    total = seats.pop(_TOTAL, None)
    numbers = [one.value for one in seats.values()]
    if total is None or total.sure == "conflict" or not all(isinstance(count, int) for count in numbers):
        return evidence
    together = sum(numbers)
    because = f"the seats read add up to {together}, and the document says {total.value}"
    wrong = together != total.value
    return in_doubt(evidence, because if wrong else "", lambda one: one.field in (*seats, _TOTAL))

"""The facts in a document's controls, put over what its words were read to say.

A fact is taken as it stands where the words around its control are those that we wrote, and nothing outside says
otherwise. Where they were changed, the words decide what the fact is of, and it is a doubt where they do not.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from governance.model.names import SEATS, STAFF_AND_HEAD, UNKNOWN
from governance.reading.control_values import counts, value_of
from governance.reading.evidence import Evidence, Remark, Understood
from governance.reading.facts.names import authority_name
from governance.reading.intake.controls import mask_of, unmasked
from governance.reading.intake.transcript import Control, Transcript, Where
from governance.reading.merge import shown, tables

TAKEN: Final = "What stands in its content controls was taken as it stands there ({} facts)."
APPENDIX_ALONE: Final = "The instrument in its appendix was read, and not the report before it."
EMPTY: Final = "the control that held it is empty"
NOT_ONE: Final = "what stands in its control is not understood: {}"
CHANGED: Final = "the words around its control were changed"

_TOTAL: Final = "seats.total"
_LISTS: Final = re.compile(r"(instrument\.sponsor_names|terms\.fixed_by_appointer)\.\d+")
_ENTRY: Final = re.compile(r"(schools|foundation\.appointers|foundation\.ex_officio)\.(\d+)\.(.+)")
_WHOSE: Final = {"schools": "name", "foundation.appointers": "by", "foundation.ex_officio": "office"}


@attrs.frozen
class _Fact:
    """A field with the value of each control that holds it."""

    field: str
    values: tuple[Any, ...]
    controls: tuple[Control, ...]

    @property
    def kept(self) -> bool:
        return any(control.kept for control in self.controls)


def with_controls(read: Understood, transcript: Transcript) -> Understood:
    """Put the facts over what was read of the masked words, and the document's own words back."""
    back = unmasked(transcript.controls)
    lines: dict[Where, str] = {}
    places = {line.where for line in transcript.masked}
    for line in transcript.lines:
        # What a fact fills with several lines is one line where it is masked.
        whole = attrs.evolve(line.where, line=None)
        if not places.isdisjoint((line.where, whole)):
            lines.setdefault(line.where if line.where in places else whole, line.words)
    facts = tuple(_facts(transcript.controls))
    ours = {control.where for control in transcript.controls if control.kept}
    ours -= {control.where for control in transcript.controls if not control.kept}
    by_words = _numbered(read.evidence, transcript.controls, ours)
    settled = [_settled(fact, by_words, read.remarks, ours, lines) for fact in facts]
    sums_up = _sums_up([one for one, _ in settled])
    evidence = []
    for (one, _), fact in zip(settled, facts, strict=True):
        other = by_words.get(fact.field)
        adds = sums_up or one.sure != "stated" or not one.field.startswith("seats.")
        evidence.append(one if adds or other is None or other.sure == "stated" else other)
    mine = {fact.field for fact in facts}
    evidence += [
        attrs.evolve(one, words=back(one.words), value=value, because=back(one.because))
        for field, one in by_words.items()
        if field not in mine and not (sums_up and one.sure == "unread" and one.where in ours)
        if (value := _value(one, transcript.controls, back)) is not None
    ]
    evidence += _one_appointer(evidence)
    if read.outside:
        evidence = [
            attrs.evolve(one, sure="inferred", because="it is outside the law that is encoded")
            if one.sure == "stated"
            else one
            for one in evidence
        ]
    data = tables(evidence)
    remarks = [
        attrs.evolve(
            one, says=back(one.says), quotes=tuple((back(words), where) for words, where in one.quotes)
        )
        for one in read.remarks
        if not (sums_up and one.kind == "conflict" and ours.issuperset(where for _, where in one.quotes))
    ]
    quoted = {where for one in remarks if one.kind == "conflict" for _, where in one.quotes}
    remarks += [one for _, one in settled if one and one.quotes[-1][1] not in quoted]
    unread = [
        attrs.evolve(one, words=back(one.words)) for one in read.unread if not (sums_up and one.where in ours)
    ]
    cut = (APPENDIX_ALONE,) if transcript.masked[0].where != transcript.lines[0].where else ()
    notes = (*read.transcript.notes, TAKEN.format(len(facts)), *cut)
    also = {one.field: one.value for one in evidence if "." not in one.field}
    if (replaced := data.get("instrument", {}).get("replaces")) is not None:
        also["replaces"] = replaced
    return Understood(
        attrs.evolve(transcript, notes=notes),
        data,
        also,
        tuple(evidence),
        tuple(remarks),
        tuple(unread),
        back(read.outside),
    )


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


def _numbered(
    evidence: Iterable[Evidence], controls: Sequence[Control], ours: set[Where]
) -> dict[str, Evidence]:
    """Number the schools, appointers and offices that were read as their controls do; others come after them."""
    places: dict[str, dict[int, str]] = {}
    for control in controls:
        if (match := _ENTRY.fullmatch(control.key)) and match[3] == _WHOSE[match[1]]:
            places.setdefault(match[1], {}).setdefault(int(match[2]), control.token)
    result: dict[str, Evidence] = {}
    evidence = list(evidence)
    for family, of_tokens in places.items():
        named = {
            match[2]: one
            for one in evidence
            if (match := _ENTRY.fullmatch(one.field)) and match[1] == family and match[3] == _WHOSE[family]
        }
        numbers: dict[str, int] = {}
        for number, one in named.items():
            same = [place for place, token in of_tokens.items() if token in str(one.value)]
            if same:
                # Of two that are called alike, each is taken once, in their order.
                numbers[number] = next((place for place in same if place not in numbers.values()), same[0])
            elif one.where not in ours:
                numbers[number] = 1 + max((*of_tokens, *numbers.values()))
        evidence = list(_renumbered(evidence, family, numbers))
    for one in evidence:
        result.setdefault(one.field, one)
    return result


def _renumbered(evidence: Iterable[Evidence], family: str, numbers: Mapping[str, int]) -> Iterator[Evidence]:
    for one in evidence:
        match = _ENTRY.fullmatch(one.field)
        if match is None or match[1] != family:
            yield one
        elif match[2] in numbers:
            yield attrs.evolve(one, field=f"{family}.{numbers[match[2]]}.{match[3]}")


def _settled(
    fact: _Fact,
    by_words: Mapping[str, Evidence],
    remarks: Sequence[Remark],
    ours: set[Where],
    lines: Mapping[Where, str],
) -> tuple[Evidence, Remark | None]:
    """Give a fact, or the doubt about it."""
    first = fact.controls[0]
    words, other = lines.get(first.where, ""), by_words.get(fact.field)

    def doubt(because: str, where: Where = first.where) -> Evidence:
        value = (
            UNKNOWN
            if fact.field.startswith("seats.") and fact.field != _TOTAL
            else shown(fact.values[0] or first.text)
        )
        return Evidence(fact.field, value, lines.get(where, ""), where, "conflict", because)

    if None in fact.values:
        place = fact.values.index(None)
        wrong = fact.controls[place]
        because = NOT_ONE.format(wrong.text) if wrong.text else EMPTY
        return doubt(because, wrong.where), None
    for value, control in zip(fact.values, fact.controls, strict=False):
        if value != fact.values[0]:
            return _conflict(doubt, words, first.where, lines.get(control.where, ""), control.where)
    told = Evidence(fact.field, fact.values[0], words, first.where, "stated")
    outside = _outside(fact, other, remarks, ours) or _counted(fact, ours, lines)
    if fact.kept:
        if outside is None:
            return told, None
        return _conflict(doubt, words, first.where, *outside)
    if other is not None and other.sure == "stated" and _says(other, fact):
        return told, None
    if fact.field.startswith("seats.") or outside is not None:
        return doubt(CHANGED), None
    return attrs.evolve(told, sure="inferred", because=CHANGED), None


def _conflict(
    doubt: Callable[[str], Evidence], words: str, where: Where, others: str, elsewhere: Where
) -> tuple[Evidence, Remark]:
    one = doubt(f"another place says: {others}")
    of = one.field.rpartition(".")[2].replace("_", " ")
    return one, Remark("conflict", f"Two places differ on {of}", ((words, where), (others, elsewhere)))


def _outside(
    fact: _Fact, other: Evidence | None, remarks: Sequence[Remark], ours: set[Where]
) -> tuple[str, Where] | None:
    """Find the words outside our own lines that say something else."""
    if other is None or (other.sure in ("stated", "inferred") and _says(other, fact)):
        return None
    if other.where not in ours:
        return other.words, other.where
    if other.sure != "conflict":
        return None
    quoted = (
        quote
        for one in remarks
        if one.kind == "conflict" and any(where == other.where for _, where in one.quotes)
        for quote in one.quotes
        if quote[1] not in ours
    )
    return next(quoted, None)


def _counted(fact: _Fact, ours: set[Where], lines: Mapping[Where, str]) -> tuple[str, Where] | None:
    """Find a line outside our own that gives another number before the words for the category."""
    seat = fact.field.removeprefix("seats.")
    if seat not in SEATS or not fact.field.startswith("seats."):
        return None
    others = ((words, where) for where, words in lines.items() if where not in ours)
    return next((one for one in others if counts(seat, one[0]) - {fact.values[0]}), None)


def _says(other: Evidence, fact: _Fact) -> bool:
    """Tell whether the words say the same; of masked ones, whether they name it."""
    if _LISTS.match(f"{fact.field}.0") and isinstance(other.value, (list, tuple)):
        return len(other.value) == len(fact.values[0])
    if mask_of(fact.field) is not None:
        return any(control.token in str(other.value) for control in fact.controls)
    return str(other.value).casefold() == str(fact.values[0]).casefold()


def _sums_up(evidence: Iterable[Evidence]) -> bool:
    """Tell whether the seats that the controls give come to the total that they give."""
    parts = ("seats.foundation_parent", "seats.extra_foundation")
    seats = {
        one.field: one.value for one in evidence if one.field.startswith("seats.") and one.field not in parts
    }
    total = seats.pop(_TOTAL, None)
    counts = [count for count in seats.values() if isinstance(count, int)]
    return len(counts) == len(seats) and sum(counts) == total


def _one_appointer(evidence: Sequence[Evidence]) -> Iterator[Evidence]:
    """Give one appointer, of whom no number is said, every foundation seat that no office holds."""
    held = {one.field: one for one in evidence}
    by = [one for field, one in held.items() if re.fullmatch(r"foundation\.appointers\.\d+\.by", field)]
    offices = sum(bool(re.fullmatch(r"foundation\.ex_officio\.\d+\.office", field)) for field in held)
    seats = held.get("seats.foundation")
    if len(by) != 1 or seats is None or not isinstance(seats.value, int) or seats.value <= offices:
        return
    field = by[0].field.removesuffix("by") + "number"
    if field not in held:
        yield Evidence(
            field, seats.value - offices, by[0].words, by[0].where, "inferred", "no other appoints any"
        )


def _value(one: Evidence, controls: Sequence[Control], back: Callable[[str], str]) -> Any:
    """Give what was read in the document's own words; of an authority that makes the instrument, the place alone."""
    makers = [held for held in controls if held.key == "instrument.made_by" and held.token in str(one.value)]
    if one.field == "school.local_authority" and makers:
        return authority_name(makers[0].text)
    return _back(one.value, back)


def _back(value: Any, back: Callable[[str], str]) -> Any:
    if isinstance(value, (list, tuple)):
        return [_back(one, back) for one in value]
    return back(value) if isinstance(value, str) else value

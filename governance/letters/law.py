"""The law told on a terminal, and as plain values: lists, single provisions, what a search found, the ledger."""

import datetime
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from governance.english import day_words, listed
from governance.law.book import cautions
from governance.law.citations import Hit, Place, cite_place
from governance.law.ledger import Line, by_instrument, totals
from governance.law.library import Entry, Volume
from governance.law.provision import Example, Footing, NotEncoded, Provision, Reading, Rule, Span
from governance.law.wording import (
    CAUTION,
    DOUBT_WEIGHTS,
    STAGES,
    WEIGHTS,
    amending,
    amendment_words,
    encoded,
    footing_words,
    other_view,
    person_words,
    prospective_words,
    school_words,
    seats_words,
    span_words,
    where_words,
)
from governance.letters.page import wrap
from governance.model.names import PARTS_OF


def list_text(entries: Iterable[Entry], *, on: datetime.date | None = None) -> str:
    """List rules one a line under their provisions; without a day, with their dates."""
    entries = tuple(entries)
    if not entries:
        return f"No rule is in force on {day_words(on)}." if on else "There is no such rule."
    laws = {entry.volume.folder: entry.volume.law for entry in entries}
    to_know = cautions(laws.values(), on) if on else ()
    said = [line for one in to_know for line in ("", *wrap(f"Caution: {one}", "", ""))]
    return "\n".join([*_list(entries, dated=on is None), *said])


def _list(entries: tuple[Entry, ...], *, dated: bool) -> Iterator[str]:
    ids = max(len(entry.rule.id) for entry in entries)
    cites = max(len(entry.rule.citation) for entry in entries)
    before = None
    for entry in entries:
        if entry.provision != before:
            if before is not None:
                yield ""
            yield f"{cite_place(entry.volume, entry.provision)}: {entry.provision.title}"
            before = entry.provision
        rule = entry.rule
        line = f"  {rule.id:{ids}}  {rule.citation:{cites}}  {rule.title}"
        yield f"{line} ({span_words(rule.span)})" if dated else line
    yield ""
    yield f"{len(entries)} rules." if len(entries) > 1 else "1 rule."


def show_text(places: Iterable[Place], *, on: datetime.date | None = None) -> str:
    """Tell all there is to a number of paragraphs."""
    return "\n".join(_show(tuple(places), on))


def _show(places: tuple[Place, ...], on: datetime.date | None) -> Iterator[str]:
    for number, place in enumerate(places):
        provision = place.provision
        if number:
            yield ""
        yield from wrap(f"{place.citation}: {provision.title}", "", "    ")
        if place.asked:
            yield from wrap(
                f"{place.asked} is not listed by itself; this is the paragraph it is part of.", "  ", "  "
            )
        for rule in place.rules:
            yield from _rule(rule, provision)
        for reading in place.readings:
            yield from _reading(reading)
        for footing in place.footings:
            yield from wrap(
                f"Footing {footing.id!r} ({span_words(footing.span)}): {footing_words(footing)}", "  ", "    "
            )
        for gap in place.not_encoded:
            yield from wrap(
                f"Not encoded ({span_words(gap.span)}{_by(gap.amended_by, gap.ended_by)}): {gap.why}",
                "  ",
                "    ",
            )
        for ahead in place.prospective:
            yield from wrap(prospective_words(ahead), "  ", "    ")
        if not (place.rules or place.readings or place.footings or place.not_encoded or place.prospective):
            when = f" on {day_words(on)}" if on else ""
            yield (
                f"  Nothing of it is in force{when}."
                if place.otherwise
                else f"  Nothing is recorded of it{when}."
            )
            for rule in place.otherwise:
                yield from wrap(f"{rule.id}: {rule.title} ({span_words(rule.span)})", "    ", "      ")
        yield from _examples(place)
        yield from wrap(
            f"Last compared with {provision.against}, on {day_words(provision.compared)}.", "  ", "  "
        )
        yield f"  {provision.url}"
    yield ""
    yield from wrap(CAUTION, "", "")


def _rule(rule: Rule, provision: Provision) -> Iterator[str]:
    yield from wrap(f"{rule.id}: {rule.title}", "  ", "    ")
    yield from wrap(rule.says, "    ", "    ")
    since, ended = amending(rule, provision)
    facts = {
        "Encoded": encoded(rule),
        "In force": f"{span_words(rule.span)}{_by(since, ended)}",
        "Concerns": where_words(rule.where),
        "Bites": rule.stage and STAGES[rule.stage],
        "Weight": WEIGHTS[rule.severity],
        "Doubtful": rule.reading and f"see the reading {rule.reading!r}",
        "Other view": other_view(rule),
    }
    for name, said in facts.items():
        if said:
            yield from wrap(said, f"    {name + ':':12}", " " * 16)


def _by(since: str | None, ended: str | None) -> str:
    brought = f", by {amendment_words(since)}" if since else ""
    return f"{brought}; ended by {amendment_words(ended)}" if ended else brought


def _reading(reading: Reading) -> Iterator[str]:
    ended = _by(None, reading.ended_by)
    yield from wrap(f"Reading {reading.id!r} ({span_words(reading.span)}{ended})", "  ", "    ")
    stricter = {"taken": "the view we take", "other": "the other view", "neither": "neither"}
    said = {
        "Doubt": reading.doubt,
        "We take it": reading.taken,
        "Other view": reading.other,
        "Stricter": stricter[reading.stricter],
        "Weight": DOUBT_WEIGHTS[reading.weight],
    }
    for name, text in said.items():
        yield from wrap(text, f"    {name + ':':12}", " " * 16)


def _examples(place: Place) -> Iterator[str]:
    examples = place.examples
    if examples:
        yield "  Examples"
    for example in examples:
        on = f", on {day_words(example.on)}" if example.on else ""
        yield from wrap(
            f"{example.says}. {school_words(example)}{on}; {seats_words(example)}.", "    - ", "      "
        )
        yield from wrap(f"Breaks {listed(sorted(example.breaks)) or 'nothing'}.", "      ", "      ")


def search_text(hits: Iterable[Hit], words: Iterable[str]) -> str:
    """Tell what a search found, where it stands and in what kind of text."""
    hits = tuple(hits)
    if not hits:
        return f"Nothing in the rule book has the words {' '.join(words)!r}."
    lines = []
    for hit in hits:
        name = f" {hit.id}" if hit.kind != "heading" and hit.id else ""
        lines += [f"{hit.citation}{name} ({hit.kind})", *wrap(hit.text, "    ", "    ")]
    return "\n".join([*lines, "", f"{len(hits)} found."])


def ledger_text(volumes: Iterable[Volume], lines: Iterable[Line]) -> str:
    """Tell how every paragraph is accounted for."""
    return "\n".join(_ledger(tuple(volumes), tuple(lines)))


def _ledger(volumes: tuple[Volume, ...], lines: tuple[Line, ...]) -> Iterator[str]:
    width = min(max((len(line.title) for line in lines), default=0), 56)
    names = max((len(line.number) for line in lines), default=0)
    head = f"  {'':{names}}  {'':{width}}  paras   rule  reading  footing  to come  not encoded   gap"
    for volume, own in by_instrument(volumes, lines):
        yield f"{volume.law.cite}: {volume.law.title}"
        yield head
        for line in own:
            title = textwrap.shorten(line.title, width, placeholder="...") if width else ""
            yield f"  {line.number:{names}}  {title:{width}}{_counts(totals((line,)))}"
            if gaps := line.of("gap"):
                yield from wrap(f"GAP in {line.file}: {', '.join(gaps)}", "    ", "    ")
        yield ""
    counts = totals(lines)
    name = f"All, in {counts['provisions']} provisions"
    yield f"  {name:{names + width + 2}}{_counts(counts)}"
    yield ""
    if missing := counts["gap"]:
        yield f"{missing} paragraphs are not accounted for."
    else:
        yield "Every paragraph listed is accounted for."


def _counts(counts: dict[str, int]) -> str:
    return f"{counts['paragraphs']:7}{counts['rule']:7}{counts['reading']:9}{counts['footing']:9}{counts['prospective']:9}{counts['not_encoded']:13}{counts['gap']:6}"


def entry_json(entry: Entry) -> dict[str, Any]:
    """Give a rule of the list as plain values."""
    return {
        "instrument": entry.volume.law.id,
        "provision": entry.provision.number,
        "heading": entry.provision.title,
        "compared": entry.provision.compared.isoformat(),
        **_rule_json(entry.rule, entry.provision),
    }


def place_json(place: Place) -> dict[str, Any]:
    """Give a paragraph and all that is said of it as plain values."""
    provision = place.provision
    return {
        "instrument": place.volume.law.id,
        "provision": provision.number,
        "heading": provision.title,
        "para": place.para,
        "citation": place.citation,
        "url": provision.url,
        "file": provision.file,
        "compared": provision.compared.isoformat(),
        "against": provision.against,
        "rules": [_rule_json(rule, provision) for rule in place.rules],
        "not_in_force": [_rule_json(rule, provision) for rule in place.otherwise],
        "readings": [_reading_json(reading) for reading in place.readings],
        "footings": [_footing_json(footing) for footing in place.footings],
        "not_encoded": [_gap_json(gap) for gap in place.not_encoded],
        "prospective": [
            {"says": one.says, "passed": one.passed.isoformat(), "by": one.by} for one in place.prospective
        ],
        "examples": [_example_json(example) for example in place.examples],
        "caution": CAUTION,
    }


def found_json(hit: Hit) -> dict[str, Any]:
    """Give what a search found as plain values."""
    return {
        "citation": hit.citation,
        "id": hit.id,
        "kind": hit.kind,
        "text": hit.text,
        **_span_json(hit.span),
        "url": hit.url,
    }


def _rule_json(rule: Rule, provision: Provision) -> dict[str, Any]:
    since, ended = amending(rule, provision)
    return {
        "id": rule.id,
        "para": rule.para,
        "citation": rule.citation,
        "title": rule.title,
        "says": rule.says,
        "encoded": encoded(rule),
        "severity": rule.severity,
        "stage": rule.stage,
        "where": {fact: sorted(values, key=str) for fact, values in rule.where.items()},
        **_span_json(rule.span),
        "amended_by": since,
        "ended_by": ended,
        "reading": rule.reading,
        "otherwise": other_view(rule),
        "url": rule.url,
    }


def _reading_json(reading: Reading) -> dict[str, Any]:
    return {
        "id": reading.id,
        "doubt": reading.doubt,
        "taken": reading.taken,
        "other": reading.other,
        "stricter": reading.stricter,
        "weight": reading.weight,
        **_span_json(reading.span),
        "ended_by": reading.ended_by,
    }


def _footing_json(footing: Footing) -> dict[str, Any]:
    return {
        "id": footing.id,
        "says": footing.says,
        "number": str(footing) or None,
        **_span_json(footing.span),
    }


def _gap_json(gap: NotEncoded) -> dict[str, Any]:
    return {
        "why": gap.why,
        **_span_json(gap.span),
        "amended_by": gap.amended_by,
        "ended_by": gap.ended_by,
    }


def _example_json(example: Example) -> dict[str, Any]:
    school, seats = example.proposal.school, example.proposal.seats
    counts = {seat: count for seat, count in seats.counts().items() if count}
    counts |= {part: count for part in PARTS_OF if (count := getattr(seats, part)) is not None}
    return {
        "says": example.says,
        "school": school.category,
        "foundation": school.foundation,
        "head_resigned": school.head_resigned,
        "on": example.on and example.on.isoformat(),
        "seats": counts,
        "schools": [
            {"category": one.category, "foundation": one.foundation, "head_resigned": one.head_resigned}
            for one in example.proposal.schools
        ],
        "people": [person_words(person) for person in example.proposal.people],
        "breaks": sorted(example.breaks),
    }


def _span_json(span: Span | None) -> dict[str, Any]:
    if span is None:
        return {"from": None, "until": None, "commencement": "none"}
    return {
        "from": span.since.isoformat(),
        "until": span.until and span.until.isoformat(),
        "commencement": "recorded" if span.start_known else "not recorded",
    }

"""What two proposals say differently, in the words and the order of an instrument.

What is about the making of an instrument (approvals, the board it replaces) and the people in post are left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import attrs

from governance.law.facts import Kind
from governance.model import FederatedSchool, Proposal
from governance.model.names import CO_OPTED_STAFF, PARTS_OF, SEAT_WORDS

_NOT_SAID: Final = ("name", "approvals")
"""Of a school of a federation: the name is the heading, and approvals are about the making of an instrument."""


@attrs.frozen
class Need:
    """A rule that a change touches: where it stands and what it says."""

    citation: str
    url: str
    says: str


@attrs.frozen
class Change:
    """One thing that is different: under which topic, of what, as it was and as it would be."""

    topic: str
    of: str
    old: str
    new: str
    needs: tuple[Need, ...] = ()

    @property
    def what(self) -> str:
        """Name what changed."""
        return f"{self.topic}: {self.of}" if self.of else self.topic


def differences(old: Proposal, new: Proposal) -> Iterator[Change]:
    """Walk everything that an instrument says and that the two say differently."""
    for topic, of, said in _sides(old, new):
        before, after = said
        if _same_apostrophes(before) != _same_apostrophes(after):
            yield Change(topic, of, before, after)


def _sides(old: Proposal, new: Proposal) -> Iterator[tuple[str, str, tuple[str, str]]]:
    """Give everything an instrument says, as the old and the new one say it; an empty text says nothing."""
    for topic, values in _plain(old, new):
        yield topic, "", values
    for seat, (_, words) in SEAT_WORDS.items():
        yield "seats", words, (_text(getattr(old.seats, seat)), _text(getattr(new.seats, seat)))
    for part, whole in PARTS_OF.items():
        name = "employed at the school" if part == CO_OPTED_STAFF else part.replace("_", " ")
        yield (
            "seats",
            f"{SEAT_WORDS[whole][1]} ({name})",
            (_text(getattr(old.seats, part)), _text(getattr(new.seats, part))),
        )
    yield "seats", "in all", (_text(old.seats.sum()), _text(new.seats.sum()))
    yield "seats", "total stated", (_text(old.seats.total), _text(new.seats.total))
    terms = old.terms.by_category, new.terms.by_category
    for category in ("all", *SEAT_WORDS):
        words = "all categories" if category == "all" else SEAT_WORDS[category][1]
        yield "term", words, (_text(terms[0].get(category)), _text(terms[1].get(category)))
    fixed = [", ".join(SEAT_WORDS[c][1] for c in one.terms.fixed_by_appointer) for one in (old, new)]
    yield "terms fixed by those appointing", "", (fixed[0], fixed[1])
    yield from _keyed("appointers", _appointers(old), _appointers(new))
    yield from _keyed("ex officio", _ex_officio(old), _ex_officio(new))
    yield from _keyed("schools", _schools(old.schools), _schools(new.schools))


def _plain(old: Proposal, new: Proposal) -> Iterator[tuple[str, tuple[str, str]]]:
    def both(get: Any) -> tuple[str, str]:
        return _text(get(old)), _text(get(new))

    yield "name of the school", both(lambda one: one.school.name)
    yield "category", both(lambda one: one.school.category)
    yield "foundation", both(lambda one: Kind.of(one).foundation)
    yield "how it came by its foundation", both(lambda one: one.school.foundation_origin)
    yield "religious character", both(lambda one: one.school.religious_character)
    yield "phase", both(lambda one: one.school.phase)
    yield "head teacher has resigned", both(lambda one: one.school.head_resigned)
    yield "local authority", both(lambda one: one.school.local_authority)
    yield "name of the governing body", both(lambda one: one.instrument.governing_body)
    yield "made by", both(lambda one: one.instrument.made_by)
    yield "made on", both(lambda one: one.instrument.made_on)
    yield "decided to be varied on", both(lambda one: one.instrument.decided_to_vary_on)
    yield "in effect on", both(lambda one: one.instrument.effective_on)
    yield "sponsors", both(lambda one: ", ".join(one.instrument.sponsor_names))
    yield "nominating body", both(lambda one: one.instrument.nominating_body)
    yield "foundation's name", both(lambda one: one.foundation.name)
    yield "trust deed", both(lambda one: one.foundation.trust_deed)
    yield "other foundation seats", both(lambda one: one.foundation.rest)
    yield "ethos", both(lambda one: one.ethos)


def _same_apostrophes(words: str) -> str:
    """A document has typographic apostrophes, however they were typed, and is no other for it."""
    return words.replace("’", "'")


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _keyed(
    topic: str, old: Mapping[str, str], new: Mapping[str, str]
) -> Iterator[tuple[str, str, tuple[str, str]]]:
    for key in dict.fromkeys((*old, *new)):
        yield topic, key, (old.get(key, ""), new.get(key, ""))


def _appointers(one: Proposal) -> dict[str, str]:
    return _numbered(
        (entry.by, " ".join(part for part in (str(entry.number), entry.basis, entry.school) if part))
        for entry in one.foundation.appointers
    )


def _ex_officio(one: Proposal) -> dict[str, str]:
    return _numbered(
        (
            entry.office,
            f"removal requested by {entry.removal_requested_by or 'nobody named'}; substitute appointed by "
            f"{entry.substitute_appointed_by or 'nobody named'}"
            + (f"; {entry.school}" if entry.school else ""),
        )
        for entry in one.foundation.ex_officio
    )


def _schools(schools: Iterable[FederatedSchool]) -> dict[str, str]:
    said = []
    for one in schools:
        facts = attrs.asdict(one, filter=lambda field, value: field.name not in _NOT_SAID and bool(value))
        seats = ", ".join(f"{count} {SEAT_WORDS[seat][1]}" for seat, count in one.seats.items())
        facts["seats"] = seats
        said.append((one.name or one.category, "; ".join(_fact(k, v) for k, v in facts.items() if v)))
    return _numbered(said)


def _fact(name: str, value: object) -> str:
    return str(value) if name in ("category", "seats") else f"{name.replace('_', ' ')}: {_text(value)}"


def _numbered(entries: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Key entries by what they are called; a second of the same name is numbered."""
    found: dict[str, str] = {}
    for name, text in entries:
        number = 2
        key = name
        while key in found:
            key, number = f"{name} ({number})", number + 1
        found[key] = text
    return found

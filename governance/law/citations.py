"""Finds the law by its citation, as people type one, or by the words in it.

>>> normal("Regulation 14 (4)") == normal("reg. 14(4)")
True
"""

import datetime
import difflib
import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from governance.english import day_words, listed
from governance.errors import CannotTellError, GovernanceError
from governance.law.facts import Kind
from governance.law.library import Volume
from governance.law.provision import Example, Footing, NotEncoded, Prospective, Provision, Reading, Rule, Span
from governance.law.regime import CONSTITUTION_2007, CONSTITUTION_2012, FEDERATIONS_2012
from governance.law.wording import footing_words, prospective_words
from governance.model.names import PARTS_OF

_SAME: Final = {
    "regulation": "reg",
    "regulations": "reg",
    "regs": "reg",
    "r": "reg",
    "section": "s",
    "sections": "s",
    "ss": "s",
    "sect": "s",
    "sec": "s",
    "article": "art",
    "schedule": "sch",
    "sched": "sch",
    "paragraph": "para",
    "paras": "para",
    "p": "para",
    "uksi": "si",
    "the": "",
    "of": "",
}
_OF_SCHOOLS: Final = (CONSTITUTION_2007, CONSTITUTION_2012)
_ANSWER_FIRST: Final = (CONSTITUTION_2012, FEDERATIONS_2012)
"""Where several instruments have a number, those that are most often meant."""
_NEAR: Final = 0.5
_MOST_NEAR: Final = 5
_MOST_LAWFUL: Final = 2


class UnknownLawError(GovernanceError):
    """Nothing in the rule book goes by that citation or name."""

    def __init__(self, ref: str, nearest: tuple[str, ...]) -> None:
        super().__init__(ref, nearest)
        self.ref, self.nearest = ref, nearest

    def __str__(self) -> str:
        """Say what was not found, and what was perhaps meant."""
        if self.nearest:
            return f"{self.ref!r} is not in the rule book. Did you mean: {'; '.join(self.nearest)}?"
        return f"{self.ref!r} is not in the rule book. `governance law list` shows what is."


@attrs.frozen
class Place:
    """A paragraph of the law, and what is said of it. `asked` is set where a part of it was asked for.

    `otherwise` are the rules of the paragraph that are not in force on the day that was asked about.
    """

    volume: Volume
    provision: Provision
    para: str
    rules: tuple[Rule, ...]
    readings: tuple[Reading, ...]
    not_encoded: tuple[NotEncoded, ...]
    footings: tuple[Footing, ...] = ()
    asked: str = ""
    otherwise: tuple[Rule, ...] = ()
    prospective: tuple[Prospective, ...] = ()

    @property
    def citation(self) -> str:
        """Cite it as lawyers do."""
        return cite_place(self.volume, self.provision, self.para)

    @property
    def examples(self) -> tuple[Example, ...]:
        """The examples that break one of its rules, and those that its rules allow narrowly or by name."""
        return examples_of(self.rules, self.provision)


@attrs.frozen
class Hit:
    """Words found: in what kind of text, where, and the text itself. Law that is not yet in force has no span."""

    citation: str
    id: str
    kind: str
    text: str
    span: Span | None
    url: str


def cite_place(volume: Volume, provision: Provision, para: str = "") -> str:
    """Cite a provision, or a paragraph of it."""
    kind, _, number = provision.number.partition("/")
    mark = {"regulation": "reg ", "section": "s ", "article": "art "}.get(kind, "")
    whole = number if mark else f"{'Sch' if kind == 'schedule' else kind.capitalize()} {number}".strip()
    return f"{volume.law.cite} {mark}{para or whole}"


def place(volume: Volume, provision: Provision, para: str, *, on: datetime.date | None = None) -> Place:
    """Gather what is said of a paragraph; with a day, what is in force on it."""
    return Place(
        volume,
        provision,
        para,
        tuple(rule for rule in provision.rules if rule.para == para and _then(rule.span, on)),
        tuple(reading for reading in provision.readings if reading.para == para and _then(reading.span, on)),
        tuple(gap for gap in provision.not_encoded if gap.para == para and _then(gap.span, on)),
        tuple(one for one in provision.footings if one.para == para and _then(one.span, on)),
        otherwise=tuple(rule for rule in provision.rules if rule.para == para and not _then(rule.span, on)),
        prospective=tuple(
            one for one in provision.prospective if one.para == para and (on is None or one.passed <= on)
        ),
    )


def refuse_earlier(volumes: Iterable[Volume], *days: datetime.date) -> None:
    """Raise CannotTellError for a day before the first Regulations governing schools that are in the volumes."""
    laws = [volume.law for volume in volumes if volume.folder in _OF_SCHOOLS]
    first = min(laws, key=lambda law: law.span.since, default=None)
    for day in days:
        if first is not None and day < first.span.since:
            raise CannotTellError(
                f"The law of {day_words(day)} cannot be told: the Regulations that governed schools then are not "
                f"encoded. The first day we can answer for is {day_words(first.span.since)}, when {first.cite} came "
                "into force."
            )


def several(places: Iterable[Place], ref: str) -> str:
    """Say in one line that several instruments have a number; nothing where only one has it."""
    cites = tuple(dict.fromkeys(place.volume.law.cite for place in places))
    if len(cites) < 2:  # noqa: PLR2004 - several are two or more
        return ""
    return (
        f"Several instruments have {ref}: {listed(cites)}. Put one of them before it to see that one alone."
    )


def find(volumes: Iterable[Volume], ref: str, *, on: datetime.date | None = None) -> tuple[Place, ...]:
    """Find what a citation or the name of a rule means; UnknownLawError with what is nearest.

    A regulation gives its paragraphs, and a paragraph those within it. A part of a paragraph that is not
    listed by itself gives the paragraph it is part of. Where several instruments have the number, SI 2012/1034
    comes first, then SI 2012/1035, then the others in their order.
    """
    volumes = tuple(volumes)
    if found := tuple(_named(volumes, ref, on)):
        return found
    wanted = normal(ref)
    places = [(volume, provision, para) for volume in volumes for provision, para in _paragraphs(volume)]
    found = tuple(
        place(volume, provision, para, on=on)
        for volume, provision, para in places
        if _is_or_holds(wanted, volume, provision, para)
    )
    while not found and (shorter := _enclosing(wanted)):
        wanted = shorter
        found = tuple(
            attrs.evolve(place(volume, provision, para, on=on), asked=ref)
            for volume, provision, para in places
            if wanted in _keys(volume, provision, para)
        )
    if not found:
        raise UnknownLawError(ref, _nearest(volumes, ref))
    return tuple(sorted(found, key=_turn))


def _turn(found: Place) -> int:
    folder = found.volume.folder
    return _ANSWER_FIRST.index(folder) if folder in _ANSWER_FIRST else len(_ANSWER_FIRST)


def search(volumes: Iterable[Volume], words: Iterable[str]) -> Iterator[Hit]:
    """Find every text in which all the words occur, whatever their case."""
    wanted = [word.casefold() for word in words if word.strip()]
    for hit in _texts(volumes):
        text = hit.text.casefold()
        if wanted and all(word in text for word in wanted):
            yield hit


def normal(text: str) -> str:
    """Bring a citation to one form: small letters, short words, no spaces or full stops."""
    parts = re.findall(r"[a-z]+|\d+[a-z]*|[()/-]", text.lower())
    return "".join(_SAME.get(part, part) for part in parts)


def examples_of(rules: Iterable[Rule], provision: Provision) -> tuple[Example, ...]:
    """Give the examples that show a rule: those that break it, and the lawful ones nearest to its limit."""
    rules = tuple(rules)
    shown: list[Example] = []
    for rule in rules:
        shown += [
            example for example in provision.examples if rule.id in example.breaks and _reaches(rule, example)
        ]
        lawful = [example for example in provision.examples if not example.breaks and _reaches(rule, example)]
        if rule.require is not None and lawful:
            distance = {id(example): abs(rule.require.margin(_numbers(example))) for example in lawful}
            least = min(distance.values())
            lawful = [example for example in lawful if distance[id(example)] == least][:_MOST_LAWFUL]
        shown += lawful
    return tuple(example for example in provision.examples if any(example is one for one in shown))


def _reaches(rule: Rule, example: Example) -> bool:
    """Tell whether an example is about a school, and a day, that a rule is for."""
    return rule.unmet_fact(Kind.of(example.proposal)) is None and _then(rule.span, example.on)


def _numbers(example: Example) -> dict[str, int]:
    seats = example.proposal.seats
    counts = {**seats.counts(), **{part: getattr(seats, part) for part in PARTS_OF}}
    return {seat: count for seat, count in counts.items() if isinstance(count, int)}


def _then(span: Span, on: datetime.date | None) -> bool:
    return on is None or on in span


def _paragraphs(volume: Volume) -> Iterator[tuple[Provision, str]]:
    return ((provision, para) for provision in volume.law.provisions for para in provision.paras)


def _named(volumes: tuple[Volume, ...], ref: str, on: datetime.date | None) -> Iterator[Place]:
    """Give the paragraphs where a rule, a reading or a footing of that name stands, with that one alone."""
    name = ref.strip().casefold()
    bare = "-".join(name.split())
    for volume in volumes:
        for provision, para in _paragraphs(volume):
            whole = place(volume, provision, para, on=on)
            rules = tuple(rule for rule in whole.rules if rule.id.casefold() == name)
            otherwise = tuple(rule for rule in whole.otherwise if rule.id.casefold() == name)
            readings = tuple(
                reading
                for reading in whole.readings
                if reading.id.casefold() == name or any(rule.reading == reading.id for rule in rules)
            )
            footings = tuple(
                footing
                for footing in whole.footings
                if footing.id.casefold() == name or footing.id.partition("-")[2].casefold() == bare
            )
            if rules or otherwise or footings or any(one.id.casefold() == name for one in readings):
                yield attrs.evolve(
                    whole,
                    rules=rules,
                    readings=readings,
                    not_encoded=(),
                    footings=footings,
                    otherwise=otherwise,
                    prospective=(),
                )


def _is_or_holds(wanted: str, volume: Volume, provision: Provision, para: str) -> bool:
    keys = _keys(volume, provision, para)
    return (
        wanted in keys
        or any(key.startswith(f"{wanted}(") for key in keys)
        or wanted in _provision_keys(volume, provision)
        or wanted in _instrument_keys(volume)
    )


def _instrument_keys(volume: Volume) -> frozenset[str]:
    law = volume.law
    number = law.id.partition("/")[2]
    return frozenset(normal(name) for name in (law.cite, law.id, law.title, volume.folder, number) if name)


def _provision_keys(volume: Volume, provision: Provision) -> frozenset[str]:
    kind, _, number = provision.number.partition("/")
    names = {
        normal(f"{kind} {number}"),
        *([normal(number)] if kind in ("regulation", "section", "article") else []),
    }
    return _with_instrument(volume, names)


def _keys(volume: Volume, provision: Provision, para: str) -> frozenset[str]:
    kind = provision.number.partition("/")[0]
    bare = normal(para)
    marked = bare if bare.startswith(normal(kind)) else normal(kind) + bare
    names = {bare, marked}
    if kind in ("schedule", "part") and not bare.startswith(normal(kind)):
        inside = bare.removeprefix("para")
        names |= {f"{normal(provision.number).replace('/', '')}{mark}{inside}" for mark in ("", "para")}
    return _with_instrument(volume, names)


def _with_instrument(volume: Volume, names: Iterable[str]) -> frozenset[str]:
    prefixes = ("", *_instrument_keys(volume))
    return frozenset(prefix + name for prefix, name in itertools.product(prefixes, names))


def _enclosing(wanted: str) -> str:
    """Give the paragraph that a part belongs to: 14(4) for 14(4)(a); nothing for what is no part."""
    return wanted[: wanted.rfind("(")] if wanted.endswith(")") and "(" in wanted else ""


def _nearest(volumes: tuple[Volume, ...], ref: str) -> tuple[str, ...]:
    """Suggest citations and names of rules that look most like what was asked for."""
    names: dict[str, str] = {}
    for volume in volumes:
        for provision, para in _paragraphs(volume):
            said = cite_place(volume, provision, para)
            for key in (said, said.removeprefix(f"{volume.law.cite} "), para):
                names.setdefault(normal(key), said)
            ids = (*(rule.id for rule in provision.rules), *(one.id for one in provision.footings))
            for name in ids:
                names.setdefault(normal(name), name)
    close = difflib.get_close_matches(normal(ref), names, n=_MOST_NEAR, cutoff=_NEAR)
    return tuple(dict.fromkeys(names[key] for key in close))


def _texts(volumes: Iterable[Volume]) -> Iterator[Hit]:
    for volume in volumes:
        for provision in volume.law.provisions:
            own = cite_place(volume, provision)
            yield Hit(own, provision.number, "heading", provision.title, volume.law.span, provision.url)
            for rule in provision.rules:
                for kind, text in (("title", rule.title), ("rule", rule.says)):
                    yield Hit(rule.citation, rule.id, kind, text, rule.span, provision.url)
            for reading in provision.readings:
                said = cite_place(volume, provision, reading.para)
                for kind, text in (
                    ("doubt", reading.doubt),
                    ("taken", reading.taken),
                    ("other view", reading.other),
                ):
                    yield Hit(said, reading.id, kind, text, reading.span, provision.url)
            for gap in provision.not_encoded:
                said = cite_place(volume, provision, gap.para)
                yield Hit(said, "", "not encoded", gap.why, gap.span, provision.url)
            for ahead in provision.prospective:
                said = cite_place(volume, provision, ahead.para)
                yield Hit(said, "", "not yet in force", prospective_words(ahead), None, provision.url)
            for footing in provision.footings:
                said = cite_place(volume, provision, footing.para)
                text = footing_words(footing)
                yield Hit(said, footing.id, "footing", text, footing.span, provision.url)

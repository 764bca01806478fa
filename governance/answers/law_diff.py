"""What changed in the law between two days: in text, and in effect on the boards there may be.

The text is compared entry by entry of the rule book. The effect is found by going through every board up to a
size under the relations of either day, for every kind of school whose relations are not the same on both.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Literal

import attrs

from governance.answers.effect import Effect, effects
from governance.answers.finding import Rows, Shown
from governance.answers.space.space import day_needed
from governance.law.changes import changed_by
from governance.law.citations import cite_place
from governance.law.library import Entry, Volume, concerning, entries, library
from governance.law.provision import Footing, NotEncoded, Provision, Reading, Rule
from governance.law.wording import amending, encoded
from governance.model.names import CATEGORIES, FOUNDATION
from governance.model.proposal import Day, as_day, one_of

LARGEST: Final = 20
"""The largest board that is gone through, unless another is asked for. No law sets a maximum."""

What = Literal["begins", "ends", "is changed"]
Part = Literal["rule", "doubt", "not encoded", "footing"]


@attrs.frozen
class TextChange:
    """An entry of the rule book that stands on one of the days and not on the other, or otherwise.

    `day` is the day on which it changed, `by` the amending provision where the rule book records one, and
    `before` and `after` are the rule as the program holds it. `whole` says that the instrument as a whole
    began or ended with it.
    """

    part: Part
    id: str
    instrument: str
    citation: str
    url: str
    title: str
    what: What
    day: datetime.date | None
    by: str = ""
    before: str = ""
    after: str = ""
    whole: bool = False

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {**attrs.asdict(self), "day": self.day and self.day.isoformat()}


@attrs.frozen(repr=False)
class LawDiff(Shown):
    """The difference between the law of two days. `bodies` are whom it was asked for: a category, or all."""

    first: datetime.date
    second: datetime.date
    category: str | None
    foundation: str | None
    largest: int
    text: tuple[TextChange, ...]
    effects: tuple[Effect, ...]

    @property
    def empty(self) -> bool:
        """Tell whether nothing changed."""
        return not self.text and not self.effects

    def in_short(self) -> str:
        """Say which days, and how much changed in text and in effect."""
        return (
            f"{self.first} to {self.second}: {len(self.text)} changes of text, {len(self.effects)} of effect"
        )

    def in_rows(self) -> Rows:
        """Give each change of text, then each of effect."""
        text = [((one.citation, one.url), one.what, one.day, one.title) for one in self.text]
        effect = [
            (one.bodies, f"{one.became_lawful} lawful, {one.became_unlawful} unlawful", None, one.reason)
            for one in self.effects
        ]
        return ("What", "Change", "Day", "More"), [*text, *effect]

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {
            "first": self.first.isoformat(),
            "second": self.second.isoformat(),
            "category": self.category,
            "foundation": self.foundation,
            "largest": self.largest,
            "text": [one.as_json() for one in self.text],
            "effects": [one.as_json() for one in self.effects],
        }


def law_diff(
    first: Day,
    second: Day,
    *,
    category: str | None = None,
    foundation: str | None = None,
    effective_on: Day | None = None,
    largest: int = LARGEST,
) -> LawDiff:
    """Compare the law of two days, for every body or for those of one category and foundation.

    The effect is that on a new instrument of the day, or on one that took effect on `effective_on`; boards are
    gone through up to `largest` seats. Where no law of a day is encoded for a body, its effect says so.
    """
    one_of(CATEGORIES, category, name="category")
    one_of(FOUNDATION, foundation, name="foundation")
    volumes = library()
    before, since = day_needed(as_day(first, name="first")), day_needed(as_day(second, name="second"))
    effect = as_day(effective_on, name="effective_on")
    text = sorted(_text(volumes, before, since, category, foundation), key=_order)
    found = effects(before, since, category, foundation, effective_on=effect, largest=largest)
    return LawDiff(before, since, category, foundation, largest, tuple(text), tuple(found))


def _order(change: TextChange) -> tuple[str, datetime.date]:
    return change.instrument, change.day or datetime.date.min


def _text(
    volumes: tuple[Volume, ...],
    first: datetime.date,
    second: datetime.date,
    category: str | None,
    foundation: str | None,
) -> Iterator[TextChange]:
    every = concerning(volumes, category) if category else entries(volumes)
    chosen = [entry for entry in every if _reaches(entry.rule, foundation)]
    grouped: dict[tuple[str, str], list[Entry]] = {}
    for entry in chosen:
        grouped.setdefault((entry.volume.folder, entry.rule.id), []).append(entry)
    for group in grouped.values():
        old = [one for one in group if first in one.rule.span]
        new = [one for one in group if second in one.rule.span]
        yield from _rule_change(old, new, forward=first <= second)
    for volume in volumes:
        for provision in volume.law.provisions:
            if category is None or any(entry.provision is provision for entry in chosen):
                yield from _besides(volume, provision, first, second)


def _reaches(rule: Rule, foundation: str | None) -> bool:
    values = rule.where.get("foundation")
    return foundation is None or values is None or foundation in values


def _rule_change(old: Sequence[Entry], new: Sequence[Entry], *, forward: bool) -> Iterator[TextChange]:
    gone = [one for one in old if not any(one.rule is other.rule for other in new)]
    come = [one for one in new if not any(one.rule is other.rule for other in old)]
    if not gone and not come:
        return
    what: What = "is changed" if gone and come else "begins" if come else "ends"
    shown = (come or gone)[0]
    later, earlier = (come, gone) if forward else (gone, come)
    day = later[0].rule.span.since if later else earlier[0].rule.span.until
    by = later[0].rule.amended_by if later else amending(earlier[0].rule, earlier[0].provision)[1]
    rule = shown.rule
    yield TextChange(
        "rule",
        rule.id,
        shown.volume.law.cite,
        rule.citation,
        rule.url,
        rule.title,
        what,
        day,
        by or "",
        "; ".join(encoded(one.rule) for one in gone),
        "; ".join(encoded(one.rule) for one in come),
        _is_whole(shown.volume, day),
    )


def _is_whole(volume: Volume, day: datetime.date | None) -> bool:
    return day in (volume.law.span.since, volume.law.span.until)


def _besides(
    volume: Volume, provision: Provision, first: datetime.date, second: datetime.date
) -> Iterator[TextChange]:
    """Compare what is said of a provision beside its rules: doubts, what is not encoded, and numbers of steps."""
    parts: Mapping[Part, Sequence[Reading | NotEncoded | Footing]] = {
        "doubt": provision.readings,
        "not encoded": provision.not_encoded,
        "footing": provision.footings,
    }
    for part, every in parts.items():
        for one in every:
            then, now = first in one.span, second in one.span
            if then is now:
                continue
            changed = one.span.since if now is (first <= second) else one.span.until
            yield TextChange(
                part,
                getattr(one, "id", one.para),
                volume.law.cite,
                cite_place(volume, provision, one.para),
                provision.url,
                _says(one),
                "begins" if now else "ends",
                changed,
                "; ".join(changed_by(provision, changed)) if changed else "",
                whole=_is_whole(volume, changed),
            )


def _says(one: Reading | NotEncoded | Footing) -> str:
    match one:
        case Reading():
            return one.doubt
        case NotEncoded():
            return one.why
    return f"{one.says} {one}".strip()

"""Under which Regulations a document was made: cited by name and year, or told by its words and days."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Final

import attrs

from governance.reading.evidence import Evidence, Remark, Sure, Understood
from governance.reading.phrases.said import find
from governance.reading.text.passages import Passage

CONSTITUTION: Final = {2003: "uksi/2003/348", 2007: "uksi/2007/957", 2012: "uksi/2012/1034"}
FEDERATIONS: Final = {2007: "uksi/2007/960", 2012: "uksi/2012/1035"}
UNITS: Final = {2007: "uksi/2007/2978"}
"""The Regulations by the year in their name."""

FIELD: Final = "also.regulations"
NEW_LAW: Final = datetime.date(2012, 9, 1)
"""From when instruments are made under the Regulations of 2012; the rule book says so too, by its own days."""

_TABLES: Final = {"constitution": CONSTITUTION, "federations": FEDERATIONS, "units": UNITS}
_OLD_LABEL: Final = "“community governors” is the label of earlier law for co-opted governors"


@attrs.frozen
class Regime:
    """The Regulations and what shows them."""

    id: str
    sure: Sure
    because: str = ""
    quote: tuple[str, Any] | None = None

    @property
    def head_is_staff(self) -> bool:
        """Whether a head teacher is one of the staff governors under these Regulations."""
        return self.id not in (CONSTITUTION[2012], FEDERATIONS[2012])

    def evidence(self, read: Sequence[Passage]) -> Evidence:
        """Give it as evidence, with the first words of the document where it is inferred."""
        words, where = self.quote or (read[0].words, read[0].where)
        return Evidence("regulations", self.id, words, where, self.sure, self.because)


def regime(read: Sequence[Passage], data: Mapping[str, Any]) -> Regime | None:
    """Tell under which Regulations a document was made, given what else was read of it."""
    category = data.get("school", {}).get("category")
    cited = _cited(read, category)
    if cited is not None:
        return cited
    day = _day(data)
    if category == "pupil referral unit":
        return Regime(UNITS[2007], "inferred", "it is about a pupil referral unit")
    table = FEDERATIONS if category == "federation" else CONSTITUTION
    seats = data.get("seats", {})
    if day is not None and day >= NEW_LAW:
        return Regime(table[2012], "inferred", "by its day")
    if day is not None and day >= datetime.date(2007, 5, 25):
        return Regime(table[2007], "inferred", "by its day")
    if seats.get("co_opted"):
        return Regime(table[2012], "inferred", "it has co-opted governors")
    return None


def _cited(read: Sequence[Passage], category: Any) -> Regime | None:
    first: Regime | None = None
    for passage in read:
        for one in find("regulations", passage.text):
            found = _TABLES[one.field].get(one.value)
            if found is None:
                continue
            made = Regime(found, "stated", quote=(passage.words, passage.where))
            wanted = {"federation": "federations", "pupil referral unit": "units"}.get(
                category, "constitution"
            )
            if one.field == wanted:
                return made
            first = first or made
    return None if category in ("federation", "pupil referral unit") else first


def _day(data: Mapping[str, Any]) -> datetime.date | None:
    instrument = data.get("instrument", {})
    day = instrument.get("effective_on") or instrument.get("made_on")
    return day if isinstance(day, datetime.date) else None


def in_own_labels(understood: Understood) -> Understood | None:
    """Give a document with "community governors" as it has them; None where they were not relabelled.

    Regulations that know community governors are to be asked about those, and not about what later law calls them.
    """
    if not any(one.field == "seats.co_opted" and one.because == _OLD_LABEL for one in understood.evidence):
        return None
    seats = dict(understood.data["seats"])
    seats["community"] = seats.pop("co_opted")
    return attrs.evolve(understood, data={**understood.data, "seats": seats})


def old_labels(evidence: Sequence[Evidence], found: Regime | None) -> tuple[list[Evidence], list[Remark]]:
    """Take "community governors" for co-opted ones under Regulations that know no others."""
    community = next((one for one in evidence if one.field == "seats.community"), None)
    if community is None or found is None or found.id not in (CONSTITUTION[2012], FEDERATIONS[2012]):
        return list(evidence), []
    quotes = ((community.words, community.where),)
    if any(one.field == "seats.co_opted" for one in evidence):
        says = "It has both co-opted and community governors; the Regulations of 2012 know no community governors"
        return list(evidence), [Remark("advice", says, quotes)]
    moved = attrs.evolve(
        community,
        field="seats.co_opted",
        sure="conflict" if community.sure == "conflict" else "inferred",
        because=_OLD_LABEL,
    )
    says = "“Community governors” is the label of earlier law: say “co-opted governors”"
    return [moved if one is community else one for one in evidence], [Remark("advice", says, quotes)]

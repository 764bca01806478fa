"""Under which Regulations a document was made, cited or told by its words and days; and its words of older law."""

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

import attrs

from governance.reading.board.choices import OLD_WORDING
from governance.reading.evidence import Evidence, Remark, Sure, Understood
from governance.reading.evidence_words import quoted
from governance.reading.intake.transcript import Line
from governance.reading.phrases.said import find
from governance.reading.text.passages import Passage

_REGULATIONS: Final = {
    "constitution": {2003: "uksi/2003/348", 2007: "uksi/2007/957", 2012: "uksi/2012/1034"},
    "federations": {2007: "uksi/2007/960", 2012: "uksi/2012/1035"},
    "units": {2007: "uksi/2007/2978"},
}
"""The Regulations by the year in their name."""
_DAYS: Final = {2012: datetime.date(2012, 9, 1), 2007: datetime.date(2007, 5, 25)}
"""From when instruments are made under the Regulations of a year; the rule book says so too, by its own days."""

OLD_AUTHORITY: Final = re.compile(r"\bLEA\b|(?i:local education authority)")
"""The name that a local authority had in education before the Regulations of 2012."""
_OLD_LABEL: Final = "“community governors” is the label of earlier law for co-opted governors"


def regime(read: Sequence[Passage], data: Mapping[str, Any], first: Line | None = None) -> Evidence | None:
    """Tell under which Regulations a document was made, given what else was read of it and its first line."""
    category, instrument = data.get("school", {}).get("category"), data.get("instrument", {})
    kind = {"federation": "federations", "pupil referral unit": "units"}.get(category, "constitution")
    cited = [(one.field, one.value, passage) for passage in read for one in find("regulations", passage.text)]
    cited = [one for one in cited if one[1] in _REGULATIONS[one[0]]]
    own = [one for one in cited if one[0] == kind] or (cited if kind == "constitution" else [])
    if own:
        field, year, passage = own[0]
        return Evidence("regulations", _REGULATIONS[field][year], passage.words, passage.where, "stated")
    day = instrument.get("effective_on") or instrument.get("made_on") or datetime.date.min
    year = next((year for year, begins in _DAYS.items() if day >= begins), 0)
    because = "they were in force on its day"
    if kind == "units":
        year, because = 2007, "it is about a pupil referral unit"
    elif not year and data.get("seats", {}).get("co_opted"):
        year, because = 2012, "it has co-opted governors"
    if not year:
        return None
    at = first or read[0]
    return Evidence("regulations", _REGULATIONS[kind][year], at.words, at.where, "inferred", because)


def by_law(evidence: Sequence[Evidence], found: Evidence | None) -> tuple[list[Evidence], list[Remark]]:
    """Take words as the Regulations have them: those of older law put the head among the staff, and have community governors."""
    if found is not None and not found.value.startswith("uksi/2012/"):
        told = (
            attrs.evolve(one, sure="stated", because="") if one.because == OLD_WORDING else one
            for one in evidence
        )
        return list(told), []
    community = next((one for one in evidence if found and one.field == "seats.community"), None)
    if community is None:
        return list(evidence), []
    quotes = ((community.words, community.where),)
    if any(one.field == "seats.co_opted" for one in evidence):
        says = "It has both co-opted and community governors; the Regulations of 2012 know no community governors"
        return list(evidence), [Remark("advice", says, quotes)]
    sure: Sure = "conflict" if community.sure == "conflict" else "inferred"
    moved = attrs.evolve(community, field="seats.co_opted", sure=sure, because=_OLD_LABEL)
    says = "“Community governors” is the label of earlier law: say “co-opted governors”"
    return [moved if one is community else one for one in evidence], [Remark("advice", says, quotes)]


def in_own_labels(understood: Understood) -> Understood | None:
    """Give a document with "community governors" as it has them; None where they were not relabelled.

    Regulations that know community governors are to be asked about those, and not about what later law calls them.
    """
    if not any(one.field == "seats.co_opted" and one.because == _OLD_LABEL for one in understood.evidence):
        return None
    seats = dict(understood.data["seats"])
    seats["community"] = seats.pop("co_opted")
    return attrs.evolve(understood, data={**understood.data, "seats": seats})


def made_under(understood: Understood) -> str | None:
    """Give the id of the Regulations that it cites or that its day shows; that it has co-opted governors shows none."""
    regulations: str | None = understood.also.get("regulations")
    cited = any(one.field == "regulations" and one.sure == "stated" for one in understood.evidence)
    return regulations if cited or understood.data.get("instrument", {}).get("made_on") else None


def old_words(understood: Understood) -> str:
    """Quote the first line that names the authority as older law did; nothing where there is none."""
    old = (one for one in understood.transcript.lines if OLD_AUTHORITY.search(one.words))
    return next((f"it says {quoted(one.words, one.where)}" for one in old), "")

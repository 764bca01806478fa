"""Lawful proposals of every kind, with the names and sentences that a reader might trip over.

They grow from examples/*.toml, so that a new kind of example is a new kind here: more seats where that is still
lawful, other names, days, terms, appointers and words on the ethos.
"""

import copy
import datetime
import functools
import tomllib
from pathlib import Path
from typing import Any

import attrs
from hypothesis import strategies as st

import governance
from governance.documents.instrument.clauses import authority
from governance.documents.typeset import typeset_names
from governance.law import Kind

EXAMPLES = Path(__file__).parents[2] / "examples"
TEMPLATES = sorted(
    path.stem
    for path in EXAMPLES.glob("*.toml")
    if "seats" in tomllib.loads(path.read_text(encoding="utf-8"))
)
_LEFT_OUT = ("people", "filled", "current")

NAMES = (
    "Otterbrook Primary School",
    "Parent Street Community Special Primary School",
    "St Mary's 1st School",
    "The “Beeches” Primary School",
    'The "Old Mill" School',
    "Foundation Lane Voluntary Controlled Infants'",
    "2 Rivers School",
    "Lea Nursery School",
    "Staff and Governor Hill School, Upper Total",
    "School of the Seven Foundation Governors",
    "Ysgol-y-Bryn / Hilltop School — Lower Site",
    "Ten Acres School: a Partnership School",
    (
        "The Very Reverend Doctor Bartholomew Featherstonehaugh-Cholmondeley Memorial Voluntary "
        "Aided Infant, Junior and Nursery School with Resourced Provision for Pupils with Impaired Hearing"
    ),
    "Émile Zoë School <1>",
    "Head Teacher Row School",
)
CHURCH_NAMES = (
    "St. John's C. of E. (Aided) School & Nursery",
    "All Saints' Church of England 1st School (Controlled)",
    "Our Lady's Catholic School",
)
BODIES = (
    "The governing body of {}",
    "The Governing Board of {}",
    "{} Governing Body",
    "The Governors of {}",
)
APPOINTERS = (
    "the Bishop of Northshire",
    "the Northshire Diocesan Board of Education",
    "the parochial church council of the parish of St Anne",
    "St Olaf's & St Saviour's Schools Foundation",
    "the Dean and Chapter of Northtown",
    "The Worshipful Company of Governors' Clerks",
    "the trustees of the 1st and 2nd Northtown Charities",
)
BASES = (None, None, "after consulting the parish council", "on the nomination of the two parent governors")
MAKERS = ("Northshire Council", "the London Borough of Northtown", "Northshire County Council", None)
ETHOS = (
    "A Christian school.",
    (
        "The school serves its community with two parent governors in every committee. It has 7 values; the total of them "
        "is one: love. All governors other than the head teacher hold it dear."
    ),
    (
        "Founded in 1871 (by order of the Bishop on 1 May 1871), the school “keeps faith”; it has effect from the "
        "Gospel. A copy of this ethos hangs in the hall"
    ),
    "1 Corinthians 13: faith, hope and love, these 3.",
)
TERMS = ("1 year", "2 years", "18 months", "3 years", "4 years")


@functools.cache
def template(stem: str) -> dict[str, Any]:
    """Read an example, without what no instrument states."""
    data = tomllib.loads((EXAMPLES / f"{stem}.toml").read_text(encoding="utf-8"))
    for key in _LEFT_OUT:
        data.pop(key, None)
    data["seats"].pop("total", None)
    return data


@functools.cache
def growths(stem: str) -> tuple[dict[str, int], ...]:
    """Give the seats that may be added to an example so that it is lawful still; none is the first."""
    seats = template(stem)["seats"]
    found: list[dict[str, int]] = [{}]
    for one in ("parent", "co_opted", "community", "staff", "local_authority"):
        for more in (1, 3):
            for with_foundation in (0, more):
                grown = {one: more} | ({"foundation": with_foundation} if with_foundation else {})
                if set(grown) <= set(seats) and _lawful(stem, grown):
                    found.append(grown)
    return tuple(found)


def _lawful(stem: str, grown: dict[str, int]) -> bool:
    data = _grow(stem, grown)
    if data["school"]["category"] == "federation" and "foundation" in grown:
        return False
    return governance.check(governance.parse(data)).lawful is True


def _grow(stem: str, grown: dict[str, int]) -> dict[str, Any]:
    data = copy.deepcopy(template(stem))
    for seat, more in grown.items():
        data["seats"][seat] += more
    appointers = data.get("foundation", {}).get("appointers")
    if appointers and "foundation" in grown:
        appointers[0]["number"] += grown["foundation"]
    return data


@st.composite
def proposals(draw: st.DrawFn, *, stems: tuple[str, ...] = ()) -> governance.Proposal:
    """Draw a lawful and complete proposal, grown from one of these examples or of all."""
    stem = draw(st.sampled_from(stems or TEMPLATES))
    data = _grow(stem, draw(st.sampled_from(growths(stem))))
    of_a_church = "religious_character" in data["school"]
    name = draw(st.sampled_from(NAMES + CHURCH_NAMES if of_a_church else NAMES))
    data["school"]["name"] = name
    instrument = data["instrument"]
    instrument["governing_body"] = draw(st.sampled_from(BODIES)).format(name)
    maker = draw(st.sampled_from(MAKERS))
    instrument.pop("made_by", None)
    if maker:
        instrument["made_by"] = maker
    later = datetime.timedelta(days=draw(st.integers(0, 27)))
    for day in ("made_on", "effective_on"):
        if day in instrument:
            instrument[day] += later
    _words(draw, data)
    _draw_terms(draw, data)
    return governance.parse(data)


def _words(draw: st.DrawFn, data: dict[str, Any]) -> None:
    """Put other appointers and another ethos where there are any."""
    if "ethos" in data:
        data["ethos"]["description"] = draw(st.sampled_from(ETHOS))
    for school in data.get("schools", ()):
        if "ethos" in school:
            school["ethos"] = draw(st.sampled_from(ETHOS))
    foundation = data.get("foundation", {})
    appointers = foundation.get("appointers", [])
    for entry in appointers:
        entry["by"] = draw(st.sampled_from(APPOINTERS))
    if len(appointers) == 1 and "school" not in appointers[0]:
        foundation["appointers"] = _several(draw, appointers[0]["number"])
    if foundation.get("ex_officio") and draw(st.booleans()):
        foundation["ex_officio"][0]["substitute_appointed_by"] = draw(st.sampled_from(APPOINTERS))


def _several(draw: st.DrawFn, number: int) -> list[dict[str, Any]]:
    """Share a number of foundation governors among one, two or three appointers, who must differ."""
    who = draw(st.lists(st.sampled_from(APPOINTERS), min_size=1, max_size=min(3, number), unique=True))
    shares = [number - len(who) + 1, *[1] * (len(who) - 1)]
    found = []
    for by, share in zip(who, shares, strict=True):
        basis = draw(st.sampled_from(BASES))
        found.append({"by": by, "number": share} | ({"basis": basis} if basis else {}))
    return found


def _draw_terms(draw: st.DrawFn, data: dict[str, Any]) -> None:
    seats = [seat for seat in data["seats"] if seat in _TERMED and data["seats"][seat]]
    whose = draw(st.lists(st.sampled_from(["all", *seats]), max_size=3, unique=True))
    data["terms"] = {one: draw(st.sampled_from(TERMS)) for one in whose}


_TERMED = ("parent", "local_authority", "staff", "co_opted", "foundation", "partnership", "community")


def stated(proposal: governance.Proposal) -> governance.Proposal:
    """Give what the instrument of a proposal states of it, which is all that anybody can read back.

    It does not state approvals, what it replaces but for its day, who is in post, which co-opted governors are
    staff, a head who has resigned or is shared, the phase, the foundation of each federated school, nor the
    authority but as the one that makes it. It always states the total, and of a school whether it has a foundation. The
    apostrophes of its names are typographic.
    """
    one_body = proposal.school.category in ("federation", "pupil referral unit")
    made_by = authority(proposal)
    said = attrs.evolve(
        proposal,
        school=attrs.evolve(
            proposal.school,
            local_authority=None,
            phase=None,
            head_resigned=False,
            foundation=None if one_body else Kind.of(proposal).foundation,
        ),
        instrument=attrs.evolve(
            proposal.instrument,
            made_by=made_by if isinstance(made_by, str) else None,
            decided_to_vary_on=None,
        ),
        seats=attrs.evolve(
            proposal.seats,
            total=proposal.seats.sum(),
            co_opted_staff=None,
            foundation_parent=proposal.seats.foundation_parent or None,
            extra_foundation=proposal.seats.extra_foundation or None,
        ),
        schools=tuple(
            attrs.evolve(school, head=None, head_resigned=False, foundation=None, approvals={})
            for school in proposal.schools
        ),
        approvals={},
        current=None,
        filled={},
        people=(),
        source="",
    )
    return typeset_names(said)

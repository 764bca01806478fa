"""The foundation side: who appoints how many, which office carries a seat, who names a substitute or asks for removal."""

import re
from collections.abc import Sequence
from typing import Any, Final

import attrs

from governance.model.names import UNKNOWN
from governance.reading.evidence import Evidence, in_doubt
from governance.reading.facts.appointers import Share, shares_of
from governance.reading.facts.offices import Office, offices_of, powers_of
from governance.reading.text.clause import stated
from governance.reading.text.passages import Passage

IN_PASSING: Final = "running words say so"
THE_REST: Final = "it is the number of foundation seats that go with no office"
NOT_KNOWN: Final = "the number of foundation seats is not known"
NOT_THE_SUM: Final = "the numbers do not come to the foundation seats"


@attrs.frozen
class FoundationSide:
    """All that is read of the foundation side, and the numbers of the passages that say it."""

    shares: Sequence[Share]
    offices: Sequence[Office]
    evidence: Sequence[Evidence]
    taken: frozenset[int]


def foundation_side(read: Sequence[Passage]) -> FoundationSide:
    """Read the clauses, and the running words, on the foundation governors."""
    offices, of_offices = offices_of(read)
    entitled, of_powers = powers_of(read, [one for one in offices if one.told])
    shares, taken = shares_of([passage for passage in read if passage.number not in of_offices])
    return FoundationSide(shares, offices, entitled, frozenset(taken | of_offices | of_powers))


def foundation_evidence(side: FoundationSide, seats: Any) -> list[Evidence]:
    """Settle who appoints and which office carries a seat against the number of foundation seats.

    Where that is not known, nothing is more than inferred. An office of which nothing says that it carries a seat is one
    where it makes up the number.
    """
    beside = {one.passage for one in side.shares}
    offices = [one for one in side.offices if one.told and (one.clear or seats or one.passage in beside)]
    more = [one for one in side.offices if not one.told and one.passage in beside]
    offices += more if more and _sum(side.shares) + len(offices + more) == seats else []
    shares, because = [one for one in side.shares if one.number is not None], NOT_KNOWN
    if isinstance(seats, int):
        offices = offices if len(offices) <= seats else []
        among = any(one.among for one in offices)
        shares, because = _settled(side.shares, seats - len(offices), len(offices), among=among)
    # "The Bishop or whoever acts for him" may be one name or two; the same body told twice may be told again.
    names = [one.by for one in shares]
    doubt = len({*names}) < len(names) and not all(one.basis for one in shares)
    tables: dict[str, tuple[Sequence[Share | Office], list[str]]]
    tables = {"appointers": (shares, names), "ex_officio": (offices, [one.office for one in offices])}
    found: list[Evidence] = []
    for table, (told, called) in tables.items():
        either = (doubt and told is shares) or any("or" in re.split(r"\W", name) for name in called)
        for place, one in enumerate(told):
            for key in ("by", "number", "basis", "school", "office"):
                of_sum = because != THE_REST or (told is shares and key == "number")
                why = (because if of_sum else "") or ("" if one.clear and not either else IN_PASSING)
                if (read := getattr(one, key, None)) is not None:
                    field = f"foundation.{table}.{place}.{key}"
                    found.append(stated(field, read, one.passage, because=why))
    if because == NOT_THE_SUM and shares:
        rest = stated("foundation.rest", UNKNOWN, shares[0].passage, because=because)
        found.append(attrs.evolve(rest, sure="conflict"))
    # Whose substitute it is rests on which office is which.
    sure = {one.field.removesuffix(".office") for one in found if one.sure == "stated"}
    why = because or IN_PASSING
    return [*found, *in_doubt(side.evidence, why, lambda one: one.field.rpartition(".")[0] not in sure)]


def _settled(shares: Sequence[Share], rest: int, offices: int, *, among: bool) -> tuple[list[Share], str]:
    """Choose what comes to the seats that go with no office, and say why it is no more than inferred."""
    told = {(one.by.lower(), one.number, one.basis, one.school): one for one in reversed(shares)}
    every, each = [*told.values()][::-1], [one for one in shares if one.number is not None]
    counted, clear = [one for one in every if one.number is not None], [one for one in each if one.clear]
    alone = [[one for one in counted if one.passage is at] for at in {one.passage: 0 for one in counted}]
    for chosen in (each, counted, clear, *alone):
        others = _sum(each) - _sum(chosen)
        left = [one for one in counted if one not in chosen]
        more = (others not in {0, rest} and any(one in left for one in clear)) or _parts_a_list(chosen, left)
        if chosen and _sum(chosen) == rest and not more:
            return chosen, ""
    if among and len(counted) == 1 and counted[0].number == rest + offices:
        return [attrs.evolve(counted[0], number=rest)] if rest else [], THE_REST
    named = {one.by.lower(): one for one in reversed(every) if one.number is None}
    short, last = rest - _sum(counted), next(iter(named.values()), None)
    if last is not None and len(named) == 1 and short > 0 and (last.rest or not counted):
        return [*counted, attrs.evolve(last, number=short)], THE_REST
    return counted, NOT_THE_SUM


def _parts_a_list(chosen: Sequence[Share], left: Sequence[Share]) -> bool:
    """Whether some lines of a list under one heading are taken, and others of it, by other names, are not."""
    names, taken = {one.by for one in chosen}, [one.passage for one in chosen]
    lines = [one.passage for one in left if len(one.passage.sentences) == 1 and one.by not in names]
    pairs = [(one, other) for one in lines for other in taken if one.under is other.under]
    return any(one.under or abs(one.number - other.number) == 1 for one, other in pairs)


def _sum(shares: Sequence[Share]) -> int:
    return sum(one.number or 0 for one in shares)

"""Which instrument is of which body of a register: told by the name, and where each has one alone they are a pair."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from governance.model import Proposal
from governance.model.person import Person

_NO_NAME: Final = frozenset(
    [
        *(
            "a",
            "school",
            "primary",
            "secondary",
            "junior",
            "infant",
            "nursery",
            "community",
            "academy",
            "church",
            "england",
        ),
        *("ce", "cofe", "c", "e", "rc", "catholic", "va", "vc", "high", "first", "middle", "federation"),
    ]
)
"""Words that many schools share: without one of another kind two names are not told to be the same."""


NO_BODY: Final = "(no body given)"
"""What rows are listed under that have no body, in a register of several."""


@attrs.frozen
class Group:
    """The rows of one body, its instrument where there is one, and whether the two are called differently."""

    name: str
    people: tuple[Person, ...]
    proposal: Proposal | None = None
    otherwise: str = ""


def name_of(proposal: Proposal) -> str:
    """Give the name of the body that an instrument is of."""
    return proposal.instrument.governing_body or proposal.school.name or proposal.source


def groups(people: Sequence[Person], instruments: Sequence[Proposal]) -> tuple[Group, ...]:
    """Put the rows of each body together, each with its instrument."""
    named: dict[str, list[Person]] = {}
    first: dict[str, str] = {}
    some = next((one.body for one in people if one.body), "")
    alone = len({_folded(one.body) for one in people if one.body}) == 1
    for one in people:
        # A note of no body stands with the first, and so does a row where there is one body in all.
        body = one.body or (some if alone or one.standing == "note" else "")
        named.setdefault(first.setdefault(_folded(body), body), []).append(one)
    bodies = [body for body in named if body]
    if not bodies and len(instruments) == 1:
        return (Group(name_of(instruments[0]), tuple(people), instruments[0]),)
    pairs = {body: _match(body, instruments) for body in named}
    if len(bodies) == len(instruments) == 1 and pairs[bodies[0]] is None:
        return (Group(bodies[0], tuple(people), instruments[0], name_of(instruments[0])),)
    found: list[Group] = []
    by_instrument: dict[int, int] = {}
    for body, rows in named.items():
        proposal = pairs[body]
        place = by_instrument.get(id(proposal)) if proposal is not None else None
        if place is not None:  # the schools of one federation
            there = found[place]
            found[place] = attrs.evolve(
                there, name=name_of(instruments_of(there)), people=(*there.people, *rows)
            )
            continue
        if proposal is not None:
            by_instrument[id(proposal)] = len(found)
        found.append(Group(body or NO_BODY, tuple(rows), proposal))
    without = [one for one in instruments if not any(group.proposal is one for group in found)]
    return (*found, *(Group(name_of(one), (), one) for one in without))


def instruments_of(group: Group) -> Proposal:
    """Give the instrument of a group that has one."""
    if group.proposal is None:
        raise ValueError(group.name)
    return group.proposal


def _folded(body: str) -> str:
    """Give a body as it is compared with those of other rows: a number may be written with a stroke or a space."""
    digits = re.sub(r"[\s/.-]", "", body)
    return digits if digits.isdecimal() else " ".join(body.casefold().split())


def _match(body: str, instruments: Sequence[Proposal]) -> Proposal | None:
    """Find the one instrument of a body by its name; None where none is, or several may be."""
    if not body:
        return None
    mine = _words(body)
    same = [one for one in instruments if any(_words(name) == mine for name in _names(one))]
    if not same:
        same = [one for one in instruments if any(_alike(mine, _words(name)) for name in _names(one))]
    return same[0] if len(same) == 1 else None


def _names(proposal: Proposal) -> list[str]:
    names = (
        proposal.instrument.governing_body,
        proposal.school.name,
        *(one.name for one in proposal.schools),
    )
    return [name for name in names if name]


def _alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    own = mine - _NO_NAME
    return bool(own) and own == theirs - _NO_NAME and (mine <= theirs or theirs <= mine)


def _words(name: str) -> frozenset[str]:
    said = re.sub(r"['’.]", "", name.casefold()).replace("&", " and ")
    words = re.findall(r"\w+", re.sub(r"\bsaint\b", "st", said))
    return frozenset(words) - {"the", "governing", "body", "board", "governors", "of", "and"}

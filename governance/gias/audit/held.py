"""The governing bodies of a record on a day, as the audit takes them: a federation is one body for its schools."""

import datetime
import itertools
from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from governance.english import listed
from governance.gias.audit.fit import Kind
from governance.gias.audit.in_post import Roll, roll
from governance.gias.record import Body, Federation, Record

NO_KIND = "No establishment file says of what type the school is, so the law that applies is not known."
NO_LINKS = (
    "The school is in a federation, and no file of group links says with which others. "
    "The board is that of the federation, so nothing can be told of the school alone."
)
NOT_ALL = (
    "{} of the {} schools of the federation {} not among the open maintained schools of the record. "
    "Which law applies to the board depends on all of them."
)
NO_COLUMN = "The file of governors has no column {}, so it is not told who is in post."
ALONE = "The federation is recorded with one school alone, so it is not known which others it has."
NO_PERSONS = "The governors of a federation stand under each school, and without names it cannot be told who is the same."


@attrs.frozen
class Held:
    """One governing body, its rows on a day and the kinds of body that it may be; `doubt` says why there is none."""

    urn: str
    name: str
    kind: str
    authority: str
    roll: Roll
    kinds: tuple[Kind, ...] = ()
    doubt: str = ""
    uid: str | None = None
    schools: tuple[str, ...] = ()
    lost: tuple[int, ...] = ()

    @property
    def recorded(self) -> int:
        """How many people are in post."""
        return len(self.roll.posts)

    @property
    def sure(self) -> "Held":
        """Give it with those alone of whom it is sure that they are in post."""
        posts = tuple(post for post in self.roll.posts if post.sure)
        return attrs.evolve(self, roll=attrs.evolve(self.roll, posts=posts))

    @property
    def needs(self) -> frozenset[tuple[frozenset[str], int]]:
        """Count the people in post by the seats that theirs may be."""
        return frozenset(Counter(post.seats for post in self.roll.posts).items())


def bodies(record: Record) -> Iterator[Body | Federation]:
    """Give each school or federation that has a governing body; without rows only a school that is known to be open is one."""
    done: set[str] = set()
    for one in record.bodies.values():
        if one.federation is None:
            if one.entries or one.open:
                yield one
        elif one.federation.uid not in done:
            done.add(one.federation.uid)
            yield one.federation


def held(one: Body | Federation, record: Record, on: datetime.date) -> Held:
    """Give the governing body of a school or federation as it is on a day."""
    doubt = NO_COLUMN.format(listed(record.lacks)) if record.lacks else ""
    return _school(one, on, doubt) if isinstance(one, Body) else _federation(one, record, on, doubt)


def _school(one: Body, on: datetime.date, doubt: str) -> Held:
    doubt = NO_KIND if not one.kind else NO_LINKS if one.federated else doubt
    foundations: tuple[str | None, ...] = one.foundations or (None,)
    kinds = () if doubt else tuple(Kind(one.kind, foundation) for foundation in foundations)
    there = roll(one.entries, on)
    return Held(one.urn, one.name, one.kind or one.type, one.authority, there, kinds, doubt, lost=one.lost)


def _federation(one: Federation, record: Record, on: datetime.date, doubt: str) -> Held:
    schools = [record.bodies[urn] for urn in one.schools if urn in record.bodies]
    missing = len(one.schools) - len(schools)
    entries = [entry for school in schools for entry in school.entries]
    first = schools[0]
    if missing:
        doubt = NOT_ALL.format(missing, len(one.schools), "is" if missing == 1 else "are")
    elif len(schools) == 1:
        doubt = ALONE
    elif not all(entry.person for entry in entries):
        doubt = NO_PERSONS
    there = roll(entries, on)
    kinds = tuple(_kinds(schools, there)) if not doubt else ()
    return Held(
        first.urn,
        one.name or first.name,
        "federation",
        first.authority,
        there,
        kinds,
        doubt,
        one.uid,
        tuple(school.urn for school in schools),
        tuple(line for school in schools for line in school.lost),
    )


def _kinds(schools: Sequence[Body], there: Roll) -> Iterator[Kind]:
    """Give the kinds that a federation may be: by the foundations that its schools may have, and the number of its heads.

    Which law applies turns on what schools there are and not on how many of each. Several schools may have one head
    teacher, so there are as many as are recorded; that there are more leaves less room, and that there is one for each school
    is the most.
    """
    alike = Counter((one.kind, one.foundations or (None,)) for one in schools)
    each = (
        [
            _mixed(kind, several, many)
            for size in range(1, len(foundations) + 1)
            for several in itertools.combinations(foundations, size)
            if size <= many
        ]
        for (kind, foundations), many in sorted(alike.items(), key=str)
    )
    recorded = sum(post.seats == {"head_teacher"} for post in there.posts)
    for chosen in itertools.product(*each):
        for heads in sorted({min(max(recorded, 1), len(schools)), len(schools)}):
            yield Kind("federation", None, tuple(itertools.chain(*chosen)), heads)


def _mixed(kind: str, several: tuple[str | None, ...], many: int) -> tuple[tuple[str, str | None], ...]:
    """Give so many schools of a kind that have each of several foundations."""
    return tuple((kind, foundation) for foundation in (*several, *several[:1] * (many - len(several))))

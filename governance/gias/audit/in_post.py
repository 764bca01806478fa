"""Who of the rows of a body is in post on a day: one person counts once, whatever is recorded of them."""

import datetime
from collections.abc import Iterable, Iterator

import attrs

from governance.gias.audit.appointers import governs, meaning
from governance.gias.record import Entry


@attrs.frozen
class Post:
    """One person in post: the seats that the rows of the person may mean, and those rows.

    `chair` are rows of the chair beside one of the governorship: they say who elected the chair, and not the category.
    """

    seats: frozenset[str]
    entries: tuple[Entry, ...]
    chair: tuple[Entry, ...] = ()

    @property
    def sure(self) -> bool:
        """Tell whether a row shows it: one whose days cannot be read, or cannot both be right, does not."""
        return any(
            one.understood and not (one.appointed_on and one.ends_on and one.ends_on < one.appointed_on)
            for one in (*self.entries, *self.chair)
        )


@attrs.frozen
class Roll:
    """The rows of a body on a day: people in post, and rows that count for nobody, by why. A clerk's row is in neither."""

    entries: tuple[Entry, ...] = ()
    posts: tuple[Post, ...] = ()
    ended: tuple[Entry, ...] = ()
    later: tuple[Entry, ...] = ()

    @property
    def live(self) -> Iterator[Entry]:
        """Give the rows of the governorships of those in post."""
        return (one for post in self.posts for one in post.entries)

    @property
    def chairs(self) -> list[Entry]:
        """Give the rows of those who are recorded as chair, one for each person."""
        rows = ([one for one in (*post.chair, *post.entries) if one.chairs] for post in self.posts)
        return [those[0] for those in rows if those]


def roll(entries: Iterable[Entry], on: datetime.date) -> Roll:
    """Sort the rows of a body."""
    every = tuple(one for one in entries if governs(one.role))
    ended, later = [], []
    by_person: dict[int, list[Entry]] = {}
    for place, one in enumerate(every, start=1):
        start, end = one.appointed_on, one.ends_on
        if start and start > on:
            later.append(one)
        elif end and end < on and not (start and end < start):  # else one of the two days is wrong
            ended.append(one)
        else:
            by_person.setdefault(one.person or -place, []).append(one)
    posts = []
    for rows in by_person.values():
        plain = tuple(one for one in rows if not one.chairs)
        chair = tuple(one for one in rows if one.chairs) if plain else ()
        plain = plain or tuple(rows)
        seats = meaning(plain[0].appointing_body).seats
        for one in plain[1:]:
            seats |= meaning(one.appointing_body).seats
        posts.append(Post(seats, plain, chair))
    return Roll(every, tuple(posts), tuple(ended), tuple(later))

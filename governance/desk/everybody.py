"""Every body that somebody may see, with its people on a day: read once, and kept until something is done."""

import datetime
from collections.abc import Callable, Hashable
from typing import Any, Final, TypeVar, cast

import attrs
from django.db.models import OuterRef, Subquery, TextField
from django.db.models.functions import Cast

from governance.desk.in_post import Staffed, staffed
from governance.desk.models import Authority, Body, Event

T = TypeVar("T")

_KEPT: Final = 4
"""For how many users and days they are kept."""
_MOST: Final = 40
"""How much of what is made of them is kept."""


@attrs.frozen(eq=False)
class Everybody:
    """The bodies that are open, in the order of their names; while nothing is done, this is the same object."""

    bodies: tuple[Staffed, ...]
    on: datetime.date
    _made: dict[Hashable, Any] = attrs.field(factory=dict, init=False, repr=False)

    def once(self, what: Hashable, make: Callable[[], T]) -> T:
        """Give what is made of all of them and of what was done: it is made once, and kept as long as they are."""
        found = self._made.get(what)
        if found is None:
            found = make()
            if len(self._made) >= _MOST:
                self._made.clear()
            self._made[what] = found
        return cast("T", found)


_known: Final[dict[Hashable, tuple[Hashable, Everybody]]] = {}


def everybody(user: Any, on: datetime.date) -> Everybody:
    """Give the bodies that somebody may see, as they are on a day."""
    return _everybody(user.scope, Body.objects.visible_to(user), on)


def everybody_of(authority: int, on: datetime.date) -> Everybody:
    """Give the bodies of an authority, for who is let in without being a user."""
    return _everybody(authority, Body.objects.filter(authority=authority), on)


def _everybody(whose: Hashable, rows: Any, on: datetime.date) -> Everybody:
    # The stamp is taken first: what is read after it may be newer, and is then read once more.
    stamp, key = _stamp(), (whose, on)
    kept = _known.get(key)
    if kept and kept[0] == stamp:
        return kept[1]
    found = Everybody(tuple(staffed(rows.filter(closed_on=None), on)), on)
    if key not in _known and len(_known) >= _KEPT:
        _known.clear()
    _known[key] = stamp, found
    return found


def _stamp() -> Hashable:
    """Give what tells that nothing was done: the hash of the last event of each authority, and its holidays."""
    last = Event.objects.filter(authority=OuterRef("pk")).order_by("-number").values("hash")[:1]
    found = Authority.objects.annotate(last=Subquery(last), away=Cast("holidays", TextField()))
    return tuple(found.order_by("pk").values_list("pk", "last", "away"))

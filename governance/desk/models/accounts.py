"""Who works with the desk, and for whom. On one machine there is one user, the office, who needs no password."""

import functools
from typing import Final, NamedTuple

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.functional import cached_property

from governance.desk.models.visible import Row

OFFICE: Final = "the office"
"""The name of the one user of a desk on one's own machine."""
WHOLE: Final = ("officer", "solicitor")
"""The roles that see all of an authority; the others see the bodies that are theirs."""


class Scope(NamedTuple):
    """The authorities of which somebody sees everything, and the bodies besides, by number."""

    authorities: tuple[int, ...]
    bodies: tuple[int, ...]


class User(AbstractUser):
    """Somebody who works with the desk."""

    @cached_property
    def scope(self) -> Scope:
        """Give what this user may see."""
        from governance.desk.models.bodies import Body  # noqa: PLC0415 - bodies have this door, too

        mine = list(self.memberships.all())
        whole = {
            one.authority_id for one in mine if one.role in WHOLE and not (one.body_id or one.diocese_id)
        }
        bodies = {one.body_id for one in mine if one.body_id}
        for one in mine:
            if one.diocese_id:
                of = Body.objects.filter(authority=one.authority_id, schools__diocese=one.diocese_id)
                bodies.update(of.values_list("pk", flat=True))
        return Scope(tuple(sorted(whole)), tuple(sorted(bodies)))


class Membership(Row):
    """What somebody is to an authority, to one body or to the schools of a diocese in it."""

    belongs_to = "authority"

    ROLES = (
        ("school", "School"),
        ("officer", "Officer"),
        ("diocese", "Diocese"),
        ("solicitor", "Solicitor"),
        ("admin", "Administrator"),
    )

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=ROLES)
    authority = models.ForeignKey("Authority", models.CASCADE, related_name="memberships")
    body = models.ForeignKey("Body", models.CASCADE, null=True, blank=True, related_name="memberships")
    diocese = models.ForeignKey("Diocese", models.CASCADE, null=True, blank=True, related_name="memberships")


@functools.cache
def the_office() -> User:
    """Give the one user of a desk on one's own machine, who stays the same while it runs."""
    user: User = User.objects.get(username=OFFICE)
    return user

"""Who works with the desk, and for whom. On one machine there is one user, the office, who needs no password."""

from typing import Final

from django.contrib.auth.models import AbstractUser
from django.db import models

from governance.desk.models.visible import Row

OFFICE: Final = "the office"
"""The name of the one user of a desk on one's own machine."""


class User(AbstractUser):
    """Somebody who works with the desk."""


class Membership(Row):
    """What somebody is to an authority, to one body or to a diocese."""

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


def the_office() -> User:
    """Give the one user of a desk on one's own machine."""
    user: User = User.objects.get(username=OFFICE)
    return user

"""The one door to every table: what somebody may see."""

from typing import Any, Self

from django.db import models


class Visible(models.QuerySet):
    """Rows, of which each model says by which way they belong to an authority.

    Every query of a view begins with `visible_to`: what it leaves out is not there, and answers 404.
    """

    def visible_to(self, user: Any) -> Self:
        """Keep the rows of the authorities that somebody works for."""
        from governance.desk.models.accounts import Membership  # noqa: PLC0415 - it has this door, too

        way = self.model.belongs_to
        return self.filter(**{f"{way}__in": Membership.objects.filter(user=user.pk).values("authority")})


class Row(models.Model):
    """A row of a table that belongs to an authority."""

    belongs_to = "body__authority"
    """The way from a row to its authority."""

    objects = Visible.as_manager()

    class Meta:
        """It has no table of its own."""

        abstract = True

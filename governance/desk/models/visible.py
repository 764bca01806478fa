"""The one door to every table: what somebody may see."""

from typing import Any, Self

from django.db import models
from django.db.models import Q


class Visible(models.QuerySet):
    """Rows, of which each model says by which way they belong to an authority and to a body.

    Every query of a view begins with `visible_to`: what it leaves out is not there, and answers 404.
    """

    def visible_to(self, user: Any) -> Self:
        """Keep the rows of the authorities that somebody works for, and of the bodies that are somebody's."""
        scope = user.scope
        kept = Q(**{f"{self.model.belongs_to}__in": scope.authorities})
        if not scope.bodies or (way := self.model.way_to_body()) is None:
            return self.filter(kept)
        return self.filter(kept | Q(**{f"{way}__in": scope.bodies})).distinct()


class Row(models.Model):
    """A row of a table that belongs to an authority.

    `belongs_to` is the way to the authority. Where that goes past no body, `of_body` is the way to the body, if there is one.
    """

    belongs_to = "body__authority"
    of_body: str | None = None

    objects = Visible.as_manager()

    class Meta:
        """It has no table of its own."""

        abstract = True

    @classmethod
    def way_to_body(cls) -> str | None:
        """Give the way to the body."""
        way = cls.belongs_to.removesuffix("__authority")
        return cls.of_body or (way if way.endswith("body") else None)

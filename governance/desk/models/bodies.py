"""The authority, its schools, and the bodies that have an instrument."""

from typing import Any, Self

from django.db import models

from governance.desk.models.visible import Row, Visible
from governance.model.names import CATEGORIES, FOUNDATION, SCHOOL_CATEGORIES

VERDICTS = ("lawful", "lawful on condition", "unlawful", "cannot tell")
"""What an instrument on file comes to, in the words of the answers."""
MONTHS_KEPT = 12
"""How long what is known of people is kept after they left, unless the authority says otherwise."""


def _of(*words: str) -> list[tuple[str, str]]:
    return [(word, word) for word in words]


class Authority(Row):
    """A local authority, and how its office works.

    `house_style` is the TOML of `governance report --house`, `template` the authority's own Word template and
    `holidays` a list of first and last days. Names of people are kept only where `keeps_names` says so. The schools of a
    `demo` are not real.
    """

    belongs_to = "pk"

    name = models.CharField(max_length=200)
    code = models.CharField(max_length=10, blank=True)
    house_style = models.TextField(blank=True)
    template = models.ForeignKey("Document", models.SET_NULL, null=True, blank=True, related_name="+")
    attest = models.CharField(max_length=20, blank=True)
    holidays = models.JSONField(default=list, blank=True)
    keeps_names = models.BooleanField(default=False)
    months_kept = models.PositiveSmallIntegerField(default=MONTHS_KEPT)
    demo = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.name)


class Dioceses(Visible):
    """Dioceses, which cross authorities."""

    def visible_to(self, user: Any) -> Self:  # noqa: ARG002 - as every other door is asked
        """Show them all: the name of a diocese is no secret."""
        return self.all()


class Diocese(Row):
    """The diocesan authority of schools with a religious character."""

    objects = Dioceses.as_manager()

    name = models.CharField(max_length=200)
    faith = models.CharField(max_length=100, blank=True)

    def __str__(self) -> str:
        return str(self.name)


class School(Row):
    """A school or pupil referral unit, as the public register has it."""

    belongs_to = "authority"
    of_body = "bodies"

    authority = models.ForeignKey(Authority, models.CASCADE, related_name="schools")
    diocese = models.ForeignKey(Diocese, models.SET_NULL, null=True, blank=True, related_name="schools")
    urn = models.CharField(max_length=10, blank=True, db_index=True)
    laestab = models.CharField(max_length=10, blank=True, db_index=True)
    name = models.CharField(max_length=250)
    category = models.CharField(max_length=40, choices=_of(*SCHOOL_CATEGORIES, "pupil referral unit"))
    foundation = models.CharField(max_length=20, blank=True, choices=_of(*FOUNDATION))
    religious_character = models.CharField(max_length=100, blank=True)
    phase = models.CharField(max_length=40, blank=True)
    status = models.CharField(max_length=40, default="open")
    source = models.CharField(max_length=200, blank=True)
    source_day = models.DateField(null=True, blank=True)

    class Meta:
        """In the order of the names."""

        ordering = ("name",)

    def __str__(self) -> str:
        return str(self.name)


class Body(Row):
    """What has an instrument: the governing body of a school or federation, or a management committee.

    `category` is that of its school, "federation" or "pupil referral unit".
    """

    belongs_to = "authority"
    of_body = "pk"

    authority = models.ForeignKey(Authority, models.CASCADE, related_name="bodies")
    name = models.CharField(max_length=250)
    category = models.CharField(max_length=40, choices=_of(*CATEGORIES))
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    schools = models.ManyToManyField(School, through="BodySchool", related_name="bodies")

    class Meta:
        """In the order of the names."""

        ordering = ("name", "pk")
        verbose_name_plural = "bodies"

    def __str__(self) -> str:
        return str(self.name)

    @property
    def kind(self) -> str:
        """Tell whether it is of a school, a federation or a pupil referral unit."""
        own = {"federation", "pupil referral unit"}
        return str(self.category) if self.category in own else "school"

    def instrument_on(self, day: Any) -> "Instrument | None":
        """Give the instrument that is on file for a day: the last that took effect by then and had not ended."""
        found: Instrument | None = (
            self.instruments.filter(effective_on__lte=day)
            .exclude(ended_on__lte=day)
            .order_by("-effective_on", "-pk")
            .first()
        )
        return found


class BodySchool(Row):
    """A school under a body, since one day and until another; a federation has several."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="memberships_of_schools")
    school = models.ForeignKey(School, models.CASCADE, related_name="memberships_of_bodies")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)


class Instrument(Row):
    """An instrument on file: what it says, as a proposal, and what the law says of it then and today.

    `ended_on` is the first day on which it no longer has effect. `data` has the keys of a proposal in JSON.
    """

    body = models.ForeignKey(Body, models.CASCADE, related_name="instruments")
    made_on = models.DateField(null=True, blank=True)
    effective_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    data = models.JSONField()
    document = models.ForeignKey(
        "Document", models.SET_NULL, null=True, blank=True, related_name="instruments"
    )
    verdict_then = models.CharField(max_length=20, blank=True, choices=_of(*VERDICTS))
    verdict_today = models.CharField(max_length=20, blank=True, choices=_of(*VERDICTS))
    broken_then = models.JSONField(default=list, blank=True)
    broken_today = models.JSONField(default=list, blank=True)
    checked_on = models.DateField(null=True, blank=True)
    rules_hash = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """The newest first."""

        ordering = ("-effective_on", "-pk")


class Meeting(Row):
    """A meeting of a body that the office has in its calendar."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="meetings")
    on = models.DateField(db_index=True)
    about = models.CharField(max_length=250, blank=True)
    full = models.BooleanField(default=True)
    second = models.BooleanField(default=False)

    class Meta:
        """In the order of the days."""

        ordering = ("on", "pk")

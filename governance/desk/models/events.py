"""Who did what, when. Rows are added and never changed: each holds the hash of the one before it (`desk.events`)."""

from typing import Any

from django.db import models

from governance.desk.models.proposals import AlwaysSameError
from governance.desk.models.visible import Row


class Event(Row):
    """One thing that was done. `actor` is an office; `subject` is the table and number of what it was done to.

    `says` names the subject in words, and `facts` are plain values; neither holds personal data.
    """

    belongs_to = "authority"
    of_body = "body"

    authority = models.ForeignKey("Authority", models.PROTECT, related_name="events")
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    actor = models.CharField(max_length=200)
    verb = models.CharField(max_length=60, db_index=True)
    subject = models.CharField(max_length=80, blank=True, db_index=True)
    says = models.CharField(max_length=250, blank=True)
    body = models.ForeignKey("Body", models.PROTECT, null=True, blank=True, related_name="events")
    facts = models.JSONField(default=dict, blank=True)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        """The newest first; a number stands once in an authority."""

        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=("authority", "number"), name="event_once"),)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write it once; AlwaysSameError the second time."""
        if not self._state.adding:
            raise AlwaysSameError("An event never changes.")
        super().save(*args, **kwargs)

    def delete(self, *_: Any, **__: Any) -> Any:
        """Keep it."""
        raise AlwaysSameError("An event is never deleted.")

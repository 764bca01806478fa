"""Documents: what was uploaded, kept under the hash of its bytes."""

from typing import Any

from django.db import models
from django.utils import timezone

from governance.desk.models.proposals import AlwaysSameError
from governance.desk.models.visible import Row


class Document(Row):
    """A document that is on file. `path` lies within the data folder; `title` is what the office calls it.

    `reading` is what was read in it, as `governance read --json` gives it.
    """

    belongs_to = "authority"
    of_body = "body"

    KINDS = (
        ("instrument", "Instrument"),
        ("register", "Register of governors"),
        ("approval", "Approval"),
        ("decision", "Decision"),
        ("template", "Word template"),
        ("extract", "Extract of the public register"),
        ("other", "Other"),
    )

    authority = models.ForeignKey("Authority", models.CASCADE, related_name="documents")
    body = models.ForeignKey("Body", models.SET_NULL, null=True, blank=True, related_name="documents")
    kind = models.CharField(max_length=20, choices=KINDS, default="other")
    title = models.CharField(max_length=250, blank=True)
    type = models.CharField(max_length=10)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()
    path = models.CharField(max_length=250)
    reading = models.JSONField(null=True, blank=True)
    by = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """The newest first."""

        ordering = ("-at", "-pk")


class Correction(Row):
    """What somebody put in place of a value that was read in a document. Rows are added and never changed.

    `field` is the key of a proposal, "seats.parent"; `read` is what was read there and `said` what was typed, each as the form
    has it.
    """

    belongs_to = "document__authority"
    of_body = "document__body"

    document = models.ForeignKey(Document, models.CASCADE, related_name="corrections")
    field = models.CharField(max_length=60)
    read = models.TextField(blank=True)
    said = models.TextField(blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """In the order in which they were made."""

        ordering = ("at", "pk")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write it once; AlwaysSameError the second time."""
        if not self._state.adding:
            raise AlwaysSameError("A correction never changes. Make another.")
        super().save(*args, **kwargs)

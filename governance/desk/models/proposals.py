"""Proposals: versions that never change, and what was done with which version."""

from typing import Any

from django.db import models
from django.utils import timezone

from governance.desk.models.visible import Row


class AlwaysSameError(TypeError):
    """Something was to be changed that is kept as it is."""


class Proposal(Row):
    """A proposal for a first or a varied instrument of a body.

    `status` is one of `statuses.STATUSES`. `entrance` says who began: the governing body, or the authority.
    """

    ENTRANCES = (("body", "The governing body"), ("authority", "The authority"))

    body = models.ForeignKey("Body", models.CASCADE, related_name="proposals")
    title = models.CharField(max_length=250)
    status = models.CharField(max_length=40, default="draft", db_index=True)
    entrance = models.CharField(max_length=20, choices=ENTRANCES, default="body")
    assigned_to = models.CharField(max_length=200, blank=True)
    due_on = models.DateField(null=True, blank=True)
    replaces = models.ForeignKey(
        "Instrument", models.SET_NULL, null=True, blank=True, related_name="varied_by"
    )
    created_at = models.DateTimeField(default=timezone.now)
    moved_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """What was moved last comes first."""

        ordering = ("-moved_at", "-pk")

    def __str__(self) -> str:
        return str(self.title)

    @property
    def latest(self) -> "ProposalVersion | None":
        """Give the latest version."""
        found: ProposalVersion | None = self.versions.order_by("-number").first()
        return found


class ProposalVersion(Row):
    """What a proposal said at one time, with the answer of then. A change makes a new version.

    `data` has the keys of a proposal in JSON, and `result` is what `governance check --json` gave; `on` is the
    day of the law that was asked.
    """

    belongs_to = "proposal__body__authority"

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    data = models.JSONField()
    result = models.JSONField(null=True, blank=True)
    lawful = models.BooleanField(null=True, blank=True)
    on = models.DateField(null=True, blank=True)
    rules_hash = models.CharField(max_length=64, blank=True)
    tool_version = models.CharField(max_length=40)
    note = models.TextField(blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """The latest first; a number stands once."""

        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=("proposal", "number"), name="version_once"),)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write it once; AlwaysSameError the second time."""
        if not self._state.adding:
            raise AlwaysSameError("A version never changes. Make a new one.")
        super().save(*args, **kwargs)


class Approval(Row):
    """Who approved which version, on what day. A later version makes it an approval of an earlier one.

    `kind` is "governing_body" or one of the approvers that the law names; `school` is the school of a federation whose
    side it was.
    """

    belongs_to = "version__proposal__body__authority"

    version = models.ForeignKey(ProposalVersion, models.CASCADE, related_name="approvals")
    kind = models.CharField(max_length=40)
    school = models.ForeignKey("School", models.SET_NULL, null=True, blank=True, related_name="+")
    on = models.DateField()
    by_office = models.CharField(max_length=200)
    document = models.ForeignKey("Document", models.SET_NULL, null=True, blank=True, related_name="approvals")
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        """In the order in which they were recorded."""

        ordering = ("recorded_at", "pk")


class Move(Row):
    """A step that a proposal took: from which status to which, on what day, by whom, under which power and why."""

    belongs_to = "version__proposal__body__authority"

    version = models.ForeignKey(ProposalVersion, models.CASCADE, related_name="moves")
    move = models.CharField(max_length=40)
    from_status = models.CharField(max_length=40)
    to_status = models.CharField(max_length=40)
    on = models.DateField()
    effective_on = models.DateField(null=True, blank=True)
    by_office = models.CharField(max_length=200, blank=True)
    power = models.CharField(max_length=250, blank=True)
    reasons = models.TextField(blank=True)
    document = models.ForeignKey("Document", models.SET_NULL, null=True, blank=True, related_name="moves")
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        """In the order in which they were recorded."""

        ordering = ("recorded_at", "pk")


class CopySent(Row):
    """A copy of the instrument, sent to one of those who are to have it."""

    belongs_to = "proposal__body__authority"

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="copies")
    recipient = models.CharField(max_length=200)
    sent_on = models.DateField()
    how = models.CharField(max_length=100, blank=True)
    document = models.ForeignKey("Document", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        """In the order of the days."""

        ordering = ("sent_on", "pk")

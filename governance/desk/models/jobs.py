"""Long work that can be left, and calendar addresses."""

from django.db import models

from governance.desk.models.visible import Row


class Job(Row):
    """Work that takes longer than a page: how much of it is done, and what came of it.

    `status` is "waiting", "running", "done", "stopped" or "failed".
    """

    belongs_to = "authority"

    authority = models.ForeignKey("Authority", models.CASCADE, related_name="jobs")
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=250, blank=True)
    status = models.CharField(max_length=20, default="waiting", db_index=True)
    done = models.PositiveIntegerField(default=0)
    of = models.PositiveIntegerField(null=True, blank=True)
    says = models.TextField(blank=True)
    given = models.JSONField(default=dict, blank=True)
    result = models.JSONField(null=True, blank=True)
    document = models.ForeignKey("Document", models.SET_NULL, null=True, blank=True, related_name="jobs")
    by = models.CharField(max_length=200, blank=True)
    asked_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """The newest first."""

        ordering = ("-asked_at", "-pk")


class Feed(Row):
    """A private address of the calendar, by offices alone, until it is revoked."""

    belongs_to = "authority"
    of_body = "body"

    authority = models.ForeignKey("Authority", models.CASCADE, related_name="feeds")
    body = models.ForeignKey("Body", models.CASCADE, null=True, blank=True, related_name="feeds")
    secret = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

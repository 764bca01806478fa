"""Who is in post, by office; names only where the authority keeps them, in a table of their own that can be emptied."""

from django.db import models

from governance.desk.models.visible import Row


class Person(Row):
    """The name of somebody who holds an appointment. The only table with personal data."""

    belongs_to = "authority"

    authority = models.ForeignKey("Authority", models.CASCADE, related_name="people")
    name = models.CharField(max_length=200)
    email = models.CharField(max_length=200, blank=True)


class Appointment(Row):
    """Somebody in an office of a body, by a key and never by name.

    The fields are those of `[[people]]` in a proposal. The instrument that was in force on the day of the appointment is
    looked up and not kept. `term` is as it was set then, "4 years".
    """

    body = models.ForeignKey("Body", models.CASCADE, related_name="appointments")
    key = models.CharField(max_length=200)
    category = models.CharField(max_length=40)
    came_by = models.CharField(max_length=40, blank=True)
    appointed_by = models.CharField(max_length=250, blank=True)
    appointed_on = models.DateField(null=True, blank=True)
    term = models.CharField(max_length=40, blank=True)
    ends_stated = models.DateField(null=True, blank=True, db_index=True)
    ended_on = models.DateField(null=True, blank=True, db_index=True)
    why = models.CharField(max_length=200, blank=True)
    employed_at_school = models.BooleanField(null=True, blank=True)
    school = models.ForeignKey("School", models.SET_NULL, null=True, blank=True, related_name="appointments")
    gid = models.CharField(max_length=20, blank=True)
    facts = models.JSONField(default=dict, blank=True)
    standing = models.CharField(max_length=20, blank=True)
    line = models.PositiveIntegerField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)
    grade = models.CharField(max_length=40, blank=True)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="appointments")
    run = models.ForeignKey("ImportRun", models.SET_NULL, null=True, blank=True, related_name="appointments")

    class Meta:
        """Body by body, in the order of the register."""

        ordering = ("body", "line", "pk")


class Office(Row):
    """An office that a governor holds on top of the governorship: chair or vice chair, with days of its own."""

    belongs_to = "appointment__body__authority"

    appointment = models.ForeignKey(Appointment, models.CASCADE, related_name="offices")
    role = models.CharField(max_length=20)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)


class ImportRun(Row):
    """One import of a register or of the public register: what was mapped to what, and what became of it.

    `mapping` is the heading of each field, `preview` what would change, `counts` what did. `status` is "mapping",
    "previewed", "applied" or "left".
    """

    belongs_to = "authority"
    of_body = "body"

    authority = models.ForeignKey("Authority", models.CASCADE, related_name="imports")
    body = models.ForeignKey("Body", models.SET_NULL, null=True, blank=True, related_name="imports")
    document = models.ForeignKey("Document", models.SET_NULL, null=True, blank=True, related_name="imports")
    kind = models.CharField(max_length=40, default="register")
    mapping = models.JSONField(default=dict, blank=True)
    preview = models.JSONField(default=dict, blank=True)
    counts = models.JSONField(default=dict, blank=True)
    status = models.CharField(max_length=20, default="mapping")
    by = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """The newest first."""

        ordering = ("-at", "-pk")


class Problem(Row):
    """A row of an import that could not be read as it stands: its line, what is wrong and what to do."""

    belongs_to = "run__authority"
    of_body = "run__body"

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="problems")
    line = models.PositiveIntegerField(null=True, blank=True)
    field = models.CharField(max_length=60, blank=True)
    says = models.TextField()
    remedy = models.TextField(blank=True)

    class Meta:
        """In the order of the lines."""

        ordering = ("line", "pk")


class Finding(Row):
    """What is to be looked at about a body: a rule that its instrument breaks, or what its register contradicts.

    `about` is "instrument" or "people".
    """

    run = models.ForeignKey(ImportRun, models.SET_NULL, null=True, blank=True, related_name="findings")
    body = models.ForeignKey("Body", models.CASCADE, related_name="findings")
    about = models.CharField(max_length=20, default="people")
    code = models.CharField(max_length=100, blank=True)
    grade = models.CharField(max_length=40)
    words = models.TextField()
    citation = models.CharField(max_length=200, blank=True)
    url = models.CharField(max_length=250, blank=True)
    lines = models.JSONField(default=list, blank=True)
    first_seen = models.DateField()
    last_seen = models.DateField(null=True, blank=True)
    settled_on = models.DateField(null=True, blank=True)

    class Meta:
        """Body by body."""

        ordering = ("body", "pk")

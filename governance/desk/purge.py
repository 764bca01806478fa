"""Names are taken away some months after their owners left; what they did by office stays."""

import datetime

from django.db import transaction
from django.db.models import QuerySet

from governance.desk.events import record
from governance.desk.models import Authority, Person
from governance.law.checks.calendar import after


def due(authority: Authority, today: datetime.date) -> QuerySet[Person]:
    """Give the names of those who left long ago, all their appointments considered, and of those who have none."""
    since = after(today, -authority.months_kept)
    staying = Person.objects.filter(appointments__ended_on__isnull=True, appointments__isnull=False)
    lately = Person.objects.filter(appointments__ended_on__gt=since)
    found: QuerySet[Person] = authority.people.exclude(pk__in=staying).exclude(pk__in=lately)
    return found


@transaction.atomic
def purge(authority: Authority, today: datetime.date, *, by: str) -> int:
    """Take those names away, and say how many; the event has the number alone."""
    number = due(authority, today).count()
    if number:
        due(authority, today).delete()
        record(authority, by, "purged names", authority, facts={"names": number})
    return number

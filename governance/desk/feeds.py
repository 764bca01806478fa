"""Private addresses of the calendar: each has a key of its own, of which the desk keeps the hash alone."""

import datetime
import hashlib

from governance.desk.days import calendar_file
from governance.desk.everybody import everybody_of
from governance.desk.models import Feed


def hashed(secret: str) -> str:
    """Give what is kept of a key."""
    return hashlib.sha256(secret.encode()).hexdigest()


def feed_at(secret: str) -> Feed | None:
    """Give the feed that a key opens; None where there is none, or it is revoked."""
    found: Feed | None = Feed.objects.filter(secret=hashed(secret), revoked_at=None).first()
    return found


def calendar_at(feed: Feed, today: datetime.date) -> bytes:
    """Give the calendar that a feed tells."""
    return calendar_file(everybody_of(feed.authority_id, today), feed.body_id)

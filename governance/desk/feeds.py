"""Private addresses of the calendar: each has a key of its own, of which the desk keeps the hash alone."""

import hashlib
from typing import Any

from governance.desk.models import Body, Feed


def hashed(secret: str) -> str:
    """Give what is kept of a key."""
    return hashlib.sha256(secret.encode()).hexdigest()


def feed_at(secret: str) -> Feed | None:
    """Give the feed that a key opens; None where there is none, or it is revoked."""
    found: Feed | None = Feed.objects.filter(secret=hashed(secret), revoked_at=None).first()
    return found


def bodies_of(feed: Feed) -> Any:
    """Give the bodies whose days a feed tells."""
    rows = Body.objects.filter(authority=feed.authority_id, closed_on=None)
    return rows.filter(pk=feed.body_id) if feed.body_id else rows

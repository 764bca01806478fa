"""Putting an instrument on file: it takes the place of the one before, and is checked then and today."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from governance.desk.as_read import name_of
from governance.desk.corrections import kept
from governance.desk.events import record
from governance.desk.models import Body, Document, Instrument
from governance.desk.standing import bring_up_to_date
from governance.law.library import edition
from governance.model import parse


@transaction.atomic
def put_on_file(
    body: Body,
    data: Mapping[str, Any],
    *,
    effective_on: datetime.date,
    made_on: datetime.date | None,
    today: datetime.date,
    by: str,
    document: Document | None = None,
) -> Instrument:
    """Put an instrument on file; ProposalError where what it says cannot be read.

    Those that took effect earlier end on its day, and it ends on that of the next.
    """
    said = {key: value for key, value in data.items() if key not in {"approvals", "current", "people"}}
    days = {"effective_on": effective_on.isoformat(), **({"made_on": made_on.isoformat()} if made_on else {})}
    said["instrument"] = {**said.get("instrument", {}), **days}
    parse(said, source="the instrument")
    later = body.instruments.filter(effective_on__gt=effective_on).order_by("effective_on").first()
    earlier = body.instruments.filter(effective_on__lt=effective_on)
    earlier.filter(ended_on=None).update(ended_on=effective_on)
    earlier.filter(ended_on__gt=effective_on).update(ended_on=effective_on)
    instrument: Instrument = Instrument.objects.create(
        body=body,
        data=said,
        made_on=made_on,
        effective_on=effective_on,
        ended_on=later.effective_on if later else None,
        document=document,
    )
    bring_up_to_date(instrument, today)
    if document is not None and document.body_id is None:
        document.body = body
        document.save()
    corrected = sorted(map(name_of, kept(document))) if document else []
    facts = {**days, **({"corrected in what was read": corrected} if corrected else {})}
    record(
        body.authority, by, "put an instrument on file", instrument, says=body.name, body=body, facts=facts
    )
    return instrument


@transaction.atomic
def check_again(today: datetime.date) -> int:
    """Check under the law of today what was last checked on another day, or with other rules; say how many."""
    current = Instrument.objects.filter(ended_on=None)
    old = list(current.exclude(checked_on=today, rules_hash=edition().hash).select_related("body"))
    for one in old:
        bring_up_to_date(one, today)
    return len(old)

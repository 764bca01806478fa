"""What an officer corrects in a document that was read: kept with the document, beside what was read, and never changed."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.db import transaction

from governance.desk import as_read, asked
from governance.desk.apart import Read
from governance.desk.events import record
from governance.desk.models import Correction, Document

PUT: Final = "put"
"""The key under which a reading on file holds how the document is put to the law."""
_NAMES: Final = ("name", "head")
"""Fields whose values an event does not tell, for they may be somebody's name."""


def reading_of(document: Document) -> Read | None:
    """Give what was read in a document; None where it was not read here."""
    if not document.reading or PUT not in document.reading:
        return None
    answer = {key: value for key, value in document.reading.items() if key != PUT}
    return Read(answer, **document.reading[PUT])


def kept(document: Document) -> dict[str, str]:
    """Give what stands in place of what was read, by field: the last correction of each, unless that puts back what was read."""
    last = {one.field: one for one in document.corrections.all()}
    return {field: one.said for field, one in last.items() if one.said != one.read}


def form_of(read: Read, corrected: Mapping[str, str], today: datetime.date) -> asked.Form:
    """Give what was read as a form has it, with what was corrected in its place."""
    typed = as_read.typed(read)
    if asked.DAY in corrected:
        typed = {name: value for name, value in typed.items() if not name.startswith(asked.DAY)}
    return asked.form({**typed, **corrected}, today)


def data_of(document: Document, today: datetime.date) -> dict[str, Any]:
    """Give the tables of a document as they were corrected; nothing where it was not read."""
    read, corrected = reading_of(document), kept(document)
    if read is None or not corrected:
        return read.data if read else {}
    return as_read.corrected(read, form_of(read, corrected, today))


@transaction.atomic
def keep(document: Document, form: asked.Form, *, by: str, today: datetime.date) -> list[Correction]:
    """Keep each value of a form that differs from what stands there, and say in an event what was corrected."""
    read = reading_of(document)
    if read is None:
        return []
    before, first = form_of(read, kept(document), today), form_of(read, {}, today)
    made = [
        Correction(document=document, field=field, read=as_read.value(first, field), said=said, by=by)
        for field, said in sorted(as_read.differences(before, form).items())
    ]
    for one in made:
        one.save()
    if made:
        facts = {as_read.name_of(one.field): _told(one) for one in made}
        record(
            document.authority,
            by,
            "corrected what was read",
            document,
            says=document.title,
            body=document.body,
            facts=facts,
        )
    return made


def rows(them: Iterable[Correction]) -> list[dict[str, Any]]:
    """Give corrections as a table has them."""
    return [
        {
            "field": as_read.name_of(one.field),
            "read": _words(one.read),
            "said": _words(one.said),
            "by": one.by,
            "at": one.at,
        }
        for one in them
    ]


def _told(one: Correction) -> str:
    if one.field.rpartition(".")[2] in _NAMES:
        return "corrected"
    return f"read as {_words(one.read)}, corrected to {_words(one.said)}"


def _words(typed: str) -> str:
    return {"": "nothing", asked.QUESTION: "not settled"}.get(typed, typed)

"""The `[[people]]` of a proposal file, read entry by entry."""

import datetime
from typing import Any, Final

from governance.model.names import ASSOCIATE, CAME_BY, CHAIRS, IN_POST, OFFICES
from governance.model.person import FACTS, Fact, Kind, Person, Sentence
from governance.model.table import Table

MOST_HOURS: Final = 9000
MOST_DAYS: Final = 40_000
MOST_MONTHS: Final = 1200
"""Larger numbers in a file are slips of the keyboard."""


def read_people(root: Table) -> tuple[Person, ...]:
    """Read the `[[people]]` of a proposal; a person's `term` may stand beside the key or under `facts`."""
    return tuple(_person(entry) for entry in root.tables("people"))


def _person(table: Table) -> Person:
    if "key" not in table and "office" in table and table.renamed("office", "key"):
        return Person("", "")  # it is read again under the new key
    table.require("key", 'Give a label such as "parent governor A", and no name')
    table.require("category", f"Known: {', '.join(OFFICES)}")
    term, facts = table.term("term"), _facts(table.table("facts"))
    if term and facts.setdefault("term", term) != term:
        table.problem(
            "term", f"{term} is not the {facts['term']} under facts", remedy="Give the term in one place"
        )
    category = table.choice("category", OFFICES) or ""
    person = Person(
        key=table.text("key") or "",
        category=category,
        came_by=table.choice("came_by", CAME_BY),
        appointed_on=table.date("appointed_on"),
        facts=facts,
        body=table.text("body") or "",
        appointed_by=table.text("appointed_by") or "",
        stated_end=table.date("stated_end"),
        ended_on=table.date("ended_on"),
        office=table.choice("office", CHAIRS),
        standing="associate" if category == ASSOCIATE else IN_POST,
    )
    table.finish()
    return person


def _facts(table: Table) -> dict[str, Fact]:
    found = {name: _fact(table, name, words.kind) for name, words in FACTS.items()}
    table.finish()
    return {name: value for name, value in found.items() if value is not None}


def _fact(table: Table, name: str, kind: Kind) -> Any:
    if name not in table:
        return None
    match kind:
        case "flag":
            return table.flag(name)
        case "done" | "day":
            return table.date_or_flag(name, done=kind == "done")
        case "days":
            return table.dates(name)
        case "number":
            return table.whole(name, MOST_HOURS)
        case "term":
            return table.term(name)
    return tuple(sentence for entry in table.tables(name) if (sentence := _sentence(entry)))


def _sentence(table: Table) -> Sentence | None:
    table.require("on", "Give the day of the conviction")
    day = table.date("on")
    months, days = (
        table.whole("months", MOST_MONTHS, least=1),
        table.whole("days", MOST_DAYS, least=1),
    )
    if ("months" in table) is ("days" in table):
        table.problem("", "has not just one length", remedy="Give either months or days")
    sentence = Sentence(
        on=day or datetime.date.min,
        months=months,
        days=days,
        suspended=table.flag("suspended"),
        fine_option=table.flag("fine_option"),
        no_offence_in_uk=table.flag("no_offence_in_uk"),
    )
    table.finish()
    return sentence if day and (months is not None or days is not None) else None

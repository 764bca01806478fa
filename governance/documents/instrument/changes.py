"""What changes from the previous instrument, as an annex to the new one and no part of it."""

import datetime
from collections.abc import Iterator
from typing import Final

import attrs

from governance.answers.differences import Change, differences
from governance.documents.word.blocks import Annex, Column, Paragraph, Table, Title
from governance.english import day_words
from governance.model import Proposal

_NOT_IN_AN_INSTRUMENT: Final = frozenset(
    {
        "phase",
        "how it came by its foundation",
        "head teacher has resigned",
        "local authority",
        "decided to be varied on",
    }
)
_DAYS: Final = frozenset({"made on", "in effect on"})
_FOUNDATION: Final = {
    "none": "no foundation",
    "foundation": "a foundation; not a qualifying foundation school",
    "qualifying": "a foundation; a qualifying foundation school",
}
_NOT_SEATS_OF_ONE: Final = ("(employed at the school)", "total stated")


def annex(proposal: Proposal, previous: Proposal | None) -> tuple[Annex, ...]:
    """Set out what changes, item by item; without a previous proposal, from the seats it says it replaces.

    Nothing where the proposal gives neither.
    """
    if previous is None and proposal.current is not None:
        previous = attrs.evolve(proposal, seats=proposal.current)
    if previous is None:
        return ()
    rows = tuple(_rows(previous, proposal))
    name = proposal.school.name
    return (
        Annex(
            blocks=(
                Title("Annex: changes from the previous instrument"),
                Paragraph("This annex is for information and is not part of the instrument."),
                _table(rows) if rows else Paragraph("Nothing that the instrument states is changed."),
            ),
            header=f"Annex for information: {name}" if name else "Annex for information",
            footer="Changes from the previous instrument",
        ),
    )


def _table(rows: tuple[tuple[str, str, str], ...]) -> Table:
    return Table(
        "What changes",
        "One row for each item that is changed: the item, what the previous instrument says and what this one says.",
        (Column("Item", share=4), Column("Before", share=3), Column("After", share=3)),
        rows,
    )


def _rows(old: Proposal, new: Proposal) -> Iterator[tuple[str, str, str]]:
    for change in differences(old, new):
        if change.topic not in _NOT_IN_AN_INSTRUMENT and not change.of.endswith(_NOT_SEATS_OF_ONE):
            yield _item(change), _words(change, change.old), _words(change, change.new)


def _item(change: Change) -> str:
    said = change.of if change.topic == "seats" else change.what
    if said == "in all":
        said = "total"
    return said[:1].upper() + said[1:]


def _words(change: Change, said: str) -> str:
    if not said:
        return "Not stated"
    if change.topic in _DAYS:
        return day_words(datetime.date.fromisoformat(said))
    if change.topic == "foundation":
        return _FOUNDATION[said]
    return "None" if change.topic == "seats" and said == "0" else said

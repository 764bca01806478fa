"""What a document of the corpus says, as an honest reader may repeat it."""

import datetime
from collections.abc import Mapping

import attrs

from governance.model.names import SEATS


@attrs.frozen
class Truth:
    """What is there to be read; what is None, or empty, is not in the document and must not be read out of it.

    `seats` names every category that has any. `terms` are as a proposal file writes them ("4 years").
    `appointers` are who appoints foundation governors, each with a number.

    `optional` are fields that the document does not say in so many words: reading nothing is right, and so is
    the value here. `doubtful` are fields that may be read in more than one way: any value is right as long as
    the reader does not call it stated. Nothing read of a field in `silent` is judged.
    """

    name: str | None = None
    category: str | None = None
    seats: Mapping[str, int] = attrs.field(factory=dict)
    total: int | None = None
    terms: Mapping[str, str] = attrs.field(factory=dict)
    made_on: datetime.date | None = None
    effective_on: datetime.date | None = None
    governing_body: str | None = None
    local_authority: str | None = None
    religious_character: str | None = None
    appointers: tuple[tuple[str, int], ...] = ()
    ex_officio: tuple[str, ...] = ()
    optional: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()

    def fields(self) -> dict[str, object]:
        """Give every field that is judged, by its key in a proposal file, with the value to be read."""
        found: dict[str, object] = {
            "school.category": self.category,
            "seats.total": self.total,
            "instrument.made_on": self.made_on,
            "instrument.effective_on": self.effective_on,
            "school.name": self.name,
            "instrument.governing_body": self.governing_body,
            "school.local_authority": self.local_authority,
            "school.religious_character": self.religious_character,
            "foundation.appointers": self.appointers,
            "foundation.ex_officio": self.ex_officio,
        }
        found |= {f"seats.{seat}": self.seats.get(seat, 0) for seat in SEATS}
        found |= {f"terms.{whose}": self.terms.get(whose) for whose in ("all", *SEATS)}
        return {field: value for field, value in found.items() if field not in self.silent}


@attrs.frozen
class Part:
    r"""One line of a document before anybody decides how it is set.

    `level` is 0 for plain words, 1 for a clause, 2 for an item of its list and 3 for one inside that; `mark` is
    what is printed before it where marks are typed, without a space after it where it is `tight`. `cells` make it
    a row of a table. "\n" in its words is a line broken by hand.
    """

    words: str
    level: int = 0
    mark: str = ""
    cells: tuple[str, ...] = ()
    heading: bool = False
    tight: bool = False


@attrs.frozen
class Sample:
    """One document of the corpus: what it is called, its lines, and the truth of it."""

    name: str
    parts: tuple[Part, ...]
    truth: Truth

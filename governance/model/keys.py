"""Every key of a proposal: where it stands, what it takes and what it says; found by asking the reader itself.

The reader is run over tables that note what it asks for. So the list of keys, the schema and the hints are those of
the reader, and no second list can differ from it. Only what a key says to people is written down here.
"""

import functools
from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal, Self, cast

import attrs

from governance.model.log import Log
from governance.model.names import SEATS, seat_words
from governance.model.person import FACTS
from governance.model.reading import read_root
from governance.model.table import MOST_SEATS, Table

OTHERS: Final = "*"
"""The name that stands for every further key of a table which may have some."""

Kind = Literal[
    "table",
    "tables",
    "text",
    "lines",
    "choice",
    "flag",
    "count",
    "total",
    "whole",
    "date",
    "done",
    "day",
    "term",
    "choices",
    "texts",
    "dates",
]
"""What a key takes. A `count` may be unknown and a `total` not; `done` is a day, true or false, and `day` a day or false."""


@attrs.frozen
class Key:
    """One key: its table ("", "seats", "foundation.appointers[]"), its name and what it takes.

    `options` are the words it is one of, `least` and `most` the bounds of a number.
    """

    table: str
    name: str
    kind: Kind
    required: bool = False
    options: tuple[str, ...] = ()
    least: int = 0
    most: int = 0

    @property
    def path(self) -> str:
        """Give the key with its table before it."""
        return f"{self.table}.{self.name}" if self.table else self.name

    @property
    def words(self) -> str:
        """Say what it says."""
        return _WORDS.get(self.path) or _of_a_seat(self)


@functools.cache
def keys() -> tuple[Key, ...]:
    """Give every key that a proposal may have, in the order in which they are read."""
    found: dict[str, Key] = {}
    read_root(_Asked(found))
    return tuple(found.values())


def heading(table: str) -> str:
    """Write the table of a key as TOML heads it.

    >>> heading("seats"), heading("foundation.appointers[]"), heading("people[].facts")
    ('[seats]', '[[foundation.appointers]]', '[people.facts]')
    """
    name = table.replace("[]", "")
    return f"[[{name}]]" if table.endswith("[]") else f"[{name}]"


class _Asked(Table):
    """A table that has every key and no value, and notes what it is asked for."""

    def __init__(self, found: dict[str, Key], table: str = "") -> None:
        super().__init__({}, lambda _: "", Log())
        self._found = found
        self._table = table

    def _note_key(self, name: str, kind: Kind, **more: Any) -> None:
        key = Key(self._table, name, kind, **more)
        there = self._found.get(key.path)
        self._found[key.path] = attrs.evolve(key, required=key.required or bool(there and there.required))

    def __contains__(self, key: str) -> bool:
        return True

    def require(self, key: str, what: str) -> None:  # noqa: ARG002 - what the reader says where it is missing
        self._note_key(key, "text", required=True)

    def problem(self, *_: Any, **__: Any) -> None:
        """Nothing is wrong with what is not there."""

    def finish(self) -> None:
        """Nothing is there that nobody asked for."""

    def text(self, key: str) -> str | None:
        self._note_key(key, "text")
        return None

    def lines(self, key: str) -> str | None:
        self._note_key(key, "lines")
        return None

    def words(self, key: str) -> str | None:
        self._note_key(key, "lines")
        return None

    def others(self) -> tuple[str, ...]:
        self._note_key(OTHERS, "lines")
        return ()

    def choice(self, key: str, options: Sequence[str]) -> str | None:
        self._note_key(key, "choice", options=tuple(options))
        return None

    def flag(self, key: str) -> bool:
        self._note_key(key, "flag")
        return False

    def count(self, key: str, *, may_be_unknown: bool = True) -> None:
        self._note_key(key, "count" if may_be_unknown else "total", most=MOST_SEATS)

    def whole(self, key: str, most: int, *, least: int = 0) -> int | None:
        self._note_key(key, "whole", least=least, most=most)
        return None

    def date(self, key: str) -> None:
        self._note_key(key, "date")

    def date_or_flag(self, key: str, *, done: bool) -> None:
        self._note_key(key, "done" if done else "day")

    def term(self, key: str) -> None:
        self._note_key(key, "term")

    def choices(self, key: str, options: Sequence[str]) -> tuple[str, ...]:
        self._note_key(key, "choices", options=tuple(options))
        return ()

    def texts(self, key: str) -> tuple[str, ...]:
        self._note_key(key, "texts")
        return ()

    def dates(self, key: str) -> None:
        self._note_key(key, "dates")

    def table(self, key: str) -> Self:
        self._note_key(key, "table")
        return self._below(key)

    def tables(self, key: str) -> tuple[Self, ...]:
        self._note_key(key, "tables")
        return (self._below(f"{key}[]"),)

    def _below(self, name: str) -> Self:
        return cast("Self", _Asked(self._found, f"{self._table}.{name}" if self._table else name))


def _of_a_seat(key: Key) -> str:
    """Say what the same key says in each of the tables that have one for each category of governor, or each fact."""
    if key.table == "people[].facts":
        return FACTS[key.name].words.capitalize()
    if key.table == "approvals":
        return _WORDS[f"schools[].approvals.{key.name}"]
    if key.table in ("seats", "current.seats") and key.name not in SEATS:
        return _WORDS[f"seats.{key.name}"]
    if key.table == "earlier[].terms" and key.name not in SEATS:
        return _WORDS[f"terms.{key.name}"]
    many = seat_words(key.name, 2)
    of = "; of pupil referral units, and of earlier law" if key.name in ("community", "sponsor") else ""
    says: Mapping[str, str] = {
        "seats": f"How many {many} there are to be{of}",
        "current.seats": f"How many {many} there are now",
        "schools[].seats": f"How many of the {many} belong to this school",
        "filled": f"How many seats of {many} have somebody in post",
        "terms": f"The term of office of {many}",
        "earlier[].terms": f"The term of office of {many}",
    }
    return says[key.table]


_WORDS: Final[Mapping[str, str]] = {
    "school": "The school, the federation or the pupil referral unit",
    "school.category": "The category of school, or the body",
    "school.name": "The name of the school, federation or unit",
    "school.foundation": "Whether the school has a foundation, and whether it is a qualifying foundation school; asked of foundation and voluntary schools, never deduced",
    "school.religious_character": 'The religious character with which the school is designated, or "none"; CofE and Catholic are understood',
    "school.local_authority": "The local authority that maintains it",
    "school.head_resigned": "Whether the head teacher has resigned as a governor",
    "school.phase": "The phase of education; only the Regulations of 2007 ask",
    "school.foundation_origin": "How a foundation school came by its foundation: established with it, or acquired it, by published proposals, or otherwise; asked where the foundation's majority would end",
    "schools": "The schools of a federation, one [[schools]] for each",
    "schools[].name": "The name of the school",
    "schools[].category": "The category of the school",
    "schools[].foundation": "As school.foundation, for this school",
    "schools[].religious_character": "As school.religious_character, for this school",
    "schools[].ethos": "The religious ethos of this school, in the words that were agreed",
    "schools[].head": "Who the head teacher is, by office; schools that name the same share one head teacher",
    "schools[].head_resigned": "Whether this school's head teacher has resigned as a governor",
    "schools[].seats": "The federation's seats that belong to this school, where the instrument says so",
    "schools[].approvals": "The days on which this school's side approved the draft",
    "schools[].approvals.foundation_governors": "The day on which the foundation governors approved the draft",
    "schools[].approvals.trustees": "The day on which the trustees approved the draft",
    "schools[].approvals.diocesan_authority": "The day on which the diocesan authority approved the draft",
    "schools[].approvals.religious_body": "The day on which the religious body approved the draft",
    "instrument": "The document itself: who makes it, and when",
    "instrument.governing_body": "The name of the governing body, or of the management committee",
    "instrument.made_by": "Who makes the instrument, as it is to name them",
    "instrument.made_on": "The day on which it is made",
    "instrument.effective_on": "The day on which it takes effect, which is the day of the law that governs it",
    "instrument.replaces": "The day on which the instrument that this one varies and replaces was made",
    "instrument.decided_to_vary_on": "The day of a decision to vary an older instrument, on which it may turn which Regulations govern",
    "instrument.sponsor_names": "The sponsors, by name; for pupil referral units and earlier law",
    "instrument.nominating_body": 'The body that nominates a community governor of a special school under earlier law, or "none"',
    "seats": "How many seats each category has; a category that is not named has none",
    "seats.co_opted_staff": "How many of the co-opted governors are employed at the school, where that is known",
    "seats.foundation_parent": "How many of the foundation governors are eligible as parent governors; earlier law counts them",
    "seats.extra_foundation": "How many of the foundation governors are there because there are sponsors; earlier law counts them",
    "seats.total": "The total as the instrument states it, to be compared with the sum",
    "terms": "Terms of office, where they are not those that the law sets",
    "terms.all": "The term of office of every category",
    "terms.fixed_by_appointer": "The categories whose terms those who appoint may fix",
    "foundation": "Who the foundation governors come from",
    "foundation.name": "The name of the foundation",
    "foundation.trust_deed": "The trust deed, as the instrument is to name it",
    "foundation.appointers": "Who appoints foundation governors, one [[foundation.appointers]] for each",
    "foundation.appointers[].by": "Who appoints",
    "foundation.appointers[].number": "How many they appoint",
    "foundation.appointers[].basis": "On what basis, where several appoint",
    "foundation.appointers[].school": "For which school of a federation, by its name",
    "foundation.rest": "Whether it is open who has the foundation seats that no entry tells of",
    "foundation.ex_officio": "Foundation governors by virtue of an office, one [[foundation.ex_officio]] for each; each fills a foundation seat",
    "foundation.ex_officio[].office": "The office that carries the seat",
    "foundation.ex_officio[].removal_requested_by": "Who may ask for the removal of the holder",
    "foundation.ex_officio[].substitute_appointed_by": "Who appoints somebody to act in the holder's place",
    "foundation.ex_officio[].school": "For which school of a federation, by its name",
    "ethos": "The religious ethos",
    "ethos.description": "The religious ethos, in the words that were agreed",
    "approvals": "The days on which those approved the draft whose approval it needs",
    "current": "The board that there is now, where this proposal varies it",
    "current.seats": "The seats that it replaces",
    "filled": "How many seats have somebody in post today, for `governance repair`",
    "paper": "The words of the paper for the decision, for `governance report`; none of it is checked",
    "paper.committee": "Who decides: the committee, member or officer",
    "paper.report_of": "Whose report it is: the office of the director or other officer",
    "paper.subject": "The subject of the paper",
    "paper.type_of_decision": "The type of decision, such as non-key",
    "paper.power_to_decide": "Where the council’s constitution gives the power to decide",
    "paper.meeting_on": "The day of the meeting, or of the decision",
    "paper.contact": "The office to ask, never a person: its name, address, telephone and e-mail, a line each",
    "paper.background": "How the proposal came about",
    "paper.reasons": "Why the change is wanted",
    "paper.options": "What else was considered, and why it was rejected",
    "paper.*": "The words of any other section, by the key that the house style has for it (`risk`, `financial`)",
    "people": "Governors and associate members, by a key and never by name, for `governance people`",
    "people[].key": 'A label that is no name, such as "parent governor A"',
    "people[].office": "The office that the person holds on top of the governorship",
    "people[].body": "The governing body, where the list is of several",
    "people[].appointed_by": "Who elected or appointed the person, as it is written",
    "people[].stated_end": "The day on which the term ends, as a list states it",
    "people[].ended_on": "The day on which the person left",
    "people[].category": "What the person is",
    "people[].came_by": "How the person came by the office",
    "people[].appointed_on": "The day of the election or appointment",
    "people[].term": "The term of office that was set then",
    "people[].facts": "What is known of the person; what is not given is not known",
    "people[].facts.sentences[].on": "The day of the conviction",
    "people[].facts.sentences[].months": "The sentence in whole months",
    "people[].facts.sentences[].days": "Or the sentence in days",
    "people[].facts.sentences[].suspended": "Whether it was suspended",
    "people[].facts.sentences[].fine_option": "Whether there was the option of a fine",
    "people[].facts.sentences[].no_offence_in_uk": "Whether it was a conviction abroad for what is no offence here",
    "earlier": "Each instrument that came before this one, for the terms of those who were chosen under it",
    "earlier[].effective_on": "The day on which that instrument took effect",
    "earlier[].terms": "The terms of office that it set",
}
"""What each key says that does not follow from its table."""

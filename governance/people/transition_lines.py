"""The line that each governor gets when the instrument changes: what happens, until when, by what authority."""

import datetime
import functools
import re
from collections.abc import Sequence
from typing import Any, Final

import attrs

from governance.answers.outcomes import Effect, Fate, Of, Outcome, additional, fate
from governance.english import day_words
from governance.law.checks.terms import InTerm
from governance.model import Proposal
from governance.model.names import ADDITIONAL, ASSOCIATE, SEATS, UNKNOWN
from governance.model.person import Person
from governance.people.in_post import Line as Row
from governance.people.in_post import has_term

HEAD: Final = "head_teacher"
_PEOPLE: Final = ("in post", "ended", "associate", "cannot tell")
"""The standings of rows that are people: vacancies, notes and rows of a chair are none."""
_BESIDE: Final = {
    "substitution": re.compile(r"\bsubstitut", re.IGNORECASE),
    "ex officio": re.compile(r"\bex\W*officio\b|\bby virtue of\b", re.IGNORECASE),
}
"""How a foundation governor came by the seat, as it is often said beside who appoints."""


@attrs.frozen
class Line:
    """What becomes of one person, and why.

    `until` is the last day, in the first of its two readings: of who must be chosen between, and of who cannot be told of,
    that of the term, which nobody serves beyond.
    """

    line: int | None
    key: str
    category: str
    outcome: Outcome
    until: datetime.date | None
    because: str
    citation: str = ""
    url: str = ""
    of: Of | None = None

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {
            "line": self.line,
            "key": self.key,
            "category": self.category or None,
            "outcome": self.outcome,
            "until": self.until and self.until.isoformat(),
            "of": self.of and self.of.as_json(),
            "because": self.because,
            "citation": self.citation,
        }


def as_told(one: Person) -> Person:
    """Give a person with a key that can be shown, and a foundation governor with how the seat was come by.

    That is often said beside who appoints.
    """
    way = next((way for way, pattern in _BESIDE.items() if pattern.search(one.appointed_by)), one.came_by)
    return attrs.evolve(one, key=shown(one.key), came_by=way if one.category == "foundation" else one.came_by)


def shown(text: str) -> str:
    """Give text of a register without what cannot be printed, which no document can hold."""
    return "".join(c if c.isprintable() else "\ufffd" for c in text)


def folded(text: str) -> str:
    """Give the name of a body as it is compared with others."""
    return re.sub(r"\W+", " ", text.casefold()).removeprefix("the ").strip()


@attrs.frozen
class Board:
    """The rows of one governing body, between two instruments; `since` is the day on which the new one takes effect."""

    old: Proposal
    new: Proposal
    found: Effect
    since: datetime.date
    rows: tuple[Row, ...]

    @functools.cached_property
    def people(self) -> tuple[Row, ...]:
        """Give the rows that are people."""
        return tuple(row for row in self.rows if row.person.standing in _PEOPLE)

    def line(self, row: Row) -> Line:
        """Give the line of a person."""
        one = row.person
        if over := self._over(row):
            return over
        if self.found.how in ("all end", "cannot tell"):
            told = fate(self.found, SEATS[0], 0, 0, self.since)
            until = self.since if told.outcome == "ends" else _sooner(row)
            by_office = one.category == HEAD and told.outcome == "ends"
            head = " The head teacher is a governor of the federation by office." if by_office else ""
            return _line(one, told.outcome, until, told.says + head, told.citation, told.url)
        if one.standing == "cannot tell" or not one.category:
            why = "The register does not say for certain of which category this governor is, or whether in post."
            if one.category == HEAD:
                why = "Whether somebody who acts for the head teacher is a governor by office is open."
            return _line(one, "cannot tell", _sooner(row), why)
        if one.category not in SEATS:
            return self._outside(row)
        if one.category == HEAD or _ex_officio(one):
            return self._by_office(one)
        if self._later(one):
            why = f"Takes office on {_said(one.appointed_on)}, and is not in post on the day."
            return _line(one, "continues", _first(row), f"{why}{_doubt(row)}", *self.found.running())
        return self._told(row, self._fates[one.category])

    def sitting(self) -> dict[str, int]:
        """Give how many are in post on the day, by category: those in excess are among them."""
        return {seat: len(self._in_post(seat)) for seat in SEATS}

    def members(self) -> int:
        """Give how many are in post on the day, additional governors among them: a quorum is counted on them."""
        others = [
            row
            for row in self.people
            if row.person.category == ADDITIONAL and not (self._over(row) or self._later(row.person))
        ]
        return sum(self.sitting().values()) + len(others)

    def offices(self) -> dict[str, str]:
        """Give the outcome for whoever is chair, and vice chair; a row for the office alone repeats a governor."""
        found: dict[str, str] = {}
        for row in self.rows:
            one = row.person
            own = [
                other for other in self.people if other is row or (one.who and other.person.who == one.who)
            ]
            if one.office and one.standing in (*_PEOPLE, "office") and own:
                found[one.office] = self.line(own[-1]).outcome
        return found

    def unread(self) -> int:
        """Count those in post of whom the end of the term cannot be told."""
        return sum(
            row.end.days is None
            and row.standing in ("in post", "associate")
            and bool(row.person.category)
            and has_term(row.person)
            for row in self.people
        )

    def _over(self, row: Row) -> Line | None:
        """Give the line of somebody who has left, or whose term is over, before the new instrument."""
        one, day, left = row.person, self.found.day, row.person.ended_on
        if left and left <= day:
            why = f"Left on {day_words(left)}, as the register records: no part of an excess."
            return _line(one, "ends", left, why)
        if row.standing != "ended":
            return None
        if one.standing == "ended":
            why = "The register records that this governor has left."
            return _line(one, "ends", one.stated_end or _first(row), why)
        ends = [last for last in (_first(row), one.stated_end) if last and last < day]
        if not ends:
            why = "The same person has a later row in this category, so that this office is over."
            return _line(one, "ends", _first(row), why)
        last = min(ends)
        says = (
            f"The term ends on {day_words(last)}, before {day_words(day)}: the office ends with it, and is no part of an excess."
            f"{_doubt(row)}"
        )
        if row.end.days and row.end.days[0] < day <= row.end.days[1]:
            says += f" If the anniversary is still part of the term, it ends on {day_words(row.end.days[1])}."
        return _line(one, "ends", last, says, *self._term_rule(one))

    def _later(self, one: Person) -> bool:
        return one.appointed_on is not None and one.appointed_on > self.found.day

    def _term_rule(self, one: Person) -> tuple[str, str]:
        for rule in self.found.book.person_rules if self.found.book else ():
            if isinstance(rule.check, InTerm) and one.category in rule.where.get("seat", ()):
                return rule.citation, rule.url
        return "", ""

    def _post_rule(self) -> tuple[str, str]:
        rules = self.found.book.person_rules if self.found.book else ()
        by_office = (one for one in rules if one.where.get("came_by") == frozenset({"ex officio"}))
        found = next(by_office, None)
        return (found.citation, found.url) if found else self.found.running()

    def _outside(self, row: Row) -> Line:
        """Give the line of an associate member or an additional governor, who hold no seat of the instrument."""
        one = row.person
        if one.category == ADDITIONAL:
            why = "Additional governors stand outside the seats of the instrument, and continue until their power ends."
            cited = additional(self.found.day)
        else:
            why = "Associate members are no part of the instrument, and continue for their term."
            cited = self._term_rule(one)
        return _line(one, "continues", _sooner(row), f"{why}{_doubt(row)}", *cited)

    def _by_office(self, one: Person) -> Line:
        """Give the line of a head teacher, or of a foundation governor by virtue of an office."""
        cited = self._post_rule()
        if one.category == HEAD:
            if self.new.school.head_resigned:
                why = "The new instrument says that the head teacher has resigned as a governor; the register lists one in post."
                return _line(one, "cannot tell", None, why, *cited)
            why = "The head teacher is a governor by office, and is never in excess."
            return _line(one, "continues while in post", None, why, *cited)
        kept = self._office_kept()
        if kept is None:
            why = "Whether this office still carries a foundation governorship cannot be told from the new instrument."
            return _line(one, "cannot tell", None, why, *cited)
        if kept:
            why = "Holds the seat by virtue of an office. No method for an excess reaches an ex officio governor."
            return _line(one, "continues while in post", None, why, *cited)
        why = (
            f"The new instrument gives this seat to no office, so that it ends on {day_words(self.since)}. That is an inference: "
            "take advice where anybody contests it."
        )
        return _line(one, "ends", self.since, why, *cited)

    def _office_kept(self) -> bool | None:
        """Tell whether an office carries a foundation governorship under the new instrument; None where it is not said."""
        if not self.new.seats.foundation:
            return False
        before, after = (
            {folded(one.office) for one in side.foundation.ex_officio} for side in (self.old, self.new)
        )
        if after:
            holders = sum(_ex_officio(row.person) and row.standing != "ended" for row in self.people)
            return True if before <= after and holders <= len(after) else None
        if not self.old.foundation.ex_officio and self.old.foundation == self.new.foundation:
            return True
        return False if self.new.foundation.appointers else None

    def _in_post(self, seat: str) -> tuple[Person, ...]:
        """Give those in post on the day in a category; those by an office that is lost are not among them."""
        return tuple(
            row.person
            for row in self.people
            if row.person.category == seat
            and row.person.standing != "cannot tell"
            and not self._later(row.person)
            and self._over(row) is None
            and not (_ex_officio(row.person) and self._office_kept() is False)
        )

    @functools.cached_property
    def _fates(self) -> dict[str, Fate]:
        return {seat: self._fate(seat) for seat in SEATS if seat != HEAD}

    def _fate(self, seat: str) -> Fate:
        seats = getattr(self.new.seats, seat)
        if seats == UNKNOWN:
            return Fate("cannot tell", "The number of seats in the new instrument is not settled.")
        there = self._in_post(seat)
        appointed = [one for one in there if not (_ex_officio(one) or _substitute(one))]
        return fate(
            self.found,
            seat,
            seats,
            len(there),
            self.since,
            by_office=len(there) - len(appointed),
            several_appointers=seat == "foundation" and self._several(appointed),
        )

    def _several(self, people: Sequence[Person]) -> bool:
        """Tell whether several bodies appointed them, or may have."""
        written = {folded(one.appointed_by) for one in people}
        named = {folded(one.by) for one in self.old.foundation.appointers}
        if len(written - {""}) > 1:
            return True
        return len(named) > 1 and not (len(written) == 1 and written <= named)

    def _told(self, row: Row, told: Fate) -> Line:
        """Give the line of somebody whose fate is that of the category."""
        one = row.person
        if told.of:
            if _substitute(one):
                why = (
                    "Acts in place of an ex officio governor, and is not reached by the method for an excess."
                )
                return _line(one, "continues", _sooner(row), why, *self._post_rule())
            return _line(
                one, "one of", _sooner(row), f"{told.says}{_doubt(row)}", told.citation, told.url, told.of
            )
        if told.outcome == "continues":
            says = f"{told.says} The term neither ends nor begins again.{_doubt(row)}"
            return _line(one, "continues", _sooner(row), says, told.citation, told.url)
        until = self.since if told.outcome == "ends" else _sooner(row)
        return _line(one, told.outcome, until, told.says, told.citation, told.url)


def _line(  # noqa: PLR0917 - a line, in its order
    one: Person,
    outcome: Outcome,
    until: datetime.date | None,
    because: str,
    citation: str = "",
    url: str = "",
    of: Of | None = None,
) -> Line:
    category = one.category or (ASSOCIATE if one.standing == "associate" else "")
    return Line(one.line, one.key, category, outcome, until, because, citation, url, of)


def _first(row: Row) -> datetime.date | None:
    return row.end.days[0] if row.end.days else None


def _sooner(row: Row) -> datetime.date | None:
    """Give the end of the term, or the day on which the register says that the person leaves before it."""
    return min((day for day in (_first(row), row.person.ended_on) if day), default=None)


def _doubt(row: Row) -> str:
    """Say what makes the end of a term less than certain."""
    if row.end.days is None and row.person.appointed_on is None:
        stated = row.person.stated_end
        said = f" The register states {day_words(stated)}." if stated else ""
        return f" The day of appointment is not known, and so the end of the term cannot be told.{said}"
    return f" {row.end.says}" if row.end.says else ""


def _said(day: datetime.date | None) -> str:
    return day_words(day) if day else ""


def _ex_officio(one: Person) -> bool:
    return one.category == "foundation" and one.came_by == "ex officio"


def _substitute(one: Person) -> bool:
    return one.category == "foundation" and one.came_by == "substitution"

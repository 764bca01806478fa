"""What becomes of each governor in post when one instrument takes the place of another. It never says which person goes.

Each person gets one line. The numbers and who decides are those of the category (`answers/outcomes.py`); the end of a
term is counted from the day of appointment; the plan is made in `transition_plan.py`.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import attrs

from governance.answers.check import check
from governance.answers.differences import differences
from governance.answers.finding import Rows, Shown
from governance.answers.outcomes import Decides, Effect, Fate, Outcome, additional, effect, fate
from governance.english import day_words, listed
from governance.errors import CannotTellError
from governance.law.checks.terms import InTerm
from governance.model import Proposal, Terms
from governance.model.names import ADDITIONAL, ASSOCIATE, SEATS, UNKNOWN
from governance.model.person import Person
from governance.model.proposal import Day, as_day, the_proposal
from governance.people.ends import End, end_of
from governance.people.transition_plan import PlanStep, Vacancy, plan, vacancies

HEAD: Final = "head_teacher"
_SAME: Final = ("in effect on", "made on", "made by", "decided to be varied on", "total stated")
"""What two instruments may say differently and yet do the same to everybody in post."""
_LINES: Final = ("in post", "ended", "associate", "cannot tell")
"""The standings of rows that are people: vacancies, notes and rows of a chair are none."""
_BESIDE: Final = {
    "substitution": re.compile(r"\bsubstitut", re.IGNORECASE),
    "ex officio": re.compile(r"\bex\W*officio\b|\bby virtue of\b", re.IGNORECASE),
}
_NO_DAY: Final = (
    "The new instrument gives no day on which it takes effect. Set effective_on under [instrument] of the new proposal, or "
    "ask for a day with --on."
)


@attrs.frozen
class Of:
    """Of those of a category who are in question: how many stay and go, who decides, and who does not vote on it."""

    stay: int
    go: int
    decides: Decides
    may_not_vote: tuple[str, ...]


@attrs.frozen
class Line:
    """What becomes of one person, and why. `until` is the last day, in the first of its two readings."""

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
            "of": self.of and {**attrs.asdict(self.of), "may_not_vote": list(self.of.may_not_vote)},
            "because": self.because,
            "citation": self.citation,
        }


@attrs.frozen(repr=False)
class Transition(Shown):
    """What a new instrument does to everybody in post: a line for each person, the seats vacant then, and the plan.

    `on` is the day asked about, and `body` the governing body. `cautions` say what could not be told, or is to be minded.
    """

    old: str
    new: str
    on: datetime.date
    effective_on: datetime.date
    body: str = ""
    people: tuple[Line, ...] = ()
    vacancies: tuple[Vacancy, ...] = ()
    steps: tuple[PlanStep, ...] = ()
    cautions: tuple[str, ...] = ()

    def in_short(self) -> str:
        """Say of how many people it tells, and between which two instruments."""
        return f"{len(self.people)} people: from {self.old} to {self.new}, {self.effective_on}"

    def in_rows(self) -> Rows:
        """Give the line of each person."""
        rows = [
            (one.key, one.category, one.outcome, one.until or "", one.because, (one.citation, one.url))
            for one in self.people
        ]
        return ("Who", "Category", "What happens", "Until", "Why", "Citation"), rows

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {
            "old": self.old,
            "new": self.new,
            "on": self.on.isoformat(),
            "effective_on": self.effective_on.isoformat(),
            "body": self.body or None,
            "people": [one.as_json() for one in self.people],
            "vacancies": [one.as_json() for one in self.vacancies],
            "steps": [one.as_json() for one in self.steps],
            "cautions": list(self.cautions),
        }


def transition(
    old: Proposal,
    new: Proposal,
    people: Iterable[Person],
    *,
    on: Day | None = None,
    meeting: Day | None = None,
    body: str = "",
) -> Transition:
    """Say what becomes of each of the people of one governing body when `new` takes the place of `old`.

    It is told as on the day `on`, or else the day on which `new` takes effect; nothing happens before that day. `meeting`
    is the meeting at which an excess is decided, by default on the first day on which it can be. Raises CannotTellError
    where neither day is given, or the meeting is before the new instrument takes effect.
    """
    given, held = as_day(on), as_day(meeting, name="meeting")
    since = the_proposal(new).instrument.effective_on or given
    if since is None:
        raise CannotTellError(_NO_DAY)
    if held and held < since:
        raise CannotTellError(
            f"On {day_words(held)} nobody is in excess yet: the new instrument takes effect on {day_words(since)}. Hold the "
            "meeting on that day or after it."
        )
    day = max(given or since, since)
    found = effect(the_proposal(old), new, day)
    board = _Board(old, new, found, since, tuple(people))
    lines = tuple(board.line(one) for one in board.people)
    same = _the_same(old, new)
    vacant = () if same else tuple(vacancies(new, found, board.sitting(), since))
    steps, cautions = (
        ((), ())
        if same
        else plan(old, new, found, lines, vacant, since, held, board.offices(), board.members())
    )
    return Transition(
        old=old.source,
        new=new.source,
        on=given or since,
        effective_on=since,
        body=body,
        people=lines,
        vacancies=vacant,
        steps=tuple(steps),
        cautions=tuple(dict.fromkeys((*board.cautions(same=same), *_lawful(new, day), *cautions))),
    )


def of_body(
    people: Iterable[Person], new: Proposal, body: str | None = None
) -> tuple[str, tuple[Person, ...]]:
    """Give the one body of a register that is asked about, and its people: `body`, or the one that `new` names.

    On a federation date they may be of several bodies, and all are given. Raises CannotTellError, with the bodies there
    are, where it cannot be told which is meant.
    """
    people = tuple(people)
    names = tuple(dict.fromkeys(one.body for one in people if one.body))
    if body is None and (len(names) <= 1 or new.school.category == "federation"):
        return ", ".join(names), people
    wanted = [_folded(one) for one in (body, new.school.name, new.instrument.governing_body) if one]
    wanted = wanted[:1] if body else wanted
    found = [one for one in names if any(_folded(one) == text or _folded(one) in text for text in wanted)]
    if len(found) != 1:
        raise CannotTellError(
            f"The register is of several governing bodies, and which is meant cannot be told. Give one with --body: "
            f"{listed(names, last='or')}."
        )
    return found[0], tuple(one for one in people if one.body == found[0])


def _the_same(old: Proposal, new: Proposal) -> bool:
    return all(one.topic in _SAME for one in differences(old, new))


def _lawful(new: Proposal, day: datetime.date) -> Iterator[str]:
    try:
        wrong = check(new, on=day).of("unlawful", "breached")
    except CannotTellError as error:
        yield str(error)
        return
    if wrong:
        yield (
            f"{new.source} is not lawful: {wrong[0].because} ({wrong[0].citation}). An instrument that is not lawful should not "
            "be made; `governance check` tells the whole."
        )


@attrs.frozen
class _Board:
    """The people of one governing body between two instruments."""

    old: Proposal
    new: Proposal
    found: Effect
    since: datetime.date
    rows: tuple[Person, ...]

    @property
    def people(self) -> tuple[Person, ...]:
        """Give the rows that are people."""
        return tuple(one for one in self.rows if one.standing in _LINES)

    def line(self, one: Person) -> Line:
        """Give the line of a person."""
        end = self._end(one)
        over = self._over(one, end)
        if over:
            return over
        if one.standing == "cannot tell" or not one.category:
            why = "The register does not say for certain of which category this governor is, or whether in post."
            if one.category == HEAD:
                why = "Whether somebody who acts for the head teacher is a governor by office is open."
            return _line(one, "cannot tell", None, why)
        if self.found.how in ("all end", "cannot tell"):
            told = fate(self.found, _seat(one), 0, 0, self.since)
            until = self.since if told.outcome == "ends" else None
            head = (
                " The head teacher is a governor of the federation by office." if one.category == HEAD else ""
            )
            return _line(one, told.outcome, until, told.says + head, told.citation, told.url)
        if one.category not in SEATS:
            return self._outside(one, end)
        if one.category == HEAD or _ex_officio(one):
            return self._by_office(one)
        if one.appointed_on and one.appointed_on > self.found.day:
            why = f"Takes office on {day_words(one.appointed_on)}, after the new instrument, and is not in post on the day."
            return _line(one, "continues", _first(end), f"{why} {end.says}".strip(), *self.found.running())
        told = self._fate(one.category)
        return self._told(one, told, end)

    def sitting(self) -> dict[str, int]:
        """Give how many are in post on the day, by category: those who go are among them."""
        return {seat: len(self._in_post(seat)) for seat in SEATS}

    def members(self) -> int:
        """Give how many are in post on the day, additional governors among them: a quorum is counted on them."""
        others = [
            one for one in self.people if one.category == ADDITIONAL and not self._over(one, self._end(one))
        ]
        return sum(self.sitting().values()) + len(others)

    def offices(self) -> dict[str, str]:
        """Give the outcome for whoever is chair, and vice chair; a row for the office alone repeats a governor."""
        found: dict[str, str] = {}
        for row in (*self.rows, *self.people):
            own = [one for one in self.people if one is row or (row.who and one.who == row.who)]
            if row.office and row.standing in (*_LINES, "office") and own:
                found[row.office] = self.line(own[-1]).outcome
        return found

    def cautions(self, *, same: bool) -> Iterator[str]:
        """Say what of the register makes the numbers less than certain."""
        if same and any(self.line(one).outcome == "one of" for one in self.people):
            yield "There is an excess that no change of the instrument brings about: `governance steps surplus` gives the steps."
        unknown = sum(not one.category or one.standing == "cannot tell" for one in self.people)
        if unknown:
            yield (
                f"{unknown} {'person of the register is' if unknown == 1 else 'people of the register are'} counted in no "
                "category, so that vacancies may be fewer and an excess larger than is told here."
            )
        unread = sum(self._end(one).days is None for one in self.people if self._serves_a_term(one))
        if unread:
            yield (
                f"Of {unread} {'person' if unread == 1 else 'people'} the end of the term cannot be told. They are counted as in "
                "post: if a term is over, its holder is not in post, and is no part of an excess."
            )

    def _end(self, one: Person) -> End:
        return end_of(one, self.old, self._terms_on) if self._serves_a_term(one) else End()

    def _serves_a_term(self, one: Person) -> bool:
        return bool(one.category) and one.category != HEAD and not _ex_officio(one)

    def _terms_on(self, day: datetime.date) -> Terms | None:
        if day >= self.since:
            return self.new.terms
        found = self.old.terms_on(day)
        return (
            next((one.terms for one in reversed(self.new.earlier) if one.effective_on <= day), None)
            if found is None
            else found
        )

    def _over(self, one: Person, end: End) -> Line | None:
        """Give the line of somebody who has left, or whose term is over, before the new instrument."""
        left = one.ended_on
        if left and left <= self.found.day:
            return _line(
                one,
                "ends",
                left,
                f"Left on {day_words(left)}, as the register records: no part of an excess.",
            )
        if one.standing == "ended" and left is None:
            why = "The register records that this governor has left."
            return _line(one, "ends", one.stated_end or _first(end), why)
        if not end.days or end.days[0] >= self.found.day:
            return None
        says = (
            f"The term ends on {day_words(end.days[0])}, before {day_words(self.found.day)}: the office ends with it, and is no "
            f"part of an excess. {end.says}"
        ).strip()
        if end.days[1] >= self.found.day:
            says += f" If the anniversary is still part of the term, it ends on {day_words(end.days[1])}."
        return _line(one, "ends", end.days[0], says, *self._term_rule(one))

    def _term_rule(self, one: Person) -> tuple[str, str]:
        rules = self.found.book.person_rules if self.found.book else ()
        for rule in rules:
            if isinstance(rule.check, InTerm) and one.category in rule.where.get("seat", ()):
                return rule.citation, rule.url
        return "", ""

    def _outside(self, one: Person, end: End) -> Line:
        """Give the line of an associate member or an additional governor, who hold no seat of the instrument."""
        if one.category == ADDITIONAL:
            why = "Additional governors stand outside the seats of the instrument. They continue until their power ends."
            return _line(
                one, "continues", _first(end), f"{why} {end.says}".strip(), *additional(self.found.day)
            )
        why = "Associate members are no part of the instrument and continue for their term. Their committees are to be checked."
        return _line(one, "continues", _first(end), f"{why} {end.says}".strip(), *self._term_rule(one))

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
            why = "The new instrument does not say whether an office carries a foundation governorship."
            return _line(one, "cannot tell", None, why, *cited)
        if kept:
            why = "Holds the seat by virtue of an office. No method for an excess reaches an ex officio governor."
            return _line(one, "continues while in post", None, why, *cited)
        why = (
            f"The new instrument gives this seat to no office, so that it ends on {day_words(self.since)}. That is an inference: "
            "take advice where anybody contests it."
        )
        return _line(one, "ends", self.since, why, *cited)

    def _post_rule(self) -> tuple[str, str]:
        rules = self.found.book.person_rules if self.found.book else ()
        found = next((one for one in rules if one.where.get("came_by") == frozenset({"ex officio"})), None)
        return (found.citation, found.url) if found else self.found.running()

    def _office_kept(self) -> bool | None:
        """Tell whether an office carries a foundation governorship under the new instrument; None where it is not said."""
        if not self.new.seats.foundation:
            return False
        if self.new.foundation.ex_officio:
            return True
        if not self.old.foundation.ex_officio and self.old.foundation == self.new.foundation:
            return True
        return False if self.new.foundation.appointers else None

    def _in_post(self, seat: str) -> tuple[Person, ...]:
        """Give those in post on the day in a category; those by an office that is lost are not among them."""
        return tuple(
            one
            for one in self.people
            if one.category == seat
            and one.standing != "cannot tell"
            and not (one.appointed_on and one.appointed_on > self.found.day)
            and self._over(one, self._end(one)) is None
            and not (_ex_officio(one) and self._office_kept() is False)
        )

    def _fate(self, seat: str) -> Fate:
        seats = getattr(self.new.seats, seat)
        if seats == UNKNOWN:
            return Fate("cannot tell", "The number of seats in the new instrument is not settled.")
        there = self._in_post(seat)
        by_office = sum(_ex_officio(one) or _substitute(one) for one in there)
        several = seat == "foundation" and self._several([one for one in there if not _ex_officio(one)])
        return fate(
            self.found, seat, seats, len(there), self.since, by_office=by_office, several_appointers=several
        )

    def _several(self, people: Sequence[Person]) -> bool:
        """Tell whether several bodies appointed them, or may have."""
        written = {_folded(one.appointed_by) for one in people}
        named = {_folded(one.by) for one in self.old.foundation.appointers}
        if len(written - {""}) > 1:
            return True
        return len(named) > 1 and not (len(written) == 1 and written <= named)

    def _told(self, one: Person, told: Fate, end: End) -> Line:
        until = {"continues": _first(end), "ends": self.since}.get(told.outcome)
        of = None
        if told.outcome == "one of" and told.decides:
            if _substitute(one):
                why = (
                    "Acts in place of an ex officio governor, and is not reached by the method for an excess."
                )
                return _line(one, "continues", _first(end), why, *self._post_rule())
            of = Of(told.stay, told.go, told.decides, told.may_not_vote)
        because = told.says
        if told.outcome == "continues" and told.says.startswith("The new instrument has"):
            because += " The term neither ends nor begins again." if end.days else ""
        if told.outcome in ("continues", "one of"):
            because = f"{because} {end.says}".strip()
        leaves = one.ended_on
        if told.outcome == "continues" and leaves and (until is None or leaves < until):
            until = leaves
        return _line(one, told.outcome, until, because, told.citation, told.url, of)


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


def _seat(one: Person) -> str:
    return one.category if one.category in SEATS else SEATS[0]


def _first(end: End) -> datetime.date | None:
    return end.days[0] if end.days else None


def _ex_officio(one: Person) -> bool:
    return one.category == "foundation" and _came_by(one) == "ex officio"


def _substitute(one: Person) -> bool:
    return one.category == "foundation" and _came_by(one) == "substitution"


def _came_by(one: Person) -> str | None:
    """Say how somebody came by the seat; that it goes with an office is often said beside who appoints."""
    for way, pattern in _BESIDE.items():
        if pattern.search(one.appointed_by):
            return way
    return one.came_by


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).removeprefix("the ").strip()

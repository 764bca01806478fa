"""What becomes of each governor in post when one instrument takes the place of another. It never says which person goes.

Each person gets one line (`transition_lines.py`). The numbers and who decides are those of the category
(`answers/outcomes.py`), the end of a term is counted in `in_post.py`, and the plan is made in `transition_plan.py`.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import attrs

from governance.answers.check import check
from governance.answers.differences import differences
from governance.answers.finding import Rows, Shown
from governance.answers.outcomes import Effect, effect
from governance.english import day_words, listed
from governance.errors import CannotTellError
from governance.law.checks.terms import TermRunsOn
from governance.model import Proposal
from governance.model.person import Person
from governance.model.proposal import Day, Earlier, as_day, the_proposal
from governance.people.bodies import groups, name_of
from governance.people.in_post import lines_of
from governance.people.transition_lines import Board, Line, as_told, folded, shown
from governance.people.transition_plan import PlanStep, Vacancy, plan, vacancies

_SAME: Final = ("in effect on", "made on", "made by", "decided to be varied on", "total stated")
"""What two instruments may say differently and yet do the same to everybody in post."""
_EXCESS_BEFORE: Final = "There is an excess that no change of the instrument brings about: `governance steps surplus` gives the steps."
_NO_DAY: Final = (
    "The new instrument gives no day on which it takes effect. Set effective_on under [instrument] of the new proposal, or "
    "ask for a day with --on."
)


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
    rows = lines_of([as_told(one) for one in people], _both(old, new, since), day)
    board = Board(old, new, found, since, rows)
    lines = tuple(board.line(row) for row in board.people)
    cautions = [*_counted(board), *_lawful(new, day, board), *_in_order(old, since)]
    vacant: tuple[Vacancy, ...] = ()
    steps: tuple[PlanStep, ...] = ()
    if not _the_same(old, new):
        vacant = tuple(vacancies(new, found, board.sitting(), since))
        steps, more = plan(board, lines, vacant, held)
        cautions += [*_running(old, new, found), *_appointers(old, new, lines), *more]
    elif any(one.outcome == "one of" for one in lines):
        cautions.append(_EXCESS_BEFORE)
    return Transition(
        old=old.source,
        new=new.source,
        on=given or since,
        effective_on=since,
        body=shown(body or name_of(new)),
        people=lines,
        vacancies=vacant,
        steps=steps,
        cautions=tuple(dict.fromkeys(cautions)),
    )


def of_body(
    people: Iterable[Person], old: Proposal, new: Proposal, body: str | None = None
) -> tuple[str, tuple[Person, ...]]:
    """Give the one body of a register that is asked about, and its people: `body`, or that of the instruments.

    The schools of one federation are taken together. Raises CannotTellError, with the bodies there
    are, where it cannot be told which is meant.
    """
    people = tuple(people)
    names = tuple(dict.fromkeys(one.body for one in people if one.body))
    if body is None and len(names) <= 1:
        return ", ".join(names), people
    if body is None:
        several = (groups(people, (side,)) for side in (new, old))
        found = [
            next(((one.name, one.people) for one in those if one.proposal and one.people), None)
            for those in several
        ]
    else:
        wanted = [name for name in names if folded(name) == folded(body)]
        found = [(name, tuple(one for one in people if one.body == name)) for name in wanted[:1]]
    chosen = next(filter(None, found), None)
    if chosen is None:
        raise CannotTellError(
            f"The register is of several governing bodies, and which is meant cannot be told. Give one with --body: "
            f"{listed(names, last='or')}."
        )
    return chosen


def _both(old: Proposal, new: Proposal, since: datetime.date) -> Proposal:
    """Give the new instrument as one that followed the old: by it the term is told of whoever was chosen under either."""
    before = old.earlier or new.earlier
    then = Earlier(old.instrument.effective_on or datetime.date.min, old.terms)
    return attrs.evolve(
        old,
        terms=new.terms,
        instrument=attrs.evolve(old.instrument, effective_on=since),
        earlier=(*(one for one in before if one.effective_on < then.effective_on), then),
    )


def _the_same(old: Proposal, new: Proposal) -> bool:
    return all(one.topic in _SAME for one in differences(old, new))


def _counted(board: Board) -> Iterator[str]:
    """Say what of the register makes the numbers less than certain, where numbers decide anything."""
    if board.found.how in ("all end", "cannot tell"):
        return
    people = [row.person for row in board.people]
    unknown = sum(not one.category or one.standing == "cannot tell" for one in people)
    if unknown:
        yield (
            f"{unknown} {'person of the register is' if unknown == 1 else 'people of the register are'} counted in no category, "
            "so that vacancies may be fewer and an excess larger than is told here."
        )
    if unread := board.unread():
        yield (
            f"Of {unread} {'person' if unread == 1 else 'people'} the end of the term cannot be told. They are counted as in "
            "post: if a term is over, its holder is not in post, and is no part of an excess."
        )


def _lawful(new: Proposal, day: datetime.date, board: Board) -> Iterator[str]:
    """Say where the new instrument is not lawful, or is not with the co-opted governors who are employed at the school."""
    try:
        wrong = check(new, on=day).of("unlawful", "breached")
        if wrong:
            yield (
                f"{new.source} is not lawful: {wrong[0].because} ({wrong[0].citation}). An instrument that is not lawful should "
                "not be made; `governance check` tells the whole."
            )
            return
        employed = sum(
            row.person.employed_at_school is True and board.line(row).outcome == "continues"
            for row in board.people
            if row.person.category == "co_opted"
        )
        seats = attrs.evolve(new.seats, co_opted_staff=employed)
        for one in check(attrs.evolve(new, seats=seats), on=day).of("unlawful", "breached"):
            yield (
                f"With the {employed} co-opted governors who continue and are employed at the school: {one.because} "
                f"({one.citation})."
            )
    except CannotTellError as error:
        yield str(error)


def _in_order(old: Proposal, since: datetime.date) -> Iterator[str]:
    before = old.instrument.effective_on
    if before and before > since:
        yield (
            f"{old.source} takes effect on {day_words(before)}, after {day_words(since)}: see whether the old and the new "
            "instrument are in their order."
        )


def _running(old: Proposal, new: Proposal, found: Effect) -> Iterator[str]:
    """Say the other view of a running term, where the new instrument sets other terms."""
    if found.book is None or old.terms == new.terms or found.how in ("all end", "cannot tell"):
        return
    for rule in found.book.person_rules:
        if isinstance(rule.check, TermRunsOn) and (reading := found.book.reading_of(rule)):
            yield f"The new instrument sets other terms. {reading.doubt} We take it: {reading.taken} The other view: {reading.other}"


def _appointers(old: Proposal, new: Proposal, lines: Sequence[Line]) -> Iterator[str]:
    """Say that it is open who decides, where foundation governors are in excess and other bodies appoint from now on."""
    excess = any(one.category == "foundation" and one.outcome == "one of" for one in lines)
    before, after = ({folded(one.by) for one in side.foundation.appointers} for side in (old, new))
    if excess and before != after:
        yield (
            "The two instruments name other bodies to appoint foundation governors. Those already appointed continue; read "
            "literally, who appointed them decides on an excess, and that is open."
        )

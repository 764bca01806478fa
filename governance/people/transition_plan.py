"""The plan of a transition: what is to be done, in order and by when, and how the seats that are vacant then are filled.

The steps are those of the procedures (`answers/procedures`), with the days counted from the day of effect and from the
meeting that decides an excess.
"""

import datetime
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import attrs

from governance.answers import procedures
from governance.answers.compare import compare
from governance.answers.outcomes import Effect
from governance.answers.procedures.meeting import Business, call
from governance.answers.procedures.source import (
    ALTERATIONS_2013,
    CONSTITUTION_2012,
    FEDERATIONS_2012,
    PROCEDURES_2013,
    Source,
)
from governance.answers.procedures.step import Procedure, Step, Steps
from governance.english import day_words, listed, sentence
from governance.errors import CannotTellError
from governance.model import Proposal
from governance.model.names import SEAT_WORDS, SEATS, UNKNOWN, seat_words
from governance.people.transition_lines import HEAD, Board, Line

if TYPE_CHECKING:
    from governance.answers.procedures.surplus import Cause

_BODY: Final = "the governing body"
_ROUTES: Final[Mapping[str, tuple[str, str, str]]] = {
    "parent": (
        "election by the parents; where too few stand, appointment by the governing body",
        "6(1)(a)",
        "14",
    ),
    "local_authority": (
        "nomination by the local authority and appointment by the governing body",
        "8(b)",
        "16(1)(b)",
    ),
    "staff": ("election by the staff", "7", "15"),
    HEAD: ("whoever is head teacher, by office", "13(3)(b)", "21(3)(b)"),
    "co_opted": ("appointment by the governing body", "11", "19"),
    "foundation": ("appointment by those whom the instrument names", "9(a)(iv)", "17"),
    "partnership": ("appointment by the governing body from those who are nominated", "10(1)", "18"),
}
"""How a seat is filled, and the paragraph of SI 2012/1034 and of SI 2012/1035 that says so."""
_NAMED_TO_CLERK: Final = ("local_authority", "foundation", "partnership")
"""Categories in which somebody outside the governing body nominates or appoints."""
_NEW_HOLDERS: Final = (
    "The term of whoever fills a vacant seat runs from the election or appointment. That somebody may be chosen before the "
    "day of effect, to begin on it, is an inference."
)
_OTHER_CATEGORY: Final = (
    "A governor who leaves one category may come into another only by a new election or appointment, under the rules of that "
    "category and for a full new term."
)
_GIAS: Final = (
    "The governing body brings Get Information about Schools and the school's website up to date. Where the law gives the public "
    "record its footing was not found."
)


@attrs.frozen
class Vacancy:
    """Seats of a category that nobody holds once the new instrument is in force, and how they are filled."""

    category: str
    number: int
    filled_by: str
    citation: str
    url: str = ""

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return attrs.asdict(self, filter=attrs.filters.exclude("url"))


@attrs.frozen
class PlanStep:
    """One thing to do. `by` is its day or its last day, where one is known."""

    by: datetime.date | None
    says: str
    citation: str
    url: str = ""

    @classmethod
    def of(cls, step: Step) -> "PlanStep":
        """Take a step of a procedure."""
        note = f" {step.note}" if step.note else ""
        return cls(step.by, f"{step.who} {step.what}{note}", step.citation, step.url)

    @classmethod
    def cited(cls, source: Source, para: str, says: str, by: datetime.date | None = None) -> "PlanStep":
        """Cite it to a paragraph."""
        return cls(by, says, *source.cite(para))

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {"by": self.by and self.by.isoformat(), "says": self.says, "citation": self.citation}


def vacancies(
    new: Proposal, found: Effect, sitting: Mapping[str, int], since: datetime.date
) -> Iterator[Vacancy]:
    """Give the seats that are vacant from the day of effect, those in excess having gone.

    On a federation date nobody is carried over but the head teachers, who are governors by office.
    """
    for seat in SEATS:
        seats = getattr(new.seats, seat)
        known = found.book is None or found.book.has_seat(seat)
        if seats == UNKNOWN or not known:
            continue
        held = seats if seat == HEAD else 0
        number = seats - (held if found.how == "all end" else min(sitting[seat], seats))
        if number > 0:
            yield Vacancy(seat, number, *_route(seat, new, found, since))


def _route(seat: str, new: Proposal, found: Effect, since: datetime.date) -> tuple[str, str, str]:
    words, school, federation = _ROUTES.get(seat, ("", "", ""))
    in_federation = new.school.category == "federation"
    law = Source(FEDERATIONS_2012 if in_federation else CONSTITUTION_2012, max(since, found.day))
    if found.book is None or found.book.law.id != law.law.id or not words:
        cited = found.book.law if found.book else None
        return "cannot tell: how is not in our notes", cited.cite if cited else "", cited.url if cited else ""
    if seat == "foundation":
        named = [f"{one.by} ({one.how_many})" for one in new.foundation.appointers]
        words += f": {listed(named)}" if named else ""
        offices = [one.office for one in new.foundation.ex_officio]
        words += f"; the seat of {listed(offices)} is held by office" if offices else ""
    return (words, *law.cite(federation if in_federation else school))


def plan(
    board: Board, lines: Sequence[Line], vacant: Sequence[Vacancy], meeting: datetime.date | None
) -> tuple[tuple[PlanStep, ...], tuple[str, ...]]:
    """Give the steps in order, and what is to be minded besides; `meeting` decides on an excess."""
    old, new, found, since = board.old, board.new, board.found, board.since
    if found.how == "cannot tell":
        return (), (found.why,)
    cautions: list[str] = []
    before, taking_effect, reconstituting = _before(old, new, found, since, cautions)
    notice, clearing = _clearing(board, lines, meeting or found.day, cautions)
    early = [step for step in notice if step.by and step.by < since]
    moves = any(one.outcome == "one of" or (one.outcome == "ends" and one.until == since) for one in lines)
    steps = (
        *before,
        *early,
        *taking_effect,
        *_ending(found, lines, since),
        *(step for step in notice if step not in early),
        *(_quorum(found, board.members()) if clearing and found.how == "skills" else ()),
        *clearing,
        *reconstituting,
        *_filling(new, found, vacant, moves=moves),
        *(_offices(found, board.offices()) if moves else ()),
        *_afterwards(new, found, vacant, cautions),
    )
    return tuple(dict.fromkeys(steps)), tuple(cautions)


def _before(
    old: Proposal, new: Proposal, found: Effect, since: datetime.date, cautions: list[str]
) -> tuple[list[PlanStep], list[PlanStep], list[PlanStep]]:
    """Give what comes before the day of effect, that day, and what a change of category asks for after it."""
    if found.how == "all end":
        steps = _tried(lambda: procedures.forming_federation(since, federated_on=since), cautions)
        told = [PlanStep.of(one) for one in steps]
        return (
            [one for one in told if one.by != since],
            [one for one in told if one.by == since],
            [],
        )
    compared = compare(old, new, on=found.day)
    cautions += [*compared.cautions, *(sentence(one.because) for one in compared.stops)]
    leading = [one for one in compared.procedures if one is not compared.clearing]
    for one in leading:
        cautions += one.cautions
    told = [PlanStep.of(step) for one in leading for step in one.steps]
    copies = Source(CONSTITUTION_2012, found.day).cite("31(1)")[0]
    effect = [PlanStep(since, *_takes_effect(found, since))]
    if found.how != "juniority":
        return [one for one in told if one.citation != copies], effect, []
    alterations = Source(ALTERATIONS_2013, found.day)
    reconstitute = alterations.cite("Sch 4 para 3")[0]
    own = {alterations.cite(f"Sch 4 para {number}")[0] for number in (3, 4, 5)}
    again = _tried(lambda: procedures.change_of_category(since, implemented_on=since), cautions)
    after = [PlanStep.of(one) for one in again if one.citation == reconstitute]
    return [one for one in told if one.citation not in own], effect, after


def _takes_effect(found: Effect, since: datetime.date) -> tuple[str, str, str]:
    says = f"The new instrument takes effect on {day_words(since)}."
    if found.how == "juniority":
        return (
            f"{says} For reconstituting the body it does so when it is made.",
            *Source(ALTERATIONS_2013, found.day).cite("Sch 4 para 2"),
        )
    law = Source(CONSTITUTION_2012, found.day)
    if found.book is None or found.how == "serve out":
        return says, found.book.law.cite if found.book else "", ""
    return (says, *law.cite("28(1)(h)"))


def _tried(steps: Any, cautions: list[str]) -> tuple[Step, ...]:
    """Give the steps of a procedure; what cannot be told becomes a caution."""
    try:
        procedure: Procedure = steps()
    except CannotTellError as error:
        cautions.append(str(error))
        return ()
    cautions += procedure.cautions
    return procedure.steps


def _clearing(
    board: Board, lines: Sequence[Line], held: datetime.date, cautions: list[str]
) -> tuple[list[PlanStep], list[PlanStep]]:
    """Give the notice and the agenda of the meeting on an excess, and then resignations, votes and who leaves."""
    new, found = board.new, board.found
    chosen = tuple(dict.fromkeys(one.category for one in lines if one.outcome == "one of"))
    all_go = [seat for seat in dict.fromkeys(_all_go(found, lines)) if seat not in chosen]
    if chosen:
        federation = new.school.category == "federation"
        cause: Cause = (
            "change of category"
            if found.how == "juniority"
            else "federation"
            if federation
            else "new instrument"
        )
        steps = _tried(
            lambda: procedures.surplus(
                found.day,
                categories=chosen,
                cause=cause,
                implemented_on=board.since if found.how == "juniority" else None,
                first_meeting=held if found.how == "skills" else None,
            ),
            cautions,
        )
    elif all_go and found.how == "skills":
        steps = _tried(lambda: _agenda_alone(new, found.day, all_go, held), cautions)
    else:
        return [], []
    if found.how == "skills":
        cautions.append(
            f"The days are counted for a meeting on {day_words(held)}. Another day can be given (--meeting); the law sets no last "
            "day for it."
        )
    law = Source(PROCEDURES_2013, found.day)
    calling = {law.cite("13(4)")[0], law.cite("14(6A)")[0]}
    told = [PlanStep.of(one) for one in steps]
    return (
        [one for one in told if one.citation in calling],
        [one for one in told if one.citation not in calling],
    )


def _all_go(found: Effect, lines: Sequence[Line]) -> Iterator[str]:
    for one in lines:
        known = found.book is not None and found.book.has_seat(one.category)
        if known and one.outcome == "ends" and one.citation == found.para("(1)")[0]:
            yield one.category


def _agenda_alone(new: Proposal, day: datetime.date, seats: Sequence[str], held: datetime.date) -> Procedure:
    """Give the steps where all governors of a category go: nobody votes, and it is an item of the agenda all the same."""
    names = listed([SEAT_WORDS[seat][1] for seat in seats])
    steps = Steps(f"Surplus {names}", day)
    law = Source(CONSTITUTION_2012, day)
    steps.add(law, "19(1)", f"Any of the {names}", "may resign first, by written notice to the clerk.")
    business = Business(
        item=f"that the {names} leave",
        law=Source(PROCEDURES_2013, day),
        agenda="14(6A)",
        void="There is nobody to choose, and no vote on skills; the regulation asks for the item all the same, as we infer.",
        federation=new.school.category == "federation",
    )
    call(steps, held, business)
    return steps.done()


def _quorum(found: Effect, members: int) -> Iterator[PlanStep]:
    """Say how many make a quorum at the meeting on an excess: those in excess are still members."""
    law = Source(PROCEDURES_2013, found.day)
    share = law.footing("PROC-QUORUM")
    if share.value is not None:
        least = math.ceil(members * share.value)
        says = (
            f"A quorum is {share}, rounded up: {least} of the {members} in post, those in excess among them. If governors "
            "withdraw from a vote, see first that a quorum stays."
        )
        yield PlanStep.cited(law, share.para, says)


def _ending(found: Effect, lines: Sequence[Line], since: datetime.date) -> Iterator[PlanStep]:
    """Say which offices end on the day of effect itself."""
    if found.how == "all end":
        return
    ended = [one for one in lines if one.outcome == "ends" and one.until == since]
    for seat in dict.fromkeys(one.category for one in ended):
        those = [one for one in ended if one.category == seat]
        says = f"{len(those)} {seat_words(seat, len(those))} cease to hold office: the new instrument has no seat for them."
        if len(those) == 1:
            says = says.replace("cease", "ceases").replace("for them", "for the holder")
        yield PlanStep(since, says, those[0].citation, those[0].url)


def _filling(new: Proposal, found: Effect, vacant: Sequence[Vacancy], *, moves: bool) -> Iterator[PlanStep]:
    """Give how each vacancy is filled: co-options first, then elections and the rest."""
    law = Source(CONSTITUTION_2012, found.day)
    federation = new.school.category == "federation"
    if vacant and law.in_force() and found.how != "all end":
        yield PlanStep.cited(law, "18(1)", _NEW_HOLDERS)
    if vacant and law.in_force() and moves:
        yield PlanStep.cited(law, "18(1)", _OTHER_CATEGORY)
    order = ("co_opted", "parent", "staff")
    for one in sorted(
        vacant, key=lambda one: order.index(one.category) if one.category in order else len(order)
    ):
        seats = f"{one.number} {seat_words(one.category, one.number)}"
        yield PlanStep(
            None, f"{seats[:1].upper()}{seats[1:]} to find: {one.filled_by}.", one.citation, one.url
        )
        if one.category == "co_opted" and law.in_force():
            who = (
                "Those elected and appointed to the new governing body vote"
                if found.how == "all end"
                else "Only the governors who are carried over in their own category, and those chosen since, vote"
            )
            says = (
                f"{who} on a co-option; whoever is to be co-opted withdraws. That is the department's view as others report it. The "
                "share of those employed at the school is counted again."
            )
            limit = Source(FEDERATIONS_2012, found.day) if federation else law
            yield PlanStep.cited(limit, "21(5)" if federation else "13(5)", says)


def _offices(found: Effect, offices: Mapping[str, str]) -> Iterator[PlanStep]:
    """Say what becomes of the chair and of committees where somebody leaves."""
    law = Source(PROCEDURES_2013, found.day)
    if not law.in_force():
        return
    if found.how == "all end":
        says = (
            "The chair and the vice-chair of each old governing body hold those offices no more. The new governing body fixes the "
            "end of the term and elects its own."
        )
        yield PlanStep.cited(law, "7", says)
    else:
        stays = ("continues", "continues while in post")
        lost = [name for name in ("chair", "vice chair") if offices.get(name) not in (None, *stays)]
        known = f"The {listed(lost)} may be among those who leave. " if lost else ""
        says = (
            f"{known}The chair and the vice-chair stay as long as they are governors. Whoever loses the seat ceases at once, and a "
            "move to another category breaks the membership, too."
        )
        yield PlanStep.cited(law, "7(5)", says)
        says = (
            "A vacancy in either office is filled at the next meeting, and the vice-chair acts meanwhile. The end of the term is "
            "fixed before the election, and nobody employed at the school can be elected."
        )
        yield PlanStep.cited(law, "7(6)", says)
    says = (
        f"{_BODY.capitalize()} reviews the membership of its committees, with associate members: whether a quorum is there, and "
        "whether most who vote are governors."
    )
    yield PlanStep.cited(law, "22(1)", says)


def _afterwards(
    new: Proposal, found: Effect, vacant: Sequence[Vacancy], cautions: list[str]
) -> Iterator[PlanStep]:
    """Give the copies, the certificates of new governors, and the public record."""
    copies = _tried(lambda: procedures.copies(found.day, category=new.school.category), cautions)
    if copies:
        to = listed([one.who.rstrip(",").lower() for one in copies[1:]])
        yield PlanStep(
            None,
            f"The local authority sends the instrument, free of charge, to {to}.",
            copies[0].citation,
            copies[0].url,
        )
    law = Source(CONSTITUTION_2012, found.day)
    if vacant and law.rule("C12-DBS-2"):
        days = law.parameter("C12-DBS-2", "days")
        says = (
            f"{_BODY.capitalize()} applies for an enhanced criminal record certificate within {days} days of the election or "
            "appointment of a governor who has none."
        )
        yield PlanStep.cited(law, "16A(2)", says)
    if any(one.category in _NAMED_TO_CLERK for one in vacant) and law.in_force():
        says = "Whoever nominates or appoints a governor gives the clerk written notice of the name and usual place of residence."
        yield PlanStep.cited(law, "16", says)
    yield PlanStep(None, _GIAS, "")

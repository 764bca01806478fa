"""Two proposals side by side: what is different, and what each change needs, with its citations.

The rules a change touches are read off the rule book, and the steps are those of the procedures: whose approval,
in which order, and what happens to governors in post.
"""

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from governance.answers import procedures
from governance.answers.check import check
from governance.answers.compare_people import InPost, in_post
from governance.answers.differences import Change, Need, differences
from governance.answers.finding import Finding, Result, Rows, Shown
from governance.answers.procedures import Procedure
from governance.english import listed
from governance.errors import CannotTellError
from governance.law import Rule, RuleBook
from governance.law.book import whole_book
from governance.law.checks.approvals import ApprovedBy
from governance.law.checks.board import States
from governance.law.checks.majority import MajorityUnchanged
from governance.law.checks.terms import TermAllowed
from governance.law.provision import cite
from governance.model import Proposal
from governance.model.names import SEAT_WORDS
from governance.model.proposal import Day, as_day, the_proposal

_ITEMS: Final[Mapping[str, tuple[str, ...]]] = {
    "name of the school": ("name",),
    "category": ("category",),
    "foundation": ("foundation",),
    "name of the governing body": ("governing_body",),
    "term": ("term",),
    "terms fixed by those appointing": ("term_by_appointer",),
    "appointers": ("appointers", "appointers_by_school"),
    "ex officio": ("ex_officio_removal", "ex_officio_substitute"),
    "ethos": ("ethos", "ethos_by_school"),
    "in effect on": ("effective_on", "variation_date"),
    "schools": ("schools",),
}
"""What an instrument states, by the topic under which a change of it is shown."""

_BESIDES: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "name of the school": (("ukpga/2002/32", "20(5)"),),
}
"""Paragraphs that no rule states and that a change touches, by its topic: what the rule book says of them is given."""
_BY_CATEGORY: Final = ("category", "foundation")
"""What is not compared where a category is not given."""
_NO_CATEGORY: Final = (
    "Whether each is lawful, and what the changes need, cannot be told without the category of the school: say it with "
    "--category."
)
_FEDERATING: Final = (
    "To form or to leave a federation is neither a variation nor a change of category, and has steps of its own: "
    "see `governance steps --help`."
)


@attrs.frozen(repr=False)
class Comparison(Shown):
    """Two proposals side by side. It is empty where they say the same.

    `stops` are findings for which an ordinary variation will not do, or may not, `approvals` those still to be given, and
    `procedures` the steps there are to take, of which `clearing` is the one for governors in excess. `lawful_before` and `lawful_after` are the answers of the check, each
    on its own day (with conditions where `conditional_before` or `conditional_after`), and `wrong` is what is unlawful in the new one. `in_post` is
    what becomes of governors in post, by category. `cautions` say what could not be told.
    """

    old: str
    new: str
    on: datetime.date | None
    changes: tuple[Change, ...]
    lawful_before: bool | None = None
    lawful_after: bool | None = None
    conditional_before: bool = False
    conditional_after: bool = False
    wrong: tuple[Finding, ...] = ()
    stops: tuple[Finding, ...] = ()
    approvals: tuple[Finding, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    clearing: Procedure | None = None
    in_post: tuple[InPost, ...] = ()
    cautions: tuple[str, ...] = ()

    def in_short(self) -> str:
        """Say how many things are different, and between which two."""
        return f"{len(self.changes)} differences: {self.old} and {self.new}"

    def in_rows(self) -> Rows:
        """Give what is different."""
        return ("What", "Old", "New"), [(one.what, one.old, one.new) for one in self.changes]

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {
            "old": self.old,
            "new": self.new,
            "on": self.on and self.on.isoformat(),
            "changes": [attrs.asdict(change) for change in self.changes],
            "lawful_before": self.lawful_before,
            "lawful_after": self.lawful_after,
            "conditional_before": self.conditional_before,
            "conditional_after": self.conditional_after,
            "wrong": [finding.as_json() for finding in self.wrong],
            "stops": [finding.as_json() for finding in self.stops],
            "approvals": [finding.as_json() for finding in self.approvals],
            "procedures": [procedure.as_json() for procedure in self.procedures],
            "in_post": [attrs.asdict(one) for one in self.in_post],
            "cautions": list(self.cautions),
        }


def compare(
    old: Proposal, new: Proposal, *, on: Day | None = None, of_no_category: Sequence[Proposal] = ()
) -> Comparison:
    """Say what is different between two proposals, and what each change needs.

    What it needs is the law of the day `on`, or else of the day the new one takes effect. Where the law of a day
    cannot be told a caution says so; nothing is raised. `of_no_category` are those of the two whose category nobody gives,
    whatever they have for it: then what hangs on it is left out, and a caution says so.
    """
    on = as_day(on)
    changes = tuple(
        one
        for one in differences(the_proposal(old), the_proposal(new))
        if not (of_no_category and one.topic in _BY_CATEGORY)
    )
    day = on or new.instrument.effective_on
    found = Comparison(old.source, new.source, day, changes)
    if of_no_category:
        lacking = listed(dict.fromkeys(one.source for one in of_no_category))
        return attrs.evolve(found, on=None, cautions=(f"{_NO_CATEGORY} It is not given by {lacking}.",))
    if not changes:
        return found
    origin = new.school.foundation_origin or old.school.foundation_origin
    varied = attrs.evolve(new, current=old.seats, school=attrs.evolve(new.school, foundation_origin=origin))
    cautions: list[str] = []
    before, after = None, None
    try:
        before = check(old, on=old.instrument.effective_on or day)
    except CannotTellError as error:
        cautions.append(f"{old.source}: {error}")
    try:
        after = check(varied, on=day)
        book = whole_book(varied, after.on)
    except CannotTellError as error:
        cautions.append(f"{new.source}: {error}")
        return attrs.evolve(
            found,
            lawful_before=before.lawful if before else None,
            conditional_before=_conditional(before),
            cautions=tuple(cautions),
        )
    pairs = list(zip(book.rules, after.findings, strict=True))
    stops = [
        (rule, finding)
        for rule, finding in pairs
        if isinstance(rule.check, MajorityUnchanged) and finding.verdict != "met" and rule.check.moves(varied)
    ]
    wrong = after.of("unlawful", "breached")
    leading = tuple(_leading(old, new, book, stops, cautions))
    clearing = _clearing(old, new, book, cautions)
    return attrs.evolve(
        found,
        on=after.on,
        changes=tuple(attrs.evolve(change, needs=tuple(_needs(change, book))) for change in changes),
        lawful_before=before.lawful if before else None,
        lawful_after=after.lawful,
        conditional_before=_conditional(before),
        conditional_after=_conditional(after),
        wrong=tuple(one for one in wrong if not any(one is stop for _, stop in stops)),
        stops=tuple(finding for _, finding in stops),
        approvals=tuple(
            finding
            for rule, finding in pairs
            if isinstance(rule.check, ApprovedBy) and finding.verdict == "unknown"
        ),
        procedures=(*leading, *filter(None, (clearing,))),
        clearing=clearing,
        in_post=in_post(old, new, book),
        cautions=tuple(dict.fromkeys(cautions)),
    )


def _conditional(result: Result | None) -> bool:
    return bool(result and result.lawful and result.conditions)


def _needs(change: Change, book: RuleBook) -> Iterator[Need]:
    """Give the rules on what an instrument states that a change touches."""
    items = _ITEMS.get(change.topic, ())
    for rule in (*book.rules, *book.person_rules):
        stated = isinstance(rule.check, States) and rule.check.item in items
        if stated or (change.topic == "term" and isinstance(rule.check, TermAllowed)):
            yield Need(rule.citation, rule.url, rule.says)
    for law in book.beside:
        for provision in law.provisions:
            for gap in provision.not_encoded:
                if (law.id, gap.para) in _BESIDES.get(change.topic, ()) and book.day in gap.span:
                    yield Need(cite(law.cite, provision.number, gap.para), provision.url, gap.why)


def _federating(old: Proposal, new: Proposal) -> bool:
    kinds = old.school.category, new.school.category
    return kinds[0] != kinds[1] and "federation" in kinds


def _leading(
    old: Proposal, new: Proposal, book: RuleBook, stops: list[tuple[Rule, Finding]], cautions: list[str]
) -> Iterator[Procedure]:
    """Give the steps that lead to the new instrument: of what an ordinary variation cannot do, and of a variation."""
    day = book.day
    lost = any(isinstance(rule.check, MajorityUnchanged) and rule.check.change == "lost" for rule, _ in stops)
    gained = any(
        isinstance(rule.check, MajorityUnchanged) and rule.check.change == "gained" for rule, _ in stops
    )
    moved = old.school.category != new.school.category
    if _federating(old, new):
        cautions.append(_FEDERATING)
        return
    with_foundation = bool(old.seats.foundation or new.seats.foundation)
    wanted: list[tuple[bool, Callable[[], Procedure]]] = [
        (
            moved or gained,
            lambda: procedures.change_of_category(day, religious_character=new.school.religious_character),
        ),
        (lost, lambda: procedures.ending_majority(day)),
        (
            not moved and not any(finding.verdict == "breached" for _, finding in stops),
            lambda: procedures.variation(day, new.school, foundation_governors=with_foundation),
        ),
    ]
    for wants, steps in wanted:
        if wants and (procedure := _or_caution(steps, cautions)):
            yield procedure


def _clearing(old: Proposal, new: Proposal, book: RuleBook, cautions: list[str]) -> Procedure | None:
    """Give the steps by which governors in excess leave, in each category that has fewer seats.

    Governors of a category that the law knows no more are not chosen between, and have no steps.
    """
    shrunk = [
        seat
        for seat in SEAT_WORDS
        if seat != "head_teacher"
        and book.has_seat(seat)
        and isinstance(was := getattr(old.seats, seat), int)
        and isinstance(now := getattr(new.seats, seat), int)
        and now < was
    ]
    if not shrunk or _federating(old, new):
        return None
    moved = old.school.category != new.school.category
    federated = new.school.category == "federation"
    return _or_caution(
        lambda: procedures.surplus(
            book.day,
            categories=shrunk,
            cause="change of category" if moved else "federation" if federated else "new instrument",
            school=new.school.category,
        ),
        cautions,
    )


def _or_caution(steps: Callable[[], Procedure], cautions: list[str]) -> Procedure | None:
    try:
        return steps()
    except CannotTellError as error:
        cautions.append(str(error))
        return None

"""When a board has been lawful and when not, day by day of change, and what changed it.

The days are those on which the law changes; each is asked as `check` would be asked of it, and so is the day
before. What is said of a day is what would have been said of this board on that day, with this proposal's
own dates deciding which Regulations governed it.
"""

import datetime
from collections.abc import Iterator
from typing import Any, Final

import attrs

from governance.answers.check import check
from governance.answers.finding import VERDICTS, Finding, Result, Rows, Shown
from governance.errors import CannotTellError
from governance.law import Instrument, Rule, book_for, governing
from governance.law.library import change_days, library
from governance.law.provision import Span
from governance.law.regime import CONSTITUTION_2007
from governance.law.store.instruments import instrument
from governance.law.wording import amending, amendment_words, span_words
from governance.model import Proposal
from governance.model.proposal import the_proposal

_DAY: Final = datetime.timedelta(days=1)


@attrs.frozen
class Cause:
    """A provision that made the difference on a day: what it said of the board the day before, and since.

    `by` is the amending provision, where the rule book records one. A verdict is empty where the rule did not
    then stand.
    """

    rule: str
    title: str
    citation: str
    url: str
    before: str
    after: str
    by: str

    @property
    def says(self) -> str:
        """Say what happened to the provision."""
        verdicts = {"": "not in force", "breached": "breached", "unknown": "not to be told"}
        before, after = (verdicts.get(one, one) for one in (self.before, self.after))
        by = f", by {amendment_words(self.by)}" if self.by else ""
        if self.before == self.after:
            return f"{self.citation} ({self.title}) is {after} on other terms than before{by}"
        return f"{self.citation} ({self.title}): {before} before, {after} since{by}"


@attrs.frozen
class Stretch:
    """Days on which the answer is the same: from the first on, until (not including) the last.

    `lawful` is None where it cannot be told, for the reasons given. `wrong` are the findings that make it
    unlawful or keep it from being told; `causes` what changed on its first day, and `replaced` the
    Regulations that another set replaced on it.
    """

    span: Span
    lawful: bool | None
    regime: str
    conditions: tuple[str, ...] = ()
    wrong: tuple[Finding, ...] = ()
    reason: str = ""
    causes: tuple[Cause, ...] = ()
    replaced: str = ""


@attrs.frozen(repr=False)
class Timeline(Shown):
    """A board through the law as far back as it is encoded for its kind."""

    proposal: str
    stretches: tuple[Stretch, ...]

    def at(self, day: datetime.date) -> Stretch | None:
        """Give the stretch that a day falls in; None before the first."""
        return next((one for one in self.stretches if day in one.span), None)

    def in_short(self) -> str:
        """Say what the answer is as the law now stands, and how often it was another."""
        now = self.stretches[-1]
        condition = ", on condition," if now.lawful and now.conditions else ""
        return (
            f"{VERDICTS[now.lawful]}{condition} now: {self.proposal}; {len(self.stretches)} answers in turn"
        )

    def in_rows(self) -> Rows:
        """Give each stretch with its answer, and what is wrong in it."""
        rows = [
            (
                span_words(one.span),
                VERDICTS[one.lawful],
                "; ".join((*(found.because for found in one.wrong), *one.conditions, one.reason)).strip("; "),
            )
            for one in self.stretches
        ]
        return ("When", "Verdict", "Why"), rows

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {"proposal": self.proposal, "stretches": [_json(one) for one in self.stretches]}


@attrs.frozen
class _Answer:
    """What is said on one day: the law and the result, or why there is none."""

    law: Instrument | None
    result: Result | None
    rules: tuple[Rule, ...] = ()
    reason: str = ""


def timeline(proposal: Proposal, *, earlier: Proposal | None = None) -> Timeline:
    """Say when a board has been lawful and when not, from the first day whose law is encoded for its kind.

    `earlier` is the same board in the labels of the Regulations of 2007, where they are others: it is put to those.
    Raises CannotTellError where no day is.
    """
    the_proposal(proposal)
    days = change_days(library())
    own = (proposal.instrument.effective_on, proposal.instrument.decided_to_vary_on)
    start = _first_day(proposal, days)
    walked = sorted({start, *(day for day in (*days, *own) if day and day > start)})
    answers = [(day, _ask(proposal, day, earlier)) for day in walked]
    stretches: list[Stretch] = []
    before: _Answer | None = None
    for number, (day, answer) in enumerate(answers):
        until = walked[number + 1] if number + 1 < len(walked) else None
        if before is not None and _key(before) == _key(answer):
            stretches[-1] = attrs.evolve(stretches[-1], span=Span(stretches[-1].span.since, until))
        else:
            yesterday = _ask(proposal, day - _DAY, earlier) if before is not None else None
            stretches.append(_stretch(Span(day, until), yesterday, answer))
        before = answer
    return Timeline(proposal.source, tuple(stretches))


def _first_day(proposal: Proposal, days: tuple[datetime.date, ...]) -> datetime.date:
    """Find the first day whose law is encoded for some body of this kind, whenever its instrument took effect."""
    undated = attrs.evolve(
        proposal, instrument=attrs.evolve(proposal.instrument, effective_on=None, decided_to_vary_on=None)
    )
    for day in reversed(days):
        try:
            governing(day, undated)
        except CannotTellError as error:
            later = [one for one in days if one > day]
            if not later:
                raise CannotTellError(str(error)) from error
            return later[0]
    return days[0]


def _ask(proposal: Proposal, day: datetime.date, earlier: Proposal | None) -> _Answer:
    try:
        book = book_for(proposal, day)
        if earlier is not None and book.law.id == instrument(CONSTITUTION_2007).id:
            proposal, book = earlier, book_for(earlier, day)
        return _Answer(book.law, check(proposal, on=day), book.rules)
    except CannotTellError as error:
        return _Answer(None, None, reason=str(error))


def _bad(result: Result | None) -> tuple[Finding, ...]:
    """Give the findings that make a board unlawful, or keep the answer from being told."""
    if result is None:
        return ()
    return (*result.of("unlawful", "breached"), *result.of("unlawful", "unknown"))


def _key(answer: _Answer) -> tuple[object, ...]:
    """Say what makes two days alike: the law, the answer, and what is wrong or depended on."""
    result = answer.result
    if result is None:
        return (answer.reason and None,)
    said = tuple((one.rule, one.para, one.verdict, one.because) for one in _bad(result))
    return (result.regime, result.lawful, said, tuple(one.condition for one in result.conditions))


def _stretch(span: Span, before: _Answer | None, answer: _Answer) -> Stretch:
    result = answer.result
    replaced = _replaced(before.law, answer.law) if before else ""
    return Stretch(
        span,
        result.lawful if result else None,
        answer.law.id if answer.law else "",
        tuple(one.condition for one in result.conditions) if result else (),
        _bad(result),
        answer.reason,
        tuple(_causes(before, answer)) if before and before.result and result else (),
        replaced,
    )


def _replaced(before: Instrument | None, law: Instrument | None) -> str:
    if law is None or (before is not None and before.id == law.id):
        return ""
    return before.cite if before else "law that is not encoded"


def _causes(before: _Answer, after: _Answer) -> Iterator[Cause]:
    """Compare the day before with the day: the provisions whose word on the board is another."""
    old, new = _verdicts(before.result), _verdicts(after.result)
    settled = ("", "met")
    for rule, finding in new.items():
        was = old.get(rule)
        verdict = was.verdict if was else ""
        alike = was is not None and (was.verdict, was.condition) == (finding.verdict, finding.condition)
        if not alike and (verdict not in settled or finding.verdict not in settled):
            by = next((one.amended_by for one in after.rules if one.id == rule), None)
            yield _cause(finding, verdict, finding.verdict, by)
    for rule, finding in old.items():
        if rule not in new and finding.verdict not in settled:
            ended = next(one for one in before.rules if one.id == rule)
            yield _cause(finding, finding.verdict, "", _ended_by(before, ended))


def _cause(finding: Finding, before: str, after: str, by: str | None) -> Cause:
    return Cause(finding.rule, finding.title, finding.citation, finding.url, before, after, by or "")


def _verdicts(result: Result | None) -> dict[str, Finding]:
    """Give the finding of each rule that decides lawfulness; of entries of one rule the worst."""
    worst = ("breached", "unknown", "conditional", "met")
    found: dict[str, Finding] = {}
    for finding in result.findings if result else ():
        if finding.severity != "unlawful":
            continue
        known = found.get(finding.rule)
        if known is None or worst.index(finding.verdict) < worst.index(known.verdict):
            found[finding.rule] = finding
    return found


def _ended_by(answer: _Answer, rule: Rule) -> str | None:
    """Name what ended a rule, where the rule book records it."""
    if answer.law is None:
        return None
    for provision in answer.law.provisions:
        if any(one is rule for one in provision.rules):
            return amending(rule, provision)[1]
    return None


def _json(one: Stretch) -> dict[str, Any]:
    return {
        "from": one.span.since.isoformat(),
        "until": one.span.until and one.span.until.isoformat(),
        "lawful": one.lawful,
        "regime": one.regime or None,
        "conditions": list(one.conditions),
        "wrong": [
            {"rule": f.rule, "citation": f.citation, "url": f.url, "verdict": f.verdict, "because": f.because}
            for f in one.wrong
        ],
        "reason": one.reason or None,
        "causes": [{**attrs.asdict(cause), "says": cause.says} for cause in one.causes],
        "replaced": one.replaced or None,
    }

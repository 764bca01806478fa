"""How an instrument on file stands: under the law of the day it took effect, and under that of today."""

import datetime
from collections.abc import Iterable

import attrs

from governance.answers.check import check
from governance.answers.finding import Finding as OfRule
from governance.answers.finding import Result
from governance.desk.models import Finding, Instrument
from governance.errors import CannotTellError
from governance.law.library import edition
from governance.model import Proposal, parse

BROKEN = "breaks the law"
"""The grade of a finding that an instrument breaks a rule."""


def proposal_of(instrument: Instrument) -> Proposal:
    """Give an instrument on file as a proposal."""
    return parse(instrument.data, source=f"the instrument of {instrument.body}")


def bring_up_to_date(instrument: Instrument, today: datetime.date) -> None:
    """Check an instrument then and today, and keep what was found; what is mended is settled, and keeps its day."""
    proposal = proposal_of(instrument)
    then = _checked(proposal, instrument.effective_on)
    now = _checked(proposal, today)
    instrument.verdict_then, instrument.broken_then = _word(then), _broken(then)
    instrument.verdict_today, instrument.broken_today = _word(now), _broken(now)
    instrument.checked_on, instrument.rules_hash = today, edition().hash
    instrument.save()
    if instrument.ended_on is None:
        _keep(instrument, now, today)


def _checked(proposal: Proposal, day: datetime.date | None) -> Result | None:
    """Give the answer of a day; None where the law of the day cannot be told."""
    dated = attrs.evolve(proposal, instrument=attrs.evolve(proposal.instrument, effective_on=day))
    try:
        return check(dated)
    except CannotTellError:
        return None


def _word(result: Result | None) -> str:
    if result is None or result.lawful is None:
        return "cannot tell"
    if not result.lawful:
        return "unlawful"
    return "lawful on condition" if result.conditions else "lawful"


def _breached(result: Result | None) -> tuple[OfRule, ...]:
    return result.of("unlawful", "breached") if result else ()


def _broken(result: Result | None) -> list[str]:
    return list(dict.fromkeys(one.citation for one in _breached(result)))


def _keep(instrument: Instrument, result: Result | None, today: datetime.date) -> None:
    seen = _breached(result)
    old = {one.code: one for one in Finding.objects.filter(body=instrument.body, about="instrument")}
    for one in seen:
        found = old.pop(one.rule, None) or Finding(
            body=instrument.body, about="instrument", code=one.rule, first_seen=today
        )
        found.grade, found.words, found.citation, found.url = BROKEN, one.because, one.citation, one.url
        found.last_seen, found.settled_on = today, None
        found.save()
    _settle(old.values(), today)


def _settle(findings: Iterable[Finding], today: datetime.date) -> None:
    for one in findings:
        if one.settled_on is None:
            one.settled_on = today
            one.save()

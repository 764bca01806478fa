"""How far one instrument applies another to the people in a body: SI 2012/1035 reg 23 applies parts of SI 2012/1034.

Which provisions, and which paragraphs of them not as they stand, is said under `applies` in `instrument.toml`.
"""

from typing import Any, Final, cast

import attrs

from governance.law.checks.outcome import Outcome
from governance.law.checks.people import Case, PersonCheck
from governance.law.provision import Applied, Instrument, Provision, Rule
from governance.law.store.instruments import instrument

_ALL_SCHOOLS: Final = "the federation or any of its schools"


@attrs.frozen
class NotForCertain(PersonCheck):
    """A check of a paragraph that is applied with modifications nobody has read.

    The facts are asked of the whole body, so that what is met is met in any words; a breach is not certain.
    """

    check: PersonCheck
    why: str

    def judge_person(self, case: Case) -> Outcome:
        """Answer as the paragraph stands, but for a breach."""
        outcome = self.check.judge_person(case)
        if outcome.verdict != "breached":
            return outcome
        return Outcome("unknown", f"{outcome.because}; {self.why}", f"Take advice: {self.why}.")


def applied(law: Instrument) -> tuple[Instrument, ...]:
    """Give the laws that an instrument applies, each with just the rules on people that it reaches.

    Every rule cites both: the paragraph it stands in, and what applies it.
    """
    if law.applies and law.hash not in _known:
        _known[law.hash] = tuple(_as_applied(one, law, instrument(one.law)) for one in law.applies)
    return _known[law.hash] if law.applies else ()


_known: Final[dict[str, tuple[Instrument, ...]]] = {}
"""By the hash of the law that applies them: two are the same law where their files have the same."""


def _as_applied(reach: Applied, law: Instrument, other: Instrument) -> Instrument:
    provisions = tuple(
        attrs.evolve(one, rules=_rules(one, reach, law), not_encoded=(), footings=(), examples=())
        for one in other.provisions
        if one.number in reach.provisions
    )
    return attrs.evolve(other, provisions=provisions, hash=f"{other.hash} applied by {law.hash}")


def _rules(provision: Provision, reach: Applied, law: Instrument) -> tuple[Rule, ...]:
    return tuple(
        _rule(rule, reach, law)
        for rule in provision.rules
        if rule.stage is not None and rule.para not in reach.own
    )


def _rule(rule: Rule, reach: Applied, law: Instrument) -> Rule:
    citation = f"{rule.citation}, applied by {law.cite} {reach.by}"
    check = rule.check
    if isinstance(check, PersonCheck):
        check = _asked_widely(check)
        if rule.para in reach.not_read:
            why = f"how {law.cite} modifies {rule.citation} is not recorded in our notes"
            check = NotForCertain(check, why)
    declares = rule.declares.replace("the school", _ALL_SCHOOLS)
    return attrs.evolve(rule, citation=citation, check=check, declares=declares)


def _asked_widely(check: PersonCheck) -> PersonCheck:
    """Ask of the whole federation what the paragraph asks of one school."""
    ask: str = getattr(check, "ask", "")
    wide = ask.replace("the school", _ALL_SCHOOLS).replace("this school", _ALL_SCHOOLS)
    if wide == ask:
        return check
    widened: PersonCheck = attrs.evolve(cast("Any", check), ask=wide)
    return widened

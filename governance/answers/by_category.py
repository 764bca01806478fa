"""A board that does not say what category of school it is of: the answer for each category that it may be."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Literal

import attrs

from governance.answers.check import check
from governance.answers.finding import Result
from governance.answers.space.space import day_needed
from governance.errors import CannotTellError, ProposalError
from governance.law import Rule, book_for
from governance.law.facts import HAS_NO_FOUNDATION, QUESTIONS
from governance.model import Proposal, parse
from governance.model.names import CATEGORIES, FOUNDATION
from governance.version import __version__

Answer = Literal["lawful", "unlawful", "ruled out", "cannot tell"]

_WHICH_SCHOOLS: Final = "which schools are federated, and of what categories, is not listed"
_WORDS: Final = {
    "none": "without a foundation",
    "foundation": "with a foundation",
    "qualifying": "that is a qualifying foundation school",
}


@attrs.frozen
class Kind:
    """One kind of school, and the answer for it; there is no result where the law of the day cannot be told.

    "ruled out" is unlawful, too: the board has a seat that no such school can have.
    """

    category: str
    foundation: str | None
    answer: Answer
    proposal: Proposal
    result: Result | None = None
    reason: str = ""

    def __str__(self) -> str:
        """Name it as a sentence does: "foundation without a foundation"."""
        return f"{self.category} {_WORDS[self.foundation]}" if self.foundation else self.category

    @property
    def lawful(self) -> bool | None:
        """Whether it is lawful as this kind; None where it cannot be told."""
        return None if self.answer == "cannot tell" else self.answer == "lawful"

    def why(self) -> tuple[str, ...]:
        """Say what is wrong, what to ask, or on what it depends, each once."""
        if self.result is None:
            return (self.reason,)
        if self.lawful is False:
            says = [finding.because for finding in self.result.of("unlawful", "breached")]
        else:
            says = [finding.question for finding in self.result.of("unlawful", "unknown")]
            says += [f"on condition that {finding.condition}" for finding in self.result.conditions]
        return tuple(dict.fromkeys(says))

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {
            "category": self.category,
            "foundation": self.foundation,
            "answer": self.answer,
            "lawful": self.lawful,
            "why": list(self.why()),
        }


@attrs.frozen
class ByCategory:
    """The answer for each kind of school; `lawful` only where all agree."""

    proposal: str
    on: datetime.date
    kinds: tuple[Kind, ...]

    @property
    def lawful(self) -> bool | None:
        """What holds whatever the category is; None where that cannot be told."""
        answers = {kind.lawful for kind in self.kinds}
        return answers.pop() if len(answers) == 1 else None

    def of(self, answer: Answer) -> tuple[Kind, ...]:
        """Give the kinds with one answer."""
        return tuple(kind for kind in self.kinds if kind.answer == answer)

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {
            "proposal": self.proposal,
            "school": self.kinds[0].proposal.school.name,
            "on": self.on.isoformat(),
            "lawful": self.lawful,
            "by_category": [kind.as_json() for kind in self.kinds],
            "version": __version__,
        }


def categories(data: Mapping[str, Any]) -> tuple[str, ...]:
    """Name the categories that the words of a proposal allow.

    What lists schools is a federation, and nothing else is; what says that it has a foundation is of a category that
    can have one.
    """
    founded = data.get("school", {}).get("foundation", "none") != "none"
    return tuple(
        one
        for one in CATEGORIES
        if (one == "federation") == ("schools" in data) and not (founded and one in HAS_NO_FOUNDATION)
    )


def as_each_category(
    data: Mapping[str, Any], *, source: str = "proposal", text: str | None = None
) -> tuple[Proposal, ...]:
    """Give the proposal as one of each category that its words allow; ProposalError where something else is wrong."""
    try:
        return tuple(
            parse({**data, "school": {**data.get("school", {}), "category": one}}, source=source, text=text)
            for one in categories(data)
        )
    except ProposalError:
        parse(data, source=source, text=text)  # its error names the category, too
        raise


def by_category(
    proposals: Iterable[Proposal], *, on: datetime.date | None = None, federated: bool = False
) -> ByCategory:
    """Check a board as each of the kinds of school that it may be of, as `as_each_category` gives them.

    A kind is parted by its foundation where the answer turns on that. The law is that of the day `on`, or else of the
    day the instrument takes effect. `federated` says that its words speak of a federation, which cannot be judged
    without its schools. Raises CannotTellError where neither is given.
    """
    proposals = tuple(proposals)
    day = day_needed(on or proposals[0].instrument.effective_on)
    kinds = tuple(kind for proposal in proposals for kind in _kinds(proposal, day))
    if federated and not any(kind.category == "federation" for kind in kinds):
        kinds += (Kind("federation", None, "cannot tell", proposals[0], reason=_WHICH_SCHOOLS),)
    return ByCategory(proposals[0].source, day, kinds)


def _kinds(proposal: Proposal, day: datetime.date) -> Iterator[Kind]:
    kind = _kind(proposal, day)
    asked = kind.result.of("unlawful", "unknown") if kind.result else ()
    if kind.lawful is None and any(finding.question == QUESTIONS["foundation"] for finding in asked):
        for foundation in FOUNDATION:
            school = attrs.evolve(proposal.school, foundation=foundation)
            yield attrs.evolve(_kind(attrs.evolve(proposal, school=school), day), foundation=foundation)
    else:
        yield kind


def _kind(proposal: Proposal, day: datetime.date) -> Kind:
    school = proposal.school
    try:
        result = check(proposal, on=day)
    except CannotTellError as error:
        return Kind(school.category, school.foundation, "cannot tell", proposal, reason=str(error))
    answers: dict[bool | None, Answer] = {True: "lawful", False: "unlawful", None: "cannot tell"}
    answer = answers[result.lawful]
    if answer == "unlawful" and _ruled_out(proposal, result):
        answer = "ruled out"
    return Kind(school.category, school.foundation, answer, proposal, result)


def _ruled_out(proposal: Proposal, result: Result) -> bool:
    """Tell whether such a school can have no seat of a kind that the board has."""
    broken = {finding.rule for finding in result.of("unlawful", "breached")}
    return any(rule.id in broken and _forbids(rule) for rule in book_for(proposal, result.on).rules)


def _forbids(rule: Rule) -> bool:
    """Tell whether a rule holds only where some seats are none at all."""
    relation = rule.require
    if relation is None or relation.constant or not relation.exact:
        return False
    return len({weight > 0 for weight in relation.weights.values()}) == 1

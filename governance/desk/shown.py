"""An answer as a page shows it: the same parts, in the same order, as the letter of `governance check`."""

import re
from collections.abc import Iterable
from typing import Any, Final

import attrs

from governance.answers.by_category import ByCategory, Kind
from governance.answers.finding import VERDICTS, Finding, Result, by_question
from governance.english import listed, sentence
from governance.model import Proposal

_OF_THE_FILE: Final = re.compile(r"(?<=[.?]) [^.?]*\[[^.?]*(?:\.[^.? ][^.?]*)*\.")
"""A sentence that says which key of a file answers a question."""


@attrs.frozen
class Part:
    """A part of an answer: its title, what tells it apart ("wrong", "depends", ...) and its findings or questions."""

    title: str
    kind: str
    findings: tuple[Finding, ...] = ()
    questions: tuple[tuple[Finding, ...], ...] = ()


@attrs.frozen
class Shown:
    """A result: the verdict in words, what tells it apart, whose it is, and its parts."""

    verdict: str
    kind: str
    result: Result
    proposal: Proposal
    parts: tuple[Part, ...]

    @property
    def in_a_sentence(self) -> str:
        """Say it as a screen reader is told while somebody types."""
        counted = [
            f"{len(part.findings or part.questions)} {'thing' if len(part.findings or part.questions) == 1 else 'things'}"
            f" under “{part.title}”"
            for part in self.parts
            if part.kind in {"wrong", "depends", "untold"}
        ]
        return sentence(f"{self.verdict}{': ' if counted else ''}{listed(counted)}")


def verdict_words(lawful: bool | None, *, conditional: bool = False) -> str:  # noqa: FBT001 - an answer, not a switch
    """Say an answer as a page does.

    >>> verdict_words(True, conditional=True)
    'Lawful, on condition'
    """
    return f"{VERDICTS[lawful].capitalize()}{', on condition' if lawful and conditional else ''}"


def verdict_kind(lawful: bool | None, *, conditional: bool = False) -> str:  # noqa: FBT001 - as above
    """Give what tells an answer apart in a stylesheet: "lawful", "condition", "unlawful" or "unknown"."""
    if lawful is None:
        return "unknown"
    return ("condition" if conditional else "lawful") if lawful else "unlawful"


def asks(question: str) -> str:
    """Give a question without what it says of the keys of a file, which a page has fields for.

    >>> asks("Who appoints? Add [[foundation.appointers]].")
    'Who appoints?'
    """
    return _OF_THE_FILE.sub("", question)


def shown(result: Result, proposal: Proposal) -> Shown:
    """Put a result into its parts, leaving out those that are empty."""
    conditional = bool(result.conditions)
    unknown = by_question(
        (*result.of("unlawful", "unknown"), *result.awaiting("statement"), *result.awaiting("step"))
    )
    met = tuple(finding for finding in result.findings if finding.verdict == "met")
    parts = (
        Part("What is wrong", "wrong", result.of("unlawful", "breached")),
        Part(
            "Provided that" if result.lawful else "It depends besides on this", "depends", result.conditions
        ),
        Part("What cannot be told", "untold", questions=_asked(unknown, None)),
        Part("Met as we read the law, and not on another view", "doubtful", _doubtful(met)),
        Part("Advice (not a breach of the law)", "advice", result.of("advice", "breached")),
        Part(
            "Still to be said before the instrument can be drafted",
            "statement",
            questions=_asked(unknown, "statement"),
        ),
        Part("Still to be done before the instrument is made", "step", questions=_asked(unknown, "step")),
        Part("What is met", "met", met),
    )
    return Shown(
        verdict_words(result.lawful, conditional=conditional),
        verdict_kind(result.lawful, conditional=conditional),
        result,
        proposal,
        tuple(part for part in parts if part.findings or part.questions),
    )


def shown_by_category(found: ByCategory) -> list[dict[str, Any]]:
    """Give a row for each kind of school that a board may be of: the kind, the answer and why."""
    return [_row(kind) for kind in found.kinds]


def _row(kind: Kind) -> dict[str, Any]:
    return {
        "name": str(kind),
        "category": kind.category,
        "foundation": kind.foundation or "",
        "verdict": {"ruled out": "Unlawful"}.get(kind.answer, kind.answer.capitalize()),
        "kind": verdict_kind(kind.lawful),
        "why": [sentence(one) for one in kind.why()],
    }


def _asked(groups: Iterable[tuple[Finding, ...]], awaits: str | None) -> tuple[tuple[Finding, ...], ...]:
    """Keep the questions on which the verdict turns, or those that await a statement or a step."""
    if awaits is None:
        return tuple(group for group in groups if group[0].severity == "unlawful" and not group[0].awaits)
    return tuple(group for group in groups if group[0].awaits == awaits)


def _doubtful(met: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give what is met only because of the side that we take in a doubt about the law."""
    return tuple(
        one
        for one in met
        if one.severity == "unlawful" and one.doubt is not None and one.doubt.verdict == "breached"
    )

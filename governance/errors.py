"""What can go wrong, said so that the reader can mend it."""

import os
from typing import Final

import attrs

_MOST_SHOWN: Final = 80


class GovernanceError(Exception):
    """The root of every error this project raises on purpose."""


@attrs.frozen
class Problem:
    """One thing wrong with an input: where it stands, what it is and what to do about it.

    `where` names a place a person can find ("examples/x.toml:12" or "line 3"), `path` the key inside the
    file ("seats.parent"; empty for the whole file), `message` says what is wrong and `remedy` what to do.
    """

    where: str
    path: str
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        """Read as one line, remedy last; a message that ends in a drawing keeps its lines, and gets no full stop."""
        parts = [part for part in (self.where, self.path, self.message) if part]
        line = _visible(": ".join(parts))
        if "\n" in line:
            return f"{line}\n{self.remedy}" if self.remedy else line
        return f"{line}. {self.remedy}" if self.remedy else f"{line}."


def _visible(text: str) -> str:
    """Write what cannot be printed as its number, so that a message never does anything but show."""
    return "".join(c if c.isprintable() or c == "\n" else f"\\u{ord(c):04x}" for c in text)


class ProblemsError(GovernanceError):
    """Everything that is wrong with one input, all at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        """One problem a line."""
        return "\n".join(str(problem) for problem in self.problems)


class ArgumentError(GovernanceError, TypeError, ValueError):
    """A function was given something else than it takes: what it takes, what it was given, and what to do."""

    def __init__(self, takes: str, given: object, remedy: str) -> None:
        shown = repr(given)
        shown = shown if len(shown) <= _MOST_SHOWN else f"{shown[:_MOST_SHOWN]}..."
        super().__init__(f"{takes}, and was given {shown} ({type(given).__name__}). {remedy}")


def file_name(path: object) -> str:
    """Give the name of a file; ArgumentError where a caller gives something else."""
    if isinstance(path, str):
        return path
    if isinstance(path, os.PathLike) and isinstance(name := os.fspath(path), str):
        return name
    raise ArgumentError(
        "This takes the name of a file", path, 'Give text such as "proposal.toml", or a Path.'
    )


class ProposalError(ProblemsError):
    """A proposal file cannot be read as one."""


class LawError(ProblemsError):
    """A file of `rules/` is wrong."""


class CannotTellError(GovernanceError):
    """A question has no answer because a fact was not given or a law is not encoded."""


class ContradictionError(CannotTellError):
    """A question has no answer because what is said beside a file is not what the file says."""


class DraftRefusedError(GovernanceError):
    """A document was not made, because an instrument would be unlawful or incomplete, for the reasons given.

    `refusal` is how it is said which document that is.
    """

    def __init__(
        self,
        source: str,
        reasons: tuple[str, ...],
        *,
        unlawful: bool,
        refusal: str = "not drafted, because it is",
    ) -> None:
        super().__init__(source, reasons)
        self.source, self.reasons, self.unlawful, self.refusal = source, reasons, unlawful, refusal

    def __str__(self) -> str:
        """Give the reasons, one a line."""
        why = "unlawful" if self.unlawful else "incomplete"
        lines = (
            f"{self.source}: {self.refusal} {why}.",
            *(f"  - {reason}" for reason in self.reasons),
        )
        return "\n".join(lines)


class DocumentError(GovernanceError):
    """A document cannot be written or read."""


class UnreadableError(DocumentError):
    """A file cannot be read as a document: which file, what is wrong with it and what to do."""

    def __init__(self, wrong: str, remedy: str, *, source: str = "") -> None:
        super().__init__(wrong, remedy, source)
        self.wrong, self.remedy, self.source = wrong, remedy, source

    def __str__(self) -> str:
        """Read as one line, remedy last."""
        return str(Problem(self.source, "", self.wrong, self.remedy))

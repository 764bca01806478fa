"""What is wrong with a request, as RFC 9457 has it: a type, a title, a status, and each problem at its place."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, cast

import attrs

from governance.desk.api.parameters import ParameterError
from governance.errors import (
    CannotTellError,
    DocumentError,
    DraftRefusedError,
    GovernanceError,
    Problem,
    ProblemsError,
    UnreadableError,
)

MEDIA_TYPE: Final = "application/problem+json"
TITLES: Final[Mapping[str, tuple[int, str]]] = {
    "not-json": (400, "The body is not JSON"),
    "not-let-in": (403, "The desk does not let this in"),
    "no-origin": (403, "The upload does not say where it comes from"),
    "not-found": (404, "There is nothing at this address"),
    "method-not-allowed": (405, "This address is not asked in this way"),
    "stale-version": (409, "The proposal has a later version"),
    "too-large": (413, "The body is too large"),
    "media-type": (415, "The body is not of a kind that is taken here"),
    "bad-request": (422, "The request cannot be answered"),
    "bad-proposal": (422, "The proposal cannot be read"),
    "bad-document": (422, "The document cannot be read"),
    "cannot-tell": (422, "It cannot be told"),
    "not-drafted": (422, "The document was not made"),
    "no-version": (428, "The version that this follows is not given"),
    "failed": (500, "This is a mistake in the program"),
    "busy": (503, "The desk is busy"),
}
"""The types of problem, each with its status and its title."""


class RefusedError(GovernanceError):
    """A request is refused: the type of problem, and what to do."""

    def __init__(self, kind: str, says: str, remedy: str = "", **more: Any) -> None:
        super().__init__(kind, says, remedy)
        self.kind, self.says, self.remedy, self.more = kind, says, remedy, more


@attrs.frozen
class Refusal:
    """A status and the document that goes with it."""

    status: int
    document: Mapping[str, Any]


def refusal(error: GovernanceError, body: Mapping[str, Any] | None = None) -> Refusal:
    """Say what is wrong with a request; `body` is what was sent, in which a problem has its place."""
    match error:
        case RefusedError():
            return of(error.kind, [_problem("", error.says, error.remedy)], **error.more)
        case ParameterError():
            wrong = [
                _line({"parameter": one.path}, f"{one.path}: {one.message}", one.remedy)
                for one in error.problems
            ]
            return of("bad-request", wrong)
        case DraftRefusedError():
            return of("not-drafted", [_problem("", reason) for reason in error.reasons])
        case UnreadableError():
            return of("bad-document", [_problem("", error.wrong, error.remedy)])
        case ProblemsError():
            return of("bad-proposal", [_placed(one, body or {}) for one in error.problems])
        case DocumentError():
            return of("not-drafted", [_problem("", str(error))])
        case CannotTellError():
            return of("cannot-tell", [_problem("", str(error))])
    return of("bad-request", [_problem("", str(error))])


def of(kind: str, problems: Iterable[Mapping[str, str]] = (), **more: Any) -> Refusal:
    """Give the document of a type of problem."""
    status, title = TITLES[kind]
    found = list(problems)
    detail = " ".join(" ".join(filter(None, (one["says"], one.get("remedy")))) for one in found[:1])
    document = {"type": f"urn:governance:problem:{kind}", "title": title, "status": status, "detail": detail}
    return Refusal(status, {**document, "problems": found, **more})


def _placed(problem: Problem, body: Mapping[str, Any]) -> dict[str, str]:
    """Point to the place of a problem, within that one of several proposals where it is (`old`, `proposals.1`)."""
    within, root = "", cast("Any", body)
    for part in problem.where.split("."):
        inner = root[int(part)] if isinstance(root, list) else root.get(part)
        if not isinstance(inner, Mapping | list):
            within, root = "", body
            break
        within, root = f"{within}/{part}", inner
    says = f"{problem.path}: {problem.message}" if problem.path else problem.message
    return _problem(within + pointer(problem.path, root), says, problem.remedy)


def _problem(place: str, says: str, remedy: str = "") -> dict[str, str]:
    return _line({"pointer": place}, says, remedy)


def _line(place: Mapping[str, str], says: str, remedy: str) -> dict[str, str]:
    found = {**place, "says": _sentence(says)}
    return {**found, "remedy": _sentence(remedy)} if remedy else found


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) or "\n" in text else f"{text}."


def pointer(path: str, body: Any) -> str:
    """Give the JSON pointer of a key with dots, where a key of the body may hold dots itself.

    >>> pointer("seats.parent", {"seats": {"parent": -1}})
    '/seats/parent'
    >>> pointer("school.a.b/c", {"school": {"a.b/c": 1}})
    '/school/a.b~1c'
    """
    if not path:
        return ""
    parts = path.split(".")
    for length in range(len(parts), 0, -1):
        key = ".".join(parts[:length])
        if isinstance(body, Mapping) and key in body:
            return f"/{_token(key)}{pointer('.'.join(parts[length:]), body[key])}"
    inner = None
    if isinstance(body, list) and parts[0].isdecimal() and int(parts[0]) < len(body):
        inner = body[int(parts[0])]
    return f"/{_token(parts[0])}{pointer('.'.join(parts[1:]), inner)}"


def _token(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")

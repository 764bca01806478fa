"""Every address of the API: how it is asked, what it takes and what it gives. The addresses and the OpenAPI document are made of it."""

from typing import Any, Final, Literal

import attrs

from governance.desk.api import law
from governance.desk.api.papers import PAPERS
from governance.desk.api.parameters import TEXT, Parameter
from governance.desk.api.questions import QUESTIONS

PREFIX: Final = "/api/v1"
MEGABYTE: Final = 1_000_000

Body = Literal["proposal", "pair", "board", "proposals", "document"]
Gives = Literal["answer", "word", "schema"]

FIELDS: Final = Parameter("fields", TEXT, "Only these keys of the answer, with commas between: lawful,total.")
_TITLE: Final = 250
"""How many letters the table has for one."""
_WHOLE: Final[dict[str, Any]] = {"type": "integer", "minimum": 0, "maximum": 2**53}


@attrs.frozen
class Route:
    """One address and method. `operation` names the view, `gives` what comes back, `refuses` the problems beside the usual."""

    method: Literal["get", "post"]
    path: str
    operation: str
    title: str
    says: str
    parameters: tuple[Parameter, ...] = ()
    takes: Body | None = None
    gives: Gives = "answer"
    status: int = 200
    refuses: tuple[str, ...] = ()


_ASKED: Final = tuple(
    Route(
        "post",
        f"/{one.name.replace('_', '-')}",
        "question",
        one.title,
        one.says,
        (*one.parameters, FIELDS),
        one.takes,
    )
    for one in QUESTIONS.values()
)
_MADE: Final = tuple(
    Route(
        "post",
        f"/{one.name}",
        "paper",
        one.title,
        one.says,
        one.parameters,
        "proposals" if one.name == "report" else "proposal",
        "word",
        refuses=("not-drafted", "cannot-tell"),
    )
    for one in PAPERS.values()
)
_READ: Final = Route(
    "post",
    "/read",
    "read",
    "What does this document say?",
    "What a Word document, a PDF or a text says of a governing body, each value with the words it rests on and where they stand.",
    (FIELDS,),
    "document",
    refuses=("no-origin", "bad-document"),
)
_LAW: Final = (
    Route(
        "get",
        "/law/days",
        "law_days",
        "The days on which the law changes",
        "Each day, and what changed on it.",
        (FIELDS,),
    ),
    Route(
        "get",
        "/law/rules",
        "law_rules",
        "The rules of a day",
        "Every rule in force on a day, with its citation and its words.",
        (*law.RULES, FIELDS),
    ),
    Route(
        "get",
        "/law/rules/{name}",
        "law_rule",
        "One rule",
        "All that is said of a rule (C12-VA-MAJ) or a citation: its words, dates, doubts and examples.",
        (*law.RULE, FIELDS),
        refuses=("not-found",),
    ),
)
_ABOUT: Final = (
    Route(
        "get",
        "/schema/proposal.json",
        "proposal_schema",
        "The schema of a proposal",
        "Its JSON Schema.",
        gives="schema",
    ),
    Route(
        "get", "/openapi.json", "openapi", "This document", "What there is at every address.", gives="schema"
    ),
)
_PAGE: Final = (
    Parameter(
        "after", _WHOLE, "Only those after this number. The answer gives the number to go on from as `next`."
    ),
    Parameter("most", {"type": "integer", "minimum": 1, "maximum": 1000}, "How many to give. Default: 100."),
)
_OF_A_BODY: Final = {
    "instrument": "The instrument on file, with its proposal and the answer on it.",
    "people": "Who is in post, by key and office and without names.",
    "findings": "What the last check and the last import found.",
    "proposals": "Its proposals, each with its status and its last version.",
}
_KEPT: Final = (
    Route(
        "get",
        "/bodies",
        "bodies",
        "The governing bodies",
        "Every body that the desk keeps.",
        (*_PAGE, FIELDS),
    ),
    Route(
        "get",
        "/bodies/{body}",
        "body",
        "One governing body",
        "What the desk keeps of it.",
        (FIELDS,),
        refuses=("not-found",),
    ),
    *(
        Route(
            "get",
            f"/bodies/{{body}}/{part}",
            f"body_{part}",
            f"Of a body: {part}",
            says,
            (FIELDS,),
            refuses=("not-found",),
        )
        for part, says in _OF_A_BODY.items()
    ),
    Route(
        "post",
        "/proposals",
        "new_proposal",
        "A new proposal",
        "Keep a proposal for a body as its first version. The answer gives its address and its ETag.",
        (
            Parameter("body", _WHOLE, "The number of the body."),
            Parameter("title", {**TEXT, "maxLength": _TITLE}, "What the proposal is called."),
        ),
        "proposal",
        status=201,
        refuses=("not-found",),
    ),
    Route(
        "get",
        "/proposals/{proposal}",
        "proposal",
        "One proposal",
        "Its status and its last version.",
        (FIELDS,),
        refuses=("not-found",),
    ),
    Route(
        "post",
        "/proposals/{proposal}/versions",
        "new_version",
        "A new version of a proposal",
        "Keep a proposal as the version that follows the one whose ETag stands in If-Match.",
        (),
        "proposal",
        status=201,
        refuses=("not-found", "stale-version", "no-version"),
    ),
    Route(
        "get",
        "/events",
        "events",
        "Who did what",
        "The events in their order, each with its hash and that of the one before.",
        (*_PAGE, FIELDS),
    ),
)
ROUTES: Final[tuple[Route, ...]] = (*_ASKED, *_MADE, _READ, *_LAW, *_ABOUT, *_KEPT)

"""The questions by name: what each takes, and how it is answered in plain values, as its command does with `--json`.

The API and the MCP server put them; neither has an answer of its own.
"""

import contextlib
import datetime
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, Literal

import attrs

import governance
from governance.answers.asked import day_asked, each_category, no_answer, noted
from governance.answers.by_category import by_category
from governance.answers.compare import compare
from governance.answers.options import Options, options
from governance.answers.verdict import verdict
from governance.desk.api.parameters import DAY, FLAG, TEXT, Parameter, ParameterError, read
from governance.errors import CannotTellError, Problem, ProposalError
from governance.files import budget
from governance.law.federation import MIXES
from governance.law.library import edition
from governance.law.regime import governing
from governance.model import Proposal
from governance.model.names import CATEGORIES, CO_OPTED_STAFF, FOUNDATION, PHASES, SEATS
from governance.model.reading import Written, in_our_words
from governance.version import __version__

REQUEST: Final = "request"
"""What stands in an answer where a command names the file of the proposal."""

Body = Mapping[str, Any]
Takes = Literal["proposal", "pair", "board"]
_Asked = tuple[Proposal, datetime.date | None, dict[str, Any]]

ON: Final = Parameter(
    "on", DAY, "The day whose law to apply. Default: the day the instrument takes effect, or today."
)


@attrs.frozen
class Question:
    """A question: its name, what it asks, how it is answered, and what it takes.

    `untold` is the key of its answer that is null where it cannot be told.
    """

    name: str
    title: str
    says: str
    answer: Callable[..., dict[str, Any]]
    parameters: tuple[Parameter, ...]
    takes: Takes = "proposal"
    untold: str = "lawful"


def put(question: Question, body: Body, given: Mapping[str, Any]) -> dict[str, Any]:
    """Answer a question in plain values, with the day whose law it is by, the hash of that law and our version.

    That it cannot be told is an answer, too. ProposalError, WishError and the like say what is wrong with the body.
    """
    try:
        with alone():
            answer = question.answer(body, **given)
    except CannotTellError as error:
        answer = no_answer(REQUEST, [error], untold=question.untold)
        if question.takes == "board":
            answer = {"category": body["category"], "error": answer["error"]}
    return stamped(answer, on=given.get("on"))


@contextlib.contextmanager
def alone(*, times: int = 1) -> Iterator[None]:
    """Spend on one request what may be spent on one file, and nothing of it on the next."""
    try:
        with budget.of(REQUEST, anew=True, times=times):
            yield
    finally:
        budget.close()


def stamped(answer: Mapping[str, Any], *, on: datetime.date | None = None) -> dict[str, Any]:
    """Add what every answer says of the law that it is by."""
    day = answer.get("law_day") or answer.get("on") or (on and on.isoformat())
    return {
        **answer,
        "law_day": day,
        "regime": answer.get("regime"),
        "rules_hash": edition().hash,
        "tool_version": __version__,
    }


def written(body: Body) -> Written:
    """Give a proposal as it was sent, in our own words."""
    return in_our_words(Written(body, REQUEST))


def today() -> datetime.date:
    """Give the day where the reader is."""
    return datetime.date.today()  # noqa: DTZ011


def _asked(body: Body, on: datetime.date | None) -> _Asked:
    proposal = written(body).proposal()
    return (proposal, *_dated(proposal, on))


def _dated(proposal: Proposal, on: datetime.date | None) -> tuple[datetime.date | None, dict[str, Any]]:
    """Give the day to ask about, and what to note of it and of how the proposal was written."""
    day, dated = day_asked(proposal, on, today=today())
    return day, {"read_as": list(proposal.read_as), "dated": dated}


def _check(body: Body, *, on: datetime.date | None = None, short: bool = False) -> dict[str, Any]:
    there = written(body)
    several = () if short else each_category(there)
    proposal = several[0] if several else there.proposal()
    day, notes = _dated(proposal, on)
    if several:
        return noted(by_category(several, on=day).as_json(), **notes)
    if short:
        found = verdict(proposal, on=day)
        law = {"law_day": found.on.isoformat(), "regime": governing(found.on, proposal).id}
        return noted({**found.as_json(), **law}, **notes)
    return noted(governance.check(proposal, on=day).as_json(), **notes)


def _repair(
    body: Body,
    *,
    on: datetime.date | None = None,
    keep: str = "",
    **wanted: Any,
) -> dict[str, Any]:
    proposal, day, notes = _asked(body, on)
    kept = tuple(seat.strip() for seat in keep.split(",") if seat.strip())
    return noted(governance.repair(proposal, on=day, keep=kept, **wanted).as_json(), **notes)


def _unknowns(body: Body, *, on: datetime.date | None = None) -> dict[str, Any]:
    proposal, day, notes = _asked(body, on)
    return noted(governance.unknowns(proposal, on=day).as_json(), **notes)


def _explain(body: Body, *, on: datetime.date | None = None, rule: str | None = None) -> dict[str, Any]:
    proposal, day, notes = _asked(body, on)
    return noted(governance.explain(proposal, rule, on=day).as_json(), **notes)


def _readings(body: Body, *, on: datetime.date | None = None, everything: bool = False) -> dict[str, Any]:
    proposal, day, notes = _asked(body, on)
    return noted(governance.readings(proposal, on=day).as_json(everything=everything), **notes)


def _timeline(body: Body) -> dict[str, Any]:
    proposal = written(body).proposal()
    found = governance.timeline(proposal)
    law = {"law_day": today().isoformat(), "regime": found.stretches[-1].regime or None}
    return {**noted(found.as_json(), read_as=list(proposal.read_as)), **law}


def _compare(body: Body, *, on: datetime.date | None = None) -> dict[str, Any]:
    before, after = (_part(body, name) for name in ("old", "new"))
    several = [each_category(one) for one in (before, after)]
    old, new = (
        found[0] if found else one.proposal() for one, found in zip((before, after), several, strict=True)
    )
    day, dated = on, ""
    with contextlib.suppress(CannotTellError):  # the comparison says itself that it has no day
        day, dated = day_asked(new, on, today=today())
    lacking = [one for one, found in zip((old, new), several, strict=True) if found]
    found = compare(old, new, on=day or on, of_no_category=lacking)
    law = None
    if found.on:
        with contextlib.suppress(CannotTellError):
            law = governing(found.on, new).id
    return {**noted(found.as_json(), dated=dated), "regime": law}


def _part(body: Body, name: str) -> Written:
    """Take one of two proposals, each of which is called by its name."""
    part = body.get(name)
    if not isinstance(part, Mapping) or body.keys() - {"old", "new"}:
        remedy = 'Write {"old": {...}, "new": {...}}, each a proposal'
        raise ProposalError((Problem(REQUEST, "", "is not two proposals", remedy),))
    return in_our_words(Written(part, name))


def _options(body: Body, *, on: datetime.date | None = None) -> dict[str, Any]:
    return _every_board(body, on).as_json()


def _why_not(body: Body, *, on: datetime.date | None = None) -> dict[str, Any]:
    answer = _every_board(body, on).as_json()
    leaves_out = ("boards", "most_co_opted_staff", "consequences")
    return {
        **{key: value for key, value in answer.items() if key not in leaves_out},
        "possible": answer["impossible"] is None,
    }


_NUMBER: Final = {"type": "integer", "minimum": 0, "maximum": 99}
_FACTS: Final = (
    Parameter("category", {"enum": list(CATEGORIES)}, "The category of school, or the body"),
    Parameter("foundation", {"enum": list(FOUNDATION)}, "Whether the school has a foundation, and which"),
    Parameter("head_resigned", FLAG, "The head teacher has resigned as a governor"),
    Parameter("religious_character", FLAG, "The school is designated as having one"),
    Parameter("phase", {"enum": list(PHASES)}, "The phase of education; earlier law asks"),
    Parameter("mix", {"enum": list(MIXES)}, "The mix of schools of a federation"),
)
_GIVEN: Final = (
    Parameter("schools", _NUMBER, "Schools of the federation"),
    Parameter("heads", _NUMBER, "Different head teachers of the federation who are governors"),
    Parameter(
        "resigned_heads", _NUMBER, "Different head teachers of the federation who have resigned as governors"
    ),
)
_WISHES: Final = ("total", *SEATS, CO_OPTED_STAFF)


def board_schema() -> dict[str, Any]:
    """Give the JSON Schema of a board that is asked for: what is known of the body, and what is wanted."""
    wanted = {"anyOf": [_NUMBER, {"type": "string", "examples": ["12..16", "12..", "..16"]}]}
    return {
        "type": "object",
        "properties": {
            **_properties(_FACTS),
            "given": {"type": "object", "properties": _properties(_GIVEN), "additionalProperties": False},
            "wanted": {
                "type": "object",
                "description": "What is wished for: a number, or its limits",
                "properties": dict.fromkeys(_WISHES, wanted),
                "additionalProperties": False,
            },
        },
        "required": ["category"],
        "additionalProperties": False,
    }


def _properties(parameters: tuple[Parameter, ...]) -> dict[str, Any]:
    return {one.name: {**one.schema, "description": f"{one.says}."} for one in parameters}


def _every_board(body: Body, on: datetime.date | None) -> Options:
    body = {key: value for key, value in body.items() if value is not None}
    parts = {name: body.get(name, {}) for name in ("given", "wanted")}
    for name, part in parts.items():
        if not isinstance(part, Mapping):
            raise _wrong(name, "is not an object", f'Write "{name}": {{...}}')
    facts = _of_body(_FACTS, {key: value for key, value in body.items() if key not in parts})
    if "category" not in facts:
        raise _wrong("", "`category` is missing", f"Known: {', '.join(CATEGORIES)}")
    given = _of_body(_GIVEN, parts["given"], "given.")
    for name, number in parts["wanted"].items():
        if name not in _WISHES:
            raise _wrong(
                f"wanted.{name}", "is not a number that can be wished for", f"Known: {', '.join(_WISHES)}"
            )
        if not isinstance(number, str | int) or isinstance(number, bool):
            raise _wrong(f"wanted.{name}", "is not a number of seats", 'Write 12, "12..16", "12.." or "..16"')
    return options(facts.pop("category"), on=on or today(), given=given, wanted=parts["wanted"], **facts)


def _of_body(known: tuple[Parameter, ...], given: Body, within: str = "") -> dict[str, Any]:
    try:
        return read(known, given)
    except ParameterError as error:
        raise ProposalError(
            tuple(attrs.evolve(one, where=REQUEST, path=f"{within}{one.path}") for one in error.problems)
        ) from None


def _wrong(path: str, says: str, remedy: str) -> ProposalError:
    return ProposalError((Problem(REQUEST, path, says, remedy),))


_MOST: Final = {"type": "integer", "minimum": 1, "maximum": 1000}
_TODAY: Final = Parameter("on", DAY, "The day whose law to apply. Default: today.")
QUESTIONS: Final[Mapping[str, Question]] = {
    one.name: one
    for one in (
        Question(
            "check",
            "Is it lawful?",
            "Whether a proposal is lawful, and what each rule in force says of it.",
            _check,
            (ON, Parameter("short", FLAG, "Give the verdict, the total and the provisions broken alone.")),
        ),
        Question(
            "repair",
            "What would make it lawful?",
            "The lawful boards nearest to a proposal, each with what would be moved; or why there is none, with the proof.",
            _repair,
            (
                ON,
                Parameter("keep", TEXT, "Categories whose seats stay as they are: parent,co_opted."),
                Parameter("total", TEXT, "The total to have, or its limits: 12 or 12..16."),
                Parameter("most", _MOST, "How many boards to give. Default: 5."),
            ),
        ),
        Question(
            "options",
            "Which boards are lawful at all?",
            "Every lawful board of a kind of school, and what follows from the law for its size.",
            _options,
            (_TODAY,),
            takes="board",
        ),
        Question(
            "why_not",
            "Why can we not have that?",
            "Whether any lawful board has the numbers that are wanted; where none has, the provisions that clash and the proof.",
            _why_not,
            (_TODAY,),
            takes="board",
        ),
        Question(
            "unknowns",
            "What is to be asked?",
            "On what it depends whether a proposal is lawful, and what to ask next.",
            _unknowns,
            (ON,),
            untold="verdict",
        ),
        Question(
            "explain",
            "How was it worked out?",
            "The numbers put into each rule, what would satisfy it, and which rules did not apply.",
            _explain,
            (ON, Parameter("rule", TEXT, "Only the rules of this name (C12-VA-MAJ) or citation.")),
        ),
        Question(
            "readings",
            "Does a doubt about the law matter here?",
            "Both sides of every doubt about the law on which the answer turns.",
            _readings,
            (ON, Parameter("everything", FLAG, "Give those that do not matter here, too.")),
        ),
        Question(
            "timeline",
            "Since when?",
            "When the board has been lawful and when not, and what changed it.",
            _timeline,
            (),
        ),
        Question(
            "compare",
            "What changes?",
            "What is different between two proposals, whose approval it needs, the steps, and what happens to whom.",
            _compare,
            (ON,),
            takes="pair",
            untold="lawful_after",
        ),
    )
}
"""Every question, by the name that it has in an address."""

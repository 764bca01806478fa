"""The answers as tools for an assistant, by the Model Context Protocol over standard input and output; all are read-only.

Each answer carries its citations and the day whose law it is by. It needs the extra `mcp`, and nothing of the desk.
"""

import datetime
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import anyio
import attrs
import mcp_types as types
from mcp.server import Server, ServerRequestContext
from mcp.server.stdio import stdio_server

from governance.desk.api import law
from governance.desk.api.parameters import DAY, TEXT, Parameter, read
from governance.desk.api.problems import refusal
from governance.desk.api.questions import QUESTIONS, Question, alone, board_schema, put
from governance.errors import GovernanceError, Problem, ProposalError
from governance.model.schema import schema
from governance.version import __version__

_INSTRUCTIONS: Final = (
    "The law on the governing bodies of maintained schools in England, day by day since 2007: whether a board is lawful, what "
    "would make it so, which boards there are, and what each rule says. Give the citation and the day of the law "
    "(`law_day`) with whatever you tell of an answer. A verdict of null means that it cannot be told: ask what "
    "the answer asks, and guess nothing. This is not legal advice. No name of a governor is needed: give none."
)
_READ_ONLY: Final = types.ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
_TABLES: Final = ("school", "schools", "instrument", "seats")
"""The tables of a proposal that are described to an assistant; the others are taken, too."""
_NAMES: Final = ("check", "repair", "options", "why_not", "unknowns")

Arguments = Mapping[str, Any]


@attrs.frozen
class _Tool:
    """A tool as it is listed, and what answers it."""

    listed: types.Tool
    call: Callable[[Arguments], dict[str, Any]]


def serve() -> None:
    """Answer until the client has gone."""
    anyio.run(_serve)


async def _serve() -> None:
    one = server()
    async with stdio_server() as (incoming, outgoing):
        await one.run(incoming, outgoing, one.create_initialization_options())


def server() -> Server[Any]:
    """Give the server with its tools."""
    tools = {tool.listed.name: tool for tool in _tools()}

    async def listed(
        _: ServerRequestContext[Any], __: types.PaginatedRequestParams | None
    ) -> types.ListToolsResult:
        return types.ListToolsResult(tools=[tool.listed for tool in tools.values()])

    async def called(
        _: ServerRequestContext[Any], asked: types.CallToolRequestParams
    ) -> types.CallToolResult:
        given = asked.arguments or {}
        try:
            if asked.name not in tools:
                known = f"Known: {', '.join(tools)}"
                raise ProposalError((Problem("", "", f"there is no tool {asked.name!r}", known),))
            return _result(tools[asked.name].call(given))
        except GovernanceError as error:
            proposal = given.get("proposal")
            body = proposal if isinstance(proposal, Mapping) else given
            return _result(dict(refusal(error, body).document), is_error=True)

    return Server(
        "governance",
        version=__version__,
        instructions=_INSTRUCTIONS,
        on_list_tools=listed,
        on_call_tool=called,
    )


def _result(answer: dict[str, Any], *, is_error: bool = False) -> types.CallToolResult:
    text = types.TextContent(type="text", text=json.dumps(answer, ensure_ascii=False))
    return types.CallToolResult(content=[text], structured_content=answer, is_error=is_error)


def _tools() -> list[_Tool]:
    rules = (
        attrs.evolve(law.RULES[0], says="The day. Default: today."),
        attrs.evolve(law.RULES[1], says="The category of school or body."),
    )
    rule = (Parameter("name", TEXT, "The name of a rule (C12-VA-MAJ), or a citation."), *law.RULE)
    return [
        *(_asking(QUESTIONS[name]) for name in _NAMES),
        _of_law(
            "law_of_a_day",
            "The rules in force on a day for a category of school.",
            rules,
            ("category",),
            _rules,
        ),
        _of_law(
            "rule",
            "All that is said of a rule: its words, doubts, examples and dates.",
            rule,
            ("name",),
            law.rule,
        ),
    ]


def _rules(**given: Any) -> dict[str, Any]:
    """Give the rules in short: an assistant asks for the one that it wants to know more of."""
    found = law.rules(**given)
    keys = ("id", "citation", "title", "says", "severity", "url")
    return {**found, "rules": [{key: one[key] for key in keys} for one in found["rules"]]}


def _asking(question: Question) -> _Tool:
    taken = board_schema() if question.takes == "board" else _proposal_schema()
    own = taken["properties"] if question.takes == "board" else {"proposal": taken}
    required = taken["required"] if question.takes == "board" else ["proposal"]

    def call(given: Arguments) -> dict[str, Any]:
        body = {key: value for key, value in given.items() if key in own}
        asked = read(question.parameters, {key: value for key, value in given.items() if key not in own})
        proposal = body if question.takes == "board" else body.get("proposal")
        if not isinstance(proposal, Mapping):
            raise ProposalError((Problem("", "", "`proposal` is missing", "Give it as an object"),))
        answer = put(question, proposal, asked)
        return {**answer, "citations": _cited(question, proposal, answer)}

    return _Tool(
        _listed(question.name, question.says, {**own, **_described(question.parameters)}, required), call
    )


def _cited(question: Question, body: Arguments, answer: Arguments) -> list[dict[str, str]]:
    """Give the provisions that an answer names; where it names none, those that it is worked out by."""
    found = dict(_citations(answer))
    day = answer["law_day"]
    if found or "error" in answer or day is None:
        return _as_list(found)
    on = datetime.date.fromisoformat(day)
    if question.takes == "board":
        rules = law.rules(on, body["category"])["rules"]
        return _as_list(dict(_citations([one for one in rules if one["severity"] == "unlawful"])))
    findings = put(QUESTIONS["check"], body, {"on": on}).get("findings", [])
    bearing = [one for one in findings if one["verdict"] != "met" and one["severity"] == "unlawful"]
    return _as_list(dict(_citations(bearing or findings)))


def _citations(value: Any) -> Iterator[tuple[str, str]]:
    """Find every citation with its address, wherever it stands in an answer."""
    if isinstance(value, Mapping):
        if value.get("citation"):
            yield value["citation"], value.get("url", "")
        for inner in value.values():
            yield from _citations(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _citations(inner)


def _as_list(found: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"citation": citation, "url": url} for citation, url in found.items()]


def _of_law(
    name: str,
    says: str,
    parameters: tuple[Parameter, ...],
    required: tuple[str, ...],
    answer: Callable[..., dict[str, Any]],
) -> _Tool:
    def call(given: Arguments) -> dict[str, Any]:
        asked = read(parameters, given)
        if missing := [one for one in required if one not in asked]:
            raise ProposalError(
                (Problem("", "", f"`{missing[0]}` is missing", f"It takes {', '.join(required)}"),)
            )
        with alone():
            return answer(**asked)

    return _Tool(_listed(name, says, _described(parameters), required), call)


def _listed(name: str, says: str, properties: Arguments, required: Any) -> types.Tool:
    return types.Tool(
        name=name,
        description=f"{says} The answer gives citations and the day of the law.",
        input_schema={
            "type": "object",
            "properties": dict(properties),
            "required": list(required),
            "additionalProperties": False,
        },
        output_schema={
            "type": "object",
            "properties": {
                "law_day": {"anyOf": [DAY, {"type": "null"}]},
                "rules_hash": TEXT,
                "tool_version": TEXT,
            },
        },
        annotations=_READ_ONLY,
    )


def _described(parameters: tuple[Parameter, ...]) -> dict[str, Any]:
    return {one.name: {**one.schema, "description": one.says} for one in parameters}


def _proposal_schema() -> dict[str, Any]:
    whole = schema()
    return {
        "type": "object",
        "description": 'The proposal, with the keys of a proposal file. Seats still to be settled are "unknown".',
        "properties": {table: whole["properties"][table] for table in _TABLES},
        "required": whole["required"],
    }

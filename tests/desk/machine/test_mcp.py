"""The tools for an assistant, spoken to as a client does: over standard input and output of the command."""

import asyncio
import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner
from mcp import StdioServerParameters
from mcp.client.client import Client

from governance.cli import main

ROOT = Path(__file__).parents[3]
BOARD = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 7}
PROPOSAL = {"school": {"category": "community"}, "seats": BOARD}
ON = {"on": "2018-09-18"}
CALLS = (
    ("check", {"proposal": PROPOSAL, **ON}),
    ("check", {"proposal": PROPOSAL | {"seats": BOARD | {"parent": 1}}, **ON}),
    ("repair", {"proposal": PROPOSAL | {"seats": BOARD | {"parent": 1}}, "total": "9..12", "most": 1, **ON}),
    ("options", {"category": "community", "wanted": {"total": "..8"}, **ON}),
    ("why_not", {"category": "voluntary controlled", "wanted": {"total": 7}, **ON}),
    ("unknowns", {"proposal": PROPOSAL | {"seats": BOARD | {"co_opted": "unknown"}}, **ON}),
    ("law_of_a_day", {"category": "community", **ON}),
    ("rule", {"name": "C12-VA-MAJ"}),
)
WRONG = (
    ("check", {"proposal": {"school": {"category": "comunity"}, "seats": {"parent": -1}}}),
    ("check", {}),
    ("repair", {"proposal": PROPOSAL, "totl": 12}),
    ("options", {"category": "community", "wanted": {"total": "12..9"}}),
    ("law_of_a_day", {"category": "community", "on": "1999-01-01"}),
    ("rule", {"name": "reg 999"}),
    ("nothing", {}),
)


@pytest.fixture(scope="module")
def spoken():
    """Ask everything in one conversation, for the process is slow to start."""

    async def speak():
        command = StdioServerParameters(
            command=sys.executable, args=["-m", "governance", "mcp"], cwd=str(ROOT)
        )
        async with Client(command) as client:
            tools = (await client.list_tools()).tools
            answers = [await client.call_tool(name, asked) for name, asked in CALLS]
            return tools, answers, [await client.call_tool(name, asked) for name, asked in WRONG]

    return asyncio.run(speak())


def test_tools(spoken):
    """Each says what it does, takes what a schema describes, and only reads."""
    tools, _, _ = spoken
    assert {name for name, _ in CALLS} == {one.name for one in tools}
    for one in tools:
        jsonschema.Draft202012Validator.check_schema(one.input_schema)
        assert one.description
        assert (True, False) == (one.annotations.read_only_hint, one.annotations.destructive_hint)
    by_name = {one.name: one for one in tools}
    for name, asked in CALLS:
        jsonschema.validate(asked, by_name[name].input_schema)


def test_every_answer_says_which_law_it_is_by(spoken):
    """The day of the law, its hash and a citation with its address; the text is the same as the values."""
    for (name, _), answer in zip(CALLS, spoken[1], strict=True):
        said = answer.structured_content
        assert not answer.is_error, name
        assert said["law_day"], name
        assert said["rules_hash"], name
        assert json.loads(answer.content[0].text) == said
        cited = said.get("citations") or said.get("rules") or said["places"]
        assert all(one["citation"] and one["url"].startswith("https://") for one in cited), name
        assert cited, name


def test_the_answers_are_those_of_the_commands(spoken, tmp_path):
    """Word for word."""
    file = tmp_path / "proposal.json"
    file.write_text(json.dumps(CALLS[1][1]["proposal"]), encoding="utf-8")
    said = CliRunner().invoke(main, ["check", str(file), "--on", "2018-09-18", "--json"]).stdout
    expected = json.loads(said) | {"proposal": "request"}
    answer = spoken[1][1].structured_content
    assert expected == {key: value for key, value in answer.items() if key in expected}
    assert (True, False) == (spoken[1][0].structured_content["lawful"], answer["lawful"])
    assert spoken[1][4].structured_content["impossible"]["steps"]


def test_what_is_wrong_is_told(spoken):
    """As an error, with the place and the remedy, and the conversation goes on."""
    for asked, answer in zip(WRONG, spoken[2], strict=True):
        assert answer.is_error, asked
        assert answer.structured_content["problems"][0]["says"], asked
    assert "/school/category" == spoken[2][0].structured_content["problems"][0]["pointer"]
    assert "totl" == spoken[2][2].structured_content["problems"][0]["parameter"]


def test_without_the_extra(monkeypatch):
    """One line that says what to install, and exit status 2."""
    for name in [one for one in sys.modules if one.partition(".")[0] in ("mcp", "mcp_types")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "governance.desk.mcp", raising=False)
    monkeypatch.setitem(sys.modules, "mcp", None)
    monkeypatch.setitem(sys.modules, "mcp_types", None)
    done = CliRunner().invoke(main, ["mcp"])
    assert (2, 1) == (done.exit_code, len(done.stderr.splitlines()))
    assert 'pip install "governance[mcp]"' in done.stderr


def test_without_django():
    """Nothing of the desk is loaded for it."""
    says = "import sys, governance.desk.mcp as m; m.server(); sys.exit('django' in sys.modules)"
    assert 0 == subprocess.run([sys.executable, "-c", says], cwd=ROOT, check=False).returncode

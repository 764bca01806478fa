"""The API answers as the commands do with `--json`, over every example."""

import json

import pytest
from asking import EXAMPLES, ROOT, STAMPS, body, post
from click.testing import CliRunner

from governance.cli import main

BAD_REQUEST = 422
every = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: str(path.relative_to(ROOT / "examples")))
QUESTIONS = {
    "/check": ("check",),
    "/check?on=2025-09-01": ("check", "--on", "2025-09-01"),
    "/check?short=true": ("check", "--verdicts"),
    "/repair?total=8..12&most=2&keep=parent": (
        "repair",
        "--total",
        "8..12",
        "--max",
        "2",
        "--keep",
        "parent",
    ),
    "/unknowns": ("unknowns",),
    "/explain?rule=C12-PARENT-MIN": ("explain", "C12-PARENT-MIN"),
    "/readings?everything=true": ("explain", "--readings", "--all"),
    "/timeline": ("check", "--timeline"),
}


def command(*words):
    return CliRunner().invoke(main, [*map(str, words), "--json"]).stdout


def as_sent(said, names):
    """Put what the API calls a proposal in place of the name of its file."""
    for path, name in names.items():
        said = said.replace(json.dumps(str(path))[1:-1], name)
    return json.loads(said)


@every
@pytest.mark.parametrize("address", QUESTIONS)
def test_one_proposal(client, path, address):
    """The same answer, but for what it calls the proposal and what it adds of the law."""
    name, *options = QUESTIONS[address]
    said = command(name, path, *options)
    response = post(client, address, body(path))
    answer = response.json()
    expected = as_sent(said, {path: "request"})
    if response.status_code == BAD_REQUEST:
        assert expected["error"]["problems"] == [one["says"] for one in answer["problems"]]
        return
    assert 200 == response.status_code
    assert expected == {key: value for key, value in answer.items() if key in expected or key not in STAMPS}


@every
def test_two_proposals(client, path):
    """`compare` takes both in one body."""
    first = ROOT / "examples" / "rift-house-2015.toml"
    answer = post(client, "/compare", {"old": body(first), "new": body(path)}).json()
    expected = as_sent(command("compare", first, path), {first: "old", path: "new"})
    assert expected | {"old": "old", "new": "new"} == {
        key: value for key, value in answer.items() if key in expected
    }


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (
            {"category": "community", "wanted": {"total": "9..10"}},
            ["--category", "community", "--total", "9..10"],
        ),
        (
            {"category": "voluntary controlled", "wanted": {"total": 7}},
            ["--category", "voluntary controlled", "--total", "7"],
        ),
        (
            {"category": "voluntary aided", "wanted": {"foundation": 4}},
            ["--category", "voluntary aided", "--foundation-governors", "4"],
        ),
        ({"category": "federation"}, ["--category", "federation"]),
    ],
    ids=str,
)
def test_boards(client, asked, words):
    """`options` takes what is known of the body and what is wanted."""
    expected = json.loads(command("options", *words, "--on", "2025-09-01"))
    answer = post(client, "/options?on=2025-09-01", asked).json()
    assert expected == {key: value for key, value in answer.items() if key in expected}
    assert set(STAMPS) < set(answer)


def test_why_not(client):
    """It is the proof that `options` gives, and says so where there is a board."""
    asked = {"category": "voluntary controlled", "wanted": {"total": 7}}
    whole = post(client, "/options?on=2025-09-01", asked).json()
    answer = post(client, "/why-not?on=2025-09-01", asked).json()
    assert (False, whole["impossible"]) == (answer["possible"], answer["impossible"])
    assert post(client, "/why-not", {"category": "community"}).json()["possible"]


@pytest.mark.parametrize(
    "path",
    [ROOT / "examples" / "rift-house.toml", ROOT / "examples" / "federation-aided.toml"],
    ids=lambda path: path.stem,
)
def test_word_files(client, path, tmp_path):
    """They are the same, byte by byte."""
    for name in ("draft", "report"):
        out = tmp_path / f"{name}.docx"
        CliRunner().invoke(main, [name, str(path), "-o", str(out)])
        response = post(client, f"/{name}", body(path))
        assert out.read_bytes() == response.content
        assert f'attachment; filename="{name}.docx"' == response["Content-Disposition"]


def test_a_document(client):
    """What was read is what `governance read --json` gives."""
    path = ROOT / "examples" / "documents" / "rift-house.txt"
    expected = as_sent(command("read", path), {path: "request"})
    with path.open("rb") as file:
        answer = client.post(
            "/api/v1/read", {"file": file}, headers={"origin": "http://127.0.0.1:8000"}
        ).json()
    assert expected == {key: value for key, value in answer.items() if key in expected}


def test_the_law(client):
    """A rule is as `law show` has it, and the rules of a day as `law at` has them."""
    shown = json.loads(command("law", "show", "C12-VA-MAJ"))
    assert shown == client.get("/api/v1/law/rules/C12-VA-MAJ").json()["places"]
    at = json.loads(command("law", "at", "2014-01-01", "--category", "community"))
    asked = {"on": "2014-01-01", "category": "community"}
    assert at == client.get("/api/v1/law/rules", asked).json()["rules"]
    days = [one["day"] for one in client.get("/api/v1/law/days").json()["days"]]
    assert sorted(set(days)) == days
    assert "2012-09-01" in days

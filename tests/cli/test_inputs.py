"""What a command takes as FILE: a proposal is one whatever its file is called, and words in a document never are."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document

import governance
from governance.cli import main
from governance.errors import ProposalError

ROOT = Path(__file__).parents[2]
RIFT_HOUSE = (ROOT / "examples" / "rift-house.toml").read_text("utf-8")
DOCUMENT = (ROOT / "examples" / "documents" / "rift-house.txt").read_text("utf-8")
NAMES = ["a.txt", "a.toml.txt", "a", "a.TOML", "a.md", "a.toml", "a.docx", "proposal (final).v2"]
JSON = '{"school": {"category": "community"}, "instrument": {"effective_on": "2018-09-18"}, "seats": {"parent": 1}}'
ASKS = ["check", "repair", "explain", "unknowns", "audit"]


def run(*arguments):
    return CliRunner().invoke(main, [*map(str, arguments)])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("command", ASKS)
def test_a_proposal_by_any_name(tmp_path, name, command):
    """The founding example has the same answer under every name."""
    answers = set()
    for file in (tmp_path / "x.toml", tmp_path / name):
        file.write_text(RIFT_HOUSE, "utf-8")
        done = run(command, file)
        assert 0 == done.exit_code
        answers.add("".join(done.output.replace(str(file), "FILE").split()))
    assert 1 == len(answers)


@pytest.mark.parametrize("name", ["a.json.txt", "a.txt", "a.JSON", "a"])
def test_a_proposal_in_json_by_any_name(tmp_path, name):
    """It begins with a brace, and names a table of a proposal."""
    (tmp_path / name).write_text(JSON, "utf-8")
    for command in ("check", "audit"):
        done = run(command, tmp_path / name)
        assert 1 == done.exit_code
        assert "1 parent governor; the least is 2" in done.output


@pytest.mark.parametrize("name", ["a.txt", "a.toml"])
@pytest.mark.parametrize("command", ["draft", "report"])
def test_papers_are_made_of_it(tmp_path, name, command):
    """By the commands that write, too."""
    (tmp_path / name).write_text(RIFT_HOUSE, "utf-8")
    assert 0 == run(command, tmp_path / name, "-o", tmp_path / "out.docx").exit_code


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (RIFT_HOUSE.replace("parent = 2", "parent governors = a few", 1), "is not a whole number"),
        (RIFT_HOUSE.replace("parent = 2", "parnt: 2", 1), "Did you mean `parent`?"),
        (f"My proposal\n\n{RIFT_HOUSE}", "is neither [a table], nor key = value"),
        (JSON.replace("}}", "}"), "is not JSON"),
    ],
)
def test_a_slip_in_a_proposal_is_no_document(tmp_path, wrong, said):
    """What is plainly a proposal gets the proposal's error, and no verdict on words that nobody wrote."""
    (tmp_path / "a.txt").write_text(wrong, "utf-8")
    for command in ("check", "audit"):
        done = run(command, tmp_path / "a.txt")
        assert 2 == done.exit_code
        assert said.lower() in " ".join(done.output.split()).lower()


@pytest.mark.parametrize(
    "written",
    [
        RIFT_HOUSE.replace("parent = 2", "parent governors = two", 1),
        RIFT_HOUSE.replace("parent = 2", "Parents: 2", 1),
        RIFT_HOUSE.replace(" = ", ": "),
        RIFT_HOUSE.replace('"', "”"),
        RIFT_HOUSE.replace('"', ""),
        RIFT_HOUSE.replace("2018-09-18", "18th September 2018"),
        RIFT_HOUSE.replace("[seats]", "[Seats]"),
    ],
)
def test_a_slip_with_one_meaning_is_read(tmp_path, written):
    """The answer is that of the founding example, and below it stands how the line was read."""
    (tmp_path / "a.txt").write_text(written, "utf-8")
    done = run("check", tmp_path / "a.txt")
    assert 0 == done.exit_code
    assert "12 governors, community; the law of 18 September 2018" in " ".join(done.output.split())
    assert "Written otherwise, and read so\n  - " in done.output
    assert json.loads(run("check", tmp_path / "a.txt", "--json").output)["read_as"]
    done = run("audit", tmp_path / "a.txt", "--json")
    assert 0 == done.exit_code
    assert any(" is read as " in remark for remark in json.loads(done.stdout)[0]["remarks"])
    assert " is read as " in run("draft", tmp_path / "a.txt", "-o", tmp_path / "a.docx").stderr
    assert " is read as " in run("people", tmp_path / "a.txt").stderr


@pytest.mark.parametrize(
    "words",
    [
        DOCUMENT,
        f"[School]\n\n{DOCUMENT}",
        f"[Seats]\nParent governors: 2\n{DOCUMENT}",
        f"{{school}}\n{DOCUMENT}",
        f"School = Rift House Primary School\n{DOCUMENT}",
        f"The seats.\nseats (a) [school] total = 12\n{DOCUMENT}",
    ],
)
def test_a_document_in_words_is_read_as_one(tmp_path, words):
    """Brackets, braces and equals signs of forms and templates make no proposal of it."""
    (tmp_path / "a.txt").write_text(words, "utf-8")
    done = run("check", tmp_path / "a.txt")
    assert "As read from" in done.output


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", ["a.toml", "a.txt"])
def test_what_windows_writes(tmp_path, encoding, name):
    """Notepad puts a mark in front; PowerShell writes UTF-16."""
    text = RIFT_HOUSE.replace("Rift House Primary", "Tŷ Rift Primary").replace("\n", "\r\n")
    (tmp_path / name).write_bytes(text.encode(encoding))
    done = run("check", tmp_path / name)
    assert 0 == done.exit_code
    assert "Tŷ Rift Primary School" in done.output


@pytest.mark.parametrize("name", ["a.toml", "a.txt"])
def test_an_older_encoding_is_read_as_what_windows_writes(tmp_path, name):
    """That its accents are to be looked at is said."""
    (tmp_path / name).write_bytes(RIFT_HOUSE.replace('name = "Rift House', 'name = "Zoë’s').encode("cp1252"))
    done = run("check", tmp_path / name)
    assert 0 == done.exit_code
    assert "LAWFUL, on condition: Zoë’s Primary School" in done.output
    assert "is read as Windows text: look at its accents and pound signs." in done.output


def test_a_proposal_is_not_read_as_words(tmp_path):
    """Not by `read`, and not out of a Word file, in which "parent = 2" stands for two parents."""
    (tmp_path / "a.txt").write_text(RIFT_HOUSE, "utf-8")
    typed = Document()
    for line in RIFT_HOUSE.splitlines():
        typed.add_paragraph(line)
    typed.save(tmp_path / "a.docx")
    refused = [
        run("read", tmp_path / "a.txt"),
        *(run(one, tmp_path / "a.docx") for one in ("read", "check", "audit")),
    ]
    assert {2} == {done.exit_code for done in refused}
    assert all("It is a proposal, and not a document" in done.output for done in refused)


@pytest.mark.parametrize("command", ["draft", "report"])
def test_a_paper_is_made_of_a_document(tmp_path, command):
    """A note says how it was read, and what it was told; what it lacks is asked for."""
    without = DOCUMENT.replace("community school", "school")
    (tmp_path / "a.txt").write_text(without, "utf-8")
    lacking = run(command, tmp_path / "a.txt", "-o", tmp_path / "out.docx")
    assert 2 == lacking.exit_code
    assert "The document does not state the category." in lacking.output
    assert "Say it with --category" in lacking.output
    done = run(command, tmp_path / "a.txt", "-o", tmp_path / "out.docx", "--category", "community")
    assert 0 == done.exit_code
    assert "As read from" in done.output
    assert "category: community (--category)" in " ".join(done.output.split())
    again = governance.read(tmp_path / "out.docx")
    if command == "draft":
        assert governance.load(ROOT / "examples" / "rift-house.toml").seats == again.proposal().seats


def test_people_of_a_document(tmp_path):
    """A document that lists nobody is one of which nothing can be told, and no file of an unknown kind."""
    (tmp_path / "a.txt").write_text(DOCUMENT, "utf-8")
    done = run("people", tmp_path / "a.txt")
    assert 3 == done.exit_code
    assert "The proposal names no people" in done.output


def test_the_library_takes_proposals_alone(tmp_path):
    """`load` says what a document is, and how to make a proposal of it."""
    (tmp_path / "a.txt").write_text(DOCUMENT, "utf-8")
    with pytest.raises(ProposalError, match="is not a proposal") as refused:
        governance.load(tmp_path / "a.txt")
    assert f'governance read "{tmp_path / "a.txt"}" -o proposal.toml' in str(refused.value)

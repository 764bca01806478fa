"""`governance draft`, through its public door."""

import io
import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
RIFT_HOUSE = EXAMPLES / "rift-house.toml"
TOO_SMALL = EXAMPLES / "unlawful" / "too-small.toml"
INCOMPLETE = """
[school]
category = "community"
[instrument]
effective_on = 2018-09-18
[seats]
parent = 2
local_authority = 1
staff = 1
head_teacher = 1
co_opted = 7
"""


def draft(*arguments, stdin=None):
    return subprocess.run(
        [sys.executable, "-m", "governance", "draft", *map(str, arguments)],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


def mark_of(path):
    header = docx.Document(io.BytesIO(path.read_bytes())).sections[0].header
    return " ".join(paragraph.text for paragraph in header.paragraphs)


def test_an_instrument_is_drafted(tmp_path):
    """Rift House's instrument is written, and bears no mark."""
    out = tmp_path / "rift-house.docx"
    done = draft(RIFT_HOUSE, "-o", out)
    assert (0, "") == (done.returncode, done.stderr)
    assert "" == mark_of(out).strip()
    assert [out] == list(tmp_path.iterdir())


def test_an_unlawful_one_is_refused_with_the_reasons(tmp_path):
    """Nothing is written, and the reason has its numbers and its citation."""
    done = draft(TOO_SMALL, "-o", tmp_path / "out.docx")
    assert 1 == done.returncode
    assert "6 seats; the least is 7 (SI 2012/1034 reg 13(2))" in done.stderr
    assert [] == list(tmp_path.iterdir())


def test_an_incomplete_one_is_refused_with_what_to_ask(tmp_path):
    """A lawful board without a name is not yet an instrument."""
    done = draft("-", "-o", tmp_path / "out.docx", stdin=INCOMPLETE)
    assert 3 == done.returncode
    assert (
        "What is the name of the school? Set name under [school]. (SI 2012/1034 reg 28(1)(a))" in done.stderr
    )
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("source", [TOO_SMALL, "-"])
def test_anyway_it_is_marked_on_every_page(tmp_path, source):
    """A draft that does not comply says so at the head of every page."""
    out = tmp_path / "out.docx"
    done = draft(source, "-o", out, "--anyway", stdin=INCOMPLETE)
    assert 0 == done.returncode
    assert "DRAFT that does not comply with SI 2012/1034" in mark_of(out)


def test_a_file_that_is_there_is_kept(tmp_path):
    """Without --force an existing file is not touched; with it, it is replaced."""
    out = tmp_path / "out.docx"
    out.write_bytes(b"somebody's work")
    done = draft(RIFT_HOUSE, "-o", out)
    assert (2, b"somebody's work") == (done.returncode, out.read_bytes())
    assert "--force" in done.stderr
    assert 0 == draft(RIFT_HOUSE, "-o", out, "--force").returncode
    assert b"somebody's work" != out.read_bytes()


@pytest.mark.parametrize(
    ("output", "says"),
    [
        ("out.pdf", "ends in .docx"),
        ("nowhere/out.docx", "cannot be written"),
        ("folder.docx", "is there already"),
    ],
)
def test_a_place_that_cannot_be_written_is_explained(tmp_path, output, says):
    """The folder, the ending or the name is wrong: say so, and write nothing."""
    (tmp_path / "folder.docx").mkdir()
    done = draft(RIFT_HOUSE, "-o", tmp_path / output)
    assert 2 == done.returncode
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert ["folder.docx"] == [path.name for path in tmp_path.iterdir()]


def test_force_onto_a_folder_is_explained(tmp_path):
    """A folder is not replaced by a file."""
    (tmp_path / "out.docx").mkdir()
    done = draft(RIFT_HOUSE, "-o", tmp_path / "out.docx", "--force")
    assert 2 == done.returncode
    assert "cannot be written" in done.stderr
    assert ["out.docx"] == [path.name for path in tmp_path.iterdir()]


def test_the_proposal_itself_is_never_overwritten(tmp_path):
    """Even with --force."""
    path = tmp_path / "proposal.docx"
    path.write_text(RIFT_HOUSE.read_text(encoding="utf-8"), encoding="utf-8")
    done = draft(path, "-o", path, "--force")
    assert 2 == done.returncode
    assert RIFT_HOUSE.read_text(encoding="utf-8") == path.read_text(encoding="utf-8")


def test_the_same_proposal_is_the_same_bytes(tmp_path):
    """Two runs of the command write identical files."""
    first, second = tmp_path / "first.docx", tmp_path / "second.docx"
    draft(RIFT_HOUSE, "-o", first)
    draft(RIFT_HOUSE, "-o", second)
    assert first.read_bytes() == second.read_bytes()


def test_a_bad_proposal_is_bad_input(tmp_path):
    """The exit status is 2, as for check."""
    done = draft("nowhere.toml", "-o", tmp_path / "out.docx")
    assert 2 == done.returncode
    assert "nowhere.toml: cannot be read" in done.stderr

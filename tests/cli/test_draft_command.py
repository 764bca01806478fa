"""`governance draft`, through its public door."""

import io
import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from command import INCOMPLETE, command

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
RIFT_HOUSE = EXAMPLES / "rift-house.toml"
TOO_SMALL = EXAMPLES / "unlawful" / "too-small.toml"


def draft(*arguments, stdin=None):
    return command("draft", *arguments, stdin=stdin)


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


def test_what_the_instrument_leaves_out_is_named(tmp_path):
    """Nothing that was given vanishes silently: a note names it, and the file is written."""
    file = tmp_path / "ethos.toml"
    file.write_text(f"{RIFT_HOUSE.read_text('utf-8')}\n[ethos]\ndescription = 'Kind'\n", encoding="utf-8")
    said = f"Note: {file}: [ethos] is left out of the instrument: no religious_character is given.\n"
    for where in (("-o", tmp_path / "out.docx"), ("-d", tmp_path / "out")):
        done = draft(file, *where)
        assert (0, said) == (done.returncode, done.stderr)


def test_a_bad_proposal_is_bad_input(tmp_path):
    """The exit status is 2, as for check."""
    done = draft("nowhere.toml", "-o", tmp_path / "out.docx")
    assert 2 == done.returncode
    assert "nowhere.toml: cannot be read" in done.stderr


class TestSeveral:
    """Several proposals are drafted into a folder, and one that fails does not stop the others."""

    def test_each_is_named_after_its_file(self, tmp_path):
        """The folder is made, and holds a Word file for each."""
        done = draft(RIFT_HOUSE, EXAMPLES / "foundation.toml", "-d", tmp_path / "out")
        assert (0, "") == (done.returncode, done.stderr)
        assert f"Wrote 2 of 2 files to {tmp_path / 'out'}.\n" == done.stdout
        assert ["foundation.docx", "rift-house.docx"] == sorted(
            path.name for path in (tmp_path / "out").iterdir()
        )

    def test_the_same_bytes_as_one_by_one(self, tmp_path):
        """A file of a batch is the file it would be alone."""
        draft(RIFT_HOUSE, EXAMPLES / "foundation.toml", "-d", tmp_path / "out")
        draft(RIFT_HOUSE, "-o", tmp_path / "alone.docx")
        assert (tmp_path / "alone.docx").read_bytes() == (tmp_path / "out" / "rift-house.docx").read_bytes()

    def test_failures_are_listed_at_the_end(self, tmp_path):
        """Each with its reasons; the others are written; the exit status is the worst."""
        done = draft(TOO_SMALL, "nowhere.toml", RIFT_HOUSE, "-d", tmp_path)
        assert 2 == done.returncode
        assert f"Wrote 1 of 3 files to {tmp_path}.\n" == done.stdout
        said = done.stderr.splitlines()
        assert ["Not written:", "  too-small.docx"] == said[:2]
        assert "      - 6 seats; the least is 7 (SI 2012/1034 reg 13(2))" in said
        assert "  nowhere.docx" in said
        assert ["rift-house.docx"] == [path.name for path in tmp_path.iterdir()]

    @pytest.mark.parametrize(
        ("files", "status"), [((RIFT_HOUSE, "incomplete"), 3), ((TOO_SMALL, "incomplete"), 1)]
    )
    def test_the_worst_status(self, tmp_path, files, status):
        """Unlawful is worse than incomplete, which is worse than written."""
        incomplete = tmp_path / "incomplete.toml"
        incomplete.write_text(INCOMPLETE, encoding="utf-8")
        given = [incomplete if file == "incomplete" else file for file in files]
        assert status == draft(*given, "-d", tmp_path / "out").returncode

    def test_the_same_name_twice(self, tmp_path):
        """Nothing is written where two would be the same file, whatever the case of their letters."""
        again = tmp_path / "Rift-House.toml"
        again.write_bytes(RIFT_HOUSE.read_bytes())
        done = draft(RIFT_HOUSE, EXAMPLES / "foundation.toml", again, "-d", tmp_path / "out")
        assert 2 == done.returncode
        assert f"would have the same name in {tmp_path / 'out'}: {RIFT_HOUSE} and {again}" in done.stderr
        assert not (tmp_path / "out").exists()

    def test_what_is_there_is_kept(self, tmp_path):
        """One that is there is a failure like any other, and --force replaces it."""
        there = tmp_path / "rift-house.docx"
        there.write_bytes(b"somebody's work")
        done = draft(RIFT_HOUSE, EXAMPLES / "foundation.toml", "-d", tmp_path)
        assert (2, b"somebody's work") == (done.returncode, there.read_bytes())
        assert (tmp_path / "foundation.docx").exists()
        assert 0 == draft(RIFT_HOUSE, EXAMPLES / "foundation.toml", "-d", tmp_path, "--force").returncode
        assert b"somebody's work" != there.read_bytes()

    @pytest.mark.parametrize(
        ("given", "says"),
        [
            ((RIFT_HOUSE, TOO_SMALL, "-o", "out.docx"), "For several give -d DIR."),
            ((RIFT_HOUSE,), "Say where to write"),
            ((RIFT_HOUSE, "-o", "out.docx", "-d", "out"), "Say where to write"),
            (("-", "-d", "out"), "Standard input has no name"),
            (
                (RIFT_HOUSE, TOO_SMALL, "-d", "out", "--changes-from", RIFT_HOUSE),
                "--changes-from is of one FILE",
            ),
        ],
    )
    def test_where_to(self, given, says):
        """One file with -o, several with -d, and not both."""
        done = draft(*given, stdin="")
        assert 2 == done.returncode
        assert says in done.stderr

    def test_no_folder(self, tmp_path):
        """A folder that cannot be made is named."""
        (tmp_path / "out").write_bytes(b"")
        done = draft(RIFT_HOUSE, "-d", tmp_path / "out")
        assert 2 == done.returncode
        assert "cannot be made a folder" in done.stderr

    def test_progress_is_for_terminals(self, tmp_path):
        """A terminal sees how far it is, and the answer is the same."""
        import pty  # noqa: PLC0415 - not on every system

        above, below = pty.openpty()
        command = [sys.executable, "-m", "governance", "draft", str(RIFT_HOUSE), "-d", str(tmp_path)]
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=below, check=False)
        os.close(below)
        assert "Writing" in os.read(above, 10_000).decode()
        os.close(above)
        assert (0, f"Wrote 1 of 1 files to {tmp_path}.\n") == (done.returncode, done.stdout.decode())


class TestInput:
    """What is read is never overwritten."""

    def test_standard_input_is_never_overwritten(self, tmp_path):
        """Not even with --force, where a file is both the input and the output."""
        path = tmp_path / "proposal.docx"
        path.write_bytes(RIFT_HOUSE.read_bytes())
        with path.open("rb") as stream:
            done = subprocess.run(
                [sys.executable, "-m", "governance", "draft", "-", "-o", str(path), "--force"],
                cwd=ROOT,
                stdin=stream,
                capture_output=True,
                check=False,
            )
        assert 2 == done.returncode
        assert b"is what it would be made from" in done.stderr
        assert RIFT_HOUSE.read_bytes() == path.read_bytes()

    def test_the_template_is_never_overwritten(self, tmp_path):
        """Nor is the council's template, nor the proposal of the previous instrument."""
        path = tmp_path / "council.docx"
        docx.Document().save(path)
        before = path.read_bytes()
        done = draft(RIFT_HOUSE, "-o", path, "--style", path, "--force")
        assert (2, before) == (done.returncode, path.read_bytes())
        assert "is what it would be made from" in done.stderr


class TestChanges:
    """An annex of what changes."""

    @pytest.mark.parametrize(
        "asked", [("--changes",), ("--changes-from", EXAMPLES / "rift-house-2015.toml")], ids=lambda a: a[0]
    )
    def test_an_annex(self, tmp_path, asked):
        """From the seats it replaces, or from the proposal of the previous instrument."""
        draft(RIFT_HOUSE, "-o", tmp_path / "plain.docx")
        done = draft(RIFT_HOUSE, "-o", tmp_path / "out.docx", *asked)
        assert (0, "") == (done.returncode, done.stderr)
        plain, annexed = (docx.Document(tmp_path / f"{name}.docx").tables for name in ("plain", "out"))
        assert [1, 2] == [len(plain), len(annexed)]  # the lines to sign, and what changes


class TestStyle:
    """The council's own template."""

    def test_the_look_is_the_councils(self, tmp_path):
        """Its header is kept and its text is not."""
        template = docx.Document()
        template.sections[0].header.paragraphs[0].text = "Northshire Council"
        template.add_paragraph("Replace this.")
        template.save(tmp_path / "council.docx")
        done = draft(RIFT_HOUSE, "-o", tmp_path / "out.docx", "--style", tmp_path / "council.docx")
        assert (0, "") == (done.returncode, done.stderr)
        assert "Northshire Council" == mark_of(tmp_path / "out.docx")

    def test_one_that_cannot_be_used(self, tmp_path):
        """It is refused before anything is written."""
        (tmp_path / "council.dotm").write_bytes(b"no template")
        done = draft(RIFT_HOUSE, "-d", tmp_path / "out", "--style", tmp_path / "council.dotm")
        assert 2 == done.returncode
        assert "council.dotm: " in done.stderr
        assert "not a whole Word file" in done.stderr
        assert ["council.dotm"] == [path.name for path in tmp_path.iterdir() if path.is_file()]


class TestPdf:
    """A PDF beside each Word file."""

    def test_beside_each(self, tmp_path):
        """They bear the same names."""
        done = draft(RIFT_HOUSE, EXAMPLES / "foundation.toml", "-d", tmp_path, "--pdf")
        assert (0, "") == (done.returncode, done.stderr)
        assert f"Wrote 4 of 4 files to {tmp_path}.\n" == done.stdout
        assert ["foundation.docx", "foundation.pdf", "rift-house.docx", "rift-house.pdf"] == sorted(
            path.name for path in tmp_path.iterdir()
        )
        assert (tmp_path / "rift-house.pdf").read_bytes().startswith(b"%PDF-")

    def test_a_pdf_that_is_there_is_kept(self, tmp_path):
        """And nothing else is written either."""
        (tmp_path / "out.pdf").write_bytes(b"somebody's work")
        done = draft(RIFT_HOUSE, "-o", tmp_path / "out.docx", "--pdf")
        assert 2 == done.returncode
        assert "out.pdf: is there already" in done.stderr
        assert ["out.pdf"] == [path.name for path in tmp_path.iterdir()]

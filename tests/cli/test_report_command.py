"""`governance report`, and `governance check -o`, through their public doors."""

import io
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from command import INCOMPLETE

from governance.cli import main

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
RIFT_HOUSE = EXAMPLES / "rift-house.toml"
AIDED = EXAMPLES / "voluntary-aided.toml"
TOO_SMALL = EXAMPLES / "unlawful" / "too-small.toml"
HOUSE = ROOT / "docs" / "house-style.toml"


def run(*arguments, stdin=None):
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


def mark_of(path):
    header = docx.Document(io.BytesIO(path.read_bytes())).sections[0].header
    return " ".join(paragraph.text for paragraph in header.paragraphs)


def heading_of(path):
    """The table at the head of a report, by its labels."""
    table = docx.Document(io.BytesIO(path.read_bytes())).tables[0]
    return {row.cells[0].text: row.cells[1].text for row in table.rows}


class TestReport:
    """`governance report FILE... -o OUT.docx`."""

    def test_a_report_is_written_in_house_style(self, tmp_path):
        """With the decision maker and the day of the decision."""
        out = tmp_path / "report.docx"
        done = run("report", RIFT_HOUSE, "--house", HOUSE, "--date", "2018-09-18", "-o", out)
        assert (0, f"Wrote {out}.\n") == (done.exit_code, done.stdout)
        assert "Cabinet Member for Children and Young People" == heading_of(out)["Report to"]
        assert "18 September 2018" == heading_of(out)["Date"]
        assert [out] == list(tmp_path.iterdir())

    def test_one_paper_carries_several_schools(self, tmp_path):
        """Both are its subject."""
        out = tmp_path / "report.docx"
        assert 0 == run("report", RIFT_HOUSE, AIDED, "-o", out).exit_code
        subject = heading_of(out)["Subject"]
        assert "Rift House Primary School" in subject
        assert "Our Lady’s Catholic Primary School" in subject

    def test_in_a_folder_each_school_has_its_own(self, tmp_path):
        """Named after its file."""
        assert 0 == run("report", RIFT_HOUSE, AIDED, "-d", tmp_path).exit_code
        assert {"rift-house.docx", "voluntary-aided.docx"} == {path.name for path in tmp_path.iterdir()}

    def test_an_unlawful_one_is_refused_with_the_reasons(self, tmp_path):
        """Nothing is written, and the status is 1."""
        done = run("report", RIFT_HOUSE, TOO_SMALL, "-o", tmp_path / "out.docx")
        assert 1 == done.exit_code
        assert "Small Primary School: 6 seats; the least is 7 (SI 2012/1034 reg 13(2))" in done.output
        assert f"{TOO_SMALL}: no report, because what is proposed is unlawful." in done.output
        assert [] == list(tmp_path.iterdir())

    def test_an_incomplete_one_is_refused_with_what_to_ask(self, tmp_path):
        """The status is 3."""
        done = run("report", "-", "-o", tmp_path / "out.docx", stdin=INCOMPLETE)
        assert 3 == done.exit_code
        assert "What is the name of the school?" in done.output
        assert [] == list(tmp_path.iterdir())

    def test_a_proposal_without_a_day_cannot_be_told(self, tmp_path):
        """The law depends on it."""
        done = run(
            "report", "-", "-o", tmp_path / "out.docx", stdin='[school]\ncategory = "community"\n[seats]\n'
        )
        assert 3 == done.exit_code
        assert "no day is given" in done.output

    def test_of_several_it_is_named(self, tmp_path):
        """The one whose law cannot be told."""
        (tmp_path / "dayless.toml").write_text(
            '[school]\ncategory = "community"\n[seats]\n', encoding="utf-8"
        )
        done = run("report", RIFT_HOUSE, tmp_path / "dayless.toml", "-o", tmp_path / "out.docx")
        assert 3 == done.exit_code
        assert done.output.startswith(f"{tmp_path / 'dayless.toml'}: The law depends on the day")

    def test_what_an_instrument_leaves_out_is_named(self, tmp_path):
        """In a note, with the file."""
        file = tmp_path / "ethos.toml"
        file.write_text(f"{RIFT_HOUSE.read_text('utf-8')}\n[ethos]\ndescription = 'Kind'\n", encoding="utf-8")
        done = run("report", file, "-o", tmp_path / "out.docx")
        assert 0 == done.exit_code
        assert f"Note: {file}: [ethos] is left out of the instrument" in done.output

    @pytest.mark.parametrize("source", [TOO_SMALL, "-"])
    def test_anyway_it_is_marked_on_every_page(self, tmp_path, source):
        """It is no paper for a decision."""
        out = tmp_path / "out.docx"
        assert 0 == run("report", source, "-o", out, "--anyway", stdin=INCOMPLETE).exit_code
        assert "DRAFT, not for decision" in mark_of(out)

    def test_a_file_that_is_there_is_kept(self, tmp_path):
        """Without --force an existing file is not touched; with it, it is replaced."""
        out = tmp_path / "out.docx"
        out.write_bytes(b"somebody's work")
        assert 2 == run("report", RIFT_HOUSE, "-o", out).exit_code
        assert b"somebody's work" == out.read_bytes()
        assert 0 == run("report", RIFT_HOUSE, "-o", out, "--force").exit_code
        assert b"somebody's work" != out.read_bytes()

    @pytest.mark.parametrize("place", ["proposal", "house"])
    def test_what_it_is_made_from_is_never_overwritten(self, tmp_path, place):
        """Neither a proposal nor the house style, even with --force."""
        path = tmp_path / "input.docx"
        original = {"proposal": RIFT_HOUSE, "house": HOUSE}[place]
        path.write_text(original.read_text("utf-8"), "utf-8")
        given = {"proposal": RIFT_HOUSE, "house": HOUSE} | {place: path}
        done = run("report", given["proposal"], "--house", given["house"], "-o", path, "--force")
        assert 2 == done.exit_code
        assert original.read_text("utf-8") == path.read_text("utf-8")

    def test_a_mistake_in_the_house_style_is_told_at_its_line(self, tmp_path):
        """With the nearest key that is known."""
        house = tmp_path / "house.toml"
        house.write_text("[sections.rsk]\nshow = false\n", "utf-8")
        done = run("report", RIFT_HOUSE, "--house", house, "-o", tmp_path / "out.docx")
        assert 2 == done.exit_code
        assert (
            "house.toml:1: sections.rsk: is not a key that is known here. Did you mean `risk`?" in done.output
        )

    def test_a_bad_proposal_is_bad_input(self, tmp_path):
        """The status is 2, as for check."""
        done = run("report", "nowhere.toml", "-o", tmp_path / "out.docx")
        assert 2 == done.exit_code
        assert "nowhere.toml: cannot be read" in done.output


class TestCheckSheet:
    """`governance check FILE -o OUT.docx`."""

    @pytest.mark.parametrize(("source", "status"), [(RIFT_HOUSE, 0), (TOO_SMALL, 1), ("-", 3)])
    def test_it_is_written_whatever_the_verdict_and_the_status_is_the_verdicts(
        self, tmp_path, source, status
    ):
        """Lawful, unlawful, or not to be told."""
        out = tmp_path / "sheet.docx"
        open_seats = INCOMPLETE.replace("co_opted = 7", 'co_opted = "unknown"').replace(
            "parent = 2", "parent = 0"
        )
        unsettled = open_seats.replace("parent = 0", 'parent = "unknown"')
        done = run("check", source, "-o", out, stdin=unsettled)
        assert status == done.exit_code
        assert done.output.endswith(f"Wrote {out}.\n")
        assert "Verdict" in heading_of(out)

    def test_the_letter_is_the_same_with_and_without(self, tmp_path):
        """The sheet comes on top."""
        out = tmp_path / "sheet.docx"
        plain = run("check", RIFT_HOUSE).output
        assert f"{plain}Wrote {out}.\n" == run("check", RIFT_HOUSE, "-o", out).output

    def test_a_sheet_that_is_there_is_kept(self, tmp_path):
        """Without --force an existing file is not touched, and the status is 2."""
        out = tmp_path / "sheet.docx"
        out.write_bytes(b"somebody's work")
        done = run("check", RIFT_HOUSE, "-o", out)
        assert (2, b"somebody's work") == (done.exit_code, out.read_bytes())
        assert "--force" in done.output
        assert 0 == run("check", RIFT_HOUSE, "-o", out, "--force").exit_code

    @pytest.mark.parametrize("besides", [[AIDED], ["--json"], ["--jsonl"], ["--timeline"]])
    def test_it_goes_with_the_letter_of_one_file(self, tmp_path, besides):
        """Several files, or JSON, are a mistake of usage."""
        done = run("check", RIFT_HOUSE, *besides, "-o", tmp_path / "sheet.docx")
        assert 2 == done.exit_code
        assert [] == list(tmp_path.iterdir())

    def test_it_takes_the_councils_template(self, tmp_path):
        """As the instrument does; nothing is written where the template cannot be used, or over it."""
        template, out = tmp_path / "council.docx", tmp_path / "sheet.docx"
        made = docx.Document()
        made.sections[0].header.paragraphs[0].text = "Northshire Council"
        made.save(template)
        assert 0 == run("check", RIFT_HOUSE, "-o", out, "--style", template).exit_code
        assert "Northshire Council" == mark_of(out)
        assert "Verdict" in heading_of(out)
        kept = template.read_bytes()
        for bad, where in ((RIFT_HOUSE, tmp_path / "new.docx"), (template, template)):
            assert 2 == run("check", RIFT_HOUSE, "-o", where, "--style", bad, "--force").exit_code
        assert kept == template.read_bytes()
        assert not (tmp_path / "new.docx").exists()

    def test_a_template_without_a_sheet(self):
        """It is the look of the sheet, so there must be one."""
        done = run("check", RIFT_HOUSE, "--style", "council.dotx")
        assert 2 == done.exit_code
        assert "say with -o" in done.output

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ('[school]\ncategory = "community"\n[seats]\ncommunity = 2\n', "no findings to record"),
            ("[school]\n[seats]\nparent = 2\nco_opted = 8\nfoundation = 2\n", "the category is not given"),
        ],
    )
    def test_without_a_verdict_on_one_board_there_is_nothing_to_record(self, tmp_path, text, said):
        """Words of older law without a day, and a board of no category: it says so."""
        out = tmp_path / "sheet.docx"
        done = run("check", "-", "-o", out, stdin=text)
        assert said in done.output
        assert not out.exists()

"""A table of boards through the public door: what an officer does with a list of schools."""

import json

import pytest
from command import command as run
from command import process
from docx import Document
from tables_made import HEADINGS, RIFT_HOUSE, TEN_AIDED, text, workbook

from governance.documents.blank_boards import blank_boards
from governance.model.boards import open_boards, path_of

BAD = ("Dale", "special", "2 or 3", 1, 1, 1, "#N/A")
UNDATED = ("Moor", "Community", 2, 1, 1, 1, 2, None, 7, None, "The governors of Moor")


@pytest.fixture
def table(tmp_path):
    """A workbook of a lawful board, an unlawful one, one that cannot be read and one without a day."""
    return workbook(tmp_path / "boards.xlsx", ("Boards 2027",), HEADINGS, RIFT_HOUSE, TEN_AIDED, BAD, UNDATED)


def test_a_newcomer_checks_a_list_of_schools(table):
    """Each row has its answer; what cannot be read is listed with its row and stops nothing; the worst decides."""
    done = run("check", table)
    assert 2 == done.returncode
    assert "LAWFUL, on condition: Rift House\n" in done.stdout
    assert "UNLAWFUL: Our Lady's\n" in done.stdout
    assert f"{table}:3: 12 governors, community; the law of 11 January 2027" in done.stdout
    assert "Moor (no day of effect is given: by the law of today," in done.stdout
    assert done.stdout.endswith("4 in all: 2 lawful, 1 unlawful and 1 that could not be read.\n")
    assert f'{table}:5: column "Co-opted governors": holds #N/A. Type what it should be' in done.stderr
    assert f'{table}:5: column "Category": "special" is not one of those known. Ask which' in done.stderr


def test_json_is_a_list(table):
    """One object a row, also where there is one row alone."""
    found = json.loads(run("check", table, "--json").stdout)
    assert [f"{table}:{number}" for number in (3, 4, 5, 6)] == [one["proposal"] for one in found]
    assert [True, False, None, True] == [one.get("lawful") for one in found]
    assert "dated" in found[3]
    one = workbook(table.with_name("one.xlsx"), HEADINGS, RIFT_HOUSE)
    assert isinstance(json.loads(run("check", one, "--json").stdout), list)


class TestVerdicts:
    """The verdict, the total and the provisions broken, and nothing else."""

    def test_lines(self, table):
        """One JSON object a row; how many were answered by today's law is said once."""
        done = run("check", table, "--jsonl", "--verdicts")
        lines = list(map(json.loads, done.stdout.splitlines()))
        assert {
            "proposal": f"{table}:3",
            "verdict": "lawful on condition",
            "total": 12,
            "broken": [],
        } == lines[0]
        assert ("unlawful", 10) == (lines[1]["verdict"], lines[1]["total"])
        assert "SI 2012/1034 reg 14(4)" in lines[1]["broken"]
        assert 5 == lines[2]["error"]["line"]
        assert "of 1 proposals no day of effect is given: by the law of today" in done.stderr

    def test_text_and_json(self, table):
        """One line a row on the screen, and a list in JSON."""
        done = run("check", table, "--verdicts")
        assert f"LAWFUL, ON CONDITION: {table}:3 (Rift House): 12 governors\n" in done.stdout
        assert f"UNLAWFUL: {table}:4 (Our Lady's): 10 governors; breaks " in done.stdout
        listed = json.loads(run("check", table, "--verdicts", "--json").stdout)
        assert ["lawful on condition", "unlawful", None, "lawful on condition"] == [
            one.get("verdict") for one in listed
        ]

    def test_json_lines(self):
        """Proposals in JSON, one a line, have them too; a line that is none has an error."""
        board = {
            "school": {"category": "community"},
            "seats": {"parent": 2, "staff": 2, "head_teacher": 1, "local_authority": 1, "co_opted": 4},
            "instrument": {"effective_on": "2018-09-18"},
        }
        done = process("check", "--jsonl", "--verdicts", "-", stdin=f"{json.dumps(board)}\nno board\n")
        first, second = map(json.loads, done.stdout.splitlines())
        assert ("unlawful", 10, ["SI 2012/1034 reg 13(3)(c)"]) == (
            first["verdict"],
            first["total"],
            first["broken"],
        )
        assert 2 == second["error"]["line"]
        assert 2 == done.returncode

    def test_nothing_else(self, table):
        """It leaves out what --all, --timeline and -o would show."""
        for more in (["--all"], ["--timeline"], ["-o", "x.docx"]):
            assert 2 == run("check", table, "--verdicts", *more).returncode


def test_draft(table, tmp_path):
    """A Word file for each row that can be drafted, called after its school; the others are listed with why not."""
    done = run("draft", table, "-d", tmp_path / "drafts")
    assert ["Rift House.docx"] == [path.name for path in (tmp_path / "drafts").iterdir()]
    assert 2 == done.returncode
    for said in (
        "Our Lady's.docx",
        "it is unlawful",
        "Dale.docx",
        f"{table}:5:",
        "Moor.docx",
        "it is incomplete",
    ):
        assert said in done.stderr
    anyway = run("draft", table, "-d", tmp_path / "marked", "--anyway")
    assert f"{table}:6: no day of effect is given: by the law of today" in anyway.stderr


def test_names_of_drafts(tmp_path):
    """Two schools of one name, a name that no file can have, and none at all."""
    rows = [(name, *RIFT_HOUSE[1:]) for name in ("St John's", "St John's", "St Mary/St Ann: Infants", None)]
    made = workbook(tmp_path / "b.xlsx", HEADINGS, *rows)
    run("draft", made, "-d", tmp_path / "d", "--anyway")
    assert [
        "St John's (b row 3).docx",
        "St John's.docx",
        "St Mary St Ann Infants.docx",
        "b row 5.docx",
    ] == sorted(path.name for path in (tmp_path / "d").iterdir())


def test_report(tmp_path):
    """One paper on every row that can be read; a row that cannot is listed, and the exit status says so."""
    made = workbook(tmp_path / "b.xlsx", HEADINGS, RIFT_HOUSE, BAD, UNDATED)
    done = run("report", made, "--anyway", "-o", tmp_path / "report.docx")
    assert 2 == done.returncode
    assert f"{made}:3:" in done.stderr
    words = "\n".join(paragraph.text for paragraph in Document(tmp_path / "report.docx").paragraphs)
    assert "Rift House" in words
    assert "Moor" in words
    assert "Dale" not in words
    assert 2 == run("report", made, "--anyway", "-d", tmp_path / "papers").returncode
    assert 2 == len(list((tmp_path / "papers").iterdir()))


def test_repair(table):
    """The nearest lawful boards for each row; in JSON a list."""
    done = run("repair", table, "--max", "1")
    assert 2 == done.returncode
    assert "NOTHING TO REPAIR, lawful: Rift House" in done.stdout
    assert "Our Lady's" in done.stdout
    found = json.loads(run("repair", table, "--max", "1", "--json").stdout)
    assert 4 == len(found)
    assert found[1]["boards"]


def test_beside(tmp_path):
    """An option fills in what no column says, and never overrules one."""
    made = text(tmp_path / "b.csv", [*HEADINGS[:1], *HEADINGS[2:]], [RIFT_HOUSE[0], *RIFT_HOUSE[2:]])
    assert 0 == run("check", made, "--category", "community").returncode
    said = run("check", workbook(tmp_path / "b.xlsx", HEADINGS, RIFT_HOUSE), "--category", "foundation")
    assert 3 == said.returncode
    assert '--category says "foundation"' in said.stdout


@pytest.mark.parametrize("command", ["explain", "unknowns", "compare"])
def test_what_asks_about_one_board(table, command):
    """Commands about one board say what takes a table."""
    done = run(command, table, *([table] if command == "compare" else []))
    assert 2 == done.returncode
    assert "is a table of boards, a school in each row. Give it to governance check" in done.stderr


@pytest.mark.parametrize("arguments", [(), ("--verdicts",), ("--json",), ("--jsonl",)])
def test_a_table_without_rows(tmp_path, arguments):
    """Nothing to answer is no lawful answer."""
    done = run("check", text(tmp_path / "b.csv", HEADINGS), *arguments)
    assert 2 == done.returncode
    assert "has no rows below its heading" in done.stderr + done.stdout


def test_a_heading_is_shown_and_does_nothing(tmp_path):
    """What a terminal would take for an order is written out."""
    made = text(tmp_path / "b.csv", (*HEADINGS, "\x1b[31mred"), (*RIFT_HOUSE, "x"))
    done = run("check", made)
    assert 0 == done.returncode
    assert 'Columns that were not read: "\\u001b[31mred".\n' in done.stderr


def test_a_file_that_is_no_table(tmp_path):
    """It is refused by its name, and the other files are answered."""
    (tmp_path / "a.csv").write_bytes(b"<html>404</html>")
    done = run("check", tmp_path / "a.csv", "examples/rift-house.toml")
    assert 2 == done.returncode
    assert "a.csv: It is a web page or an error message" in done.stderr
    assert "Rift House Primary School" in done.stdout


def test_what_is_no_list_of_boards_ends(tmp_path):
    """After a thousand rows that hold no board the rest is left."""
    made = text(tmp_path / "a.csv", ("School", "Parents"), *[("Hill", "many")] * 3_000)
    done = run("check", made, "--jsonl", "--verdicts")
    assert 1_000 == len(done.stdout.splitlines())
    assert "lines running hold no proposal, and the rest was left" in done.stderr


@pytest.mark.parametrize("option", [["--timeline"], ["-o", "sheet.docx"]])
def test_what_is_of_one_proposal_takes_no_table(tmp_path, option):
    """It is said so, and nothing is answered."""
    done = run("check", text(tmp_path / "a.csv", HEADINGS, RIFT_HOUSE), *option)
    assert (2, "") == (done.returncode, done.stdout)
    assert "a table has many" in " ".join(done.stderr.split())


class TestBlank:
    """The blank that `governance new --spreadsheet` writes."""

    def test_every_column_is_known(self, tmp_path):
        """Filled in, it is read; each heading is that of one key. It is kept where it is there."""
        import openpyxl  # noqa: PLC0415

        made = run("new", "--spreadsheet", tmp_path / "blank.xlsx")
        assert (0, True) == (made.returncode, "Fill in a row for each school" in made.stdout)
        assert 2 == run("new", "--spreadsheet", tmp_path / "blank.xlsx").returncode
        assert 2 == run("new", "--spreadsheet", tmp_path / "b.xlsx", "--category", "VA").returncode
        book = openpyxl.load_workbook(tmp_path / "blank.xlsx")
        headings = [cell.value for cell in book.active[1]]
        paths = [path_of(heading) for heading in headings]
        assert None not in paths
        assert len(set(paths)) == len(paths)
        board = dict(zip(HEADINGS, RIFT_HOUSE, strict=True)) | {"Local authority governors": 1}
        book.active.append([board.get(heading) for heading in headings])
        book.save(tmp_path / "filled.xlsx")
        boards = open_boards(tmp_path / "filled.xlsx")
        assert () == boards.notes
        assert 0 == run("check", tmp_path / "filled.xlsx").returncode

    def test_drop_downs(self, tmp_path):
        """A category is chosen from those that a row can be of, and each column says what belongs in it."""
        import openpyxl  # noqa: PLC0415

        (tmp_path / "blank.xlsx").write_bytes(blank_boards())
        offered = openpyxl.load_workbook(tmp_path / "blank.xlsx").active.data_validations.dataValidation
        lists = [one.formula1 for one in offered if one.type == "list"]
        assert any('"community,' in one and "federation" not in one for one in lists)
        assert '"none,foundation,qualifying"' in lists
        assert all(one.prompt for one in offered)
        assert blank_boards() == blank_boards()

"""An audit: every document is a row, whatever is wrong with it, and what needs attention comes first."""

import datetime
import io
import json
import multiprocessing
import os

import attrs
import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn
from folders import EXAMPLES, filled_folder
from hypothesis import given
from hypothesis import strategies as st

import governance
from governance.audit import Breach, Row, audit, audit_one, in_order, instruments
from governance.audit.row import STANDINGS
from governance.audit.sheet import sheet
from governance.documents.typeset import typeset
from governance.letters.audit import counts, letter

TODAY = datetime.date(2025, 9, 1)
ON_FILE = datetime.date(2018, 9, 18)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Drafts of the examples, and files that are no instruments."""
    return filled_folder(tmp_path_factory.mktemp("instruments"))


@pytest.fixture(scope="module")
def rows(folder):
    """The rows of that folder, read in this process."""
    return in_order(audit(instruments([folder]), today=TODAY))


def row(name="a.docx", **given):
    """A row to sort or to show."""
    return Row(name, **{"verdict": "lawful", "today": TODAY, **given})


class TestFolder:
    """Which files are looked at."""

    def test_every_file_is_found_in_every_folder(self, tmp_path):
        """Whatever it is called, for what is not listed is taken not to be there; in the same order every time."""
        names = [
            "b.PDF",
            "a.docx",
            "c/d/e.txt",
            "c/f.toml",
            "g.json",
            "old.doc",
            "c/z.odt",
            "scan.png",
            "no-ending",
        ]
        for name in (*names, "Thumbs.db", "c/desktop.ini"):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_bytes(b"")
        found = [path.relative_to(tmp_path).as_posix() for path in instruments([tmp_path])]
        top, below = (
            ["a.docx", "b.PDF", "g.json", "no-ending", "old.doc", "scan.png"],
            ["c/f.toml", "c/z.odt"],
        )
        assert [*top, *below, "c/d/e.txt"] == found

    def test_what_word_leaves_behind_and_what_is_hidden_is_passed_over(self, tmp_path):
        """A lock file beside an open document is no document."""
        (tmp_path / ".git").mkdir()
        for name in ("~$a.docx", ".a.docx", ".git/a.txt"):
            (tmp_path / name).write_bytes(b"")
        assert [] == instruments([tmp_path])

    def test_links_that_go_round_are_not_followed(self, tmp_path):
        """A folder that holds a link to itself is walked once."""
        (tmp_path / "a.txt").write_bytes(b"")
        (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
        assert [tmp_path / "a.txt"] == instruments([tmp_path])

    def test_a_link_to_nothing_is_named(self, tmp_path):
        """In a folder it is a row; named itself, it is said that it is the link that wants mending."""
        gone = tmp_path / "gone.docx"
        gone.symlink_to(tmp_path / "nothing.docx")
        assert [gone] == instruments([tmp_path])
        assert "unreadable" == audit_one(gone, today=TODAY).verdict
        with pytest.raises(governance.DocumentError, match="is a link to what is not there"):
            instruments([gone])

    def test_a_file_that_is_named_is_taken_and_none_is_taken_twice(self, tmp_path):
        """Whatever it is called."""
        (tmp_path / "a.txt").write_bytes(b"")
        (tmp_path / "odd").write_bytes(b"")
        assert [tmp_path / "odd", tmp_path / "a.txt"] == instruments(
            [tmp_path / "odd", tmp_path, tmp_path / "a.txt"]
        )

    def test_a_folder_that_cannot_be_looked_into_is_named(self, tmp_path, monkeypatch):
        """Its files would be missing from the list, and nobody would know."""
        closed, scandir = tmp_path / "closed", os.scandir
        closed.mkdir()

        def refused(path):
            if str(path) == str(closed):
                raise PermissionError(13, "Permission denied", str(path))
            return scandir(path)

        monkeypatch.setattr(os, "scandir", refused)
        with pytest.raises(
            governance.DocumentError, match="closed: cannot be looked into: Permission denied"
        ):
            instruments([tmp_path])

    def test_a_path_that_is_not_there_is_named(self, tmp_path):
        """Rather than audited as nothing."""
        with pytest.raises(governance.DocumentError, match="nowhere: is not there"):
            instruments([tmp_path / "nowhere"])


class TestOne:
    """One document."""

    def test_the_law_is_that_of_the_day_it_took_effect_and_that_of_today(self):
        """An instrument of 2008 was lawful, and would not be."""
        found = audit_one(EXAMPLES / "voluntary-aided-2007.toml", today=TODAY)
        assert ("lawful", "unlawful", "unlawful") == (found.verdict, found.verdict_today, found.standing)
        assert datetime.date(2008, 9, 1) == found.on == found.effective_on
        assert () == found.breaches
        assert "SI 2012/1034 reg 13(3)(c)" in {breach.citation for breach in found.breaches_today}

    def test_without_a_day_the_law_is_that_of_today(self, tmp_path):
        """And the row says which day that was."""
        text = (EXAMPLES / "rift-house.toml").read_text("utf-8").replace("effective_on = 2018-09-18\n", "")
        (tmp_path / "a.toml").write_text(text, "utf-8")
        found = audit_one(tmp_path / "a.toml", today=TODAY)
        assert (TODAY, None) == (found.on, found.effective_on)
        assert "from which day it has effect is not given" in letter(
            [attrs.evolve(found, conflicts=("x",))], today=TODAY
        ).replace("\n   ", "")

    @pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.toml")), ids=lambda path: path.stem)
    def test_its_verdict_is_that_of_the_check(self, path):
        """The audit states no law of its own."""
        try:
            result = governance.check(governance.load(path))
        except governance.ProposalError:
            assert "unreadable" == audit_one(path, today=TODAY).verdict
            return
        found = audit_one(path, today=TODAY)
        assert result.lawful is found.verdict.startswith("lawful")
        assert bool(result.lawful and result.conditions) is (found.verdict == "lawful on condition")
        breaches = [one.rule for one in result.of("unlawful", "breached")]
        assert breaches == [breach.rule for breach in found.breaches]

    def test_what_cannot_be_told_is_asked(self):
        """A federation of a mix for which the Regulations do not provide."""
        found = audit_one(EXAMPLES / "doubtful" / "federation-gap.toml", today=TODAY)
        assert "cannot tell" == found.standing
        assert found.open

    def test_a_mistake_of_ours_is_a_row(self, monkeypatch):
        """Its name, and that it should be reported; the others go on."""

        def broken(*_arguments, **_options):
            raise ZeroDivisionError("no secrets here")

        monkeypatch.setattr("governance.audit.one.written", broken)
        found = audit_one("a.toml", today=TODAY)
        assert "failed" == found.standing
        assert found.reason.startswith("ZeroDivisionError: ")
        assert "report" in found.reason


class TestReading:
    """Documents, as against proposals."""

    def test_every_draft_is_read_back_as_its_proposal(self, folder, rows):
        """School, category, seats and verdict of a draft are those of the proposal it was drafted from."""
        read = {row.file: row for row in rows}
        for path in sorted(folder.glob("drafts/*.docx")):
            written = audit_one(EXAMPLES / f"{path.stem}.toml", today=TODAY)
            found = read[str(path)]
            assert (typeset(written.school), written.category, written.seats) == (
                found.school,
                found.category,
                found.seats,
            )
            assert written.effective_on == found.effective_on

    def test_a_hostile_or_empty_file_is_unreadable_with_the_reason(self, rows):
        """None of them stops the audit, and none is a mistake of ours."""
        strange = [row for row in rows if "/strange/" in row.file.replace("\\", "/")]
        assert 6 == len(strange)
        assert {"unreadable"} == {row.standing for row in strange}
        assert all(row.reason for row in strange)

    def test_a_document_without_a_category_cannot_be_told(self, tmp_path):
        """And says what is missing."""
        path = tmp_path / "a.txt"
        path.write_text(
            "The governing body shall consist of:\n2 parent governors\n1 staff governor\n", "utf-8"
        )
        found = audit_one(path, today=TODAY)
        assert ("cannot tell", "the document does not state the category of the school") == (
            found.standing,
            found.reason,
        )

    def test_what_reading_remarks_is_in_the_row(self, tmp_path):
        """Tracked changes, old words and a day without its number reach the list, the workbook and the JSON."""
        path = tmp_path / "a.docx"
        body = (
            "The school is a community school.",
            "2 parent governors",
            "1 LEA governor",
            "1 staff governor",
        )
        more = ("1 head teacher", "5 co-opted governors", "Effective from: September 2026")
        typed = Document()
        for line in (*body, *more, ""):
            typed.add_paragraph(line)
        inserted = typed.paragraphs[-1]._p.makeelement(qn("w:ins"), {})
        typed.paragraphs[-1]._p.append(inserted)
        inserted.append(typed.paragraphs[0].add_run(" ")._r)
        typed.save(path)
        found = audit_one(path, today=TODAY)
        said = " ".join(found.remarks)
        for what in (
            "tracked changes",
            "old names of the local authority",
            "the day of the month is missing",
        ):
            assert what in said
            assert what in " ".join(letter([found], today=TODAY).split())
            assert what in " ".join(found.as_json()["remarks"])
        cells = [
            cell.value for cell in openpyxl.load_workbook(io.BytesIO(sheet([found], today=TODAY))).active[2]
        ]
        assert "\n".join(found.remarks) in cells

    def test_a_line_that_was_not_understood(self, tmp_path):
        """It stands in the list, the JSON and the workbook, and what is still asked is asked once."""
        path = tmp_path / "range.txt"
        path.write_text(
            "Instrument of government\nThe school is a community school.\nThe governing body shall consist of:\n"
            "2 parent governors\n1 local authority governor\n1 staff governor\n1 head teacher\nup to 5 co-opted governors\n",
            "utf-8",
        )
        found = audit_one(path, today=TODAY)
        line = '"up to 5 co-opted governors" (line 8)'
        assert found.not_understood[0].startswith(line)
        assert line in " ".join(letter([found], today=TODAY).split())
        assert found.as_json()["not_understood"][0].startswith(line)
        cells = [
            cell.value for cell in openpyxl.load_workbook(io.BytesIO(sheet([found], today=TODAY))).active[2]
        ]
        assert "\n".join(found.not_understood) in cells
        assert len(found.open) == len(set(found.open)) > 0

    def test_what_the_law_here_does_not_cover(self, tmp_path):
        """An academy is named as one, and nothing is asked of it."""
        path = tmp_path / "academy.txt"
        path.write_text(
            "Oak Academy Trust\nARTICLES OF ASSOCIATION\nThe Academy Trust shall have 2 Parent Trustees.\n",
            "utf-8",
        )
        found = audit_one(path, today=TODAY)
        assert ("cannot tell", ()) == (found.verdict, found.not_understood)
        assert "an academy, which is not covered" in found.reason


class TestOrder:
    """What needs attention comes first."""

    def test_unlawful_first_and_lawful_last(self, rows):
        """In the order of the verdicts, and within each by name."""
        keys = [(STANDINGS.index(row.standing), row.file) for row in rows]
        assert sorted(keys) == keys
        assert len({row.standing for row in rows}) > 3

    @given(st.lists(st.tuples(st.sampled_from(STANDINGS), st.sampled_from("abc"))))
    def test_no_row_is_lost(self, given):
        """Sorting only sorts."""
        made = [row(name, verdict=verdict) for verdict, name in given]
        ordered = in_order(made)
        assert sorted(map(repr, made)) == sorted(map(repr, ordered))
        assert ordered == in_order(reversed(ordered))

    @pytest.mark.parametrize(
        ("given", "standing"),
        [
            ({}, "lawful"),
            ({"verdict_today": "unlawful"}, "unlawful"),
            ({"verdict": "unlawful", "verdict_today": "lawful"}, "unlawful"),
            ({"conflicts": ("two totals",)}, "cannot tell"),
            ({"verdict": "unlawful", "conflicts": ("two totals",)}, "unlawful"),
            ({"verdict": "unreadable"}, "unreadable"),
            ({"verdict": "lawful", "verdict_today": "lawful on condition"}, "lawful on condition"),
        ],
    )
    def test_the_worse_verdict_decides(self, given, standing):
        """Lawful then is not enough, nor lawful now; nor lawful as read from words in conflict."""
        assert standing == row(**given).standing


class TestWorkers:
    """More than one process."""

    def test_two_processes_give_the_same_rows_as_one(self, folder, rows):
        """Only the order in which they are done may differ."""
        assert rows == in_order(audit(instruments([folder]), today=TODAY, processes=2))

    def test_a_document_that_takes_too_long_is_left(self):
        """Here no time at all is allowed."""
        files = sorted(EXAMPLES.glob("*.toml"))[:3]
        found = in_order(audit(files, today=TODAY, processes=2, seconds=0))
        assert [str(file) for file in files] == [row.file for row in found]
        assert {"failed"} == {row.standing for row in found}
        assert "took longer than 0 seconds, and was left" == found[0].reason

    def test_a_process_that_is_brought_down_takes_no_other_document_with_it(self):
        """Its document is a row that says so, and the rest are read by a new process."""
        files = sorted(EXAMPLES.glob("unlawful/*.toml"))[:8]
        found = audit(files, today=TODAY, processes=2)
        done = [next(found)]
        for child in multiprocessing.active_children():
            child.kill()
            child.join()
        done += found
        assert [str(file) for file in files] == sorted(row.file for row in done)
        failed = [row for row in done if row.standing == "failed"]
        assert 1 <= len(failed) <= 2
        assert all("brought the process that read it to an end" in row.reason for row in failed)

    def test_no_process_is_left_when_the_caller_stops(self):
        """As after Ctrl-C."""
        found = audit(sorted(EXAMPLES.glob("*.toml")), today=TODAY, processes=2)
        next(found)
        before = multiprocessing.active_children()
        found.close()
        assert before
        assert [] == multiprocessing.active_children()


class TestOutputs:
    """The list, the counts, JSON and the workbook."""

    BAD = row(
        "=1+1.docx",
        school="+Plus School",
        category="community",
        total=6,
        seats={"parent": 2, "co_opted": "unknown"},
        verdict="unlawful",
        verdict_today="unlawful",
        on=ON_FILE,
        effective_on=ON_FILE,
        breaches=(Breach("C12-TOTAL-MIN", "SI 2012/1034 reg 13(2)", "6 seats; the least is 7"),),
    )

    def test_the_list_says_what_is_wrong_under_which_law(self):
        """Both days, the arithmetic and the citation."""
        lines = letter([self.BAD, row("b.docx")], today=TODAY).splitlines()
        assert [
            "UNLAWFUL",
            "  - =1+1.docx: +Plus School, community, 6 governors",
            "    Unlawful under the law of 18 September 2018, and under that of 1 September 2025.",
            "    * 6 seats; the least is 7 (SI 2012/1034 reg 13(2)).",
        ] == lines[2:6]
        assert ["LAWFUL", "  - b.docx", "", "2 documents: 1 unlawful and 1 lawful."] == lines[7:]

    def test_the_list_fits_the_page(self, rows):
        """A hundred columns, but for a name that is longer itself."""
        for line in letter(rows, today=TODAY).splitlines():
            assert len(line) <= 100 or len(max(line.split(), key=len)) > 60

    def test_every_document_is_counted(self, rows):
        """The numbers add up."""
        numbers = [int(word) for word in counts(rows).split() if word.isdecimal()]
        assert len(rows) == numbers[0] == sum(numbers[1:])

    def test_json_has_every_row(self, rows):
        """Days are text, and the standing is among the keys."""
        values = json.loads(json.dumps([row.as_json() for row in rows]))
        assert [(row.file, row.standing) for row in rows] == [
            (one["file"], one["standing"]) for one in values
        ]
        assert {"2025-09-01"} == {one["today"] for one in values}

    def test_the_workbook_has_every_row_and_no_formula(self, rows):
        """Names stay names."""
        made = openpyxl.load_workbook(io.BytesIO(sheet([self.BAD, *rows], today=TODAY)))["Audit"]
        assert len(rows) + 2 == made.max_row
        heads = [cell.value for cell in made[1]]
        bad = dict(zip(heads, [cell.value for cell in made[2]], strict=True))
        assert ("=1+1.docx", "+Plus School", "unknown") == (
            bad["File"],
            bad["School"],
            bad["Co-opted governors"],
        )
        assert "f" not in {cell.data_type for line in made.iter_rows() for cell in line}

    def test_each_verdict_of_the_workbook_has_its_colour(self, rows):
        """Verdicts that differ in what an officer has to do differ in colour, and nothing else has one."""
        made = openpyxl.load_workbook(io.BytesIO(sheet(rows, today=TODAY)))["Audit"]
        shades = {}
        for line in made.iter_rows(min_row=2):
            for cell in line:
                if cell.fill.fill_type:
                    shades.setdefault(cell.value, set()).add(cell.fill.fgColor.rgb)
        verdicts = (
            {row.verdict for row in rows}
            | {row.verdict_today for row in rows}
            | {row.standing for row in rows}
        )
        assert shades.keys() == verdicts - {None}
        assert all(len(own) == 1 for own in shades.values())
        assert shades["lawful"] != shades["unlawful"] != shades["cannot tell"] != shades["lawful"]

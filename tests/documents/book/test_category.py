"""The rule book of one kind of school: what is in force for it, all of it, and nothing else."""

import datetime

import docx
import pytest
from click.testing import CliRunner

import governance
from governance.cli.main import main
from governance.documents.book import Book
from governance.documents.book.category import category_file, document
from governance.documents.word.blocks import Signature, Table, plain
from governance.law.library import concerning, library
from governance.model.names import CATEGORIES

DAY = datetime.date(2026, 11, 28)
every_category = pytest.mark.parametrize("category", CATEGORIES)


def book(category, day=DAY):
    return document(Book(library(), day), category)


def rows(made):
    """Every row of every table, as words."""
    return [
        [plain(cell) for cell in row] for one in made.blocks if isinstance(one, Table) for row in one.rows
    ]


@every_category
class TestWhatItHolds:
    """The rules in force on the day that can apply to the kind of school."""

    def test_only_what_is_in_force(self, category):
        """Every rule in it is one that `governance law list` gives for the day and the category, or is borrowed by it."""
        allowed = {entry.rule.id for entry in concerning(library(), category, on=DAY)}
        borrowed = {
            rule.id for volume in library() for rule in volume.law.rules if rule.stage and DAY in rule.span
        }
        held = {first.partition("\n")[2] for first, *_ in rows(book(category)) if "\n" in first}
        footings = {one.id for volume in library() for p in volume.law.provisions for one in p.footings}
        assert held - footings <= (allowed | borrowed if category == "federation" else allowed)

    def test_nothing_is_left_out(self, category):
        """Left out of the list are only rules on people in seats that no lawful board of the kind has."""
        held = {first.partition("\n")[2] for first, *_ in rows(book(category)) if "\n" in first}
        for entry in concerning(library(), category, on=DAY):
            seats = entry.rule.where.get("seat", frozenset())
            assert entry.rule.id in held or (seats and seats <= {"foundation", "partnership", "sponsor"})

    def test_one_place_to_sign(self, category):
        """There is one block, at the end."""
        made = book(category)
        assert [made.blocks[-1]] == [one for one in made.blocks if isinstance(one, Signature)]


class TestKinds:
    """What a kind of school cannot have is not in its book."""

    @pytest.mark.parametrize(("category", "has"), [("community", False), ("voluntary aided", True)])
    def test_foundation_governors(self, category, has):
        """The rules on people in foundation seats are in the book of a voluntary aided school, not of a community school."""
        said = {cells[0].partition("\n")[2] for cells in rows(book(category))}
        assert has == ("C12-FND-BY" in said)

    def test_no_law_that_is_over(self):
        """The Regulations of 2007 are not in the book of a day after they ended."""
        assert not any("SI 2007/957 reg" in cell for cells in rows(book("community")) for cell in cells[:1])

    def test_before_the_law_that_is_encoded(self):
        """A day before the first Regulations is no day of a book."""
        with pytest.raises(governance.CannotTellError):
            book("community", datetime.date(1999, 1, 1))


def test_the_same_bytes():
    """The same law, day and category give the same file."""
    first, second = (category_file(Book(library(), DAY), "pupil referral unit") for _ in range(2))
    assert first == second


class TestCommand:
    """`governance law book --category`."""

    def test_a_word_file(self, tmp_path):
        """Either option names it, and nothing is overwritten unasked."""
        path = tmp_path / "book.docx"
        for option in ("-o", "--word"):
            asked = ["law", "book", "--category", "community", "--on", "2025-09-01", option, str(path)]
            assert f"Wrote {path}.\n" == CliRunner().invoke(main, asked).output
            assert "Rule book: community schools" == docx.Document(path).paragraphs[0].text
            assert 2 == CliRunner().invoke(main, asked).exit_code
            path.unlink()

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            (["--category", "community"], "Say where to write the book: -o FILE.docx."),
            (["--category", "community", "-o", "book"], "a Word document ends in .docx"),
            (["--category", "community", "-o", "a.docx", "--word", "b.docx"], "there is one Word file"),
            (["-o", "book", "--pdf"], "--pdf goes with --category"),
            ([], "Say where to write: -o DIR for the pages"),
        ],
    )
    def test_what_is_refused(self, options, said, tmp_path, monkeypatch):
        """With what to write instead."""
        monkeypatch.chdir(tmp_path)
        found = CliRunner().invoke(main, ["law", "book", "--on", "2025-09-01", *options])
        assert (2, True) == (found.exit_code, said in found.output)
        assert [] == list(tmp_path.iterdir())

    def test_a_day_whose_law_is_not_encoded(self, tmp_path):
        """The exit status is 3, and nothing is written."""
        asked = [
            "law",
            "book",
            "--category",
            "community",
            "--on",
            "1999-01-01",
            "-o",
            str(tmp_path / "a.docx"),
        ]
        assert 3 == CliRunner().invoke(main, asked).exit_code
        assert [] == list(tmp_path.iterdir())

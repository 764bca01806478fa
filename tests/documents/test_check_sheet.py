"""The check sheet: the findings as a record for the file."""

import datetime
import io
import zipfile
from pathlib import Path

import attrs
import docx
import pytest
from office import many_to_pdf
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader

import governance
from governance.documents.check_sheet import check_sheet
from governance.documents.word.blocks import Paragraph, Table, plain
from governance.law import book_for
from governance.model.fingerprint import fingerprint

EXAMPLES = Path(__file__).parents[2] / "examples"
RIFT_HOUSE = governance.load(EXAMPLES / "rift-house.toml")
TOO_SMALL = governance.load(EXAMPLES / "unlawful" / "too-small.toml")
EVERY = sorted(
    path for folder in (".", "unlawful", "doubtful") for path in (EXAMPLES / folder).glob("*.toml")
)


def sheet_of(proposal):
    return check_sheet(governance.check(proposal), proposal)


def tables(made):
    """The tables by their captions, each as its rows of words."""
    return {
        plain(block.caption): [tuple(map(plain, row)) for row in block.rows]
        for block in made.blocks
        if isinstance(block, Table)
    }


def paragraphs(made):
    return [plain(block.text) for block in made.blocks if isinstance(block, Paragraph)]


def test_it_says_the_verdict_the_day_the_law_and_the_rules_by_hash():
    """So that somebody else can make the same check."""
    book = book_for(RIFT_HOUSE, datetime.date(2018, 9, 18))
    said = dict(tables(sheet_of(RIFT_HOUSE))["The check"])
    assert "Lawful, on condition" == said["Verdict"]
    assert "18 September 2018" == said["Law as at"]
    assert (
        "The School Governance (Constitution) (England) Regulations 2012 (SI 2012/1034)"
        == said["Regulations"]
    )
    record = dict(tables(sheet_of(RIFT_HOUSE))["What was put to the check"])
    assert f"governance {governance.__version__}" in record["Rules, by hash"]
    assert all(f"{law.cite} {law.hash[:16]}" in record["Rules, by hash"] for law in (book.law, *book.beside))
    assert fingerprint(RIFT_HOUSE) == record["Its hash"]


def test_the_arithmetic_stands_beside_its_citation():
    """Twelve seats, of which seven is the least."""
    rows = tables(sheet_of(RIFT_HOUSE))["What is met"]
    assert ("At least seven governors", "12 seats; the least is 7.", "SI 2012/1034 reg 13(2)") in rows


def test_an_unlawful_one_has_its_breach_and_the_smallest_change():
    """Six seats."""
    made = sheet_of(TOO_SMALL)
    assert ("Unlawful",) == tuple(dict(tables(made)["The check"])["Verdict"].split("\n"))
    ((_, said, citation),) = tables(made)["What is wrong"]
    assert ("Not met: 6 seats; the least is 7.", "SI 2012/1034 reg 13(2)") == (said, citation)
    assert any(
        line.startswith("Smallest change: 3 parent governors instead of 2") for line in paragraphs(made)
    )


def test_what_cannot_be_told_is_asked_once():
    """Whether the school has a foundation decides several rules, and is one question."""
    four = dict.fromkeys(("local_authority", "staff", "head_teacher"), 1) | {"parent": 2}
    seats = four | {"foundation": 2, "co_opted": "unknown"}
    proposal = governance.parse({"school": {"category": "foundation"}, "seats": seats})
    made = check_sheet(governance.check(proposal, on="2025-09-01"), proposal)
    assert "Cannot be told" == dict(tables(made)["The check"])["Verdict"]
    asked = [
        line
        for line in paragraphs(made)
        if line.startswith("To be settled. Does the school have a foundation")
    ]
    assert 1 == len(asked)
    assert (
        "not settled how many co-opted governors" in dict(tables(made)["What was put to the check"])["Seats"]
    )


def test_what_was_put_to_the_check_is_recorded():
    """Seats now and proposed, terms, the days and who makes it."""
    said = dict(tables(sheet_of(RIFT_HOUSE))["What was put to the check"])
    assert "7 co-opted governors; total stated: 12" in said["Seats"]
    assert "5 co-opted governors; total stated: 10" in said["Seats now"]
    assert "parent governors 2 years" == said["Terms"]
    assert "Hartlepool Local Authority, 18 September 2018" == said["Made"]


def test_nothing_on_it_speaks_of_a_proposal_file():
    """Whoever reads it has no file in which to set a key."""
    aided = governance.load(EXAMPLES / "voluntary-aided.toml")
    three = attrs.evolve(
        aided.foundation, appointers=(attrs.evolve(aided.foundation.appointers[0], number=3),)
    )
    made = sheet_of(attrs.evolve(aided, foundation=three, approvals={}))
    cells = [cell for rows in tables(made).values() for row in rows for cell in row]
    said = "\n".join([*paragraphs(made), *cells])
    assert "Have the foundation governors approved it" in said
    assert "[" not in said
    assert "Set " not in said


def test_no_person_is_named():
    """The people of a proposal are not on the sheet."""
    proposal = governance.load(EXAMPLES / "people.toml")
    assert proposal.people
    assert "In post" not in dict(tables(sheet_of(proposal))["What was put to the check"])


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_every_rule_is_accounted_for(path):
    """Each finding's citation stands somewhere on the sheet, whatever the verdict; good practice only where it is not met."""
    proposal = governance.load(path)
    result = governance.check(proposal)
    made = check_sheet(result, proposal)
    said = "\n".join(
        [*paragraphs(made), *(cell for rows in tables(made).values() for row in rows for cell in row)]
    )
    book = book_for(proposal, result.on)
    cites = {law.id: law.cite for law in (book.law, *book.beside)}
    for finding in (one for one in result.findings if one.severity != "advice" or one.verdict != "met"):
        assert finding.citation.removeprefix(f"{cites[finding.instrument]} ") in said


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_every_sheet_is_a_valid_word_file(path, tmp_path):
    """openxml-audit finds nothing, no cell is empty, and the file's properties say what was checked."""
    proposal = governance.load(path)
    result = governance.check(proposal)
    data = governance.check_sheet(result, proposal)
    out = tmp_path / "out.docx"
    out.write_bytes(data)
    assert [] == list(OpenXmlValidator().validate(out).errors)
    document = docx.Document(io.BytesIO(data))
    assert all(cell.text.strip() for table in document.tables for row in table.rows for cell in row.cells)
    custom = zipfile.ZipFile(io.BytesIO(data)).read("docProps/custom.xml").decode()
    assert all(word in custom for word in (fingerprint(proposal), result.on.isoformat(), "Verdict"))


def test_every_sheet_is_a_page_or_two(tmp_path):
    """Whatever the school, and however much is wrong."""
    proposals = {str(path): governance.load(path) for path in EVERY}
    sheets = {name: governance.check_sheet(governance.check(one), one) for name, one in proposals.items()}
    pages = {name: len(PdfReader(path).pages) for name, path in many_to_pdf(sheets, tmp_path).items()}
    assert [] == [name for name, count in pages.items() if count > 2]


def test_the_same_check_is_the_same_bytes():
    """And the day of the file is that of the law."""
    result = governance.check(RIFT_HOUSE)
    assert governance.check_sheet(result, RIFT_HOUSE) == governance.check_sheet(result, RIFT_HOUSE)
    assert result.on == check_sheet(result, RIFT_HOUSE).created


def test_a_unit_has_members():
    """A pupil referral unit's seats are those of its committee's members."""
    unit = governance.load(EXAMPLES / "pupil-referral-unit.toml")
    assert "parent member" in dict(tables(sheet_of(unit))["What was put to the check"])["Seats"]


def test_a_file_name_that_cannot_be_printed_does_no_harm():
    """A document cannot hold such a character, and the sheet is written all the same."""
    odd = attrs.evolve(RIFT_HOUSE, source="a\x01b.toml")
    assert "a\ufffdb.toml" == dict(tables(sheet_of(odd))["What was put to the check"])["File"]
    assert governance.check_sheet(governance.check(odd), odd)


def test_a_school_without_a_name_has_a_gap():
    """Its name is asked for, and not left blank."""
    nameless = attrs.evolve(RIFT_HOUSE, school=attrs.evolve(RIFT_HOUSE.school, name=None))
    assert "Check sheet: [name of the school]" == sheet_of(nameless).title


def test_it_carries_what_to_know_of_the_record_of_the_law():
    """Of a pupil referral unit, that its Regulations are known as made; of a school on its own day, nothing."""
    unit = governance.load(EXAMPLES / "pupil-referral-unit.toml")
    assert any("has been read as it was made" in one for one in paragraphs(sheet_of(unit)))
    assert not any(one.startswith("Caution") for one in paragraphs(sheet_of(RIFT_HOUSE)))

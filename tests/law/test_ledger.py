"""Every paragraph of the law that the files list is accounted for, and the page of the docs says so."""

from pathlib import Path

import pytest

from governance.law.ledger import ACCOUNTS, ledger, markdown, totals
from governance.law.library import concerning, entries, file_hash, folders, library

ROOT = Path(__file__).parents[2]

INSTRUMENT = """
[instrument]
id = "{id}"
title = "{id}"
cite = "{id}"
from = 2012-09-01
provisions = {provisions}
"""
PROVISION = """
[provision]
instrument = "uksi/2000/1"
number = "regulation/1"
title = "Size"
paras = ["1(1)", "1(2)", "1(3)", "1(4)", "1(5)", "1(6)"]
compared = 2026-11-22
against = "nothing"

[[rule]]
id = "R"
para = "1(1)"
from = 2012-09-01
title = "Seven"
says = "Seven."
require = "total >= 7"
reading = "seven"

[[reading]]
id = "seven"
para = "1(2)"
doubt = "Seven?"
taken = "Yes."
other = "No."
stricter = "taken"

[[not_encoded]]
para = "1(1)"
why = "In part."

[[not_encoded]]
para = "1(3)"
why = "Not about boards."

[[footing]]
id = "F"
para = "1(5)"
from = 2012-09-01
says = "Within a week."
value = 1
unit = "weeks"

[[prospective]]
para = "1(6)"
passed = 2026-04-29
says = "Eight."
"""


@pytest.fixture
def small(tmp_path):
    """A library of two instruments, one of them two folders deep, with one paragraph left out."""
    for folder, name, provisions in (
        ("regulations", "uksi/2000/1", '["regulation/1"]'),
        ("acts/an-act", "ukpga/2001/2", "[]"),
    ):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "instrument.toml").write_text(INSTRUMENT.format(id=name, provisions=provisions))
    (tmp_path / "regulations" / "regulation-1.toml").write_text(PROVISION)
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "regulation-2.toml").write_text(PROVISION)
    return tmp_path


class TestLibrary:
    """The library is every folder that holds an instrument."""

    def test_any_depth(self, small):
        """A folder at any depth counts, and one without an instrument does not."""
        assert ("acts/an-act", "regulations") == folders(root=small)

    def test_order(self, small):
        """Acts come before Regulations."""
        assert ["ukpga/2001/2", "uksi/2000/1"] == [volume.law.id for volume in library(root=small)]

    def test_hash_of_file(self, small):
        """The hash of a file does not depend on how its lines end."""
        provision = library(root=small)[1].law.provisions[0]
        before = file_hash(provision, root=small)
        path = small / "regulations" / "regulation-1.toml"
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
        assert before == file_hash(provision, root=small)

    def test_rules_of_a_category(self):
        """A rule for voluntary aided schools concerns them, and no community school."""
        volumes = library()
        aided = {entry.rule.id for entry in concerning(volumes, "voluntary aided")}
        community = {entry.rule.id for entry in concerning(volumes, "community")}
        assert (True, False) == ("C12-VA-MAJ" in aided, "C12-VA-MAJ" in community)
        assert aided <= {entry.rule.id for entry in entries(volumes)}


class TestLedger:
    """Each paragraph is counted once, and a paragraph that nothing accounts for is a gap."""

    def test_accounts(self, small):
        """A rule comes before a reading, a reading before a reason; the rest is a gap."""
        (line,) = ledger(library(root=small))
        expected = (("1(1)", "rule"), ("1(2)", "reading"), ("1(3)", "not_encoded"), ("1(4)", "gap"))
        expected += (("1(5)", "footing"), ("1(6)", "prospective"))
        assert expected == line.paras

    def test_partly(self, small):
        """A paragraph that a rule states and that is also listed as not encoded is encoded in part."""
        (line,) = ledger(library(root=small))
        assert ("1(1)",) == line.partly

    def test_totals(self, small):
        """The accounts add up to the paragraphs."""
        expected = {"provisions": 1, "paragraphs": 6, **dict.fromkeys(ACCOUNTS, 1)}
        assert expected == totals(ledger(library(root=small)))

    def test_covered(self):
        """A file that accounts for several provisions counts as so many, and all that are listed are counted."""
        volumes = library()
        lines = ledger(volumes)
        (line,) = (line for line in lines if line.file == "rules/federations-2012/not-noted.toml")
        numbers = (25, 27, 28, 29, 32, 33, 40, 42, 43, 45)
        assert tuple(f"regulation/{number}" for number in numbers) == line.provisions
        assert sum(len(volume.law.listed) for volume in volumes) == totals(lines)["provisions"]

    @pytest.mark.parametrize(
        ("folder", "numbers"),
        [
            ("constitution-2012", {*range(1, 33), "16A", "24A"}),
            ("federations-2012", {*range(1, 47), "22A"}),
            ("constitution-2007", {*range(1, 34)}),
            ("pupil-referral-units-2007", {*range(1, 24)}),
        ],
    )
    def test_listed(self, folder, numbers):
        """The Regulations on boards are listed whole, as far as our notes reach."""
        (law,) = (volume.law for volume in library() if volume.folder == folder)
        assert {f"regulation/{number}" for number in numbers} <= set(law.listed)

    def test_no_gap(self):
        """Every paragraph that a file of `rules/` lists is accounted for."""
        gaps = [(line.file, line.of("gap")) for line in ledger(library()) if line.of("gap")]
        assert [] == gaps

    def test_docs_page(self):
        """The page of the docs is what `governance law coverage --markdown` prints."""
        volumes = library()
        expected = (ROOT / "docs" / "law-coverage.md").read_text(encoding="utf-8")
        assert expected == markdown(volumes, ledger(volumes))

"""A variation: what it replaces, the day from which it takes effect, and what changes."""

import io
import zipfile

import docx
import pytest
from instruments import KINDS, tables, topics, words

import governance
from governance.model.fingerprint import fingerprint

LEAD = "It varies and replaces the instrument of government"
ANNEX = "Annex: changes from the previous instrument"
every = pytest.mark.parametrize("kind", KINDS)


def varied(kind="community", **seats):
    """A proposal of a kind that replaces an instrument of before, and that says so."""
    data = tables(kind)
    data["instrument"]["replaces"] = "2007-06-01"
    data["current"] = {"seats": {**data["seats"], **seats}}
    return data


def said(data, **options):
    return words(governance.draft(governance.parse(data), **options))


def table(data):
    """The rows of the last table of a document; where somebody signs stands in one before it."""
    found = docx.Document(io.BytesIO(data)).tables[-1]
    return [tuple(cell.text for cell in row.cells) for row in found.rows]


class TestVariation:
    """Reg 30(8) and its counterparts: a varied instrument states the day on which the variation takes effect."""

    @every
    def test_states_both(self, kind):
        """It names the instrument that it replaces by its day, and the day from which it has effect."""
        data = varied(kind)
        day = "18 September 2018" if data["instrument"]["made_on"] == "2018-09-18" else "1 September 2008"
        sentence = f"{LEAD} made on 1 June 2007; the variation takes effect on {day}."
        assert sentence in said(data, anyway=True)

    @every
    def test_a_new_instrument_says_nothing_of_it(self, kind):
        """One that replaces nothing has no such sentence."""
        assert not any(LEAD in line for line in said(tables(kind)))

    @every
    def test_the_copy_is_consolidated(self, kind):
        """It has every clause that a new one has, in the same order."""
        old, new = (governance.parse(data) for data in (tables(kind), varied(kind)))
        assert topics(governance.draft(old)) == topics(governance.draft(new, anyway=True))

    def test_where_the_day_is_not_known(self):
        """Seats alone say that there is an instrument before this one, and not its day."""
        data = varied()
        del data["instrument"]["replaces"]
        assert (
            f"{LEAD} in force immediately before it; the variation takes effect on 18 September 2018."
            in said(data)
        )

    @pytest.mark.parametrize(
        ("kind", "citation"),
        [
            ("community", "SI 2012/1034 reg 30(8)"),
            ("federation, community", "SI 2012/1035 Sch 5, reg 30"),
            ("pupil referral unit", "SI 2007/2978 reg 7"),
            ("2007, community", "SI 2007/957 reg 32(8)"),
        ],
    )
    def test_the_day_is_asked_for(self, kind, citation):
        """Without it no variation is drafted, and the refusal says who asks for it."""
        data = varied(kind)
        day = governance.parse(data).instrument.effective_on
        del data["instrument"]["effective_on"]
        with pytest.raises(governance.DraftRefusedError) as refused:
            governance.draft(governance.parse(data), on=day)
        assert any(citation in reason for reason in refused.value.reasons)

    def test_the_approvals_are_those_of_a_variation(self):
        """A proposal that only names the instrument it replaces is a variation too: reg 30(4) and not 29(2)."""
        data = tables("voluntary aided, another faith")
        data["instrument"]["replaces"] = "2016-06-01"
        asked = governance.check(governance.parse(data)).awaiting("step")
        assert asked
        assert {"SI 2012/1034 reg 30(4)"} == {finding.citation for finding in asked}

    def test_it_cannot_replace_what_is_made_later(self):
        """The same day may be; a later one is a slip, which is named with its place."""
        data = tables("community")
        data["instrument"]["replaces"] = data["instrument"]["made_on"]
        assert governance.parse(data).varies
        data["instrument"]["replaces"] = "2018-09-19"
        with pytest.raises(
            governance.ProposalError, match=r"instrument\.replaces: 2018-09-19 is after 2018-09-18"
        ):
            governance.parse(data)


class TestAnnex:
    """What changes from the previous instrument, after the signatures and no part of the instrument."""

    def test_seats(self):
        """From the seats that it replaces: each that changes, and the total."""
        data = governance.draft(governance.parse(varied(co_opted=4, total=9)), changes=True)
        expected = [("Item", "Before", "After"), ("Co-opted governors", "4", "2"), ("Total", "9", "7")]
        assert expected == table(data)
        lines = words(data)
        start = lines.index(ANNEX)
        assert "This annex is for information and is not part of the instrument." == lines[start + 1]
        assert start > max(n for n, line in enumerate(lines) if line.startswith(("Signed", "Where this")))

    def test_everything_else(self):
        """From the proposal of the previous instrument: names, terms, days and what had not been stated."""
        new = tables("foundation, qualifying")
        new["terms"] = {"parent": "2 years"}
        old = tables("foundation, with a foundation")
        old["school"]["name"] = "Old Delta"
        old["instrument"] |= {"made_on": "2016-03-01", "effective_on": "2016-04-01"}
        data = governance.draft(governance.parse(new), changes_from=governance.parse(old))
        rows = {item: (before, after) for item, before, after in table(data)}
        expected = {
            "Item": ("Before", "After"),
            "Name of the school": ("Old Delta", "Delta"),
            "Foundation": (
                "a foundation; not a qualifying foundation school",
                "a foundation; a qualifying foundation school",
            ),
            "Made on": ("1 March 2016", "18 September 2018"),
            "In effect on": ("1 April 2016", "18 September 2018"),
            "Co-opted governors": ("2", "1"),
            "Foundation governors": ("5", "8"),
            "Total": ("12", "14"),
            "Term: parent governors": ("Not stated", "2 years"),
            "Appointers: the Delta Trust": ("5", "8"),
        }
        assert expected == rows

    def test_a_category_that_goes(self):
        """No seats are said in words."""
        rows = table(governance.draft(governance.parse(varied(co_opted=1, community=1)), changes=True))
        assert ("Community governors", "1", "None") in rows

    def test_nothing_changes(self):
        """That is said too."""
        lines = said(varied(), changes=True)
        assert "Nothing that the instrument states is changed." in lines

    def test_only_where_it_is_asked_for(self):
        """A variation has no annex by itself."""
        assert ANNEX not in said(varied(co_opted=4))

    def test_nothing_to_compare_with(self):
        """Asked of a proposal that replaces nothing, it is refused with what to write."""
        with pytest.raises(governance.DocumentError, match=r"Add \[current\.seats\]"):
            governance.draft(governance.parse(tables("community")), changes=True)


class TestProperties:
    """The file says what it was made from."""

    def test_custom_properties(self):
        """The hash of the proposal and of the rules, the Regulations and the day of the law."""
        proposal = governance.parse(varied())
        file = zipfile.ZipFile(io.BytesIO(governance.draft(proposal)))
        custom = file.read("docProps/custom.xml").decode()
        for word in ("Proposal hash", "Rules hash", "Law as at", fingerprint(proposal), "2018-09-18"):
            assert word in custom

"""The Acts beside the Regulations: the majority of voluntary aided schools, and majorities lost and gained."""

import datetime

import pytest
from boards import AIDED, DAY, KINDS, QUALIFYING, SMALLEST, WITH_FOUNDATION, ask, finding
from hypothesis import given
from hypothesis import strategies as st
from rulebooks import broken, days, days_of, examples, reaches, verdict

import governance
from governance.law.checks.majority import has_majority
from governance.law.library import library
from governance.law.regime import beside
from governance.law.store.loader import load_instrument
from governance.model import Seats

FOLDERS = tuple(
    volume.folder for volume in library() if volume.folder.startswith(("acts/", "guidance/", "procedures-"))
)
LAWS = tuple(load_instrument(folder) for folder in FOLDERS)
ALTERATIONS_FIRST = datetime.date(2014, 1, 28)
BEFORE_ALTERATIONS = datetime.date(2014, 1, 27)
FOUNDATION_SCHOOLS = (*WITH_FOUNDATION, *QUALIFYING)

laws = pytest.mark.parametrize("law", LAWS, ids=lambda law: law.id)
seats = st.integers(min_value=0, max_value=12)


def breached(result):
    """Every rule that is breached, of whatever instrument."""
    return {one.rule for one in result.findings if one.verdict == "breached"}


def change(before, after, *, category="foundation", has="qualifying", origin="established", on=DAY):
    """Ask about a board of so many foundation governors and others, which replaces another."""
    (was, others_were), (is_, others_are) = before, after
    proposal = governance.parse(
        {
            "school": {"category": category, "foundation": has}
            | ({"foundation_origin": origin} if origin else {}),
            "seats": {"foundation": is_, "parent": others_are},
            "current": {"seats": {"foundation": was, "parent": others_were}},
        }
    )
    return governance.check(proposal, on=on)


class TestExamples:
    """Every example in these folders is true, and every rule has one on each side."""

    @pytest.mark.parametrize(
        ("law", "example"),
        [pytest.param(law, example, id=name) for law in LAWS for name, example in examples(law)],
    )
    def test_breaks(self, law, example):
        """On each of its days an example breaks the rules it says, and no others of its instrument."""
        for day in days_of(law, example):
            assert example.breaks == broken(law, example.proposal, day), day

    @pytest.mark.parametrize(
        ("law", "rule"), [pytest.param(law, rule, id=rule.id) for law in LAWS for rule in law.rules]
    )
    def test_both_sides(self, law, rule):
        """An example breaks the rule, and an example that it reaches does not; what was not read is never broken."""
        reached = [
            example
            for _, example in examples(law)
            if any(reaches(rule, example.proposal, day) for day in days_of(law, example))
        ]
        worst = "breached" if getattr(rule.check, "read", True) else "unknown"
        assert {"met", worst} <= {verdict(rule, example.proposal, example.on) for example in reached}

    @laws
    def test_every_paragraph_is_accounted_for(self, law):
        """On every day each paragraph is stated by a rule, or listed as not encoded."""
        for provision in law.provisions:
            for day in days(law):
                told = {
                    entry.para for entry in (*provision.rules, *provision.not_encoded) if day in entry.span
                } | {ahead.para for ahead in provision.prospective}
                assert set() == set(provision.paras) - told, (provision.file, day)


class TestMajorityOfAidedSchools:
    """Foundation governors are the majority in a voluntary aided school (EA 2002 s 19(4))."""

    @given(foundation=seats, parent=seats)
    def test_more_than_half(self, foundation, parent):
        """The rule is met where foundation governors are more than all others, and else breached."""
        result = ask("voluntary aided", foundation=foundation, parent=parent)
        assert ("met" if foundation > parent else "breached") == finding(result, "EA-VA-MAJ").verdict

    def test_shown_beside_the_regulations(self):
        """A board without the majority is in breach of both, and the Act is cited."""
        result = ask("voluntary aided", foundation=5, parent=2, local_authority=1, staff=1, head_teacher=1)
        assert {"C12-VA-MAJ", "EA-VA-MAJ"} <= breached(result)
        assert "Education Act 2002 s 19(4)" == finding(result, "EA-VA-MAJ").citation
        assert "https://www.legislation.gov.uk/ukpga/2002/32/section/19" == finding(result, "EA-VA-MAJ").url

    @pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in AIDED])
    def test_no_other_school(self, kind):
        """It is asked of no other category."""
        assert "EA-VA-MAJ" not in {one.rule for one in ask(*kind, **SMALLEST[kind]).findings}


class TestMajorityLost:
    """An ordinary variation cannot end a foundation majority (EIA 2006 s 25)."""

    @given(was=seats, others_were=seats, is_=seats, others_are=seats)
    def test_only_where_there_was_one(self, was, others_were, is_, others_are):
        """It is breached exactly where foundation governors were more than half and would not be."""
        result = change((was, others_were), (is_, others_are))
        lost = was > others_were and is_ <= others_are
        assert ("breached" if lost else "met") == finding(result, "EIA-25").verdict

    def test_says_what_it_needs(self):
        """The finding names the procedure, and the change that would do without."""
        found = finding(change((6, 5), (5, 5)), "EIA-25")
        assert "6 of 11 seats" in found.because
        assert "published proposals under section 25" in found.because
        assert found.repairs[0].says.startswith("Keep the majority")
        assert "Education and Inspections Act 2006 s 25" == found.citation
        assert found.doubt is None

    @pytest.mark.parametrize(
        ("origin", "expected"),
        [("established", "breached"), ("acquired", "breached"), ("other", "met"), (None, "unknown")],
    )
    def test_how_it_came_by_its_foundation(self, origin, expected):
        """The section reaches a school that has its foundation by proposals; where nobody has said, it is a question."""
        result = change((6, 5), (5, 5), origin=origin)
        found = finding(result, "EIA-25")
        assert expected == found.verdict
        assert ("foundation_origin" in found.question) is (origin is None)
        assert "EIA-25" not in breached(change((6, 5), (6, 5), origin=origin))

    def test_no_foundation(self):
        """A school that has no foundation is outside the section."""
        result = change((6, 5), (5, 5), has="none", origin=None)
        assert "EIA-25" not in {one.rule for one in result.findings}

    @pytest.mark.parametrize("kind", FOUNDATION_SCHOOLS)
    def test_nothing_to_compare(self, kind):
        """Where the board that is replaced is not given, the rule is met, and says why unless the majority is kept."""
        found = finding(ask(*kind, **SMALLEST[kind]), "EIA-25")
        assert "met" == found.verdict
        if kind in WITH_FOUNDATION:
            assert "does not give the board it replaces" in found.because

    def test_unsettled_seats(self):
        """With seats not settled nobody can tell, unless they make no difference."""
        assert "unknown" == finding(change((6, 5), ("unknown", 5)), "EIA-25").verdict
        assert "unknown" == finding(change((6, 5), (6, "unknown")), "EIA-25").verdict
        assert "met" == finding(change((2, 5), ("unknown", 5)), "EIA-25").verdict

    def test_foundation_schools_only(self):
        """It is not asked of a voluntary school, whose majority other rules keep."""
        result = change((7, 5), (5, 5), category="voluntary aided", has=None)
        assert "EIA-25" not in {one.rule for one in result.findings}


class TestMajorityGained:
    """An ordinary variation cannot give a foundation majority (SI 2013/3110 reg 3(2)(c))."""

    @given(was=seats, others_were=seats, is_=seats, others_are=seats)
    def test_only_where_there_was_none(self, was, others_were, is_, others_are):
        """It is breached exactly where foundation governors were not more than half and would be."""
        result = change((was, others_were), (is_, others_are))
        gained = was <= others_were and is_ > others_are
        assert ("breached" if gained else "met") == finding(result, "ALT-REL").verdict

    def test_first_day(self):
        """It runs from 28 January 2014, and not on the day before."""
        assert "breached" == finding(change((5, 6), (6, 5), on=ALTERATIONS_FIRST), "ALT-REL").verdict
        before = change((5, 6), (6, 5), on=BEFORE_ALTERATIONS)
        assert "ALT-REL" not in {one.rule for one in before.findings}

    @given(was=seats, others_were=seats, is_=seats, others_are=seats)
    def test_never_both(self, was, others_were, is_, others_are):
        """No change both loses and gains the majority."""
        assert len({"EIA-25", "ALT-REL"} & breached(change((was, others_were), (is_, others_are)))) <= 1

    @given(foundation=seats, others=seats)
    def test_no_change_no_breach(self, foundation, others):
        """A board that stays as it is loses and gains nothing."""
        assert not {"EIA-25", "ALT-REL"} & breached(change((foundation, others), (foundation, others)))


class TestHasMajority:
    """A majority is more than half of the seats."""

    @given(foundation=seats, parent=seats, co_opted=seats)
    def test_unknown_seats_never_decide_wrongly(self, foundation, parent, co_opted):
        """What is said with a number not settled holds whatever the number is."""
        certain = has_majority(Seats(foundation=foundation, parent=parent, co_opted="unknown"))
        whole = has_majority(Seats(foundation=foundation, parent=parent, co_opted=co_opted))
        assert certain in (None, whole)


class TestBeside:
    """What stands beside the Regulations is put to a board, and disturbs nothing."""

    def test_rift_house(self):
        """Rift House stays lawful, on its one condition, with no advice against it."""
        result = governance.check(governance.load("examples/rift-house.toml"))
        assert result.lawful is True
        assert 1 == len(result.conditions)
        assert () == result.of("advice", "breached")

    @pytest.mark.parametrize("kind", KINDS)
    def test_smallest_boards_stay_lawful(self, kind):
        """A lawful board of every kind breaks none of these rules."""
        assert set() == breached(ask(*kind, **SMALLEST[kind]))

    def test_every_folder_with_a_rule_is_asked(self):
        """No folder beside the Regulations has a rule that nobody asks."""
        asked = {law.id for law in beside(DAY)}
        assert {law.id for law in LAWS if law.rules and DAY in law.span} == asked

    def test_first_days(self):
        """An instrument that is not in force on a day is not asked on it."""
        assert "uksi/2013/3110" not in {law.id for law in beside(BEFORE_ALTERATIONS)}
        assert "uksi/2013/3110" in {law.id for law in beside(ALTERATIONS_FIRST)}


def test_nothing_stands_before_what_inserted_it():
    """Subsections that the Education Act 2011 inserted are of no earlier day than the Regulations that go with them."""
    volume = next(one for one in library() if one.folder == "acts/education-act-2002")
    provision = next(one for one in volume.law.provisions if one.number == "section/19")
    for para in ("19(1A)", "19(4A)", "19(4B)"):
        earlier, later = (gap for gap in provision.not_encoded if gap.para == para)
        assert ("Education Act 2011 s 38", datetime.date(2012, 9, 1)) == (later.amended_by, later.span.since)
        assert (later.span.since, True) == (earlier.span.until, earlier.why.startswith("Inserted by"))

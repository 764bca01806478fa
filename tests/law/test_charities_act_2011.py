"""Sections 178 to 180 of the Charities Act 2011: who cannot be a governor where the governing body is a charity."""

import datetime

import pytest
from persons import of_person, rule_of, says

import governance
from governance.law.store.loader import load_instrument
from governance.model.names import SCHOOL_CATEGORIES
from governance.people.eligibility import eligible

D = datetime.date
LAW = load_instrument("acts/charities-act-2011")
GROUNDS = sorted({(rule.id, rule.check.fact) for rule in LAW.rules})
CHARITIES = ("foundation", "foundation special", "voluntary aided", "voluntary controlled")
WIDENED = D(2018, 8, 1)

grounds = pytest.mark.parametrize(("rule", "fact"), GROUNDS)


def in_federation(schools, **facts):
    """One co-opted governor of a federation of schools of these categories, or of schools not given."""
    data = {
        "school": {"category": "federation"},
        "schools": [{"category": category} for category in schools],
        "seats": {},
        "people": [
            {
                "key": "A",
                "category": "co_opted",
                "came_by": "appointment",
                "appointed_on": "2020-09-01",
                "facts": facts,
            }
        ],
    }
    (result,) = eligible(governance.parse(data), on=D(2020, 9, 15))
    return result


class TestGrounds:
    """Each ground bars by itself, and is asked about."""

    @grounds
    @pytest.mark.parametrize("school", CHARITIES)
    def test_each(self, rule, fact, school):
        """So: not eligible; not so: nothing against; not said: asked, by the name of the fact."""
        barred = of_person("foundation", school=school, **{fact: True})
        assert (False, "breached") == (barred.eligible, rule_of(barred, rule).verdict)
        assert "met" == says(rule, "foundation", school=school, **{fact: False})
        open_ = rule_of(of_person("foundation", school=school), rule)
        assert ("unknown", True) == (open_.verdict, fact in open_.question)

    @grounds
    def test_marked_as_an_inference(self, rule, fact):
        """That an exempt charity is caught is our inference, and the other view is told with its verdict."""
        doubt = rule_of(of_person("parent", school="voluntary aided", **{fact: True}), rule).doubt
        assert ("exempt-charity", "met") == (doubt.reading, doubt.verdict)
        assert "inference" in doubt.taken

    @grounds
    def test_waiver(self, rule, fact):
        """The Charity Commission may waive it; that it did not say so waives nothing."""
        for waived, expected in ((True, "met"), (False, "breached")):
            facts = {fact: True, "waived_by_charity_commission": waived}
            assert expected == says(rule, "foundation", school="voluntary aided", **facts)

    @grounds
    @pytest.mark.parametrize(
        ("day", "expected"), [(WIDENED - D.resolution, "unknown"), (WIDENED, "breached")]
    )
    def test_since(self, rule, fact, day, expected):
        """The grounds are those of 1 August 2018; what stood before is not in our notes, and nobody is said to be free."""
        given = {"on": day, "began": D(2017, 9, 1), "school": "voluntary aided"}
        assert expected == says(rule, "co_opted", **given, **{fact: True})
        assert "met" == says(rule, "co_opted", **given, **{fact: False})
        assert "unknown" == says(rule, "co_opted", **given)


class TestWhom:
    """It reaches the governors of a governing body that is a charity, and nobody else."""

    @pytest.mark.parametrize("school", sorted(set(SCHOOL_CATEGORIES) - set(CHARITIES)))
    def test_no_charity(self, school):
        """The governing body of a community or nursery school is none."""
        result = of_person("co_opted", school=school, undischarged_bankrupt=True)
        assert not any(one.rule.startswith("CA-") for one in result.findings)

    @pytest.mark.parametrize("office", ["head_teacher", "parent", "staff", "local_authority", "co_opted"])
    def test_every_governor(self, office):
        """Whatever the category, a governor is a trustee."""
        assert "breached" == says("CA-178-BANKRUPT", office, school="foundation", undischarged_bankrupt=True)

    def test_associate_member(self):
        """An associate member is not a governor, and so no trustee."""
        assert "silent" == says("CA-178-BANKRUPT", "associate member", school="foundation")

    @pytest.mark.parametrize(
        ("schools", "expected"),
        [
            (("community", "voluntary controlled"), "breached"),
            (("foundation special", "community special"), "breached"),
            (("community", "maintained nursery"), "met"),
            ((), "unknown"),
        ],
    )
    def test_federation(self, schools, expected):
        """A federation is a charity where one of its schools makes it one; without its schools nobody can tell."""
        found = rule_of(in_federation(schools, undischarged_bankrupt=True), "CA-178-BANKRUPT")
        assert expected == found.verdict

    def test_federation_asks(self):
        """Where it is not known who the schools are, it is asked which they are."""
        found = rule_of(in_federation((), undischarged_bankrupt=True), "CA-178-BANKRUPT")
        assert "[[schools]]" in found.question

"""Which Regulations govern a body on a day, at every boundary and the day before it."""

import datetime

import pytest

import governance
from governance.errors import CannotTellError
from governance.law import governing
from governance.law.library import change_days, concerning, library
from governance.law.store.loader import load_instrument
from governance.model.names import CATEGORIES

DAY = datetime.timedelta(1)
REFORM = datetime.date(2012, 9, 1)
END = datetime.date(2015, 9, 1)
FIRST_2007 = datetime.date(2007, 5, 25)
FIRST_UNITS = datetime.date(2007, 11, 13)
SCHOOLS = [{"category": "community"}, {"category": "community"}]


def law(category, day, *, effective=None, varied=None):
    """The instrument that governs; the days of the instrument and of a decision to vary it may be given."""
    instrument = {"effective_on": effective, "decided_to_vary_on": varied}
    data = {
        "school": {"category": category},
        "instrument": {key: value for key, value in instrument.items() if value},
        "seats": {},
    }
    if category == "federation":
        data["schools"] = SCHOOLS
    return governing(day, governance.parse(data)).id


class TestSchools:
    """SI 2007/957 from 25 May 2007; SI 2012/1034 from 1 September 2012 for new and varied instruments."""

    def test_first_day(self):
        """The day before 25 May 2007 is refused, and the refusal names the law and the first day."""
        assert "uksi/2007/957" == law("community", FIRST_2007)
        with pytest.raises(governance.CannotTellError, match=r"SI 2003/348.*2007-05-25"):
            law("community", FIRST_2007 - DAY)

    def test_older_instrument(self):
        """An instrument of before 25 May 2007 came under the Regulations of 2007 on that day."""
        assert "uksi/2007/957" == law("community", FIRST_2007, effective=datetime.date(2004, 1, 1))

    @pytest.mark.parametrize("category", ["community", "voluntary aided", "maintained nursery"])
    def test_new_instrument(self, category):
        """One that takes effect on 1 September 2012 is under SI 2012/1034; of the day before, it is not."""
        assert "uksi/2012/1034" == law(category, REFORM, effective=REFORM)
        assert "uksi/2007/957" == law(category, REFORM, effective=REFORM - DAY)
        assert "uksi/2007/957" == law(category, REFORM - DAY, effective=REFORM)
        assert "uksi/2007/957" == law(category, REFORM - DAY)
        assert "uksi/2012/1034" == law(category, REFORM)

    def test_end_of_the_saving(self):
        """An older instrument stayed under the Regulations of 2007 until 31 August 2015."""
        old = datetime.date(2010, 1, 1)
        assert "uksi/2007/957" == law("community", END - DAY, effective=old)
        assert "uksi/2012/1034" == law("community", END, effective=old)

    def test_decision_to_vary(self):
        """A decision to vary brings the Regulations of 2012 in from its day, whatever the shape of the instrument."""
        old, decided = datetime.date(2010, 1, 1), datetime.date(2013, 3, 1)
        assert "uksi/2007/957" == law("community", decided - DAY, effective=old, varied=decided)
        assert "uksi/2012/1034" == law("community", decided, effective=old, varied=decided)

    def test_decision_before_the_reform(self):
        """A decision of 1 September 2012 counts, and one of the day before does not."""
        old, day = datetime.date(2010, 1, 1), datetime.date(2013, 1, 1)
        assert "uksi/2012/1034" == law("community", day, effective=old, varied=REFORM)
        assert "uksi/2007/957" == law("community", day, effective=old, varied=REFORM - DAY)


class TestFederations:
    """SI 2012/1035 in the same way; SI 2007/960 and SI 2004/2042 before it are not encoded."""

    def test_new_instrument(self):
        """From 1 September 2012 for new instruments, and the day before is refused."""
        assert "uksi/2012/1035" == law("federation", REFORM)
        for day, effective in ((REFORM - DAY, None), (REFORM, REFORM - DAY), (END - DAY, REFORM - DAY)):
            with pytest.raises(governance.CannotTellError, match="SI 2007/960"):
                law("federation", day, effective=effective)

    def test_end_of_the_saving(self):
        """From 1 September 2015 for every federation."""
        assert "uksi/2012/1035" == law("federation", END, effective=datetime.date(2010, 1, 1))

    def test_decision_to_vary(self):
        """A decision to vary brings it in from its day."""
        old, decided = datetime.date(2010, 1, 1), datetime.date(2013, 3, 1)
        assert "uksi/2012/1035" == law("federation", decided, effective=old, varied=decided)
        with pytest.raises(governance.CannotTellError, match="SI 2007/960"):
            law("federation", decided - DAY, effective=old, varied=decided)

    def test_before(self):
        """Before 25 May 2007 it was still another law."""
        with pytest.raises(governance.CannotTellError, match="SI 2007/960"):
            law("federation", FIRST_2007)
        with pytest.raises(governance.CannotTellError, match="SI 2004/2042"):
            law("federation", FIRST_2007 - DAY)


class TestUnits:
    """SI 2007/2978 from 13 November 2007, and ever since."""

    def test_first_day(self):
        """The day before is refused."""
        assert "uksi/2007/2978" == law("pupil referral unit", FIRST_UNITS)
        with pytest.raises(governance.CannotTellError, match="SI 2007/2978"):
            law("pupil referral unit", FIRST_UNITS - DAY)

    def test_since(self):
        """The reform of 2012 and its end change nothing."""
        for day in (REFORM - DAY, REFORM, END - DAY, END):
            assert "uksi/2007/2978" == law("pupil referral unit", day, effective=FIRST_UNITS)


GOVERNING = ("constitution-2007", "constitution-2012", "federations-2012", "pupil-referral-units-2007")


class TestInForce:
    """Regulations are in force on the days on which they govern some body, and none of their rules on any other."""

    @pytest.mark.parametrize("folder", GOVERNING)
    def test_as_long_as_it_governs_a_body(self, folder):
        """On every day of change, and the day before and after, the dates of the law are those of the regime."""
        days = {near for day in change_days(library()) for near in (day - DAY, day, day + DAY)}
        found = load_instrument(folder)
        for day in days:
            governed = {
                law(category, day, effective=effective)
                for category in CATEGORIES
                for effective in (None, FIRST_2007)
                if not untold(category, day, effective)
            }
            assert (found.id in governed) is (day in found.span), day

    @pytest.mark.parametrize("volume", library(), ids=lambda volume: volume.folder)
    def test_nothing_outlives_its_instrument(self, volume):
        """Whatever stands in an instrument is in force on no day on which the instrument is not."""
        span = volume.law.span
        for provision in volume.law.provisions:
            entries = (*provision.rules, *provision.readings, *provision.footings, *provision.not_encoded)
            for one in entries:
                assert span.since <= one.span.since
                assert span.until is None or (one.span.until is not None and one.span.until <= span.until)

    @pytest.mark.parametrize("category", CATEGORIES)
    def test_no_revoked_rule_concerns_a_body(self, category):
        """On the last day of the saving a rule of 2007 concerns schools; on the day after none does."""
        for day, there in ((END - DAY, category not in ("federation", "pupil referral unit")), (END, False)):
            found = {entry.rule.instrument for entry in concerning(library(), category, on=day)}
            assert there is ("uksi/2007/957" in found)

    @pytest.mark.parametrize(
        ("category", "first"), [("federation", REFORM), ("pupil referral unit", FIRST_UNITS)]
    )
    def test_no_law_before_the_first_day(self, category, first):
        """On the day before any Regulations govern a body its law cannot be told."""
        assert list(concerning(library(), category, on=first))
        with pytest.raises(CannotTellError):
            list(concerning(library(), category, on=first - DAY))


def untold(category, day, effective):
    """Whether the law of a day is not encoded for a body."""
    try:
        law(category, day, effective=effective)
    except CannotTellError:
        return True
    return False

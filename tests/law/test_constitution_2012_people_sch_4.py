"""Schedule 4 to SI 2012/1034: who may not be, or go on being, a governor or associate member."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from persons import BEGAN, DAY, NOW, asked_by, of_person, rule_of, says

from governance.law.store.loader import load_instrument

D = datetime.date
EVERYBODY = (
    ("parent", "election"),
    ("staff", "election"),
    ("local_authority", "nomination"),
    ("co_opted", "appointment"),
    ("foundation", "ex officio"),
    ("foundation", "substitution"),
    ("partnership", "nomination"),
    ("head_teacher", "ex officio"),
    ("additional governor", "appointment"),
    ("associate member", "appointment"),
)
GOVERNORS = EVERYBODY[:-1]
STANDING = {
    "C12-DQ-SEQUESTRATION": "estate_sequestrated",
    "C12-DQ-BANKRUPTCY": "bankruptcy_restrictions",
    "C12-DQ-DIRECTOR": "director_disqualified",
    "C12-DQ-DIRECTOR-NI": "northern_ireland_director_disqualified",
    "C12-DQ-S429": "section_429_order",
    "C12-DQ-TRUSTEE": "removed_as_charity_trustee",
    "C12-DQ-TRUSTEE-SCOTLAND": "removed_from_scottish_charity",
    "C12-DQ-LIST": "on_children_act_list",
    "C12-DQ-S142": "section_142_direction",
    "C12-DQ-S128": "section_128_direction",
    "C12-DQ-BARRED": "barred_from_children",
    "C12-DQ-CHILDREN": "disqualified_from_working_with_children",
    "C12-DQ-WALES": "disqualified_in_wales",
    "C12-DQ-CHILDCARE": "childcare_disqualified",
    "C12-DQ-DBS": "refuses_criminal_record_request",
}
"""The grounds of paragraphs 10 to 13 and 15, which hold while they last, and the fact each asks for."""


def sentence(on, months, **more):
    """One sentence of so many months."""
    return {"on": on, "months": months, **more}


class TestParagraph1:
    """Para 1: a registered pupil cannot be a governor of the school, and can be an associate member."""

    @pytest.mark.parametrize("person", GOVERNORS)
    def test_pupil(self, person):
        """A pupil is disqualified from every governorship."""
        assert "breached" == says("C12-DQ-PUPIL", *person, registered_pupil=True)
        assert "met" == says("C12-DQ-PUPIL", *person, registered_pupil=False)

    def test_associate(self):
        """Paragraph 4 leaves paragraph 1 out for associate members."""
        assert "silent" == says("C12-DQ-PUPIL", "associate member", registered_pupil=True)


class TestParagraph2:
    """Para 2: nobody under 18 when elected or appointed."""

    @given(st.dates(D(2015, 1, 1), D(2030, 1, 1)), st.integers(-800, 800))
    def test_eighteenth_birthday(self, birthday, days):
        """From the eighteenth birthday on a person is old enough, and on no day before."""
        born = D(birthday.year - 18, birthday.month, birthday.day if birthday != D(2028, 2, 29) else 28)
        began = birthday + datetime.timedelta(days)
        at_age = D(born.year + 18, born.month, born.day)
        expected = "met" if began >= at_age else "breached"
        assert expected == says("C12-DQ-AGE", "parent", "election", on=began, began=began, born_on=born)

    def test_leap_day(self):
        """Born on 29 February, eighteen on 1 March of a year that has no such day."""
        born, march = D(2000, 2, 29), D(2018, 3, 1)
        verdicts = [
            says("C12-DQ-AGE", "parent", "election", on=day, began=day, born_on=born)
            for day in (march - DAY, march)
        ]
        assert ["breached", "met"] == verdicts

    @pytest.mark.parametrize(("age", "expected"), [(17, "breached"), (18, "met"), (19, "met")])
    def test_age(self, age, expected):
        """The age itself will do."""
        assert expected == says("C12-DQ-AGE", "co_opted", age_at_appointment=age)

    def test_unknown(self):
        """Without either fact, or without the day, there is a question."""
        assert "unknown" == says("C12-DQ-AGE", "co_opted")
        assert "unknown" == says("C12-DQ-AGE", "co_opted", began=None, born_on=D(2000, 1, 1))

    @pytest.mark.parametrize("person", [("head_teacher", "ex officio"), ("associate member", "appointment")])
    def test_not_for(self, person):
        """Who is neither elected nor appointed governor is not asked for an age."""
        assert "silent" == says("C12-DQ-AGE", *person, age_at_appointment=17)


class TestParagraph3:
    """Para 3: one governorship of a school at a time."""

    @pytest.mark.parametrize(("number", "expected"), [(1, "met"), (2, "breached")])
    def test_number(self, number, expected):
        """Two are one too many."""
        assert expected == says("C12-DQ-ONE-OFFICE", "parent", "election", governorships_at_school=number)


class TestParagraph4:
    """Para 4: the disqualifications are for associate members too, but for paragraphs 1 and 2."""

    @pytest.mark.parametrize(("rule", "fact"), STANDING.items())
    @pytest.mark.parametrize("person", EVERYBODY)
    def test_everybody(self, person, rule, fact):
        """Each ground of paragraphs 10 to 13 and 15 bars everybody while it lasts, and asks where nobody says."""
        verdicts = [says(rule, *person, **{fact: True}), says(rule, *person, **{fact: False})]
        assert ["breached", "met", "unknown"] == [*verdicts, says(rule, *person)]

    @pytest.mark.parametrize("person", EVERYBODY)
    def test_convictions(self, person):
        """So do the convictions of paragraph 14."""
        sentences = [sentence(BEGAN - DAY, 60)]
        for rule in ("C12-DQ-CONV-5", "C12-DQ-CONV-20", "C12-DQ-CONV-EVER"):
            assert "breached" == says(rule, *person, sentences=sentences)


class TestParagraph5:
    """Para 5: no elected member of the authority, and nobody paid for over 500 hours, is made parent governor."""

    @pytest.mark.parametrize(("hours", "expected"), [(499, "met"), (500, "met"), (501, "breached")])
    def test_hours(self, hours, expected):
        """Five hundred hours are allowed, and an hour more is not."""
        assert expected == says("C12-DQ-500H", "parent", "appointment", paid_hours_at_school=hours)

    @given(st.integers(0, 8784))
    def test_every_number_of_hours(self, hours):
        """The limit is the only one there is."""
        expected = "met" if hours <= 500 else "breached"
        assert expected == says("C12-DQ-500H", "parent", "election", paid_hours_at_school=hours)

    def test_councillor(self):
        """An elected member of the authority cannot be parent governor, and can be co-opted."""
        assert "breached" == says(
            "C12-DQ-PARENT-COUNCILLOR", "parent", "election", elected_member_of_local_authority=True
        )
        assert "silent" == says(
            "C12-DQ-PARENT-COUNCILLOR", "co_opted", elected_member_of_local_authority=True
        )

    @pytest.mark.parametrize("fact", ["parent_of_pupil", "paid_hours_at_school"])
    def test_only_at_entry(self, fact):
        """5(2): a child's leaving ends nothing, for no rule on holding office asks about it, nor about hours."""
        asking = [rule for rule in load_instrument("constitution-2012").rules if fact in asked_by(rule)]
        assert {"entry"} == {rule.stage for rule in asking}


class TestParagraph6:
    """Para 6: who could be staff governor cannot be appointed local authority governor."""

    def test_employed(self):
        """Employment at the school bars, and its want does not."""
        assert "breached" == says("C12-DQ-LA-STAFF", "local_authority", "nomination", employed_at_school=True)
        assert "met" == says("C12-DQ-LA-STAFF", "local_authority", "nomination", employed_at_school=False)


class TestParagraph7:
    """Para 7: four kinds of person who cannot be partnership governors, and one exception."""

    @pytest.mark.parametrize(
        ("rule", "fact"),
        [
            ("C12-DQ-PART-PARENT", "parent_of_pupil"),
            ("C12-DQ-PART-STAFF", "employed_at_school"),
            ("C12-DQ-PART-COUNCILLOR", "elected_member_of_local_authority"),
        ],
    )
    def test_kinds(self, rule, fact):
        """Parents of pupils, staff and councillors are barred."""
        assert "breached" == says(rule, "partnership", "nomination", **{fact: True})
        assert "met" == says(rule, "partnership", "nomination", **{fact: False})

    @pytest.mark.parametrize(("wholly", "expected"), [(True, "met"), (False, "breached"), (None, "unknown")])
    def test_exception(self, wholly, expected):
        """An employee of the authority who works wholly at schools is not barred."""
        facts = {} if wholly is None else {"works_wholly_at_schools": wholly}
        verdict = says(
            "C12-DQ-PART-LA-STAFF",
            "partnership",
            "nomination",
            employed_by_local_authority_in_education=True,
            **facts,
        )
        assert expected == verdict


class TestParagraph8:
    """Para 8: a staff governor who ceases to work at the school loses the office."""

    def test_left(self):
        """Only staff governors do."""
        assert "breached" == says("C12-DQ-STAFF-LEFT", "staff", "election", ceased_to_work_at_school=True)
        assert "silent" == says("C12-DQ-STAFF-LEFT", "co_opted", ceased_to_work_at_school=True)


class TestParagraph9:
    """Para 9: six months' absence without consent disqualifies, and bars for twelve months from re-entry."""

    @pytest.mark.parametrize(
        ("on", "expected"),
        [(D(2021, 3, 9), "met"), (D(2021, 3, 10), "breached"), (D(2021, 3, 11), "breached")],
    )
    def test_six_months(self, on, expected):
        """Absent since 10 September, disqualified on 10 March."""
        assert expected == says("C12-DQ-ATTEND", "co_opted", on=on, absent_since=D(2020, 9, 10))

    def test_doubt_of_a_day(self):
        """The other way of counting matters on one day, and is shown on that day only."""
        doubts = [
            rule_of(of_person("co_opted", on=on, absent_since=D(2020, 9, 10)), "C12-DQ-ATTEND").doubt
            for on in (D(2021, 3, 9), D(2021, 3, 10), D(2021, 3, 11))
        ]
        assert [None, "six-months", None] == [doubt and doubt.reading for doubt in doubts]
        assert doubts[1] is not None
        assert "met" == doubts[1].verdict

    @given(st.dates(D(2020, 9, 1), D(2024, 1, 1)))
    def test_one_change(self, since):
        """Whenever the absence began, the person is caught after 181 to 184 days, and from then on."""
        caught = [
            says(
                "C12-DQ-ATTEND", "staff", "election", on=since + datetime.timedelta(days), absent_since=since
            )
            for days in (180, 184, 400)
        ]
        assert ["met", "breached", "breached"] == caught

    def test_by_office(self):
        """Governors by virtue of office are left out; nobody absent is met."""
        assert "silent" == says("C12-DQ-ATTEND", "head_teacher", "ex officio", absent_since=D(2020, 1, 1))
        assert "silent" == says("C12-DQ-ATTEND", "foundation", "ex officio", absent_since=D(2020, 1, 1))
        assert "met" == says("C12-DQ-ATTEND", "co_opted", absent_since=False)

    @pytest.mark.parametrize(
        ("began", "expected"),
        [
            (D(2020, 3, 1), "breached"),
            (D(2021, 2, 28), "breached"),
            (D(2021, 3, 1), "met"),
            (D(2021, 3, 2), "met"),
        ],
    )
    def test_twelve_months(self, began, expected):
        """Disqualified on 1 March, barred to the end of February of the next year."""
        verdict = says(
            "C12-DQ-ATTEND-BAR",
            "parent",
            "election",
            on=began,
            began=began,
            disqualified_for_absence_on=D(2020, 3, 1),
        )
        assert expected == verdict

    def test_disqualified_since(self):
        """A disqualification after the appointment does not undo the appointment: it is another rule's matter."""
        assert "met" == says(
            "C12-DQ-ATTEND-BAR", "co_opted", on=D(2021, 9, 1), disqualified_for_absence_on=D(2021, 4, 1)
        )


class TestParagraph12A:
    """Para 12A: removed as an elected governor, barred until the day after the fifth anniversary."""

    @given(st.dates(D(2017, 9, 1), D(2030, 1, 1)))
    def test_anniversary(self, removed):
        """Barred on the anniversary, and free on the day after."""
        leap = removed.month == 2 and removed.day == 29
        anniversary = D(removed.year + 5, 3, 1) if leap else removed.replace(year=removed.year + 5)
        verdicts = [
            says(
                "C12-DQ-REMOVED",
                "co_opted",
                on=day,
                began=removed,
                removed_as_elected_governor_on=removed,
            )
            for day in (removed, anniversary - DAY, anniversary, anniversary + DAY)
        ]
        assert ["breached", "breached", "breached", "met"] == verdicts

    @pytest.mark.parametrize("office", ["parent", "staff", "foundation", "associate member"])
    def test_every_office(self, office):
        """Para 4: it bars from associate membership, too, and from every category of governor."""
        facts = {"removed_as_elected_governor_on": D(2019, 6, 1)}
        found = rule_of(of_person(office, None, **facts), "C12-DQ-REMOVED")
        assert "breached" == found.verdict
        assert "associate member of any maintained school in England" in found.says

    def test_since_2017(self):
        """The bar began on 1 May 2017."""
        facts = {"began": D(2016, 1, 1), "removed_as_elected_governor_on": D(2016, 6, 1)}
        assert "silent" == says("C12-DQ-REMOVED", "co_opted", on=D(2017, 4, 30), **facts)
        assert "breached" == says("C12-DQ-REMOVED", "co_opted", on=D(2017, 5, 1), **facts)


class TestParagraph13:
    """Para 13: lists and directions; that under section 128 counts since 1 September 2014."""

    @pytest.mark.parametrize(
        ("on", "expected"), [(D(2014, 8, 31), "silent"), (D(2014, 9, 1), "breached"), (NOW, "breached")]
    )
    def test_section_128(self, on, expected):
        """The day before, it was no ground."""
        began = D(2014, 1, 1)
        assert expected == says("C12-DQ-S128", "co_opted", on=on, began=began, section_128_direction=True)

    @pytest.mark.parametrize(("on", "doubtful"), [(D(2015, 8, 31), True), (D(2015, 9, 1), False)])
    def test_commencement(self, on, doubtful):
        """In the year between the two dates that are given for it, the other date is named."""
        result = of_person("co_opted", on=on, began=D(2014, 1, 1), section_128_direction=True)
        assert doubtful is (rule_of(result, "C12-DQ-S128").doubt is not None)


class TestParagraph14:
    """Para 14: three periods for three lengths of imprisonment, and fines for nuisance."""

    @pytest.mark.parametrize(
        ("rule", "months", "years"), [("C12-DQ-CONV-5", 3, 5), ("C12-DQ-CONV-20", 30, 20)]
    )
    def test_periods(self, rule, months, years):
        """The period begins on the day of the same number so many years before, and not a day earlier."""
        first = BEGAN.replace(year=BEGAN.year - years)
        verdicts = [
            says(rule, "co_opted", sentences=[sentence(day, months)])
            for day in (first - DAY, first, first + DAY, BEGAN - DAY)
        ]
        assert ["met", "breached", "breached", "breached"] == verdicts

    @given(st.integers(1, 120), st.dates(D(1970, 1, 1), NOW))
    def test_lengths_and_days(self, months, on):
        """Each sub-paragraph looks at the length and the day as its words say, for every sentence."""
        found = of_person("co_opted", sentences=[sentence(on, months)])
        told = {name: rule_of(found, f"C12-DQ-CONV-{name}").verdict for name in ("5", "20", "EVER")}
        expected = {
            "5": months >= 3 and on >= BEGAN.replace(year=2015),
            "20": months >= 30 and BEGAN.replace(year=2000) <= on < BEGAN,
            "EVER": months >= 60,
        }
        assert {name: "breached" if bars else "met" for name, bars in expected.items()} == told

    @pytest.mark.parametrize(("rule", "expected"), [("C12-DQ-CONV-5", "breached"), ("C12-DQ-CONV-20", "met")])
    def test_since(self, rule, expected):
        """Only sub-paragraph (2) speaks of convictions since the appointment."""
        assert expected == says(rule, "co_opted", on=D(2021, 6, 1), sentences=[sentence(D(2021, 1, 1), 30)])

    def test_not_yet(self):
        """A conviction after the day asked about has not happened."""
        assert "met" == says("C12-DQ-CONV-5", "co_opted", sentences=[sentence(NOW + DAY, 30)])

    def test_suspended(self):
        """A suspended sentence counts like any other."""
        sentences = [sentence(BEGAN - DAY, 3, suspended=True)]
        assert "breached" == says("C12-DQ-CONV-5", "co_opted", sentences=sentences)

    @pytest.mark.parametrize(
        ("rule", "months", "expected"),
        [
            ("C12-DQ-CONV-5", 3, "met"),
            ("C12-DQ-CONV-20", 30, "breached"),
            ("C12-DQ-CONV-EVER", 60, "breached"),
        ],
    )
    def test_option_of_a_fine(self, rule, months, expected):
        """The option of a fine spares under sub-paragraph (2) only."""
        sentences = [sentence(BEGAN - DAY, months, fine_option=True)]
        assert expected == says(rule, "co_opted", sentences=sentences)

    @pytest.mark.parametrize("rule", ["C12-DQ-CONV-5", "C12-DQ-CONV-20", "C12-DQ-CONV-EVER"])
    def test_abroad(self, rule):
        """14(5): a conviction abroad for what is no offence here is left aside."""
        assert "met" == says(rule, "co_opted", sentences=[sentence(BEGAN - DAY, 60, no_offence_in_uk=True)])

    @pytest.mark.parametrize(
        ("days", "expected"), [(88, "met"), (89, "unknown"), (91, "unknown"), (92, "breached")]
    )
    def test_in_days(self, days, expected):
        """Three months have 89 to 92 days, so that a sentence of 91 days leaves the question open."""
        verdict = says("C12-DQ-CONV-5", "co_opted", sentences=[{"on": BEGAN - DAY, "days": days}])
        assert expected == verdict

    def test_without_the_day(self):
        """Whether a sentence is in time cannot be told without the day on which the office begins."""
        sentences = [sentence(D(2010, 1, 1), 30)]
        assert "unknown" == says("C12-DQ-CONV-5", "co_opted", began=None, sentences=sentences)
        assert "met" == says("C12-DQ-CONV-EVER", "co_opted", began=None, sentences=sentences)

    @pytest.mark.parametrize(
        ("fined", "expected"),
        [
            (D(2015, 8, 31), "met"),
            (D(2015, 9, 1), "breached"),
            (D(2015, 9, 2), "breached"),
            (NOW, "breached"),
            (NOW + DAY, "met"),
        ],
    )
    def test_nuisance(self, fined, expected):
        """14(6): a fine in the five years before the office, or since."""
        assert expected == says("C12-DQ-NUISANCE", "co_opted", nuisance_fines=[fined])

    def test_several(self):
        """One of several that counts is enough, and none is none."""
        fines = [D(2001, 1, 1), D(2019, 1, 1)]
        assert "breached" == says("C12-DQ-NUISANCE", "co_opted", nuisance_fines=fines)
        assert "met" == says("C12-DQ-NUISANCE", "co_opted", nuisance_fines=[])
        assert "met" == says("C12-DQ-CONV-5", "co_opted", sentences=[])

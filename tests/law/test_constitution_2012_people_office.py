"""Regulations 16, 16A, 18 and 25 of SI 2012/1034 as they bear on one person in office."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from persons import BEGAN, DAY, NOW, SCHOOLS, of_person, rule_of, says

import governance
from governance.law.checks.calendar import after
from governance.people.eligibility import eligible

D = datetime.date
LEFT = {"fixed_by_appointer": ["parent", "staff", "local_authority", "co_opted", "foundation", "partnership"]}
DAYS = st.dates(D(2016, 4, 1), D(2030, 1, 1))


class TestRegulation16:
    """Reg 16: notice of an appointment or nomination; its want does not undo the appointment."""

    def test_note(self):
        """It is a duty of whoever appoints, and a note."""
        finding = rule_of(of_person("co_opted", notice_given=False), "C12-NOTICE")
        assert ("breached", "note") == (finding.verdict, finding.severity)

    @pytest.mark.parametrize(
        ("category", "came_by"), [("parent", "election"), ("head_teacher", "ex officio")]
    )
    def test_not_for(self, category, came_by):
        """Nobody appoints an elected governor or the head teacher."""
        assert "silent" == says("C12-NOTICE", category, came_by, notice_given=False)


class TestRegulation16A:
    """Reg 16A: the governing body applies for a certificate by 1 September 2016, or within 21 days."""

    @pytest.mark.parametrize(
        ("applied", "expected"),
        [(D(2016, 8, 31), "met"), (D(2016, 9, 1), "met"), (D(2016, 9, 2), "breached")],
    )
    def test_in_office_before(self, applied, expected):
        """(1): those in office before 1 April 2016."""
        facts = {"on": D(2017, 1, 1), "began": D(2016, 3, 31), "certificate_applied_on": applied}
        assert expected == says("C12-DBS-1", "co_opted", **facts)
        assert "met" == says("C12-DBS-2", "co_opted", **facts)

    @given(DAYS, st.integers(0, 60))
    def test_within_21_days(self, began, days):
        """(2): those since, within 21 days, whenever they began."""
        applied = began + datetime.timedelta(days)
        facts = {"on": began + 90 * DAY, "began": began, "certificate_applied_on": applied}
        assert ("met" if days <= 21 else "breached") == says("C12-DBS-2", "co_opted", **facts)
        assert "met" == says("C12-DBS-1", "co_opted", **facts)

    @pytest.mark.parametrize(
        ("on", "expected"), [(BEGAN + 21 * DAY, "unknown"), (BEGAN + 22 * DAY, "breached")]
    )
    def test_not_yet(self, on, expected):
        """What is not yet due is still to be done; what is overdue is a breach of the duty."""
        assert expected == says("C12-DBS-2", "co_opted", on=on, certificate_applied_on=False)

    def test_certificate(self):
        """Where there is a certificate nothing need be applied for."""
        facts = {"on": D(2021, 1, 1), "has_enhanced_certificate": True, "certificate_applied_on": False}
        assert "met" == says("C12-DBS-2", "co_opted", **facts)

    def test_disqualifies_nobody(self):
        """A late application is a note: it makes nobody ineligible."""
        late = of_person("co_opted", on=D(2021, 1, 1), certificate_applied_on=D(2020, 12, 31))
        assert ("breached", "note") == (
            rule_of(late, "C12-DBS-2").verdict,
            rule_of(late, "C12-DBS-2").severity,
        )
        assert False is not late.eligible

    @pytest.mark.parametrize(("on", "expected"), [(D(2016, 3, 17), "silent"), (D(2016, 3, 18), "unknown")])
    def test_since(self, on, expected):
        """The regulation began on 18 March 2016."""
        verdict = says("C12-DBS-1", "co_opted", on=on, began=D(2015, 1, 1), certificate_applied_on=False)
        assert expected == verdict


class TestRegulation18Paragraph1:
    """18(1): four years, or the shorter term that is set, and then the office is over."""

    @given(DAYS, st.integers(12, 48))
    def test_last_day(self, began, months):
        """In office on the day before the term is complete, and not on the day itself."""
        end = after(began, months)
        terms = {"co_opted": f"{months} months"}
        verdicts = [
            says("C12-TERM-OVER", "co_opted", on=day, began=began, terms=terms)
            for day in (end - DAY, end, end + DAY)
        ]
        assert ["met", "breached", "breached"] == verdicts

    def test_doubt_of_the_last_day(self):
        """On the anniversary, and on no other day, the other view would leave the governor in office."""
        doubts = [
            rule_of(of_person("co_opted", on=day), "C12-TERM-OVER").doubt
            for day in (D(2024, 8, 31), D(2024, 9, 1), D(2024, 9, 2))
        ]
        assert [None, "last-day", None] == [doubt and doubt.reading for doubt in doubts]

    @pytest.mark.parametrize(
        ("terms", "own", "on", "expected"),
        [
            ({}, None, D(2024, 8, 31), "met"),
            ({"all": "3 years"}, None, D(2023, 8, 31), "met"),
            ({"all": "3 years"}, None, D(2023, 9, 1), "breached"),
            ({"all": "3 years", "co_opted": "2 years"}, None, D(2022, 9, 1), "breached"),
            (LEFT, "1 year", D(2021, 9, 1), "breached"),
            ({}, "9 years", D(2024, 9, 1), "breached"),
        ],
    )
    def test_which_term(self, terms, own, on, expected):
        """The person's own term comes first, then the category's, then that of all; never more than four years."""
        facts = {"term": own} if own else {}
        assert expected == says("C12-TERM-OVER", "co_opted", on=on, terms=terms, **facts)

    @pytest.mark.parametrize("category", ["head_teacher", "foundation"])
    def test_ex_officio(self, category):
        """18(2): the head teacher and ex officio governors serve as long as they hold the post."""
        for left, expected in ((False, "met"), (True, "breached")):
            result = says("C12-TERM-POST", category, "ex officio", on=D(2039, 1, 1), left_the_post=left)
            assert expected == result
        assert "silent" == says("C12-TERM-OVER", category, "ex officio", on=D(2039, 1, 1))


def parent_of_2017(on, *, since="2018-09-18", terms=None, earlier=(), federation=False, **person):
    """A parent governor elected on 1 September 2017, of a school whose instrument is of a later day."""
    kind = {"school": {"category": "federation"}, "schools": SCHOOLS} if federation else COMMUNITY
    data = {
        **kind,
        "seats": {"parent": 2},
        "instrument": {"effective_on": since},
        "terms": {"parent": "2 years"} if terms is None else terms,
        "earlier": list(earlier),
        "people": [
            {
                "key": "A",
                "category": "parent",
                "came_by": "election",
                "appointed_on": "2017-09-01",
                **person,
            }
        ],
    }
    (result,) = eligible(governance.parse(data), on=on)
    return result


COMMUNITY = {"school": {"category": "community"}}
FOUR = {"effective_on": "2012-09-18"}
TWO = {"effective_on": "2015-09-18", "terms": {"parent": "2 years"}}
LATER = D(2019, 12, 1)


@pytest.mark.parametrize("federation", [False, True])
class TestTermIsSetWhenChosen:
    """18(1): the instrument in force on the day of election or appointment gives the term, and no later one."""

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ({}, "unknown"),
            ({"terms": {}}, "unknown"),
            ({"terms": {"parent": "4 years"}}, "unknown"),
            ({"term": "4 years"}, "met"),
            ({"facts": {"term": "4 years"}}, "met"),
            ({"term": "2 years"}, "breached"),
            ({"earlier": [FOUR]}, "met"),
            ({"earlier": [TWO]}, "breached"),
            ({"earlier": [TWO], "terms": {}}, "breached"),
            ({"earlier": [FOUR, TWO]}, "breached"),
            ({"earlier": [TWO, FOUR]}, "breached"),
            ({"earlier": [{**TWO, "effective_on": "2017-09-02"}]}, "unknown"),
            ({"earlier": [{**TWO, "effective_on": "2017-09-01"}]}, "breached"),
            ({"earlier": [TWO], "term": "3 years"}, "met"),
            ({"earlier": [{**FOUR, "terms": LEFT}]}, "unknown"),
            ({"since": "2017-09-01"}, "breached"),
            ({"since": "2017-09-02"}, "unknown"),
        ],
    )
    def test_which(self, given, expected, federation):
        """Two years and three months after the election."""
        found = rule_of(parent_of_2017(LATER, federation=federation, **given), "C12-TERM-OVER")
        assert expected == found.verdict
        if expected == "unknown":
            assert "Which term was set" in found.question

    @pytest.mark.parametrize(("on", "expected"), [(D(2021, 8, 31), "unknown"), (D(2021, 9, 1), "breached")])
    def test_no_longer_term_can_have_been_set(self, on, expected, federation):
        """Whichever term was set, it was of four years at most."""
        assert expected == rule_of(parent_of_2017(on, federation=federation), "C12-TERM-OVER").verdict

    @pytest.mark.parametrize(
        ("on", "expected"), [(D(2019, 8, 31), None), (D(2019, 9, 1), "breached"), (D(2021, 9, 1), None)]
    )
    def test_other_view(self, on, expected, federation):
        """On the other view the shorter term of the new instrument ends the office; it is told while that matters."""
        doubt = rule_of(parent_of_2017(on, earlier=[FOUR], federation=federation), "C12-TERM-RUNNING").doubt
        assert expected == (doubt and doubt.verdict)
        assert doubt is None or doubt.reading == "running-term"

    @given(
        began=st.dates(D(2012, 9, 1), D(2026, 1, 1)),
        wait=st.integers(0, 1500),
        since=st.lists(st.dates(D(2012, 9, 1), D(2026, 1, 1)), min_size=1, max_size=4, unique=True),
        months=st.lists(st.integers(12, 48), min_size=4, max_size=4),
    )
    def test_every_history(self, began, wait, since, months, federation):
        """However many instruments there were, the one in force on the day of the election gives the term."""
        on, days = began + wait * DAY, sorted(since)
        *before, last = [
            {"effective_on": day, "terms": {"parent": f"{number} months"}}
            for day, number in zip(days, months, strict=False)
        ]
        given = {
            "since": last["effective_on"],
            "terms": last["terms"],
            "earlier": before,
            "federation": federation,
        }
        known = [number for day, number in zip(days, months, strict=False) if day <= began]
        over = on >= after(began, known[-1] if known else 48)
        expected = "breached" if over else "met" if known else "unknown"
        result = parent_of_2017(on, appointed_on=began, **given)
        assert expected == rule_of(result, "C12-TERM-OVER").verdict

    def test_not_extended(self, federation):
        """A longer term in the new instrument is for those chosen from then on, and the working says so."""
        given = {"earlier": [TWO], "terms": {"parent": "3 years"}, "federation": federation}
        because = rule_of(parent_of_2017(LATER, **given), "C12-TERM-OVER").because
        assert "2 years from 1 September 2017 are complete on 1 September 2019" in because
        assert (
            "the 3 years of the instrument in force since 18 September 2018 are for those chosen from then on"
            in because
        )

    @pytest.mark.parametrize(
        ("earlier", "expected"),
        [([], "unknown"), ([FOUR], "breached"), ([TWO], "met"), ([{**FOUR, "terms": LEFT}], "met")],
    )
    def test_leave_of_the_instrument_then_in_force(self, earlier, expected, federation):
        """18(1A): whether a shorter term was allowed is asked of the instrument in force when it was set."""
        result = parent_of_2017(D(2018, 9, 18), earlier=earlier, term="2 years", federation=federation)
        assert expected == rule_of(result, "C12-TERM-NEW").verdict


class TestRegulation18Paragraph1A:
    """18(1A): since 1 September 2015 a shorter term needs the instrument's leave."""

    @pytest.mark.parametrize(
        ("began", "expected"),
        [(D(2015, 8, 31), "silent"), (D(2015, 9, 1), "breached"), (D(2015, 9, 2), "breached")],
    )
    def test_since(self, began, expected):
        """It is for those elected or appointed on or after that day."""
        verdict = says("C12-TERM-NEW", "co_opted", on=D(2016, 1, 1), began=began, term="2 years")
        assert expected == verdict

    def test_before(self):
        """Of an earlier governor's own term nobody can tell, for the words were not read."""
        earlier = {"on": D(2016, 1, 1), "began": D(2015, 8, 31)}
        assert "unknown" == says("C12-TERM-PERSON-AS-MADE", "co_opted", term="2 years", **earlier)
        assert "met" == says("C12-TERM-PERSON-AS-MADE", "co_opted", **earlier)

    @pytest.mark.parametrize(
        ("terms", "term", "expected"),
        [
            ({}, "47 months", "breached"),
            ({}, "48 months", "met"),
            ({"parent": "2 years"}, "2 years", "breached"),
            ({"co_opted": "2 years"}, "2 years", "met"),
            ({"all": "2 years"}, "2 years", "met"),
            ({"co_opted": "3 years"}, "2 years", "breached"),
            (LEFT, "2 years", "met"),
        ],
    )
    def test_leave(self, terms, term, expected):
        """The instrument sets that term for the category, or leaves it to those appointing."""
        assert expected == says("C12-TERM-NEW", "co_opted", terms=terms, term=term)


class TestRegulation18OwnTerms:
    """18(3), (4)(b), (7): the limits of a term of one's own."""

    @given(st.integers(1, 120))
    def test_limits(self, months):
        """One to four years for governors and associate members; for additional governors four at most."""
        term = f"{months} months"
        within = "met" if 12 <= months <= 48 else "breached"
        assert within == says("C12-TERM-IND", "co_opted", terms=LEFT, term=term)
        assert within == says("C12-ASSOC-TERM", "associate member", term=term)
        most = "met" if months <= 48 else "breached"
        assert most == says("C12-TERM-ADDITIONAL", "additional governor", term=term)

    @pytest.mark.parametrize(
        ("rule", "category"),
        [("C12-ASSOC-OVER", "associate member"), ("C12-TERM-ADDITIONAL-OVER", "additional governor")],
    )
    def test_over(self, rule, category):
        """Their office too ends with the term, and the instrument's terms are not for them."""
        for on, expected in ((D(2024, 8, 31), "met"), (D(2024, 9, 1), "breached")):
            assert expected == says(rule, category, on=on, terms={"all": "2 years"})


class TestRegulation18Paragraph5:
    """18(5): a substitute serves until the earliest of three things."""

    @pytest.mark.parametrize(("on", "expected"), [(D(2024, 8, 31), "met"), (D(2024, 9, 1), "breached")])
    def test_four_years(self, on, expected):
        """Four years, whatever the instrument sets for foundation governors."""
        terms = {"foundation": "2 years"}
        assert expected == says("C12-SUBSTITUTE-TERM", "foundation", "substitution", on=on, terms=terms)

    @pytest.mark.parametrize(
        ("rule", "fact"),
        [
            ("C12-SUBSTITUTE-RETURN", "original_governor_able"),
            ("C12-SUBSTITUTE-SUCCESSOR", "post_taken_by_another"),
        ],
    )
    def test_makes_way(self, rule, fact):
        """The original governor is back, or the office has a new holder."""
        assert "breached" == says(rule, "foundation", "substitution", **{fact: True})
        assert "met" == says(rule, "foundation", "substitution", **{fact: False})
        assert "silent" == says(rule, "foundation", "appointment", **{fact: True})


REMOVALS = [
    ("co_opted", "appointment", "C12-REMOVE-2MTG"),
    ("partnership", "nomination", "C12-REMOVE-2MTG"),
    ("foundation", "ex officio", "C12-REMOVE-2MTG"),
    ("parent", "appointment", "C12-REMOVE-2MTG"),
    ("parent", "election", "C12-REMOVE-ELECTED"),
    ("staff", "election", "C12-REMOVE-ELECTED"),
]


@pytest.mark.parametrize(("category", "came_by", "rule"), REMOVALS)
class TestRegulation25:
    """25(2)(c): a second meeting confirms a removal, not less than 14 days after the first."""

    @given(first=DAYS, days=st.integers(-5, 40))
    def test_days(self, category, came_by, rule, first, days):
        """Fourteen days are enough, whenever the first meeting was."""
        verdict = says(
            rule,
            category,
            came_by,
            on=D(2031, 1, 1),
            removal_first_meeting=first,
            removal_second_meeting=first + datetime.timedelta(days),
        )
        assert ("met" if days >= 14 else "breached") == verdict

    def test_half(self, category, came_by, rule):
        """With one meeting only there is a question; with none there is nothing to ask."""
        assert "unknown" == says(rule, category, came_by, removal_first_meeting=NOW)
        assert "met" == says(rule, category, came_by)

    def test_since(self, category, came_by, rule):
        """The elected can be removed since 1 September 2017, the others since the Regulations began."""
        expected = "silent" if rule == "C12-REMOVE-ELECTED" else "met"
        assert expected == says(rule, category, came_by, on=D(2017, 8, 31), began=D(2016, 9, 1))
        assert "met" == says(rule, category, came_by, on=D(2017, 9, 1), began=D(2016, 9, 1))


@pytest.mark.parametrize(
    ("category", "came_by"),
    [("foundation", "appointment"), ("local_authority", "nomination"), ("head_teacher", "ex officio")],
)
def test_removed_otherwise(category, came_by):
    """Regs 20 and 22: those who appointed or nominated remove without meetings of the governing body."""
    assert [] == [one.rule for one in of_person(category, came_by).findings if "REMOVE-" in one.rule]

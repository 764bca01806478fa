"""Meetings: seven clear days' notice, agenda, quorum, vote, withdrawal; chair, suspension, committees, a change of name."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from procedure_facts import DAY, ONE, paras, words

from governance.answers import procedures
from governance.errors import CannotTellError
from governance.letters.procedure import letter
from governance.model import School

FIRST = datetime.date(2026, 12, 1)
NOTICE_BY = datetime.date(2026, 11, 23)
PROCEDURES = datetime.date(2013, 9, 1)
PAPERS = datetime.date(2013, 11, 14)
SUBSTITUTED = datetime.date(2014, 9, 1)
DATES = st.dates(min_value=datetime.date(2014, 9, 1), max_value=datetime.date(2040, 1, 1))
COMMUNITY = School("community")
WITH_MEETING = {
    "surplus": lambda day, first: procedures.surplus(day, first_meeting=first),
    "suspension": lambda day, first: procedures.suspension(day, first_meeting=first),
    "meeting": lambda day, first: procedures.meeting(day, first_meeting=first),
    "name change": lambda day, first: procedures.name_change(day, first_meeting=first),
    "discontinuance": lambda day, first: procedures.discontinuance_notice(day, first_meeting=first),
    "making": lambda day, first: procedures.making(day, COMMUNITY, first_meeting=first),
    "variation": lambda day, first: procedures.variation(day, COMMUNITY, first_meeting=first),
    "change of category": lambda day, first: procedures.change_of_category(day, first_meeting=first),
    "ending majority": lambda day, first: procedures.ending_majority(day, first_meeting=first),
    "forming": lambda day, first: procedures.forming_federation(day, first_meeting=first),
    "leaving": lambda day, first: procedures.leaving_federation(day, first_meeting=first),
    "parent": lambda day, first: procedures.parent_appointment(day, "community", first_meeting=first),
    "local authority": lambda day, first: procedures.local_authority_appointment(
        day, "community", first_meeting=first
    ),
    "co-option": lambda day, first: procedures.co_option(day, "community", first_meeting=first),
    "partnership": lambda day, first: procedures.partnership_appointment(
        day, "foundation", first_meeting=first
    ),
    **{
        f"{make.__name__} {office}": lambda day, first, m=make, o=office: m(
            day, first_meeting=first, office=o
        )
        for make in (procedures.chair_election, procedures.chair_removal)
        for office in procedures.OFFICES
    },
    **{
        f"removal {kind}": lambda day, first, k=kind: procedures.removal(k, day, first_meeting=first)
        for kind in ("parent", "appointed_parent", "staff", "co_opted", "partnership", "ex_officio")
    },
}
every = pytest.mark.parametrize("call", WITH_MEETING.values(), ids=WITH_MEETING)


def meetings(procedure):
    """The meetings that steps are taken at."""
    return [step.meeting for step in procedure.steps if step.meeting]


class TestNotice:
    """Written notice at least seven clear days before (SI 2013/1624 reg 13(4))."""

    @every
    @given(first=DATES)
    def test_seven_clear_days(self, call, first):
        """Of every list with a meeting: seven whole days lie between the last day for the notice and the meeting."""
        (found, *_) = meetings(call(DAY, first))
        assert 8 == (first - found.notice_by).days

    @every
    def test_first_of_december(self, call):
        """For a meeting on 1 December 2026 the last day is 23 November, and the letter says so."""
        (found, *_) = meetings(call(FIRST, FIRST))
        assert (FIRST, NOTICE_BY) == (found.day, found.notice_by)

    @every
    def test_without_a_day(self, call):
        """Without the day of the meeting there is no last day, and the words still say how long."""
        steps = call(FIRST, None)
        assert {None} == {one.notice_by for one in meetings(steps)}
        told = [one.what for one in steps.steps] + [
            rule.says for one in meetings(steps) for rule in one.rules
        ]
        assert any("at least 7 clear days before it" in one for one in told)

    @every
    def test_quorum_vote_and_withdrawal(self, call):
        """Every meeting has its quorum, its vote and who withdraws, each cited."""
        for found in meetings(call(FIRST, FIRST)):
            about = {rule.about: rule.citation for rule in found.rules}
            assert {"quorum", "vote", "withdraws"} <= set(about)
            assert "SI 2013/1624 reg 14(1)" == about["quorum"]
            assert "SI 2013/1624 reg 14(3)" == about["vote"]

    def test_second_meeting(self):
        """For the first day on which a second meeting may be, its last day of notice is told."""
        notes = words(procedures.removal("co_opted", first_meeting=FIRST))
        assert (
            "If it is held on 15 December 2026, the first day on which it may be, the last day for the notice is 7 December 2026."
            in notes
        )

    @pytest.mark.parametrize(("day", "papers"), [(PAPERS - ONE, False), (PAPERS, True)])
    def test_agenda_and_papers(self, day, papers):
        """A copy of the agenda and the papers go with the notice since 14 November 2013."""
        assert papers is ("a copy of the agenda and the papers" in words(procedures.meeting(day)))

    def test_before_these_regulations(self):
        """Before 1 September 2013 the rules were others: nothing is made up, and it says so."""
        steps = procedures.removal("co_opted", PROCEDURES - ONE, first_meeting=PROCEDURES - ONE)
        assert "they are not in our notes" in words(steps)
        assert {None} == {one.notice_by for one in meetings(steps)}
        assert [] == [one for one in paras(steps) if one.startswith("SI 2013/1624")]
        with pytest.raises(CannotTellError, match="SI 2013/1624 is not in force"):
            procedures.meeting(PROCEDURES - ONE)

    @pytest.mark.parametrize(("day", "known"), [(SUBSTITUTED - ONE, False), (SUBSTITUTED, True)])
    def test_withdrawal_before_it_was_changed(self, day, known):
        """Who withdrew until 31 August 2014 was not read."""
        (found,) = meetings(procedures.meeting(day))
        assert known is ("withdraws" in {rule.about for rule in found.rules})
        assert known is ("before they were changed were not read" not in words(procedures.meeting(day)))

    @pytest.mark.parametrize(
        ("steps", "may"),
        [
            (procedures.removal("co_opted", FIRST), False),
            (procedures.chair_removal(FIRST), False),
            (procedures.suspension(FIRST), False),
            (procedures.discontinuance_notice(FIRST), False),
            (procedures.surplus(FIRST), True),
            (procedures.name_change(FIRST), True),
            (procedures.chair_election(FIRST), True),
        ],
    )
    def test_urgency(self, steps, may):
        """The chair may shorten the notice, but not for the business that we read regulation 13(6) to name."""
        notes = [one.note for one in steps.steps if one.citation.endswith("reg 13(4)")]
        assert notes
        assert all(may is ("and the notice then says so" in note) for note in notes)
        assert all(may is ("for this business" not in note) for note in notes)


class TestMeeting:
    """The numbers of regulations 13 and 14, and what else holds of any meeting."""

    @pytest.mark.parametrize(
        "said",
        [
            "at least 3 meetings in every school year",
            "Any 3 members",
            "The vice-chair may where there is no chair",
            "by telephone or video",
            "a notice or agenda that was not received",
        ],
    )
    def test_told(self, said):
        """Each is told."""
        assert said in words(procedures.meeting(FIRST))

    def test_quorum(self):
        """Half of the members in post, rounded up, and vacancies are not counted."""
        (found,) = meetings(procedures.meeting(FIRST))
        quorum = next(rule.says for rule in found.rules if rule.about == "quorum")
        assert quorum.startswith("1/2 of the members in post, rounded up; vacancies are not counted")

    def test_letter(self):
        """The letter tells the rules of a meeting once, and of a second that they are those of the first."""
        text = letter(procedures.removal("co_opted", first_meeting=FIRST))
        assert 1 == text.count("Quorum (SI 2013/1624 reg 14(1))")
        assert "As in step 4: the quorum, the vote and who withdraws." in text

    def test_json(self):
        """As plain values each rule stands under what it is about, with the days of the meeting and of its notice."""
        steps = procedures.removal("co_opted", first_meeting=FIRST).as_json()["steps"]
        plain = next(one["meeting"] for one in steps if "meeting" in one)
        assert ("2026-12-01", "2026-11-23") == (plain["day"], plain["notice_by"])
        assert {"day", "notice_by", "quorum", "vote", "withdraws", "also_withdraws"} == set(plain)
        assert {"says", "citation", "url"} == set(plain["quorum"])


class TestAgenda:
    """What is void unless it is an item of the agenda."""

    @pytest.mark.parametrize(
        ("steps", "citation", "times"),
        [
            (procedures.removal("co_opted", first_meeting=FIRST), "SI 2012/1034 reg 25(2)(d)", 2),
            (procedures.surplus(FIRST, first_meeting=FIRST), "SI 2013/1624 reg 14(6A)", 1),
            (procedures.name_change(FIRST, first_meeting=FIRST), "SI 2013/1624 reg 14(6)", 1),
            (procedures.discontinuance_notice(FIRST, first_meeting=FIRST), "SI 2013/1624 reg 14(5)", 2),
            (procedures.suspension(FIRST, first_meeting=FIRST), "SI 2013/1624 reg 17(2)", 1),
            (procedures.chair_removal(FIRST, first_meeting=FIRST), "SI 2013/1624 reg 9", 1),
        ],
    )
    def test_an_item_of_the_agenda(self, steps, citation, times):
        """It is a step of its own, cited, to be there when the notice goes out."""
        items = [one for one in steps.steps if one.what.startswith("is an item of the agenda")]
        assert [citation] * times == [one.citation for one in items]
        assert NOTICE_BY == items[0].by


class TestNameChange:
    """A change of name needs an item of the agenda and nothing more (reg 14(6))."""

    def test_no_more(self):
        """Neither all the members nor proxies nor a second meeting; the instrument is varied."""
        steps = procedures.name_change(FIRST)
        assert 1 == len(meetings(steps))
        assert "An ordinary majority is enough" in words(steps)
        assert "Education Act 2002 s 20(5)" in paras(steps)


class TestDiscontinuance:
    """A notice of discontinuance is confirmed at a second meeting not less than 28 days later (reg 14(5))."""

    @given(first=DATES)
    def test_twenty_eight_days(self, first):
        """The first day for it is the twenty-eighth after the first meeting."""
        last = procedures.discontinuance_notice(DAY, first_meeting=first).steps[-1]
        assert 28 == (last.not_before - first).days


class TestChair:
    """Regulations 7 and 9."""

    @pytest.mark.parametrize("office", procedures.OFFICES)
    def test_election(self, office):
        """The end of the term comes first, and nobody who is employed at the school."""
        steps = procedures.chair_election(FIRST, office=office).steps
        fixes, elects = (
            next(one.number for one in steps if one.what.startswith(verb)) for verb in ("fixes", "elects")
        )
        assert fixes < elects
        assert "employed at the school cannot be elected" in words(procedures.chair_election(FIRST))
        assert "SI 2013/1624 reg 7(6)" in paras(procedures.chair_election(FIRST, office=office))

    def test_in_a_federation(self):
        """Nobody who is paid to work at the federation or a school of it (SI 2012/1035 Sch 6)."""
        said = words(procedures.chair_election(FIRST, federation=True))
        assert "paid to work at the federation or a school of it" in said
        assert "SI 2012/1035 Sch 6" in said

    @pytest.mark.parametrize("office", procedures.OFFICES)
    def test_removal(self, office):
        """Reasons, a reply, then the person withdraws; one meeting is enough."""
        steps = procedures.chair_removal(FIRST, office=office)
        (found,) = meetings(steps)
        withdraws = next(rule for rule in found.rules if rule.about == "withdraws")
        assert (f"The {office}, after the reply.", "SI 2013/1624 reg 9") == (
            withdraws.says,
            withdraws.citation,
        )

    def test_nominated_by_the_secretary_of_state(self):
        """A chair whom the Secretary of State nominated cannot be removed so; of a vice-chair nothing is said."""
        assert "cannot be removed so" in words(procedures.chair_removal(FIRST))
        assert "cannot be removed so" not in words(procedures.chair_removal(FIRST, office="vice-chair"))


class TestSuspension:
    """Regulation 17: four grounds, a fixed period of at most six months, reasons and a reply."""

    def test_six_months(self):
        """The longest period is told, and that papers are still sent."""
        said = words(procedures.suspension(FIRST))
        assert "a fixed period of at most 6 months" in said
        assert "is still sent notices, agendas and papers" in said

    @pytest.mark.parametrize("ground", ["disciplinary", "court or tribunal", "ethos", "confidentiality"])
    def test_grounds(self, ground):
        """Each of the four grounds is named."""
        assert ground in procedures.suspension(FIRST).steps[0].what


class TestCommittee:
    """Regulations 22 to 26."""

    @given(first=DATES)
    def test_notice(self, first):
        """Seven clear days, as for the full body."""
        (step,) = [one for one in procedures.committee(DAY, first_meeting=first).steps if "notice" in one.who]
        assert 8 == (first - step.by).days

    def test_quorum_and_votes(self):
        """Three governors at least, and no vote unless most of those present are governors."""
        said = words(procedures.committee(FIRST))
        assert "not less than 3 governors" in said
        assert "no vote unless most of the members present are governors" in said


class TestGuidanceOnRemoval:
    """The statutory guidance of August 2017 is advice, and on elected governors only."""

    @pytest.mark.parametrize(
        ("category", "given"), [("parent", True), ("staff", True), ("co_opted", False), ("ex_officio", False)]
    )
    def test_advice(self, category, given):
        """Suspension first, and an appeal: told as advice, and as no step."""
        steps = procedures.removal(category, FIRST)
        assert given is bool(steps.advice)
        assert not [one for one in steps.steps if "appeal" in one.what]
        assert given is any("appeal" in one.says for one in steps.advice)
        assert all(one.url.startswith("https://www.gov.uk/") for one in steps.advice)

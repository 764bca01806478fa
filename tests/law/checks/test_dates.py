"""Checks that turn on days: both sides of every limit, and what is said of each."""

import datetime

import pytest

import governance
from governance.law.checks.calendar import after
from governance.law.checks.dates import BarredFor, DaysBetween, DoneWithin, NoSentence, NotFor
from governance.law.checks.people import QUESTION_BEGAN, Case
from governance.model import Term
from governance.model.person import Person, Sentence

D = datetime.date
BEGAN = D(2020, 9, 1)
NOBODY = governance.parse({"school": {"category": "community"}, "seats": {}})
YEAR, QUARTER, MONTH = Term(12), Term(3), Term(1)
ABSENT, FINED = "absent without consent since the meeting of", "fined for nuisance on educational premises on"
APPLIED = "certificate applied for on"


def judged(check, day, began=BEGAN, **facts):
    """The verdict and its words, and the question where there is one."""
    found = check.judge_person(
        Case(Person("the person", "parent", appointed_on=began, facts=facts), NOBODY, day)
    )
    return (found.verdict, found.because, *filter(None, [found.question]))


BARRED = BarredFor("Ask.", YEAR, "nuisance_fines")
TO_THE_END = BarredFor("Ask.", MONTH, "nuisance_fines", anniversary=True)
AT_START = BarredFor("Ask.", YEAR, "nuisance_fines", at_start=True)
LEAP = (D(2020, 2, 29),)


@pytest.mark.parametrize(
    ("check", "day", "fines", "verdict", "because"),
    [
        (BARRED, D(2020, 2, 28), LEAP, "met", f"{FINED} 29 February 2020, which bars no more"),
        (
            BARRED,
            D(2020, 2, 29),
            LEAP,
            "breached",
            f"{FINED} 29 February 2020, which bars until 1 March 2021",
        ),
        (
            BARRED,
            D(2021, 2, 28),
            LEAP,
            "breached",
            f"{FINED} 29 February 2020, which bars until 1 March 2021",
        ),
        (BARRED, D(2021, 3, 1), LEAP, "met", f"{FINED} 29 February 2020, which bars no more"),
        (
            BARRED,
            D(2022, 1, 1),
            (D(2019, 1, 1), D(2020, 5, 1)),
            "met",
            f"{FINED} 1 January 2019, 1 May 2020, which bars no more",
        ),
        (
            BARRED,
            D(2021, 4, 30),
            (D(2019, 1, 1), D(2020, 5, 1)),
            "breached",
            f"{FINED} 1 May 2020, which bars until 1 May 2021",
        ),
        (
            TO_THE_END,
            D(2021, 3, 1),
            (D(2021, 1, 31),),
            "breached",
            f"{FINED} 31 January 2021, which bars until the end of 1 March 2021",
        ),
        (TO_THE_END, D(2021, 3, 2), (D(2021, 1, 31),), "met", f"{FINED} 31 January 2021, which bars no more"),
        (
            AT_START,
            D(2026, 1, 1),
            (D(2019, 9, 2),),
            "breached",
            f"{FINED} 2 September 2019, which bars until 2 September 2020",
        ),
        (AT_START, D(2026, 1, 1), (D(2019, 9, 1),), "met", f"{FINED} 1 September 2019, which bars no more"),
        (BARRED, D(2021, 1, 1), (), "met", f"{FINED}: never"),
        (
            BARRED,
            D(2022, 2, 27),
            (D(2021, 2, 28),),
            "breached",
            f"{FINED} 28 February 2021, which bars until 28 February 2022",
        ),
        (BARRED, D(2022, 2, 28), (D(2021, 2, 28),), "met", f"{FINED} 28 February 2021, which bars no more"),
    ],
)
def test_a_bar_that_runs_out(check, day, fines, verdict, because):
    """Until the time is complete: a day that the month lacks rolls on to the next month's first."""
    assert (verdict, because) == judged(check, day, nuisance_fines=fines)


def test_the_ends_of_the_calendar():
    """A day in the last year there is, and in the first, is one; beyond them is the last or the first day."""
    assert [D(9999, 5, 4), D.max] == [after(D(9998, 5, 4), months) for months in (12, 24)]
    assert [D(1, 5, 4), D.min] == [after(D(2, 5, 4), -months) for months in (12, 24)]


def test_what_a_bar_needs():
    """What happened, and the day on which the office began where that counts."""
    assert ("unknown", f"nobody has said: {FINED}", "Ask.") == judged(BARRED, D(2021, 1, 1))
    assert ("unknown", f"{FINED} 29 February 2020", QUESTION_BEGAN) == judged(
        AT_START, D(2021, 1, 1), None, nuisance_fines=LEAP
    )


@pytest.mark.parametrize(
    ("apart", "day", "verdict"),
    [
        (False, D(2020, 11, 29), "met"),
        (False, D(2020, 11, 30), "breached"),
        (True, D(2020, 11, 30), "met"),
        (True, D(2020, 12, 1), "breached"),
    ],
)
def test_what_must_not_go_on(apart, day, verdict):
    """From 31 August three months are complete on 30 November, and the day after where the first is not counted."""
    check = NotFor("Ask.", QUARTER, "absent_since", first_day_apart=apart)
    words = f"{ABSENT} 31 August 2020; 3 months are complete on 30 November 2020"
    assert (verdict, words) == judged(check, day, absent_since=D(2020, 8, 31))
    assert ("met", f"{ABSENT}: never") == judged(check, day, absent_since=False)
    assert ("unknown", f"nobody has said: {ABSENT}", "Ask.") == judged(check, day)


PRISON = NoSentence("Ask.", QUARTER, before=Term(60))
EVER = NoSentence("Ask.", QUARTER, fine_option_spares=True)
SINCE = NoSentence("Ask.", QUARTER, before=Term(60), since=True)
NONE = ("met", "no such sentence of 3 months or more")


def sentenced(on, **how):
    """One sentence of a kind."""
    return (Sentence(on, **how),)


@pytest.mark.parametrize(
    ("check", "sentences", "told"),
    [
        (
            PRISON,
            sentenced(D(2015, 9, 1), months=3),
            ("breached", "sentenced to 3 months on 1 September 2015"),
        ),
        (PRISON, sentenced(D(2015, 8, 31), months=3), NONE),
        (PRISON, sentenced(D(2020, 8, 31), months=2), NONE),
        (PRISON, sentenced(D(2020, 9, 1), months=3), NONE),
        (
            SINCE,
            sentenced(D(2020, 9, 1), months=3, suspended=True),
            ("breached", "sentenced to 3 months on 1 September 2020, suspended"),
        ),
        (SINCE, sentenced(D(2021, 1, 1), months=3), ("breached", "sentenced to 3 months on 1 January 2021")),
        (SINCE, sentenced(D(2021, 1, 2), months=3), NONE),
        (EVER, sentenced(D(1970, 1, 1), days=88), NONE),
        (
            EVER,
            sentenced(D(1970, 1, 1), days=89),
            ("unknown", "sentenced to 89 days on 1 January 1970", "Is 89 days 3 months or more?"),
        ),
        (
            EVER,
            sentenced(D(1970, 1, 1), days=91),
            ("unknown", "sentenced to 91 days on 1 January 1970", "Is 91 days 3 months or more?"),
        ),
        (EVER, sentenced(D(1970, 1, 1), days=92), ("breached", "sentenced to 92 days on 1 January 1970")),
        (EVER, sentenced(D(1970, 1, 1), months=6, fine_option=True), NONE),
        (EVER, sentenced(D(1970, 1, 1), months=6, no_offence_in_uk=True), NONE),
        (
            PRISON,
            sentenced(D(2019, 1, 1), months=6, fine_option=True),
            ("breached", "sentenced to 6 months on 1 January 2019"),
        ),
        (
            EVER,
            (*sentenced(D(1970, 1, 1), days=90), *sentenced(D(1980, 1, 1), months=4)),
            ("breached", "sentenced to 4 months on 1 January 1980"),
        ),
        (PRISON, (), NONE),
        (
            EVER,
            (
                *sentenced(D(1970, 1, 1), months=6, fine_option=True),
                *sentenced(D(1980, 1, 1), months=4),
            ),
            ("breached", "sentenced to 4 months on 1 January 1980"),
        ),
    ],
)
def test_a_sentence(check, sentences, told):
    """Of the length or more, within the time, on or before the day; days that may be the length leave it open."""
    assert told == judged(check, D(2021, 1, 1), sentences=sentences)


def test_what_a_sentence_needs():
    """That somebody has said, and when the office began where the years before it count."""
    assert ("unknown", "nobody has said what sentences there are", "Ask.") == judged(PRISON, D(2021, 1, 1))
    words = "sentenced to 6 months on 1 January 2019"
    assert ("unknown", words, QUESTION_BEGAN) == judged(
        PRISON, D(2021, 1, 1), None, sentences=sentenced(D(2019, 1, 1), months=6)
    )
    assert ("breached", words) == judged(
        EVER, D(2021, 1, 1), None, sentences=sentenced(D(2019, 1, 1), months=6)
    )


WITHIN = DoneWithin("Ask.", "certificate_applied_on", "has_enhanced_certificate", days=21)
BY = DoneWithin(
    "Ask.", "certificate_applied_on", "has_enhanced_certificate", by=D(2016, 9, 1), began_before=D(2016, 4, 1)
)
FROM = DoneWithin(
    "Ask.", "certificate_applied_on", "has_enhanced_certificate", days=21, began_since=D(2016, 4, 1)
)
OTHERS = "which another rule is for"


@pytest.mark.parametrize(
    ("check", "began", "done", "told"),
    [
        (WITHIN, D(2020, 9, 1), D(2020, 9, 22), ("met", f"{APPLIED} 22 September 2020; the last day for it is 22 September 2020")),
        (WITHIN, D(2020, 9, 1), D(2020, 9, 23), ("breached", f"{APPLIED} 23 September 2020; the last day for it is 22 September 2020")),
        (BY, D(2016, 3, 31), D(2016, 9, 2), ("breached", f"{APPLIED} 2 September 2016; the last day for it is 1 September 2016")),
        (BY, D(2016, 3, 31), D(2016, 9, 1), ("met", f"{APPLIED} 1 September 2016; the last day for it is 1 September 2016")),
        (BY, D(2016, 4, 1), D(2016, 9, 2), ("met", f"the office began on 1 April 2016, {OTHERS}")),
        (FROM, D(2016, 3, 31), None, ("met", f"the office began on 31 March 2016, {OTHERS}")),
        (FROM, D(2016, 4, 1), False, ("breached", f"{APPLIED}: not yet; the last day for it was 22 April 2016")),
        (WITHIN, D(2020, 9, 9), False, ("breached", f"{APPLIED}: not yet; the last day for it was 30 September 2020")),
        (WITHIN, D(2020, 9, 10), False, ("unknown", "the last day for it is 1 October 2020", "Ask.")),
        (WITHIN, D(2020, 9, 1), None, ("unknown", "the last day for it is 22 September 2020", "Ask.")),
        (WITHIN, None, D(2020, 9, 1), ("unknown", "the last day for it depends on when the office began", QUESTION_BEGAN)),
    ],
)  # fmt: skip
def test_what_must_be_done_by_a_day(check, began, done, told):
    """Done on the last day is in time, and not done is late from the day after."""
    facts = {} if done is None else {"certificate_applied_on": done}
    assert told == judged(check, D(2020, 10, 1), began, **facts)
    needless = judged(check, D(2020, 10, 1), began, has_enhanced_certificate=True, **facts)
    assert ("met", "has an enhanced criminal record certificate: yes") == needless


@pytest.mark.parametrize("limits", [{}, {"days": 1, "by": D(2020, 1, 1)}])
def test_a_rule_has_one_limit(limits):
    """Days or a day, not both and not neither."""
    with pytest.raises(ValueError, match=r"^needs either `days` or `by`$"):
        DoneWithin("Ask.", "certificate_applied_on", "has_enhanced_certificate", **limits)


@pytest.mark.parametrize(
    ("second", "verdict", "words"),
    [
        (D(2020, 9, 14), "breached", "14 September 2020 is 13 days after 1 September 2020; the least is 14"),
        (D(2020, 9, 15), "met", "15 September 2020 is 14 days after 1 September 2020; the least is 14"),
        (D(2020, 9, 2), "breached", "2 September 2020 is 1 day after 1 September 2020; the least is 14"),
    ],
)
def test_days_between(second, verdict, words):
    """So many days or more."""
    check = DaysBetween("Ask.", 14, "removal_first_meeting", "removal_second_meeting")
    first = D(2020, 9, 1)
    assert (verdict, words) == judged(
        check, second, removal_first_meeting=first, removal_second_meeting=second
    )
    one = ("unknown", "only one of the two days is given", "Ask.")
    assert one == judged(check, second, removal_first_meeting=first)
    assert one == judged(check, second, removal_second_meeting=second)
    assert ("met", "nothing of the kind is in question") == judged(check, second)

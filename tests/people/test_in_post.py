"""Who of a register is in post on a day: seats, terms in both readings, and what is to be minded."""

import datetime
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import governance
from governance.model.names import SEATS
from governance.model.person import Person
from governance.people.in_post import in_post
from governance.people.register import Register

DAY = datetime.date(2025, 9, 1)
BEGAN = datetime.date(2023, 9, 1)


def board(**more):
    """A community school's instrument, in force since 2018."""
    data: dict[str, Any] = {
        "school": {"name": "Rift House", "category": "community"},
        "instrument": {"effective_on": datetime.date(2018, 9, 18)},
        "seats": {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 7},
    }
    return governance.parse(data | more)


def people(*those, instruments=None, on=DAY, **more):
    """What is said of people who are given by category, or whole."""
    whole = [one if isinstance(one, Person) else Person("", one, appointed_on=BEGAN) for one in those]
    lined = [attrs.evolve(one, key=f"G{n}", line=n) for n, one in enumerate(whole, start=2)]
    given_ = (board(),) if instruments is None else instruments
    return in_post(Register("r.xlsx", tuple(lined)), given_, on=on, **more)


def said(answer, *, rule=None, words=""):
    """The findings of the first body that are of a rule and hold some words."""
    return [
        note
        for note in answer.bodies[0].findings
        if words in note.says and (rule is None or note.rule == rule)
    ]


def count(answer, category):
    """One category of the first body."""
    return next(one for one in answer.bodies[0].counts if one.category == category)


def line(person, **more):
    """The one line of a register of one person."""
    return people(person, **more).lines[0][1]


class TestSeats:
    """Seats are those in post and the vacancies, less the surplus."""

    @given(st.lists(st.sampled_from(SEATS[:6]), max_size=20))
    def test_adds_up(self, categories):
        """Whoever is there, the numbers of each category agree."""
        for one in people(*categories).bodies[0].counts:
            assert one.seats == one.in_post + one.vacancies - one.surplus
            assert categories.count(one.category) == one.in_post

    def test_counted(self):
        """Vacancies and surplus are told by category, and a surplus is cited."""
        answer = people("parent", "parent", "parent", "staff")
        parents = count(answer, "parent")
        assert (2, 3, 0, 1) == (parents.seats, parents.in_post, parents.vacancies, parents.surplus)
        assert (1, 0) == (count(answer, "head_teacher").vacancies, count(answer, "staff").vacancies)
        (note,) = said(answer, words="must go")
        assert ((2, 3, 4), "SI 2012/1034 reg 15") == (note.lines, note.citation.split("(")[0])

    @pytest.mark.parametrize(
        "standing", ["vacancy", "note", "duplicate", "office", "not a governor", "associate", "cannot tell"]
    )
    def test_not_in_post(self, standing):
        """Rows that are no governor in post are not counted."""
        assert (
            0 == count(people(Person("", "parent", appointed_on=BEGAN, standing=standing)), "parent").in_post
        )

    def test_without_instrument(self):
        """A body without an instrument has people, and no seats."""
        answer = people("parent", instruments=())
        assert {
            "category": "parent",
            "seats": None,
            "in_post": 1,
            "vacancies": None,
            "surplus": None,
        } == count(answer, "parent").as_json()
        assert said(answer, words="No instrument")

    def test_unknown_seats(self):
        """Seats that are still open leave vacancies open."""
        answer = people("parent", instruments=(board(seats={"parent": "unknown", "co_opted": 5}),))
        assert (None, None) == (count(answer, "parent").seats, count(answer, "parent").vacancies)

    def test_recorded_vacancies(self):
        """What the register says is vacant is compared with the instrument."""
        row = Person("", "parent", standing="vacancy")
        assert not said(people("parent", row), words="lists 1 vacant")
        assert said(people("parent", "parent", row), words="lists 1 vacant")


class TestTerms:
    """A term is that of the instrument in force on the day of appointment, at most that of the law of that day."""

    @pytest.mark.parametrize(
        ("on", "standing"),
        [
            ("2027-08-31", "in post"),
            ("2027-09-01", "ended"),
            ("2023-08-31", "note"),
            ("2023-09-01", "in post"),
        ],
    )
    def test_ends(self, on, standing):
        """The office ends with its term; both readings of the last day are given."""
        found = line("parent", on=datetime.date.fromisoformat(on))
        assert (datetime.date(2027, 8, 31), datetime.date(2027, 9, 1)) == found.end.days
        assert standing == found.standing

    def test_instrument_of_the_day(self):
        """A later instrument with a shorter term leaves a running one alone; an earlier one had its own."""
        new = board(
            instrument={"effective_on": datetime.date(2024, 1, 1)},
            terms={"parent": "1 year"},
            earlier=[{"effective_on": datetime.date(2018, 1, 1), "terms": {"parent": "2 years"}}],
        )
        assert datetime.date(2025, 8, 31) == line("parent", instruments=(new,)).end.days[0]
        after = Person("", "parent", appointed_on=datetime.date(2025, 1, 1))
        assert datetime.date(2025, 12, 31) == line(after, instruments=(new,)).end.days[0]

    def test_instrument_not_given(self):
        """Where the instrument of that day is not given, the longest term is taken and that is said."""
        new = board(instrument={"effective_on": datetime.date(2024, 1, 1)}, terms={"parent": "1 year"})
        answer = people("parent", instruments=(new,))
        assert datetime.date(2027, 8, 31) == answer.lines[0][1].end.days[0]
        (note,) = said(answer, words="is not given")
        assert ("cannot tell", (2,)) == (note.grade, note.lines)

    def test_leap_day(self):
        """A term from 29 February ends at the end of February, whichever reading is taken."""
        found = line(Person("", "parent", appointed_on=datetime.date(2024, 2, 29)))
        assert (datetime.date(2028, 2, 28), datetime.date(2028, 2, 29)) == found.end.days

    @given(st.dates(datetime.date(2016, 1, 1), datetime.date(2060, 1, 1)), st.integers(0, 400))
    def test_monotone(self, start, days):
        """Who began later does not end earlier."""
        one, other = (
            line(Person("", "parent", appointed_on=day), on=day).end.days
            for day in (start, start + datetime.timedelta(days=days))
        )
        assert one <= other

    @pytest.mark.parametrize(
        ("stated", "words"),
        [
            ("2027-08-31", None),
            ("2027-09-01", None),
            ("2027-09-02", "longer than allowed by 2 days (1 on the other reading)"),
            ("2028-08-31", "longer than allowed by 366 days (365 on the other reading)"),
            ("2027-08-30", "1 day short"),
        ],
    )
    def test_stated(self, stated, words):
        """An end that the register states is compared with both readings."""
        answer = people(
            Person("", "parent", appointed_on=BEGAN, stated_end=datetime.date.fromisoformat(stated))
        )
        notes = said(answer, words="the register states")
        assert (words is not None) == len(notes)
        if words:
            assert words in notes[0].says
            assert notes[0].citation == "SI 2012/1034 reg 18(1)"

    @pytest.mark.parametrize(("within", "named"), [(364, 0), (729, 0), (730, 1)])
    def test_within(self, within, named):
        """Terms that end within so many days are named."""
        on = datetime.date(2025, 8, 31)
        assert named == len(said(people("parent", on=on, within=within), words="within"))

    @pytest.mark.parametrize(("first", "named"), [("2027-07-20", 1), ("2027-09-02", 0)])
    def test_holiday(self, first, named):
        """Terms that end in a holiday are named."""
        span = (datetime.date.fromisoformat(first), datetime.date(2027, 9, 5))
        assert named == len(said(people("parent", holidays=(span,)), words="holiday"))

    def test_post(self):
        """The head teacher has no term; an end that is stated is noted, and ends nothing."""
        head = Person("", "head_teacher", "ex officio", BEGAN, stated_end=datetime.date(2024, 8, 31))
        answer = people(head)
        assert (None, "in post") == (answer.lines[0][1].end.days, answer.lines[0][1].standing)
        assert said(answer, words="no term")

    def test_ex_officio(self):
        """Ex officio is the head teacher where the instrument has no foundation governors, and else it is open."""
        row = Person("", "", "ex officio", BEGAN, standing="cannot tell")
        assert 1 == count(people(row), "head_teacher").in_post
        controlled = board(
            school={"category": "voluntary controlled"},
            seats={
                "parent": 2,
                "local_authority": 1,
                "staff": 1,
                "head_teacher": 1,
                "co_opted": 4,
                "foundation": 2,
            },
        )
        assert 0 == count(people(row, instruments=(controlled,)), "head_teacher").in_post

    def test_ended_by_record(self):
        """Who left by the day is not in post, nor whose recorded end has passed."""
        left = Person("", "parent", appointed_on=BEGAN, ended_on=datetime.date(2025, 8, 31))
        over = Person("", "parent", appointed_on=BEGAN, stated_end=datetime.date(2025, 8, 31))
        assert ["ended", "ended"] == [found.standing for _, found in people(left, over).lines]
        assert "in post" == line(left, on=datetime.date(2025, 8, 31)).standing

    def test_no_day(self):
        """Without a day of appointment there is no end, and the person is in post."""
        answer = people(Person("", "parent"))
        assert (None, "in post") == (answer.lines[0][1].end.days, answer.lines[0][1].standing)
        assert said(answer, words="counted as in post")

    def test_chosen_again(self):
        """A second term is a row of its own, and the first is over when it begins."""
        first = Person("", "parent", appointed_on=datetime.date(2022, 1, 1), who="a")
        again = Person("", "parent", appointed_on=datetime.date(2025, 1, 1), who="a")
        assert ["ended", "in post"] == [found.standing for _, found in people(first, again).lines]


class TestFindings:
    """What is to be minded has its rule, its lines and its grade."""

    def test_two_governorships(self):
        """Nobody holds two governorships of a school."""
        rows = [Person("", one, "appointment", BEGAN, who="a") for one in ("co_opted", "local_authority")]
        (note,) = [one for one in said(people(*rows), rule="C12-DQ-ONE-OFFICE") if one.broken]
        assert ((2, 3), "recorded", "SI 2012/1034 Sch 4 para 3") == (note.lines, note.grade, note.citation)

    @pytest.mark.parametrize(("number", "broken"), [(2, 0), (3, 1)])
    def test_staff_third(self, number, broken):
        """At most a third of a board of twelve are employed at the school: with staff and head two more."""
        works = [
            Person("", "co_opted", "appointment", BEGAN, {"employed_at_school": True}) for _ in range(number)
        ]
        assert broken == len(said(people("staff", "head_teacher", *works), rule="C12-STAFF-THIRD"))

    def test_staff_third_not_known(self):
        """Where nobody has said who is employed at the school, it is asked once."""
        (note,) = said(people(*["co_opted"] * 4), rule="C12-STAFF-THIRD")
        assert ("cannot tell", (2, 3, 4, 5)) == (note.grade, note.lines)

    @pytest.mark.parametrize(("number", "quorum"), [(5, "3"), (6, "3"), (7, "4")])
    def test_quorum(self, number, quorum):
        """Half of those in post, rounded up."""
        (note,) = said(people(*["co_opted"] * number), rule="PROC-QUORUM")
        assert f"The quorum is {quorum}:" in note.says

    @pytest.mark.parametrize(
        ("category", "works", "words", "grade"),
        [
            ("staff", None, "cannot be elected chair", "recorded"),
            ("co_opted", True, "cannot be elected chair", "recorded"),
            ("co_opted", None, "employed at the school?", "cannot tell"),
            ("co_opted", False, "", ""),
        ],
    )
    def test_chair_employed(self, category, works, words, grade):
        """Who is employed at the school is no chair."""
        facts = {} if works is None else {"employed_at_school": works}
        found = said(
            people(Person("", category, None, BEGAN, facts, office="chair")), rule="procedures-2013: 7(5)"
        )
        found += said(
            people(Person("", category, None, BEGAN, facts, office="chair")), rule="procedures-2013: 7"
        )
        assert ([(words, grade)] if words else []) == [
            (words, note.grade) for note in found if words in note.says
        ]

    def test_chair(self):
        """A board without a chair, with one whose office is over, and with two."""
        assert said(people("parent"), words="No chair is recorded")
        chair = Person("", "parent", appointed_on=BEGAN, office="chair")
        assert not said(people(chair), words="No chair is recorded")
        gone = attrs.evolve(chair, stated_end=datetime.date(2025, 1, 1))
        assert said(people(gone), words="the office of chair ended with it")
        assert said(people(chair, chair), words="2 people are recorded as chair")
        own_term = attrs.evolve(chair, standing="office", stated_end=datetime.date(2025, 1, 1))
        assert said(people("parent", own_term), words="the term as chair ended")

    def test_asked_once(self):
        """A question on eligibility is asked once, with every line that it is about."""
        found = said(people("parent", "parent", "staff"), rule="C12-DQ-BANKRUPTCY")
        assert [((2, 3, 4), "cannot tell", True)] == [(note.lines, note.grade, note.asks) for note in found]

    def test_category_of_earlier_law(self):
        """A community governor has no footing in the law of the day."""
        assert said(people("community"), words="knows no such governor")

    def test_unit(self):
        """Of a pupil referral unit seats, vacancies and terms are told."""
        unit = board(
            school={"category": "pupil referral unit"}, seats={"parent": 2, "staff": 2, "community": 5}
        )
        answer = people("parent", instruments=(unit,))
        assert (1, datetime.date(2027, 8, 31)) == (
            count(answer, "parent").vacancies,
            answer.lines[0][1].end.days[0],
        )


class TestBodies:
    """Each body of a register is put beside its own instrument."""

    def test_matched(self):
        """By name, in whatever order; what has no instrument has no seats."""
        other = board(
            school={"name": "St. Mary's Infant School", "category": "community"}, seats={"parent": 3}
        )
        rows = [
            Person("", "parent", appointed_on=BEGAN, body=body)
            for body in ("Saint Marys Infant School", "Rift House Primary School", "Hazel Grove")
        ]
        answer = people(*rows, instruments=(board(), other))
        assert [3, 2, None] == [body.counts[0].seats for body in answer.bodies]

    def test_two_that_are_alike(self):
        """An infant and a junior school of one name are not taken for each other."""
        infant = board(school={"name": "Oak Infant School", "category": "community"})
        junior = board(school={"name": "Oak Junior School", "category": "community"}, seats={"parent": 3})
        row = Person("", "parent", appointed_on=BEGAN, body="Oak Junior School")
        assert [3] == [
            body.counts[0].seats for body in people(row, instruments=(infant, junior)).bodies if body.lines
        ]

    def test_called_otherwise(self):
        """One body and one instrument are a pair; where they are called differently that is said."""
        answer = people(Person("", "parent", appointed_on=BEGAN, body="100001"))
        assert (2, "100001") == (count(answer, "parent").seats, answer.bodies[0].name)
        assert said(answer, words="check that they are")

    def test_federation(self):
        """The schools of a federation are one body."""
        federation = governance.parse(
            {
                "school": {"name": "The Oak Federation", "category": "federation"},
                "schools": [
                    {"name": "Oak", "category": "community"},
                    {"name": "Elm", "category": "community"},
                ],
                "seats": {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 2, "co_opted": 4},
                "instrument": {"effective_on": datetime.date(2018, 9, 18)},
            }
        )
        rows = [Person("", "parent", appointed_on=BEGAN, body=body) for body in ("Oak", "Elm")]
        (body,) = people(*rows, instruments=(federation,)).bodies
        assert ("The Oak Federation", 2) == (body.name, body.counts[0].in_post)


def test_json():
    """The keys of the answer are those that are promised."""
    found = people("parent", "parent", "parent").as_json()
    assert ["register", "on", "columns", "problems", "people", "bodies"] == list(found)
    assert [
        *("line", "key", "body", "category", "appointed_by", "appointed_on", "ends_on", "stated_end"),
        *("ended_on", "office", "employed_at_school", "standing"),
    ] == list(found["people"][0])
    assert ["body", "categories", "findings"] == list(found["bodies"][0])
    assert ["rule", "lines", "says", "citation", "grade"] == list(found["bodies"][0]["findings"][0])

"""What a new instrument does to each governor in post: the specification T0 to T14, a class for each."""

import datetime

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from governance.errors import CannotTellError
from governance.model import FederatedSchool, Proposal, School, Seats, Term, Terms
from governance.model.names import SEATS
from governance.model.person import Person
from governance.model.proposal import Appointer, Earlier, ExOfficio, Foundation, Instrument
from governance.people.transition import of_body, transition

D = datetime.date(2026, 9, 1)
BEFORE = datetime.date(2021, 9, 1)
DIOCESE = Appointer("The diocese", 7)
PARISH = Appointer("The parish", 2)


def instrument(since, category="community", *, appointers=(), terms=None, **seats):
    """An instrument that takes effect on a day; a board of the least there is, but for what is named."""
    seats = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, **seats}
    return Proposal(
        School(category, name="Fernhill"),
        Seats(**seats),
        Instrument(effective_on=since),
        terms=terms or Terms(),
        foundation=Foundation(appointers=tuple(appointers)),
        source=str(since),
    )


def people(category, number, began=datetime.date(2024, 1, 15), **facts):
    return [
        Person(f"{category} {one}", category, appointed_on=began, line=one, **facts)
        for one in range(1, number + 1)
    ]


HEAD = Person("head", "head_teacher", came_by="ex officio")


def told(old, new, those, **asked):
    """The outcome of each, by key."""
    return {one.key: one for one in transition(old, new, those, **asked).people}


def outcomes(old, new, those, **asked):
    return [one.outcome for one in transition(old, new, those, **asked).people]


def steps(old, new, those, **asked):
    return transition(old, new, those, **asked).steps


class TestT0SameBody:
    """A change of the instrument changes the constitution of one and the same body, and ends no office by itself."""

    def test_nobody_loses_an_office(self):
        """More seats in one category, and everybody goes on."""
        old, new = instrument(BEFORE, co_opted=3), instrument(D, co_opted=4)
        those = [HEAD, *people("parent", 2), *people("co_opted", 3)]
        assert {"continues", "continues while in post"} == set(outcomes(old, new, those))

    def test_the_same_instrument_asks_for_nothing(self):
        """Whatever its day: no vacancies to fill for it, and no steps."""
        old, new = instrument(BEFORE, co_opted=3), instrument(D, co_opted=3)
        found = transition(old, new, people("parent", 1))
        assert ((), ()) == (found.vacancies, found.steps)


class TestT1SameCategoryWithRoom:
    """Where there are seats enough each continues for the rest of the term that was set when chosen."""

    OLD = instrument(BEFORE, co_opted=3, terms=Terms({"parent": Term(36)}))
    NEW = instrument(D, co_opted=4, terms=Terms({"all": Term(12)}))

    def test_the_new_term_touches_nobody_in_post(self):
        """Three years as set under the old instrument, although the new one sets one year."""
        (line,) = told(self.OLD, self.NEW, people("parent", 1)).values()
        assert ("continues", datetime.date(2027, 1, 14)) == (line.outcome, line.until)
        assert "SI 2012/1034 reg 18(1)" == line.citation

    def test_somebody_appointed_on_the_day_has_the_new_term(self):
        """The instrument in force on the day of appointment decides."""
        (line,) = told(self.OLD, self.NEW, people("parent", 1, began=D)).values()
        assert datetime.date(2027, 8, 31) == line.until

    def test_the_law_s_four_years_where_the_instrument_sets_no_term(self):
        """Co-opted governors have the whole term under the old instrument."""
        (line,) = told(self.OLD, self.NEW, people("co_opted", 1)).values()
        assert datetime.date(2028, 1, 14) == line.until

    def test_an_instrument_before_the_old_one_is_taken_where_it_is_listed(self):
        """Chosen before the old instrument took effect, under one that set two years."""
        earlier = Earlier(datetime.date(2018, 1, 1), Terms({"all": Term(63)}))
        old = attrs.evolve(
            self.OLD,
            earlier=(attrs.evolve(earlier, terms=Terms({"all": Term(24)})),),
            instrument=Instrument(effective_on=datetime.date(2025, 1, 1)),
        )
        (line,) = told(old, self.NEW, people("parent", 1)).values()
        assert ("ends", datetime.date(2026, 1, 14)) == (line.outcome, line.until)

    def test_where_that_instrument_is_not_known_it_says_so(self):
        """The longest term there can be, and never in silence."""
        old = attrs.evolve(self.OLD, instrument=Instrument(effective_on=datetime.date(2025, 1, 1)))
        (line,) = told(old, self.NEW, people("parent", 1)).values()
        assert datetime.date(2028, 1, 14) == line.until
        assert "not given" in line.because

    def test_no_day_of_appointment(self):
        """In post all the same; the day is not guessed."""
        found = transition(self.OLD, self.NEW, people("co_opted", 1, began=None))
        assert ("continues", None) == (found.people[0].outcome, found.people[0].until)
        assert any("cannot be told" in one for one in found.cautions)

    def test_a_term_that_ends_before_the_day_of_effect(self):
        """It ends with the term, and is no part of an excess: one day later it would be one of three."""
        old, new = instrument(BEFORE, parent=3), instrument(D, parent=2)
        those = people("parent", 2)
        gone = Person("early", "parent", appointed_on=datetime.date(2022, 9, 1))
        found = told(old, new, [*those, gone])
        assert ("ends", datetime.date(2026, 8, 31)) == (found["early"].outcome, found["early"].until)
        assert "anniversary" in found["early"].because
        assert {"continues"} == {found[one.key].outcome for one in those}
        still = attrs.evolve(gone, appointed_on=datetime.date(2022, 9, 2))
        assert ["one of"] * 3 == outcomes(old, new, [*those, still])


class TestT2MoreSeats:
    """Seats that nobody holds are vacant from the day of effect; a new holder's term begins with the appointment."""

    def test_the_vacancies_and_how_they_are_filled(self):
        """Five co-opted seats and three in post leave two, for the governing body to fill."""
        found = transition(instrument(BEFORE, co_opted=3), instrument(D, co_opted=5), people("co_opted", 3))
        (co_opted,) = [one for one in found.vacancies if one.category == "co_opted"]
        assert (2, "SI 2012/1034 reg 11") == (co_opted.number, co_opted.citation)
        assert any("vote on a co-option" in one.says for one in found.steps)

    def test_where_nobody_leaves_there_is_no_vote(self):
        """No agenda item, and nothing about the chair."""
        found = steps(instrument(BEFORE, co_opted=3), instrument(D, co_opted=5), people("co_opted", 3))
        assert not [one for one in found if "14(6A)" in one.citation or "2013/1624 reg 7" in one.citation]


class TestT3FewerSeats:
    """Too many for the new number: resignations, then the vote on skills of everybody but the category itself."""

    OLD = instrument(BEFORE, parent=4, co_opted=3)
    NEW = instrument(D, parent=2, co_opted=3)

    def test_one_of_four_of_whom_two_must_go(self):
        """Nobody is picked out, the governing body decides without the parents, and who stays serves out the term."""
        lines = told(self.OLD, self.NEW, people("parent", 4)).values()
        assert {"one of"} == {one.outcome for one in lines}
        assert {(2, 2, "governing body", ("parent",))} == {attrs.astuple(one.of) for one in lines}
        assert {datetime.date(2028, 1, 14)} == {one.until for one in lines}

    def test_as_many_as_there_are_seats_all_continue(self):
        """A seat more, and the excess is one fewer; with two in post there is none."""
        assert ["continues"] * 2 == outcomes(self.OLD, self.NEW, people("parent", 2))
        assert 1 == told(self.OLD, self.NEW, people("parent", 3))["parent 1"].of.go

    def test_who_has_left_is_no_part_of_it(self):
        """Resignations clear an excess; one for a later day does not."""
        those = people("parent", 3)
        gone = attrs.evolve(those[0], ended_on=datetime.date(2026, 8, 1))
        assert ["ends", "continues", "continues"] == outcomes(self.OLD, self.NEW, [gone, *those[1:]])
        later = attrs.evolve(those[0], ended_on=datetime.date(2026, 12, 1))
        assert ["one of"] * 3 == outcomes(self.OLD, self.NEW, [later, *those[1:]])

    def test_who_leaves_later_continues_to_that_day(self):
        """With room, a resignation that is given for a later day is the end."""
        later = attrs.evolve(people("parent", 1)[0], ended_on=datetime.date(2026, 12, 1))
        assert datetime.date(2026, 12, 1) == told(self.OLD, self.NEW, [later])["parent 1"].until

    def test_the_plan_is_in_order(self):
        """Notice before the day of effect, then resignations, the vote, and only then who leaves."""
        found = steps(self.OLD, self.NEW, people("parent", 4))
        marks = [
            "written notice of the meeting",
            "takes effect on",
            "may resign first",
            "votes on which",
            "cease to hold",
        ]
        places = [next(number for number, one in enumerate(found) if mark in one.says) for mark in marks]
        assert sorted(places) == places
        days = [one.by for one in found if one.by]
        assert sorted(days) == days
        assert datetime.date(2026, 8, 24) == days[0]

    def test_a_later_meeting_moves_the_days(self):
        """Seven clear days before it; a meeting before the day of effect has nothing to decide."""
        found = steps(self.OLD, self.NEW, people("parent", 4), meeting="2026-10-20")
        assert datetime.date(2026, 10, 12) in {one.by for one in found}
        old, new = instrument(BEFORE, parent=4, co_opted=1), instrument(D, parent=2)
        found = steps(old, new, [*people("parent", 4), *people("co_opted", 1)], meeting="2026-10-20")
        days = [one.by for one in found if one.by]
        assert (sorted(days), D) == (days, days[0])
        with pytest.raises(CannotTellError, match="nobody is in excess yet"):
            steps(self.OLD, self.NEW, people("parent", 4), meeting="2026-08-31")

    def test_the_quorum_counts_those_in_excess(self):
        """Half of the five in post, rounded up."""
        found = steps(self.OLD, self.NEW, [*people("parent", 4), HEAD])
        assert any("3 of the 5 in post" in one.says for one in found)

    def test_first_in_last_out_until_31_august_2014(self):
        """The shortest service goes first, as a secondary source says, and no vote is taken."""
        day = datetime.date(2014, 8, 31)
        old = instrument(datetime.date(2012, 9, 1), parent=4, co_opted=3)
        new = attrs.evolve(self.NEW, instrument=Instrument(effective_on=day))
        those = people("parent", 4, began=datetime.date(2013, 1, 1))
        lines = told(old, new, those).values()
        assert {(2, 2, "length of service", ())} == {attrs.astuple(one.of) for one in lines}
        assert all("secondary" in one.because for one in lines)
        after = attrs.evolve(self.NEW, instrument=Instrument(effective_on=day + datetime.timedelta(days=1)))
        assert "governing body" == told(old, after, those)["parent 1"].of.decides

    def test_under_the_regulations_of_2007_they_serve_out(self):
        """Nobody goes, each to the end of the term."""
        old = instrument(datetime.date(2008, 9, 1), parent=5, community=2)
        new = instrument(datetime.date(2010, 9, 1), parent=3, community=2)
        those = people("parent", 5, began=datetime.date(2009, 1, 1))
        lines = told(old, new, those).values()
        assert {("continues", datetime.date(2012, 12, 31))} == {(one.outcome, one.until) for one in lines}
        assert {"SI 2007/957 reg 20"} == {one.citation for one in lines}

    def test_before_them_it_cannot_be_told(self):
        """No law of before 25 May 2007 is encoded."""
        new = attrs.evolve(self.NEW, instrument=Instrument(effective_on=datetime.date(2006, 9, 1)))
        assert ["cannot tell"] * 2 == outcomes(self.OLD, new, people("parent", 2, began=None))

    def test_a_change_of_category_goes_by_juniority(self):
        """The shortest service goes first, lots between equals, within three months."""
        new = instrument(D, "foundation", parent=2, partnership=2, co_opted=2)
        found = transition(self.OLD, new, people("parent", 4))
        assert {(2, 2, "length of service", ())} == {attrs.astuple(one.of) for one in found.people}
        assert {"SI 2013/3110 Sch 4 para 5"} == {one.citation for one in found.people}
        assert "lots" in found.people[0].because
        assert datetime.date(2026, 12, 1) in {one.by for one in found.steps}
        assert not [one for one in found.steps if "14(6A)" in one.citation]

    def test_a_change_of_category_under_older_law_cannot_be_told(self):
        """The Regulations on it are of 28 January 2014."""
        old = instrument(datetime.date(2012, 9, 1), parent=2)
        new = attrs.evolve(
            instrument(datetime.date(2014, 1, 27), "foundation", partnership=2, co_opted=2),
        )
        those = people("parent", 2, began=datetime.date(2013, 1, 1))
        assert ["cannot tell"] * 2 == outcomes(old, new, those)
        later = attrs.evolve(new, instrument=Instrument(effective_on=datetime.date(2014, 1, 28)))
        assert ["continues"] * 2 == outcomes(old, later, those)

    def test_an_existing_federation_has_the_same_method(self):
        """A variation of its instrument, under its own regulation."""
        old = instrument(BEFORE, "federation", parent=2, co_opted=5)
        new = instrument(D, "federation", parent=2, co_opted=3)
        line = told(old, new, people("co_opted", 5))["co_opted 1"]
        assert ("SI 2012/1035 reg 22A", 2, "governing body") == (line.citation, line.of.go, line.of.decides)

    def test_in_a_federation_before_september_2014_it_was_not_read(self):
        """Those with room continue; of an excess nothing can be told."""
        day = datetime.date(2014, 8, 31)
        old = instrument(datetime.date(2012, 9, 1), "federation", co_opted=3)
        new = instrument(day, "federation", co_opted=1)
        those = [
            *people("co_opted", 2, began=datetime.date(2013, 1, 1)),
            *people("parent", 1, began=datetime.date(2013, 1, 1)),
        ]
        assert ["cannot tell", "cannot tell", "continues"] == outcomes(old, new, those)

    def test_a_number_that_is_not_settled(self):
        """An unknown number of seats is no number."""
        assert ["cannot tell"] == outcomes(self.OLD, instrument(D, parent="unknown"), people("parent", 1))


class TestT4NoSeat:
    """Where the new instrument has no seat all go, and with nobody to choose no vote decides anything."""

    def test_a_category_that_is_dropped(self):
        """Co-opted governors all go on the day; it is an item of the agenda, and nobody votes on skills."""
        found = transition(instrument(BEFORE, co_opted=2), instrument(D), people("co_opted", 2))
        assert {("ends", D, None)} == {(one.outcome, one.until, one.of) for one in found.people}
        assert any("14(6A)" in one.citation for one in found.steps)
        assert not any("votes on which" in one.says for one in found.steps)

    def test_a_category_that_is_no_more(self):
        """A community governor has no seat under the Regulations of 2012; another in excess has a vote."""
        old = instrument(datetime.date(2010, 9, 1), community=2, local_authority=2)
        new = instrument(datetime.date(2015, 9, 1))
        those = [
            *people("community", 2, began=datetime.date(2014, 1, 1)),
            *people("local_authority", 2, began=datetime.date(2014, 1, 1)),
        ]
        found = told(old, new, those)
        assert ("ends", datetime.date(2015, 9, 1)) == (
            found["community 1"].outcome,
            found["community 1"].until,
        )
        assert ("local_authority",) == found["local_authority 1"].of.may_not_vote

    def test_gaining_a_foundation(self):
        """Partnership governors go and foundation seats are vacant, for the appointers whom the instrument names."""
        old = instrument(BEFORE, "foundation", partnership=2, co_opted=2)
        new = instrument(D, "foundation", appointers=[Appointer("The trust", 2)], foundation=2, co_opted=2)
        found = transition(old, new, people("partnership", 2))
        assert {("ends", D)} == {(one.outcome, one.until) for one in found.people}
        (vacant,) = [one for one in found.vacancies if one.category == "foundation"]
        assert "The trust (2)" in vacant.filled_by


class TestT5MovingCategory:
    """To come into another category is a new appointment with a full term, after the old office has ended."""

    def test_the_plan_says_so_where_somebody_leaves(self):
        """And who may vote on a co-option."""
        old, new = instrument(BEFORE, parent=4, co_opted=1), instrument(D, parent=2, co_opted=3)
        says = " ".join(one.says for one in steps(old, new, people("parent", 4)))
        assert "full new term" in says
        assert "carried over in their own category" in says

    def test_who_starts_later_is_not_in_post_on_the_day(self):
        """Chosen for a day after the change: no part of the excess, and no holder of a seat yet."""
        old, new = instrument(BEFORE, parent=2), instrument(D, parent=2, co_opted=1)
        later = people("co_opted", 1, began=datetime.date(2026, 9, 2))
        found = transition(old, new, later)
        assert "not in post on the day" in found.people[0].because
        assert 1 == next(one.number for one in found.vacancies if one.category == "co_opted")


class TestT6Head:
    """The head teacher is a governor by office, has no term, and is never in excess."""

    def test_while_in_post(self):
        """No day, and no vacancy; two who share the headship are no excess."""
        old, new = instrument(BEFORE, co_opted=3), instrument(D, co_opted=4)
        found = transition(old, new, [HEAD, attrs.evolve(HEAD, key="second head")])
        assert {("continues while in post", None)} == {(one.outcome, one.until) for one in found.people}
        assert "head_teacher" not in {one.category for one in found.vacancies}

    def test_an_acting_head_is_open(self):
        """Whether one who acts for the head holds the office cannot be told."""
        acting = attrs.evolve(HEAD, standing="cannot tell")
        line = told(instrument(BEFORE), instrument(D, co_opted=1), [acting])["head"]
        assert "cannot tell" == line.outcome
        assert "acts for the head teacher" in line.because

    def test_a_head_who_has_resigned(self):
        """The instrument and the register contradict each other."""
        new = instrument(D, head_teacher=0)
        new = attrs.evolve(new, school=attrs.evolve(new.school, head_resigned=True))
        assert ["cannot tell"] == outcomes(instrument(BEFORE), new, [HEAD])


class TestT7Parents:
    """Parents serve out their term, however they came, and a vacancy is for an election first."""

    def test_elected_and_appointed_alike(self):
        """The way they came changes nothing."""
        those = [*people("parent", 1, came_by="election"), *people("parent", 1, came_by="appointment")]
        assert ["continues"] * 2 == outcomes(instrument(BEFORE), instrument(D, co_opted=1), those)

    def test_the_vacancy(self):
        """Election, and appointment where too few stand."""
        found = transition(instrument(BEFORE), instrument(D, parent=3), people("parent", 2))
        (parent,) = [one for one in found.vacancies if one.category == "parent"]
        assert (1, "SI 2012/1034 reg 6(1)(a)") == (parent.number, parent.citation)


class TestT8Staff:
    """There is one staff seat: a second of older law is decided by a vote."""

    def test_one_of_two(self):
        """Staff governors do not vote on it."""
        lines = told(instrument(BEFORE, staff=2), instrument(D, staff=1), people("staff", 2)).values()
        assert {(1, 1, "governing body", ("staff",))} == {attrs.astuple(one.of) for one in lines}


class TestT9LocalAuthority:
    """There is one local authority seat, and the governing body decides who stays, not the authority."""

    def test_one_of_three(self):
        """Two go."""
        old, new = instrument(BEFORE, local_authority=3), instrument(D)
        lines = told(old, new, people("local_authority", 3)).values()
        assert {(1, 2, "governing body", ("local_authority",))} == {attrs.astuple(one.of) for one in lines}


def aided(since, seats, *, by=(DIOCESE,), ex_officio=()):
    """A voluntary aided board with so many foundation governors, and who appoints them."""
    return Proposal(
        School("voluntary aided", name="St Anne"),
        Seats(parent=2, local_authority=1, staff=1, head_teacher=1, foundation=seats),
        Instrument(effective_on=since),
        foundation=Foundation(appointers=tuple(by), ex_officio=tuple(ex_officio)),
    )


class TestT10Foundation:
    """Those who appointed foundation governors decide on an excess; who holds the seat by office is not reached."""

    VICAR = ExOfficio("The vicar")

    def test_those_who_appointed_them_decide(self):
        """Nobody is barred from a vote, for there is none."""
        lines = told(aided(BEFORE, 8), aided(D, 7), people("foundation", 8)).values()
        assert {(7, 1, "those who appointed them", ())} == {attrs.astuple(one.of) for one in lines}
        assert {"SI 2012/1034 reg 15(2)"} == {one.citation for one in lines}

    def test_several_appointers(self):
        """How many go is certain, and who decides is not."""
        by = (DIOCESE, PARISH)
        line = told(aided(BEFORE, 9, by=by), aided(D, 7, by=by), people("foundation", 9))["foundation 1"]
        assert (7, 2, "cannot tell", ()) == attrs.astuple(line.of)

    def test_several_named_and_all_in_post_from_one(self):
        """The register says that one of them appointed all."""
        by = (DIOCESE, PARISH)
        those = people("foundation", 9, appointed_by="the Diocese")
        line = told(aided(BEFORE, 9, by=by), aided(D, 7, by=by), those)["foundation 1"]
        assert "those who appointed them" == line.of.decides

    def test_ex_officio_is_not_in_question(self):
        """Of eight with the vicar seven are in question: stay and go add up to seven."""
        vicar = Person("vicar", "foundation", came_by="ex officio")
        old = aided(BEFORE, 8, ex_officio=[self.VICAR])
        new = aided(D, 7, ex_officio=[self.VICAR])
        found = told(old, new, [vicar, *people("foundation", 7)])
        assert "continues while in post" == found["vicar"].outcome
        assert (6, 1) == attrs.astuple(found["foundation 1"].of)[:2]

    def test_the_office_is_dropped(self):
        """The seat by office ends on the day, and its holder is no part of an excess."""
        vicar = Person("vicar", "foundation", appointed_by="Ex-officio (the Diocese)", came_by="appointment")
        old, new = aided(BEFORE, 8, ex_officio=[self.VICAR]), aided(D, 7)
        found = told(old, new, [vicar, *people("foundation", 7)])
        assert ("ends", D) == (found["vicar"].outcome, found["vicar"].until)
        assert "continues" == found["foundation 1"].outcome

    def test_whether_an_office_carries_a_seat_is_not_said(self):
        """The new instrument names neither appointers nor offices."""
        vicar = Person("vicar", "foundation", came_by="ex officio")
        old = aided(BEFORE, 8, ex_officio=[self.VICAR])
        assert ["cannot tell"] == outcomes(old, aided(D, 7, by=()), [vicar])

    @pytest.mark.parametrize("offices", [["The archdeacon"], ["The vicar", "The rector"]])
    def test_other_offices(self, offices):
        """Another office than before, or more holders than offices: which one keeps the seat cannot be told."""
        old = aided(BEFORE, 8, ex_officio=[self.VICAR])
        new = aided(D, 8, ex_officio=[ExOfficio(one) for one in offices])
        those = [Person(f"holder {one}", "foundation", came_by="ex officio") for one in range(3)]
        assert ["cannot tell"] * 3 == outcomes(old, new, those)
        kept = [ExOfficio(one) for one in (*offices, "the Vicar")]
        assert ["continues while in post"] == outcomes(old, aided(D, 8, ex_officio=kept), those[:1])

    def test_a_substitute_is_not_reached(self):
        """Who acts for an ex officio governor is not chosen between."""
        acts = Person(
            "acting for the vicar",
            "foundation",
            came_by="substitution",
            appointed_on=datetime.date(2025, 1, 1),
        )
        old = aided(BEFORE, 8, ex_officio=[self.VICAR])
        new = aided(D, 7, ex_officio=[self.VICAR])
        found = told(old, new, [acts, *people("foundation", 7)])
        assert "continues" == found["acting for the vicar"].outcome
        assert (6, 1) == attrs.astuple(found["foundation 1"].of)[:2]

    def test_a_term_left_to_the_appointers(self):
        """The end stated is the term; without it the longest there can be, and it says so."""
        terms = Terms(fixed_by_appointer=("foundation",))
        old, new = attrs.evolve(aided(BEFORE, 7), terms=terms), aided(D, 8)
        stated = people("foundation", 1, stated_end=datetime.date(2027, 3, 1))
        assert datetime.date(2027, 3, 1) == told(old, new, stated)["foundation 1"].until
        assert (
            "Those who appoint fix the term"
            in told(old, new, people("foundation", 1))["foundation 1"].because
        )


class TestT11AssociateMembers:
    """They are no part of the instrument, and continue for their term."""

    def test_the_term_fixed_on_appointment(self):
        """No instrument sets it: a shorter one is told by the end that the register states, a longer one is none."""
        for stated, until in (
            (datetime.date(2026, 1, 14),) * 2,
            (datetime.date(2030, 1, 1), datetime.date(2028, 1, 14)),
        ):
            one = Person(
                "associate",
                "associate member",
                appointed_on=datetime.date(2024, 1, 15),
                standing="associate",
                stated_end=stated,
            )
            assert until == told(instrument(BEFORE, co_opted=1), instrument(D), [one])["associate"].until

    def test_they_continue(self):
        """Four years at most, and they are no part of an excess."""
        one = Person(
            "associate", "associate member", appointed_on=datetime.date(2024, 1, 15), standing="associate"
        )
        line = told(instrument(BEFORE, co_opted=1), instrument(D), [one])["associate"]
        assert ("continues", datetime.date(2028, 1, 14)) == (line.outcome, line.until)


def says(those):
    """The plan for those, where of three parents one must go."""
    return " ".join(one.says for one in steps(instrument(BEFORE, parent=3), instrument(D, parent=2), those))


class TestT12Chair:
    """The chair stays while a governor; who loses the seat ceases at once, and the next meeting elects."""

    def test_a_chair_among_those_in_question(self):
        """It says that the chair may be among those who leave."""
        those = people("parent", 3)
        assert "The chair may be among" in says([attrs.evolve(those[0], office="chair"), *those[1:]])
        assert "may be among" not in says([*those, attrs.evolve(HEAD, office="chair")])

    def test_a_row_of_the_chair_is_no_second_governor(self):
        """It gets no line, and says of whom it is by the mark of the person."""
        those = [attrs.evolve(one, who=f"mark {one.line}") for one in people("parent", 3)]
        row = Person("chair 1", "", office="chair", standing="office", who="mark 1")
        assert 3 == len(
            transition(instrument(BEFORE, parent=3), instrument(D, parent=2), [*those, row]).people
        )
        assert "The chair may be among" in says([*those, row])


class TestT13Federation:
    """On a federation date every office of the old bodies ends; leaving one cannot be told."""

    def test_every_office_ends(self):
        """The head's too, and an associate member's; the head is a governor of the federation by office."""
        new = instrument(D, "federation", co_opted=3)
        associate = Person(
            "associate", "associate member", standing="associate", appointed_on=datetime.date(2025, 1, 1)
        )
        found = transition(instrument(BEFORE, co_opted=3), new, [HEAD, associate, *people("parent", 2)])
        assert {("ends", D)} == {(one.outcome, one.until) for one in found.people}
        assert "by office" in found.people[0].because
        assert {"parent": 2, "local_authority": 1, "staff": 1, "co_opted": 3} == {
            one.category: one.number for one in found.vacancies
        }
        assert [D] == [one.by for one in found.steps if "dissolved" in one.says]

    def test_it_needs_no_category(self):
        """Whoever it is, and even if it is open whether the acting head holds one: every office ends."""
        acting = attrs.evolve(HEAD, standing="cannot tell")
        unknown = Person("row 9", "", standing="cannot tell")
        assert ["ends"] * 2 == outcomes(instrument(BEFORE), instrument(D, "federation"), [acting, unknown])

    def test_leaving_one(self):
        """A temporary body comes between: it is not encoded."""
        old = instrument(BEFORE, "federation", co_opted=3)
        found = transition(old, instrument(D, co_opted=3), people("parent", 2))
        assert {"cannot tell"} == {one.outcome for one in found.people}
        assert () == found.steps


class TestT14AdditionalGovernors:
    """They stand outside the seats, and continue until their power ends."""

    def test_no_seat_and_no_excess(self):
        """Two of them change nothing for the parents."""
        one = Person("additional", "additional governor", appointed_on=datetime.date(2025, 1, 15))
        found = told(instrument(BEFORE), instrument(D, co_opted=1), [one, *people("parent", 2)])
        assert ["continues"] * 3 == [line.outcome for line in found.values()]
        assert "until their power ends" in found["additional"].because

    def test_a_pupil_referral_unit(self):
        """What becomes of its members cannot be told; their terms and the vacancies are counted."""
        old = instrument(BEFORE, "pupil referral unit", community=3)
        new = instrument(D, "pupil referral unit", community=4)
        found = transition(old, new, people("community", 3))
        assert {("cannot tell", datetime.date(2028, 1, 14))} == {
            (one.outcome, one.until) for one in found.people
        }
        assert 1 == next(one.number for one in found.vacancies if one.category == "community")


class TestAsked:
    """What is asked about, and of whom."""

    def test_a_day_is_needed(self):
        """The day of effect, or --on."""
        new = attrs.evolve(instrument(D), instrument=Instrument())
        with pytest.raises(CannotTellError, match="effective_on"):
            transition(instrument(BEFORE), new, people("parent", 1))
        assert D == transition(instrument(BEFORE), new, people("parent", 1), on=D).effective_on

    def test_a_later_day(self):
        """Terms that end between the day of effect and the day asked about are no part of an excess any more."""
        old, new = instrument(BEFORE, parent=3), instrument(D, parent=2)
        those = [*people("parent", 2), Person("third", "parent", appointed_on=datetime.date(2022, 10, 1))]
        assert ["one of"] * 3 == outcomes(old, new, those)
        assert ["continues", "continues", "ends"] == outcomes(old, new, those, on="2026-10-15")

    def test_who_is_of_no_known_category(self):
        """It cannot be told of that person, and a caution says that the numbers may be others."""
        found = transition(
            instrument(BEFORE), instrument(D, co_opted=1), [Person("row 7", "", standing="cannot tell")]
        )
        assert ["cannot tell"] == [one.outcome for one in found.people]
        assert "no category" in found.cautions[0]

    @pytest.mark.parametrize("standing", ["vacancy", "duplicate", "note", "not a governor"])
    def test_rows_that_are_nobody(self, standing):
        """They get no line."""
        row = Person("row", "parent", standing=standing)
        assert () == transition(instrument(BEFORE), instrument(D, parent=1), [row]).people

    def test_an_unlawful_instrument_is_said_to_be(self):
        """What it does to people is told all the same."""
        found = transition(instrument(BEFORE), instrument(D, parent=1, co_opted=1), people("parent", 1))
        assert any("is not lawful" in one for one in found.cautions)

    def test_the_schools_of_a_federation_are_one_body(self):
        """Those that the federation names are taken together, and no other of the register."""
        schools = (FederatedSchool("community", "Fernhill"), FederatedSchool("community", "Oak Street"))
        new = attrs.evolve(instrument(D, "federation"), schools=schools)
        three = [
            *people("parent", 1, body="Fernhill"),
            *people("parent", 1, body="Oak Street"),
            *people("parent", 1, body="Elm"),
        ]
        assert {"Fernhill", "Oak Street"} == {one.body for one in of_body(three, instrument(BEFORE), new)[1]}

    def test_one_body_of_several(self):
        """The one that the new instrument names, the one asked for, or a question."""
        fern, oak = people("parent", 1, body="Fernhill"), people("parent", 2, body="Oak Street")
        assert ("Fernhill", tuple(fern)) == of_body([*fern, *oak], instrument(BEFORE), instrument(D))
        assert ("Oak Street", tuple(oak)) == of_body(
            [*fern, *oak], instrument(BEFORE), instrument(D), "oak street"
        )
        with pytest.raises(CannotTellError, match="--body: Fernhill or Oak Street"):
            of_body([*fern, *oak], instrument(BEFORE), instrument(D), "Elm")


DAYS = st.dates(datetime.date(2020, 1, 1), datetime.date(2027, 12, 31))
BOARDS = st.fixed_dictionaries({seat: st.integers(0, 5) for seat in SEATS[:7]})
ROWS = st.builds(
    Person,
    key=st.uuids().map(str),
    category=st.sampled_from((*SEATS[:7], "associate member", "additional governor", "")),
    came_by=st.sampled_from((None, "election", "appointment", "ex officio", "substitution")),
    appointed_on=st.none() | DAYS,
    ended_on=st.none() | DAYS,
    standing=st.sampled_from(("in post", "in post", "ended", "vacancy", "associate", "cannot tell")),
)
PEOPLE = st.lists(ROWS, max_size=12)


class TestProperties:
    """What holds of every board and every register."""

    @given(BOARDS, BOARDS, PEOPLE)
    def test_everybody_stands_in_one_line(self, old, new, those):
        """In the order of the register, and an end is never missing where an office has one day to end on."""
        found = transition(instrument(BEFORE, **old), instrument(D, **new), those)
        assert [one.key for one in those if one.standing != "vacancy"] == [one.key for one in found.people]
        assert all((one.of is not None) == (one.outcome == "one of") for one in found.people)

    @given(BOARDS, PEOPLE)
    def test_the_same_instrument(self, seats, those):
        """Its plan is empty, whoever is in post."""
        found = transition(instrument(BEFORE, **seats), instrument(D, **seats), those)
        assert ((), ()) == (found.vacancies, found.steps)

    @given(BOARDS, BOARDS, PEOPLE)
    def test_nobody_stays_beyond_the_seats(self, old, new, those):
        """Those who stay and the vacancies are the seats of the category."""
        assume(old != new)
        found = transition(instrument(BEFORE, **old), instrument(D, **new), those)
        for seat in ("parent", "staff", "local_authority", "co_opted", "partnership"):
            lines = [one for one in found.people if one.category == seat]
            in_question = [one for one in lines if one.of]
            stay = in_question[0].of.stay if in_question else 0
            going_on = sum(
                one.outcome == "continues" and "not in post on the day" not in one.because for one in lines
            )
            vacant = sum(one.number for one in found.vacancies if one.category == seat)
            assert new[seat] == stay + going_on + vacant
            assert all(one.of.stay + one.of.go == len(in_question) for one in in_question)

    @given(st.dates(datetime.date(2022, 9, 3), D), st.dates(datetime.date(2022, 9, 3), D))
    def test_ends_follow_starts(self, one, other):
        """Whoever is chosen earlier never serves longer under the same instrument, leap days included."""
        first, last = sorted((one, other))
        those = [Person("a", "parent", appointed_on=first), Person("b", "parent", appointed_on=last)]
        lines = told(instrument(None), instrument(D, co_opted=1), those)
        assert lines["a"].until <= lines["b"].until

    @pytest.mark.parametrize(
        ("term", "until"),
        [(Term(48), datetime.date(2028, 2, 28)), (Term(36), datetime.date(2027, 2, 27))],
    )
    def test_a_leap_day(self, term, until):
        """A term from 29 February ends the day before its anniversary, which is the 28th where there is no 29th."""
        old = instrument(BEFORE, terms=Terms({"all": term}))
        those = people("parent", 1, began=datetime.date(2024, 2, 29))
        assert until == told(old, instrument(D, co_opted=1), those)["parent 1"].until

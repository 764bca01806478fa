"""More governors listed in a category than the instrument has seats, and categories that have ended."""

import datetime
import json

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import governance
from governance.cli import main
from governance.model.names import SEAT_WORDS
from governance.model.person import FACTS
from governance.people.eligibility import eligible
from governance.people.surplus import surplus

D = datetime.date
SINCE = D(2018, 9, 18)
NOW = D(2018, 10, 1)
BEGAN = D(2017, 9, 1)
SEATS = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 4}


def people(category, number, *, came_by="appointment", began=BEGAN, **facts):
    """So many people of a category, in post."""
    one = {"category": category, "came_by": came_by, "appointed_on": began, "facts": facts}
    return [{"key": f"{category} {n}", **one} for n in range(number)]


def school(*groups, category="community", since=SINCE, seats=SEATS, schools=()):
    """A school with these people, as the tables of a proposal."""
    return {
        "school": {"category": category},
        **({"schools": [{"category": one} for one in schools]} if schools else {}),
        "instrument": {"effective_on": since} if since else {},
        "seats": seats,
        "people": [one for group in groups for one in group],
    }


def excess(*groups, on=NOW, **given):
    """How many must go in each category with an excess."""
    found = surplus(governance.parse(school(*groups, **given)), on=on)
    return {one.category: one.must_go for one in found.excess}


class TestExcess:
    """SI 2012/1034 reg 15(1): more than the instrument in force provides for."""

    def test_counts(self):
        """4 parents for 2 seats and 6 co-opted for 4: two of each must go; a full category has no excess."""
        groups = people("parent", 4, came_by="election"), people("co_opted", 6), people("local_authority", 1)
        assert {"parent": 2, "co_opted": 2} == excess(*groups)

    @given(st.sampled_from(["parent", "staff", "local_authority", "co_opted"]), st.integers(1, 8))
    def test_every_number(self, category, number):
        """As many must go as there are too many, and no more."""
        over = number - SEATS[category]
        assert ({category: over} if over > 0 else {}) == excess(people(category, number, came_by=None))

    @pytest.mark.parametrize(("on", "expected"), [(SINCE - D.resolution, {}), (SINCE, {"parent": 1})])
    def test_not_before_the_instrument(self, on, expected):
        """There is no excess before the instrument is in force."""
        assert expected == excess(people("parent", 3), on=on)

    def test_who_is_not_counted(self):
        """Whoever is to be chosen later, is barred, or has served the term is not in post."""
        two = people("parent", 2)
        assert {} == excess(two, people("parent", 1, began=D(2018, 11, 1)))
        assert {} == excess(two, people("parent", 1, registered_pupil=True))
        assert {} == excess(two, people("parent", 1, began=D(2013, 9, 1)))
        assert {"parent": 1} == excess(two, people("parent", 1, registered_pupil=False))

    def test_nothing_to_compare(self):
        """Without a board, or with seats not settled, there is nothing to compare; heads are never in excess."""
        assert {} == excess(people("parent", 3), seats={})
        assert {} == excess(people("parent", 3), seats={**SEATS, "parent": "unknown"})
        assert {} == excess(people("head_teacher", 2, came_by="ex officio"))

    def test_ex_officio(self):
        """An ex officio foundation governor, whom nobody appointed, is not reached."""
        seats = {**SEATS, "foundation": 2}
        vicar, others = people("foundation", 1, came_by="ex officio"), people("foundation", 3)
        found = surplus(
            governance.parse(school(vicar, others, category="voluntary aided", seats=seats)), on=NOW
        )
        (one,) = found.excess
        assert (4, 3, 2) == (one.listed, one.bound, one.must_go)
        assert "2 of the 3 who are not ex officio must go" in one.says
        assert "those who appointed them decide" in one.says
        assert {} == excess(people("foundation", 3, came_by="ex officio"), seats=seats)

    def test_how_it_is_settled(self):
        """Who decides, who may not vote, and the steps with their citations; nobody is named."""
        found = surplus(governance.parse(school(people("parent", 4))), on=NOW)
        (one,) = found.excess
        assert "the governing body votes, and parent governors do not vote on it" in one.says
        assert ("SI 2012/1034 reg 15(1)", True) == (one.citation, one.url.endswith("/regulation/15"))
        assert "SI 2012/1034 reg 15(3)" in {step.citation for step in found.procedure.steps}
        assert "parent 0" not in one.says

    def test_no_seat(self):
        """Where the instrument has no seat of a category all go, and no vote of skills is offered."""
        found = surplus(governance.parse(school(people("partnership", 2))), on=NOW)
        assert (2, None) == (found.excess[0].must_go, found.procedure)
        assert "no vote on skills decides anything" in found.excess[0].says

    def test_federation(self):
        """A federation has the same method, in a regulation of its own."""
        given = {"category": "federation", "schools": ["community", "community"]}
        found = surplus(governance.parse(school(people("parent", 3), **given)), on=NOW)
        assert ["SI 2012/1035 reg 22A"] == [one.citation for one in found.excess]
        assert found.procedure is not None

    def test_shortest_service(self):
        """Until 31 August 2014 the shortest service goes first, as others report, and no vote is told."""
        groups = people("parent", 3, began=D(2012, 9, 2))
        found = surplus(governance.parse(school(groups, since=D(2012, 9, 1))), on=D(2014, 8, 31))
        (excess,) = found.excess
        assert ("SI 2012/1034 reg 15", 1) == (excess.citation, excess.must_go)
        assert "shortest continuous service" in excess.says
        assert "votes" not in excess.says
        assert "shortest continuous service" in found.procedure.steps[-1].who

    def test_serve_out(self):
        """Under an instrument that the Regulations of 2007 govern nobody has to go, as others report."""
        groups = people("parent", 3, began=D(2010, 9, 1))
        found = surplus(governance.parse(school(groups, since=D(2010, 9, 1))), on=D(2013, 2, 1))
        (excess,) = found.excess
        assert ("SI 2007/957 reg 20", 0) == (excess.citation, excess.must_go)
        assert "nobody has to go" in excess.says
        assert ["SI 2007/957 reg 20"] == [step.citation for step in found.procedure.steps]

    def test_method_not_read(self):
        """Of a federation before 1 September 2014 the excess is seen, and how it was settled cannot be told."""
        given = {"category": "federation", "schools": ["community", "community"], "since": D(2012, 9, 1)}
        groups = people("parent", 3, began=D(2012, 9, 2))
        found = surplus(governance.parse(school(groups, **given)), on=D(2014, 8, 31))
        assert ("", None, True) == (found.excess[0].citation, found.procedure, "not read" in found.caution)
        assert "votes" not in found.excess[0].says

    def test_changes_no_answer(self):
        """What is said of each person is what it would be with seats enough."""
        few, enough = (school(people("parent", 4), seats={**SEATS, "parent": seats}) for seats in (2, 4))
        assert eligible(governance.parse(few), on=NOW) == eligible(governance.parse(enough), on=NOW)


class TestCategoryThatEnded:
    """Community and sponsor governors: no instrument under the Regulations of 2012 has a seat for one."""

    @pytest.mark.parametrize("category", ["community", "sponsor"])
    @pytest.mark.parametrize("federation", [False, True])
    def test_no_office(self, category, federation):
        """The office has ended with the instrument in force; no vote of skills is offered."""
        given = {"category": "federation", "schools": ["community"] * 2} if federation else {}
        proposal = governance.parse(school(people(category, 1), **given))
        (result,) = eligible(proposal, on=NOW)
        assert (False, ()) == (result.eligible, result.findings)
        assert f"has no {SEAT_WORDS[category][0]}" in result.remark
        assert (
            "at the latest, when the instrument takes effect, on 18 September 2018. No vote on skills decides"
            in result.remark
        )
        assert () == surplus(proposal, on=NOW).excess

    @pytest.mark.parametrize("since", [None, D(2010, 1, 1), D(2001, 1, 1)])
    def test_older_instrument(self, since):
        """Of an instrument that is older, or of no known day, it cannot be told."""
        (result,) = eligible(governance.parse(school(people("sponsor", 1), since=since)), on=NOW)
        assert (None, True) == (result.eligible, "set effective_on" in result.remark)

    def test_barred_all_the_same(self):
        """Whoever is disqualified is so, whatever becomes of the office."""
        groups = people("sponsor", 1, estate_sequestrated=True)
        (result,) = eligible(governance.parse(school(groups, since=D(2010, 1, 1))), on=NOW)
        assert result.eligible is False


NOTHING_AGAINST = {
    **{name: False for name, fact in FACTS.items() if fact.kind in ("flag", "day")},
    "parent_of_pupil": True,
    "age_at_appointment": 40,
    "paid_hours_at_school": 0,
    "governorships_at_school": 1,
    "sentences": [],
    "nuisance_fines": [],
}
"""Facts of an elected parent governor against whom nothing can be said."""


def run(tables, *options):
    """Run the command on these tables, as JSON."""
    text = json.dumps(tables, default=str)
    return CliRunner().invoke(main, ["people", "-", "--on", "2018-10-01", *options], input=text)


class TestCommand:
    """`governance people` tells of the excess once, after the people, and does not exit as if all were well."""

    def test_letter(self):
        """Each person is told to be one of so many; the method stands at the end."""
        said = run(school(people("parent", 4)))
        assert 4 == said.stdout.count(
            "One of 4 parent governors, of whom 2 must go if all are in post: see the end."
        )
        _, _, end = said.stdout.partition("MORE GOVERNORS THAN SEATS")
        assert ("2 of the 4 must go" in end, "reg 15(3)" in end, "--cause" in end) == (True, True, True)

    def test_json(self):
        """In JSON each of them carries it, and nobody else."""
        told = json.loads(run(school(people("parent", 4), people("staff", 1)), "--json").stdout)
        assert [2, 2, 2, 2, None] == [one.get("surplus", {}).get("must_go") for one in told]
        assert told[0]["surplus"]["procedure"]["steps"]

    @pytest.mark.parametrize(("number", "status"), [(2, 0), (3, 3)])
    def test_status(self, number, status):
        """The status is 3 where it is not settled who goes, although each person may hold the office."""
        groups = people("parent", number, came_by="election", began=D(2018, 9, 20), **NOTHING_AGAINST)
        assert status == run(school(groups)).exit_code

"""Two proposals side by side: what is different, and what each change needs."""

import json
from pathlib import Path

import pytest
from boards import KINDS, SMALLEST
from hypothesis import given
from strategies import boards, kinds

import governance
from governance.answers.compare import compare
from governance.answers.differences import differences
from governance.letters.compare import letter
from governance.model.keys import keys

EXAMPLES = Path(__file__).parents[2] / "examples"
BASE = {
    "school": {"name": "Lakeside School", "category": "foundation", "foundation": "foundation"},
    "seats": SMALLEST["foundation", "foundation"],
    "instrument": {"effective_on": "2018-09-18"},
    "foundation": {"appointers": [{"by": "the trust", "number": 2}]},
}


def with_changes(**changed):
    return governance.parse(
        {key: {**BASE.get(key, {}), **value} for key, value in {**BASE, **changed}.items()}
    )


def difference(old, new):
    return {one.what: (one.old, one.new) for one in compare(old, new).changes}


@given(kind=kinds(), seats=boards())
def test_a_thing_with_itself(kind, seats):
    """Nothing differs from itself, and nothing is asked of it."""
    category, has = kind
    given_board = governance.parse({"school": {"category": category, "foundation": has}, "seats": seats})
    found = compare(given_board, given_board)
    assert ((), (), ()) == (found.changes, found.procedures, found.cautions)


PROPOSALS = [path for path in sorted(EXAMPLES.rglob("*.toml")) if "[school]" in path.read_text("utf-8")]


@pytest.mark.parametrize("path", PROPOSALS, ids=lambda path: path.stem)
def test_an_example_with_itself(path):
    """The examples say what they say."""
    proposal = governance.load(path)
    assert () == compare(proposal, proposal).changes


def test_rift_house():
    """From ten governors to twelve: two more co-opted, parents for two years, the dates, and nobody surplus."""
    old, new = (governance.load(EXAMPLES / f"{name}.toml") for name in ("rift-house-2015", "rift-house"))
    expected = {
        "made on": ("2015-09-01", "2018-09-18"),
        "in effect on": ("2015-09-01", "2018-09-18"),
        "seats: co-opted governors": ("5", "7"),
        "seats: in all": ("10", "12"),
        "seats: total stated": ("10", "12"),
        "term: parent governors": ("", "2 years"),
    }
    assert expected == difference(old, new)
    found = compare(old, new)
    assert (True, True) == (found.lawful_before, found.lawful_after)
    assert ["Varying an instrument of government: community"] == [one.title for one in found.procedures]
    needs = {need.citation for change in found.changes for need in change.needs}
    assert {"SI 2012/1034 reg 28(1)(e)", "SI 2012/1034 reg 28(1)(h)", "SI 2012/1034 reg 18(1A)"} <= needs


def test_fewer_seats_make_surplus_governors():
    """A category that shrinks is followed by what happens to those in post."""
    seats = BASE["seats"]
    bigger = with_changes(seats=seats | {"parent": 4, "co_opted": 2})
    found = compare(bigger, with_changes())
    assert "Surplus parent governors and co-opted governors" in [one.title for one in found.procedures]
    steps = [step.citation for one in found.procedures for step in one.steps]
    assert "SI 2012/1034 reg 15(3)" in steps
    assert not any(one.title.startswith("Surplus") for one in compare(with_changes(), bigger).procedures)


@pytest.mark.parametrize(
    ("before", "after", "rule", "title"),
    [
        (6, 3, "EIA-25", "Ending the foundation governors' majority, or removing the foundation"),
        (
            3,
            6,
            "ALT-REL",
            "Changing the category of a school, or giving its foundation governors the majority",
        ),
    ],
)
def test_a_majority_is_no_ordinary_variation(before, after, rule, title):
    """A foundation majority gained or lost stops the variation, and the procedure for it is given instead."""
    school = {**BASE["school"], "foundation_origin": "established"}
    old, new = (
        with_changes(school=school, seats=BASE["seats"] | {"foundation": number})
        for number in (before, after)
    )
    found = compare(old, new)
    assert [(rule, "breached")] == [(one.rule, one.verdict) for one in found.stops]
    assert "This cannot be done by an ordinary variation" in letter(found)
    titles = [one.title for one in found.procedures]
    assert title in titles
    assert not any(one.startswith("Varying") for one in titles)


def test_a_majority_of_a_foundation_nobody_knows_the_origin_of():
    """Where nobody has said how the school came by its foundation, both ways are shown, and the question is asked."""
    old, new = (with_changes(seats=BASE["seats"] | {"foundation": number}) for number in (6, 3))
    found = compare(old, new)
    assert [("EIA-25", "unknown")] == [(one.rule, one.verdict) for one in found.stops]
    titles = [one.title for one in found.procedures]
    assert "Ending the foundation governors' majority, or removing the foundation" in titles
    assert any(one.startswith("Varying") for one in titles)
    said = letter(found)
    assert "Whether this can be done by an ordinary variation cannot be told" in said
    assert "foundation_origin" in said
    assert "This cannot be done by an ordinary variation" not in said
    known = with_changes(
        school={**BASE["school"], "foundation_origin": "acquired"}, seats=BASE["seats"] | {"foundation": 6}
    )
    assert ["breached"] == [one.verdict for one in compare(known, new).stops]


def test_approvals_still_to_be_given():
    """With foundation governors a variation needs their approval; one that is given is not asked for."""
    old = with_changes()
    new = with_changes(seats=BASE["seats"] | {"parent": 3})
    asked = {one.rule for one in compare(old, new).approvals}
    given_one = with_changes(
        seats=BASE["seats"] | {"parent": 3}, approvals={"foundation_governors": "2018-09-01"}
    )
    assert "C12-IOG-VARY-FG" in asked
    assert asked - {"C12-IOG-VARY-FG"} == {one.rule for one in compare(old, given_one).approvals}


def test_appointers_and_names():
    """Who appoints, how many, and what the school is called."""
    new = with_changes(
        school={**BASE["school"], "name": "Lakeside Academy Trust School"},
        foundation={"appointers": [{"by": "the trust", "number": 1}, {"by": "the bishop", "number": 1}]},
    )
    expected = {
        "name of the school": ("Lakeside School", "Lakeside Academy Trust School"),
        "appointers: the trust": ("2", "1"),
        "appointers: the bishop": ("", "1"),
    }
    assert expected == difference(with_changes(), new)
    (named,) = [one for one in compare(with_changes(), new).changes if one.topic == "name of the school"]
    assert ["SI 2012/1034 reg 28(1)(a)", "Education Act 2002 s 20(5)"] == [
        one.citation for one in named.needs
    ]


def test_a_change_of_category():
    """It has a procedure of its own, and its own way with surplus governors."""
    old = with_changes()
    new = governance.parse(
        {
            "school": {"category": "community"},
            "seats": SMALLEST["community", None],
            "instrument": BASE["instrument"],
        }
    )
    steps = [step.citation for one in compare(old, new).procedures for step in one.steps]
    assert "SI 2013/3110 Sch 4 para 5" in steps
    assert "SI 2012/1034 reg 15(3)" not in steps


def test_a_unit_with_fewer_community_members():
    """Community members are a category of a pupil referral unit: nothing calls them abolished."""
    old, new = (
        governance.parse(
            {
                "school": {"category": "pupil referral unit"},
                "seats": {"parent": 1, "head_teacher": 1, "local_authority": 1, "community": community},
                "instrument": BASE["instrument"],
            }
        )
        for community in (6, 4)
    )
    found = compare(old, new)
    assert ["Varying an instrument of government: pupil referral unit"] == [
        one.title for one in found.procedures
    ]
    assert any("categories of a pupil referral unit to this day" in one for one in found.cautions)


@pytest.mark.parametrize("category", ["community", "community special", "maintained nursery"])
def test_no_foundation_where_there_can_be_none(category):
    """An instrument that says there is none says what a proposal that is silent says."""
    silent, says = (
        governance.parse({"school": {"category": category, **facts}, "seats": {"parent": 2}})
        for facts in ({}, {"foundation": "none"})
    )
    assert ({}, {}) == (difference(silent, says), difference(says, silent))


def test_approvals_of_a_school_of_a_federation_are_not_compared():
    """They are about the making of an instrument; what the instrument says of the school is compared."""
    school = {"name": "St Anne's School", "category": "voluntary aided", "foundation": "foundation"}
    plain, approved, renamed = (
        governance.parse(
            {
                "school": {"category": "federation"},
                "schools": [school | more, {"name": "Weir School", "category": "community"}],
                "seats": {"parent": 2},
            }
        )
        for more in ({}, {"approvals": {"trustees": "2025-06-17"}}, {"ethos": "Kindness."})
    )
    assert {} == difference(plain, approved)
    assert ["schools: St Anne's School"] == list(difference(plain, renamed))


def test_without_a_day():
    """What a change needs depends on the day; without one the differences are given, and the question."""
    old, new = (
        governance.parse({"school": {"category": "community"}, "seats": {"parent": number}})
        for number in (2, 3)
    )
    found = compare(old, new)
    assert {"seats: parent governors": ("2", "3"), "seats: in all": ("2", "3")} == difference(old, new)
    assert (None, None, ()) == (found.lawful_before, found.lawful_after, found.procedures)
    assert found.cautions


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_letter_and_json(kind):
    """Every kind: the letter fits a hundred columns, and the JSON is plain."""
    category, has = kind
    school = {"name": "A School of a Very Long Name " * 4, "category": category, "foundation": has}
    dates = {"effective_on": "2018-09-18"}
    old = governance.parse({"school": school, "seats": SMALLEST[kind], "instrument": dates})
    new = governance.parse(
        {
            "school": school | {"name": "Another"},
            "seats": {**SMALLEST[kind], "parent": 3, "co_opted": 0},
            "instrument": dates,
        }
    )
    said = letter(compare(old, new))
    assert all(len(line) <= 100 or "https://" in line for line in said.splitlines())
    assert "parent governors" in json.dumps(compare(old, new).as_json())
    assert "say the same." in letter(compare(old, old))


def test_lawful_on_condition_is_said():
    """Rift House is lawful provided that few of the co-opted governors are employed at the school."""
    old, new = (governance.load(EXAMPLES / f"{name}.toml") for name in ("rift-house-2015", "rift-house"))
    found = compare(old, new)
    assert "Old: lawful on condition. New: lawful on condition." in letter(found)
    assert (True, True) == (found.as_json()["conditional_before"], found.as_json()["conditional_after"])


def test_lawful_without_a_condition():
    """Where it is said that nobody co-opted is employed at the school, there is none."""
    new = with_changes(seats={"co_opted": 2, "co_opted_staff": 0})
    assert "New: lawful." in letter(compare(BASE_PROPOSAL, new))


BASE_PROPOSAL = governance.parse(BASE)


class TestInPost:
    """What becomes of governors in post, by category and never of one person."""

    @staticmethod
    def told(old, new, **both):
        """What is said of each category, with the kind of thing it is."""
        before, after = (governance.parse({**COMMUNITY, **both, **one}) for one in (old, new))
        return {(*one.categories, one.what): one for one in compare(before, after).in_post}

    def test_rift_house(self):
        """Two seats are vacant, and the shorter term is for parents elected from then on."""
        old, new = (governance.load(EXAMPLES / f"{name}.toml") for name in ("rift-house-2015", "rift-house"))
        told = {(*one.categories, one.what): one for one in compare(old, new).in_post}
        assert {("all",), ("co_opted", "seats gained"), ("parent", "term")} == told.keys()
        assert (
            "2 are vacant from 18 September 2018 if every seat is filled now"
            in told["co_opted", "seats gained"].says
        )
        term = told["parent", "term"]
        assert (
            "2 years instead of 4 years for those elected or appointed on or after 18 September 2018"
            in term.says
        )
        assert "neither cuts nor extends the term of those in post" in term.says
        assert ("SI 2012/1034 reg 18(1)", True) == (term.citation, "The other view: Yes" in term.doubt)
        assert told["co_opted", "seats gained"].says in " ".join(letter(compare(old, new)).split())

    @pytest.mark.parametrize(
        ("was", "is_", "filled", "what", "said"),
        [
            (2, 4, None, "seats gained", "2 seats more, 4 instead of 2; 2 are vacant"),
            (2, 3, 2, "seats gained", "with 2 in post 1 is vacant"),
            (2, 3, 4, "seats gained", "with 4 in post 1 of them must still go"),
            (4, 2, None, "seats lost", "If more than 2 are in post"),
            (4, 2, 4, "seats lost", "Of 4 parent governors in post 2 must go"),
            (4, 2, 2, "seats lost", "With 2 in post nobody has to go."),
            (4, 2, 1, "seats lost", "nobody has to go, and 1 seat stays vacant."),
            (2, "unknown", None, "not settled", "cannot be told"),
        ],
    )
    def test_seats(self, was, is_, filled, what, said):
        """Gained, lost or not settled, with how many are in post where it is known."""
        given = {} if filled is None else {"filled": {"parent": filled}}
        told = self.told({"seats": {**SEATS, "parent": was}}, {"seats": {**SEATS, "parent": is_}}, **given)
        assert said in told["parent", what].says

    def test_no_seat(self):
        """Where the new instrument has no seat of the category all go, and skills decide nothing."""
        told = self.told({"seats": SEATS}, {"seats": {**SEATS, "co_opted": 0, "parent": 4}})
        assert "no vote on skills decides anything" in told["co_opted", "no seat"].says
        assert "SI 2012/1034 reg 15(1)" == told["co_opted", "no seat"].citation

    @pytest.mark.parametrize("category", ["community", "sponsor"])
    def test_category_that_ended(self, category):
        """A category that the law knows no more ends on the day, and gets no vote of skills."""
        old, new = ({"seats": {**SEATS, **more}} for more in ({category: 2}, {"co_opted": 4}))
        told = self.told(old, new)
        assert "No vote on skills decides anything" in told[category, "no such category"].says
        before, after = (governance.parse({**COMMUNITY, **one}) for one in (old, new))
        assert not any("urplus" in one.title for one in compare(before, after).procedures)

    def test_nothing_for_the_head(self):
        """The head teacher is never in excess, and serves no term."""
        told = self.told(
            {"seats": SEATS}, {"seats": {**SEATS, "head_teacher": 0}, "terms": {"head_teacher": "2 years"}}
        )
        assert {} == told

    def test_term_left_to_those_appointing(self):
        """That a term is left to those appointing is a change of term, too."""
        told = self.told({"seats": SEATS}, {"seats": SEATS, "terms": {"fixed_by_appointer": ["co_opted"]}})
        assert "what those appointing set instead of 4 years" in told["co_opted", "term"].says

    def test_alike(self):
        """Categories whose terms change alike are told of at once."""
        told = self.told({"seats": SEATS}, {"seats": SEATS, "terms": {"all": "3 years", "parent": "2 years"}})
        assert {("all",), ("parent", "term"), ("local_authority", "staff", "co_opted", "term")} == told.keys()
        says = told["local_authority", "staff", "co_opted", "term"].says
        assert says.startswith(
            "Local authority governors, staff governors and co-opted governors: the term is 3 years"
        )

    def test_federating(self):
        """On the federation date every office in the schools ends."""
        federation = {
            "school": {"category": "federation"},
            "schools": [{"category": "community"}] * 2,
            "seats": SEATS,
        }
        told = self.told({"seats": SEATS}, federation)
        assert "every office in them ends" in told[("all",)].says
        assert "SI 2012/1035 reg 13" == told[("all",)].citation
        found = compare(
            governance.parse({**COMMUNITY, "seats": SEATS}), governance.parse({**COMMUNITY, **federation})
        )
        assert () == found.procedures
        assert any("neither a variation nor a change of category" in one for one in found.cautions)

    def test_law_without_people(self):
        """Where no rule about people is encoded, that is said where it matters, and nothing is made up."""
        early = {"instrument": {"effective_on": "2010-01-01"}}
        same = {"seats": SEATS}
        assert {} == self.told(same, {**same, "school": {"category": "community", "name": "A"}}, **early)
        old, new = ({"seats": {**SEATS, "parent": parents}} for parents in (4, 5))
        assert "is not encoded" in self.told(old, new, **early)[("all",)].says


SEATS = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 2}
COMMUNITY = {"school": {"category": "community"}, "instrument": {"effective_on": "2018-09-18"}}


SAYS = {
    "text": "Words",
    "lines": "Words",
    "flag": True,
    "count": 3,
    "total": 3,
    "date": "2020-03-04",
    "term": "2 years",
    "texts": ["Words"],
}
"""What may stand in a key of each kind that has no choices."""
OF_THE_MAKING = {"instrument.replaces"}
STATED = ("school", "schools[]", "instrument", "seats", "terms", "foundation", "ethos")


def of_the_instrument(key):
    table = key.table.removesuffix("[]").partition(".")[0]
    return (
        table in {one.removesuffix("[]") for one in STATED}
        and "approvals" not in key.path
        and key.kind not in ("table", "tables")
        and key.path not in OF_THE_MAKING
    )


@pytest.mark.parametrize("key", list(filter(of_the_instrument, keys())), ids=lambda key: key.path)
def test_no_key_of_an_instrument_is_passed_over(key):
    """Whatever one of two instruments says more is a difference."""
    value = [key.options[-1]] if key.kind == "choices" else key.options[-1] if key.options else SAYS[key.kind]
    sides = []
    value = "Hill" if key.name == "school" else value
    for more in ({}, {key.name: value}):
        data = {"school": {"category": "foundation"}, "seats": {"co_opted": 4, "foundation": 4}}
        if "school" in (key.table.removesuffix("s[]"), key.name) and key.table != "school":
            schools = [{"name": name, "category": "community"} for name in ("Fen", "Hill")]
            data |= {"school": {"category": "federation"}, "schools": schools}
        table = data
        for part in key.table.split("."):
            name, many = part.removesuffix("[]"), part.endswith("[]")
            inner = table.setdefault(name, [dict(NEEDED.get(key.table, {}))] if many else {})
            table = inner[0] if many else inner
        table.update(more)
        sides.append(governance.parse(data))
    assert list(differences(*sides))


NEEDED = {
    "foundation.appointers[]": {"by": "a trust", "number": 1},
    "foundation.ex_officio[]": {"office": "the vicar"},
}
"""What an entry of a list cannot do without."""

"""What a check says: the verdict, the arithmetic, the smallest change, and the same as JSON."""

import datetime
import json
import re
from pathlib import Path

import attrs
import pytest
from boards import DAY, KINDS, REGULATIONS, SMALLEST, ask, breached, finding, proposal
from hypothesis import given
from hypothesis import strategies as st
from strategies import boards, kinds, size

import governance
from governance.answers import procedures
from governance.english import day_words
from governance.law import Kind, book_for, rule_book
from governance.law.relation import DERIVED
from governance.law.store.loader import load_instrument
from governance.letters.check import letter

EXAMPLES = Path(__file__).parents[2] / "examples"

LAW = load_instrument("constitution-2012")
RESULT = {"proposal", "on", "regime", "lawful", "total", "findings", "cautions"}
FINDING = {
    "rule",
    "instrument",
    "para",
    "citation",
    "url",
    "severity",
    "verdict",
    "because",
    "repairs",
}
UNSETTLED = st.sampled_from(["parent", "co_opted", "foundation", "partnership"])

RIFT_HOUSE = {
    "school": {"name": "Rift House Primary School", "category": "community", "local_authority": "Hartlepool"},
    "instrument": {
        "governing_body": "The governing body of Rift House Primary School",
        "made_by": "Hartlepool Local Authority",
        "made_on": "2018-09-18",
        "effective_on": "2018-09-18",
    },
    "seats": {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 7, "total": 12},
    "terms": {"parent": "2 years"},
}


@st.composite
def results(draw):
    """The result of any check: any kind of school, some seats unknown, some facts not given."""
    category, has = draw(kinds())
    seats = draw(boards())
    if draw(st.booleans()):
        seats[draw(UNSETTLED)] = "unknown"
    if seats["co_opted"] != "unknown" and draw(st.booleans()):
        seats["total"] = draw(st.integers(5, 25))
    terms = draw(st.dictionaries(st.sampled_from(["parent", "all"]), st.just("2 years") | st.just("5 years")))
    day = draw(st.dates(datetime.date(2012, 9, 1), datetime.date(2030, 1, 1)))
    has = draw(st.sampled_from([has, None]))
    return ask(category, has, head_resigned=draw(st.booleans()), on=day, terms=terms, **seats)


class TestRiftHouse:
    """Rift House Primary School, from ten governors to twelve on 18 September 2018."""

    def test_lawful_on_condition(self):
        """Twelve are lawful, provided that at most two of the seven co-opted are employed at the school."""
        result = governance.check(governance.parse(RIFT_HOUSE))
        assert result.lawful is True
        assert 12 == result.total
        assert DAY == result.on
        assert "uksi/2012/1034" == result.regime
        assert ["at most 2 of the 7 co-opted governors are employed at the school"] == [
            one.condition for one in result.conditions
        ]
        assert set() == breached(result)

    def test_as_it_was(self):
        """Ten, five of them co-opted, were lawful too, with at most one employed at the school."""
        seats = {**RIFT_HOUSE["seats"], "co_opted": 5, "total": 10}
        result = governance.check(governance.parse({**RIFT_HOUSE, "seats": seats}))
        assert result.lawful is True
        assert (
            "at most 1 of the 5 co-opted governors is employed at the school"
            == result.conditions[0].condition
        )

    def test_finding_of_issue_2(self):
        """The finding on the total is the one the issue shows."""
        found = next(
            one
            for one in json.loads(json.dumps(governance.check(governance.parse(RIFT_HOUSE)).as_json()))[
                "findings"
            ]
            if one["rule"] == "C12-TOTAL-MIN"
        )
        assert {
            "rule": "C12-TOTAL-MIN",
            "instrument": "uksi/2012/1034",
            "para": "13(2)",
            "citation": "SI 2012/1034 reg 13(2)",
            "url": "https://www.legislation.gov.uk/uksi/2012/1034/regulation/13",
            "severity": "unlawful",
            "verdict": "met",
            "because": "12 seats; the least is 7",
            "repairs": [],
        } == {key: found[key] for key in FINDING}

    def test_day(self):
        """The day asked about comes before the day the instrument takes effect."""
        day = datetime.date(2020, 1, 1)
        assert day == governance.check(governance.parse(RIFT_HOUSE), on=day).on


class TestJson:
    """The result as plain values."""

    @given(results())
    def test_names(self, result):
        """Every result and every finding has every name of issue 2, whatever else it has, and is JSON."""
        data = json.loads(json.dumps(result.as_json()))
        assert RESULT == RESULT & data.keys()
        assert data["findings"]
        for found in data["findings"]:
            assert FINDING == FINDING & found.keys()
            assert found["verdict"] in ("met", "breached", "unknown", "conditional")
            assert found["severity"] in ("unlawful", "advice", "note")
            assert isinstance(found["repairs"], list)
            assert found["citation"].strip()
            assert found["url"].startswith("https://www.")
            if found["instrument"] == REGULATIONS:
                assert found["citation"].startswith("SI 2012/1034 ")
                assert found["url"].startswith("https://www.legislation.gov.uk/uksi/2012/1034/")
            assert found["because"]

    @given(results())
    def test_lawful(self, result):
        """Lawful is false where an unlawful finding is breached, else null where one is unknown, else true."""
        data = result.as_json()
        verdicts = [one["verdict"] for one in data["findings"] if one["severity"] == "unlawful"]
        expected = False if "breached" in verdicts else None if "unknown" in verdicts else True
        assert expected is data["lawful"]
        assert expected is result.lawful

    @given(kinds(), boards())
    def test_total(self, kind, seats):
        """The total is the sum of the seats, whatever total is stated."""
        assert size(seats) == ask(*kind, **seats, total=1).as_json()["total"]

    def test_same_twice(self):
        """The same proposal gives the same result."""
        first, second = (governance.check(governance.parse(RIFT_HOUSE)) for _ in range(2))
        assert first == second
        assert json.dumps(first.as_json()) == json.dumps(second.as_json())


class TestBecause:
    """A finding shows the numbers of the board."""

    @given(kinds(), st.booleans(), boards())
    def test_numbers(self, kind, resigned, seats):
        """Where everything is known, each number that a rule counts stands in its finding."""
        seats = {"co_opted_staff": 0, **seats}
        category, foundation = kind
        book = rule_book(LAW, DAY, Kind(category, foundation or "none", resigned))
        result = ask(*kind, head_resigned=resigned, **seats)
        for rule in book.rules:
            if rule.require is None:
                continue
            said = set(re.findall(r"\d+", finding(result, rule.id).because))
            for part in rule.require.left + rule.require.right:
                if part.name is None:
                    continue
                count = sum(seats.get(seat, 0) for seat in DERIVED.get(part.name, (part.name,)))
                assert count == 0 or str(count) in said, finding(result, rule.id)

    @pytest.mark.parametrize("kind", KINDS, ids=str)
    def test_no_seats_at_all(self, kind):
        """A board without seats is told so in words."""
        result = ask(*kind)
        assert False is result.lawful
        assert "no seats" in finding(result, "C12-TOTAL-MIN").because


class TestRepairs:
    """A repair is the smallest change of one number that satisfies the rule."""

    @given(kinds(), st.booleans(), boards())
    def test_repair_satisfies_the_rule(self, kind, resigned, seats):
        """With the repair made, the rule that was breached is breached no more."""
        for found in ask(*kind, head_resigned=resigned, **seats).findings:
            assert found.verdict == "breached" or found.repairs == ()
            for repair in found.repairs:
                assert repair.says
                mended = ask(*kind, head_resigned=resigned, **{**seats, **repair.seats})
                if repair.seats:
                    assert finding(mended, found.rule).verdict in ("met", "conditional")

    @given(kinds(), boards(), st.data())
    def test_nothing_smaller(self, kind, seats, data):
        """No smaller change of the same number would do."""
        broken = [
            (found.rule, name, to)
            for found in ask(*kind, **seats).findings
            for repair in found.repairs
            for name, to in repair.seats.items()
        ]
        if not broken:
            assert set() == {one.rule for one in ask(*kind, **seats).findings if one.repairs}
            return
        rule, name, to = data.draw(st.sampled_from(broken))
        now = seats.get(name, 0)
        between = range(min(now, to) + 1, max(now, to))
        for number in between:
            tried = {**seats, name: number}
            if tried.get("co_opted_staff", 0) <= tried["co_opted"]:
                assert "breached" == finding(ask(*kind, **tried), rule).verdict

    @pytest.mark.parametrize("kind", KINDS, ids=str)
    def test_every_breach_of_a_smallest_board_has_one(self, kind):
        """Take one seat from a smallest board, and every rule it breaks says what to do."""
        for seat in SMALLEST[kind]:
            result = ask(*kind, **SMALLEST[kind] | {seat: SMALLEST[kind][seat] - 1})
            assert breached(result)
            assert all(finding(result, rule).repairs for rule in breached(result))

    def test_whole_repair_of_a_total(self):
        """A total that is not the sum is mended by the sum."""
        found = finding(ask(**SMALLEST["community", None], total=9), "C12-SUM")
        assert "State a total of 7" in found.repairs[0].says


def test_whose_answer_it_is_and_by_what_law():
    """The school is named, and every law that was asked has its stamp."""
    said = governance.check(governance.parse(RIFT_HOUSE)).as_json()
    assert "Rift House Primary School" == said["school"]
    assert {said["regime"]} < {*said["rules"]}
    assert LAW.hash == said["rules"][LAW.id]


class TestNoDay:
    """The law depends on the day."""

    def test_no_day(self):
        """Where neither a day is asked about nor a date of effect given, nobody can tell."""
        with pytest.raises(governance.CannotTellError, match="no day is given"):
            ask(on=None, **SMALLEST["community", None])

    def test_day_of_effect(self):
        """Without a day asked about, it is the day of effect."""
        made = governance.parse(RIFT_HOUSE)
        assert governance.check(made) == governance.check(made, on=DAY)
        asked = attrs.evolve(proposal(**SMALLEST["community", None]), instrument=made.instrument)
        assert DAY == governance.check(asked).on


def test_a_day_may_be_text():
    """From Python the day may be a date or text; text that is no day is refused."""
    proposal = governance.load(Path(__file__).parents[2] / "examples" / "rift-house.toml")
    assert governance.check(proposal, on=datetime.date(2016, 1, 1)) == governance.check(
        proposal, on="2016-01-01"
    )
    with pytest.raises(ValueError, match="`on` takes a day of the calendar, and was given '2016-02-30'"):
        governance.check(proposal, on="2016-02-30")


class TestCautions:
    """What to know of the record of the law that an answer rests on."""

    def test_a_day_after_the_last_comparison(self):
        """A later day, near or in 2099, carries a caution that stops nothing; the day itself carries none."""
        compared = min(law.compared for law in library_laws(DAY))
        for day, expected in (
            (compared, 0),
            (compared + datetime.timedelta(1), 1),
            (datetime.date(2099, 1, 1), 1),
        ):
            result = ask(**SMALLEST["community", None], co_opted_staff=0, on=day)
            assert (True, expected) == (result.lawful, len(result.cautions))
            assert all(day_words(compared) in one for one in result.cautions)
            assert list(result.cautions) == result.as_json()["cautions"]
            said = letter(result, proposal(**SMALLEST["community", None]))
            assert expected == said.count("Caution: ")

    @pytest.mark.parametrize(("term", "other"), [("2 years", "met"), ("6 months", "breached")])
    def test_what_the_other_view_says_of_a_term(self, term, other):
        """On the other view of the words that were not found, a year is the least."""
        board = {
            "school": {"category": "community"},
            "seats": SMALLEST["community", None],
            "terms": {"all": term},
        }
        found = governance.check(governance.parse(board), on=datetime.date(2014, 1, 1))
        (as_made,) = [one for one in found.findings if one.rule == "C12-TERM-AS-MADE"]
        assert other == as_made.doubt.verdict

    def test_regulations_known_as_made(self):
        """An answer under the Regulations on pupil referral units says that they are known as they were made."""
        unit = governance.parse(
            {
                "school": {"category": "pupil referral unit"},
                "seats": {"parent": 1, "staff": 1, "head_teacher": 1, "local_authority": 2, "community": 6},
            }
        )
        (caution,) = governance.check(unit, on=DAY).cautions
        assert "has been read as it was made" in caution

    def test_options_and_steps(self):
        """Options and steps of a later day carry the same caution."""
        day = datetime.date(2099, 1, 1)
        (expected,) = ask(**SMALLEST["community", None], on=day).cautions
        found = governance.options("community", on=day, wanted={"total": 7})
        assert (expected,) == found.cautions
        assert expected in procedures.removal("co_opted", day).cautions


def library_laws(day):
    """The laws that a check of a community school is made by."""
    book = book_for(proposal(**SMALLEST["community", None]), day)
    return (book.law, *book.beside)


class TestWeightOfADoubt:
    """A finding is called doubtful where the doubt is live for the board and serious."""

    SETTLED = (
        "two-staff-governors",
        "total-is-not-the-sum",
        "head-counted-as-staff",
        "community-governors",
        "foundation-governor-in-a-community-school",
        "voluntary-aided-of-ten",
    )

    @pytest.mark.parametrize("name", SETTLED)
    def test_settled(self, name):
        """One staff governor, one LA governor, the sum, a category that is not provided for: unlawful, without a doubt."""
        found = governance.load(EXAMPLES / "unlawful" / f"{name}.toml")
        result = governance.check(found)
        assert result.lawful is False
        assert [] == [one.rule for one in result.findings if one.doubt]
        assert "doubtful" not in letter(result, found)

    def test_serious(self):
        """Four parents in a federation are still said to be doubtful."""
        found = governance.load(EXAMPLES / "unlawful" / "federation-four-parents.toml")
        (one,) = [
            one for one in governance.check(found).of("unlawful", "breached") if one.rule == "FED-PAR-2"
        ]
        assert one.doubt is not None


@pytest.mark.parametrize(
    ("seats", "heads", "verdict"),
    [
        (0, (None, None, None), "breached"),
        (1, (None, None, None), "unknown"),
        (2, (None, None, None), "unknown"),
        (3, (None, None, None), "met"),
        (4, (None, None, None), "breached"),
        (1, ("A", "B", None), "breached"),
        (2, ("A", "B", None), "unknown"),
        (1, ("A", "A", "A"), "met"),
        (1, ("A", "A", "B"), "breached"),
        (2, ("A", "A", "B"), "met"),
    ],
)
def test_heads_nobody_has_named(seats, heads, verdict):
    """With fewer seats for head teachers than schools it depends on who is the head of each, unless all are named."""
    schools = [
        {"category": "community", "name": f"School {n}", **({"head": head} if head else {})}
        for n, head in enumerate(heads)
    ]
    board = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": seats, "co_opted": 6}
    found = governance.check(
        governance.parse({"school": {"category": "federation"}, "schools": schools, "seats": board}),
        on="2018-09-18",
    )
    (finding,) = (one for one in found.findings if one.rule == "FED-HEAD")
    assert verdict == finding.verdict
    assert ("head teacher of each school" in finding.question) == (verdict == "unknown")

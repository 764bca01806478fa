"""What is said of the people of a proposal, as values and on the command line."""

import datetime
import json
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from persons import BEGAN, NOW, of_person, rule_of

import governance
from governance.cli import main
from governance.errors import CannotTellError
from governance.model import Term
from governance.model.names import CAME_BY, OFFICES
from governance.model.person import FACTS, Sentence
from governance.people.eligibility import eligible

EXAMPLE = Path(__file__).parents[2] / "examples" / "people.toml"
D = datetime.date
CLEAN = {
    name: {"flag": False, "day": False, "done": True, "days": [], "sentences": [], "number": 1}[fact.kind]
    for name, fact in FACTS.items()
    if fact.kind != "term"
} | {
    "age_at_appointment": 40,
    "born_on": D(1980, 1, 1),
    "parent_of_pupil": True,
    "has_enhanced_certificate": True,
}
"""Facts of an elected parent governor against whom nothing can be said."""


class TestAnswer:
    """Eligible is true, false or not to be told, as lawful is for a board."""

    def test_eligible(self):
        """Nothing against, and everything known."""
        result = of_person("parent", "election", **CLEAN)
        assert (True, "", ()) == (result.eligible, result.remark, result.of("unlawful", "unknown"))

    def test_not_eligible(self):
        """One breach is enough, whatever is unknown."""
        assert False is of_person("parent", "election", registered_pupil=True).eligible
        assert False is of_person("parent", "election", **CLEAN | {"registered_pupil": True}).eligible

    @pytest.mark.parametrize(
        "fact", ["registered_pupil", "sentences", "absent_since", "parent_of_pupil", "paid_hours_at_school"]
    )
    def test_cannot_tell(self, fact):
        """One thing unknown is enough, and its question is asked."""
        known = {name: value for name, value in CLEAN.items() if name != fact}
        result = of_person("parent", "election", **known)
        assert None is result.eligible
        assert all(fact in finding.question for finding in result.of("unlawful", "unknown"))

    def test_way_unknown(self):
        """Where nobody says how the office was come by, rules that turn on it are not taken to be silent."""
        result = of_person("parent", None, **CLEAN | {"age_at_appointment": 17})
        finding = rule_of(result, "C12-DQ-AGE")
        assert ("unknown", True) == (finding.verdict, "came_by" in finding.question)

    @pytest.mark.parametrize("category", ["community", "sponsor"])
    def test_unknown_office(self, category):
        """An office that the law of the day does not know gets no yes from silence."""
        result = of_person(category, "appointment", **CLEAN)
        assert None is result.eligible
        assert f"has no {category} governor" in result.remark


class TestDays:
    """A rule on entry is that of the day of entry; a rule on holding office that of the day asked about."""

    def test_entry(self):
        """Skills were not asked of a foundation governor appointed before 1 September 2014."""
        for began, there in ((D(2014, 8, 31), False), (D(2014, 9, 1), True)):
            result = of_person("foundation", "appointment", on=D(2017, 1, 1), began=began)
            assert there is ("C12-SKILL-FND" in {one.rule for one in result.findings})

    def test_before_these_regulations(self):
        """Of an appointment under earlier law the answer is that it cannot be told, with a question."""
        result = of_person(
            "co_opted", on=D(2013, 1, 1), began=D(2011, 1, 1), skills_in_opinion_of_appointer=True
        )
        finding = rule_of(result, "C12-SKILL-COOPT")
        assert ("unknown", True) == (finding.verdict, "1 January 2011" in finding.question)

    def test_ex_officio_of_long_standing(self):
        """A head teacher in post since before the Regulations came by the seat under no rule on entry."""
        facts = CLEAN | {"left_the_post": False}
        assert of_person("head_teacher", "ex officio", began=D(2001, 1, 1), **facts).eligible is True

    def test_to_come(self):
        """Whose office begins later is judged on the day it begins."""
        result = of_person("co_opted", on=NOW, began=D(2021, 1, 1), absent_since=D(2020, 6, 1))
        assert "breached" == rule_of(result, "C12-DQ-ATTEND").verdict

    def test_no_day(self):
        """Without a day there is no law to apply."""
        proposal = governance.load(EXAMPLE)
        people = tuple(attrs.evolve(person, appointed_on=None) for person in proposal.people)
        with pytest.raises(CannotTellError, match="no day is given"):
            eligible(attrs.evolve(proposal, people=people, instrument=governance.model.Instrument()))

    def test_day_of_the_people(self):
        """Where no day is asked about it is the latest of the instrument's day and those of the people."""
        proposal = governance.load(EXAMPLE)
        latest = max(person.appointed_on for person in proposal.people if person.appointed_on)
        assert latest > proposal.instrument.effective_on
        assert {latest} == {result.on for result in eligible(proposal)}
        assert eligible(proposal, on=latest) == eligible(proposal)
        undated = attrs.evolve(proposal, instrument=governance.model.Instrument())
        assert {latest} == {result.on for result in eligible(undated)}

    def test_day_of_the_instrument(self):
        """An instrument later than every appointment gives the day."""
        proposal = governance.load(EXAMPLE)
        later = attrs.evolve(
            proposal, instrument=attrs.evolve(proposal.instrument, effective_on=D(2025, 1, 1))
        )
        assert {D(2025, 1, 1)} == {result.on for result in eligible(later)}

    def test_later_office(self):
        """Who is appointed after the day asked about is judged, and said to be judged, on that later day."""
        assert of_person("co_opted", on=D(2018, 9, 18), began=D(2023, 9, 1)).on == D(2023, 9, 1)


class TestEarlierLaw:
    """A day before the Regulations that judge the people is refused, as `governance check` refuses it."""

    @pytest.mark.parametrize(
        ("day", "first"),
        [
            ("2005-01-01", "2007-05-25"),
            ("2007-05-24", "2007-05-25"),
            ("2007-05-25", "1 September 2012"),
            ("2012-08-31", "1 September 2012"),
        ],
    )
    def test_refused(self, day, first):
        """The sentence names the day and the first day there is an answer for."""
        result = run(EXAMPLE, "--on", day)
        said = " ".join(result.stdout.split())
        asked = D.fromisoformat(day)
        assert 3 == result.exit_code
        assert day in said or f"On {asked.day} {asked:%B %Y}" in said
        assert f"The first day we can answer for is {first}" in said
        assert "uksi/2012/1034" not in said
        with pytest.raises(CannotTellError):
            eligible(governance.load(EXAMPLE), on=asked)

    def test_answered(self):
        """From 1 September 2012 there is an answer."""
        result = run(EXAMPLE, "--on", "2012-09-01")
        assert 1 == result.exit_code
        assert "(uksi/2012/1034)" in result.stdout

    @pytest.mark.parametrize(("day", "refused"), [(D(2015, 8, 31), True), (D(2015, 9, 1), False)])
    def test_older_instrument(self, day, refused):
        """An older instrument is under the Regulations of 2012 from 1 September 2015, and not before."""
        proposal = governance.load(EXAMPLE)
        older = attrs.evolve(
            proposal, instrument=attrs.evolve(proposal.instrument, effective_on=D(2008, 1, 1))
        )
        if refused:
            with pytest.raises(CannotTellError, match="The first day we can answer for is 1 September 2015"):
                eligible(older, on=day)
        else:
            assert {"uksi/2012/1034"} == {result.regime for result in eligible(older, on=day)}


class TestApart:
    """The board's answer knows nothing of the people, and theirs nothing of the board."""

    def test_board(self):
        """The people of a proposal change no finding on its board."""
        proposal = governance.load(EXAMPLE)
        alone = governance.check(attrs.evolve(proposal, people=()))
        assert alone == governance.check(proposal)

    def test_people(self):
        """An unlawful board makes nobody ineligible."""
        proposal = governance.load(EXAMPLE)
        worse = attrs.evolve(proposal, seats=attrs.evolve(proposal.seats, parent=0))
        day = D(2024, 9, 1)
        assert False is governance.check(worse, on=day).lawful
        assert eligible(proposal, on=day) == eligible(worse, on=day)

    def test_no_people(self):
        """A proposal without people is no answer."""
        with pytest.raises(CannotTellError, match="names no people"):
            eligible(attrs.evolve(governance.load(EXAMPLE), people=()), on=NOW)


VALUES = {
    "flag": st.booleans(),
    "done": st.booleans() | st.dates(),
    "day": st.just(value=False) | st.dates(),
    "days": st.lists(st.dates(), max_size=3),
    "number": st.integers(0, 9000),
    "term": st.integers(1, 999).map(lambda months: f"{months} months"),
    "sentences": st.lists(
        st.fixed_dictionaries({"on": st.dates(), "months": st.integers(1, 1200)}), max_size=3
    ),
}


class TestEverybody:
    """Whatever is known of whomever, there is an answer, and each finding can be read."""

    @given(
        data=st.data(),
        category=st.sampled_from(OFFICES),
        came_by=st.none() | st.sampled_from(CAME_BY),
        began=st.none() | st.dates(),
        on=st.dates(D(2012, 9, 1)),
    )
    def test_answer(self, data, category, came_by, began, on):
        """No day of the calendar and no fact is too strange."""
        names = data.draw(st.lists(st.sampled_from(sorted(FACTS)), unique=True, max_size=8))
        facts = {name: data.draw(VALUES[FACTS[name].kind]) for name in names}
        result = of_person(category, came_by, on=on, began=began, **facts)
        assert result.eligible in (True, False, None)
        for finding in result.findings:
            assert finding.because
            assert (finding.verdict == "unknown") is bool(finding.question)
            assert finding.url.startswith("https://www.legislation.gov.uk/")

    @given(st.sampled_from(sorted(name for name, fact in FACTS.items() if fact.kind == "flag")))
    def test_more_facts_never_unsettle(self, fact):
        """What is settled stays settled when another fact becomes known."""
        less = of_person("parent", "election", registered_pupil=False)
        settled = {one.rule: one.verdict for one in less.findings if one.verdict != "unknown"}
        known = {"registered_pupil": False, fact: False}
        more = {one.rule: one.verdict for one in of_person("parent", "election", **known).findings}
        assert settled.items() <= more.items()


def run(*args, text=None):
    """Run the command."""
    return CliRunner().invoke(main, ["people", *map(str, args)], input=text)


class TestCommand:
    """`governance people` prints a letter for each person, and exits like `governance check`."""

    def test_letters(self):
        """Each person has a letter, headed by the office."""
        result = run(EXAMPLE, "--on", "2024-09-01")
        heads = [line for line in result.stdout.splitlines() if ": " in line and line.split(":")[0].isupper()]
        assert [
            "ELIGIBLE: parent governor A",
            "NOT ELIGIBLE: parent governor B",
            "NOT ELIGIBLE: co-opted governor C",
            "CANNOT TELL: associate member D",
        ] == heads
        assert 1 == result.exit_code
        assert "620; the most is 500" in result.stdout

    def test_all(self):
        """With --all what is met is shown, too."""
        assert "What is met" in run(EXAMPLE, "--on", "2024-09-01", "--all").stdout
        assert "What is met" not in run(EXAMPLE, "--on", "2024-09-01").stdout

    def test_doubt(self):
        """Where the law is doubtful both views are told."""
        text = HEAD.format(began="2020-09-01", facts="")
        told = " ".join(run("-", "--on", "2024-09-01", text=text).stdout.split())
        assert "The law is doubtful here. Is the last day of a term the anniversary" in told

    def test_json(self):
        """JSON gives a list with the same answers."""
        people = json.loads(run(EXAMPLE, "--on", "2024-09-01", "--json").stdout)
        assert [True, False, False, None] == [person["eligible"] for person in people]
        assert {"rule", "citation", "because"} <= people[0]["findings"][0].keys()

    @pytest.mark.parametrize(
        ("text", "status", "said"),
        [
            ("", 2, "is empty"),
            ("[school", 2, "is not TOML"),
            ('[school]\ncategory = "community"\n[seats]\n', 3, "no day is given"),
            (
                '[school]\ncategory = "community"\n[seats]\n[instrument]\neffective_on = 2020-01-01\n',
                3,
                "names no people",
            ),
        ],
    )
    @pytest.mark.parametrize("options", [(), ("--json",)])
    def test_errors(self, text, status, said, options):
        """Each kind of error has its status and its message, and none a traceback."""
        result = run("-", *options, text=text)
        assert status == result.exit_code
        assert said in result.output
        assert isinstance(result.exception, SystemExit)

    def test_eligible_status(self):
        """Where everybody is eligible the status is nought."""
        facts = "\n".join(f"{name} = {_toml(value)}" for name, value in CLEAN.items())
        result = run("-", "--on", "2020-09-15", text=HEAD.format(began=BEGAN, facts=facts))
        assert (0, True) == (result.exit_code, "ELIGIBLE: A" in result.stdout)

    def test_remark(self):
        """Why an office is not known is said in the letter."""
        text = HEAD.replace('"parent"', '"sponsor"').format(began=BEGAN, facts="")
        result = run("-", "--on", "2020-09-15", text=text)
        assert (3, True) == (result.exit_code, "has no sponsor governor" in " ".join(result.stdout.split()))

    @pytest.mark.parametrize(("category", "said"), [("voluntary aided", 1), ("community", 0)])
    def test_what_the_record_lacks(self, category, said):
        """Where governors are trustees of a charity it is said, once, that there are grounds that are not put to them."""
        text = HEAD.replace('"community"', f'"{category}"').format(began="2020-09-01", facts="")
        told = run("-", "--on", "2020-09-15", text=text + text[text.index("[[people]]") :])
        assert said == told.stdout.count("Caution: Of section 178 of the Charities Act 2011")
        people = json.loads(run("-", "--on", "2020-09-15", "--json", text=text).stdout)
        assert said == len(people[0]["cautions"])

    def test_a_day_after_the_record(self):
        """The law of a day after the last comparison is said to be so."""
        text = HEAD.format(began="2020-09-01", facts="")
        assert "a change that was made later" in " ".join(
            run("-", "--on", "2030-09-15", text=text).stdout.split()
        )

    def test_help(self):
        """Help ends with an example that can be run."""
        assert "Example: governance people examples/people.toml --on 2024-09-01" in run("--help").stdout


HEAD = """
[school]
category = "community"
[seats]
[[people]]
key = "A"
category = "parent"
came_by = "election"
appointed_on = {began}
[people.facts]
{facts}
"""


def _toml(value):
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_values_that_people_are_made_of():
    """Sentences and terms are values, equal where they say the same."""
    assert Sentence(NOW, 3) == Sentence(NOW, 3)
    assert Term(3) != Term(4)

"""The `[[people]]` of a proposal file: what is read, and what is said of what cannot be."""

import datetime
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import governance
from governance.errors import ProposalError
from governance.model import Term
from governance.model.person import FACTS, Sentence
from governance.model.reading import loads

HEAD = '[school]\ncategory = "community"\n[seats]\nparent = 2\n'
DAY = datetime.date(2020, 9, 1)


def person(facts="", entry='key = "parent governor A"\ncategory = "parent"'):
    """Read one person."""
    text = f"{HEAD}[[people]]\n{entry}\n[people.facts]\n{facts}\n"
    return loads(text, source="x.toml").people[0]


def problems(facts="", entry='key = "parent governor A"\ncategory = "parent"'):
    """What is wrong with one person."""
    with pytest.raises(ProposalError) as caught:
        person(facts, entry)
    return [str(problem) for problem in caught.value.problems]


class TestPerson:
    """An entry has an office, a category, and perhaps how and when the office was come by."""

    def test_whole(self):
        """Everything given is read."""
        entry = 'key = "A"\ncategory = "co_opted"\ncame_by = "appointment"\nappointed_on = 2020-09-01'
        found = person("registered_pupil = false", entry)
        assert ("A", "co_opted", "appointment", DAY) == (
            found.key,
            found.category,
            found.came_by,
            found.appointed_on,
        )
        assert {"registered_pupil": False} == found.facts

    def test_least(self):
        """An office and a category are enough, and nothing else is made up."""
        assert (None, None, {}) == (person().came_by, person().appointed_on, person().facts)

    def test_old_label(self):
        """A proposal that says office for the label is read, and the new name of the key is said."""
        text = f'{HEAD}[[people]]\noffice = "parent governor A"\ncategory = "parent"\n'
        found = loads(text)
        assert ("parent governor A", None) == (found.people[0].key, found.people[0].office)
        assert any("the key is called key now" in note for note in found.read_as)

    def test_register_fields(self):
        """What a register says of a person a proposal may say, too."""
        more = 'office = "chair"\nended_on = 2024-01-01\nstated_end = 2024-08-31\nappointed_by = "parents"\nbody = "A"'
        found = person(entry=f'key = "A"\ncategory = "parent"\n{more}')
        assert ("chair", "parents", "A") == (found.office, found.appointed_by, found.body)
        assert (2024, 2024) == (found.ended_on.year, found.stated_end.year)

    @pytest.mark.parametrize(
        ("entry", "facts"),
        [('term = "2 years"', ""), ("", 'term = "2 years"'), ('term = "2 years"', 'term = "24 months"')],
    )
    def test_term(self, entry, facts):
        """The term set at the election or appointment stands beside the office, or among the facts."""
        found = person(facts, f'key = "A"\ncategory = "parent"\n{entry}')
        assert {"term": Term(24)} == found.facts

    def test_two_terms(self):
        """Two terms that are not the same are a slip, and both are named."""
        (said,) = problems('term = "3 years"', 'key = "A"\ncategory = "parent"\nterm = "2 years"')
        assert "people.0.term: 2 years is not the 3 years under facts" in said

    @pytest.mark.parametrize(
        ("entry", "said"),
        [
            ('key = "A"\ncategory = "parent"\nterm = "long"', '"long" is not a term of office'),
            ('category = "parent"', "`key` is missing"),
            ('key = "A"', "`category` is missing"),
            ('key = "A"\ncategory = "parnt"', "Did you mean `parent`?"),
            ('key = "A"\ncategory = "parent"\ncame_by = "vote"', '"vote" is not one of those known'),
            ('key = "A"\ncategory = "parent"\nname = "Ann"', "name: is not a key that is known here"),
            ('key = "A"\ncategory = "parent"\nappointed_on = "soon"', "is not a day of the calendar"),
        ],
    )
    def test_wrong(self, entry, said):
        """What is wrong is said with the place; a name has no place in a proposal."""
        (problem,) = problems(entry=entry)
        assert said in problem
        assert problem.startswith("x.toml:")

    def test_not_a_list(self):
        """A single table where a list should be is said to be one."""
        with pytest.raises(ProposalError, match="is not a list of tables"):
            loads(f'{HEAD}[people]\nkey = "A"\n', source="x.toml")


class TestFacts:
    """Each fact has a type, and only facts that a rule asks for are known."""

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("registered_pupil = true", True),
            ("skills_in_opinion_of_appointer = true", True),
            ("skills_in_opinion_of_appointer = 2020-09-01", DAY),
            ("absent_since = 2020-09-01", DAY),
            ("absent_since = false", False),
            ("paid_hours_at_school = 500", 500),
            ('term = "2 years"', Term(24)),
            ("nuisance_fines = [2020-09-01]", (DAY,)),
            ("nuisance_fines = []", ()),
            ("sentences = []", ()),
            ("sentences = [{ on = 2020-09-01, months = 3 }]", (Sentence(DAY, 3),)),
            (
                "sentences = [{ on = 2020-09-01, days = 90, suspended = true }]",
                (Sentence(DAY, None, 90, suspended=True),),
            ),
        ],
    )
    def test_values(self, text, value):
        """A value is read as what it is; a day that never came is false."""
        assert [value] == list(person(text).facts.values())

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("registered_pupl = true", "Did you mean `registered_pupil`?"),
            ('registered_pupil = "perhaps"', "is neither true nor false"),
            ("absent_since = true", "is not a day"),
            ("absent_since = 3", "is not a day of the calendar"),
            ("skills_in_opinion_of_appointer = 3", "is not a day of the calendar"),
            ("paid_hours_at_school = 1.5", "is not a whole number of a likely size"),
            ("paid_hours_at_school = true", "is not a whole number of a likely size"),
            ("paid_hours_at_school = -1", "is not a whole number of a likely size"),
            ("paid_hours_at_school = 9001", "is not a whole number of a likely size"),
            ('term = "soon"', "is not a term of office"),
            ("nuisance_fines = 2020-09-01", "is not a list of days"),
            ("nuisance_fines = [3]", "is not a day of the calendar"),
            ("sentences = [3]", "is not a list of tables"),
            ("sentences = [{ months = 3 }]", "`on` is missing"),
            ("sentences = [{ on = 2020-09-01 }]", "has not just one length"),
            ("sentences = [{ on = 2020-09-01, months = 3, days = 4 }]", "has not just one length"),
            ("sentences = [{ on = 2020-09-01, months = 0 }]", "from 1 to 1200"),
            ("sentences = [{ on = 2020-09-01, months = 3, fine_opt = true }]", "Did you mean `fine_option`?"),
        ],
    )
    def test_wrong(self, text, said):
        """One thing wrong is one problem, with its remedy."""
        (problem,) = problems(text)
        assert said in problem

    def test_everything_at_once(self):
        """All that is wrong with several people is said together."""
        entry = "[[people]]\noffice = 3\ncategory = 4\n"
        with pytest.raises(ProposalError) as caught:
            loads(HEAD + entry * 3, source="x.toml")
        assert 6 == len(caught.value.problems)

    @given(
        st.sampled_from(sorted(FACTS)),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.floats(allow_nan=False),
            lambda inner: (
                st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2)
            ),
            max_leaves=4,
        ),
    )
    def test_anything(self, name, value):
        """Whatever stands for a fact is read or refused, and never anything else."""
        data = {
            "school": {"category": "community"},
            "seats": {},
            "people": [{"key": "A", "category": "parent", "facts": {name: value}}],
        }
        said: tuple[object, ...] = ("nothing",)
        try:
            governance.parse(data)
        except ProposalError as error:
            said = error.problems
        assert said


def test_json():
    """JSON with the same keys is the same proposal, its days in quotation marks."""
    data = {
        "school": {"category": "community"},
        "seats": {"parent": 2},
        "people": [
            {"key": "A", "category": "parent", "facts": {"sentences": [{"on": "2020-09-01", "months": 3}]}}
        ],
    }
    (found,) = loads(json.dumps(data), source="x.json").people
    assert {"sentences": (Sentence(DAY, 3),)} == found.facts
    assert "3 months" == str(Sentence(DAY, 3))
    assert "90 days" == str(Sentence(DAY, None, 90))


class TestEarlier:
    """`[[earlier]]` instruments have a day of effect before that of the instrument, and the terms they set."""

    @staticmethod
    def read(*entries, since="effective_on = 2018-09-18"):
        """Read a proposal with these earlier instruments."""
        tables = "".join(f"[[earlier]]\n{entry}\n" for entry in entries)
        return loads(f"{HEAD}[instrument]\n{since}\n{tables}", source="x.toml")

    def test_in_order_of_their_days(self):
        """Whatever the order they are listed in."""
        found = self.read(
            "effective_on = 2015-09-01", 'effective_on = 2012-09-01\n[earlier.terms]\nparent = "1 year"'
        )
        assert [2012, 2015] == [one.effective_on.year for one in found.earlier]
        assert [{"parent": Term(12)}, {}] == [one.terms.by_category for one in found.earlier]

    @given(st.dates())
    def test_terms_of_a_day(self, day):
        """The instrument in force on the day gives the terms; before the first that is known nothing does."""
        found = self.read(
            'effective_on = 2012-09-01\n[earlier.terms]\nparent = "1 year"', "effective_on = 2015-09-01"
        )
        terms = found.terms_on(day)
        if day < datetime.date(2012, 9, 1):
            assert terms is None
        else:
            assert ({"parent": Term(12)} if day < datetime.date(2015, 9, 1) else {}) == terms.by_category

    @pytest.mark.parametrize(
        ("entries", "since", "said"),
        [
            (
                ["effective_on = 2018-09-18"],
                None,
                "x.toml:8: earlier.0.effective_on: 2018-09-18 is not before 2018-09-18",
            ),
            (["effective_on = 2012-09-18"] * 2, None, "2012-09-18 stands twice"),
            (["effective_on = 2012-09-18"], "", "comes before a day that is not given"),
            (["[earlier.terms]"], None, "`effective_on` is missing"),
            (['effective_on = 2012-09-18\nterm = "2 years"'], None, "Write [terms] and its keys below it"),
        ],
    )
    def test_refused(self, entries, since, said):
        """Each mistake is named with its place."""
        with pytest.raises(ProposalError) as caught:
            self.read(*entries, **({} if since is None else {"since": since}))
        assert said in str(caught.value)

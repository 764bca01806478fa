"""What is wrong with a proposal file is said: where, what, and what to do about it, all at once."""

import datetime
import io
import json
import types

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import governance
from governance import Proposal, ProposalError
from governance.model.names import CATEGORIES, SEATS
from governance.model.reading import MOST_BYTES, loads

SCHOOL = '[school]\ncategory = "community"\n'
SEATS_TABLE = "[seats]\nparent = 2\n"
GOOD = SCHOOL + SEATS_TABLE


def problems(text, *, source="x.toml"):
    """What is wrong with a text: each problem as it is printed, with its parts."""
    with pytest.raises(ProposalError) as caught:
        loads(text, source=source)
    for problem in caught.value.problems:
        assert problem.where.startswith(source)
        assert problem.message
        assert str(problem) in str(caught.value)
    return caught.value.problems


MALFORMED = {
    "empty file": (
        "",
        "x.toml",
        "",
        "is empty",
        "Check that it is the right file, and that it was saved whole",
    ),
    "no seats": (SCHOOL, "x.toml", "", "`seats` is missing", "Add [seats]"),
    "no category": (
        "[school]\n" + SEATS_TABLE,
        "x.toml:1",
        "school",
        "`category` is missing",
        "community special",
    ),
    "unknown category": (
        '[school]\ncategory = "comunity"\n' + SEATS_TABLE,
        "x.toml:2",
        "school.category",
        '"comunity" is not one of those known',
        "Did you mean `community`?",
    ),
    "category that is no category": (
        '[school]\ncategory = "Academy"\n' + SEATS_TABLE,
        "x.toml:2",
        "school.category",
        '"Academy"',
        "An academy is no maintained school",
    ),
    "category that is a number": (
        "[school]\ncategory = 3\n" + SEATS_TABLE,
        "x.toml:2",
        "school.category",
        "3 is not text",
        "quotation marks",
    ),
    "empty category": (
        '[school]\ncategory = " "\n' + SEATS_TABLE,
        "x.toml:2",
        "school.category",
        "is empty",
        "Give it a value",
    ),
    "unknown foundation": (
        SCHOOL + 'foundation = "yes"\n' + SEATS_TABLE,
        "x.toml:3",
        "school.foundation",
        '"yes"',
        "qualifying",
    ),
    "seat of another name": (GOOD + "chair = 1\n", "x.toml:5", "seats.chair", "is not a key", "Known here: "),
    "misspelt table": (GOOD + "[instrumnet]\n", "x.toml:5", "instrumnet", "is not a key", "`instrument`"),
    "key outside any table": ("name = 1\n" + GOOD, "x.toml:1", "name", "is not a key", "school"),
    "true for a number": (
        SCHOOL + "[seats]\nhead_teacher = true\n",
        "x.toml:4",
        "seats.head_teacher",
        "true is not a whole number",
        "Write a whole number",
    ),
    "a fraction of a seat": (
        SCHOOL + "[seats]\nparent = 2.5\n",
        "x.toml:4",
        "seats.parent",
        "2.5 is not",
        "such as 2",
    ),
    "not a number": (
        SCHOOL + "[seats]\nparent = nan\n",
        "x.toml:4",
        "seats.parent",
        "nan is not",
        "such as 2",
    ),
    "no end of seats": (
        SCHOOL + "[seats]\nparent = inf\n",
        "x.toml:4",
        "seats.parent",
        "inf is not",
        "such as 2",
    ),
    "negative": (
        SCHOOL + "[seats]\nparent = -1\n",
        "x.toml:4",
        "seats.parent",
        "-1 is less than nought",
        '"unknown"',
    ),
    "a thousand": (
        SCHOOL + "[seats]\nparent = 1000\n",
        "x.toml:4",
        "seats.parent",
        "1000 is more than 999",
        "Check",
    ),
    "huge": (
        SCHOOL + f"[seats]\nparent = 0x{'f' * 6000}\n",
        "x.toml:4",
        "seats.parent",
        "more than twenty digits",
        "Check the number",
    ),
    "more digits than can be read": (
        SCHOOL + f"[seats]\nparent = {'9' * 6000}\n",
        "x.toml",
        "",
        "is not TOML",
        "Mend",
    ),
    "a list of seats": (
        SCHOOL + "[seats]\nparent = [2]\n",
        "x.toml:4",
        "seats.parent",
        "a list is not",
        "such as 2",
    ),
    "a table of seats": (
        SCHOOL + "[seats.parent]\nn = 2\n",
        "x.toml:3",
        "seats.parent",
        "a table is not",
        "such as 2",
    ),
    "a day for seats": (
        SCHOOL + "[seats]\nparent = 2018-09-18\n",
        "x.toml:4",
        "seats.parent",
        "2018-09-18",
        "such as 2",
    ),
    "unknown total": (
        GOOD + 'total = "unknown"\n',
        "x.toml:5",
        "seats.total",
        '"unknown" is not a whole number',
        "Leave total out",
    ),
    "more staff than co-opted": (
        GOOD + "co_opted = 2\nco_opted_staff = 3\n",
        "x.toml:6",
        "seats.co_opted_staff",
        "3 is more than the 2 co-opted seats",
        "within co_opted",
    ),
    "staff and nobody co-opted": (
        GOOD + "co_opted_staff = 1\n",
        "x.toml:5",
        "seats.co_opted_staff",
        "1 is more",
        "co_opted",
    ),
    "impossible day": (
        GOOD + '[instrument]\nmade_on = "2018-02-30"\n',
        "x.toml:6",
        "instrument.made_on",
        '"2018-02-30" is not a day of the calendar',
        "year-month-day",
    ),
    "impossible day of TOML": (
        GOOD + "[instrument]\nmade_on = 2018-02-30\n",
        "x.toml:6",
        "instrument.made_on",
        '"2018-02-30" is not a day of the calendar',
        "There is no such day",
    ),
    "month without a day": (
        GOOD + '[instrument]\neffective_on = "September 2021"\n',
        "x.toml:6",
        "instrument.effective_on",
        '"September 2021"',
        "year-month-day",
    ),
    "day without hyphens": (
        GOOD + '[instrument]\nmade_on = "20180918"\n',
        "x.toml:6",
        "instrument.made_on",
        "20180918",
        "2018-09-18",
    ),
    "day of a week": (
        GOOD + '[instrument]\nmade_on = "2018-W38-2"\n',
        "x.toml:6",
        "instrument.made_on",
        "W38",
        "2018-09-18",
    ),
    "day with a time": (
        GOOD + "[instrument]\nmade_on = 2018-09-18T10:00:00\n",
        "x.toml:6",
        "instrument.made_on",
        "2018-09-18 10:00:00 is not a day",
        "year-month-day",
    ),
    "a time": (
        GOOD + "[instrument]\nmade_on = 10:00:00\n",
        "x.toml:6",
        "instrument.made_on",
        "10:00:00",
        "2018-09-18",
    ),
    "a year": (
        GOOD + "[instrument]\nmade_on = 2018\n",
        "x.toml:6",
        "instrument.made_on",
        "2018 is not a day",
        "2018-09-18",
    ),
    "control character": (
        '[school]\ncategory = "community"\nname = "a\\u0000b"\n' + SEATS_TABLE,
        "x.toml:3",
        "school.name",
        "U+0000",
        "Remove it",
    ),
    "bell": (
        '[school]\ncategory = "community"\nname = "\\u0007"\n' + SEATS_TABLE,
        "x.toml:3",
        "school.name",
        "U+0007",
        "Remove",
    ),
    "letters that turn the text": (
        '[school]\ncategory = "community"\nname = "St \\u202e Hild"\n' + SEATS_TABLE,
        "x.toml:3",
        "school.name",
        "U+202E",
        "Remove it",
    ),
    "head resigned as a number": (
        SCHOOL + "head_resigned = 1\n" + SEATS_TABLE,
        "x.toml:3",
        "school.head_resigned",
        "1 is",
        "true",
    ),
    "term as a number": (
        GOOD + "[terms]\nparent = 2\n",
        "x.toml:6",
        "terms.parent",
        "2 is not a term",
        '"2 years"',
    ),
    "term of no time": (
        GOOD + '[terms]\nparent = "0 years"\n',
        "x.toml:6",
        "terms.parent",
        '"0 years"',
        '"2 years"',
    ),
    "term in weeks": (
        GOOD + '[terms]\nparent = "6 weeks"\n',
        "x.toml:6",
        "terms.parent",
        '"6 weeks"',
        '"18 months"',
    ),
    "term below nought": (
        GOOD + '[terms]\nparent = "-2 years"\n',
        "x.toml:6",
        "terms.parent",
        '"-2 years"',
        '"2 years"',
    ),
    "appointer's terms as text": (
        GOOD + '[terms]\nfixed_by_appointer = "co_opted"\n',
        "x.toml:6",
        "terms.fixed_by_appointer",
        '"co_opted" is not a list',
        '["co_opted"]',
    ),
    "appointer's terms of numbers": (
        GOOD + "[terms]\nfixed_by_appointer = [1]\n",
        "x.toml:6",
        "terms.fixed_by_appointer",
        "list",
        "Write",
    ),
    "school as text": (
        'school = "community"\n' + SEATS_TABLE,
        "x.toml:1",
        "school",
        '"community" is not a table',
        "[school]",
    ),
    "seats as a list": (
        "seats = [2, 1]\n" + SCHOOL,
        "x.toml:1",
        "seats",
        "a list is not a table",
        "Write [seats]",
    ),
    "seats as many tables": (
        SCHOOL + "[[seats]]\nparent = 2\n",
        "x.toml:3",
        "seats",
        "a list is not a table",
        "[seats]",
    ),
    "school in one line": (
        "school = { category = 1 }\n" + SEATS_TABLE,
        "x.toml:1",
        "school.category",
        "1 is not text",
        "quotation",
    ),
    "seats in one line": (
        f"seats = {{ parent = -2 }}\n{SCHOOL}",
        "x.toml:1",
        "seats.parent",
        "-2",
        "such as 2",
    ),
    "dotted key": (
        'school.category = "community"\nseats.parent = -2\n',
        "x.toml:2",
        "seats.parent",
        "-2",
        "such as 2",
    ),
    "appointers as a table": (
        GOOD + '[foundation.appointers]\nby = "A"\n',
        "x.toml:5",
        "foundation.appointers",
        "a table is not a list of tables",
        "[[appointers]]",
    ),
    "appointer without a number": (
        GOOD + '[[foundation.appointers]]\nby = "A"\n',
        "x.toml:5",
        "foundation.appointers.0",
        "`number` is missing",
        "Say how many they appoint",
    ),
    "second appointer": (
        GOOD
        + '[[foundation.appointers]]\nby = "A"\nnumber = 1\n[[foundation.appointers]]\nby = 2\nnumber = 1\n',
        "x.toml:9",
        "foundation.appointers.1.by",
        "2 is not text",
        "quotation marks",
    ),
    "current without seats": (
        GOOD + "[current]\n",
        "x.toml:5",
        "current",
        "`seats` is missing",
        "[current.seats]",
    ),
    "current seats": (
        GOOD + "[current.seats]\nparent = -1\n",
        "x.toml:6",
        "current.seats.parent",
        "-1",
        "such as 2",
    ),
    "not TOML": (GOOD + "co_opted = \n", "x.toml:5", "", "has no value: co_opted =", "Write it behind the ="),
    "key given twice": (
        GOOD + "parent = 3\n",
        "x.toml:5",
        "",
        "stands twice: parent = 3",
        "Keep one of the two",
    ),
    "table given twice": (
        GOOD + "[school]\n",
        "x.toml:5",
        "",
        "stands twice: [school]",
        "Keep one of the two",
    ),
    "unclosed text": (GOOD + 'staff = "\n', "x.toml:5", "", "is not TOML", "Mend"),
    "nested too deep": ("a = " + "[" * 5000, "x.toml", "", "nested too deep", "Mend the file"),
    "prose": (
        "Dear Sir,\nplease find",
        "x.toml",
        "",
        "is not a proposal: it is not TOML",
        'governance read "x.toml" -o',
    ),
    "nothing but nought": ("\x00", "x.toml", "", "is not a proposal", "If it is an instrument in words"),
}
"""A malformed proposal, and the place, key, value and remedy that its problem names."""


@pytest.mark.parametrize("name", MALFORMED)
def test_malformed(name):
    """Each malformed proposal is refused with the place, the value and the remedy."""
    text, where, path, said, remedy = MALFORMED[name]
    for problem in problems(text):
        if (where, path) == (problem.where, problem.path) and said in problem.message:
            assert remedy in problem.remedy
            break
    else:
        pytest.fail(f"not said of {name}: {[str(problem) for problem in problems(text)]}")


def test_there_are_many():
    """There are at least forty of them, all different."""
    assert 40 <= len({text for text, *_ in MALFORMED.values()})


UNDERSTOOD = [
    (GOOD.replace("community", "Community"), GOOD, 'school.category: "Community" is read as community.'),
    (GOOD.replace("community", "Community Primary School"), GOOD, "is read as community."),
    (GOOD.replace('"community"', "community"), GOOD, 'Line 2 is read as category = "community"'),
    (GOOD.replace('"community"', "“community”"), GOOD, 'Line 2 is read as category = "community"'),
    (GOOD.replace("parent = 2", 'parent = "2"'), GOOD, 'seats.parent: "2" is read as 2.'),
    (GOOD.replace("parent = 2", "parent = two  # of them"), GOOD, 'seats.parent: "two" is read as 2.'),
    (GOOD.replace("parent = 2", "parent = 2.0"), GOOD, "seats.parent: 2.0 is read as 2."),
    (GOOD.replace("parent = 2", "parent = 2 seats"), GOOD, 'seats.parent: "2 seats" is read as 2.'),
    (GOOD.replace("parent = 2", "parent: 2"), GOOD, "Line 4 is read as parent = 2"),
    (GOOD.replace("parent = 2", "Parent governors = 2"), GOOD, "the key is read as parent."),
    (GOOD.replace("parent = 2", "parent\u00a0= 2"), GOOD, "Line 4 is read as parent = 2"),
    (GOOD.replace("[seats]", "seats:"), GOOD, "Line 3 is read as [seats]"),
    (GOOD.replace("[seats]", "[Seats]"), GOOD, "Seats: the key is read as seats."),
    (GOOD + "co-opted = 3\n", GOOD + "co_opted = 3\n", "seats.co-opted: the key is read as co_opted."),
    (GOOD + "LEA = 1\n", GOOD + "local_authority = 1\n", "seats.LEA: the key is read as local_authority."),
    (GOOD + "co_opted = tbc\n", GOOD + 'co_opted = "unknown"\n', 'seats.co_opted: "tbc" is read as unknown.'),
    *(
        (
            f"{GOOD}[instrument]\nmade_on = {day}\n",
            f"{GOOD}[instrument]\nmade_on = 2018-09-08\n",
            "is read as 2018-09-08.",
        )
        for day in ("8/9/2018", '"8/9/2018"', "2018-9-8", "8.9.2018", "8th September 2018", '"8 Sept, 2018"')
    ),
    (
        f"{GOOD}[instrument]\nmade_on = 2018-09-08T00:00:00\n",
        f"{GOOD}[instrument]\nmade_on = 2018-09-08\n",
        "2018-09-08 00:00:00 is read as 2018-09-08.",
    ),
    (
        GOOD + '[Terms]\nParents = 4 years\nfixed_by_appointer = ["coopted"]\n',
        GOOD + '[terms]\nparent = "4 years"\nfixed_by_appointer = ["co_opted"]\n',
        'terms.fixed_by_appointer.0: "coopted" is read as co_opted.',
    ),
    (
        SCHOOL + "head_resigned = Yes\n" + SEATS_TABLE,
        SCHOOL + "head_resigned = true\n" + SEATS_TABLE,
        'school.head_resigned: "Yes" is read as true.',
    ),
    (
        SCHOOL + "foundation = false\n" + SEATS_TABLE,
        SCHOOL + 'foundation = "none"\n' + SEATS_TABLE,
        "school.foundation: false is read as none.",
    ),
    (
        GOOD + "[approvals]\ntrustee = 2018-01-01\n",
        GOOD + "[approvals]\ntrustees = 2018-01-01\n",
        "approvals.trustee: the key is read as trustees.",
    ),
]
"""A proposal in a person's own words, the same in ours, and what is said of it."""


@pytest.mark.parametrize(("theirs", "ours", "said"), UNDERSTOOD)
def test_what_has_one_meaning(theirs, ours, said):
    """It is the proposal that it would be in our words, and says how it was read; ours says nothing."""
    found = loads(theirs)
    assert loads(ours) == found
    assert any(said in note for note in found.read_as)
    assert () == loads(ours).read_as


SPELT = {
    "parent": ("parent", "Parents", '"Parent governors"', "number of parent governors"),
    "local_authority": ("local_authority", "LA", "LEA", "Local authority governor"),
    "staff": ("staff", "Staff governors", "STAFF"),
    "head_teacher": ("head_teacher", "Headteacher", "head", "Head-teachers"),
    "co_opted": ("co_opted", "co-opted", "Coopted members", "cooptees"),
    "foundation": ("foundation", "Foundation governors"),
    "partnership": ("partnership", "Partnership governors"),
}
NUMBERS = [
    "nought",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
]
FORMS = ("{0}", '"{0}"', "{0}.0", "{1}", '"{1}"', "{1} ({0})", "{0} seats", "“{0}”")
SIGNS = (" = ", ": ", "\t=\t", "\u00a0= ")


@given(
    st.sampled_from(CATEGORIES[:-2]),
    st.dictionaries(st.sampled_from(sorted(SPELT)), st.integers(0, 13)),
    st.dates(datetime.date(1000, 1, 1)),
    st.data(),
)
def test_one_board_in_any_spelling(category, seats, day, draw):
    """However keys, numbers, days, quotation marks and signs are written, and in whichever mix, it is the same board."""

    def one(several):
        return draw.draw(st.sampled_from(several))

    lines = [
        f"[{one(('school', 'School'))}]",
        f"Category{one(SIGNS)}{one((f'{chr(34)}{category}{chr(34)}', category.title(), f'“{category} school”'))}",
        f"[{one(('instrument', 'Instrument'))}]",
        f"made_on{one(SIGNS)}{day.strftime(one(('%d/%m/%Y', '%-d %B %Y', '%Y-%m-%d')))}",
        one(("[seats]", "Seats", "[Seats]")),
        *(
            f"{one(SPELT[seat])}{one(SIGNS)}{one(FORMS).format(number, NUMBERS[number])}"
            for seat, number in seats.items()
        ),
    ]
    want = {"school": {"category": category}, "instrument": {"made_on": day}, "seats": seats}
    assert governance.parse(want) == attrs.evolve(loads("\n".join(lines) + "\n"), source="proposal")


def test_the_same_seats_twice():
    """Two spellings of one key are both told, and none is taken."""
    (problem,) = problems(GOOD + "Parents = 3\n")
    assert "seats.Parents: is not a key that is known here. Did you mean `parent`?" in str(problem)
    assert 2 == len(problems(SCHOOL + "[seats]\nParents = 3\nParent governors = 2\n"))


def test_a_problem_beside_what_is_understood():
    """What is wrong is told at its line, however the lines around it are written."""
    (problem,) = problems("[School]\ncategory = VA\n[Seats]\nParents = -2\n")
    assert ("x.toml:4", "seats.parent") == (problem.where, problem.path)


def test_nothing_within_a_text_is_mended():
    """A line of an ethos stays as it is, though it looks like a slip."""
    said = "parent: two\n[Seats]\n“Love”"
    found = loads(f'{GOOD}[ethos]\ndescription = """{said}"""\n')
    assert (said, ()) == (found.ethos, found.read_as)


def test_all_at_once():
    """Several problems are reported together, each at its own line."""
    text = (
        '[school]\ncategory = "comunity"\nhead_resigned = "perhaps"\n'
        "[seats]\nparent = -1\nstaff = true\nco_optd = 3\n"
        '[instrument]\nmade_on = "soon"\n[terms]\nparent = 4\n[annex]\n'
    )
    assert {f"x.toml:{line}" for line in (2, 3, 5, 6, 7, 9, 11, 12)} == {one.where for one in problems(text)}
    assert 8 == len(problems(text))


def test_line_reads_as_a_sentence():
    """A problem reads as one line: place, key, what is wrong, what to do."""
    (problem,) = problems(GOOD + "co_optd = 3\n")
    assert "x.toml:5: seats.co_optd: is not a key that is known here. Did you mean `co_opted`?" == str(
        problem
    )


class TestJson:
    """JSON with the same keys is read as TOML is, and refused as TOML is."""

    def test_same(self):
        """The same tables make the same proposal."""
        data = {"school": {"category": "community"}, "seats": {"parent": 2}}
        assert loads(GOOD) == loads(json.dumps(data)) == governance.parse(data)

    def test_day(self):
        """A day is text in JSON."""
        data = {"school": {"category": "community"}, "seats": {}, "instrument": {"made_on": "2018-09-18"}}
        assert "2018-09-18" == loads(json.dumps(data)).instrument.made_on.isoformat()

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("[1, 2]", "is not a JSON object"),
            ("[]", "is not a JSON object"),
            ("3", "is not a JSON object"),
            ("null", "is not a JSON object"),
            ('"school"', "is not a JSON object"),
            ("", "is empty"),
            ("{", "is not JSON"),
            ('{"school": {}} x', "is not JSON"),
            (
                '{"school": {"category": "community", "category": "foundation"}}',
                "the key 'category' stands twice",
            ),
            ('{"seats": {"parent": NaN}}', "NaN is not a number"),
            ('{"seats": {"parent": -Infinity}}', "-Infinity is not a number"),
            ('{"a": ' * 50_000, "nested too deep"),
            ('{"seats": {"parent": 1' + "0" * 5000 + "}}", "is not JSON"),
            ("{'school': 1}", "is not JSON"),
        ],
    )
    def test_refused(self, text, said):
        """What is not one JSON object, each key once, is refused."""
        (problem,) = problems(text, source="x.json")
        assert said in problem.message
        assert problem.remedy

    def test_line(self):
        """A slip in JSON of several lines is at its line."""
        (problem,) = problems('{\n"school": ,\n}', source="x.json")
        assert "x.json:2" == problem.where

    @pytest.mark.parametrize(
        ("data", "path"),
        [
            ({"school": None, "seats": {}}, ""),
            ({"school": {"category": "community"}, "seats": None}, ""),
            ({"school": {"category": None}, "seats": {"parent": 2}}, "school"),
            (
                {
                    "school": {"category": "community"},
                    "seats": {},
                    "foundation": {"appointers": [{"by": None, "number": 1}]},
                },
                "foundation.appointers.0",
            ),
        ],
    )
    def test_null_is_missing(self, data, path):
        """A key that must be there is missing where it is null."""
        assert path in {
            one.path for one in problems(json.dumps(data), source="x.json") if "missing" in one.message
        }

    def test_huge_negative(self):
        """A number below nought of more digits than Python prints is refused like any other."""
        with pytest.raises(ProposalError, match="is less than nought"):
            governance.parse({"school": {"category": "community"}, "seats": {"parent": -(10**5000)}})


class TestFile:
    """Files are read as text of a page."""

    def test_whole(self, tmp_path):
        """A proposal in a file is the proposal in its text, and knows where it came from."""
        path = tmp_path / "x.toml"
        path.write_text(GOOD, encoding="utf-8")
        assert loads(GOOD, source=str(path)) == governance.load(path) == governance.load(str(path))
        assert str(path) == governance.load(path).source

    def test_byte_order_mark(self, tmp_path):
        """The mark that Windows puts before a text is passed over, in TOML and in JSON."""
        for name, text in (
            ("x.toml", GOOD),
            ("x.json", '{"school": {"category": "community"}, "seats": {}}'),
        ):
            (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + text.encode())
            assert "community" == governance.load(tmp_path / name).school.category

    def test_windows_lines(self, tmp_path):
        """Lines may end as Windows ends them, and are counted the same."""
        path = tmp_path / "x.toml"
        path.write_bytes((GOOD + "co_optd = 1\n").replace("\n", "\r\n").encode())
        with pytest.raises(ProposalError, match=r"x\.toml:5: seats\.co_optd"):
            governance.load(path)

    @pytest.mark.parametrize(
        ("raw", "said"),
        [
            (b'[school]\nname = "\xe9\x81"\n', r":2: is not UTF-8 text\. Save the file as UTF-8"),
            (b'[school]\nname = "\xe9\x00"\n', r":2: is not UTF-8 text\. Save the file as UTF-8"),
            ("[school]".encode("utf-16"), "`seats` is missing"),
            ("[school]".encode("utf-16")[:-1], ":1: is not UTF-8 text"),
            (b"#" * (MOST_BYTES + 1), f"is larger than {MOST_BYTES} bytes"),
            (
                b"PK\x03\x04\x14\x00",
                "is a Word file or another Office file, and no proposal. If it is an instrument",
            ),
            (b"%PDF-1.7", 'is a PDF, and no proposal.*governance read ".*x.toml" -o'),
            (b" \r\n", "is empty. Check that it is the right file"),
        ],
    )
    def test_refused(self, tmp_path, raw, said):
        """What is no text of a page is refused."""
        path = tmp_path / "x.toml"
        path.write_bytes(raw)
        with pytest.raises(ProposalError, match=said):
            governance.load(path)

    def test_windows_text(self, tmp_path):
        """What Notepad and PowerShell write is read, and that it is no UTF-8 is said."""
        text = '[school]\r\nname = "Sant Élodie’s"\r\ncategory = "community"\r\n[seats]\r\nparent = 2\r\n'
        for encoding, said in (("cp1252", 1), ("utf-16", 0), ("utf-8-sig", 0)):
            path = tmp_path / "x.toml"
            path.write_bytes(text.encode(encoding))
            found = governance.load(path)
            assert ("Sant Élodie’s", said) == (found.school.name, len(found.read_as))

    def test_directory(self, tmp_path):
        """A folder is not a file."""
        with pytest.raises(ProposalError, match="cannot be read"):
            governance.load(tmp_path)

    def test_not_there(self, tmp_path):
        """A file that is not there cannot be read."""
        with pytest.raises(ProposalError, match=r"cannot be read: .*Check the name of the file"):
            governance.load(tmp_path / "no.toml")

    def test_below_a_file(self, tmp_path):
        """A file below a file cannot be read, whoever asks."""
        (tmp_path / "x").write_text("")
        with pytest.raises(ProposalError, match="cannot be read"):
            governance.load(tmp_path / "x" / "y.toml")

    def test_no_name(self):
        """A name that no file can have is refused."""
        with pytest.raises(ProposalError, match="cannot be read"):
            governance.load("a\x00b.toml")

    @pytest.mark.parametrize("text", [GOOD, '{"school": {"category": "community"}, "seats": {"parent": 2}}'])
    def test_standard_input(self, monkeypatch, text):
        """A dash is standard input, in TOML or JSON."""
        monkeypatch.setattr("sys.stdin", types.SimpleNamespace(buffer=io.BytesIO(text.encode())))
        found = governance.load("-")
        assert ("-", 2) == (found.source, found.seats.parent)


@pytest.mark.parametrize(
    ("said", "character"),
    [
        ("Catholic", "Roman Catholic"),
        ("R.C.", "Roman Catholic"),
        ("CofE", "Church of England"),
        ("church of England", "Church of England"),
        ("Methodist", "Methodist"),
        ("Church of England and Methodist", "Church of England and Methodist"),
        ("None", None),
        ("No", None),
        ("N/A", None),
        ("Does not apply", None),
    ],
)
def test_a_church_by_its_usual_name(said, character):
    """The two churches whose dioceses must approve are known by their short names; any other stays as it is given."""
    school = {"category": "voluntary aided", "religious_character": said}
    assert character == governance.parse({"school": school, "seats": {}}).school.religious_character


def test_a_name_is_one_line():
    """What is pasted over two lines, or with two spaces, is one line; an ethos keeps its lines."""
    found = governance.parse(
        {
            "school": {"category": "community", "name": " St  Mary\u2019s\n\tSchool "},
            "seats": {},
            "ethos": {"description": "One line.\nAnother."},
        }
    )
    assert ("St Mary\u2019s School", "One line.\nAnother.") == (found.school.name, found.ethos)


def test_an_empty_file_is_told_what_a_proposal_needs():
    """Each table that is missing is named once, and nothing inside it."""
    with pytest.raises(ProposalError) as error:
        governance.parse({})
    assert ["school", "seats"] == [one.message.split("`")[1] for one in error.value.problems]


words = st.sampled_from(
    [
        *SEATS,
        *CATEGORIES,
        "school",
        "seats",
        "terms",
        "instrument",
        "category",
        "total",
        "unknown",
        "co_opted_staff",
    ]
)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | words
    | st.dates().map(str),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(words | st.text(max_size=8), inner, max_size=6)
    ),
    max_leaves=30,
)
tables = st.fixed_dictionaries(
    {},
    optional={
        key: values | st.dictionaries(words, values, max_size=6)
        for key in ("school", "seats", "instrument", "terms", "foundation", "ethos", "approvals", "current")
    },
)


def read(door, given_):
    """What comes out of a door: a proposal, or the error that says what is wrong."""
    try:
        return door(given_)
    except ProposalError as error:
        return error


class TestFuzz:
    """Whatever comes in, a proposal or a ProposalError comes out."""

    @given(st.text())
    @example("{")
    @example("a.b.c = 1")
    @example('{"\\ud800": "\\ud800"}')
    def test_text(self, text):
        """Any text."""
        found = read(loads, text)
        assert isinstance(found, ProposalError)
        assert str(found)

    @given(st.lists(st.sampled_from([*GOOD, *'{}[]"=\n', "-1", "total = 3\n", "[terms]\n"]), max_size=60))
    def test_text_like_a_proposal(self, pieces):
        """Text put together from pieces of a proposal."""
        found = read(loads, GOOD + "".join(pieces))
        assert isinstance(found, Proposal | ProposalError)

    @given(st.binary(max_size=200))
    def test_bytes(self, tmp_path_factory, raw):
        """Any bytes in a file."""
        path = tmp_path_factory.getbasetemp() / "fuzz.toml"
        path.write_bytes(raw)
        assert isinstance(read(governance.load, path), ProposalError)

    @given(values)
    def test_json_text(self, value):
        """Any JSON value, as text."""
        found = read(lambda text: loads(text, source="x.json"), json.dumps(value))
        assert isinstance(found, Proposal | ProposalError)

    @given(tables)
    def test_tables(self, data):
        """Any tables under the names that a proposal has."""
        found = read(governance.parse, data)
        if isinstance(found, Proposal):
            assert found.school.category in CATEGORIES
        else:
            assert all(problem.message for problem in found.problems)

    @given(tables, st.sampled_from(CATEGORIES))
    def test_seats_are_numbers(self, data, category):
        """Whatever is accepted has seats that are whole numbers, nought or more, or unknown."""
        found = read(governance.parse, data | {"school": {"category": category}})
        if isinstance(found, Proposal):
            for count in found.seats.counts().values():
                assert count == "unknown" or (type(count) is int and 0 <= count <= 999)
        else:
            assert found.problems


@pytest.mark.parametrize(
    ("days", "wrong"),
    [
        ("effective_on = 2027-01-11", True),
        ("made_on = 2027-01-11", True),
        ("made_on = 2029-01-11\neffective_on = 2027-01-11", True),
        ("made_on = 2028-03-01\neffective_on = 2028-03-01", False),
        ("", False),
    ],
)
def test_nothing_is_replaced_that_was_made_later(days, wrong):
    """The instrument that is replaced was made before this one is made and takes effect, whichever is given."""
    text = GOOD + f"[instrument]\nreplaces = 2028-03-01\n{days}\n"
    if wrong:
        (problem,) = problems(text)
        assert ("instrument.replaces", True) == (
            problem.path,
            "2028-03-01 is after 2027-01-11" in problem.message,
        )
    else:
        assert "2028-03-01" == str(loads(text).instrument.replaces)

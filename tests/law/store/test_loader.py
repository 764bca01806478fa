"""A folder of rules that is wrong is refused, with file, rule and key of everything that is wrong with it."""

import copy
import datetime

import pytest

from governance.errors import LawError
from governance.law.store.loader import load_instrument

INSTRUMENT = {
    "id": "uksi/1999/1",
    "title": "A law",
    "cite": "SI 1999/1",
    "from": datetime.date(2000, 1, 1),
    "provisions": ["regulation/1"],
}
PROVISION = {
    "instrument": "uksi/1999/1",
    "number": "regulation/1",
    "title": "A regulation",
    "paras": ["1(1)", "1(2)"],
    "compared": datetime.date(2020, 1, 1),
    "against": "a test",
}
RULE = {
    "id": "R1",
    "para": "1(1)",
    "from": datetime.date(2000, 1, 1),
    "title": "Two parents",
    "says": "There are at least two parent governors.",
    "require": "parent >= 2",
}
CHECK = {key: value for key, value in RULE.items() if key != "require"} | {
    "id": "R2",
    "check": "term_between",
    "most": "4 years",
}
READING = {
    "id": "doubt",
    "para": "1(1)",
    "doubt": "Is it so?",
    "taken": "Yes.",
    "other": "No.",
    "stricter": "taken",
}
GAP = {"para": "1(2)", "why": "Nobody asked."}
EXAMPLE = {"says": "One parent", "school": "community", "seats": {"parent": 1}, "breaks": ["R1"]}


def toml(value):
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml(item)}" for key, item in value.items()) + " }"
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value)


def table(header, entry):
    """A table as TOML writes it."""
    return "\n".join([header, *(f"{key} = {toml(value)}" for key, value in entry.items()), ""])


def without(entry, key):
    """An entry that lacks a key."""
    return {name: value for name, value in entry.items() if name != key}


class Folder:
    """A folder of rules in the making."""

    def __init__(self, root):
        self.root = root
        (root / "law").mkdir()
        self.instrument()

    def instrument(self, entry=INSTRUMENT):
        """Write instrument.toml."""
        self.raw("instrument.toml", table("[instrument]", entry))

    def raw(self, name, text):
        """Write any text to a file."""
        (self.root / "law" / name).write_text(text, encoding="utf-8")

    def second(self, *rules, **changed):
        """Write a second provision with these rules."""
        self.instrument(INSTRUMENT | {"provisions": ["regulation/1", "regulation/2"]})
        provision = PROVISION | {"number": "regulation/2"} | changed
        self.file(*rules, name="regulation-2.toml", provision=provision)

    def file(self, *rules, name="regulation-1.toml", provision=PROVISION, **others):
        """Write a provision with these rules, and other entries by the name of their table."""
        tables = [table("[provision]", provision)]
        tables += [table("[[rule]]", rule) for rule in rules]
        tables += [table(f"[[{key}]]", entry) for key, entries in others.items() for entry in entries]
        self.raw(name, "\n".join(tables))

    def load(self):
        """Load the folder."""
        return load_instrument("law", root=self.root)

    def problems(self):
        """What is wrong with the folder: one line a problem, as a reader sees it."""
        with pytest.raises(LawError) as caught:
            self.load()
        assert all(problem.where.startswith("rules/law") for problem in caught.value.problems)
        for problem in caught.value.problems:
            assert str(problem) in str(caught.value)
            assert problem.message
        return {(problem.where, problem.path): problem.message for problem in caught.value.problems}


@pytest.fixture
def folder(tmp_path):
    """A folder with an instrument and nothing else."""
    return Folder(tmp_path)


FILE = "rules/law/regulation-1.toml"


def test_whole(folder):
    """A folder with one of everything is loaded as it stands."""
    folder.file(
        RULE | {"reading": "doubt", "otherwise": "parent >= 1"},
        CHECK,
        reading=[READING],
        not_encoded=[GAP],
        example=[EXAMPLE],
    )
    law = folder.load()
    assert ["R1", "R2"] == [rule.id for rule in law.rules]
    first = law.rules[0]
    assert "SI 1999/1 reg 1(1)" == first.citation
    assert "https://www.legislation.gov.uk/uksi/1999/1/regulation/1" == first.url
    assert datetime.date(2000, 1, 1) == law.reading("doubt").span.since
    assert (datetime.date(2000, 1, 1),) == law.change_days()


def test_hash_tells_laws_apart(folder, tmp_path_factory):
    """The hash is that of the files: the same for the same text, another for another."""
    folder.file(RULE)
    same, other = (Folder(tmp_path_factory.mktemp("law")) for _ in range(2))
    same.file(RULE)
    other.file(RULE | {"require": "parent >= 3"})
    assert folder.load().hash == same.load().hash != other.load().hash


@pytest.mark.parametrize(
    ("rule", "path", "said"),
    [
        (RULE | {"titel": "x"}, "rule R1.titel", "is not a key of a rule"),
        (RULE | {"whre": {"category": "community"}}, "rule R1.whre", "is not a key of a rule"),
        (CHECK | {"moste": "3 years"}, "rule R2.moste", "is not a key known here"),
        (without(CHECK, "most"), "rule R2.most", "is missing"),
        (CHECK | {"most": 4}, "rule R2.most", "is not"),
        (CHECK | {"most": "soon"}, "rule R2.most", "is not a term of office"),
        (CHECK | {"check": "term_betwen"}, "rule R2.check", "'term_betwen' is not a check"),
        (RULE | {"require": "parent > 2"}, "rule R1.require", "'>' is not part of a relation"),
        (RULE | {"require": 2}, "rule R1.require", "2 is not a relation"),
        (
            RULE | {"otherwise": "parents >= 2", "reading": "doubt"},
            "rule R1.otherwise",
            "'parents' is not a seat",
        ),
        (RULE | {"otherwise": "parent >= 2"}, "rule R1.otherwise", "no `reading` is named"),
        (
            RULE | {"where": {"categry": "community"}},
            "rule R1.where",
            "'categry' is not a fact; known: category",
        ),
        (
            RULE | {"where": {"category": "comunity"}},
            "rule R1.where",
            "'comunity' is not a value of category",
        ),
        (RULE | {"where": {"head_resigned": 1}}, "rule R1.where", "1 is not a value of head_resigned"),
        (RULE | {"where": {"category": True}}, "rule R1.where", "True is not a value of category"),
        (RULE | {"where": {"category": []}}, "rule R1.where", "category = [] names no value"),
        (RULE | {"where": "community"}, "rule R1.where", "is not a table"),
        (CHECK | {"otherwise": "parent >= 2", "reading": "doubt"}, "rule R2.otherwise", "is a relation"),
        (RULE | {"severity": "fatal"}, "rule R1.severity", "fatal"),
        (RULE | {"reading": "dout"}, "rule R1.reading", "'dout' is not a reading of this file"),
        (RULE | {"para": "1(3)"}, "rule R1.para", "'1(3)' is not among the provision's paras"),
        (RULE | {"title": 7}, "rule R1.title", "7 is not text"),
        (RULE | {"from": "2000-01-01"}, "rule R1.from", "is not a day"),
        (
            RULE | {"from": datetime.date(1999, 12, 31)},
            "rule R1.from",
            "SI 1999/1 is not in force on 1999-12-31",
        ),
        (RULE | {"until": datetime.date(2000, 1, 1)}, "rule R1.until", "2000-01-01 is not after 2000-01-01"),
        (RULE | {"until": 2001}, "rule R1.until", "is not a day"),
        (RULE | {"from": datetime.datetime(2001, 1, 1, 0, 0)}, "rule R1.from", "is not a day"),  # noqa: DTZ001
        (CHECK | {"check": ["term_between"]}, "rule R2.check", "is not a check"),
        (RULE | {"check": "term_between", "most": "4 years"}, "rule R1", "not both"),
        (without(RULE, "require"), "rule R1", "needs either `require` or `check`"),
        *((without(RULE, key), f"rule R1.{key}", "is missing") for key in ("para", "from", "title", "says")),
        (without(RULE, "id"), "rule 1(1).id", "is missing"),
    ],
)
def test_rule(folder, rule, path, said):
    """What is wrong with a rule is said under its id and key."""
    folder.file(rule, reading=[READING])
    assert said in folder.problems()[FILE, path]


def test_marker(folder):
    """A relation that is none is printed with a marker under the span."""
    folder.file(RULE | {"require": "parent >= 2 + coopted"})
    message = folder.problems()[FILE, "rule R1.require"]
    said, relation, marker = message.splitlines()
    assert "'coopted' is not a seat" in said
    assert "    parent >= 2 + coopted" == relation
    assert "                  ^^^^^^^" == marker
    with pytest.raises(LawError) as caught:
        folder.load()
    assert str(caught.value).endswith("^^^^^^^")


@pytest.mark.parametrize(
    ("others", "path", "said"),
    [
        ({"reading": [READING | {"stricter": "both"}]}, "reading doubt.stricter", "both"),
        ({"reading": [without(READING, "taken")]}, "reading doubt.taken", "is missing"),
        ({"reading": [READING | {"mind": "open"}]}, "reading doubt.mind", "is not a key known here"),
        ({"reading": [READING]}, "reading doubt", "no rule here turns on it"),
        (
            {"reading": [READING | {"para": "2"}]},
            "reading doubt.para",
            "'2' is not among the provision's paras",
        ),
        ({"not_encoded": [without(GAP, "why")]}, "not_encoded 1(2).why", "is missing"),
        (
            {"not_encoded": [GAP | {"para": "9"}]},
            "not_encoded 9.para",
            "'9' is not among the provision's paras",
        ),
        ({"not_encoded": [GAP | {"from": "now"}]}, "not_encoded 1(2).from", "is not a day"),
        ({"example": [EXAMPLE | {"breaks": ["R9"]}]}, "example 1.breaks", "'R9' is not a rule"),
        ({"example": [EXAMPLE | {"breaks": "R1"}]}, "example 1.breaks", "'R1' is not a list"),
        (
            {"example": [EXAMPLE | {"on": datetime.date(1999, 12, 31)}]},
            "example 1.on",
            "SI 1999/1 is not in force on 1999-12-31",
        ),
        (
            {"example": [EXAMPLE | {"on": datetime.datetime(2001, 1, 1, 0, 0)}]},  # noqa: DTZ001
            "example 1.on",
            "is not a day",
        ),
        (
            {"example": [EXAMPLE | {"school": "comunity"}]},
            "example 1.school.category",
            "is not one of those known",
        ),
        ({"example": [EXAMPLE | {"seats": {"chickens": 1}}]}, "example 1.seats.chickens", "is not a key"),
        (
            {"example": [EXAMPLE | {"seats": {"parent": -1}}]},
            "example 1.seats.parent",
            "-1 is less than nought",
        ),
        ({"example": [EXAMPLE | {"seats": 3}]}, "example 1.seats", "3 is not a table"),
        ({"example": [EXAMPLE, without(EXAMPLE, "says")]}, "example 2.says", "is missing"),
        ({"example": [EXAMPLE | {"says_": "x"}]}, "example 1.says_", "is not a key known here"),
        ({"rules": [RULE]}, "rules", "is not a key known here"),
    ],
)
def test_other_entries(folder, others, path, said):
    """What is wrong with a reading, a gap or an example is said under its name and key."""
    folder.file(RULE, **others)
    assert said in folder.problems()[FILE, path]


@pytest.mark.parametrize("key", sorted(PROVISION))
def test_provision_lacks_a_key(folder, key):
    """A provision that lacks a key is refused."""
    folder.file(RULE, provision=without(PROVISION, key))
    assert "is missing" == folder.problems()[FILE, f"provision.{key}"]


@pytest.mark.parametrize(
    ("changed", "path", "said"),
    [
        ({"instrument": "uksi/1999/2"}, "provision.instrument", "'uksi/1999/2' is not 'uksi/1999/1'"),
        ({"titel": "x"}, "provision.titel", "is not a key known here"),
        ({"compared": "lately"}, "provision.compared", "is not a day"),
        ({"paras": 13}, "provision.paras", "13 is not a list"),
        ({"paras": "1(1)"}, "provision.paras", "'1(1)' is not a list"),
        ({"paras": [13]}, "provision.paras.0", "13 is not text"),
    ],
)
def test_provision(folder, changed, path, said):
    """What is wrong with the head of a file is said under its key."""
    folder.file(provision=PROVISION | changed)
    assert said in folder.problems()[FILE, path]


def test_no_provision(folder):
    """A file without its head is refused."""
    folder.raw("regulation-1.toml", table("[[rule]]", RULE))
    assert "is missing" == folder.problems()[FILE, "provision"]


def test_rule_is_no_list(folder):
    """One pair of brackets where two belong is refused."""
    folder.raw("regulation-1.toml", table("[provision]", PROVISION) + table("[rule]", RULE))
    assert "is not a list of tables" == folder.problems()[FILE, "rule"]


@pytest.mark.parametrize("key", sorted(INSTRUMENT))
def test_instrument_lacks_a_key(folder, key):
    """An instrument that lacks a key is refused."""
    folder.instrument(without(INSTRUMENT, key))
    assert "is missing" == folder.problems()["rules/law/instrument.toml", f"instrument.{key}"]


def test_instrument_is_no_table(folder):
    """An instrument that is no table is refused."""
    folder.raw("instrument.toml", 'title = "x"\n')
    assert "is missing" == folder.problems()["rules/law/instrument.toml", "instrument"]


def test_no_instrument(folder):
    """A folder without instrument.toml is refused."""
    (folder.root / "law" / "instrument.toml").unlink()
    folder.file(RULE)
    assert "has no instrument.toml" == folder.problems()["rules/law", ""]


def test_no_folder(folder):
    """A folder that is not there is refused."""
    with pytest.raises(LawError, match=r"rules/lawn: has no instrument\.toml"):
        load_instrument("lawn", root=folder.root)


@pytest.mark.parametrize("text", ["rule = ", "[provision", "a = 1\na = 2\n"])
def test_not_toml(folder, text):
    """A file that is not TOML is refused."""
    folder.raw("regulation-1.toml", text)
    assert folder.problems()[FILE, ""].startswith("is not TOML: ")


def test_not_utf_8(folder):
    """A file that is not UTF-8 is refused."""
    (folder.root / "law" / "regulation-1.toml").write_bytes(b'title = "\xff"\n')
    assert folder.problems()[FILE, ""].startswith("is not TOML: ")


class TestSuccession:
    """Entries of one rule follow each other without overlap or gap, and each later one says by what it came."""

    END = datetime.date(2010, 1, 1)
    AMENDED = RULE | {"from": END, "amended_by": "uksi/2009/1 reg 2", "require": "parent >= 3"}

    def test_adjoining(self, folder):
        """An entry until a day and another from that day are right."""
        folder.file(RULE | {"until": self.END}, self.AMENDED)
        law = folder.load()
        for day, said in ((datetime.date(2009, 12, 31), "parent >= 2"), (self.END, "parent >= 3")):
            assert [said] == [rule.require.text for rule in law.rules if day in rule.span]

    def test_overlap(self, folder):
        """Two entries in force on one day are refused, with the day."""
        folder.file(RULE | {"until": datetime.date(2010, 1, 2)}, self.AMENDED)
        assert "two entries are in force on 2010-01-01" == folder.problems()[FILE, "rule R1"]

    def test_same_rule_twice(self, folder):
        """The same entry twice is an overlap."""
        folder.file(RULE, RULE)
        assert "two entries are in force on 2000-01-01" == folder.problems()[FILE, "rule R1"]

    def test_no_overlap_where_no_school_is_under_both(self, folder):
        """Two entries of one day for different schools are right."""
        folder.file(
            RULE | {"where": {"head_resigned": True}},
            RULE | {"where": {"head_resigned": False}, "require": "parent >= 3"},
        )
        assert 2 == len(folder.load().rules)

    def test_overlap_where_a_school_may_be_under_both(self, folder):
        """Two entries of one day that narrow by different facts overlap."""
        folder.file(
            RULE | {"where": {"head_resigned": True}},
            RULE | {"where": {"category": ["community", "foundation"]}},
        )
        assert "two entries are in force on 2000-01-01" == folder.problems()[FILE, "rule R1"]

    def test_gap(self, folder):
        """A day on which no entry is in force is refused."""
        folder.file(RULE | {"until": datetime.date(2009, 12, 31)}, self.AMENDED)
        assert "leaves a gap from 2009-12-31" == folder.problems()[FILE, "rule R1.until"]

    RESIGNED, IN_POST = ({"where": {"head_resigned": resigned}} for resigned in (True, False))

    def test_gap_for_some_schools(self, folder):
        """A gap for one kind of school is found, though the rule begins for another on the day it opens."""
        folder.file(
            RULE | self.RESIGNED | {"until": self.END},
            self.AMENDED | self.IN_POST,
            self.AMENDED | self.RESIGNED | {"from": datetime.date(2012, 1, 1)},
        )
        problems = folder.problems()
        assert "leaves a gap from 2010-01-01" == problems[FILE, "rule R1.until"]

    def test_no_gap_where_the_kinds_change(self, folder):
        """A rule for every school that goes on as two, for two kinds of school, leaves no gap."""
        folder.file(
            RULE | {"until": self.END},
            self.AMENDED | self.RESIGNED,
            self.AMENDED | self.IN_POST | {"require": "parent >= 4"},
        )
        assert 3 == len(folder.load().rules)

    @pytest.mark.parametrize(
        ("others", "path"),
        [
            ({"reading": [READING | {"until": END}]}, "reading doubt"),
            ({"not_encoded": [GAP | {"until": END}]}, "not_encoded 1(2)"),
        ],
    )
    def test_ended_by(self, folder, others, path):
        """What ends, with nothing that follows, names what ended it."""
        folder.file(RULE | {"reading": "doubt"}, **{"reading": [READING]} | others)
        assert {(FILE, f"{path}.ended_by"): "is missing: nothing follows, so name what ended it"} == (
            folder.problems()
        )

    def test_rule_ended_by(self, folder):
        """A rule that ends names what ended it, and that is kept."""
        folder.file(RULE | {"until": self.END})
        assert {(FILE, "rule R1.ended_by")} == folder.problems().keys()
        folder.file(RULE | {"until": self.END, "ended_by": "uksi/2009/1 reg 2"})
        assert "uksi/2009/1 reg 2" == load_instrument.__wrapped__("law", root=folder.root).rules[0].ended_by

    def test_ended_by_without_an_end(self, folder):
        """Nothing that has no end was ended."""
        folder.file(RULE | {"ended_by": "uksi/2009/1 reg 2"})
        assert "is given, and the entry has no end" == folder.problems()[FILE, "rule R1.ended_by"]

    @pytest.mark.parametrize("by", ["SI 2009/1 reg 2", "rubbish"])
    def test_what_amends_is_a_provision(self, folder, by):
        """What ended an entry is named as the files name provisions, so that it can be looked up."""
        folder.file(RULE | {"until": self.END, "ended_by": by})
        assert f"{by!r} names no provision" == folder.problems()[FILE, "rule R1.ended_by"]

    def test_not_encoded_begins_later(self, folder):
        """A paragraph that begins after its instrument names what brought it in."""
        folder.file(RULE, not_encoded=[GAP | {"from": self.END}])
        assert {(FILE, "not_encoded 1(2).amended_by")} == folder.problems().keys()

    def test_not_encoded_followed(self, folder):
        """A reason that ends where a rule on the same paragraph begins needs nothing more."""
        folder.file(
            RULE | {"from": self.END},
            not_encoded=[GAP | {"para": "1(1)", "until": self.END}],
        )
        assert 1 == len(folder.load().rules)

    def test_amended_by(self, folder):
        """An entry that follows another names the amending instrument."""
        folder.file(RULE | {"until": self.END}, without(self.AMENDED, "amended_by"))
        assert "is missing: name the amending provision" == folder.problems()[FILE, "rule R1.amended_by"]

    def test_two_homes(self, folder):
        """A rule lives in one file."""
        folder.file(RULE)
        folder.second(RULE)
        assert f"already stands in {FILE}" == folder.problems()["rules/law/regulation-2.toml", "rule R1"]


class TestAllAtOnce:
    """Everything that is wrong is reported in one go."""

    def test_in_one_rule(self, folder):
        """Several keys of one rule."""
        folder.file(
            without(RULE, "says") | {"title": 1, "require": "parent", "where": {"x": 1}, "sevrity": "note"}
        )
        keys = {path.removeprefix("rule R1.") for _, path in folder.problems()}
        assert {"says", "title", "require", "where", "sevrity"} == keys

    def test_across_files(self, folder):
        """Several entries of several files."""
        folder.file(
            RULE | {"require": "parent > 2"},
            CHECK | {"most": 4},
            not_encoded=[without(GAP, "why")],
            example=[EXAMPLE | {"seats": {"chickens": 1, "staff": -1}, "breaks": []}],
        )
        folder.second(RULE | {"id": "R3", "para": "7"}, instrument="uksi/1999/7")
        expected = {
            (FILE, "rule R1.require"),
            (FILE, "rule R2.most"),
            (FILE, "not_encoded 1(2).why"),
            (FILE, "example 1.seats.chickens"),
            (FILE, "example 1.seats.staff"),
            ("rules/law/regulation-2.toml", "provision.instrument"),
            ("rules/law/regulation-2.toml", "rule R3.para"),
        }
        assert expected <= folder.problems().keys()

    def test_several_files_not_toml(self, folder):
        """Several files that are not TOML."""
        folder.raw("a.toml", "x")
        folder.raw("b.toml", "y")
        assert {("rules/law/a.toml", ""), ("rules/law/b.toml", "")} == folder.problems().keys()


def test_nothing_is_changed_by_loading(folder):
    """The rules of one folder do not leak into another's, or into what the tests wrote."""
    before = copy.deepcopy(RULE)
    folder.file(RULE)
    assert before == RULE
    assert folder.load() is folder.load()


class TestComplete:
    """The instrument lists its provisions, and each has one file that accounts for it."""

    def test_no_file(self, folder):
        """A provision that no file accounts for is refused."""
        folder.instrument(INSTRUMENT | {"provisions": ["regulation/1", "schedule/1"]})
        folder.file(RULE)
        assert {
            ("rules/law/instrument.toml", "instrument.provisions"): "no file accounts for 'schedule/1'"
        } == (folder.problems())

    def test_not_listed(self, folder):
        """A file of a provision that is not listed is refused."""
        folder.file(RULE, provision=PROVISION | {"number": "regulation/2"})
        assert "'regulation/2' is not among" in folder.problems()[FILE, "provision.number"]

    def test_covered(self, folder):
        """One file may account for several provisions, under a name of its own."""
        folder.instrument(INSTRUMENT | {"provisions": ["regulation/1", "schedule/1"]})
        folder.file(provision=PROVISION | {"number": "contents", "covers": ["regulation/1", "schedule/1"]})
        (provision,) = folder.load().provisions
        assert ("regulation/1", "schedule/1") == provision.covers

    def test_covered_but_not_listed(self, folder):
        """A file may not account for what there is not."""
        folder.file(provision=PROVISION | {"covers": ["regulation/1A"]})
        assert "'regulation/1A' is not among" in folder.problems()[FILE, "provision.covers"]

    def test_twice(self, folder):
        """Two files do not account for one provision, and none is listed twice."""
        folder.file(RULE)
        folder.file(
            name="other.toml", provision=PROVISION | {"number": "contents", "covers": ["regulation/1"]}
        )
        assert (
            f"'regulation/1' already stands in {'rules/law/other.toml'}"
            in folder.problems()[FILE, "provision"]
        )

    def test_listed_twice(self, folder):
        """None is listed twice."""
        folder.instrument(INSTRUMENT | {"provisions": ["regulation/1", "regulation/1"]})
        folder.file(RULE)
        assert {("rules/law/instrument.toml", "instrument.provisions")} == folder.problems().keys()


class TestHoles:
    """The numbers of the paragraphs of a provision have no hole."""

    @pytest.mark.parametrize(
        ("number", "paras", "missing"),
        [
            ("regulation/1", ["1(1)", "1(3)"], "1(2)"),
            ("regulation/1", ["1(2)(a)", "1(2A)"], "1(1)"),
            ("schedule/1", ["Sch 1 para 1", "Sch 1 paras 3-5", "Sch 1 para 6(1)"], "Sch 1 para 2"),
        ],
    )
    def test_hole(self, folder, number, paras, missing):
        """A number that is left out is named."""
        folder.instrument(INSTRUMENT | {"provisions": [number]})
        folder.file(provision=PROVISION | {"number": number, "paras": paras})
        assert f"there is no {missing}" == folder.problems()[FILE, "provision.paras"]

    @pytest.mark.parametrize(
        "paras", [["1(1)-(3)", "1(4)"], ["1(1) to (2)", "1(3)(a)", "1(3A)"], ["1"], ["a"]]
    )
    def test_none(self, folder, paras):
        """Ranges count, and so does a provision whose paragraphs have no numbers."""
        folder.file(provision=PROVISION | {"paras": paras})
        assert 1 == len(folder.load().provisions)

    def test_rest_not_read(self, folder):
        """Where the whole is listed as not encoded, the rest was not read."""
        folder.file(provision=PROVISION | {"paras": ["1", "1(7)"]}, not_encoded=[GAP | {"para": "1"}])
        assert 1 == len(folder.load().provisions)


class TestNothingHides:
    """One thing that is wrong does not hide another, and is not reported again as something else."""

    def test_not_toml(self, folder):
        """Beside a file that is not TOML the others are read."""
        folder.raw("a.toml", "x")
        folder.file(RULE | {"require": "parent > 2"})
        assert {("rules/law/a.toml", ""), (FILE, "rule R1.require")} == folder.problems().keys()

    @pytest.mark.parametrize("text", ["x", "[instrument]\nid = 7\n"])
    def test_bad_instrument(self, folder, text):
        """Beside a bad instrument.toml the others are read."""
        folder.raw("instrument.toml", text)
        folder.file(RULE | {"require": "parent > 2"}, not_encoded=[GAP | {"from": datetime.date(2010, 1, 1)}])
        problems = folder.problems()
        assert (FILE, "rule R1.require") in problems
        assert {"rules/law/instrument.toml", FILE} == {where for where, _ in problems}
        assert 1 == len([where for where, _ in problems if where == FILE])

    def test_unread_rule(self, folder):
        """An example of a rule that cannot be read, and the reading it turns on, are right."""
        folder.file(
            RULE | {"require": "parent > 2", "reading": "doubt"}, reading=[READING], example=[EXAMPLE]
        )
        assert {(FILE, "rule R1.require")} == folder.problems().keys()

    def test_unread_reading(self, folder):
        """A rule whose reading cannot be read is right."""
        folder.file(RULE | {"reading": "doubt"}, reading=[without(READING, "taken")])
        assert {(FILE, "reading doubt.taken")} == folder.problems().keys()

    def test_unread_entry(self, folder):
        """The entries of a rule of which one cannot be read leave no gap."""
        day = datetime.date(2010, 1, 1)
        folder.file(RULE | {"until": day}, RULE | {"from": day, "require": "parent > 3"})
        assert {(FILE, "rule R1.require")} == folder.problems().keys()

    def test_unread_file(self, folder):
        """The rules of a file that cannot be read may be named in others."""
        folder.raw("regulation-2.toml", "x")
        folder.file(RULE, example=[EXAMPLE | {"breaks": ["R1", "R2"]}])
        assert {("rules/law/regulation-2.toml", "")} == folder.problems().keys()

    def test_unread_head(self, folder):
        """So may those of a file whose head cannot be read."""
        folder.file(RULE, example=[EXAMPLE | {"breaks": ["R1", "R3"]}])
        folder.second(RULE | {"id": "R3", "para": "1(2)"}, paras=7)
        assert {("rules/law/regulation-2.toml", "provision.paras")} == folder.problems().keys()


def test_unknown_table_of_the_instrument(folder):
    """A table in instrument.toml that nothing reads is refused."""
    folder.raw("instrument.toml", table("[instrument]", INSTRUMENT) + table("[instrumnet]", INSTRUMENT))
    folder.file(RULE)
    assert {("rules/law/instrument.toml", "instrumnet"): "is not a key known here"} == folder.problems()


def test_two_readings_of_one_name(folder):
    """Two readings of one name in one instrument are refused, as which is meant could not be told."""
    folder.file(RULE | {"reading": "doubt"}, reading=[READING, READING])
    assert f"another of this name stands in {FILE}" == folder.problems()[FILE, "reading doubt"]


class TestInForce:
    """Nothing is in force longer than its instrument, and law to come is in force on no day."""

    ENDED = INSTRUMENT | {"until": datetime.date(2010, 1, 1)}

    def test_ends_with_its_instrument(self, folder):
        """A rule, a reading, a reason and a footing without an end have that of their instrument."""
        folder.instrument(self.ENDED)
        footing = {"id": "F", "para": "1(2)", "from": datetime.date(2000, 1, 1), "says": "In a week."}
        folder.file(RULE | {"reading": "doubt"}, reading=[READING], not_encoded=[GAP], footing=[footing])
        (provision,) = folder.load().provisions
        entries = (*provision.rules, *provision.readings, *provision.not_encoded, *provision.footings)
        assert [datetime.date(2010, 1, 1)] * 4 == [one.span.until for one in entries]

    @pytest.mark.parametrize(("day", "wrong"), [(1, False), (2, True)])
    def test_end_after_the_instrument(self, folder, day, wrong):
        """A rule that says it ends later than its instrument is refused; one that ends with it is not."""
        folder.instrument(self.ENDED)
        folder.file(
            RULE | {"until": datetime.date(2010, 1, day), "ended_by": "uksi/2009/1"}, not_encoded=[GAP]
        )
        if wrong:
            assert {(FILE, "rule R1.until"): "SI 1999/1 ends before, on 2010-01-01"} == folder.problems()
        else:
            assert folder.load().rules

    def test_commencement_not_recorded(self, folder):
        """What begins with an instrument whose commencement is not recorded has no known start; a later entry has."""
        folder.instrument(INSTRUMENT | {"commencement": "not recorded"})
        later = RULE | {"id": "R3", "from": datetime.date(2001, 1, 1)}
        folder.file(RULE, later, not_encoded=[GAP])
        assert {"R1": False, "R3": True} == {rule.id: rule.span.start_known for rule in folder.load().rules}

    def test_law_to_come(self, folder):
        """It is read with the day on which it was passed, and accounts for no paragraph that is not listed."""
        ahead = {"para": "1(2)", "passed": datetime.date(2026, 4, 29), "says": "It ends."}
        folder.file(RULE, prospective=[ahead])
        (provision,) = folder.load().provisions
        assert [("1(2)", None)] == [(one.para, one.by) for one in provision.prospective]
        folder.file(RULE, not_encoded=[GAP], prospective=[ahead | {"para": "1(3)"}])
        assert {(FILE, "prospective 1(3).para"): "'1(3)' is not among the provision's paras"} == problems_of(
            folder
        )

    def test_weight(self, folder):
        """A doubt is serious unless it is said to be settled, and is nothing else."""
        folder.file(RULE | {"reading": "doubt"}, reading=[READING], not_encoded=[GAP])
        assert "serious" == folder.load().reading("doubt").weight
        folder.file(RULE | {"reading": "doubt"}, reading=[READING | {"weight": "light"}], not_encoded=[GAP])
        assert {(FILE, "reading doubt.weight")} == problems_of(folder).keys()


def problems_of(folder):
    """What is wrong with a folder that was loaded before it was changed."""
    load_instrument.cache_clear()
    return folder.problems()

"""A file that is no proposal is told so before there is any work on it: each bound, and what is just within it."""

import json

import pytest

import governance
from governance.documents.report.house import HouseStyleError, read_house_style
from governance.errors import ProposalError
from governance.model.reading import DEEPEST, MOST_LINES, loads
from governance.model.table import MOST_CHARACTERS, MOST_ENTRIES, MOST_PROBLEMS

SCHOOL = '[school]\ncategory = "community"\n[seats]\nparent = 2\n'
FEDERATION = '[school]\ncategory = "federation"\n[seats]\nparent = 2\n'


def said(text, source="x.toml"):
    """What is wrong with a proposal, line by line."""
    with pytest.raises(ProposalError) as caught:
        loads(text, source=source)
    return str(caught.value).splitlines()


class TestToml:
    """What TOML takes long over is bounded before it is parsed."""

    @pytest.mark.parametrize("written", ["{} = 1", "[{}]", "[[{}]]", "x = {{{} = 1}}", "{} = {{a = 1}}"])
    @pytest.mark.parametrize("part", ["a", '"a b"', "'a.b'", " a "])
    def test_parts(self, written, part):
        """A key, or the name of a table, has so many parts and no more."""
        within, beyond = (written.format(".".join([part] * count)) for count in (DEEPEST, DEEPEST + 1))
        assert [f"x.toml: has a key of more than {DEEPEST} parts. A proposal is a page of text"] == said(
            f"{beyond}\n{SCHOOL}"
        )
        assert not any("parts" in line for line in said(f"{within}\n{SCHOOL}"))

    @pytest.mark.parametrize(
        "ethos",
        ["." * 900, ". " * 900, "Love. Learn. Laugh and care. " * 60, "We are one.\n" * 60, "a, b. " * 90],
    )
    def test_stops_in_text(self, ethos):
        """The stops of a text are no parts of a key."""
        read = loads(f'{SCHOOL}[ethos]\ndescription = """{ethos}"""\n')
        assert ethos.strip() == read.ethos

    def test_lines(self):
        """A proposal has so many lines and no more."""
        lines = SCHOOL.count("\n")
        assert 2 == loads(SCHOOL + "\n" * (MOST_LINES - lines)).seats.parent
        assert "more than 20000 lines" in said(SCHOOL + "\n" * (MOST_LINES - lines + 1))[0]

    @pytest.mark.parametrize(
        "odd", [" " * 200_000, "\t" * 200_000, f"[{' ' * 100_000}", f"a{' ' * 100_000}", f"{'a ' * 50_000}"]
    )
    def test_place_of_a_problem(self, odd):
        """The line of a problem is found beside lines of blanks and beginnings of keys."""
        wrong = f'{SCHOOL}nonsense = 1\n[ethos]\ndescription = """\n{odd}\n"""\n'
        assert said(wrong)[0].startswith("x.toml:5: seats.nonsense: is not a key")

    def test_deep(self):
        """Arrays and tables one inside another are bad input."""
        for odd in ("[" * 5_000 + "]" * 5_000, "{a=" * 5_000 + "1" + "}" * 5_000):
            assert ["x.toml: is not TOML: it is nested too deep. Mend the file"] == said(f"{SCHOOL}x = {odd}")


class TestEntries:
    """Lists are as long as any board could need, and no longer."""

    @pytest.mark.parametrize(
        ("key", "entry"),
        [
            ("instrument.sponsor_names", "A"),
            ("terms.fixed_by_appointer", "parent"),
            ("people", {"office": "parent governor A", "category": "parent"}),
            ("foundation.appointers", {"by": "A", "number": 1}),
        ],
    )
    def test_entries(self, key, entry):
        """One more is refused, with how many there may be."""
        table, _, inner = key.rpartition(".")
        data = {"school": {"category": "community"}, "seats": {"parent": 2}}

        def of(count):
            return {**data, **({table: {inner: [entry] * count}} if table else {key: [entry] * count})}

        assert 2 == governance.parse(of(MOST_ENTRIES)).seats.parent
        with pytest.raises(
            ProposalError, match=f"has {MOST_ENTRIES + 1} entries. There may be up to {MOST_ENTRIES}"
        ):
            governance.parse(of(MOST_ENTRIES + 1))

    def test_schools(self):
        """A federation of thousands of schools is refused, in TOML and in JSON."""
        schools = '[[schools]]\nname = "A"\ncategory = "community"\n' * 3_000
        assert ["x.toml:5: schools: has 3000 entries. There may be up to 500"] == said(FEDERATION + schools)
        data = {
            "school": {"category": "federation"},
            "seats": {},
            "schools": [{"name": "A", "category": "community"}] * 3_000,
        }
        assert ["x.json: schools: has 3000 entries. There may be up to 500"] == said(
            json.dumps(data), "x.json"
        )


class TestCharacters:
    """A text is as long as the longest ethos."""

    def test_characters(self):
        """One more is refused."""
        assert MOST_CHARACTERS == len(
            loads(f'{SCHOOL}[ethos]\ndescription = "{"a" * MOST_CHARACTERS}"').ethos
        )
        assert (
            "is longer than 20000 characters" in said(f'{SCHOOL}[ethos]\ndescription = "{"a" * 20_001}"')[0]
        )

    def test_category(self):
        """A word that is far too long is like none that is known."""
        assert (
            "is not one of those known"
            in said(f'[school]\ncategory = "{"community " * 1_000}"\n[seats]\n')[0]
        )


class TestProblems:
    """So many problems are listed, and that there are more."""

    @pytest.mark.parametrize(
        ("count", "listed"), [(3, 3), (MOST_PROBLEMS, MOST_PROBLEMS), (9_000, MOST_PROBLEMS + 1)]
    )
    def test_unknown_keys(self, count, listed):
        """Each unknown key up to the bound."""
        lines = said(SCHOOL + "".join(f"parents{at} = 1\n" for at in range(count)))
        assert listed == len(lines)
        assert (f"there is more wrong here and below. Mend these {MOST_PROBLEMS} first" in lines[-1]) is (
            count > MOST_PROBLEMS
        )

    def test_strangers(self):
        """Schools that are not of the federation, each with a message no longer than a line or two."""
        schools = "".join(
            f'[[schools]]\nname = "{"A" * 900}{at}"\ncategory = "community"\n' for at in range(400)
        )
        appointers = "".join(
            f'[[foundation.appointers]]\nby = "B"\nnumber = 1\nschool = "{"C" * 900}{at}"\n'
            for at in range(400)
        )
        lines = said(FEDERATION + appointers + schools)
        assert len(lines) <= MOST_PROBLEMS + 1
        assert max(map(len, lines)) < 400

    def test_long_key(self):
        """A key that is too long to be shown is cut."""
        for text, source in (
            (f"{'a' * 9_000} = 1\n{SCHOOL}", "x.toml"),
            (f'{{"{"a" * 9_000}": 1}}', "x.json"),
        ):
            assert max(map(len, said(text, source))) < 400


class TestHouseStyle:
    """A house style is read within the same bounds."""

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            (".".join("a" * 17) + " = 1", "has a key of more than 16 parts. It is a page of text"),
            ("\n" * 20_001, "has more than 20000 lines"),
            ("#" * 1_000_001, "is larger than 1000000 bytes"),
            (
                '[sections.purpose]\ntext = ["a"' + ', "a"' * 500 + "]",
                "has 501 entries. There may be up to 500",
            ),
            ('order = ["purpose"' + ', "purpose"' * 500 + "]", "has 501 entries. There may be up to 500"),
        ],
    )
    def test_bounds(self, text, says):
        """What is beyond one is told."""
        with pytest.raises(HouseStyleError, match=says):
            read_house_style(text, source="h.toml")

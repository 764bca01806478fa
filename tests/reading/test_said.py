"""The files of what documents say: every example holds, every entry and every word is needed, and the engine's slots."""

import functools
import tomllib
from importlib import resources

import pytest

from governance.reading.intake.intake import transcribe_text
from governance.reading.phrases import said as engine
from governance.reading.phrases.said import find, made, said_in
from governance.reading.text.passages import passages

FOLDER = resources.files("governance.reading.phrases")
SHARED = tomllib.loads((FOLDER / "said.toml").read_text(encoding="utf-8"))
FILES = {
    path.name.removesuffix(".toml"): data
    for path in sorted(FOLDER.iterdir(), key=str)
    if path.name.endswith(".toml") and "says" in (data := tomllib.loads(path.read_text(encoding="utf-8")))
}
OWN = {
    "class": [{"name": "kind", "is": "voluntary aided", "words": ["voluntary aided"], "exact": ["VA"]}],
    "says": [
        {"field": "name", "form": "^ the? name of the? <school> <is> {rest}"},
        {"field": "maker", "form": "made by order of {rest} on {date}"},
        {"field": "made_on", "form": "made ... on|dated {date}"},
        {"field": "number", "form": "{number} <kind> schools"},
        {"field": "kind", "form": "is an|a ... <kind>", "because": "it says so"},
        {"field": "body", "form": "board of {name} met"},
    ],
    "unless": [
        {"of": ["kind"], "form": "not ... {it}"},
        {"of": ["made_on"], "form": "draft"},
    ],
}


@pytest.fixture
def own(monkeypatch):
    """A subject of the test's own."""
    monkeypatch.setattr(engine, "load", lambda _: made(SHARED, OWN))


def said(subject, text):
    """The evidence that a text gives for a subject."""
    read = passages(transcribe_text(text).lines)
    return [one for passage in read for one in said_in(subject, passage)]


def values(found):
    return [(one.field, one.value, one.because) for one in found]


@pytest.mark.usefixtures("own")
class TestForms:
    """Words, classes, slots and doubts."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("The name of the school is Mt. Pleasant School. It is new.", "Mt. Pleasant School"),
            ("The name of the school is “Hill School” and it is a VA school", "“Hill School”"),
            ("Name of school: Hill School; Unit", "Hill School"),
        ],
    )
    def test_rest(self, text, expected):
        """The words to the end of the clause, as they are printed."""
        (one,) = [one for one in said("x", text) if one.field == "name"]
        assert expected.strip("“”") == one.value

    def test_rest_ends_before_the_next_part(self):
        """What follows the slot ends it, and a comma does not."""
        text = "This was made by order of Bournemouth, Christchurch and Poole Council on 1 May 2015."
        found = {one.field: one.value for one in find("x", text)}
        assert "Bournemouth, Christchurch and Poole Council" == found["maker"]

    def test_a_gap_is_short(self):
        """Six other words and no more, and none of the next sentence."""
        near = [str(one.value) for one in find("x", "made a b c d e f dated 1 May 2015")]
        assert ["2015-05-01"] == near
        assert [] == list(find("x", "made a b c d e f g dated 1 May 2015"))
        assert [] == list(find("x", "It was made. Dated 1 May 2015"))

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("It is a Catholic voluntary-aided school", [("kind", "voluntary aided", "it says so")]),
            ("It is a VA school", [("kind", "voluntary aided", "it says so")]),
            ("It is a va school", []),
            ("It is a place and not a VA school", []),
            ("It is not, we think, that it is a VA school", []),
            ("There are two VA schools", [("number", 2, "")]),
            (
                "The board of St. Mary's and All Saints School met",
                [("body", "St. Mary's and All Saints School", "")],
            ),
        ],
    )
    def test_classes(self, text, expected):
        """A class stands for what its word is; capitals where they matter."""
        assert expected == values(find("x", text))

    def test_a_doubt_is_of_its_sentence(self):
        """The next sentence has doubts of its own."""
        assert [] == list(find("x", "A draft was made by us on 1 May 2015"))
        assert 1 == len(find("x", "It was made by us on 1 May 2015. A draft of it is lost."))

    def test_under_a_heading(self):
        """A heading and what stands under it are one."""
        assert ["Hill School"] == [one.value for one in said("x", "Name of the school\nHill School\nHall")]


def told(subject, text):
    """What a file gives of a text: field and value, or the value alone."""
    return {(one.field, str(one.value)) for one in said(subject, text)}


def holds(subject, entry, word=""):
    """Whether an example comes out; `gives` is one value, of the field of the entry or of `as`, or nothing."""
    found = told(subject, entry["reads"].format(word))
    field = entry.get("as") or entry.get("field") or entry["of"][0]
    own = {read for one, read in found if one.startswith(field)}
    gives = str(entry.get("gives", entry.get("is", ""))).format(word)
    return own == ({gives} - {""})


class TestFiles:
    """Each file that says something."""

    def test_examples(self):
        """Every entry reads its example and leaves what it must leave."""
        wrong = []
        for subject, kind, place, _, word in _pieces():
            entry = FILES[subject][kind][place]
            if not holds(subject, entry, word):
                wrong.append(
                    (subject, entry["reads"].format(word), told(subject, entry["reads"].format(word)))
                )
            if "leaves" in entry:
                left = told(subject, entry["leaves"])
                wrong += [entry for one in left if one[0].startswith(entry["field"])]
        assert [] == wrong

    def test_needed(self, monkeypatch):
        """Without an entry, or a word, its example comes out otherwise."""
        monkeypatch.setattr(engine, "words_of", functools.cache(engine.words_of))
        unneeded = []
        for subject, kind, place, key, word in _pieces():
            own = [*FILES[subject][kind]]
            entry = own[place]
            if word:
                own[place] = entry | {key: [one for one in entry[key] if one != word]}
            else:
                del own[place]
            changed = made(SHARED, FILES[subject] | {kind: own})
            monkeypatch.setattr(engine, "load", lambda _, changed=changed: changed)
            if holds(subject, entry, word):
                unneeded.append((subject, kind, entry.get("form") or word))
        assert [] == unneeded


def _pieces():
    for subject, data in FILES.items():
        for kind in ("says", "unless"):
            for place in range(len(data.get(kind, ()))):
                yield subject, kind, place, "", ""
        for place, entry in enumerate(data.get("class", ())):
            for key in ("words", "exact"):
                for word in entry.get(key, ()):
                    yield subject, "class", place, key, word

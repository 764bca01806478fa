"""The phrase files: each example holds, each entry is needed, and what it must leave alone it leaves."""

import pytest

from examples import entries, files, forget, holds, numbers, read, use

DATA = files()
EVERY = list(entries())


@pytest.fixture(autouse=True)
def _afresh():
    yield
    forget()


def without(name, kind, place, key, word):
    """The files without one word, or without one form."""
    own = [*DATA[name][kind]]
    if word:
        own[place] = own[place] | {key: [one for one in own[place][key] if one != word]}
    else:
        del own[place]
    return DATA | {name: DATA[name] | {kind: own}}


@pytest.mark.parametrize("name", DATA)
class TestExamples:
    """A word or a form says what it reads, and reads it."""

    def test_there_is_one(self, name):
        """No entry is without an example."""
        bare = [one for own in DATA[name].values() for one in own if not {"reads", "beside"} & one.keys()]
        assert [] == bare

    def test_it_holds(self, name):
        """With each of the words in its place."""
        own = [one for one in EVERY if one[0] == name]
        wrong = [(kind, word) for _, kind, place, _, word in own if not holds(DATA[name][kind][place], word)]
        assert [] == wrong

    def test_it_is_needed(self, name, monkeypatch):
        """Without the word, or the form, the example comes out otherwise; what nothing needs is deleted."""
        unneeded = []
        for one in EVERY:
            if one[0] == name:
                use(monkeypatch, without(*one))
                if holds(DATA[name][one[1]][one[2]], one[4]):
                    unneeded.append(one[1:])
        assert [] == unneeded

    def test_what_it_leaves(self, name):
        """What looks like it, and is not, gives none of it."""
        for kind, own in DATA[name].items():
            for entry in own:
                if "leaves" in entry:
                    word = next(iter((*entry.get("words", ()), *entry.get("exact", ()))), "")
                    found = read(entry["leaves"].format(word))
                    if "but" in entry:
                        assert numbers(entry["but"]) == found, (kind, entry["leaves"])
                    else:
                        assert not found.keys() & numbers(entry["gives"]).keys(), (kind, entry["leaves"])


class TestTogether:
    """The entries do each other no harm."""

    def test_no_word_is_of_two_classes(self):
        """A word that had two classes would be of whichever file is read first."""
        seen = {}
        for name, data in DATA.items():
            for entry in data.get("words", ()):
                for word in entry.get("words", ()):
                    seen.setdefault(word, []).append((name, entry["class"]))
        assert {} == {word: where for word, where in seen.items() if len(where) > 1}

    @pytest.mark.parametrize("bound", ["up to", "at least", "not"])
    def test_a_doubt_reaches_every_label(self, bound):
        """A limit or a denial before the number makes it none, whatever the category is called."""
        for name, kind, place, key, word in EVERY:
            entry = DATA[name][kind][place]
            if key == "words" and entry.get("class") == "category" and entry["reads"].startswith("2 {}"):
                text = f"{bound} {entry['reads'].format(word)}; 1 head teacher"
                assert entry["is"] not in read(text), text

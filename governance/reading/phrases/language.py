"""The language of boards, loaded once from `phrases/`: words with their classes, and forms over classes."""

import functools
import re
import tomllib
from importlib import resources
from typing import Any, Final

import attrs

LETTERS: Final = {
    "number": "N", "article": "a", "category": "C", "head": "H", "appointer": "A", "ex_officio": "X", "role": "R",
    "seat": "G", "determiner": "D", "taking": "T", "giving": "V", "body": "B", "consist": "K", "total": "O",
    "including": "I", "apart": "y", "bound": "b", "condition": "c", "negation": "n", "gone": "g", "wanted": "w",
    "other": "o", "question": "Z", "other_body": "Q", "each": "e", "month": "m", "reference": "r", "date": "d", "unknown": "u",
    "school_kind": "k", "name": "s", "and": "&", "or": "|", "times": "x",
    "proposed": "q", "former": "p", "range": "z", "law": "l", "counted": "#", "mark": ":=x.->", "notice": "v", "to": "t", "instead": "j", "serving": "h", "shared": "E",
    "naming": "L", "title": "i", "among": "W", "employed": "f",
    "harmless": "GTDVuspqkXxlvthaLf",
}  # fmt: skip
"""The letter that each class of words has in the form of a sentence; signs stand for themselves."""

_PLURAL: Final = 3
_SHORT: Final = 6
"""How many letters a word may have that is known by all of them alone."""


@attrs.frozen
class Phrase:
    """One phrase of a class: its words as stems, and what it stands for."""

    stems: tuple[str, ...]
    letter: str
    value: str | int


@attrs.frozen
class Language:
    """All that is known of words: phrases by their first word, and the forms of each kind."""

    phrases: dict[str, tuple[Phrase, ...]]
    exact: dict[str, Phrase]
    joined: dict[str, Phrase]
    near: dict[str, Phrase]
    forms: dict[str, tuple[tuple[str, "re.Pattern[str]", dict[str, Any]], ...]]


def stem(word: str) -> str:
    """Give a word without what makes it plural, in small letters.

    >>> stem("Governors"), stem("parents'"), stem("comprises"), stem("this")
    ('governor', 'parent', 'comprise', 'this')
    """
    word = word.lower().removesuffix("'s").removesuffix("'")
    return word[:-1] if len(word) > _PLURAL and word[-1] == "s" and word[-2] not in "sui" else word


def almost(word: str) -> list[str]:
    """Give a long word, and what it is with any one letter but its first and last left out; nothing of a short one."""
    return [word, *(word[:n] + word[n + 1 :] for n in range(1, len(word) - 1))] if len(word) > _SHORT else []


def compiled(form: str) -> "re.Pattern[str]":
    """Make a pattern over letters of a form such as "number [seat unknown]* category"; `*` is at most nine.

    >>> compiled("number [seat unknown]* category").pattern
    'N[Gu]{0,9}C'
    """
    made = ""
    for part in re.findall(r"\[[^\]]*\][*+?]?|\S+", form):
        many = part[-1] if len(part) > 1 and part[-1] in "*+?" else ""
        names = part.removesuffix(many).strip("[]").split()
        letters = "".join("$" if name == "end" else re.escape(LETTERS.get(name, name)) for name in names)
        made += f"[{letters}]" if len(letters.replace("\\\\", "")) > 1 else letters
        made += {"*": "{0,9}", "+": "{1,9}"}.get(many, many)
    return re.compile(made)


@functools.lru_cache(maxsize=1)
def language() -> Language:
    """Load the data; the same each time."""
    return load(files().values())


def files() -> dict[str, Any]:
    """Give every file that holds words and forms of a sentence, as those with `says` and `class` do not, by its name."""
    paths = sorted(resources.files("governance.reading.phrases").iterdir(), key=str)
    texts = {path.name: path.read_text(encoding="utf-8") for path in paths if path.name.endswith(".toml")}
    found = {name: tomllib.loads(text) for name, text in texts.items()}
    return {name: data for name, data in found.items() if not {"says", "class"} & data.keys()}


def load(read: Any) -> Language:
    """Make the language of what the files hold."""
    phrases: dict[str, list[Phrase]] = {}
    exact: dict[str, Phrase] = {}
    forms: dict[str, list[Any]] = {}
    for data in read:
        for entry in data.get("words", ()):
            letter, means = LETTERS[entry["class"]], entry.get("is", "")
            for words in entry.get("words", ()):
                stems = tuple(map(stem, re.findall(r"[a-z']+|[^\sa-z]", words)))
                phrases.setdefault(stems[0], []).append(Phrase(stems, letter, means))
            exact |= {word: Phrase((word,), letter, means) for word in entry.get("exact", ())}
        for kind, entries in data.items():
            if kind != "words":
                forms.setdefault(kind, []).extend(
                    (e["form"], compiled(e["form"]), e) for e in entries if "form" in e
                )
    longest = {first: tuple(sorted(own, key=lambda one: -len(one.stems))) for first, own in phrases.items()}
    joined = {"".join(one.stems): one for own in phrases.values() for one in own}
    joined = {word: one for word, one in joined.items() if word.isalpha()}
    near = {two: one for word, one in joined.items() if one.letter in "CGHR" for two in almost(word)}
    return Language(longest, exact, joined, near, {kind: tuple(own) for kind, own in forms.items()})

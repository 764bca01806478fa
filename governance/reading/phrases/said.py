"""What a document says beside its seats, as data: forms over words, classes of words and slots, one file a subject.

A form is a row of: a word, or several as "on|from"; a class of words, "<school>", of the file, of `said.toml` or of the
lexer; a slot, "{rest}" (the words to the end of the clause), "{name}" (a run of capitals), "{words}" (a few words),
"{number}" or "{date}"; "..." for up to six other words of the sentence, none of them of the class "doubt"; "^" for the
beginning of a sentence and "$" for the end of a clause. "?" behind one of them says that it may be missing.

An entry of `says` has a `field`; the value is `is`, or the first slot, or else the last class whose word `is` something.
An entry of `unless` takes back the fields that begin as one `of` its list, where its form stands in the same sentence;
"{it}" there is what was found.
Each step looks at a bounded number of words.
"""

import functools
import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from typing import Any, Final, NamedTuple

import attrs

from governance.reading.evidence import Evidence
from governance.reading.phrases.days import Day, days
from governance.reading.phrases.language import LETTERS, language, stem
from governance.reading.phrases.lexer import NUMBERS
from governance.reading.text.clause import stated, unquoted, value
from governance.reading.text.passages import Passage
from governance.reading.text.signs import BEGINS, plain, sentences

_GAP, _MOST, _SHORT, _LONGEST_LEAD_IN, _LABELLED = 6, 40, 3, 90, 2
_WORDS: Final = {"rest": _MOST, "words": _GAP}
_SLOTS: Final = ("rest", "name", "words", "number", "date")
_WORD: Final = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:'[^\W\d_]+)*|\d+|\S")
_CLAUSE_ENDS: Final = re.compile(
    r"[;|\t]|,?\s(?:and|which|that)\s"
    r"(?:its?|provides?|belongs?|is|are|has|have|shall|will|was|consists?|comprises?|comes?|takes?)(?![a-z])"
)
_FIGURE: Final = "#"
_STOPS: Final = frozenset(".;:!?|")
_SMALL: Final = frozenset(
    (*"&-.,", "of", "the", "and", "for", "in", "at", "on", "upon", "by", "with", "le", "de", "la")
)


class Word(NamedTuple):
    """A word or sign of a text, where it stands, and the places where its clause ends and its sentence begins."""

    stem: str
    raw: str
    start: int
    end: int
    clause: int
    sentence: int


class Text(NamedTuple):
    """A plain text and its words."""

    plain: str
    words: tuple[Word, ...]


class Part(NamedTuple):
    """One place of a form: its kind, its name, what may stand there (or ends it), and whether it may be missing."""

    kind: str
    name: str
    of: Any
    optional: bool


Form = tuple[Part, ...]
Entries = tuple[tuple[Form, Mapping[str, Any]], ...]


@attrs.frozen
class Said:
    """One thing that a text says, from `start` to `end`; `slot` is the place of the value where it is words of the text."""

    field: str
    value: Any
    start: int
    end: int
    because: str = ""
    slot: tuple[int, int] | None = None


@attrs.frozen(eq=False)
class Subject:
    """What one file says: its entries by the words that they may begin with, under "" those that may begin with any."""

    says: Mapping[str, Entries]
    unless: Mapping[str, Entries]


def said_in(subject: str, passage: Passage) -> list[Evidence]:
    """Give what one passage says of a subject; together with its heading, where neither says anything alone."""
    found, whole = find(subject, passage.text), passage
    if not found and len(cells := passage.line.cells) == _LABELLED:
        words = ": ".join(cell.strip(" :") for cell in cells)
        whole = attrs.evolve(passage, words=words, text=plain(words))
        found = find(subject, whole.text)
    lead = passage.under if passage.first else None
    if not found and lead is not None and len(lead.text) <= _LONGEST_LEAD_IN and not find(subject, lead.text):
        sign = " " if lead.text.rstrip().endswith((":", "-")) else ": "
        text = lead.text + sign
        if found := tuple(one for one in find(subject, text + passage.text) if one.end > len(text)):
            words = lead.words + sign + passage.words
            whole = attrs.evolve(passage, words=words, text=text + passage.text)
    values = [(one, unquoted(value(whole, *one.slot)) if one.slot else one.value) for one in found]
    return [stated(one.field, read, passage, because=one.because) for one, read in values if read]


def find(subject: str, text: str) -> tuple[Said, ...]:
    """Find what a plain text says of a subject, in order, the longest first; of the entries of one field the first in the file."""
    return _found(load(subject), text)


def fields(subject: str, text: str) -> set[str]:
    """Tell which fields of a subject a plain text has."""
    return {one.field for one in find(subject, text)}


@functools.lru_cache(maxsize=2**11)
def _found(own: Subject, plain: str) -> tuple[Said, ...]:
    text, found, past = words_of(plain), [], dict[str, int]()
    for place, word in enumerate(text.words):
        for form, entry in _beginning(own.says, word):
            within = form[0].kind == "^" and word.sentence != place
            small = form[0].name == "name" and not word.raw[0].isupper()
            none = within or small or place < past.get(entry["field"], 0)
            slots: dict[str, Any] = {}
            last = None if none else _match(form, text, place, slots)
            if last and last > place and not _taken_back(own, text, place, last, entry["field"]):
                past[entry["field"]] = last
                found.append(_said(entry, text, place, last, slots))
    return tuple(sorted(found, key=lambda one: (one.start, -one.end)))


def _beginning(own: Mapping[str, Entries], word: Word) -> Entries:
    """Give the entries whose form may begin with a word."""
    return own.get(word.stem) or own.get(_FIGURE if word.stem.isdecimal() else "", own[""])


def _said(entry: Mapping[str, Any], text: Text, place: int, last: int, slots: Mapping[str, Any]) -> Said:
    # The last class was filled first.
    filled = (one for one in (*map(slots.get, _SLOTS), *slots.values()) if one not in (None, ""))
    read = entry.get("is", next(filled, ""))
    slot = read if isinstance(read, tuple) else None
    read = text.plain[slice(*slot)] if slot else read.date if isinstance(read, Day) else read
    where = text.words[place].start, text.words[last - 1].end
    return Said(entry["field"], read, *where, entry.get("because", ""), slot)


def _taken_back(own: Subject, text: Text, place: int, last: int, field: str) -> bool:
    """Tell whether the sentence of what was found says that it is not so."""
    for at in range(max(text.words[place].sentence, place - _MOST), min(len(text.words), last + _MOST)):
        if text.words[at].sentence > place:
            break
        for form, entry in _beginning(own.unless, text.words[at]):
            of = field.startswith(tuple(entry["of"]))
            if of and _match(form, text, at, {"it": (place, last)}) is not None:
                return True
    return False


@functools.lru_cache(maxsize=2**7)
def words_of(text: str) -> Text:
    """Give the words of a plain text, once for all subjects."""
    found, parts = list(_WORD.finditer(text)), sentences(text)
    starts = [match.start() for match in found]
    ends = {end for _, end in parts if BEGINS.match(text, end)}
    ends |= {match.start() for match in _CLAUSE_ENDS.finditer(text)}
    cuts = sorted({bisect_left(starts, end) for end in ends} | {len(found)})
    begins = {bisect_left(starts, start) for start, _ in parts}
    # The row of a table begins with its first words.
    begins = {next((at for at in range(one, len(found)) if found[at][0] != "|"), one) for one in begins}
    words, sentence = [], 0
    for place, match in enumerate(found):
        raw = match[0].replace(".", "") if match[0][0].isalpha() else match[0]
        sentence = place if place in begins else sentence
        clause = cuts[bisect_left(cuts, place + 1)]
        words.append(Word(stem(raw), raw, *match.span(), clause, sentence))
    return Text(text, tuple(words))


@functools.lru_cache(maxsize=2**8)
def _days(text: str) -> Mapping[int, Day]:
    return {day.start: day for day in days(text)}


def _match(form: Form, text: Text, place: int, slots: dict[str, Any]) -> int | None:
    """Give where a form ends that begins at a word, and fill its slots; None where it does not fit."""
    if not form:
        return place
    part, rest = form[0], form[1:]
    for end, told in _ways(part, text, place, slots, last=not rest):
        if (last := _match(rest, text, end, slots)) is not None:
            if part.name:
                slots.setdefault(part.name, told)
            return last
    return _match(rest, text, place, slots) if part.optional else None


def _ways(
    part: Part, text: Text, place: int, slots: Mapping[str, Any], *, last: bool
) -> Iterator[tuple[int, Any]]:
    """Give each place at which a part of a form may end, the nearest first, and what it holds."""
    words, (kind, name, of, _) = text.words, part
    word = words[place] if place < len(words) else None
    if kind == "$":
        if word is None or word.stem in _STOPS or (place and words[place - 1].clause == place):
            yield place, None
    elif kind == "...":
        for end in range(place, min(len(words), place + _GAP) + 1):
            yield end, None
            if end < len(words) and (words[end].stem in _STOPS or words[end].stem in of):
                return
    elif word is None:
        return
    elif kind == "^":
        if word.sentence == place:
            yield place, None
    elif kind == "class":
        begins = place + (word.stem == "-" not in of and place + 1 < len(words))
        for phrase, told in of.get(words[begins].stem, ()):
            if (after := _phrase(phrase, words, begins)) is not None:
                yield after, told
    elif name == "it":
        if place == slots["it"][0]:
            yield slots["it"][1], None
    elif name == "date":
        if day := _days(text.plain).get(word.start):
            yield bisect_left(words, day.end, key=lambda one: one.start), day
    elif name == "number":
        number = int(word.stem) if word.stem.isdecimal() else NUMBERS.get(word.stem)
        if number is not None:
            yield place + 1, number
    elif name == "name":
        for end in range(_capitals(text, place), place, -1):
            yield end, (word.start, words[end - 1].end)
    elif word.stem not in _STOPS:
        whole = last and name == "rest"
        farthest = word.clause if whole else min(word.clause, place + _WORDS[name])
        for end in range(farthest if whole else place + 1, farthest + 1):
            if words[end - 1].stem in of and not whole:
                return
            yield end, (word.start, words[end - 1].end)


def _phrase(phrase: Sequence[tuple[str, str]], words: Sequence[Word], place: int) -> int | None:
    """Give where a phrase ends that begins at a word; a hyphen may stand between two of its words."""
    end = place
    for wanted, exact in phrase:
        end += place < end < len(words) and words[end].stem == "-" != wanted
        if end >= len(words) or words[end].stem != wanted or exact not in ("", words[end].raw):
            return None
        end += 1
    return end


def _capitals(text: Text, place: int) -> int:
    """Give where the run of capitals ends that begins at a word: "St. Mary's and All Saints", "Poole, Ham and Lee"."""
    last = place
    for at in range(place, min(text.words[place].clause, place + _MOST)):
        word, before, sign = text.words[at], text.words[at - 1], text.plain[text.words[at].start]
        # "St." and "Stoke-on-Trent" go on: a stop ends a name behind a word that is not short, and a dash apart.
        ends = len(before.stem) > _SHORT if word.stem == "." else word.stem == "-" and word.start > before.end
        if sign.isupper() or (at == last > place and sign.isdecimal()):
            last = at + 1
        elif at == place or word.stem not in _SMALL or at > last + 1 or ends:
            break
    return last


@functools.lru_cache
def load(subject: str) -> Subject:
    """Load a file and the classes that all share; the same each time."""
    return made(_file("said"), _file(subject))


def entries(subject: str, table: str) -> Any:
    """Give what else a file holds, by the name of the table."""
    return _file(subject)[table]


@functools.lru_cache
def _file(name: str) -> Mapping[str, Any]:
    path = resources.files("governance.reading.phrases") / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def made(shared: Mapping[str, Any], own: Mapping[str, Any]) -> Subject:
    """Make a subject of what the two files hold."""
    classes: dict[str, dict[str, list[Any]]] = {}
    for entry in (*shared.get("class", ()), *own.get("class", ())):
        for exact, key in enumerate(("words", "exact")):
            for words in entry.get(key, ()):
                phrase = tuple((one.stem, one.raw if exact else "") for one in words_of(words).words)
                table = classes.setdefault(entry["name"], {})
                table.setdefault(phrase[0][0], []).append((phrase, entry.get("is", "")))
    for table in classes.values():
        for phrases in table.values():
            phrases.sort(key=lambda one: -len(one[0]))
    return Subject(*(_by_first(own.get(kind, ()), classes) for kind in ("says", "unless")))


def _by_first(own: Sequence[Mapping[str, Any]], classes: Mapping[str, Any]) -> Mapping[str, Entries]:
    forms = [(*_form(entry["form"], classes), entry) for entry in own]
    words = {"", *(one for _, firsts, _ in forms for one in firsts)}
    keys = {one: {"", one, _FIGURE if one.isdecimal() else ""} for one in words}
    return {one: tuple((form, entry) for form, firsts, entry in forms if firsts & keys[one]) for one in words}


def _form(written: str, classes: Mapping[str, Any]) -> tuple[Form, set[str]]:
    """Give the parts of a form, and the words that it may begin with; "" where it may be any."""
    parts, firsts, begins = [], set[str](), True
    for one in written.split():
        whole = one.removesuffix("?") or one
        name, optional = whole.strip("<>{}"), whole != one
        if whole in ("^", "$", "..."):
            part = Part(whole, "", classes.get("doubt", {}), optional)
        elif whole[0] == "<" and name:
            part = Part("class", name, classes.get(name) or _of_the_lexer(name), optional)
        elif whole[0] == "{":
            part = Part("slot", name, classes.get("clause", {}), optional)
        else:
            words = {one: [(((one, ""),), "")] for one in map(stem, whole.split("|"))}
            part = Part("class", "", words, optional)
        parts.append(part)
        if begins and whole != "^":
            known = {*part.of} if part.kind == "class" else {_FIGURE, *NUMBERS} if name == "number" else {""}
            firsts |= known
            begins = optional and "" not in known
    return tuple(parts), firsts | ({""} if begins else set())


def _of_the_lexer(name: str) -> dict[str, list[Any]]:
    known, table = language(), dict[str, list[Any]]()
    phrases = [([(word, "") for word in one.stems], one) for own in known.phrases.values() for one in own]
    phrases += [([(stem(word), word)], one) for word, one in known.exact.items()]
    for phrase, one in phrases:
        if one.letter == LETTERS[name]:
            table.setdefault(phrase[0][0], []).append((phrase, one.value))
    return table

"""What a document says beside its seats, as data: forms over words, classes of words and slots, one file a subject.

A form is a row of: a word, or several as "on|from"; a class of words, "<school>", of the file, of `said.toml` or of the
lexer; a slot, "{rest}" (the words to the end of the clause), "{name}" (a run of capitals), "{words}" (a few words),
"{number}" or "{date}"; "..." for up to six other words of the sentence, none of them of the class "doubt"; "^" for the beginning of a sentence and "$" for the
end of a clause. "?" behind one of them says that it may be missing.

An entry of `says` has a `field`, in which a class stands for what its word `is`; the value is `is`, or the first slot, or
else the last class whose word `is` something. An entry of `unless` takes back the fields that begin as one `of` its list, or with `because` calls it inferred, where its form stands in
the same sentence; "{it}" there is what was found. Each step looks at a bounded number of words.
"""

import functools
import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from typing import Any, Final, NamedTuple

import attrs

from governance.reading.evidence import Evidence, Sure
from governance.reading.phrases.days import Day, days
from governance.reading.phrases.language import LETTERS, language, stem
from governance.reading.phrases.lexer import NUMBERS
from governance.reading.text.clause import stated, unquoted, value
from governance.reading.text.passages import Passage
from governance.reading.text.signs import BEGINS, sentences

GAP: Final = 6
MOST_WORDS: Final = 40
_MOST_OF: Final = {"rest": MOST_WORDS, "words": GAP}
_WORD: Final = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:'[^\W\d_]+)*|\d+|\S")
_PART: Final = re.compile(r"(?P<many>\.\.\.)|(?P<slot>\{\w+\})|(?P<cls><\w+>)|(?P<edge>[\^$])|(?P<word>.+)")
_CLAUSE_ENDS: Final = re.compile(
    r"[;|\t]|,?\s(?:and|which|that)\s(?:its?|provides?|belongs?|is|are|has|have|shall|will|was|consists?|comprises?|comes?|takes?)(?![a-z])"
)
_STOPS: Final = frozenset(".;:!?|")
_SMALL: Final = frozenset(
    ("of", "the", "and", "&", "for", "in", "at", "on", "upon", "by", "with", "le", "de", "la", "-", ".", ",")
)
_SHORT: Final = 3
_LONGEST_LEAD_IN: Final = 90
_NOTHING: Final = (None, "")


class Word(NamedTuple):
    """A word or sign of a text, its stem, and where it stands."""

    stem: str
    start: int
    end: int


@attrs.frozen
class Text:
    """A text as words: where the clause of each ends, and with which words a sentence begins."""

    plain: str
    words: tuple[Word, ...]
    ends: tuple[int, ...]
    begins: tuple[int, ...]

    def sentence(self, place: int) -> tuple[int, int]:
        """Give the first word of the sentence around a word, and the first of the next."""
        after = bisect_right(self.begins, place)
        return (
            self.begins[after - 1] if after else 0,
            self.begins[after] if after < len(self.begins) else len(self.words),
        )


@attrs.frozen
class Part:
    """One place of a form: its kind, what may stand there, and whether it may be missing."""

    kind: str
    of: Any
    optional: bool


Form = tuple[Part, ...]
Entries = tuple[tuple[Form, Mapping[str, Any]], ...]


@attrs.frozen
class Said:
    """One thing that a text says, from `start` to `end`; `slot` is the place of the value where it is words of the text.

    `slots` holds what each slot and class took: the places of words, a number, a Day, what a word of a class `is`.
    """

    field: str
    value: Any
    start: int
    end: int
    sure: Sure = "stated"
    because: str = ""
    slot: tuple[int, int] | None = None
    slots: Mapping[str, Any] = attrs.field(factory=dict)
    entry: Mapping[str, Any] = attrs.field(factory=dict)


@attrs.frozen(eq=False)
class Subject:
    """What one file says: its entries, by the words that they may begin with; `at_start` those for the first of a sentence."""

    says: Mapping[str, Entries]
    at_start: Mapping[str, Entries]
    unless: Mapping[str, Entries]


def said(subject: str, read: Sequence[Passage]) -> list[Evidence]:
    """Give what the passages say of a subject; a heading and what stands under it are read as one."""
    return [evidence for passage in read for _, evidence in said_in(subject, passage)]


def said_in(subject: str, passage: Passage) -> list[tuple[Said, Evidence]]:
    """Give what one passage says of a subject; together with its heading, where neither says anything alone."""
    found = list(find(subject, passage.text))
    lead = passage.under if passage.first else None
    if not found and lead is not None and len(lead.text) <= _LONGEST_LEAD_IN and not find(subject, lead.text):
        sign = "" if lead.text.rstrip().endswith((":", "-")) else ":"
        words, text = (f"{one}{sign} " for one in (lead.words, lead.text))
        whole = attrs.evolve(passage, words=words + passage.words, text=text + passage.text)
        found = [one for one in find(subject, whole.text) if one.end > len(text)]
        return [(one, _evidence(one, whole, passage)) for one in found if _value(one, whole) not in _NOTHING]
    return [(one, _evidence(one, passage, passage)) for one in found if _value(one, passage) not in _NOTHING]


def _value(one: Said, passage: Passage) -> Any:
    return unquoted(value(passage, *one.slot)) if one.slot else one.value


def _evidence(one: Said, whole: Passage, passage: Passage) -> Evidence:
    return stated(one.field, _value(one, whole), passage, sure=one.sure, because=one.because)


def find(subject: str, text: str) -> tuple[Said, ...]:
    """Find what a plain text says of a subject; of entries that begin at one word the first in the file is taken."""
    return _found(load(subject), text)


@functools.lru_cache(maxsize=2**12)
def _found(own: Subject, text: str) -> tuple[Said, ...]:
    return tuple(_find(own, text))


def _find(own: Subject, text: str) -> Iterator[Said]:
    known = words_of(text)
    past: dict[str, int] = {}
    begins = frozenset(known.begins)
    for place, word in enumerate(known.words):
        entries = own.says.get(word.stem, own.says.get("", ()))
        if place in begins:
            entries = own.at_start.get(word.stem, own.at_start.get("", ()))
        for form, entry in entries:
            if place < past.get(entry["field"], 0):
                continue
            slots: dict[str, Any] = {}
            last = _match(form, 0, known, place, slots)
            if last is None or last == place:
                continue
            made = _said(entry, known, place, last, slots)
            if (settled := _unless(own, known, place, last, made)) is not None:
                past[entry["field"]] = last
                yield settled


def _said(entry: Mapping[str, Any], known: Text, place: int, last: int, slots: dict[str, Any]) -> Said:
    field = re.sub(r"<(\w+)>", lambda match: str(slots.get(match[1], "")), entry["field"])
    named = next((name for name in ("rest", "name", "words", "number", "date") if name in slots), "")
    where = slots[named] if named in ("rest", "name", "words") else None
    # The last class was filled first.
    read = entry.get("is", slots.get(named) if named else next(filter(None, slots.values()), ""))
    read = known.plain[where[0] : where[1]] if where and "is" not in entry else read
    read = read.date if isinstance(read, Day) else read
    slot = None if "is" in entry else where
    start, end = known.words[place].start, known.words[last - 1].end
    sure, because = entry.get("sure", "stated"), entry.get("because", "")
    return Said(field, read, start, end, sure, because, slot, slots, entry)


def _unless(own: Subject, known: Text, place: int, last: int, made: Said) -> Said | None:
    start, end = known.sentence(place)
    for at in range(max(start, place - MOST_WORDS), min(end, last + MOST_WORDS)):
        for form, entry in own.unless.get(known.words[at].stem, own.unless[""]):
            if not made.field.startswith(tuple(entry["of"])):
                continue
            if _match(form, 0, known, at, {"it": (place, last)}) is None:
                continue
            if "because" not in entry:
                return None
            made = attrs.evolve(made, sure="inferred", because=entry["because"])
    return made


@functools.lru_cache(maxsize=2**11)
def words_of(text: str) -> Text:
    """Give the words of a plain text, once for all subjects."""
    found = tuple(
        Word(stem(match[0].replace(".", "") if match[0][0].isalpha() else match[0]), *match.span())
        for match in _WORD.finditer(text)
    )
    starts = [word.start for word in found]
    parts = sentences(text)
    ends = {end for _, end in parts if end == len(text) or BEGINS.match(text, end)}
    ends |= {match.start() for match in _CLAUSE_ENDS.finditer(text)}
    cuts = sorted({bisect_left(starts, end) for end in ends} | {len(found)})
    own = tuple(cuts[bisect_left(cuts, place + 1)] for place in range(len(found)))
    begins = sorted({bisect_left(starts, start) for start, _ in parts})
    return Text(text, found, own, tuple(begins))


@functools.lru_cache(maxsize=2**8)
def _days(text: str) -> Mapping[int, Day]:
    return {day.start: day for day in days(text)}


def _match(form: Form, at: int, known: Text, place: int, slots: dict[str, Any]) -> int | None:
    """Give where a form ends that begins at a word, and fill its slots; None where it does not fit."""
    if at == len(form):
        return place
    part = form[at]
    for end, told in _ways(part, known, place, slots, last=at + 1 == len(form)):
        if (last := _match(form, at + 1, known, end, slots)) is not None:
            if part.kind in ("slot", "class"):
                slots.setdefault(part.of[0], told)
            return last
    return _match(form, at + 1, known, place, slots) if part.optional else None


def _ways(
    part: Part, known: Text, place: int, slots: Mapping[str, Any], *, last: bool
) -> Iterator[tuple[int, Any]]:
    """Give each place at which a part of a form may end, the nearest first."""
    words = known.words
    if part.kind == "edge":
        if part.of == "^":
            at_start = bisect_left(known.begins, place)
            if at_start < len(known.begins) and known.begins[at_start] == place:
                yield place, None
        elif (
            place >= len(words)
            or place in known.ends[max(0, place - 1) : place]
            or words[place].stem in _STOPS
        ):
            yield place, None
    elif part.kind == "gap":
        for end in range(place, min(len(words), place + GAP) + 1):
            yield end, None
            if end < len(words) and (words[end].stem in _STOPS or words[end].stem in part.of):
                return
    elif place >= len(words):
        return
    elif part.kind == "word":
        hyphen = words[place].stem == "-" not in part.of and place + 1 < len(words)
        if words[place + hyphen].stem in part.of:
            yield place + hyphen + 1, None
    elif part.kind == "class":
        yield from _phrases(part.of[1], known, place)
    else:
        yield from _slot(part, known, place, slots, last=last)


def _phrases(phrases: Mapping[str, Any], known: Text, place: int) -> Iterator[tuple[int, Any]]:
    words = known.words
    for stems, exact, told in phrases.get(words[place].stem, ()):
        end = place
        for wanted in stems:
            if end > place and end < len(words) and words[end].stem == "-" != wanted:
                end += 1
            if end >= len(words) or words[end].stem != wanted:
                break
            end += 1
        else:
            if not exact or known.plain[words[place].start : words[end - 1].end].replace(".", "") == exact:
                yield end, told


def _slot(
    part: Part, known: Text, place: int, slots: Mapping[str, Any], *, last: bool
) -> Iterator[tuple[int, Any]]:
    words = known.words
    name, blocked = part.of
    if name == "it":
        if place == slots["it"][0]:
            yield slots["it"][1], None
    elif name == "date":
        day = _days(known.plain).get(words[place].start)
        if day is not None:
            yield bisect_left(words, day.end, key=_start), day
    elif name == "number":
        number = NUMBERS.get(words[place].stem)
        if number is None and words[place].stem.isdecimal():
            number = int(words[place].stem)
        if number is not None:
            yield place + 1, number
    elif name == "name":
        for end in reversed(range(place + 1, _capitals(known, place) + 1)):
            yield end, (words[place].start, words[end - 1].end)
    else:
        if words[place].stem in _STOPS:
            return
        if last and name == "rest":
            yield known.ends[place], (words[place].start, words[known.ends[place] - 1].end)
            return
        for end in range(place + 1, min(known.ends[place], place + _MOST_OF[name]) + 1):
            if words[end - 1].stem in blocked:
                return
            yield end, (words[place].start, words[end - 1].end)


def _start(word: Word) -> int:
    return word.start


def _capitals(known: Text, place: int) -> int:
    """Give where the run of capitals ends that begins at a word: "St. Mary's and All Saints", "Poole, Ham and Lee"."""
    last = place
    for at in range(place, min(known.ends[place], place + MOST_WORDS)):
        word = known.words[at]
        sign = known.plain[word.start]
        if sign.isupper() or (at == last > place and sign.isdecimal()):
            last = at + 1
        elif at == place or word.stem not in _SMALL or at > last + 1 or _stops(known, at):
            break
    return last


def _stops(known: Text, at: int) -> bool:
    """Whether a stop stands behind a word that is not short, or a dash apart: "St." and "Stoke-on-Trent" go on."""
    word, before = known.words[at], known.words[at - 1]
    return (word.stem == "." and len(before.stem) > _SHORT) or (word.stem == "-" and word.start > before.end)


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
        table = classes.setdefault(entry["name"], {})
        for exact, words in ((False, entry.get("words", ())), (True, entry.get("exact", ()))):
            for phrase in words:
                stems = words_of(phrase).words
                key = tuple(one.stem for one in stems)
                table.setdefault(key[0], []).append((key, phrase if exact else "", entry.get("is", "")))
    for table in classes.values():
        for phrases in table.values():
            phrases.sort(key=lambda one: -len(one[0]))
    says = [(_form(entry["form"], classes), entry) for entry in own.get("says", ())]
    return Subject(
        _by_first([one for one in says if one[0][0].kind != "edge"]),
        _by_first(says),
        _by_first([(_form(entry["form"], classes), entry) for entry in own.get("unless", ())]),
    )


def _by_first(says: Sequence[tuple[Form, Mapping[str, Any]]]) -> Mapping[str, Entries]:
    """Give the entries by the words that they may begin with; under "" those that may begin with any."""
    firsts = [(_firsts(form), form, entry) for form, entry in says]
    words = {"", *(word for own, _, _ in firsts for word in own)}
    return {word: tuple((form, entry) for own, form, entry in firsts if {"", word} & own) for word in words}


def _form(written: str, classes: Mapping[str, Any]) -> Form:
    parts = []
    for one in written.split():
        optional = len(one) > 1 and one.endswith("?")
        match = _PART.fullmatch(one.removesuffix("?") if optional else one)
        kind = match.lastgroup if match else None
        name = match[0].strip("<>{}") if match else ""
        if kind == "cls":
            parts.append(Part("class", (name, classes.get(name) or _of_the_lexer(name)), optional))
        elif kind == "word":
            parts.append(Part("word", frozenset(map(stem, one.removesuffix("?").split("|"))), optional))
        else:
            gap = kind == "many"
            if kind == "slot":
                parts.append(Part("slot", (name, classes.get("clause", {})), optional))
                continue
            parts.append(
                Part("gap" if gap else str(kind), classes.get("doubt", {}) if gap else name, optional)
            )
    return tuple(parts)


def _of_the_lexer(name: str) -> dict[str, list[Any]]:
    letter = LETTERS[name]
    known = language()
    table: dict[str, list[Any]] = {}
    for own in known.phrases.values():
        for phrase in own:
            if phrase.letter == letter:
                table.setdefault(phrase.stems[0], []).append((phrase.stems, "", phrase.value))
    for word, phrase in known.exact.items():
        if phrase.letter == letter:
            table.setdefault(stem(word), []).append(((stem(word),), word, phrase.value))
    return table


def _firsts(form: Form) -> set[str]:
    """Give the words that a form may begin with; "" where it may be any."""
    firsts: set[str] = set()
    for part in form:
        if part.kind == "edge":
            continue
        if part.kind not in ("word", "class"):
            return {""}
        firsts |= set(part.of if part.kind == "word" else part.of[1])
        if not part.optional:
            return firsts
    return {""}

"""A document as passages: each paragraph with its lead-in, which ends with a colon or is a heading."""

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

import attrs

from governance.english import MONTHS
from governance.reading.intake.transcript import Line, Where
from governance.reading.phrases.lexer import letters, lex
from governance.reading.text.signs import UNFINISHED, plain, said, sentences, tidy, without_notes

Role = Literal["", "current", "proposed"]
"""Which board a passage tells of: the one there is, the one that is wanted, or it does not say."""

_LABELS: Final = (
    r"name of (?:the )?(?:school|federation|group of units|unit|governing body|governing board|board of governors|management committee)"
    r"|(?:school|federation|unit) name|category(?: of (?:the )?school)?"
    r"|total(?: number)?(?: of (?:the )?)?(?:governors|members|membership|governing body)?|effective date|date of effect|date effective"
    r"|date made|date of (?:making|order|reconstitution)|religious character"
    r"|terms? of office(?: (?:of|for) (?:an? |the |all )?[a-z-]+(?: [a-z-]+)? ?governors?)?"
)
_HEADINGS: Final = (
    rf"{_LABELS}|(?:the )?(?:federated )?schools in (?:the )?federation|foundation governors|appointment of foundation governors"
    r"|(?:statement of )?(?:the )?(?:school'?s )?(?:religious )?ethos(?: statement)?(?: of (?:the )?school)?"
    r"|(?:current|existing|present|old|previous|proposed|new|revised)(?: (?:board|governing body|membership|structure|composition|constitution|position))?"
    r"|ex[ -]?officio(?: foundation)? governors?|holders? of (?:each of )?the following offices? [^:]{0,80}"
)
"""Headings that need no colon."""

_WANTED: Final = (
    r"after|propos(?:al|ed)|recommended|recommendation|new|revised|amended|reconstitut(?:ed?|ion|ing)|requested|agreed|resolved"
    r"|wish(?:es)? to (?:have|be|move|become)|asks? (?:to|for|that)|would (?:be|become|consist|have)|future"
    rf"|from (?:{'|'.join(MONTHS)})|from \d"
)
_NOW: Final = (
    rf"(?:before|until|prior to)(?: (?:the |its |our |their )?(?:{_WANTED}))?|current(?:ly)?|at present|presently|present|existing|previous(?:ly)?|old|former(?:ly)?|hitherto"
    r"|(?:body|board|school|it|we) (?:had|was made up)|used to (?:be|have)|now of|now has|(?:have|has|are there) now|to date|at the moment|as things stand"
    r"|(?:membership|constitution|composition|structure|make-?up|board|body|numbers?) now(?= ?[:=-])"
    r"|(?:was|were)(?! (?:elected|appointed|nominated|chosen|co-opted))"
)
_PUT_FORWARD: Final = "(?:governors?|members?) (?:agreed|proposed|recommended|requested) by"
ROLE: Final = re.compile(rf"(?i)(?<![a-z])(?:{_PUT_FORWARD}|(?P<now>{_NOW})|(?P<wanted>{_WANTED}))(?![a-z])")
_OPENS: Final = re.compile(r"(?::\s?-?|(?<=\s)-|\?)\s*$")
_HEADING: Final = re.compile(rf"(?:the )?(?:{_HEADINGS})\s*[:.\-]*", re.IGNORECASE)
_LABEL: Final = re.compile(
    rf"(?i)(?:{_LABELS}|school|federation|(?:type|status)(?: of school)?|governing (?:body|board)|number of governors|comes into effect(?: on)?)\s*[:-]?"
)
"""What has its value in the one line below it."""
_BARE: Final = re.compile("(?i)(?:the )?(?:school|federation|unit|name|body|governing (?:body|board))")
_SAYS: Final = re.compile(r"(?<![a-z])(?:is|are|was|were|shall|will|has|have|made)(?![a-z])", re.IGNORECASE)
_UNIT: Final = re.compile(r"pupil referral|(?-i:PRU)\b", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"\d{1,2}[.)]?(?!\d)")
_MOST_OF_A_HEADING: Final = 90
_MOST_WORDS_OF_A_HEADING: Final = 8
_MOST_OF_A_LEAD_IN: Final = 130
_EARLY: Final = 60
_IN_BRACKETS: Final = re.compile(r"\([^()]*\)?")


class Sentence(NamedTuple):
    """One sentence of a passage, from `start` to `end` in its text, and which board it tells of."""

    text: str
    start: int
    role: Role = ""


@attrs.frozen(eq=False)
class Passage:
    """One paragraph. `words` are as printed and tidy; `text` is as long, with simple signs; `under` is its lead-in.

    It equals itself alone: by value, each would be compared with all that it stands under.
    """

    number: int
    line: Line
    words: str
    text: str
    under: "Passage | None" = None
    first: bool = False
    role: Role = ""

    @property
    def where(self) -> Where:
        """The place of the paragraph."""
        return self.line.where

    @functools.cached_property
    def opens(self) -> bool:
        """Whether it leads in what follows."""
        return bool(self.line.heading or _OPENS.search(self.text) or _HEADING.fullmatch(self.text))

    @property
    def context(self) -> str:
        """The text of what it stands under."""
        return self.under.text if self.under else ""

    @functools.cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences; one that begins by saying of which board it tells, tells of that."""
        parts = [(self.text[start:end], start) for start, end in sentences(self.text)]
        early = [_IN_BRACKETS.sub("", text[:_EARLY]).split(":")[0] for text, _ in parts]
        return tuple(
            Sentence(*part, role_of(words) or self.role) for part, words in zip(parts, early, strict=True)
        )


def passages(lines: Sequence[Line]) -> tuple[Passage, ...]:
    """Give the paragraphs of a document with what each stands under."""
    found: list[Passage] = []
    under: Passage | None = None
    role: Role = ""
    first = False
    lines = tuple(_with_values(lines))
    for line, after in itertools.zip_longest(lines, lines[1:]):
        if not (words := _labelled(line)):
            continue
        if under is not None and _closes(line, under.line):
            under = None
        heads = after is not None and _heads(line, after)
        own = attrs.evolve(line, heading=True) if heads else line
        made = Passage(len(found), own, words, without_notes(plain(words)), under, first, role)
        first = made.opens and not line.cells
        if first:
            role = _role_under(made)
            made = under = attrs.evolve(made, role=role)
        found.append(made)
    return tuple(found)


def role_of(text: str) -> Role:
    """Tell of which board a heading or the beginning of a sentence speaks.

    >>> role_of("Proposed membership:")
    'proposed'
    """
    told = {match.lastgroup for match in ROLE.finditer(text)} - {None}
    return "" if len(told) != 1 else "current" if "now" in told else "proposed"


def _role_under(made: Passage) -> Role:
    """A new heading tells of its own board; a lead-in right below one that is silent tells of the same."""
    text = made.text
    if len(text) > _MOST_OF_A_HEADING:
        start, end = sentences(text)[-1]
        text = text[start:end] if end - start <= _MOST_OF_A_LEAD_IN else ""
    return role_of(text) or (made.role if made.first else "")


def _with_values(lines: Sequence[Line]) -> Iterator[Line]:
    """Make a row of a label and the one line below it, where nothing else follows: "Type of school", "Community"."""
    taken = False
    for line, value, after in itertools.zip_longest(lines, lines[1:], lines[2:]):
        own = not taken and value is not None and _is_label(line) and _is_value(value, after)
        if own and _has_value(line.words, value.words):
            cells = (line.words, value.words)
            yield attrs.evolve(line, words="\t".join(cells), cells=cells, where=value.where)
            taken = True
        elif taken:
            taken = False
        else:
            yield line


def _is_value(line: Line, after: Line | None) -> bool:
    """Whether a line may be the value of the label above it: some words, and no list or text that goes on."""
    ends = after is None or bool(after.mark or _is_label(after)) or (after.apart and not line.apart)
    own = line.cells or line.mark or line.heading or ":" in line.words or line.words.endswith(".")
    return ends and not own and not _is_label(line) and len(line.words) <= _MOST_OF_A_LEAD_IN


def _is_label(line: Line) -> bool:
    return not line.cells and bool(_LABEL.fullmatch(line.words))


def _labelled(line: Line) -> str:
    """Give the words of a line; a label in a cell of its own has a colon before its value: "School: Hill Road School"."""
    label, *values = [*filter(None, map(tidy, line.cells))] or [""]
    if len(values) != 1 or values[0].isdecimal() or not label[-1].isalpha() or UNFINISHED.search(label):
        return said(line)
    # A name, what has its own value, and the half of a sentence with wide spaces are no labels.
    half = values[0][0].islower() and not _LABEL.fullmatch(label)
    own = half or _SAYS.search(label) or set(letters(lex(label))) & set("sNd:")
    return said(line) if own or not _has_value(label, values[0]) else f"{label}: {values[0]}"


def _has_value(label: str, value: str) -> bool:
    """Whether a label that might as well head a page, such as "School", has a name behind it."""
    named = "s" in letters(lex(value)) or _UNIT.search(value)
    return bool(named) or not _BARE.fullmatch(label.rstrip(" :-"))


def _heads(line: Line, after: Line) -> bool:
    """Whether a line is the heading of a clause: a number, a few words and no stop, and below it what has no such number."""
    short = len(line.words.split()) <= _MOST_WORDS_OF_A_HEADING and line.words[-1:].isalpha()
    return bool(short and not line.cells and _CLAUSE.match(line.mark) and not _CLAUSE.match(after.mark))


def _closes(line: Line, lead: Line) -> bool:
    """Whether a line begins the next clause after the one that leads in."""
    numbered = _CLAUSE.match(line.mark) and _CLAUSE.match(lead.mark)
    return bool(numbered) and line.depth == lead.depth and line.mark[:2] != lead.mark[:2]

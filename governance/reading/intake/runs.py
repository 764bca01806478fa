"""The words of one paragraph of a Word file, as they stand on the page with every change accepted.

The facts of a file of ours stand in content controls, each with its key in a proposal file. A key that no proposal has is
no fact of ours, and its control is left as it is. So is one inside another, and so are all where there are more than any
instrument has.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs
from lxml import etree

from governance.files.controls import title
from governance.reading.intake.styles import Style, Styles, W, child, switched, value
from governance.reading.intake.transcript import APPENDIX, Control, Line, known

CHANGES = "It holds tracked changes: they were taken as accepted."
HIDDEN = "It holds hidden text, which was left out."
NOTES = "It has footnotes or endnotes, which were left out."
PICTURES = "It holds pictures or objects; words in them were not read."

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RUN, _TEXT, _CONTROL, _FIELD = f"{W}r", f"{W}t", f"{W}sdt", f"{W}fldChar"
_SIGNS = {f"{W}{name}": sign for name, sign in zip(("tab", "ptab", "br", "cr", "noBreakHyphen"), "\t\t\n\n-", strict=True)}  # fmt: skip
TAKEN_OUT = frozenset(f"{W}{name}" for name in ("del", "moveFrom"))
_NOT_WORDS = frozenset(
    f"{W}{name}"
    for name in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "fldData", "instrText", "delText", "delInstrText", "rt",
        "annotationRef", "footnoteRef", "endnoteRef",
    )
)  # fmt: skip
_NOTED = {
    **dict.fromkeys((f"{W}ins", f"{W}moveTo", *TAKEN_OUT), CHANGES),
    **dict.fromkeys((f"{W}footnoteReference", f"{W}endnoteReference"), NOTES),
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic": PICTURES,
    "{urn:schemas-microsoft-com:vml}imagedata": PICTURES,
    f"{W}object": PICTURES,
}

_DEEPEST_FIELD = 10
MOST_CONTROLS: Final = 1_000
"""The most controls that are looked at; an instrument of ours has some fifty."""

_LONGEST_TITLE: Final = 100
_ONE_LINE: Final = str.maketrans("\n\t", "  ")
# Private signs, which are left out of the words of a document.
_FIRST: Final = 0xF0000
_END: Final = "\U000ffffd"
OURS: Final = re.compile("[\U000f0000-\U000ffffd]")
"""The signs that mark in a line where a fact begins and ends."""

_HELD: Final = re.compile(f"([\U000f0000-\U000ffffc])[^{_END}]*{_END}")


@attrs.define
class Fact:
    """A fact as it is read: its key, the title of its control, and what stands in it."""

    key: str
    title: str
    text: str = ""


def alternatives(element: etree._Element) -> Iterable[etree._Element]:
    """Give the children to read: of content that is there twice, for newer and older programs, the newer."""
    if element.tag != f"{_MC}AlternateContent":
        return element
    versions = (element.find(f"{_MC}{name}") for name in ("Choice", "Fallback"))
    return next((version for version in versions if version is not None), ())


def instructions(body: etree._Element) -> frozenset[etree._Element]:
    """Find the runs that stand between the start of a field and its result, which no page shows.

    A field that has neither a result nor an end hides nothing.
    """
    hidden: set[etree._Element] = set()
    fields: list[list[etree._Element] | None] = []
    for element in body.iter(_RUN, _FIELD) if body.find(f".//{_FIELD}") is not None else ():
        kind = element.get(f"{W}fldCharType")
        if element.tag == _RUN:
            for runs in fields:
                if runs is not None:
                    runs.append(element)
        elif kind == "begin" and len(fields) < _DEEPEST_FIELD:
            fields.append([])
        elif fields and kind in ("separate", "end"):
            hidden.update(fields.pop() or ())
            if kind == "separate":
                fields.append(None)
    return frozenset(hidden)


class Runs:
    """One way through the runs of a body: the facts that were met, and notes on what was left out."""

    def __init__(self, body: etree._Element, styles: Styles) -> None:
        self._styles = styles
        self._instructions = instructions(body)
        self._boxes: list[etree._Element] = []
        self.facts: list[Fact] = []
        self.notes: set[str] = set()

    def read(self, paragraph: etree._Element, style: Style) -> tuple[str, list[etree._Element]]:
        """Give the words of a paragraph, with its facts marked, and the text boxes anchored in it."""
        self._boxes = []
        return self._words(paragraph, style, within=False), self._boxes

    def _words(self, parent: etree._Element, style: Style, *, within: bool) -> str:
        """Gather what a person sees; `within` a fact no other begins."""
        words = []
        for element in alternatives(parent):
            tag = element.tag
            if tag == _TEXT:
                text = (element.text or "").replace("\n", " ").replace("\t", " ")
                words.append(text if text.isascii() else OURS.sub("", text))
            elif tag in _SIGNS:
                words.append(_SIGNS[tag])
            elif tag == f"{W}sym":
                words.append(_symbol(element))
            elif tag == f"{W}txbxContent":
                self._boxes.append(element)
            elif tag in _NOT_WORDS or (tag == _RUN and self._unseen(element, style)):
                continue
            elif tag == _CONTROL and not within and (fact := self._fact(element)):
                self.facts.append(fact)
                number = len(self.facts) - 1
                fact.text = self._words(element, style, within=True).strip()
                words.append(f"{chr(_FIRST + number)}{fact.text.translate(_ONE_LINE)}{_END}")
            else:
                self.notes.update([_NOTED[tag]] if tag in _NOTED else ())
                words.append("" if tag in TAKEN_OUT else self._words(element, style, within=within))
        return "".join(words)

    def _fact(self, control: etree._Element) -> Fact | None:
        """Give the fact that a control is for; None where it is not ours, or there are too many."""
        properties = child(control, "sdtPr")
        said = value(properties, "alias") or ""
        for name in (value(properties, "tag") or "", said):
            key = name.split(" ", 1)[0] if len(name) <= _LONGEST_TITLE else ""
            if len(self.facts) <= MOST_CONTROLS and (key == APPENDIX or known(key)):
                return None if child(control, "sdtContent") is None else Fact(key, said)
        return None

    def _unseen(self, run: etree._Element, style: Style) -> bool:
        """Whether no page shows a run: it is part of a field, or hidden by itself, its style or that of the paragraph."""
        if run in self._instructions:
            return True
        properties = child(run, "rPr")
        if properties is None and not style.hidden:
            return False
        of_run = self._styles.named(value(properties, "rStyle")).hidden
        told = [one for one in (switched(properties, "vanish"), of_run, style.hidden) if one is not None]
        if told[:1] == [True] and any(text.text for text in run.iter(_TEXT)):
            self.notes.add(HIDDEN)
        return told[:1] == [True]


def _symbol(element: etree._Element) -> str:
    """Read a sign of a symbol font, which a person sees as a bullet or a tick."""
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    private = 0xE000 <= code <= 0xF8FF  # noqa: PLR2004 - the private area of Unicode
    return "•" if private else OURS.sub("", chr(code)) if 0 < code < 0x110000 else ""  # noqa: PLR2004 - all of Unicode


def unmarked(lines: Iterable[Line], facts: list[Fact]) -> tuple[tuple[Line, ...], tuple[Control, ...]]:
    """Take the signs out of the lines, and give the facts with their places.

    A line is held where the words around each fact in it are those that we wrote.
    """
    if len(facts) > MOST_CONTROLS:
        facts = []
    plain: list[Line] = []
    controls: list[Control] = []
    for line in lines:
        if not OURS.search(line.words):
            plain.append(line)
            continue
        own = list(_in(line, facts))
        controls += own
        held = bool(own) and all(one.kept for one in own)
        words, *cells = (OURS.sub("", text).strip() for text in (line.words, *line.cells))
        plain.append(attrs.evolve(line, words=words, cells=tuple(cells), held=held))
    return tuple(plain), tuple(controls)


def _in(line: Line, facts: list[Fact]) -> Iterator[Control]:
    held = [
        facts[number] for sign in _HELD.findall(line.words) if (number := ord(sign) - _FIRST) < len(facts)
    ]
    around = _HELD.sub(lambda found: f" {facts[ord(found[1]) - _FIRST].key} ", line.words) if held else ""
    for fact in held:
        yield Control(fact.key, fact.text, line.where, kept=title(fact.key, around) == fact.title)

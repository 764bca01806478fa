"""The words of one paragraph of a Word file, as they stand on the page with every change accepted."""

from collections.abc import Iterable

from lxml import etree

from governance.reading.intake.controls import MOST_CONTROLS, OURS, Fact, key_of, marked
from governance.reading.intake.styles import Style, Styles, W, child, switched, value

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


def alternatives(element: etree._Element) -> Iterable[etree._Element]:
    """Give the children to read: of content that is there twice, for newer and older programs, the newer."""
    if element.tag != f"{_MC}AlternateContent":
        return element
    versions = (element.find(f"{_MC}{name}") for name in ("Choice", "Fallback"))
    return next((version for version in versions if version is not None), ())


def instructions(body: etree._Element) -> frozenset[etree._Element]:
    """Find the runs that stand between the start of a field and its result, which no page shows.

    A field that is never ended hides nothing.
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
                words.append(marked(number, fact.text))
            else:
                self.notes.update([_NOTED[tag]] if tag in _NOTED else ())
                words.append("" if tag in TAKEN_OUT else self._words(element, style, within=within))
        return "".join(words)

    def _fact(self, control: etree._Element) -> Fact | None:
        enough = len(self.facts) > MOST_CONTROLS or child(control, "sdtContent") is None
        return None if enough else key_of(control)

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

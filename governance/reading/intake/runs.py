"""The words of one paragraph of a Word file, as they stand on the page with every change accepted."""

from collections.abc import Iterator

import attrs
from lxml import etree

from governance.reading.intake.styles import Style, Styles, W, is_hidden, switched, value

CHANGES = "It holds tracked changes: they were taken as accepted."
HIDDEN = "It holds hidden text, which was left out."
NOTES = "It has footnotes or endnotes, which were left out."
PICTURES = "It holds pictures or objects; words in them were not read."

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RUN = f"{W}r"
_BOX = f"{W}txbxContent"
_ALTERNATIVES = f"{_MC}AlternateContent"
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_TAKEN_OUT = frozenset(f"{W}{name}" for name in ("del", "moveFrom"))
_PUT_IN = frozenset(f"{W}{name}" for name in ("ins", "moveTo"))
# fmt: off
_NOT_WORDS = frozenset(
    f"{W}{name}"
    for name in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "fldData", "instrText", "delText", "delInstrText", "rt", "annotationRef",
        "footnoteRef", "endnoteRef",
    )
)
# fmt: on
_NOTE_MARKS = frozenset((f"{W}footnoteReference", f"{W}endnoteReference"))
_OBJECTS = frozenset(
    (
        "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
        "{urn:schemas-microsoft-com:vml}imagedata",
        f"{W}object",
    )
)

_DEEPEST_FIELD = 10


@attrs.frozen
class Words:
    """What one paragraph holds: its words, the text boxes anchored in it, and notes on what was left out."""

    text: str
    boxes: tuple[etree._Element, ...] = ()
    notes: frozenset[str] = frozenset()


def alternatives(element: etree._Element) -> Iterator[etree._Element]:
    """Give the children to read: of content that is there twice, for newer and older programs, the newer."""
    if element.tag == _ALTERNATIVES:
        for name in ("Choice", "Fallback"):
            version = element.find(f"{_MC}{name}")
            if version is not None:
                yield from version
                return
    else:
        yield from element


def instructions(body: etree._Element) -> frozenset[etree._Element]:
    """Find the runs that stand between the start of a field and its result, which no page shows.

    A field that is never ended hides nothing.
    """
    hidden: set[etree._Element] = set()
    open_fields: list[tuple[bool, list[etree._Element]]] = []
    for element in body.iter(_RUN, f"{W}fldChar"):
        if element.tag == _RUN:
            for in_result, runs in open_fields:
                if not in_result:
                    runs.append(element)
            continue
        kind = element.get(f"{W}fldCharType")
        if kind == "begin" and len(open_fields) < _DEEPEST_FIELD:
            open_fields.append((False, []))
        elif kind == "separate" and open_fields:
            open_fields[-1] = (True, open_fields[-1][1])
        elif kind == "end" and open_fields:
            hidden.update(open_fields.pop()[1])
    return frozenset(hidden)


def words_of(
    paragraph: etree._Element, styles: Styles, style: Style, hidden_runs: frozenset[etree._Element]
) -> Words:
    """Read one paragraph, of this style."""
    pieces: list[str] = []
    boxes: list[etree._Element] = []
    notes: set[str] = set()

    def unseen(properties: etree._Element | None) -> bool:
        return is_hidden(properties, styles.named(value(properties, "rStyle")), style)

    def walk(element: etree._Element) -> None:
        for child in alternatives(element):
            tag = child.tag
            if tag == f"{W}t":
                pieces.append((child.text or "").replace("\n", " ").replace("\t", " "))
            elif tag in _SIGNS:
                pieces.append(_SIGNS[tag])
            elif tag == f"{W}sym":
                pieces.append(_symbol(child))
            elif tag == _BOX:
                boxes.append(child)
            elif tag in _TAKEN_OUT:
                notes.add(CHANGES)
            elif tag in _NOTE_MARKS:
                notes.add(NOTES)
            elif tag == _RUN and (child in hidden_runs or unseen(child.find(f"{W}rPr"))):
                if child not in hidden_runs and any(text.text for text in child.iter(f"{W}t")):
                    notes.add(HIDDEN)
            elif tag not in _NOT_WORDS:
                if tag in _PUT_IN:
                    notes.add(CHANGES)
                if tag in _OBJECTS:
                    notes.add(PICTURES)
                walk(child)

    walk(paragraph)
    return Words("".join(pieces), tuple(boxes), frozenset(notes))


def end_taken_out(properties: etree._Element | None) -> bool:
    """Whether the end of a paragraph is deleted or moved, so that the next one goes on from it."""
    end = None if properties is None else properties.find(f"{W}rPr")
    return end is not None and any(end.find(tag) is not None for tag in _TAKEN_OUT)


def end_hidden(properties: etree._Element | None) -> bool:
    """Whether the end of a paragraph is hidden; with no words to see, no number is shown or counted either."""
    return bool(switched(None if properties is None else properties.find(f"{W}rPr"), "vanish"))


def _symbol(element: etree._Element) -> str:
    """Read a sign of a symbol font, which a person sees as a bullet or a tick."""
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    private = 0xE000 <= code <= 0xF8FF  # noqa: PLR2004 - the private area of Unicode
    return "•" if private else chr(code) if 0 < code < 0x110000 else ""  # noqa: PLR2004 - all of Unicode

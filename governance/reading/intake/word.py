"""A Word file into lines, as they stand on its pages with every change accepted: no page furniture, no footnotes."""

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from lxml import etree

from governance.errors import UnreadableError
from governance.files.archive import Archive, broken
from governance.reading.intake.facts import OURS, Facts
from governance.reading.intake.lines import NO_MACROS, RECOGNISE, as_line, at_most, spaced, within_limits
from governance.reading.intake.numbering import Numbering, lists
from governance.reading.intake.styles import Properties, Styles, W, child, heading, switched, told, whole
from governance.reading.intake.transcript import Line, Transcript, Where

MOST_COLUMNS = 63
"""The most columns a Word table can have."""
DEEPEST_FIELD = 10
DEEPEST_TABLE = 12
"""How many tables may stand one inside another: the words of the innermost are put together again in each."""

CHANGES = "It holds tracked changes: they were taken as accepted."
HIDDEN = "It holds hidden text, which was left out."
NOTES = "It has footnotes or endnotes, which were left out."
PICTURES = "It holds pictures or objects; words in them were not read."
UNFILLED = "It has places of a form that nobody has filled in; what they prompt for was left out."
_COPY = "Copy its words into a Word document and give that."
_SAVE_AS = "Open it in its own program, save it as a Word document (.docx) and give that."
_INDENT = 720
_RUN, _TEXT, _FIELD = f"{W}r", f"{W}t", f"{W}fldChar"
_SIGNS = {f"{W}{name}": sign for name, sign in zip(("tab", "ptab", "br", "cr", "noBreakHyphen"), "\t\t\n\n-", strict=True)}  # fmt: skip
_TAKEN_OUT = ("del", "moveFrom")
_AROUND = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_NO_WORDS = frozenset(f"{W}{name}" for name in ("pPr", "rPr", "sdtPr", "rt", *_TAKEN_OUT))
_NOTED = {
    **{f"{W}{name}": (CHANGES,) for name in ("ins", "moveTo", *_TAKEN_OUT)},
    **{f"{W}{name}": (NOTES,) for name in ("footnoteReference", "endnoteReference")},
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic": (PICTURES,),
    "{urn:schemas-microsoft-com:vml}imagedata": (PICTURES,),
    f"{W}object": (PICTURES,),
}
_VERSIONS = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_PROMPTED = etree.XPath("boolean(ancestor::w:sdt[w:sdtPr/w:showingPlcHdr])", namespaces={"w": W[1:-1]})


def from_archive(data: bytes, source: str) -> Transcript:
    """Read a .docx or .dotx; UnreadableError for every other zip, and for what no honest Word file holds."""
    archive = Archive(data)
    _refuse_others(archive)
    main = archive.related("").get("officeDocument", "word/document.xml")
    if main.lower() not in archive.names:
        none = "It is a zip, and no Word document is in it"
        raise UnreadableError(none, "Give a .docx, .pdf or .txt file.")
    body = archive.xml(main).find(f"{W}body")
    if body is None:
        raise broken()
    there = {kind: name for kind, name in archive.related(main).items() if name.lower() in archive.names}
    styles = archive.shared(there["styles"], Styles) if "styles" in there else Styles(None)
    numbered = archive.shared(there["numbering"], lists) if "numbering" in there else {}
    if next(body.iter(f"{W}altChunk"), None) is not None:
        wrong = "It holds another document that Word has not yet taken in"
        raise UnreadableError(wrong, "Open it in Word, save it and give that.")
    reader = _Reader(body, styles, Numbering(numbered, styles))
    try:
        lines = within_limits(reader.lines())
    except UnreadableError as error:
        if PICTURES in reader.notes and error.wrong == "It holds no words":
            raise UnreadableError("It holds pictures and no words; it may be a scan", RECOGNISE) from None
        raise
    plain, held = reader.facts.taken(lines)
    return Transcript(source, "word", plain, tuple(sorted(reader.notes)), held)


def _refuse_others(archive: Archive) -> None:
    names, listed = archive.names, "[content_types].xml" in archive.names
    office, open_document = names & {"xl/workbook.xml", "ppt/presentation.xml"}, {"mimetype", "content.xml"}
    types = archive.read("[Content_Types].xml").lower() if listed and not office else b""
    macros = b"macroenabled" in types or any(name.endswith("vbaproject.bin") for name in names)
    for refused, wrong, remedy in (
        (office, "It is a spreadsheet or a presentation", _COPY),
        (names >= open_document, "It is an OpenDocument file (.odt)", _SAVE_AS),
        (not listed, "It is a zip, and not a Word document", "Unpack it and give the document in it."),
        (macros, "It holds macros", NO_MACROS),
    ):
        if refused:
            raise UnreadableError(wrong, remedy)


class _Reader:
    """One way through a body, which counts paragraphs, tables and numbers as it goes."""

    def __init__(self, body: etree._Element, styles: Styles, numbering: Numbering) -> None:
        for versions in [*body.iter(_VERSIONS)]:
            del versions[1:]  # those for older programs
        shows = next(body.iter(f"{W}showingPlcHdr"), None) is not None
        self.notes = {UNFILLED} if shows else set[str]()
        for text in body.iter(_TEXT) if shows else ():
            text.text = "" if _PROMPTED(text) else text.text
        self._body, self._styles, self._numbering, self.facts = body, styles, numbering, Facts()
        self._paragraph = self._table = self._characters = self._tables_around = 0
        self._carried: list[str] = []
        self._boxes: list[etree._Element] = []
        kinds = Counter(mark.get(f"{W}fldCharType") for mark in body.iter(_FIELD))
        # A field that is never ended hides nothing.
        self._hides = kinds["begin"] == kinds["end"]
        self._fields: list[bool] = []

    def lines(self) -> Iterator[Line | None]:
        """Give every line of the document in order."""
        yield from self._blocks(self._body, None)
        yield from self._printed("", 0, heading=False, inside=None)

    def _blocks(self, parent: etree._Element, inside: Where | None) -> Iterator[Line | None]:
        """Read what stands one below the other; `inside` is the row of a table that it all stands in."""
        for block in parent:
            self.notes.update(_NOTED.get(block.tag, ()))
            if block.tag == f"{W}p":
                yield from self._one_paragraph(block, inside)
            elif block.tag == f"{W}tbl":
                yield from self._one_table(block, inside)
            elif block.tag not in _NO_WORDS:
                yield from self._blocks(block, inside)

    def _one_paragraph(self, paragraph: etree._Element, inside: Where | None) -> Iterator[Line | None]:
        properties = child(paragraph, "pPr")
        style, end = self._styles.of_paragraph(properties), told(child(properties, "rPr"))
        words, boxes, self._boxes = self._words(paragraph, style), self._boxes, []
        self._characters += len(words)
        at_most(self._characters)
        self._carried.append(words)
        if not end.keys().isdisjoint(_TAKEN_OUT):
            self.notes.add(CHANGES)
        else:
            # No number is shown or counted where the end is hidden, and there are no words to see.
            hidden = switched(end, "vanish") and not any(map(str.strip, self._carried))
            mark, depth = (None if hidden else self._numbering.next_mark(style)) or ("", _indent(properties))
            yield from self._printed(mark, depth, heading=heading(style), inside=inside)
        for box in boxes:
            yield from self._blocks(box, inside)

    def _printed(
        self, mark: str, depth: int, *, heading: bool, inside: Where | None
    ) -> Iterator[Line | None]:
        """Give the lines of one paragraph, which its author may have broken."""
        lines = [line for line in "".join(self._carried).split("\n") if line.strip()]
        self._carried.clear()
        self._paragraph += bool(lines and inside is None)
        for number, line in enumerate(lines):
            where = inside or Where(paragraph=self._paragraph, line=number + 1 if len(lines) > 1 else None)
            words, first = spaced(line)[0], number == 0
            yield as_line(words, where, printed_mark=mark * first, depth=depth, heading=heading, apart=first)

    def _words(self, parent: etree._Element, style: Properties, *, within: bool = False) -> str:
        """Gather what a person sees, with the facts marked; `within` a fact no other begins."""
        words = []
        for element in parent:
            tag = element.tag
            self.notes.update(_NOTED.get(tag, ()))
            if tag == _TEXT:
                text = (element.text or "").replace("\n", " ").replace("\t", " ")
                words.append(text if text.isascii() else OURS.sub("", text))
            elif tag in _SIGNS:
                words.append(_SIGNS[tag])
            elif tag == f"{W}sym":
                words.append(_symbol(element))
            elif tag == _FIELD:
                self._pass(element)
            elif tag == f"{W}txbxContent":
                self._boxes.append(element)
            elif tag == _RUN and self._unseen(element, style):
                for mark in element.iter(_FIELD):
                    self._pass(mark)
            elif tag not in _NO_WORDS:
                about = None if within else self.facts.about(element)
                inner = self._words(element, style, within=within or about is not None)
                words.append(self.facts.marked(about, inner) if about else inner)
        return "".join(words)

    def _pass(self, mark: etree._Element) -> None:
        """Go on from a field to its result, or out of it; no page shows what stands before the result."""
        kind = mark.get(f"{W}fldCharType")
        if self._fields and kind in ("separate", "end"):
            self._fields.pop()
        if kind in ("begin", "separate"):
            self._fields.append(kind == "begin")

    def _unseen(self, run: etree._Element, style: Properties) -> bool:
        """Whether no page shows a run: it is part of a field, or hidden by itself, its style or that of the paragraph."""
        if self._hides and any(self._fields[-DEEPEST_FIELD:]):
            return True
        own = told(child(run, "rPr"))
        hidden = switched({**style, **self._styles.named(own.get("rStyle")), **own}, "vanish")
        if hidden and any(text.text for text in run.iter(_TEXT)):
            self.notes.add(HIDDEN)
        return hidden

    def _one_table(self, table: etree._Element, inside: Where | None) -> Iterator[Line | None]:
        self._table += inside is None
        if self._tables_around == DEEPEST_TABLE:
            wrong = f"It has more than {DEEPEST_TABLE} tables one inside another"
            raise UnreadableError(wrong, "Copy its words into a new document and give that.")
        self._tables_around += 1
        for number, row in enumerate(_within(table, "tr"), start=1):
            properties = told(child(row, "trPr"))
            if not properties.keys().isdisjoint(_TAKEN_OUT):
                self.notes.add(CHANGES)
            elif switched(properties, "hidden"):
                self.notes.add(HIDDEN)
            else:
                yield from self._row(row, inside or Where(table=self._table, row=number))
        self._tables_around -= 1

    def _row(self, row: etree._Element, where: Where) -> Iterator[Line | None]:
        """Read a row: as what it holds where one cell alone has words, and else line by line across its cells."""
        columns: list[list[Line]] = []
        for cell in _cells(row):
            if len(columns) == MOST_COLUMNS:
                raise broken()
            columns.append([line for line in self._blocks(cell, where) if line] if cell is not None else [])
        filled = [column for column in columns if column]
        if len(filled) == 1 and (len(columns) == 1 or len(filled[0]) > 1):
            yield from filled[0]
            return
        for number, across in enumerate(zip_longest(*columns)):
            depth = next((line.depth for line in across if line), 0)
            heading = all(line.heading for line in across if line)
            cells = tuple(f"{line.mark} {line.words}".strip() if line else "" for line in across)
            yield as_line("", where, cells=cells, depth=depth, heading=heading, apart=number == 0)


def _symbol(element: etree._Element) -> str:
    """Read a sign of a symbol font, which a person sees as a bullet or a tick."""
    try:
        sign = chr(int(element.get(f"{W}char", ""), 16))
    except (ValueError, OverflowError):
        return ""
    return "•" if "\ue000" <= sign <= "\uf8ff" else OURS.sub("", sign.strip("\0"))


def _indent(properties: etree._Element | None) -> int:
    found = child(properties, "ind")
    left = None if found is None else found.get(f"{W}left", found.get(f"{W}start"))
    return max(0, round(whole(left, 0) / _INDENT))


def _within(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Find the rows of a table or the cells of a row, also those in content controls."""
    for inner in parent:
        if inner.tag == f"{W}{name}":
            yield inner
        elif inner.tag in _AROUND:
            yield from _within(inner, name)


def _cells(row: etree._Element) -> Iterator[etree._Element | None]:
    """Find the cells of a row by column; None where a cell goes on from the left, from above, or is not there."""
    yield from [None] * min(whole(told(child(row, "trPr")).get("gridBefore"), 0), MOST_COLUMNS)
    for cell in _within(row, "tc"):
        properties = told(child(cell, "tcPr"))
        goes_on = properties.get("vMerge", "restart") != "restart" or "cellDel" in properties
        yield None if goes_on else cell
        yield from [None] * min(whole(properties.get("gridSpan"), 1) - 1, MOST_COLUMNS)
